using Jembatan.Interchange.Documents;

namespace Jembatan.App.Reports.Sections;

/// <summary>Where figures were read.</summary>
internal sealed class SourcesSection : IReportSection
{
    public string Id => "sources";

    public IEnumerable<Block> Write(ReportData data, ReportContext c)
    {
        yield return new Heading(2, c.Say(SectionTitles.Of(Id)), Id);
        yield return ReportContext.Text(c.Say("Tanda A: resmi atau tertelaah sejawat; B: pers atau sekunder; C: dihitung.", "Mark A: official or peer-reviewed; B: press or secondary; C: calculated."), ParagraphStyle.Small);
        foreach (var s in data.Gap.Citations.Values.Concat(data.Macro.Citations.Values).DistinctBy(s => s.Tag).OrderBy(s => s.Tag.PadLeft(4, '0'), StringComparer.Ordinal))
            yield return new Paragraph([new Plain($"[{s.Tag}] {s.Title}{(s.Date is { } d ? $", {c.Period(d)}" : "")}{(s.Url is { } url ? $". {url}" : "")}")], ParagraphStyle.Small, $"src-{s.Tag}");
    }
}
