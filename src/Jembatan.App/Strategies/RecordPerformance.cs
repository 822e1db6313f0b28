using System.Text.RegularExpressions;
using Jembatan.App.Lookups;
using Jembatan.Core;
using Jembatan.Core.Strategies;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Strategies;

/// <summary>Records target and achievement of a strategy at a date; the same date and metric again replaces it.</summary>
public static partial class RecordPerformance
{
    /// <param name="Date">A year, month or day in ISO order.</param>
    /// <param name="Source">Where the figures were read.</param>
    /// <param name="Mark">A official, B press or secondary, C calculated; null for the study's own.</param>
    public sealed record Request(
        string Strategy, string Date, Bilingual Metric, double? Target, double? Achieved, string Source, string Unit = "", string? Mark = null);

    public sealed record Response(Id<Performance> Id, string Strategy, string Date, bool Replaced);

    /// <returns>The point, or <c>strategy/not-found</c>, <c>performance/bad-date</c>, <c>performance/no-metric</c>, <c>performance/no-value</c>, <c>performance/no-source</c>.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, string coder, JembatanDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var strategy = await db.StrategyAsync(request.Strategy, cancellationToken);
        if (strategy.Problem is { } missing) return missing;
        if (Refusal(request) is { } problem) return problem;

        var sameDate = await db.Performances.Where(p => p.StrategyId == strategy.Value.Id && p.Date == request.Date).ToListAsync(cancellationToken);
        var known = sameDate.Find(p => p.Metric == request.Metric);
        var point = known;
        if (point is null)
        {
            point = new Performance(strategy.Value.Id, request.Date, request.Metric, request.Target, request.Achieved, request.Unit, request.Source, request.Mark);
            db.Performances.Add(point);
        }
        else
        {
            point.Set(request.Target ?? point.Target, request.Achieved ?? point.Achieved, request.Source);
        }

        await db.CommitAsync("Record performance", (await db.CoderAsync(coder, cancellationToken)).Id, cancellationToken);
        return new Response(point.Id, strategy.Value.Label, point.Date, known is not null);
    }

    internal static Problem? Refusal(Request request)
    {
        if (!IsDate(request.Date))
            return new Problem("performance/bad-date", $"'{request.Date}' is not a date. Write a year, month or day such as 2025, 2025-05 or 2025-05-31.", request.Date);
        if (request.Metric.IsEmpty) return new Problem("performance/no-metric", "Say what is counted, such as 'Peserta baru'.");
        if (request.Target is null && request.Achieved is null) return new Problem("performance/no-value", "Give a target, an achievement, or both.");
        if (request.Target is { } t && !double.IsFinite(t) || request.Achieved is { } a && !double.IsFinite(a))
            return new Problem("performance/no-value", "Target and achievement are plain numbers. Write 600000 or 0.75.");
        return string.IsNullOrWhiteSpace(request.Source) ? new Problem("performance/no-source", "Say where the figures were read; a number without a source cannot be traced.") : null;
    }

    /// <summary>Whether a text is a year, month or day in ISO order.</summary>
    internal static bool IsDate(string text) => IsoDate().IsMatch(text);

    [GeneratedRegex(@"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex IsoDate();
}
