using ScottPlot;
using SkiaSharp;

namespace Jembatan.App.Reports.Figures;

/// <summary>The letters of pictures: the first usual family that this machine has.</summary>
internal static class PlotFont
{
    private static readonly IReadOnlyList<string> Families = ["Inter", "Segoe UI", "Helvetica Neue", "Arial", "Liberation Sans", "DejaVu Sans"];

    public static string Name => Families.FirstOrDefault(f => SKFontManager.Default.MatchFamily(f)?.FamilyName == f) ?? Fonts.Default;
}
