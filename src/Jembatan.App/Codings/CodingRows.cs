using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Codings;

/// <summary>Reads codings with the names of what they refer to.</summary>
internal static class CodingRows
{
    /// <summary>In the order of source name, place and code.</summary>
    public static async Task<IReadOnlyList<CodingRow>> ReadAsync(
        JembatanDb db, IQueryable<Coding> codings, CancellationToken cancellationToken, int offset = 0, int? limit = null, Names? names = null)
    {
        var (strategies, notes) = names ?? await NamesAsync(db, cancellationToken);
        var query = from c in codings
                    join s in db.Sources on c.SourceId equals s.Id
                    join k in db.Codes on c.CodeId equals k.Id
                    join p in db.Coders on c.CoderId equals p.Id
                    orderby s.Name, c.Start, c.End, k.Label, p.Name, c.Id
                    select new { Coding = c, Source = s.Name, s.InformantId, Code = k.Label, Coder = p.Name };
        var page = limit is { } most ? query.Skip(offset).Take(most) : query.Skip(offset);
        var rows = await page.AsNoTracking().ToListAsync(cancellationToken);
        return [.. rows.Select(r => CodingRow.Of(
            r.Coding, r.Source, r.Code, r.Coder, r.Coding.StrategyId is { } strategy ? strategies.GetValueOrDefault(strategy) : null, notes.GetValueOrDefault(r.Coding.Id.Value), r.InformantId))];
    }

    /// <summary>What the rows say of strategies and notes, read once for many lists.</summary>
    public static async Task<Names> NamesAsync(JembatanDb db, CancellationToken cancellationToken)
    {
        var strategies = await db.Strategies.Select(s => new { s.Id, s.Label }).ToDictionaryAsync(s => s.Id, s => s.Label, cancellationToken);
        var notes = (await db.Notes.AsNoTracking().Where(n => n.TargetKind == "coding").ToListAsync(cancellationToken))
            .GroupBy(n => n.TargetId).ToDictionary(g => g.Key, g => g.MaxBy(n => n.At)!.Text);
        return new(strategies, notes);
    }

    /// <param name="Strategies">Labels.</param>
    /// <param name="Notes">The newest note on a coding.</param>
    internal sealed record Names(IReadOnlyDictionary<Id<Strategy>, string> Strategies, IReadOnlyDictionary<Guid, string> Notes);
}
