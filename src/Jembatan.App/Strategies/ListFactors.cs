using Jembatan.Core;
using Jembatan.Core.Strategies;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Strategies;

/// <summary>Lists the factors by element.</summary>
public static class ListFactors
{
    /// <param name="Element">Only this element; null for all.</param>
    public sealed record Request(Element? Element = null);

    public sealed record Response(IReadOnlyList<Row> Factors);

    public sealed record Row(Id<Factor> Id, Element Element, string Sub, Bilingual Statement, bool Anticipated, string? Horizon, IReadOnlyList<Id<Evidence>> Evidence);

    public static async Task<Result<Response>> HandleAsync(Request request, JembatanDb db, CancellationToken cancellationToken)
    {
        var factors = await db.Factors.AsNoTracking().ToListAsync(cancellationToken);
        return new Response([.. factors.Where(f => request.Element is null || f.Element == request.Element).OrderBy(f => f.Element).ThenBy(f => f.Id)
            .Select(f => new Row(f.Id, f.Element, f.Sub, f.Statement, f.Anticipated, f.Horizon, f.Evidence))]);
    }
}
