using Jembatan.Core;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Codings;

/// <summary>Lists the coders whose work the reader may see, for a choice of whose codings count.</summary>
public static class ListCoders
{
    public sealed record Request;

    /// <param name="Names">Coders with at least one coding, by name.</param>
    public sealed record Response(IReadOnlyList<string> Names);

    public static async Task<Result<Response>> HandleAsync(Request request, JembatanDb db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var coders = db.Coders.AsNoTracking().Where(k => db.SeenCodings.Any(c => c.CoderId == k.Id)).Select(k => k.Name);
        return new Response([.. (await coders.ToListAsync(cancellationToken)).Order(StringComparer.OrdinalIgnoreCase)]);
    }
}
