using System.Globalization;
using Jembatan.App.Coverage;
using Jembatan.Core;
using Jembatan.Simulation;
using Jembatan.Simulation.Outputs;
using ScottPlot;

namespace Jembatan.App.Reports.Figures;

/// <summary>The fan chart as a picture of its own, drawn on this machine.</summary>
internal static class FanImage
{
    private const int Width = 1200, Height = 640, Back = 36;
    private static readonly Color Ink = Color.FromHex("#1d2a25"), Run = Color.FromHex("#0b6e4f"), Base = Color.FromHex("#6b5b95");

    public static byte[] Png(ShowCoverage.Response shown, Language language) => Drawn(shown, language).GetImageBytes(Width, Height, ImageFormat.Png);

    public static string Svg(ShowCoverage.Response shown, Language language) => Drawn(shown, language).GetSvgXml(Width, Height);

    private static Plot Drawn(ShowCoverage.Response shown, Language language)
    {
        string Say(string id, string en) => language == Language.Indonesian ? id : en;
        var plot = new Plot { FigureBackground = { Color = Colors.White }, DataBackground = { Color = Colors.White } };
        double Year(int month) => shown.Start.Plus(month) is var at ? at.Year + ((at.Month - 1) / 12.0) : 0;
        var bands = shown.Projected.Bands.Where(b => b.Indicator == "memberStock").OrderBy(b => b.Month).ToList();
        if (bands.Count > 0)
        {
            Fill(plot, bands, Year, b => b.P10, b => b.P90, .18, Say("selang 80%", "80% interval"));
            Fill(plot, bands, Year, b => b.P25, b => b.P75, .32, Say("selang 50%", "50% interval"));
        }

        Line(plot, shown.Baseline, Year, Base, LinePattern.Dashed, Say("dasar", "baseline"));
        Line(plot, shown.Projected, Year, Run, LinePattern.Solid, Say("skenario", "scenario") + $" ({shown.Scenario})");
        var printed = shown.Recorded.Where(p => p.Month >= -Back && p.Month <= shown.Projected.Months && shown.Informal > 0).ToList();
        if (printed.Count > 0)
        {
            var points = plot.Add.ScatterPoints(printed.Select(p => Year(p.Month)).ToArray(), printed.Select(p => 100 * p.Millions * 1e6 / shown.Informal).ToArray(), Ink);
            (points.MarkerShape, points.MarkerSize, points.LegendText) = (MarkerShape.OpenCircle, 8, Say("tercetak (BPU aktif), tidak dipakai mencocokkan", "printed (active BPU), not fitted to"));
        }

        plot.Axes.AutoScale();
        plot.Axes.SetLimitsY(0, plot.Axes.GetLimits().Top);
        plot.Axes.Bottom.TickGenerator = new ScottPlot.TickGenerators.NumericAutomatic { IntegerTicksOnly = true, LabelFormatter = year => year.ToString("0", CultureInfo.InvariantCulture) };
        plot.Font.Set(PlotFont.Name);
        plot.YLabel(Say("Stok peserta, % pekerja informal 15–64", "Member stock, % of informal workers 15–64"));
        plot.Title(Say("Stok peserta menurut model; belum dikalibrasi", "Member stock by the model; not calibrated"), 18);
        plot.ShowLegend(Alignment.UpperLeft);
        return plot;
    }

    private static void Fill(Plot plot, List<Band> bands, Func<int, double> year, Func<Band, double> low, Func<Band, double> high, double opacity, string words)
    {
        var area = plot.Add.FillY([.. bands.Select(b => year(b.Month))], [.. bands.Select(b => 100 * low(b))], [.. bands.Select(b => 100 * high(b))]);
        (area.FillColor, area.LineWidth, area.LegendText) = (Run.WithOpacity(opacity), 0, words);
    }

    private static void Line(Plot plot, CoverageRun run, Func<int, double> year, Color color, LinePattern pattern, string words)
    {
        var known = run.Monthly.Where(m => m.Values.GetValueOrDefault("memberStock") is not null).ToList();
        var line = plot.Add.ScatterLine(known.Select(m => year(m.Month)).ToArray(), known.Select(m => 100 * m.Values["memberStock"]!.Value).ToArray(), color);
        (line.LineWidth, line.LinePattern, line.LegendText) = (2.5f, pattern, words);
    }
}
