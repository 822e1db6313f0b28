using Jembatan.App.Codebooks;
using Jembatan.App.Lookups;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Codings;

/// <summary>Lists codings in the order of source and place.</summary>
public static class ListCodings
{
    /// <param name="Code">Only this code and those below it.</param>
    /// <param name="Source">Only this source.</param>
    /// <param name="Coder">Only this coder.</param>
    /// <param name="Case">Only informants with this value of a variable, <c>VARIABLE=VALUE</c>; the group is <c>group=worker</c>.</param>
    /// <param name="Stance">Only codings of this stance.</param>
    /// <param name="Offset">How many to pass over.</param>
    /// <param name="Limit">How many at most; null for all.</param>
    public sealed record Request(string? Code = null, string? Source = null, string? Coder = null, string? Case = null, int? Stance = null, int Offset = 0, int? Limit = null);

    /// <param name="Total">How many there are beyond this page too.</param>
    public sealed record Response(IReadOnlyList<CodingRow> Codings, int Total);

    /// <returns>The codings, or <c>code/not-found</c>, <c>source/not-found</c>, <c>coder/not-found</c>, <c>case/unreadable</c>, <c>variable/not-found</c>.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, JembatanDb db, CancellationToken cancellationToken)
    {
        var filtered = await FilterAsync(request, db, cancellationToken);
        if (filtered.Problem is { } problem) return problem;
        if (request.Limit is not { } limit && request.Offset == 0)
        {
            var all = await CodingRows.ReadAsync(db, filtered.Value.Codings, cancellationToken);
            return new Response(all, all.Count);
        }

        return await PageAsync(request.Offset, request.Limit ?? int.MaxValue, filtered.Value.Codings, db, cancellationToken);
    }

    // A page is asked of the few sources it lies in, so that a million codings are counted but not sorted.
    internal static async Task<Response> PageAsync(int offset, int limit, IQueryable<Coding> codings, JembatanDb db, CancellationToken cancellationToken)
    {
        var counts = await codings.GroupBy(c => c.SourceId).Select(g => new { Source = g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Source, g => g.Count, cancellationToken);
        var order = await db.Sources.OrderBy(s => s.Name).Select(s => s.Id).ToListAsync(cancellationToken);
        var (before, passed, within) = (0, 0L, new List<Id<Source>>());
        foreach (var source in order.Where(counts.ContainsKey).TakeWhile(_ => passed < (long)offset + limit))
        {
            passed += counts[source];
            if (passed > offset) within.Add(source);
            else before += counts[source];
        }

        var rows = within.Count == 0 ? [] : await CodingRows.ReadAsync(db, codings.Where(c => within.Contains(c.SourceId)), cancellationToken, offset - before, limit);
        return new Response(rows, counts.Values.Sum());
    }

    internal static async Task<Result<Filtered>> FilterAsync(Request request, JembatanDb db, CancellationToken cancellationToken)
    {
        var codings = db.SeenCodings;
        if (request.Code is { } code)
        {
            var found = await db.CodeAsync(code, cancellationToken);
            if (found.Problem is { } problem) return problem;
            var within = CodeTree.Of(await db.Codes.AsNoTracking().ToListAsync(cancellationToken)).Within(found.Value.Id);
            codings = codings.Where(c => within.Contains(c.CodeId));
        }

        if (request.Source is { } source)
        {
            var found = await db.SourceAsync(source, cancellationToken);
            if (found.Problem is { } problem) return problem;
            var id = found.Value.Id;
            codings = codings.Where(c => c.SourceId == id);
        }

        if (request.Coder is { } coder)
        {
            var found = await db.CoderNamedAsync(coder, cancellationToken);
            if (found.Problem is { } problem) return problem;
            var id = found.Value.Id;
            codings = codings.Where(c => c.CoderId == id);
        }

        if (request.Stance is { } stance) codings = codings.Where(c => c.Stance == stance);
        if (request.Case is { } condition)
        {
            var informants = await CaseFilter.InformantsAsync(condition, db, cancellationToken);
            if (informants.Problem is { } problem) return problem;
            var sources = await db.Sources.Where(s => s.InformantId != null).Select(s => new { s.Id, s.InformantId }).ToListAsync(cancellationToken);
            var ids = sources.Where(s => informants.Value.Contains(s.InformantId!.Value)).Select(s => s.Id).ToList();
            codings = codings.Where(c => ids.Contains(c.SourceId));
        }

        return new Filtered(codings);
    }

    internal sealed record Filtered(IQueryable<Coding> Codings);
}
