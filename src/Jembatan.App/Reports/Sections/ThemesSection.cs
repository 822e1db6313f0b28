using Jembatan.App.Causes;
using Jembatan.App.Traces;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;
using Jembatan.Interchange.Documents;

namespace Jembatan.App.Reports.Sections;

/// <summary>Themes by informant group with quotes, and the analyst's text per theme and element.</summary>
internal sealed class ThemesSection : IReportSection
{
    public string Id => "themes";

    public IEnumerable<Block> Write(ReportData data, ReportContext c)
    {
        yield return new Heading(2, c.Say("Tema dan kelompok narasumber", "Themes and informant groups"), Id);
        var rows = data.Causes.Categories.Concat(data.Causes.Causes).ToList();
        var shown = data.Causes.Categories.Where(x => x.Informants > 0).ToList();
        var groups = data.Causes.GroupSizes.Keys.Order().ToList();
        if (shown.Count > 0)
        {
            yield return new Table(
                c.NextTable(c.Say("Narasumber yang menyebut, menurut kelompok (dari jumlah kelompok itu)", "Informants who name it, by group (of those in the group)")),
                [Cell.Of(c.Say("Tema atau kategori", "Theme or category")), .. groups.Select(g => Cell.Of(c.Group(g), true))],
                [
                    .. shown.Select(x => (IReadOnlyList<Cell>)
                    [
                        new Cell([ReportContext.To($"{x.Code} {c.Say(x.Name)}", TraceId.Cause(x.Code))]),
                        .. groups.Select(g => Cell.Of($"{x.Groups.GetValueOrDefault(g)}/{data.Causes.GroupSizes[g]}", true)),
                    ]),
                ], "t-themes");
        }

        foreach (var theme in data.Codes.Where(k => k.Level == CodeLevel.Theme && !k.Retired))
        {
            yield return new Heading(3, $"{theme.Label} {c.Say(theme.Name)}");
            if (!theme.Abstraction.IsEmpty) yield return new Paragraph([new Plain(c.Say(theme.Abstraction))], ParagraphStyle.Small);
            foreach (var block in c.Narrative("theme:" + theme.Label)) yield return block;
            if (rows.Find(r => r.Code == theme.Label) is { } row) foreach (var quote in Quotes(row, c)) yield return quote;
        }

        foreach (var element in Enum.GetValues<Element>())
        {
            yield return new Heading(3, $"{element.Letter()} · {c.ElementWord(element)}");
            foreach (var block in c.Narrative("element:" + element.Letter())) yield return block;
        }
    }

    internal static IEnumerable<Block> Quotes(RankedCause row, ReportContext c) =>
        row.Quotes.Concat(row.Contradictions.Take(1)).DistinctBy(q => q.CodingId).Select(q => c.Coding(q.CodingId)).OfType<ReportCoding>().Select(q => c.Quote(q));
}

/// <summary>What the codebook did not foresee.</summary>
internal sealed class UnforeseenSection : IReportSection
{
    public string Id => "unforeseen";

    public IEnumerable<Block> Write(ReportData data, ReportContext c)
    {
        yield return new Heading(2, c.Say("Yang tidak diduga buku kode", "What the codebook did not foresee"), Id);
        foreach (var block in c.Narrative("unforeseen")) yield return block;
        var born = data.Codes.Where(k => k is { Origin: CodeOrigin.Data, Level: CodeLevel.Code, Retired: false }).ToList();
        if (born.Count == 0)
        {
            yield return AnswerSection.Empty(c.Say("Belum ada kode yang lahir dari data.", "No code has been born from the data yet."));
            yield break;
        }

        yield return new Table(
            c.NextTable(c.Say("Kode yang lahir dari data", "Codes born from the data")),
            [Cell.Of(c.Say("Kode", "Code")), Cell.Of(c.Say("Batasan", "Definition")), Cell.Of(c.Say("Narasumber", "Informants"), true), Cell.Of(c.Say("Pengodean", "Codings"), true)],
            [
                .. born.Select(k => (IReadOnlyList<Cell>)
                [
                    new Cell([ReportContext.To($"{k.Label} {c.Say(k.Name)}", TraceId.Cause(k.Label))]), Cell.Of(c.Say(k.Definition)),
                    Cell.Of(c.Number(data.Causes.Causes.FirstOrDefault(x => x.Code == k.Label)?.Informants ?? 0, 0), true), Cell.Of(c.Number(data.CodingsPerCodeId.GetValueOrDefault(k.Id), 0), true),
                ]),
            ], "t-unforeseen");
    }
}
