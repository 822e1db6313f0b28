using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Agreement;

/// <summary>Blind coding of one source.</summary>
/// <param name="Coders">Who codes it blind.</param>
/// <param name="Waiting">Who of them has not finished; empty when all see each other's work.</param>
public sealed record BlindCoding(IReadOnlyList<string> Coders, IReadOnlyList<string> Waiting);

/// <summary>What a coder who works blind may not see yet: on sources that not all blind coders have finished, everybody else's codings.</summary>
public static class Blinds
{
    /// <summary>Makes a unit of work read with this reader's eyes; who works blind nowhere, or is no coder, sees everything.</summary>
    /// <returns>The sources on which only the reader's own codings are shown, by name.</returns>
    public static async Task<IReadOnlyList<string>> PutOnAsync(JembatanDb db, string reader, CancellationToken cancellationToken)
    {
        db.Blindfold = null;
        if (!await Blindfold.IsUsedAsync(db, cancellationToken)) return [];
        var own = await (from a in db.Assignments.AsNoTracking() join c in db.Coders on a.CoderId equals c.Id where a.Blind && c.Name == reader select new { a.SourceId, a.CoderId }).ToListAsync(cancellationToken);
        if (own.Count == 0) return [];
        var ids = own.Select(a => a.SourceId).ToList();
        var open = (await OpenAsync(db, ids, cancellationToken)).Select(a => a.Source).ToHashSet();
        if (open.Count == 0) return [];
        db.Blindfold = new(own[0].CoderId, [.. open]);
        return await db.Sources.AsNoTracking().Where(s => db.Blindfold.Sources.Contains(s.Id)).OrderBy(s => s.Name).Select(s => s.Name).ToListAsync(cancellationToken);
    }

    /// <returns>Who codes the source blind, and who has not finished; null when nobody does.</returns>
    public static async Task<BlindCoding?> OnAsync(JembatanDb db, Id<Source> source, CancellationToken cancellationToken)
    {
        if (!await Blindfold.IsUsedAsync(db, cancellationToken)) return null;
        var coders = await (from a in db.Assignments.AsNoTracking() join c in db.Coders on a.CoderId equals c.Id where a.Blind && a.SourceId == source orderby c.Name select c.Name).ToListAsync(cancellationToken);
        return coders.Count == 0 ? null : new(coders, [.. (await OpenAsync(db, [source], cancellationToken)).Select(a => a.Coder).Order(StringComparer.Ordinal)]);
    }

    /// <returns><c>assignment/opened</c> when this coder and all others who coded the source blind have finished it, so that it stays finished; else null.</returns>
    public static async Task<Problem?> OpenedAsync(JembatanDb db, Id<Source> source, string coder, CancellationToken cancellationToken)
    {
        if (await OnAsync(db, source, cancellationToken) is not { Waiting.Count: 0 } blind || !blind.Coders.Contains(coder)) return null;
        var name = await db.Sources.AsNoTracking().Where(s => s.Id == source).Select(s => s.Name).SingleAsync(cancellationToken);
        return new Problem("assignment/opened", $"All who coded '{name}' blind have finished and may have seen each other's work, so what was coded blind stays finished. Settle differences with 'jembatan adjudicate', or let them work openly with 'jembatan assign … --open'.", name);
    }

    private static async Task<IReadOnlyList<(Id<Source> Source, string Coder)>> OpenAsync(JembatanDb db, IReadOnlyList<Id<Source>> sources, CancellationToken cancellationToken)
    {
        var waiting = await (from a in db.Assignments.AsNoTracking()
                             join c in db.Coders on a.CoderId equals c.Id
                             where a.Blind && sources.Contains(a.SourceId) && !db.DoneMarks.Any(d => d.SourceId == a.SourceId && d.CoderId == a.CoderId)
                             select new { a.SourceId, c.Name }).ToListAsync(cancellationToken);
        return [.. waiting.Select(a => (a.SourceId, a.Name))];
    }
}
