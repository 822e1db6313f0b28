using Jembatan.Storage.Merge;
using Jembatan.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.Storage.Journal;

/// <summary>Does all that the journal tells again, from nothing, in memory.</summary>
public static class JournalReplay
{
    /// <summary>The study as the journal tells it, in the form of <see cref="StudyDump"/>.</summary>
    /// <remarks>Holds the whole study in memory; to check a large one use doctor, which keeps only digests.</remarks>
    public static async Task<IReadOnlyList<string>> LinesAsync(JembatanDb db, CancellationToken cancellationToken)
    {
        var heads = History.Ordered(await History.SetsAsync(db, cancellationToken), _ => Side.Both);
        var picture = new Picture(await History.TellAsync(db, heads, cancellationToken));
        var lines = new List<string>();
        foreach (var kind in EntityKind.All)
        {
            var properties = picture.Properties(kind.Name);
            foreach (var node in picture.Present[kind.Name].OrderBy(n => n.Id))
            {
                var entity = await picture.MakeAsync(db, node, cancellationToken);
                lines.Add(StudyDump.Line(kind, properties.Select(p => (p.Name, Field.Write(p.ClrType, p.GetGetter().GetClrValue(entity))))));
            }
        }

        return lines;
    }

    /// <summary>All changes in the order in which they were made; between two of them the connection is free for other questions.</summary>
    internal static async IAsyncEnumerable<Change> StoredChanges(
        JembatanDb db, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        const int Page = 100;
        var (clock, current, ordinal) = (0L, Guid.Empty, -1);
        var before = new List<Guid>();      // sets of the same clock that are done: two copies may have counted to the same tick
        while (true)
        {
            var page = await (from s in db.ChangeSets.AsNoTracking()
                              join c in db.Changes.AsNoTracking() on s.Id equals c.ChangeSetId
                              where s.Clock >= clock && (s.Clock > clock || (s.Id == current ? c.Ordinal > ordinal : !before.Contains(s.Id)))
                              orderby s.Clock, s.ReplicaId, s.Id, c.Ordinal
                              select new { s.Clock, Change = c }).Take(Page).ToListAsync(cancellationToken);
            foreach (var row in page)
            {
                yield return row.Change;
                if (row.Clock != clock) before.Clear();
                else if (row.Change.ChangeSetId != current) before.Add(current);
                (clock, current, ordinal) = (row.Clock, row.Change.ChangeSetId, row.Change.Ordinal);
            }

            if (page.Count < Page) yield break;
        }
    }
}
