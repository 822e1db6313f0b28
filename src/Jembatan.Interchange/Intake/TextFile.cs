using Jembatan.Core;
using Jembatan.Text.Decoding;

namespace Jembatan.Interchange.Intake;

/// <summary>Takes a file into memory as text.</summary>
internal static class TextFile
{
    /// <returns>The decoded text, <c>import/empty</c>, <c>import/too-large</c> or <c>text/binary</c>.</returns>
    internal static async Task<Result<DecodedText>> ReadAsync(string name, Stream content, ImportLimits limits, CancellationToken cancellationToken)
    {
        var bytes = await FileBytes.ReadAsync(name, content, limits, cancellationToken);
        return bytes.Problem is { } problem ? problem : Decode(name, bytes.Value);
    }

    internal static Result<DecodedText> Decode(string name, byte[] bytes)
    {
        if (TextDecoder.Decode(bytes) is not { } decoded)
            return new Problem("text/binary", $"'{name}' does not hold text, whatever its name says. Find out which program made it and save it as .docx or .txt.", name);
        return decoded.Text.AsSpan().IndexOfAnyExcept("\uFEFF \t\r\n") < 0
            ? new Problem("import/empty", $"'{name}' holds no words, only white space. Check that the file was copied whole, or leave it out.", name)
            : decoded;
    }
}
