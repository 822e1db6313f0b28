using System.Globalization;
using Jembatan.App.Servo;
using Jembatan.Core;
using Jembatan.Core.Strategies;
using Jembatan.Servo;

namespace Jembatan.App.Traces;

/// <summary>Verdicts, fits, criteria, ratings, evidence, misfits and recommendations as steps of a trace.</summary>
internal sealed class TracesOfRatings(TraceGraph graph)
{
    private readonly ServoMaterial material = graph.Material;

    private IReadOnlyList<BoardMisfit> Misfits => field ??= BoardMisfits.All(material, material.Strategies);

    public TraceStep? Verdict(string label)
    {
        if (StrategyOf(label) is not { } s || material.VerdictOn(s) is not { } verdict) return null;
        return TraceStep.Of(
            TraceId.Verdict(s.Label), new($"Putusan atas {s.Title.In(Language.Indonesian)}", $"Verdict on {s.Title.In(Language.English)}"), verdict.Is.Words(), verdict.Because,
            TraceHref.Strategy(s.Label), Fits(s), [TraceId.Strategy(s.Label)]);
    }

    public TraceStep? Strategy(string label)
    {
        if (StrategyOf(label) is not { } s) return null;
        IEnumerable<string> verdict = material.VerdictOn(s) is null ? Fits(s) : [TraceId.Verdict(s.Label)];
        return TraceStep.Of(
            TraceId.Strategy(s.Label), new($"Strategi {s.Title.In(Language.Indonesian)}", $"Strategy {s.Title.In(Language.English)}"), material.Fit(s, null).Computed.Words(), null,
            TraceHref.Strategy(s.Label),
            [.. verdict, .. Misfits.Where(m => m.Strategy == s.Label).Select(MisfitId), .. material.Performances.Where(p => p.StrategyId == s.Id).Select(p => TraceId.Of(p.Id))],
            material.Recommendations.Where(r => r.Details.StrategyId == s.Id).Select(r => TraceId.Of(r.Id)));
    }

    /// <summary>A fit <c>STRATEGY/PAIR</c> now, or <c>STRATEGY/PAIR@HORIZON</c>.</summary>
    public TraceStep? Fit(string key)
    {
        var (thing, horizon) = At(key);
        if (thing.Split('/') is not [var label, var letters] || StrategyOf(label) is not { } s || !Enum.TryParse<Pair>(letters, ignoreCase: true, out var pair)) return null;
        if ((horizon is not null && !material.Horizons.Contains(horizon)) || material.Fit(s, horizon)[pair] is not { } fit) return null;
        var number = fit.Fit is { } f ? $"{f.ToString("0.00", CultureInfo.InvariantCulture).Replace('-', '\u2212')}" : null;
        var (words, when) = (fit.Verdict.Words(), horizon is null ? "" : $", {horizon}");
        return TraceStep.Of(
            TraceId.Fit(s.Label, pair, horizon), new($"Kesesuaian {pair} {s.Label}{when}", $"Fit {pair} of {s.Label}{when}"),
            number is null ? words : new($"{number.Replace('.', ',')} · {words.Id}", $"{number} · {words.En}"),
            Arithmetic.Of(fit)?.In(graph.Language) ?? fit.Reason?.Words.In(graph.Language), TraceHref.Cell(s.Label, pair),
            material.Criteria.Where(c => c.Pair == pair && !c.Retired && RatingsOf(c, s, horizon).Any()).Select(c => TraceId.Criterion(c.Label, s.Label, horizon)),
            [material.VerdictOn(s) is null ? TraceId.Strategy(s.Label) : TraceId.Verdict(s.Label)]);
    }

    /// <summary>A criterion over all strategies, or <c>CRITERION/STRATEGY</c> on one, now or <c>@HORIZON</c>.</summary>
    public TraceStep? Criterion(string key)
    {
        var (thing, horizon) = At(key);
        var parts = thing.Split('/');
        if (material.Criteria.FirstOrDefault(c => Same(c.Label, parts[0]) || c.Id.ToString() == parts[0]) is not { } c) return null;
        if (parts.Length == 1)
        {
            var rated = material.Ratings.Where(r => r.CriterionId == c.Id).Select(r => (r.StrategyId, r.Horizon)).Distinct().OrderBy(r => r.Horizon, StringComparer.Ordinal)
                .SelectMany(r => material.Strategies.Where(s => s.Id == r.StrategyId).Select(s => (Strategy: s.Label, s.Order, r.Horizon))).OrderBy(r => r.Order).ToList();
            return TraceStep.Of(
                TraceId.Criterion(c.Label), new($"Kriteria {c.Label}", $"Criterion {c.Label}"), null, c.Question.In(graph.Language), "/servo",
                rated.Select(r => TraceId.Criterion(c.Label, r.Strategy, r.Horizon)), rated.Select(r => TraceId.Fit(r.Strategy, c.Pair, r.Horizon)));
        }

        if (StrategyOf(parts[1]) is not { } strategy) return null;
        var when = horizon is null ? "" : $", {horizon}";
        var mean = material.Fit(strategy, horizon)[c.Pair]?.Criteria.FirstOrDefault(r => r.Criterion == c.Label)?.Mean;
        IEnumerable<string> misfits = horizon is null ? Misfits.Where(m => m.Strategy == strategy.Label && m.Criterion == c.Label).Select(MisfitId) : [];
        return TraceStep.Of(
            TraceId.Criterion(c.Label, strategy.Label, horizon), new($"Kriteria {c.Label} pada {strategy.Label}{when}", $"Criterion {c.Label} on {strategy.Label}{when}"), Number(mean), c.Question.In(graph.Language),
            TraceHref.Criterion(strategy.Label, c.Pair, c.Label),
            RatingsOf(c, strategy, horizon).OrderBy(r => r.At).Select(r => TraceId.Of(r.Id)), [TraceId.Fit(strategy.Label, c.Pair, horizon), .. misfits]);
    }

    private IEnumerable<Rating> RatingsOf(Criterion c, Strategy s, string? horizon) => material.Ratings.Where(r => r.CriterionId == c.Id && r.StrategyId == s.Id && r.Horizon == horizon);

    private static (string Thing, string? Horizon) At(string key) => key.Split('@', 2) is [var thing, var horizon] ? (thing, horizon) : (key, null);

    public TraceStep? Rating(string key)
    {
        if (material.Ratings.FirstOrDefault(r => r.Id.ToString() == key) is not { } r) return null;
        var (criterion, strategy) = (material.Criteria.First(c => c.Id == r.CriterionId), material.Strategies.First(s => s.Id == r.StrategyId));
        var rater = material.CoderName(r.RaterId);
        var when = r.Horizon is { } h ? $", {h}" : "";
        var words = r.State == RatingState.Reopened ? $"{r.Observed} [{r.ReopenedBecause}]" : r.Observed.Length > 0 ? r.Observed : r.Rationale;
        return TraceStep.Of(
            TraceId.Of(r.Id), new($"Penilaian {criterion.Label} pada {strategy.Label} oleh {rater}{when}", $"Rating of {criterion.Label} on {strategy.Label} by {rater}{when}"),
            Bilingual.Same(r.Value.ToString().Replace('-', '\u2212')), words, TraceHref.Criterion(strategy.Label, criterion.Pair, criterion.Label),
            r.Evidence.Where(material.Evidence.ContainsKey).Select(TraceId.Of), [TraceId.Criterion(criterion.Label, strategy.Label, r.Horizon)]);
    }

    public TraceStep? Evidence(string key)
    {
        if (!Guid.TryParse(key, out var guid) || material.Evidence.GetValueOrDefault(new(guid)) is not { } e) return null;
        var words = material.WordsOf(e);
        var kind = e.Kind switch
        {
            EvidenceKind.Quote => new Bilingual("Kutipan", "Quote"),
            EvidenceKind.Document => new("Dokumen", "Document"),
            EvidenceKind.Statistic => new("Statistik", "Statistic"),
            _ => new("Pengamatan", "Observation"),
        };
        var stance = e.Stance switch { > 0 => new Bilingual("mendukung", "supports"), < 0 => new("menyanggah", "contradicts"), _ => new("netral", "neutral") };
        var by = words?.Informant ?? e.Issuer ?? words?.Source ?? e.Citation;
        var origin = by is null ? "" : $": {by}";
        List<string> down = [];
        if (e.CodingId is { } coding) down.Add(TraceId.Of(coding));
        if (e.SeriesPoint is { } point) down.Add($"series:{point}");
        return TraceStep.Of(
            TraceId.Of(e.Id), new(kind.Id + origin, kind.En + origin), stance, words?.Text ?? (e.Citation is { } c ? $"{material.StatementOf(e)} ({c})" : material.StatementOf(e)),
            words is null ? null : TraceHref.Coding(words.Source, words.Start, words.End, words.Id), down,
            [.. material.Ratings.Where(r => r.Evidence.Contains(e.Id)).Select(r => TraceId.Of(r.Id)),
                .. material.Recommendations.Where(r => r.Details.Evidence.Contains(e.Id)).Select(r => TraceId.Of(r.Id))]);
    }

    /// <summary>A misfit by identity or by key such as <c>perisai/SR3</c>.</summary>
    public TraceStep? Misfit(string key)
    {
        if (Misfits.FirstOrDefault(m => m.Id?.ToString() == key || Same(m.Key, key)) is not { } m) return null;
        var strategy = material.Strategies.First(s => s.Label == m.Strategy);
        var criterion = material.Criteria.FirstOrDefault(c => c.Label == m.Criterion);
        Bilingual value = m.Priority is { Rank: { } rank, Low: { } low, High: { } high } ? new($"peringkat {rank} ({low} sampai {high})", $"rank {rank} ({low} to {high})") : m.Status switch
        {
            BoardMisfitStatus.Proposed => new("diusulkan", "proposed"),
            BoardMisfitStatus.Confirmed => new("dipastikan", "confirmed"),
            _ => new("dikesampingkan", "dismissed"),
        };
        return TraceStep.Of(
            MisfitId(m), new($"Ketidaksesuaian {m.Key}", $"Misfit {m.Key}"), value, m.Statement, criterion is null ? TraceHref.Cell(m.Strategy, m.Pair) : TraceHref.Criterion(m.Strategy, m.Pair, criterion.Label),
            [criterion is null ? TraceId.Fit(m.Strategy, m.Pair) : CriterionId(criterion, strategy), .. m.Causes.Select(TraceId.Cause)],
            m.Recommendations.Select(TraceId.Of));
    }

    public TraceStep? Recommendation(string key)
    {
        if (material.Recommendations.FirstOrDefault(r => r.Id.ToString() == key) is not { } r) return null;
        var d = r.Details;
        var strategy = material.Strategies.FirstOrDefault(s => s.Id == d.StrategyId);
        return TraceStep.Of(
            TraceId.Of(r.Id), new("Rekomendasi", "Recommendation"), d.Owner is null && d.Due is null ? null : Bilingual.Same(string.Join(", ", new[] { d.Owner, d.Due }.OfType<string>())), d.Change,
            TraceHref.Trace(TraceId.Of(r.Id)),
            [.. d.Misfits.Where(id => Misfits.Any(m => m.Id == id)).Select(TraceId.Of), .. material.Labels(d.Causes).Select(TraceId.Cause), .. d.Evidence.Select(TraceId.Of)],
            strategy is null ? [] : [TraceId.Strategy(strategy.Label)]);
    }

    /// <summary>What claims to remove a cause, what lets it stand, and what proposes to change that.</summary>
    public IEnumerable<string> OnCause(string label)
    {
        var code = material.Codes.Values.FirstOrDefault(c => c.Label == label);
        if (code is null) return [];
        var misfits = Misfits.Where(m => m.Causes.Contains(label)).Select(MisfitId);
        return [.. material.Strategies.Where(s => s.Mechanism.Contains(code.Id)).Select(s => TraceId.Strategy(s.Label)), .. misfits,
            .. material.Recommendations.Where(r => r.Details.Causes.Contains(code.Id)).Select(r => TraceId.Of(r.Id))];
    }

    /// <summary>Evidence that stands on a coding or on a point of a series.</summary>
    public IEnumerable<string> EvidenceOn(Func<Evidence, bool> standsOn) => material.Evidence.Values.Where(standsOn).OrderBy(e => e.Id).Select(e => TraceId.Of(e.Id));

    public IReadOnlyList<string> MisfitKeys => [.. Misfits.Select(m => m.Key)];

    internal static Bilingual? Number(double? value) =>
        value is { } v ? new(v.ToString("0.##", CultureInfo.GetCultureInfo("id-ID")).Replace('-', '\u2212'), v.ToString("0.##", CultureInfo.InvariantCulture).Replace('-', '\u2212')) : null;

    private static IEnumerable<string> Fits(Strategy s) => Elements.MainPairs.Select(p => TraceId.Fit(s.Label, p));

    private static string CriterionId(Criterion c, Strategy s) => TraceId.Criterion(c.Label, s.Label, null);

    private static string MisfitId(BoardMisfit m) => m.Id is { } id ? TraceId.Of(id) : $"misfit:{m.Key}";

    private Strategy? StrategyOf(string label) => material.Strategies.FirstOrDefault(s => Same(s.Label, label) || s.Id.ToString() == label);

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
