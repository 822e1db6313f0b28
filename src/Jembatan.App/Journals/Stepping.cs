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
