using Jembatan.App.Tables;
using Jembatan.Core.Qualitative;
using Jembatan.Interchange.Documents;

namespace Jembatan.App.Reports.Sections;

/// <summary>Codes by informant group with tests, and the pairs of codes that occur together most.</summary>
internal sealed class TablesSection : IReportSection
{
    public const int MostPairs = 15;
    private const int MostCodes = 25;

    public string Id => "tables";

    public IEnumerable<Block> Write(ReportData data, ReportContext c)
    {
        yield return new Heading(2, c.Say(SectionTitles.Of(Id)), Id);
        foreach (var block in c.Narrative("tables")) yield return block;
        var t = data.Crosstab;
        var rows = t.Rows.Where(r => r.Level == CodeLevel.Code).OrderBy(r => r.Fisher.P.Value ?? 2).ThenByDescending(r => r.Informants).Take(MostCodes).ToList();
        if (rows.Count == 0)
        {
            yield return ReportContext.Empty(c.Say("Belum ada kode pada narasumber berkelompok.", "No code among informants with a group yet."));
            yield break;
        }

        yield return ReportContext.Text(c.Say(
            $"Dihitung: narasumber yang punya kode itu atau kode di bawahnya, sikap 0 atau 1, di luar giliran pewawancara, oleh pengode mana pun ({t.OfInformants} narasumber; {t.WithoutValue} tanpa kelompok tidak ikut). p: uji eksak Fisher; p (BH): disesuaikan menurut Benjamini dan Hochberg atas {t.Rows.Count(r => r.Fisher.P.Value is not null)} kode. {t.Notice.Id}",
            $"Counted: informants with the code or one below it, stance 0 or 1, outside interviewer turns, by any coder ({t.OfInformants} informants; {t.WithoutValue} without a group are left out). p: Fisher's exact test; p (BH): adjusted after Benjamini and Hochberg over {t.Rows.Count(r => r.Fisher.P.Value is not null)} codes. {t.Notice.En}"), ParagraphStyle.Small);
        yield return new Table(
            c.Say("Narasumber yang menyebut, menurut kelompok, dengan uji eksak", "Informants who name it, by group, with exact tests"),
            [
                Cell.Of(c.Say("Kode", "Code")), .. t.Columns.Select(k => Cell.Of($"{(Sources.InformantGroups.Parse(k.Value) is { } g ? c.Group(g) : k.Value)} ({k.Informants})", true)),
                Cell.Of("p", true), Cell.Of("p (BH)", true), Cell.Of("V", true),
            ],
            [
                .. rows.Select(r => (IReadOnlyList<Cell>)
                [
                    new Cell([c.ToCode($"{r.Code} {c.Say(r.Name)}", r.Code)]), .. r.Cells.Select(k => Cell.Of(c.Number(k.Informants, 0) + Mark(k), true)),
                    Cell.Of(P(r.Fisher.P.Value, c), true), Cell.Of(P(r.FisherAdjusted, c), true), Cell.Of(r.CramersV.Value is { } v ? c.Number(v, 2) : "–", true),
                ]),
            ], "t-crosstab");
        if (t.Rows.Count(r => r.Level == CodeLevel.Code) > rows.Count)
            yield return ReportContext.Text(c.Say($"{rows.Count} kode dengan p terkecil; semuanya dengan perintah crosstab.", $"The {rows.Count} codes with the least p; all with the crosstab command."), ParagraphStyle.Small);

        var pairs = data.Together.Pairs;
        if (pairs.Count == 0) yield break;
        yield return new Table(
            c.Say("Kode yang kutipannya bertumpang tindih (Jaccard atas teksnya)", "Codes whose passages overlap (Jaccard on the text)"),
            [Cell.Of("A"), Cell.Of("B"), Cell.Of(c.Say("Bersama", "Together"), true), Cell.Of("c", true), Cell.Of("Jaccard", true), Cell.Of(c.Say("Catatan", "Note"))],
            [
                .. pairs.Select(p => (IReadOnlyList<Cell>)
                [
                    new Cell([c.ToCode($"{p.A} {c.Say(p.NameA)}", p.A)]), new Cell([c.ToCode($"{p.B} {c.Say(p.NameB)}", p.B)]), Cell.Of(c.Number(p.Both, 0), true),
                    Cell.Of(p.Measures["c-coefficient"].Value is { } v ? c.Number(v, 2) : "–", true), Cell.Of(p.Measures["jaccard"].Value is { } j ? c.Number(j, 2) : "–", true),
                    Cell.Of(p.Distorted ? c.Say("satu kutipan mendominasi", "one passage dominates") : ""),
                ]),
            ], "t-together");
        foreach (var notice in data.Together.Notices) yield return ReportContext.Text(c.Say(notice), ParagraphStyle.Small);
    }

    private static string Mark(CrosstabCell cell) => cell.ResidualP < .05 ? cell.Residual.Value > 0 ? " ▲" : " ▼" : "";

    private static string P(double? p, ReportContext c) => p switch { null => "–", < .001 => "< " + c.Number(.001, 3), _ => c.Number(p, 3) };
}
