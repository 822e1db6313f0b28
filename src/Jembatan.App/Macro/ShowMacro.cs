using Jembatan.App.Causes;
using Jembatan.App.Data;
using Jembatan.App.Gaps;
using Jembatan.App.Servo;
using Jembatan.App.Traces;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;
using Jembatan.Storage;

namespace Jembatan.App.Macro;

/// <summary>The macro-economy beside what informants say of it. Descriptive, never a causal claim.</summary>
public static class ShowMacro
{
    /// <param name="Notice">That the view is descriptive.</param>
    /// <param name="Caution">What must not be done with the series.</param>
    /// <param name="Series">Every series with the codes it speaks to.</param>
    /// <param name="Unlinked">MX and FI codes that no series speaks to.</param>
    /// <param name="Citations">Sources by number.</param>
    public sealed record Response(
        Bilingual Notice, Bilingual Caution, IReadOnlyList<MacroSeries> Series, IReadOnlyList<MacroVoice> Unlinked, int OfInformants, IReadOnlyDictionary<string, GapCitation> Citations);

    /// <returns>The view, or <c>servo/thresholds</c>.</returns>
    public static async Task<Result<Response>> HandleAsync(JembatanDb db, CancellationToken cancellationToken)
    {
        var material = await ServoMaterial.ReadAsync(db, cancellationToken);
        if (material.Problem is { } unread) return unread;
        var linked = ShippedData.Macro().Series.SelectMany(s => s.Links ?? []).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var ranked = await RankCauses.OfAsync(new(QuotesOf: r => r.Causes.Where(c => linked.Contains(c.Code) || IsOfMacro(c.Code))), material.Value, db, cancellationToken);
        return ranked.Problem is { } problem ? problem : Of(material.Value, ranked.Value);
    }

    internal static Response Of(ServoMaterial material, RankCauses.Response ranked)
    {
        var rows = ranked.Causes.ToDictionary(c => c.Code, StringComparer.OrdinalIgnoreCase);
        var codes = material.Codes.Values.Where(c => !c.Retired).ToDictionary(c => c.Label, StringComparer.OrdinalIgnoreCase);
        var macro = ShippedData.Macro();
        var linked = macro.Series.SelectMany(s => s.Links ?? []).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var unlinked = codes.Values.Where(c => IsOfMacro(c.Label) && !linked.Contains(c.Label));
        return new Response(
            Notice, macro.Caution ?? Bilingual.Empty, [.. macro.Series.Select(s => Series(s, material, codes, rows))],
            [.. unlinked.OrderBy(c => c.Label, StringComparer.Ordinal).Select(c => Voice(c, rows))], ranked.OfInformants, GapFigures.Citations(macro));
    }

    private static bool IsOfMacro(string code) => code.StartsWith("MX", StringComparison.Ordinal) || code.StartsWith("FI", StringComparison.Ordinal);

    private static Bilingual Notice { get; } = new(
        "Deret ekonomi dan ucapan narasumber disandingkan untuk dibaca bersama. Ini gambaran, bukan bukti bahwa yang satu menyebabkan yang lain.",
        "Economic series and informants' words stand side by side to be read together. This describes; it does not show that one causes the other.");

    private static MacroSeries Series(ShippedSeries s, ServoMaterial material, Dictionary<string, Code> codes, Dictionary<string, RankedCause> rows) => new(
        s.Key, s.Name, s.Unit ?? "", s.Definition ?? Bilingual.Empty, s.Month, s.Caution,
        [.. (s.Points ?? []).Select(p => new MacroPoint(
            p.Key is null ? TraceId.Point(s.Key, p.Date) : TraceId.Point(s.Key, $"{p.Date}/{p.Key}"), p.Date, p.Value, p.Printed, p.Mark ?? "", p.Note, p.Sources ?? [], p.Label))],
        [.. (s.Links ?? []).Where(codes.ContainsKey).Select(l => Voice(codes[l], rows))], [.. Ratings(s.Key, material)], s.Kind == "breakdown");

    private static MacroVoice Voice(Code code, Dictionary<string, RankedCause> rows)
    {
        var row = rows.GetValueOrDefault(code.Label);
        return new(
            code.Label, code.Name, code.Definition, row?.Informants ?? 0, row?.Groups ?? new Dictionary<InformantGroup, int>(), row?.Codings ?? 0, row?.Contradicting ?? 0, row?.Quotes ?? []);
    }

    private static IEnumerable<MacroRating> Ratings(string series, ServoMaterial material) =>
        from r in material.Ratings
        let criterion = material.Criteria.FirstOrDefault(c => c.Id == r.CriterionId)
        where criterion is { Pair: Pair.SE } && r.State == RatingState.Final
        from id in r.Evidence
        let e = material.Evidence.GetValueOrDefault(id)
        where e?.SeriesPoint is { } point && (point == series || point.StartsWith(series + "/", StringComparison.Ordinal))
        let strategy = material.Strategies.First(s => s.Id == r.StrategyId)
        orderby strategy.Order, criterion.Label, r.At
        select new MacroRating(r.Id, strategy.Label, strategy.Title, criterion.Label, material.CoderName(r.RaterId), r.Value.ToString(), r.Horizon, e.SeriesPoint!, e.Id);
}

/// <summary>A series as printed.</summary>
/// <param name="Month">The month of the year that all points are of; null when the points are of whole years.</param>
/// <param name="Caution">What must not be done with it.</param>
/// <param name="Voices">The codes it speaks to, with what informants say.</param>
/// <param name="Ratings">S–E ratings that rest on a point of it.</param>
/// <param name="IsBreakdown">Whether the points are parts of one whole at one time rather than times of one thing.</param>
public sealed record MacroSeries(
    string Key, Bilingual Name, string Unit, Bilingual Definition, string? Month, Bilingual? Caution, IReadOnlyList<MacroPoint> Points, IReadOnlyList<MacroVoice> Voices,
    IReadOnlyList<MacroRating> Ratings, bool IsBreakdown);

/// <summary>A point as printed.</summary>
/// <param name="TraceId">Such as <c>series:informal-share/2025-08</c>.</param>
/// <param name="Printed">The value as it was printed.</param>
/// <param name="Label">The part, in a breakdown.</param>
public sealed record MacroPoint(string TraceId, string Date, double? Value, string? Printed, string Mark, Bilingual? Note, IReadOnlyList<string> Sources, Bilingual? Label);

/// <summary>What informants say of one code.</summary>
public sealed record MacroVoice(
    string Code, Bilingual Name, Bilingual Definition, int Informants, IReadOnlyDictionary<InformantGroup, int> Groups, int Codings, int Contradicting, IReadOnlyList<CauseQuote> Quotes);

/// <summary>A rating that rests on a point of a series.</summary>
public sealed record MacroRating(Id<Rating> Id, string Strategy, Bilingual Title, string Criterion, string Rater, string Value, string? Horizon, string Point, Id<Evidence> Evidence);
