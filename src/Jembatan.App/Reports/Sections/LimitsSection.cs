using Jembatan.App.Data;
using Jembatan.Core;
using Jembatan.Interchange.Documents;

namespace Jembatan.App.Reports.Sections;

/// <summary>What the study cannot say.</summary>
internal sealed class LimitsSection : IReportSection
{
    public string Id => "limits";

    public IEnumerable<Block> Write(ReportData data, ReportContext c)
    {
        yield return new Heading(2, c.Say("Keterbatasan", "Limits"), Id);
        foreach (var block in c.Narrative("limits")) yield return block;
        var withoutGroup = data.Sources.Count(s => s.Group is null);
        var losses = data.Sources.Sum(s => s.Losses.Count);
        var oneGroup = data.Board.Strategies.SelectMany(s => s.Pairs.Select(p => (s, p))).Count(x => x.p is { Evidence: > 0, Groups: 1 });
        yield return new Bullets(
        [
            [new Plain(c.Say("Narasumber dipilih secara purposif: banyaknya narasumber bukan ukuran seberapa lazim suatu penyebab.", "Informants were chosen purposively: how many name a cause does not measure how common it is."))],
            [new Plain(c.Say($"{oneGroup} sel SERVO bersandar pada bukti dari satu kelompok saja.", $"{oneGroup} SERVO cells rest on evidence from one group only."))],
            [new Plain(c.Say($"{withoutGroup} sumber belum punya kelompok narasumber; {losses} catatan kehilangan saat impor.", $"{withoutGroup} sources have no informant group; {losses} losses were noted at import."))],
            [new Plain(c.Say("Proyeksi cakupan tidak termasuk dalam laporan ini.", "This report holds no projection of coverage."))],
        ]);
    }
}

/// <summary>COREQ and SRQR, filled from what is known and blank elsewhere.</summary>
internal sealed class ChecklistSection : IReportSection
{
    public string Id => "checklists";

    public IEnumerable<Block> Write(ReportData data, ReportContext c)
    {
        yield return new Heading(2, c.Say("Daftar periksa pelaporan", "Reporting checklists"), Id);
        yield return new Paragraph([new Plain(c.Say(
            "Diisi dari yang tercatat dalam studi; yang kosong belum dicatat dan sengaja dibiarkan kosong.", "Filled from what the study records; what is empty is not recorded and left empty on purpose."))], ParagraphStyle.Small);
        foreach (var list in ReportingChecklists.All)
        {
            var known = list.Items.Count(i => Answer(data, c, list.Key, i) is not null);
            yield return new Table(
                c.NextTable($"{list.Name} ({c.Say(list.Citation)}): {c.Say($"{known} dari {list.Items.Count} terisi", $"{known} of {list.Items.Count} filled")}"),
                [Cell.Of(c.Say("Butir", "Item")), Cell.Of(c.Say("Isi", "Answer"))],
                [.. list.Items.Select(i => (IReadOnlyList<Cell>)[Cell.Of($"{i.Number}. {c.Say(i.Text)}"), Cell.Of(Answer(data, c, list.Key, i) ?? "")])], "t-" + list.Key);
        }
    }

    private static string? Answer(ReportData data, ReportContext c, string list, ChecklistItem item) =>
        data.Study.Particulars.TryGetValue($"{list}.{item.Number}", out var own) ? own : item.FilledFrom switch
        {
            "title" => data.Study.Title,
            "problem" => data.Study.Question.IsEmpty ? null : c.Say(data.Study.Question),
            "sampling" when data.Sources.Count > 0 => c.Say("purposif", "purposive"),
            "sample-size" when data.Sources.Any(s => s.Informant is not null) => c.Say($"{data.Sources.Where(s => s.Informant is not null).DistinctBy(s => s.Informant).Count()} narasumber", $"{data.Sources.Where(s => s.Informant is not null).DistinctBy(s => s.Informant).Count()} informants"),
            "approach" => Interviewed(data, s => s.Interview?.Mode),
            "setting" => Interviewed(data, s => s.Interview?.Place),
            "others-present" => Interviewed(data, s => s.Interview?.OthersPresent),
            "duration" when data.Sources.Select(s => s.Interview?.Minutes).OfType<int>().ToList() is { Count: > 0 } m => c.Say($"{m.Min()} sampai {m.Max()} menit", $"{m.Min()} to {m.Max()} minutes"),
            "interviewer" => Interviewed(data, s => s.Interview?.Interviewer),
            "guide" => Interviewed(data, s => s.Interview?.GuideVersion),
            "returned" when data.Sources.Any(s => s.Interview?.ReturnedToInformant is not null) => c.Say(
                $"{data.Sources.Count(s => s.Interview?.ReturnedToInformant == true)} dari {data.Sources.Count} transkrip", $"{data.Sources.Count(s => s.Interview?.ReturnedToInformant == true)} of {data.Sources.Count} transcripts"),
            "sample" when data.Causes.GroupSizes.Count > 0 => string.Join(", ", data.Causes.GroupSizes.Select(g => $"{c.Group(g.Key)} {g.Value}")),
            "coders" when data.Coders.Any(k => k.Codings > 0) => string.Join(", ", data.Coders.Where(k => k.Codings > 0).Select(k => k.Coder)),
            "coding-tree" => c.Say($"buku kode versi {data.Study.CodebookVersion}, {data.Codes.Count(k => !k.Retired)} kode", $"codebook version {data.Study.CodebookVersion}, {data.Codes.Count(k => !k.Retired)} codes"),
            "derivation" when data.Codes.Count > 0 => c.Say(
                $"{data.Codes.Count(k => k.Origin == Core.Qualitative.CodeOrigin.Theory)} dari teori, {data.Codes.Count(k => k.Origin == Core.Qualitative.CodeOrigin.Data)} dari data",
                $"{data.Codes.Count(k => k.Origin == Core.Qualitative.CodeOrigin.Theory)} from theory, {data.Codes.Count(k => k.Origin == Core.Qualitative.CodeOrigin.Data)} from the data"),
            "software" => "Jembatan",
            "quotations" when data.Codings.Count > 0 => c.Say("ya, dengan sandi narasumber dan letaknya", "yes, with code name and place"),
            "themes" when data.Codes.Any(k => k.Level == Core.Qualitative.CodeLevel.Theme) => string.Join(", ", data.Codes.Where(k => k.Level == Core.Qualitative.CodeLevel.Theme).Select(k => c.Say(k.Name))),
            "limits" => data.Narratives.TryGetValue("limits", out var limits) && !limits.IsEmpty ? c.Say("bagian Keterbatasan", "section Limits") : null,
            "unit" => data.Study.UnitOfAnalysis.IsEmpty ? null : c.Say(data.Study.UnitOfAnalysis),
            _ => null,
        };

    private static string? Interviewed(ReportData data, Func<ReportSource, string?> what)
    {
        var values = data.Sources.Select(what).Where(v => !string.IsNullOrWhiteSpace(v)).Distinct(StringComparer.Ordinal).ToList();
        return values.Count == 0 ? null : string.Join("; ", values.Take(6)) + (values.Count > 6 ? " …" : "");
    }
}
