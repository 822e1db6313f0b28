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
        yield return new Heading(2, c.Say(SectionTitles.Of(Id)), Id);
        var rows = data.Causes.Categories.Concat(data.Causes.Causes).ToList();
        var shown = data.Causes.Categories.Where(x => x.Informants > 0).ToList();
        var groups = data.Causes.GroupSizes.Keys.Order().ToList();
        if (shown.Count > 0)
        {
            yield return new Table(
                c.Say("Narasumber yang menyebut, menurut kelompok (dari jumlah kelompok itu)", "Informants who name it, by group (of those in the group)"),
                [Cell.Of(c.Say("Tema atau kategori", "Theme or category")), Cell.Of(c.Say("semua", "all"), true), .. groups.Select(g => Cell.Of(c.Group(g), true))],
                [
                    .. shown.Select(x => (IReadOnlyList<Cell>)
                    [
                        new Cell([c.ToCode($"{x.Code} {c.Say(x.Name)}", x.Code)]),
                        new Cell([c.ToCode($"{x.Informants}/{x.OfInformants}", x.Code)], true), .. groups.Select(g => Cell.Of($"{x.Groups.GetValueOrDefault(g)}/{data.Causes.GroupSizes[g]}", true)),
                    ]),
                ], "t-themes");
        }

        foreach (var theme in data.Codes.Where(k => k.Level == CodeLevel.Theme && !k.Retired))
        {
            yield return new Heading(3, $"{theme.Label} {c.Say(theme.Name)}");
            if (!theme.Abstraction.IsEmpty) yield return ReportContext.Text(c.Say(theme.Abstraction), ParagraphStyle.Small);
            foreach (var block in c.NarrativeDue("theme:" + theme.Label)) yield return block;
            if (rows.Find(r => r.Code == theme.Label) is { } row) foreach (var quote in Quotes(row, c)) yield return quote;
        }

        foreach (var element in Enum.GetValues<Element>())
        {
            yield return new Heading(3, $"{element.Letter()} · {c.ElementWord(element)}");
            foreach (var block in c.NarrativeDue("element:" + element.Letter())) yield return block;
            var factors = data.Factors.Where(f => f.Element == element).ToList();
            if (factors.Count > 0)
            {
                yield return new Bullets([.. factors.Select(f => (IReadOnlyList<Inline>)
                [
                    new Plain(c.Say(f.Statement) + (f.Anticipated ? c.Say($" (diperkirakan{(f.Horizon is { } h ? $", {h}" : "")})", $" (expected{(f.Horizon is { } by ? $", {by}" : "")})") : "") + " "),
                    .. ReportContext.Joined(f.Evidence.Select(e => c.Mark(TraceId.Of(e))), " "),
                ])]);
            }
        }

        foreach (var row in rows.Where(r => r.Level == CodeLevel.Category && c.HasNarrative("theme:" + r.Code)))
        {
            yield return new Heading(3, $"{row.Code} {c.Say(row.Name)}");
            foreach (var block in c.Narrative("theme:" + row.Code)) yield return block;
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
        yield return new Heading(2, c.Say(SectionTitles.Of(Id)), Id);
        foreach (var block in c.NarrativeDue("unforeseen")) yield return block;
        var born = data.Codes.Where(k => k is { Origin: CodeOrigin.Data, Level: CodeLevel.Code, Retired: false }).ToList();
        if (born.Count == 0)
        {
            yield return ReportContext.Empty(c.Say("Belum ada kode yang lahir dari data.", "No code has been born from the data yet."));
            yield break;
        }

        yield return new Table(
            c.Say("Kode yang lahir dari data", "Codes born from the data"),
            [Cell.Of(c.Say("Kode", "Code")), Cell.Of(c.Say("Batasan", "Definition")), Cell.Of(c.Say("Narasumber", "Informants"), true), Cell.Of(c.Say("Pengodean", "Codings"), true)],
            [.. born.Select(k => Row(k, data, c))], "t-unforeseen");
        foreach (var code in born)
            if (data.Causes.Causes.FirstOrDefault(x => x.Code == code.Label)?.Quotes.Select(q => c.Coding(q.CodingId)).OfType<ReportCoding>().FirstOrDefault() is { } quote) yield return c.Quote(quote);
    }

    private static IReadOnlyList<Cell> Row(Code code, ReportData data, ReportContext c) =>
    [
        new Cell([c.ToCode($"{code.Label} {c.Say(code.Name)}", code.Label)]), Cell.Of(c.Say(code.Definition)),
        new Cell([c.ToCode(c.Number(data.Causes.Causes.FirstOrDefault(x => x.Code == code.Label)?.Informants ?? 0, 0), code.Label)], true),
        new Cell([c.ToCode(c.Number(data.CodingsPerCodeId.GetValueOrDefault(code.Id), 0), code.Label)], true),
    ];
}
