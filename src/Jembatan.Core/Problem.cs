namespace Jembatan.Core;

/// <summary>An expected failure: a stable code and a message that says what to do next.</summary>
/// <param name="Code">Stable machine id, <c>area/what</c>, such as <c>docx/no-body</c>.</param>
/// <param name="Message">One or two sentences for a tired researcher; the last one names the next step.</param>
/// <param name="At">The place, such as a file, a line or a field; null when there is none.</param>
public sealed record Problem(string Code, string Message, string? At = null)
{
    /// <summary>There is no such thing in this study.</summary>
    /// <param name="what">The noun, such as <c>source</c>; it becomes the first half of the code.</param>
    /// <param name="id">What was asked for.</param>
    public static Problem NotFound(string what, object id) =>
        new($"{what}/not-found", $"There is no {what} '{id}' in this study. Check the spelling, or list what there is.", id.ToString());
}
