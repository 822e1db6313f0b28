using System.Globalization;
using System.Text;
using Jembatan.App.Coverage;
using Jembatan.Simulation;

namespace Jembatan.App.Reports.Figures;

/// <summary>Projected member stock of a scenario beside the baseline, with the printed stocks as hollow points.</summary>
internal static class StockChart
{
    private const int Width = 640, Height = 240, Left = 54, Right = 20, Top = 14, Bottom = 30, Back = 36;

    public static string Of(ShowCoverage.Response shown, ReportContext c)
    {
        var months = shown.Projected.Months;
        var (baseline, scenario) = (Line(shown.Baseline), Line(shown.Projected));
        var printed = shown.Recorded.Where(p => p.Month >= -Back && p.Month <= months).Select(p => (p.Date, p.Month, Share: p.Millions * 1e6 / shown.Informal)).ToList();
        var top = Math.Ceiling(baseline.Concat(scenario).Select(p => p.Share).Concat(printed.Select(p => p.Share)).Max() * 21) / 20;
        double X(double month) => Left + ((month + Back) / (months + Back) * (Width - Left - Right));
        double Y(double share) => Height - Bottom - (share / top * (Height - Top - Bottom));
        string Path(IEnumerable<(int Month, double Share)> line) => string.Join(' ', line.Select((p, i) => string.Create(CultureInfo.InvariantCulture, $"{(i == 0 ? 'M' : 'L')}{X(p.Month):0.#} {Y(p.Share):0.#}")));
        var name = c.Say("Proyeksi stok peserta: garis penuh skenario, garis putus-putus dasar, lingkaran angka tercetak", "Projected member stock: solid line the scenario, dashed line the baseline, circles printed figures");
        var svg = new StringBuilder().Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"{FitMatrix.E(name)}\" class=\"points\">");
        for (var tick = 0d; tick <= top + 1e-9; tick += .05)
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{Left} {Y(tick):0.#}H{Width - Right}\" class=\"rule\"/><text x=\"{Left - 6}\" y=\"{Y(tick) + 4:0.#}\" text-anchor=\"end\" class=\"sm\">{FitMatrix.E(c.Percent(tick, 0))}</text>");
        for (var month = -Back; month <= months; month++)
            if (shown.Start.Plus(month) is { Month: 1 } date && date.Year % 2 == 0)
                svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{X(month):0.#}\" y=\"{Height - 10}\" text-anchor=\"middle\" class=\"sm\">{date.Year}</text>");
        svg.Append(CultureInfo.InvariantCulture, $"<path class=\"line\" stroke-dasharray=\"6 4\" d=\"{Path(baseline)}\"/><path class=\"line\" d=\"{Path(scenario)}\"/>");
        foreach (var p in printed)
            svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{X(p.Month):0.#}\" cy=\"{Y(p.Share):0.#}\" r=\"3.2\" class=\"dot\"><title>{FitMatrix.E(c.Period(p.Date))}: {FitMatrix.E(c.Percent(p.Share, 1))}</title></circle>");
        return svg.Append("</svg>").ToString();
    }

    private static IReadOnlyList<(int Month, double Share)> Line(CoverageRun run) =>
        [.. run.Monthly.Where(m => m.Values.GetValueOrDefault("memberStock") is not null).Select(m => (m.Month, m.Values["memberStock"]!.Value))];
}
