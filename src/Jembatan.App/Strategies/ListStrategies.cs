using Jembatan.Core;
using Jembatan.Core.Strategies;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Strategies;

/// <summary>Lists the strategies with what is known of them, without their fit.</summary>
public static class ListStrategies
{
    public sealed record Response(IReadOnlyList<Row> Strategies);

    /// <param name="Claims">Labels of the causes that it claims to remove.</param>
    public sealed record Row(Id<Strategy> Id, string Label, StrategyDetails Details, IReadOnlyList<string> Claims);

    public static async Task<Result<Response>> HandleAsync(JembatanDb db, CancellationToken cancellationToken)
    {
        var codes = await db.Codes.AsNoTracking().Select(c => new { c.Id, c.Label }).ToDictionaryAsync(c => c.Id, c => c.Label, cancellationToken);
        var strategies = await db.Strategies.AsNoTracking().OrderBy(s => s.Order).ThenBy(s => s.Label).ToListAsync(cancellationToken);
        return new Response([.. strategies.Select(s => new Row(s.Id, s.Label, s.Details, [.. s.Mechanism.Where(codes.ContainsKey).Select(m => codes[m])]))]);
    }
}
