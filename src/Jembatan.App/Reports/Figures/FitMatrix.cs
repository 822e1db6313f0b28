using System.Globalization;
using System.Net;
using System.Text;
using Jembatan.App.Servo;
using Jembatan.Core.Strategies;

namespace Jembatan.App.Reports.Figures;

/// <summary>Strategies × pairs as bars from zero with their sensitivity range.</summary>
internal static class FitMatrix
{
    private const int Name = 232, Column = 132, Row = 40, Head = 26, LineLength = 34;

    public static string Of(IReadOnlyList<BoardStrategy> strategies, ReportContext c)
    {
        var width = Name + (Column * Elements.MainPairs.Count);
        var height = Head + (Row * strategies.Count) + 8;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"{E(c.Say("Matriks kesesuaian SERVO", "SERVO fit matrix"))}\" class=\"matrix\">");
        svg.Append("<defs><pattern id=\"hatch\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect width=\"5\" height=\"5\" fill=\"#fbece0\"/><path d=\"M0 0V5\" stroke=\"#a84a0d\" stroke-width=\"2.4\"/></pattern></defs>");
        foreach (var (i, pair) in Elements.MainPairs.Index())
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Name + (Column * i) + (Column / 2)}\" y=\"16\" text-anchor=\"middle\" class=\"hd\">{ReportContext.PairWord(pair)}</text>");
        foreach (var (r, s) in strategies.Index())
        {
            var y = Head + (Row * r);
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M0 {y}H{width}\" class=\"rule\"/>{Title(c.Say(s.Title), y)}");
            foreach (var (i, pair) in Elements.MainPairs.Index()) Bar(svg, s.Pairs.First(p => p.Pair == pair), Name + (Column * i), y, c);
        }

        return svg.Append("</svg>").ToString();
    }

    private static void Bar(StringBuilder svg, BoardPair p, int x, int y, ReportContext c)
    {
        double At(double fit) => x + 8 + ((fit + 1) / 2 * (Column - 16));
        var zero = At(0);
        if (p.Fit is not { } fit)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x + 8}\" y=\"{y + 8}\" width=\"{Column - 16}\" height=\"24\" class=\"none\"/><text x=\"{zero:0.#}\" y=\"{y + 24}\" text-anchor=\"middle\" class=\"sm\">{E(c.Say("bukti belum cukup", "not enough evidence"))}</text>");
            return;
        }

        var undecided = p.Verdict == VerdictKind.Insufficient;
        var fill = undecided ? "none" : fit <= -0.1 ? "url(#hatch)" : fit >= 0.4 ? "#1f5fa6" : fit >= 0.1 ? "#8db4dc" : "#c3c9c4";
        svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{Math.Min(zero, At(fit)):0.#}\" y=\"{y + 19}\" width=\"{Math.Max(1, Math.Abs(At(fit) - zero)):0.#}\" height=\"12\" fill=\"{fill}\" class=\"{(undecided ? "none" : "bar")}\"/>");
        if (p is { Low: { } low, High: { } high })
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{At(low):0.#} {y + 25}H{At(high):0.#}M{At(low):0.#} {y + 21}v8M{At(high):0.#} {y + 21}v8\" class=\"range\"/>");
        svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{zero:0.#} {y + 16}v18\" class=\"zero\"/><text x=\"{x + 8}\" y=\"{y + 13}\" class=\"sm\">{E(c.Signed(fit))} {E(c.Say(p.VerdictWords))}{(p.IsWeakest ? " ●" : "")}</text>");
    }

    // A long title takes two lines.
    private static string Title(string title, int y)
    {
        if (title.Length <= LineLength) return Line(title, y + 25);
        var at = title.LastIndexOf(' ', LineLength);
        if (at < 8) return Line(ReportWords.Cut(title, LineLength), y + 25);
        return Line(title[..at], y + 18) + Line(ReportWords.Cut(title[(at + 1)..], LineLength), y + 33);
    }

    private static string Line(string words, int y) => string.Create(CultureInfo.InvariantCulture, $"<text x=\"0\" y=\"{y}\" class=\"nm\">{E(words)}</text>");

    internal static string E(string text) => WebUtility.HtmlEncode(text);
}
