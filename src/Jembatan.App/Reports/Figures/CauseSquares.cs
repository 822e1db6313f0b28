using System.Globalization;
using System.Text;
using Jembatan.App.Causes;
using Jembatan.Core.Qualitative;

namespace Jembatan.App.Reports.Figures;

/// <summary>One informant, one square: right of the axis who names the cause, left, hollow, who contradicts it.</summary>
internal static class CauseSquares
{
    private const int Name = 300, Row = 22, Left = 110, Right = 330;

    // Each group has a pattern beside its colour, so that print without colour loses nothing; workers are solid.
    private static readonly string Patterns = string.Concat(
        Pattern(InformantGroup.HeadOffice, "#4a3b8f", "M0 2H4"), Pattern(InformantGroup.Branch, "#8a5a00", "M2 0V4"), Pattern(InformantGroup.Agent, "#7a4a8c", "M1 1h2v2H1Z"),
        Pattern(InformantGroup.LocalGovernment, "#46514b", "M0 2H4M2 0V4"), Pattern(InformantGroup.Expert, "#a93f55", "M0 4L4 0"), Pattern(InformantGroup.Worker, "#14556b", "M0 0H4V4H0Z"));

    private static string Pattern(InformantGroup group, string color, string path) => string.Create(
        CultureInfo.InvariantCulture,
        $"<pattern id=\"group{(int)group}\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\"><rect width=\"4\" height=\"4\" fill=\"#fff\"/><path d=\"{path}\" stroke=\"{color}\" stroke-width=\"1.4\" fill=\"{(group == InformantGroup.Worker ? color : "none")}\"/></pattern>");

    public static string Of(IReadOnlyList<RankedCause> rows, ReportContext c)
    {
        var most = Math.Max(1, rows.Max(r => Math.Max(r.Informants, r.Contradicting * Right / Left)));
        var per = most <= 22 ? 1 : most <= 60 ? 2 : (most + 59) / 60 * 2;
        var cell = Math.Min(14.0, (double)Right / Math.Ceiling((double)most / per));
        var height = (rows.Count * Row) + 30;
        var axis = Name + Left;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {Name + Left + Right + 10} {height}\" role=\"img\" aria-label=\"{FitMatrix.E(c.Say("Narasumber per sebab", "Informants by cause"))}\" class=\"squares\"><defs>{Patterns}</defs>");
        foreach (var (i, row) in rows.Index())
        {
            var y = (i * Row) + 4;
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"0\" y=\"{y + 12}\" class=\"nm\">{FitMatrix.E(ReportWords.Cut($"{row.Code} {c.Say(row.Name)}", 46))}</text>");
            var at = 0;
            foreach (var group in Enum.GetValues<InformantGroup>())
            {
                var squares = (row.Groups.GetValueOrDefault(group) + per - 1) / per;
                for (var k = 0; k < squares; k++, at++)
                    svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{axis + 4 + (at * cell):0.#}\" y=\"{y}\" width=\"{cell - 2:0.#}\" height=\"14\" fill=\"url(#group{(int)group})\" class=\"sq\"><title>{FitMatrix.E(c.Group(group))}</title></rect>");
            }

            for (var k = 0; k < (row.Contradicting + per - 1) / per; k++)
                svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{axis - 2 - ((k + 1) * cell):0.#}\" y=\"{y}\" width=\"{cell - 2:0.#}\" height=\"14\" class=\"contra\"/>");
        }

        svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{axis} 0V{(rows.Count * Row) + 4}\" class=\"zero\"/>");
        var x = 0;
        foreach (var group in Enum.GetValues<InformantGroup>().Where(g => rows.Any(r => r.Groups.GetValueOrDefault(g) > 0)))
        {
            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x}\" y=\"{height - 18}\" width=\"12\" height=\"12\" fill=\"url(#group{(int)group})\" class=\"sq\"/><text x=\"{x + 17}\" y=\"{height - 8}\" class=\"sm\">{FitMatrix.E(c.Group(group))}</text>");
            x += 24 + (c.Group(group).Length * 7);
        }

        if (per > 1) svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x + 8}\" y=\"{height - 8}\" class=\"sm\">{c.Say($"1 kotak = {per} narasumber", $"1 square = {per} informants")}</text>");
        return svg.Append("</svg>").ToString();
    }
}
