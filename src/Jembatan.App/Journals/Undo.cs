using Jembatan.Core;
using Jembatan.Storage;
using Jembatan.Storage.Journal;

namespace Jembatan.App.Journals;

/// <summary>Takes back a coder's newest steps.</summary>
public static class Undo
{
    /// <summary>Labels of the steps of someone who codes a transcript.</summary>
    private static readonly IReadOnlyList<string> Coding = ["Apply code", "Mark coding", "Remove coding", "Add code", "Mark source done", "Mark source not done"];

    /// <param name="Steps">How many steps, from the newest; at least 1.</param>
    /// <param name="OnlyCoding">Whether a step that is not coding work stays.</param>
    public sealed record Request(int Steps = 1, bool OnlyCoding = false);

    /// <param name="Steps">The steps taken back, newest first.</param>
    /// <param name="Stopped">Why fewer than asked for were taken back; null when all were.</param>
    public sealed record Response(IReadOnlyList<JournalStep> Steps, Problem? Stopped);

    /// <returns>What was taken back, or <c>journal/nothing-to-undo</c>, <c>journal/changed-since</c>, <c>journal/purged</c>, <c>journal/not-here</c> when not even one step was.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, string coder, JembatanDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var acting = await Stepping.ActingAsync(db, coder, "journal/nothing-to-undo", cancellationToken);
        if (acting.Problem is { } nobody) return nobody;
        var taken = await Stepping.RepeatAsync(request.Steps, () => UndoRedo.UndoAsync(db, acting.Value, clock, cancellationToken, request.OnlyCoding ? Coding : null));
        return taken.Problem is { } problem ? problem : new Response(taken.Value.Steps, taken.Value.Stopped);
    }
}
