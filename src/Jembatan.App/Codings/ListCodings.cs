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
    /// <param name="Offset">How many to pass over.</param>
    /// <param name="Limit">How many at most; null for all.</param>
    public sealed record Request(string? Code = null, string? Source = null, string? Coder = null, string? Case = null, int Offset = 0, int? Limit = null);

    /// <param name="Total">How many there are beyond this page too.</param>
    public sealed record Response(IReadOnlyList<CodingRow> Codings, int Total);

    /// <returns>The codings, or <c>code/not-found</c>, <c>source/not-found</c>, <c>coder/not-found</c>, <c>case/unreadable</c>, <c>variable/not-found</c>.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, JembatanDb db, CancellationToken cancellationToken)
    {
        var filtered = await FilterAsync(request, db, cancellationToken);
        if (filtered.Problem is { } problem) return problem;
        var rows = await CodingRows.ReadAsync(db, filtered.Value.Codings, cancellationToken, request.Offset, request.Limit);
        var whole = request.Limit is null || rows.Count < request.Limit;
        return new Response(rows, whole && (rows.Count > 0 || request.Offset == 0) ? request.Offset + rows.Count : await filtered.Value.Codings.CountAsync(cancellationToken));
    }

    private static async Task<Result<Filtered>> FilterAsync(Request request, JembatanDb db, CancellationToken cancellationToken)
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

    private sealed record Filtered(IQueryable<Coding> Codings);
}
