namespace Jembatan.Core;

/// <summary>An expected failure: a stable code and a message that says what to do next.</summary>
/// <param name="Code">Stable machine id, <c>area/what</c>, such as <c>docx/no-body</c>.</param>
/// <param name="Message">One or two sentences for a tired researcher; the last one names the next step. It never spans lines: those of a text from elsewhere are joined with blanks, and what goes on
/// beyond 2,000 characters is cut off.</param>
/// <param name="At">The place, such as a file, a line or a field; null when there is none.</param>
public sealed record Problem(string Code, string Message, string? At = null)
{
    private const int LongestMessage = 2_000;
    private static readonly System.Buffers.SearchValues<char> LineEnds = System.Buffers.SearchValues.Create("\r\n\v\f\u0085\u2028\u2029");

    /// <summary>One or two sentences in one line.</summary>
    public string Message { get; init => field = InOneLine(value); } = InOneLine(Message);

    /// <summary>There is no such thing in this study.</summary>
    /// <param name="what">The noun, such as <c>source</c>; it becomes the first half of the code.</param>
    /// <param name="id">What was asked for.</param>
    public static Problem NotFound(string what, object id) =>
        new($"{what}/not-found", $"There is no {what} '{id}' in this study. Check the spelling, or list what there is.", id.ToString());

    private static string InOneLine(string message)
    {
        if (message.AsSpan().ContainsAny(LineEnds))
            message = string.Join(' ', message.Split(['\r', '\n', '\v', '\f', '\u0085', '\u2028', '\u2029'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        if (message.Length <= LongestMessage) return message;
        return string.Concat(message.AsSpan(0, char.IsHighSurrogate(message[LongestMessage - 1]) ? LongestMessage - 1 : LongestMessage), "…");
    }
}
