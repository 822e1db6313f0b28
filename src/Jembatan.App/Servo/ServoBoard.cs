using Jembatan.Core;
using Jembatan.Core.Strategies;
using Jembatan.Storage;

namespace Jembatan.App.Servo;

/// <summary>The SERVO board: the fit of every strategy with environment, resources, values and organisation, with all that it rests on.</summary>
public static class ServoBoard
{
    /// <param name="Strategy">Label of one strategy; null for all.</param>
    /// <param name="Horizon">Null or <c>now</c> for now, else the horizon as it stands in the ratings, such as <c>2030</c>.</param>
    public sealed record Request(string? Strategy = null, string? Horizon = null);

    /// <param name="Horizon">The horizon shown; null for now.</param>
    /// <param name="Horizons">Every horizon that has ratings.</param>
    /// <param name="Misfits">Proposed and confirmed, by priority.</param>
    /// <param name="Dismissed">Dismissed by the analyst.</param>
    /// <param name="Recommendations">Changes proposed, in order.</param>
    public sealed record Response(
        string? Horizon, IReadOnlyList<string> Horizons, BoardThresholds Thresholds, IReadOnlyList<BoardStrategy> Strategies, IReadOnlyList<BoardMisfit> Misfits,
        IReadOnlyList<BoardMisfit> Dismissed, IReadOnlyList<BoardRecommendation> Recommendations);

    /// <returns>The board, or <c>strategy/not-found</c>, or <c>servo/no-horizon</c>, or <c>servo/thresholds</c> when the study's thresholds are out of order.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, JembatanDb db, CancellationToken cancellationToken)
    {
        var read = await ServoMaterial.ReadAsync(db, cancellationToken);
        return read.Problem is { } problem ? problem : Of(read.Value, request);
    }

    internal static Result<Response> Of(ServoMaterial material, Request request)
    {
        var horizons = material.Horizons;
        var shown = request.Horizon is null or "" or "now" ? null : request.Horizon;
        if (shown is not null && !horizons.Contains(shown))
        {
            return new Problem("servo/no-horizon", horizons.Count == 0
                ? "Nothing is rated for a horizon yet. Rate with '--horizon DATE' first, or leave the horizon out."
                : $"Nothing is rated for the horizon '{shown}'. Choose one of: {string.Join(", ", horizons)}.", shown);
        }

        var strategies = material.Strategies;
        if (request.Strategy is { } asked)
        {
            strategies = [.. strategies.Where(s => string.Equals(s.Label, asked.Trim(), StringComparison.OrdinalIgnoreCase) || s.Id.ToString() == asked.Trim())];
            if (strategies.Count == 0) return Problem.NotFound("strategy", asked);
        }

        var against = shown ?? (horizons.Count > 0 ? horizons[0] : null);
        var wanted = strategies.Select(s => s.Label).ToHashSet(StringComparer.Ordinal);
        var misfits = BoardMisfits.All(material, material.Strategies).Where(m => wanted.Contains(m.Strategy)).ToList();
        var t = material.Options.Thresholds;
        return new Response(
            shown, horizons, new(t.Fit, t.FairlyFit, t.Misfit, t.Coverage, t.Strength),
            [.. strategies.Select(s => BoardRows.Strategy(material, s, shown, against))],
            [.. misfits.Where(m => m.Status != BoardMisfitStatus.Dismissed)],
            [.. misfits.Where(m => m.Status == BoardMisfitStatus.Dismissed)],
            [.. Recommendations(material).Where(r => request.Strategy is null || r.Strategy is { } s && wanted.Contains(s))]);
    }

    private static IEnumerable<BoardRecommendation> Recommendations(ServoMaterial material)
    {
        var keys = material.Misfits.ToDictionary(m => m.Id, m => BoardMisfits.KeyOf(
            m, material.Strategies.First(s => s.Id == m.StrategyId).Label, m.CriterionId is { } c ? material.Criteria.FirstOrDefault(x => x.Id == c)?.Label : null));
        return material.Recommendations.Select(r => new BoardRecommendation(
            r.Id, r.Details.Change, StrategyOf(material, r)?.Label, [.. r.Details.Misfits.Where(keys.ContainsKey).Select(m => keys[m])],
            material.Labels(r.Details.Causes), r.Details.Evidence, r.Details.Owner, r.Details.Due));
    }

    // The strategy named, else that of its first misfit.
    private static Strategy? StrategyOf(ServoMaterial material, Recommendation r)
    {
        var id = r.Details.StrategyId ?? material.Misfits.FirstOrDefault(m => r.Details.Misfits.Contains(m.Id))?.StrategyId;
        return material.Strategies.FirstOrDefault(s => s.Id == id);
    }
}
