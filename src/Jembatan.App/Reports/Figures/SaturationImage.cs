using System.Globalization;
using Jembatan.App.Saturation;
using Jembatan.Core;
using ScottPlot;

namespace Jembatan.App.Reports.Figures;

/// <summary>The saturation curve of a group as a picture of its own, drawn on this machine; it shows what <see cref="SaturationChart"/> shows.</summary>
internal static class SaturationImage
{
    private const int Width = 1200, Height = 560;
    private static readonly Color Ink = Color.FromHex("#46514b"), Curve = Color.FromHex("#1f6f5c");

    /// <summary>The picture; null without informants.</summary>
    public static byte[]? Png(GroupSaturation group, string name, Language language)
    {
        if (group.Orders is not { } orders || group.Informants.Count == 0) return null;
        string Say(string indonesian, string english) => language == Language.Indonesian ? indonesian : english;
        var plot = new Plot { FigureBackground = { Color = Colors.White }, DataBackground = { Color = Colors.White } };
        var events = orders.Curve.Select(p => (double)p.Events).ToArray();
        var band = plot.Add.FillY(events, [.. orders.Curve.Select(p => (double)p.Low)], [.. orders.Curve.Select(p => (double)p.High)]);
        (band.FillColor, band.LineWidth, band.LegendText) = (Curve.WithOpacity(.16), 0, Say($"5–95% dari {orders.Permutations} urutan acak", $"5–95% of {orders.Permutations} random orders"));
        var mean = plot.Add.ScatterLine(events, orders.Curve.Select(p => (double)p.Expected).ToArray(), Curve);
        (mean.LineWidth, mean.LinePattern, mean.LegendText) = (2f, LinePattern.Dashed, Say("rata-rata semua urutan", "mean of all orders"));
        var line = plot.Add.Scatter(Enumerable.Range(1, group.Measured.Cumulative.Count).Select(i => (double)i).ToArray(), group.Measured.Cumulative.Select(c => (double)c).ToArray(), Curve);
        (line.LineWidth, line.MarkerSize, line.LegendText) = (3f, 8, Say("urutan yang sebenarnya", "the order as it was"));
        if (group.Measured.SaturatedAt is { } at)
        {
            var mark = plot.Add.VerticalLine(at, 1.5f, Ink, LinePattern.Dotted);
            mark.LegendText = Say($"jenuh pada wawancara ke-{at}", $"saturated at interview {at}");
        }

        plot.Axes.SetLimits(.5, group.Informants.Count + .5, 0, Math.Max(1, group.Codes) * 1.08);
        foreach (var axis in (IAxis[])[plot.Axes.Bottom, plot.Axes.Left])
            axis.TickGenerator = new ScottPlot.TickGenerators.NumericAutomatic { IntegerTicksOnly = true, LabelFormatter = tick => tick.ToString("0", CultureInfo.InvariantCulture) };
        plot.Font.Set(PlotFont.Name);
        plot.XLabel(Say("wawancara", "interviews"));
        plot.YLabel(Say("kode yang berbeda", "different codes"));
        plot.Title(Say($"{name}: {group.Codes} kode pada {group.Informants.Count} wawancara", $"{name}: {group.Codes} codes in {group.Informants.Count} interviews"), 18);
        plot.ShowLegend(Alignment.LowerRight);
        return plot.GetImageBytes(Width, Height, ImageFormat.Png);
    }
}
