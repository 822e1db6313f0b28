using System.Globalization;
using Jembatan.App.Reports.Figures;
using Jembatan.App.Saturation;
using Jembatan.App.Tables;
using Jembatan.Interchange.Documents;

namespace Jembatan.App.Reports.Sections;

/// <summary>Whether further interviews still brought new codes: method, figures and the band in words that a reviewer can check (COREQ item 22).</summary>
internal sealed class SaturationSection : IReportSection
{
    public string Id => "saturation";

    public IEnumerable<Block> Write(ReportData data, ReportContext c)
    {
        var s = data.Saturation;
        yield return new Heading(2, c.Say(SectionTitles.Of(Id)), Id);
        foreach (var block in c.Narrative("saturation")) yield return block;
        var permutations = s.Groups[0].Orders?.Permutations ?? 0;
        yield return ReportContext.Text(c.Say(
            $"Kejenuhan dinilai menurut Guest, Namey dan Chen (2020): kode baru dalam setiap putaran {s.Run} wawancara dibagi kode dari {s.Base} wawancara pertama; jenuh bila tidak lebih dari {c.Percent(s.Threshold, 0)}. Urutan wawancara menurut {(s.Order == "interview-date" ? "tanggalnya" : "urutan impor")}. Pita menunjukkan 5 sampai 95 persen dari {permutations} urutan acak; pita itu tentang urutan, bukan tentang narasumber yang tidak diwawancarai.",
            $"Saturation was assessed after Guest, Namey and Chen (2020): new codes in each run of {s.Run} interviews divided by the codes of the first {s.Base} interviews; saturated at no more than {c.Percent(s.Threshold, 0)}. Interviews stand in the order of {(s.Order == "interview-date" ? "their dates" : "import")}. The band shows the 5th to 95th percentile of {permutations} random orders; it is about order, not about informants who were not interviewed."));
        if (s.Groups[0].Informants.Count == 0)
        {
            yield return ReportContext.Empty(c.Say("Belum ada kode pada ucapan narasumber.", "No code on informants' words yet."));
            yield break;
        }

        var table = new Table(
            c.Say("Kejenuhan menurut kelompok narasumber", "Saturation by informant group"),
            [
                Cell.Of(c.Say("Kelompok", "Group")), Cell.Of(c.Say("Narasumber", "Informants"), true), Cell.Of(c.Say("Kode", "Codes"), true), Cell.Of(c.Say("Kode basis", "Codes of base"), true),
                Cell.Of(c.Say("Jenuh pada", "Saturated at")), Cell.Of(c.Say("Urutan acak yang jenuh", "Random orders that saturate"), true),
            ],
            [
                .. s.Groups.Select(g => (IReadOnlyList<Cell>)
                [
                    Cell.Of(Name(g, c)), Cell.Of(c.Number(g.Informants.Count, 0), true), Cell.Of(c.Number(g.Codes, 0), true), Cell.Of(g.Measured.BaseCodes is { } b ? c.Number(b, 0) : "–", true),
                    Cell.Of(Saturated(g, s, c)), Cell.Of(g.Orders is { } o && g.Measured.Runs.Count > 0 ? c.Percent(o.ReachedShare, 0) : "–", true),
                ]),
            ], "t-saturation");
        if (SaturationChart.Of(s.Groups[0], Name(s.Groups[0], c), c.Language) is { } svg)
            yield return new Figure(c.Say("Kode berbeda menurut jumlah wawancara", "Different codes by number of interviews"), svg, c.Say("Garis: urutan yang sebenarnya. Putus-putus: rata-rata semua urutan. Pita: 5–95% urutan acak.", "Line: the order as it was. Dashed: mean of all orders. Band: 5–95% of random orders."), table);
        else yield return table;
    }

    /// <summary>One sentence for the checklist.</summary>
    internal static string? Answer(ReportData data, ReportContext c) => data.Saturation.Groups[0] is not { Informants.Count: > 0 } all ? null : c.Say(
        $"Guest, Namey dan Chen (basis {data.Saturation.Base}, putaran {data.Saturation.Run}, ambang {c.Percent(data.Saturation.Threshold, 0)}): {Saturated(all, data.Saturation, c)}",
        $"Guest, Namey and Chen (base {data.Saturation.Base}, run {data.Saturation.Run}, threshold {c.Percent(data.Saturation.Threshold, 0)}): {Saturated(all, data.Saturation, c)}");

    private static string Saturated(GroupSaturation group, MeasureSaturation.Response s, ReportContext c) => group.Measured.SaturatedAt is { } at
        ? string.Create(CultureInfo.InvariantCulture, $"{at - s.Run}+{s.Run}")
        : c.Say(TableReasons.Words(group.Measured.Reason!));

    private static string Name(GroupSaturation group, ReportContext c) => group.Group is not { } value
        ? c.Say("semua narasumber", "all informants")
        : Sources.InformantGroups.Parse(value) is { } g ? c.Group(g) : value;
}
