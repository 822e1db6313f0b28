using Jembatan.App.Agreement;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage;
using Jembatan.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Journals;

/// <summary>A step of the journal, as it is shown to people.</summary>
/// <param name="Id">The change set.</param>
/// <param name="Label">What was done, in English.</param>
/// <param name="At">When it was done.</param>
public sealed record JournalStep(Guid Id, string Label, DateTimeOffset At);

/// <summary>What undo and redo share.</summary>
internal static class Stepping
{
    public sealed record Taken(IReadOnlyList<JournalStep> Steps, Problem? Stopped);

    /// <summary>The coder whose steps are meant; a name nobody has here has no steps.</summary>
    public static async Task<Result<Id<Coder>>> ActingAsync(JembatanDb db, string name, string code, CancellationToken cancellationToken) =>
        await db.Coders.AsNoTracking().FirstOrDefaultAsync(c => c.Name == name, cancellationToken) is { } coder
            ? coder.Id
            : new Problem(code, $"Nobody called '{name}' has done anything in this study. Name who did it with --coder.", name);

    /// <summary>What stands against turning these changes round: a mark of being done goes no more once all who code the source blind have finished, since they may have seen each other's work.</summary>
    public static async Task<Problem?> OpenedAsync(IReadOnlyList<Change> changes, JembatanDb db, CancellationToken cancellationToken)
    {
        foreach (var change in changes.Where(c => c is { Entity: nameof(DoneMark), Operation: ChangeOperation.Add }))
        {
            var id = new Id<DoneMark>(change.EntityId);
            if (await db.DoneMarks.AsNoTracking().FirstOrDefaultAsync(d => d.Id == id, cancellationToken) is not { } mark) continue;
            var name = await db.Coders.AsNoTracking().Where(c => c.Id == mark.CoderId).Select(c => c.Name).SingleAsync(cancellationToken);
            if (await Blinds.OpenedAsync(db, mark.SourceId, name, cancellationToken) is { } opened) return opened;
        }

        return null;
    }

    /// <summary>Repeats until done or until a step will not go; the first that will not go is a failure.</summary>
    public static async Task<Result<Taken>> RepeatAsync(int steps, Func<Task<Result<ChangeSet>>> once)
    {
        if (steps < 1) return new Problem("journal/steps", "The number of steps is at least 1.");
        var taken = new List<JournalStep>();
        for (var i = 0; i < steps; i++)
        {
            var set = await once();
            if (set.Problem is { } problem) return taken.Count == 0 ? problem : new Taken(taken, problem);
            taken.Add(new JournalStep(set.Value.Id, set.Value.Label, set.Value.At));
        }

        return new Taken(taken, null);
    }
}
