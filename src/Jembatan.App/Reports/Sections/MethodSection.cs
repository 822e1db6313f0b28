using Jembatan.Core.Qualitative;
using Jembatan.Interchange.Documents;

namespace Jembatan.App.Reports.Sections;

/// <summary>How it was done: unit, codebook, coders, counting.</summary>
internal sealed class MethodSection : IReportSection
{
    public string Id => "method";

    public IEnumerable<Block> Write(ReportData data, ReportContext c)
    {
        yield return new Heading(2, c.Say(SectionTitles.Of(Id)), Id);
        foreach (var block in c.Narrative("method")) yield return block;
        var active = data.Codes.Where(k => !k.Retired).ToList();
        var frozen = data.Study.CodebookFrozen ? c.Say("dibekukan", "frozen") : c.Say("terbuka", "open");
        yield return new Bullets(
        [
            Item(c.Say("Satuan analisis", "Unit of analysis"), data.Study.UnitOfAnalysis.IsEmpty ? c.Say("belum dicatat", "not recorded") : c.Say(data.Study.UnitOfAnalysis)),
            Item(c.Say("Buku kode", "Codebook"), c.Say(
                $"versi {data.Study.CodebookVersion} ({frozen}), {active.Count(k => k.Level == CodeLevel.Code)} kode, {active.Count(k => k.Level == CodeLevel.Category)} kategori, {active.Count(k => k.Level == CodeLevel.Theme)} tema; {active.Count(k => k.Origin == CodeOrigin.Data)} lahir dari data",
                $"version {data.Study.CodebookVersion} ({frozen}), {active.Count(k => k.Level == CodeLevel.Code)} codes, {active.Count(k => k.Level == CodeLevel.Category)} categories, {active.Count(k => k.Level == CodeLevel.Theme)} themes; {active.Count(k => k.Origin == CodeOrigin.Data)} born from the data")),
            Item(c.Say("Pengode", "Coders"), data.Coders.Count == 0 ? c.Say("belum ada pengodean", "nothing is coded yet") : string.Join("; ", data.Coders.Select(k =>
                c.Say($"{k.Name}, {c.Number(k.Codings, 0)} pengodean", $"{k.Name}, {c.Number(k.Codings, 0)} codings") + (k.Done > 0 ? c.Say($", {k.Done} sumber ditandai selesai", $", {k.Done} sources marked done") : "")))),
            Item(c.Say("Hitungan sebab", "Counting causes"), c.Say(
                "banyaknya narasumber dengan sedikitnya satu pengodean pada kode itu atau turunannya, arah mendukung atau netral, di luar ucapan pewawancara, oleh pengode mana pun",
                "distinct informants with at least one coding of the code or a descendant, stance supporting or neutral, outside the interviewer's turns, by any coder")),
            Item("SERVO", c.Say(
                "kesesuaian F antara −1 dan 1 dari penilaian −2 sampai +2 yang masing-masing berbukti; rentang kepekaan dari mengeluarkan tiap sumber dan mengambil ulang penilai, bukan selang kepercayaan; putusan analis didahulukan",
                "fit F between −1 and 1 from ratings of −2 to +2, each with evidence; the sensitivity range leaves out each source and resamples raters and is no confidence interval; the analyst's verdict comes first")),
        ]);
        if (data.Versions.Count > 0)
        {
            yield return new Table(
                c.Say("Versi buku kode", "Codebook versions"), [Cell.Of(c.Say("Versi", "Version")), Cell.Of(c.Say("Tanggal", "Date")), Cell.Of(c.Say("Alasan", "Reason"))],
                [.. data.Versions.Select(v => (IReadOnlyList<Cell>)[Cell.Of(c.Number(v.Number, 0)), Cell.Of(c.Date(v.At)), Cell.Of(v.Note)])]);
        }
    }

    private static IReadOnlyList<Inline> Item(string what, string words) => [new Plain(what + ": ", Bold: true), new Plain(words)];
}
