using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Interchange;
using Jembatan.Storage;
using Jembatan.Text.Anchors;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Sources;

/// <summary>Carries codings of a source over to a revision; the caller commits.</summary>
internal static class CarryCodings
{
    /// <param name="onlyStanding">Leaves those that stand on the revision already, and those orphaned before.</param>
    /// <returns>How many were carried in which way.</returns>
    public static async Task<Dictionary<AnchorMove, int>> RunAsync(
        Source source, SourceRevision revision, CanonicalText text, JembatanDb db, bool onlyStanding, CancellationToken cancellationToken)
    {
        var counts = new Dictionary<AnchorMove, int>();
        var all = await db.Codings.Where(c => c.SourceId == source.Id).ToListAsync(cancellationToken);
        var there = onlyStanding ? all.Where(c => c.Revision == revision.Number) : [];
        var taken = there.Select(c => (c.Start, c.End, c.CodeId, c.CoderId)).ToHashSet();
        var moving = onlyStanding ? all.Where(c => c.Revision != revision.Number && !c.Orphaned) : all;
        foreach (var standing in moving.GroupBy(c => c.Revision).OrderByDescending(g => g.Key))
        {
            var former = await db.Revisions.AsNoTracking().FirstAsync(r => r.SourceId == source.Id && r.Number == standing.Key, cancellationToken);
            var from = CanonicalText.From(await db.ReadTextAsync(former.TextHash, cancellationToken));
            var list = standing.OrderBy(c => c.Id).ToList();
            var moves = Anchors.Move(from, text, [.. list.Select(c => new TextSelection(c.Start, c.End, c.Quote, c.Before, c.After))]);
            foreach (var (coding, move) in list.Zip(moves))
            {
                if (move.Selection is { } selection && taken.Add((selection.Start, selection.End, coding.CodeId, coding.CoderId))) coding.Reanchor(revision, selection);
                else if (!coding.Orphaned) coding.Orphan();
                counts[move.How] = counts.GetValueOrDefault(move.How) + 1;
            }
        }

        return counts;
    }
}
