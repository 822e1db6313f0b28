using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Jembatan.Core;
using Jembatan.Storage.Bulk;
using Jembatan.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.Storage.Merge;

/// <summary>Brings copies of a study together: the steps that one has and the other lacks are told again in one order, so both come to the same study.</summary>
public static class MergeCopies
{
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(1);

    /// <summary>Merges other copies into a study, all in one transaction, or none.</summary>
    /// <param name="ours">The study, open for writing.</param>
    /// <param name="others">Copies of it, open for reading; they stay as they are.</param>
    /// <param name="dryRun">Only tells what would happen.</param>
    /// <returns>What happened for each copy, or <c>merge/different-study</c>, <c>merge/same-copy</c>, <c>merge/damaged</c>.</returns>
    public static async Task<Result<IReadOnlyList<MergeOutcome>>> RunAsync(StudyStore ours, IReadOnlyList<StudyStore> others, bool dryRun, CancellationToken cancellationToken)
    {
        var outcomes = new List<MergeOutcome>();
        var purged = false;
        await using (var db = ours.NewDb())
        {
            await using var transaction = await CommitLock.BeginAsync(db, cancellationToken);
            foreach (var other in others)
            {
                await using var theirs = other.NewDb();
                try
                {
                    if (await RefusedAsync(db, theirs, ours.Location, other.Location, cancellationToken) is { } refused) return refused;
                    if (await HoleAsync(theirs, cancellationToken) is { } hole) return Damaged(other.Location.Name, new InvalidDataException(hole.Message));
                    var (outcome, withdrew) = await MergeAsync(db, theirs, other.Location.Name, ours.Clock, cancellationToken);
                    outcomes.Add(outcome);
                    purged |= withdrew;
                }
                catch (Exception e) when (e is JsonException or InvalidDataException or FormatException or InvalidOperationException or KeyNotFoundException or OverflowException or ArgumentException or IndexOutOfRangeException)
                {
                    return Damaged(other.Location.Name, e);
                }
                catch (DbException e) when (StorageProblems.From(e)?.Code is "study/duplicate" or "study/still-used")
                {
                    return Damaged(other.Location.Name, e);
                }
            }

            if (dryRun) await transaction.RollbackAsync(cancellationToken);
            else await transaction.CommitAsync(cancellationToken);
        }

        if (purged && !dryRun) await ours.VacuumAsync(cancellationToken);
        return outcomes;
    }

    /// <summary>Whether two places are one and the same.</summary>
    public static bool AreSame(StudyLocation here, StudyLocation there) =>
        here == there || (here is StudyLocation.File a && there is StudyLocation.File b && Real(a.Path) == Real(b.Path));

    /// <summary>The problem of merging a study with itself.</summary>
    public static Problem SameCopy(string name) => new("merge/same-copy", "A study cannot be merged with itself. Name the file of the other copy.", name);

    private static string Real(string path) => File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? Path.GetFullPath(path);

    private static async Task<Problem?> RefusedAsync(JembatanDb ours, JembatanDb theirs, StudyLocation here, StudyLocation there, CancellationToken cancellationToken)
    {
        if (AreSame(here, there)) return SameCopy(there.Name);
        var (mine, other) = (await ours.Studies.AsNoTracking().SingleAsync(cancellationToken), await theirs.Studies.AsNoTracking().SingleAsync(cancellationToken));
        return mine.Id == other.Id ? null
            : new Problem("merge/different-study", $"'{there.Name}' ({other.Title}) is not a copy of this study ({mine.Title}). Only copies made with 'jembatan copy' or by copying the file can be merged.", there.Name);
    }

    // What the journal of the other copy does not tell would be lost, or stand on what is not there. A purge scrubs journal and tables alike and leaves nothing to compare.
    private static async Task<Problem?> HoleAsync(JembatanDb theirs, CancellationToken cancellationToken) =>
        await theirs.ChangeSets.AnyAsync(s => s.Kind == ChangeSetKind.Purge, cancellationToken) ? null : (await JournalCheck.RunAsync(theirs, 1, cancellationToken)).Findings is [{ } first, ..] ? first : null;

    private static Problem Damaged(string name, Exception e) =>
        new("merge/damaged", $"The journal of '{name}' does not hold together ({e.Message.ReplaceLineEndings(" ")}). Nothing was changed. Run 'jembatan doctor' on it, and merge an earlier copy.", name);

    private static async Task<(MergeOutcome Outcome, bool Purged)> MergeAsync(JembatanDb ours, JembatanDb theirs, string from, TimeProvider clock, CancellationToken cancellationToken)
    {
        var (mine, other) = (await History.SetsAsync(ours, cancellationToken), await History.SetsAsync(theirs, cancellationToken));
        var (known, there) = (mine.Select(s => s.Id).ToHashSet(), other.Select(s => s.Id).ToHashSet());
        var incoming = other.Where(s => !known.Contains(s.Id)).ToList();
        var warnings = ClocksAhead(incoming, clock).ToList();
        if (incoming.Count == 0) return (new MergeOutcome(from, 0, [], 0, await ConflictRows.CarryAsync(ours, theirs, [], mine, cancellationToken), warnings), false);

        await Incoming.BringAsync(ours, theirs, incoming, cancellationToken);
        var heads = History.Ordered(mine.Concat(incoming), id => !known.Contains(id) ? Side.Theirs : there.Contains(id) ? Side.Both : Side.Ours);
        var timeline = await History.TellAsync(ours, heads, cancellationToken);
        var withdrawals = new Withdrawals();
        var purged = heads.Exists(h => h.Kind == ChangeSetKind.Purge) && await withdrawals.ScrubAsync(ours, timeline, cancellationToken);
        if (purged) timeline = await History.TellAsync(ours, heads, cancellationToken);
        warnings.AddRange(Withdrawals.Unsettled(timeline));

        var picture = new Picture(timeline);
        var tables = new Tables(ours, picture, timeline.Shapes);
        await tables.CompareAsync(cancellationToken);
        await tables.WriteAsync(cancellationToken);
        await withdrawals.DropAsync(ours, cancellationToken);
        var joined = await ConflictRows.WriteAliasesAsync(ours, picture, cancellationToken);
        var conflicts = await ConflictRows.CarryAsync(ours, theirs, new ConflictFinder(timeline, clock.GetUtcNow()).Find(), mine, cancellationToken);
        await PartTwinsAsync(ours, theirs, cancellationToken);
        return (new MergeOutcome(from, incoming.Count, tables.Counts, joined, conflicts, warnings), purged);
    }

    private static IEnumerable<Problem> ClocksAhead(List<ChangeSet> incoming, TimeProvider clock)
    {
        var limit = (clock.GetUtcNow() + Ahead).ToUnixTimeMilliseconds();
        return from set in incoming
               where set.Clock >> 16 > limit
               group set by set.ReplicaId into ofCopy
               let latest = DateTimeOffset.FromUnixTimeMilliseconds(ofCopy.Max(s => s.Clock) >> 16)
               select new Problem("merge/clock-ahead", string.Create(CultureInfo.InvariantCulture,
                   $"{ofCopy.Count()} steps of the other copy are dated up to {latest:yyyy-MM-dd HH:mm} UTC, more than a day ahead of this machine. They win over earlier-dated ones: check both clocks and look through the conflicts."), ofCopy.Key.ToString());
    }

    // A file copied by hand has the same mark as its original; from now on this one has its own, so that undo never takes the other's steps.
    private static async Task PartTwinsAsync(JembatanDb ours, JembatanDb theirs, CancellationToken cancellationToken)
    {
        var (mine, other) = (await ours.Replicas.AsNoTracking().SingleAsync(cancellationToken), await theirs.Replicas.AsNoTracking().SingleAsync(cancellationToken));
        if (mine.Id != other.Id) return;
        await using var command = Rows.Command(ours, "UPDATE \"Replicas\" SET \"Id\" = @p0");
        command.Bind("@p0", Rows.Stored(ours, Guid.CreateVersion7()));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
