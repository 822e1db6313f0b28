using Jembatan.Core;
using Jembatan.Storage;
using Jembatan.Storage.Journal;

namespace Jembatan.App.Journals;

/// <summary>Does again what a coder took back last.</summary>
public static class Redo
{
    /// <param name="Steps">How many steps; at least 1.</param>
    public sealed record Request(int Steps = 1);

    /// <param name="Steps">The steps done again, in order.</param>
    /// <param name="Stopped">Why fewer than asked for were done again; null when all were.</param>
    public sealed record Response(IReadOnlyList<JournalStep> Steps, Problem? Stopped);

    /// <returns>What was done again, or <c>journal/nothing-to-redo</c>, <c>journal/changed-since</c> when not even one step was.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, string coder, JembatanDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var acting = await Stepping.ActingAsync(db, coder, "journal/nothing-to-redo", cancellationToken);
        if (acting.Problem is { } nobody) return nobody;
        var done = await Stepping.RepeatAsync(request.Steps, () => UndoRedo.RedoAsync(db, acting.Value, clock, cancellationToken, (_, changes) => Stepping.OpenedAsync(changes, db, cancellationToken)));
        return done.Problem is { } problem ? problem : new Response(done.Value.Steps, done.Value.Stopped);
    }
}
