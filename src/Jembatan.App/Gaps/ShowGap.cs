using Jembatan.App.Data;
using Jembatan.App.Servo;
using Jembatan.App.Traces;
using Jembatan.Core;
using Jembatan.Servo;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Gaps;

/// <summary>The observed gap of coverage: printed values with their sources, and performance against targets. No model.</summary>
public static class ShowGap
{
    /// <param name="Notice">That these are printed values, each with its own definition.</param>
    /// <param name="InformalShare">Share of informal work among the employed, one series per month of the year.</param>
    /// <param name="InformalWorkers">Informal workers in August, in millions.</param>
    /// <param name="Members">Active members by definition.</param>
    /// <param name="Ratios">Members ÷ workers, each with the dates of both and the sum written out.</param>
    /// <param name="Targets">Targets in total, with what was achieved where a value of the same definition exists.</param>
    /// <param name="Strategies">Target and achievement per strategy of the study.</param>
    /// <param name="Conflicts">Where definitions or printed figures conflict.</param>
    /// <param name="Citations">Sources by number.</param>
    public sealed record Response(
        Bilingual Notice, IReadOnlyList<GapSeries> InformalShare, GapSeries? InformalWorkers, IReadOnlyList<GapSeries> Members, IReadOnlyList<GapRatio> Ratios, IReadOnlyList<GapTarget> Targets,
        IReadOnlyList<GapStrategy> Strategies, IReadOnlyList<Bilingual> Conflicts, IReadOnlyDictionary<string, GapCitation> Citations)
    {
        /// <summary>Informal workers of other months of the year, which never share a line with those of August.</summary>
        public IReadOnlyList<GapSeries> OtherWorkers { get; init; } = [];
    }

    public static async Task<Result<Response>> HandleAsync(JembatanDb db, CancellationToken cancellationToken)
    {
        var (gap, macro) = (ShippedData.Gap(), ShippedData.Macro());
        var workers = GapFigures.InformalWorkers(macro).ToList();
        return new Response(
            Notice, [.. GapFigures.InformalShare(macro)], workers.Find(w => w.Key == "informal-workers"), [.. GapFigures.Members(gap)], GapFigures.Ratios(gap, macro),
            [.. GapFigures.Targets(gap)], await StrategiesAsync(db, cancellationToken), gap.Conflicts, GapFigures.Citations(gap, macro))
        { OtherWorkers = [.. workers.Where(w => w.Key != "informal-workers")] };
    }

    private static Bilingual Notice { get; } = new(
        "Nilai tercetak dengan sumber, tanggal, dan definisinya masing-masing. Tidak ada model; setiap pembagian ditulis lengkap, dan angka dengan definisi berbeda tidak disambungkan.",
        "Printed values, each with its source, date and definition. There is no model; every division is written out, and figures of different definitions are not joined.");

    private static async Task<IReadOnlyList<GapStrategy>> StrategiesAsync(JembatanDb db, CancellationToken cancellationToken)
    {
        var points = (await db.Performances.AsNoTracking().ToListAsync(cancellationToken)).ToLookup(p => p.StrategyId);
        var strategies = await db.Strategies.AsNoTracking().OrderBy(s => s.Order).ThenBy(s => s.Label).ToListAsync(cancellationToken);
        return [.. strategies.Where(s => points[s.Id].Any()).Select(s => new GapStrategy(s.Label, s.Title, [.. points[s.Id].OrderBy(p => p.Date, StringComparer.Ordinal).ThenBy(p => p.Id).Select(p =>
        {
            var result = PerformanceGap.Of(new(p.Date, p.Target, p.Achieved));
            return new GapPerformance(
                TraceId.Of(p.Id), p.Date, p.Metric, p.Target, p.Achieved, p.Unit, result.Share,
                result.Share is null ? null : Arithmetic.Ratio(p.Achieved!.Value, p.Target!.Value, "dari target", "of the target"), result.Reason?.Words, p.Source, p.Mark);
        })]))];
    }
}

/// <summary>Printed values of one definition.</summary>
public sealed record GapSeries(string Key, Bilingual Name, Bilingual Definition, string Unit, IReadOnlyList<GapPoint> Points);

/// <summary>A printed value.</summary>
/// <param name="TraceId">Such as <c>gap:bpu-active/2025-05</c>.</param>
/// <param name="Value">In the unit of its series; null when only a range or word was printed.</param>
/// <param name="Mark">A official, B press or secondary, C calculated.</param>
public sealed record GapPoint(string TraceId, string Date, double? Value, string Mark, Bilingual? Note, IReadOnlyList<string> Sources);

/// <summary>Members ÷ workers with both dates.</summary>
/// <param name="Ratio">0 to 1.</param>
/// <param name="SameDate">Whether numerator and denominator are of the same month.</param>
/// <param name="Arithmetic">The division written out.</param>
public sealed record GapRatio(
    string TraceId, Bilingual Definition, string NumeratorDate, double Numerator, string DenominatorDate, double Denominator, double Ratio, bool SameDate, Bilingual Arithmetic, IReadOnlyList<string> Sources);

/// <summary>A target with its own definition and denominator.</summary>
/// <param name="Achieved">What was reached at the date named, of the same definition; null when none was printed.</param>
/// <param name="Reason">Why target and achievement cannot be set against each other; null when they can.</param>
public sealed record GapTarget(
    string TraceId, string Key, Bilingual Text, double? Value, string Unit, string? Due, Bilingual Denominator, double? Achieved, string? AchievedDate, Bilingual? Arithmetic, Bilingual? Reason,
    string Mark, IReadOnlyList<string> Sources);

/// <summary>Target and achievement of one strategy.</summary>
public sealed record GapStrategy(string Label, Bilingual Title, IReadOnlyList<GapPerformance> Points);

/// <summary>Target and achievement at a date.</summary>
/// <param name="Share">Achieved ÷ target; null, with a reason, when either is missing.</param>
public sealed record GapPerformance(
    string TraceId, string Date, Bilingual Metric, double? Target, double? Achieved, string Unit, double? Share, Bilingual? Arithmetic, Bilingual? Reason, string Source, string? Mark);

/// <summary>Where a figure was read.</summary>
public sealed record GapCitation(string Tag, string Title, string? Url, string? Date);
