using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Sources;

/// <summary>Lists the sources with their informants and the number of codings on them.</summary>
public static class ListSources
{
    /// <param name="Only">Only this source; null for all.</param>
    public sealed record Request(Id<Source>? Only = null);

    public sealed record Response(IReadOnlyList<Row> Sources);

    /// <param name="Language">Language spoken, from the interview's record, else that of the study.</param>
    /// <param name="Length">Length of the current revision, code points.</param>
    /// <param name="Revision">Number of the current revision.</param>
    /// <param name="Turns">Speaker turns in it.</param>
    /// <param name="Codings">Codings on it, by any coder.</param>
    /// <param name="DoneBy">Coders who have finished it.</param>
    /// <param name="Purged">Whether its text was overwritten on withdrawn consent.</param>
    public sealed record Row(
        Id<Source> Id, string Name, SourceKind Kind, string Language, int Length, int Revision, int Turns, InformantCard? Informant, int Codings,
        IReadOnlyList<string> DoneBy, bool Purged, DateTimeOffset ImportedAt);

    public static async Task<Result<Response>> HandleAsync(Request request, JembatanDb db, CancellationToken cancellationToken)
    {
        var language = await db.Studies.Select(s => s.Language).FirstOrDefaultAsync(cancellationToken) == Language.Indonesian ? "id" : "en";
        var (all, revised, seen, finished) = (db.Sources.AsNoTracking(), db.Revisions.AsQueryable(), db.SeenCodings, db.DoneMarks.AsQueryable());
        if (request.Only is { } only) (all, revised, seen, finished) = (all.Where(s => s.Id == only), revised.Where(r => r.SourceId == only), seen.Where(c => c.SourceId == only), finished.Where(d => d.SourceId == only));
        var sources = await all.OrderBy(s => s.Name).ToListAsync(cancellationToken);
        var revisions = await revised.Select(r => new { r.SourceId, r.Number, r.Length, r.TurnCount }).ToListAsync(cancellationToken);
        var current = revisions.GroupBy(r => r.SourceId).ToDictionary(g => g.Key, g => g.MaxBy(r => r.Number)!);
        var codings = await seen.GroupBy(c => c.SourceId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var done = (await (from d in finished join c in db.Coders on d.CoderId equals c.Id select new { d.SourceId, c.Name }).ToListAsync(cancellationToken))
            .ToLookup(d => d.SourceId, d => d.Name);
        var informants = await InformantCard.AllAsync(db, cancellationToken, request.Only is null ? null : sources.FirstOrDefault()?.InformantId);
        return new Response([.. sources.Select(s => new Row(
            s.Id, s.Name, s.Kind, s.Interview?.Language ?? language, current.GetValueOrDefault(s.Id)?.Length ?? 0, s.Revision, current.GetValueOrDefault(s.Id)?.TurnCount ?? 0,
            s.InformantId is { } id ? informants.GetValueOrDefault(id) : null, codings.GetValueOrDefault(s.Id), [.. done[s.Id].Order(StringComparer.Ordinal)], s.Purged, s.ImportedAt))]);
    }
}
