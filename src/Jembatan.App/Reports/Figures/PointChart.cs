using System.Globalization;
using System.Text;
using Jembatan.App.Gaps;
using Jembatan.App.Macro;

namespace Jembatan.App.Reports.Figures;

/// <summary>Printed points over time; nothing is filled in between.</summary>
internal static class PointChart
{
    private const int Width = 640, Height = 210, Left = 54, Right = 64, Top = 16, Bottom = 30;

    public static string? Of(MacroSeries series, ReportContext c) => Of([.. series.Points.Select(p => (p.Date, p.Value))], c, series.Unit);

    public static string? Of(IReadOnlyList<GapPoint> points, ReportContext c, string unit) => Of([.. points.Select(p => (p.Date, p.Value))], c, unit);

    private static string? Of(IReadOnlyList<(string Date, double? Value)> points, ReportContext c, string unit)
    {
        var annual = points.All(p => p.Date.Length == 4);
        var known = points.Select(p => (p.Date, Year: Year(p.Date, annual), p.Value)).Where(p => p is { Year: not null, Value: not null }).Select(p => (p.Date, Year: p.Year!.Value, Value: p.Value!.Value)).OrderBy(p => p.Year).ToList();
        if (known.Count < 3 || known.Select(p => p.Date).Distinct().Count() < known.Count) return null;
        double x0 = known[0].Year, x1 = known[^1].Year, low = Math.Min(0, known.Min(p => p.Value)), high = known.Max(p => p.Value);
        double X(double year) => Left + ((year - x0) / (x1 - x0) * (Width - Left - Right));
        double Y(double value) => Height - Bottom - ((value - low) / (high - low) * (Height - Top - Bottom));
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"{FitMatrix.E(c.Say($"Titik tercetak menurut waktu, {c.Unit(unit)}", $"Printed points over time, {c.Unit(unit)}"))}\" class=\"points\">");
        foreach (var tick in Ticks(low, high))
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{Left} {Y(tick):0.#}H{Width - Right}\" class=\"rule\"/><text x=\"{Left - 6}\" y=\"{Y(tick) + 4:0.#}\" text-anchor=\"end\" class=\"sm\">{c.Figure(tick)}</text>");
        for (var year = Math.Ceiling(x0); year <= x1; year += Math.Max(1, Math.Floor((x1 - x0) / 8)))
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{X(year):0.#}\" y=\"{Height - 10}\" text-anchor=\"middle\" class=\"sm\">{year:0}</text>");
        svg.Append("<path class=\"line\" d=\"").Append(string.Join(' ', known.Select((p, i) => string.Create(CultureInfo.InvariantCulture, $"{(i == 0 ? 'M' : 'L')}{X(p.Year):0.#} {Y(p.Value):0.#}")))).Append("\"/>");
        foreach (var p in known)
            svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{X(p.Year):0.#}\" cy=\"{Y(p.Value):0.#}\" r=\"3.2\" class=\"dot\"><title>{FitMatrix.E(c.Period(p.Date))}: {c.Figure(p.Value)}</title></circle>");
        var last = known[^1];
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{X(last.Year) + 9:0.#}\" y=\"{Y(last.Value) + 4:0.#}\" class=\"nm\">{c.Figure(last.Value)}</text>");
        return svg.Append("</svg>").ToString();
    }

    // 2025-08 and 2025-08-31 as years with fractions; among them a year alone is its end.
    private static double? Year(string date, bool annual)
    {
        var parts = date.Split('-');
        if (!int.TryParse(parts[0], CultureInfo.InvariantCulture, out var year) || year is < 1900 or > 2200) return null;
        if (parts.Length == 1) return annual ? year : year + (11 / 12.0);
        return int.TryParse(parts[1], CultureInfo.InvariantCulture, out var month) && month is >= 1 and <= 12 ? year + ((month - 1) / 12.0) : null;
    }

    private static IEnumerable<double> Ticks(double low, double high)
    {
        var step = Math.Pow(10, Math.Floor(Math.Log10((high - low) / 2)));
        if ((high - low) / step > 8) step *= 2.5;
        if ((high - low) / step > 5) step *= 2;
        for (var tick = Math.Ceiling(low / step) * step; tick <= high + (step / 1000); tick += step) yield return tick;
    }
}
