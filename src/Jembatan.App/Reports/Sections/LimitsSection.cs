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
        yield return new Heading(2, c.Say(SectionTitles.Of(Id)), Id);
        foreach (var block in c.NarrativeDue("limits")) yield return block;
        yield return new Bullets([.. Known(data, c).Select(words => (IReadOnlyList<Inline>)[new Plain(words)])]);
    }

    private static IEnumerable<string> Known(ReportData data, ReportContext c)
    {
        yield return c.Say("Narasumber dipilih secara purposif: banyaknya narasumber bukan ukuran seberapa lazim suatu sebab.", "Informants were chosen purposively: how many name a cause does not measure how common it is.");
        if (data.Coders.Count == 1) yield return c.Say("Hanya satu orang yang mengode, sehingga kesepakatan antarpengode tidak dapat diperiksa.", "Only one person coded, so agreement between coders cannot be checked.");
        var cells = data.Board.Strategies.SelectMany(s => s.Pairs).Where(p => p.Evidence > 0).ToList();
        if (cells.Count(p => p.Groups == 1) is > 0 and var narrow)
            yield return c.Say($"{narrow} dari {cells.Count} sel SERVO yang dinilai bersandar pada bukti dari satu kelompok saja.", $"{narrow} of {cells.Count} rated SERVO cells rest on evidence from one group only.");
        if (data.Board.Strategies.Sum(s => s.ReopenedRatings) is > 0 and var open)
            yield return c.Say($"{open} penilaian terbuka kembali karena buktinya hilang dan tidak dihitung.", $"{open} ratings are open again because their evidence is gone, and do not count.");
        if (data.Sources.Count(s => s.Group is null) is > 0 and var without) yield return c.Say($"{without} sumber tidak punya kelompok narasumber.", $"{without} sources have no informant group.");
        if (data.Sources.Sum(s => s.Losses.Count) is > 0 and var losses) yield return c.Say($"{losses} hal tidak terbawa saat berkas diimpor.", $"{losses} things were left out when files were imported.");
        yield return c.Say("Laporan ini tidak memuat proyeksi cakupan kepesertaan.", "This report holds no projection of coverage.");
    }
}

/// <summary>COREQ and SRQR, filled from what is known and blank elsewhere.</summary>
internal sealed class ChecklistSection : IReportSection
{
    public string Id => "checklists";

    public IEnumerable<Block> Write(ReportData data, ReportContext c)
    {
        yield return new Heading(2, c.Say(SectionTitles.Of(Id)), Id);
        yield return ReportContext.Text(c.Say(
            "Diisi dari yang tercatat dalam studi; yang kosong belum dicatat dan sengaja dibiarkan kosong.", "Filled from what the study records; what is empty is not recorded and left empty on purpose."), ParagraphStyle.Small);
        foreach (var list in ReportingChecklists.All)
        {
            var known = list.Items.Count(i => Answer(data, c, list.Key, i) is not null);
            yield return new Table(
                $"{list.Name} ({c.Say(list.Citation)}): {c.Say($"{known} dari {list.Items.Count} terisi", $"{known} of {list.Items.Count} filled")}",
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
            "coders" when data.Coders.Count > 0 => string.Join(", ", data.Coders.Select(k => k.Name)),
            "coding-tree" => c.Say($"buku kode versi {data.Study.CodebookVersion}, {data.Codes.Count(k => !k.Retired)} kode", $"codebook version {data.Study.CodebookVersion}, {data.Codes.Count(k => !k.Retired)} codes"),
            "derivation" when data.Codes.Count > 0 => c.Say(
                $"{data.Codes.Count(k => k.Origin == Core.Qualitative.CodeOrigin.Theory)} dari teori, {data.Codes.Count(k => k.Origin == Core.Qualitative.CodeOrigin.Data)} dari data",
                $"{data.Codes.Count(k => k.Origin == Core.Qualitative.CodeOrigin.Theory)} from theory, {data.Codes.Count(k => k.Origin == Core.Qualitative.CodeOrigin.Data)} from the data"),
            "saturation" => SaturationSection.Answer(data, c),
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
