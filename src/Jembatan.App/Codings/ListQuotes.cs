using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Codings;

/// <summary>A page of the quotes of a code and of those below it.</summary>
public static class ListQuotes
{
    /// <param name="Group">Only informants of this group.</param>
    /// <param name="Stance">Only codings of this stance.</param>
    /// <param name="Coder">Only this coder.</param>
    /// <param name="Offset">How many to pass over.</param>
    /// <param name="Limit">How many at most.</param>
    public sealed record Request(string Code, InformantGroup? Group = null, int? Stance = null, string? Coder = null, int Offset = 0, int Limit = 30);

    /// <param name="Total">How many there are beyond this page too.</param>
    /// <param name="Informants">How many informants they are from; sources without a known informant count as one together.</param>
    /// <param name="Coders">Coders who used the code, whatever is chosen.</param>
    public sealed record Response(IReadOnlyList<CodingRow> Codings, int Total, int Informants, IReadOnlyList<string> Coders);

    /// <returns>The quotes, or <c>code/not-found</c>, <c>coder/not-found</c>.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, JembatanDb db, CancellationToken cancellationToken)
    {
        var filtered = await ListCodings.FilterAsync(new(request.Code, null, request.Coder, null, request.Stance), db, cancellationToken);
        if (filtered.Problem is { } problem) return problem;
        var codings = filtered.Value.Codings;
        if (request.Group is { } group)
        {
            var spoken = db.Sources.Where(s => db.Informants.Any(i => i.Id == s.InformantId && i.Group == group)).Select(s => s.Id);
            codings = codings.Where(c => spoken.Contains(c.SourceId));
        }

        var page = await ListCodings.PageAsync(request.Offset, request.Limit, codings, db, cancellationToken);
        var sources = codings.Select(c => c.SourceId);
        var informants = await db.Sources.Where(s => sources.Contains(s.Id)).Select(s => s.InformantId).Distinct().CountAsync(cancellationToken);
        var all = await ListCodings.FilterAsync(new(request.Code), db, cancellationToken);
        var users = all.Value.Codings.Select(c => c.CoderId);
        var coders = await db.Coders.Where(c => users.Contains(c.Id)).Select(c => c.Name).ToListAsync(cancellationToken);
        return new Response(page.Codings, page.Total, informants, [.. coders.Order(StringComparer.Ordinal)]);
    }
}
