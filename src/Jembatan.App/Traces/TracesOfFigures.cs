using Jembatan.App.Data;
using Jembatan.App.Gaps;
using Jembatan.App.Servo;
using Jembatan.Core;
using Jembatan.Servo;

namespace Jembatan.App.Traces;

/// <summary>Performance, points of macro series and figures of the gap as steps of a trace: printed values down to their sources.</summary>
internal sealed class TracesOfFigures(TraceGraph graph)
{
    private ShippedMacro Macro => field ??= ShippedData.Macro();

    private ShippedGap Figures => field ??= ShippedData.Gap();

    public TraceStep? Performance(string key)
    {
        if (graph.Material.Performances.FirstOrDefault(p => p.Id.ToString() == key) is not { } p) return null;
        var strategy = graph.Material.Strategies.First(s => s.Id == p.StrategyId);
        var share = PerformanceGap.Of(new(p.Date, p.Target, p.Achieved)).Share;
        var value = share is not null ? Arithmetic.Ratio(p.Achieved!.Value, p.Target!.Value, "", "") : TracesOfRatings.Number(p.Achieved ?? p.Target);
        return TraceStep.Of(
            TraceId.Of(p.Id), new($"Kinerja {strategy.Label}, {p.Date}: {p.Metric.In(Language.Indonesian)}", $"Performance of {strategy.Label}, {p.Date}: {p.Metric.In(Language.English)}"),
            value, Cited(p.Source, p.Mark), "/gap", [], [TraceId.Strategy(strategy.Label)]);
    }

    /// <summary>A point <c>SERIES/DATE</c>, or <c>SERIES/DATE/PART</c> of a breakdown.</summary>
    public TraceStep? Point(string key)
    {
        var parts = key.Split('/');
        if (parts.Length < 2 || Macro.Series.FirstOrDefault(s => s.Key == parts[0]) is not { } series) return null;
        var part = parts.Length > 2 ? parts[2] : null;
        if (series.Points?.FirstOrDefault(p => p.Date == parts[1] && (part is null || p.Key == part)) is not { } point) return null;
        var name = point.Label is { } label ? new Bilingual($"{series.Name.Id}, {label.Id}", $"{series.Name.En}, {label.En}") : series.Name;
        return TraceStep.Of(
            $"series:{key}", new($"{name.Id}, {point.Date}", $"{name.En}, {point.Date}"), new(PrintedNumber.Of(point, series.Unit, Language.Indonesian), PrintedNumber.Of(point, series.Unit, Language.English)),
            Cited(string.Join("; ", (point.Sources ?? []).Select(Macro.Cite)), point.Mark), $"/macro#{series.Key}", [], graph.Ratings.EvidenceOn(e => e.SeriesPoint == key));
    }

    /// <summary><c>KEY/DATE</c>, <c>ratio/KEY/DATE/DATE</c>, <c>area/KEY</c> or <c>target/KEY</c>.</summary>
    public TraceStep? Gap(string key)
    {
        var (id, parts) = (TraceId.Gap(key), key.Split('/'));
        if (GapFigures.Ratios(Figures, Macro).FirstOrDefault(r => r.TraceId == id) is { } ratio)
        {
            List<string> down = parts is ["ratio", var members, var above, var below]
                ? [TraceId.Gap($"{members}/{above}"), .. GapFigures.InformalWorkers(Macro).SelectMany(w => w.Points).Where(p => p.Date == below).Select(p => p.TraceId)] : [];
            return TraceStep.Of(id, ratio.Definition, ratio.Arithmetic, Sources(ratio.Sources), "/gap", down, []);
        }

        if (GapFigures.Targets(Figures).FirstOrDefault(t => t.TraceId == id) is { } target)
            return TraceStep.Of(id, target.Text, target.Arithmetic ?? TracesOfRatings.Number(target.Value), Cited(Sources(target.Sources), target.Mark), "/gap", [], []);
        foreach (var series in GapFigures.Members(Figures))
        {
            if (series.Points.FirstOrDefault(p => p.TraceId == id) is not { } point) continue;
            var number = TracesOfRatings.Number(point.Value);
            var ratios = GapFigures.Ratios(Figures, Macro).Where(r => r.TraceId.StartsWith($"gap:ratio/{series.Key}/{point.Date}/", StringComparison.Ordinal)).Select(r => r.TraceId);
            return TraceStep.Of(
                id, new($"{series.Name.Id}, {point.Date}", $"{series.Name.En}, {point.Date}"), number is null ? null : new($"{number.Id} juta", $"{number.En} million"),
                Cited(Sources(point.Sources), point.Mark), "/gap", [], ratios);
        }

        return null;
    }

    private string Sources(IEnumerable<string> tags) => string.Join("; ", tags.Select(t => Figures.Sources.ContainsKey(t) ? Figures.Cite(t) : Macro.Cite(t)));

    private static string Cited(string source, string? mark) => string.IsNullOrEmpty(mark) ? source : $"{source} [{mark}]";
}
