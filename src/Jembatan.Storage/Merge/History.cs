using System.Runtime.CompilerServices;
using Jembatan.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.Storage.Merge;

/// <summary>A copy's journal in the order of history.</summary>
internal static class History
{
    /// <summary>The change sets of a copy.</summary>
    public static async Task<List<ChangeSet>> SetsAsync(JembatanDb db, CancellationToken cancellationToken) => await db.ChangeSets.AsNoTracking().ToListAsync(cancellationToken);

    /// <summary>The same sets as merging sees them, in order.</summary>
    public static List<Head> Ordered(IEnumerable<ChangeSet> sets, Func<Guid, Side> side)
    {
        List<Head> heads = [.. sets.Select(s => new Head(s.Id, s.Clock, s.ReplicaId, s.Kind, side(s.Id)))];
        heads.Sort();
        return heads;
    }

    /// <summary>Tells a journal from nothing.</summary>
    public static async Task<Timeline> TellAsync(JembatanDb db, IReadOnlyList<Head> heads, CancellationToken cancellationToken)
    {
        var timeline = new Timeline(db.Model);
        var byId = heads.ToDictionary(h => h.Id);
        var changes = new List<Change>();
        await foreach (var change in ChangesAsync(db, cancellationToken))
        {
            if (changes.Count > 0 && changes[0].ChangeSetId != change.ChangeSetId) Play();
            changes.Add(change);
        }

        if (changes.Count > 0) Play();
        return timeline;

        void Play()
        {
            timeline.Play(byId[changes[0].ChangeSetId], changes);
            changes.Clear();
        }
    }

    /// <summary>All changes in the order of history; the connection is busy until the last.</summary>
    public static async IAsyncEnumerable<Change> ChangesAsync(JembatanDb db, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var ordered = from s in db.ChangeSets.AsNoTracking()
                      join c in db.Changes.AsNoTracking() on s.Id equals c.ChangeSetId
                      orderby s.Clock, s.ReplicaId, s.Id, c.Ordinal
                      select c;
        await foreach (var change in ordered.AsAsyncEnumerable().WithCancellation(cancellationToken)) yield return change;
    }
}
