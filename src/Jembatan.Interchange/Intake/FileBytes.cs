using System.Globalization;
using Jembatan.Core;

namespace Jembatan.Interchange.Intake;

/// <summary>Takes a stream into memory, up to a limit.</summary>
internal static class FileBytes
{
    /// <returns>The bytes, <c>import/empty</c> or <c>import/too-large</c>; the latter before more than the limit is read.</returns>
    internal static async Task<Result<byte[]>> ReadAsync(string name, Stream content, ImportLimits limits, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(content);
        if (content.CanSeek && content.Length - content.Position > limits.MaxFileBytes) return TooLarge(name, limits);

        using var held = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = await content.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (held.Length + read > limits.MaxFileBytes) return TooLarge(name, limits);
            held.Write(buffer, 0, read);
        }

        return held.Length == 0
            ? new Problem("import/empty", $"'{name}' is empty. Check that the file was copied whole, or leave it out.", name)
            : held.ToArray();
    }

    private static Problem TooLarge(string name, ImportLimits limits) => new(
        "import/too-large",
        string.Create(CultureInfo.InvariantCulture, $"'{name}' is larger than {limits.MaxFileBytes >> 20} MB. Split it into one file per interview and import those."),
        name);
}
