using System.Text.Json;
using Jembatan.App.Lookups;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage;
using Jembatan.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Journals;

/// <summary>Takes back a coder's newest steps.</summary>
public static class Undo
{
    /// <summary>Labels of the steps of someone who codes a transcript.</summary>
    private static readonly IReadOnlyList<string> CodingSteps = ["Apply code", "Mark coding", "Remove coding", "Add code", "Mark source done", "Mark source not done"];

    /// <param name="Steps">How many steps, from the newest; at least 1.</param>
    /// <param name="Source">Only coding work on this source: any other step stays; null for every step.</param>
    public sealed record Request(int Steps = 1, string? Source = null);

    /// <param name="Steps">The steps taken back, newest first.</param>
    /// <param name="Stopped">Why fewer than asked for were taken back; null when all were.</param>
    public sealed record Response(IReadOnlyList<JournalStep> Steps, Problem? Stopped);

    /// <returns>What was taken back, or <c>source/not-found</c>, or, when not even one step was, <c>journal/nothing-to-undo</c>, <c>journal/changed-since</c>, <c>journal/purged</c>,
    /// <c>journal/not-here</c> at the label of a step that is no coding work, <c>journal/other-source</c> at the source that the step is on.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, string coder, JembatanDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var acting = await Stepping.ActingAsync(db, coder, "journal/nothing-to-undo", cancellationToken);
        if (acting.Problem is { } nobody) return nobody;
        Func<ChangeSet, IReadOnlyList<Change>, Task<Problem?>> refusal = (_, changes) => Stepping.OpenedAsync(changes, db, cancellationToken);
        if (request.Source is { } name)
        {
            var source = await db.SourceAsync(name, cancellationToken);
            if (source.Problem is { } missing) return missing;
            refusal = async (act, changes) => await RefusalAsync(act, changes, source.Value.Id, db, cancellationToken) ?? await Stepping.OpenedAsync(changes, db, cancellationToken);
        }

        var taken = await Stepping.RepeatAsync(request.Steps, () => UndoRedo.UndoAsync(db, acting.Value, clock, cancellationToken, refusal));
        return taken.Problem is { } problem ? problem : new Response(taken.Value.Steps, taken.Value.Stopped);
    }

    private static async Task<Problem?> RefusalAsync(ChangeSet act, IReadOnlyList<Change> changes, Id<Source> here, JembatanDb db, CancellationToken cancellationToken)
    {
        if (!CodingSteps.Contains(act.Label))
            return new Problem("journal/not-here", $"Your newest step is '{act.Label}', which is not coding work. Take it back from the audit trail, or go on coding.", act.Label);
        foreach (var change in changes)
        {
            if (await SourceOfAsync(change, db, cancellationToken) is not { } source || source == here) continue;
            var name = await db.Sources.AsNoTracking().Where(s => s.Id == source).Select(s => s.Name).FirstOrDefaultAsync(cancellationToken) ?? "?";
            return new Problem("journal/other-source", $"Your newest step is on '{name}'. Open that source to take it back, or go on coding here.", name);
        }

        return null;
    }

    // What was added or removed says it itself; of a coding that was only marked anew the coding does.
    private static async Task<Id<Source>?> SourceOfAsync(Change change, JembatanDb db, CancellationToken cancellationToken)
    {
        using var fields = JsonDocument.Parse(change.Payload);
        if (fields.RootElement.TryGetProperty("SourceId", out var id) && id.ValueKind == JsonValueKind.String && id.TryGetGuid(out var written)) return new Id<Source>(written);
        if (change.Entity != nameof(Coding)) return null;
        var coding = new Id<Coding>(change.EntityId);
        return await db.Codings.AsNoTracking().Where(c => c.Id == coding).Select(c => (Id<Source>?)c.SourceId).FirstOrDefaultAsync(cancellationToken);
    }
}
