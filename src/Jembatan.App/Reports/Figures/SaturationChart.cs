using System.Globalization;
using System.Text;
using Jembatan.App.Saturation;
using Jembatan.Core;

namespace Jembatan.App.Reports.Figures;

/// <summary>The saturation curve of a group: different codes by number of interviews, with the band of other orders. Stands alone as a file too.</summary>
public static class SaturationChart
{
    private const int Width = 640, Height = 250, Left = 46, Right = 20, Top = 16, Bottom = 44;

    /// <summary>The curve as SVG; null without informants.</summary>
    /// <param name="group">The group.</param>
    /// <param name="name">What the group is called.</param>
    /// <param name="language">Language of words.</param>
    public static string? Of(GroupSaturation group, string name, Language language)
    {
        if (group.Orders is not { } orders || group.Informants.Count == 0) return null;
        string Say(string indonesian, string english) => language == Language.Indonesian ? indonesian : english;
        int n = group.Informants.Count, top = Math.Max(1, group.Codes);
        double X(double events) => n == 1 ? (Width + Left - Right) / 2.0 : Left + ((events - 1) * (Width - Left - Right) / (n - 1));
        double Y(double codes) => Height - Bottom - (codes / top * (Height - Top - Bottom));
        string Path(IEnumerable<(double Events, double Codes)> points) =>
            string.Join(' ', points.Select((p, i) => string.Create(CultureInfo.InvariantCulture, $"{(i == 0 ? 'M' : 'L')}{X(p.Events):0.#} {Y(p.Codes):0.#}")));

        var svg = new StringBuilder();
        var label = Say(
            $"{name}: {group.Codes} kode pada {n} wawancara; garis: urutan yang sebenarnya, putus-putus: rata-rata semua urutan, pita: 5–95% dari {orders.Permutations} urutan acak",
            $"{name}: {group.Codes} codes in {n} interviews; line: the order as it was, dashed: mean of all orders, band: 5–95% of {orders.Permutations} random orders");
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"{FitMatrix.E(label)}\" font-family=\"sans-serif\" font-size=\"12\">");
        foreach (var tick in new[] { 0, top / 2, top }.Distinct())
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{Left} {Y(tick):0.#}H{Width - Right}\" stroke=\"#d6d3cb\"/><text x=\"{Left - 6}\" y=\"{Y(tick) + 4:0.#}\" text-anchor=\"end\" fill=\"#46514b\">{tick}</text>");
        svg.Append("<path fill=\"#1f6f5c\" fill-opacity=\"0.16\" d=\"")
            .Append(Path(orders.Curve.Select(p => ((double)p.Events, p.High)).Concat(orders.Curve.Reverse().Select(p => ((double)p.Events, p.Low))))).Append("Z\"/>");
        svg.Append("<path fill=\"none\" stroke=\"#1f6f5c\" stroke-width=\"1.4\" stroke-dasharray=\"5 4\" d=\"").Append(Path(orders.Curve.Select(p => ((double)p.Events, p.Expected)))).Append("\"/>");
        svg.Append("<path fill=\"none\" stroke=\"#1f6f5c\" stroke-width=\"2\" d=\"").Append(Path(group.Measured.Cumulative.Select((c, i) => (i + 1.0, (double)c)))).Append("\"/>");
        foreach (var (i, codes) in group.Measured.Cumulative.Index())
            svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{X(i + 1):0.#}\" cy=\"{Y(codes):0.#}\" r=\"2.6\" fill=\"#fff\" stroke=\"#1f6f5c\" stroke-width=\"1.6\"><title>{i + 1}: {codes}</title></circle>");
        if (group.Measured.SaturatedAt is { } at)
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{X(at):0.#} {Top}V{Height - Bottom}\" stroke=\"#46514b\" stroke-dasharray=\"2 3\"/><text x=\"{X(at):0.#}\" y=\"{Top - 4}\" text-anchor=\"middle\" fill=\"#46514b\">{at}</text>");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left}\" y=\"{Height - Bottom + 18}\" fill=\"#46514b\">1</text><text x=\"{Width - Right}\" y=\"{Height - Bottom + 18}\" text-anchor=\"end\" fill=\"#46514b\">{n}</text>");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{(Width + Left - Right) / 2}\" y=\"{Height - 8}\" text-anchor=\"middle\" fill=\"#46514b\">{FitMatrix.E(Say("wawancara", "interviews"))}</text>");
        return svg.Append("</svg>").ToString();
    }
}
