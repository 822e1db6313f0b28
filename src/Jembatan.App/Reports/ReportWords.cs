using System.Globalization;
using Jembatan.App.Data;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;
using Jembatan.Servo;

namespace Jembatan.App.Reports;

/// <summary>Words, numbers and dates in the language of a report.</summary>
internal abstract class ReportWords(Language language)
{
    public Language Language => language;

    public CultureInfo Culture { get; } = CultureInfo.GetCultureInfo(language == Language.Indonesian ? "id-ID" : "en-US");

    public string Say(string indonesian, string english) => language == Language.Indonesian ? indonesian : english;

    public string Say(Bilingual words) => words.In(language);

    /// <summary>A number with a true minus sign.</summary>
    public string Number(double? value, int decimals) => value is { } v ? Written(v, "N" + decimals).Replace('-', '\u2212') : Say("tidak ada", "none");

    // By way of a decimal, which drops the noise past fifteen digits: half of a last place rounds as the page and the command line round it.
    private string Written(double value, string format) => Math.Abs(value) < 1e15 ? ((decimal)value).ToString(format, Culture) : value.ToString(format, Culture);

    /// <summary>A number that is not rounded, to six decimals.</summary>
    public string Exact(double value) => value.ToString("#,##0.######", Culture).Replace('-', '\u2212');

    /// <summary>A number with as many decimals as it was printed with, two at the most.</summary>
    public string Figure(double? value) => value is { } v ? v.ToString(Math.Abs(v) >= 1000 ? "N0" : "#,0.##", Culture).Replace('-', '\u2212') : Say("tidak ada", "none");

    /// <summary>A number with its unit.</summary>
    public string Measure(double? value, string unit) => value is null ? Say("tidak ada", "none") : unit == "%" ? Figure(value) + "%" : $"{Figure(value)} {Unit(unit)}".TrimEnd();

    /// <summary>A fit: two decimals and always a sign.</summary>
    public string Signed(double? value) => value is { } v ? (v >= 0.005 ? "+" : "") + Number(Math.Abs(v) < 0.005 ? 0 : v, 2) : "";

    public string Range(double? low, double? high) => low is null || high is null ? "" : $"{Signed(low)} {Say("sampai", "to")} {Signed(high)}";

    public string Percent(double value, int decimals = 1) => Number(value * 100, decimals) + "%";

    public string Date(DateTimeOffset at) => at.ToString("d MMMM yyyy", Culture);

    /// <summary>A year, month or day as people write it; anything else as it stands.</summary>
    public string Period(string? date) => date switch
    {
        { Length: 10 } when DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day.ToString("d\u00a0MMM\u00a0yyyy", Culture),
        { Length: 7 } when DateOnly.TryParseExact(date + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) => month.ToString("MMM\u00a0yyyy", Culture),
        _ => date ?? "",
    };

    public string Unit(string unit) => unit switch
    {
        "million persons" => Say("juta orang", "million persons"),
        "persons" => Say("orang", "persons"),
        "agents" => Say("agen", "agents"),
        "Rp/month" => Say("rupiah per bulan", "rupiah a month"),
        "Rp million/month" => Say("juta rupiah per bulan", "million rupiah a month"),
        "Rp/USD" => Say("rupiah per dolar AS", "rupiah to the US dollar"),
        _ => Say(UnitWords.Of(unit)),
    };

    public string Word(VerdictKind verdict) => Say(verdict.Words());

    /// <summary>The value of a rating: a signed number, or why there is none.</summary>
    public string Rated(string value) => value switch
    {
        "NA" => Say("tidak berlaku", "not applicable"),
        "INSUFFICIENT" => Say("bukti belum cukup", "not enough evidence"),
        ['-', ..] => '\u2212' + value[1..],
        "0" => value,
        _ => "+" + value,
    };

    public string Group(InformantGroup? group) => group switch
    {
        InformantGroup.HeadOffice => Say("kantor pusat", "head office"),
        InformantGroup.Branch => Say("kantor cabang", "branch office"),
        InformantGroup.Agent => Say("agen", "agent"),
        InformantGroup.LocalGovernment => Say("pemerintah daerah", "local government"),
        InformantGroup.Expert => Say("ahli", "expert"),
        InformantGroup.Worker => Say("pekerja", "worker"),
        _ => Say("kelompok belum dicatat", "group not recorded"),
    };

    public string BasisWord(Basis? basis) => basis switch
    {
        Basis.Experience => Say("pengalaman", "experience"),
        Basis.Knowledge => Say("pengetahuan", "knowledge"),
        Basis.Observation => Say("pengamatan", "observation"),
        _ => Say("dasar belum dicatat", "basis not recorded"),
    };

    public string StanceWord(int stance) => stance switch
    {
        > 0 => Say("mendukung", "supports"),
        < 0 => Say("menyanggah", "contradicts"),
        _ => Say("netral", "neutral"),
    };

    public static string StanceMark(int stance) => stance switch { > 0 => "▲", < 0 => "▼", _ => "◆" };

    public string KindWord(EvidenceKind kind) => kind switch
    {
        EvidenceKind.Quote => Say("kutipan", "quote"),
        EvidenceKind.Document => Say("dokumen", "document"),
        EvidenceKind.Statistic => Say("statistik", "statistic"),
        _ => Say("catatan pengamatan", "field observation"),
    };

    public static string PairWord(Pair pair) => $"{pair.ToString()[0]}–{pair.ToString()[1]}";

    public string ElementWord(Element element) => element switch
    {
        Element.Strategy => Say("Strategi", "Strategy"),
        Element.Environment => Say("Lingkungan", "Environment"),
        Element.Resources => Say("Sumber daya", "Resources"),
        Element.Values => Say("Nilai (preferensi pimpinan)", "Values (leaders' preferences)"),
        _ => Say("Organisasi", "Organisation"),
    };

    public string DispositionWord(Disposition disposition) => disposition switch
    {
        Disposition.LiveWith => Say("Terima", "Live with"),
        Disposition.Mitigate => Say("Mitigasi", "Mitigate"),
        Disposition.ChangeStrategy => Say("Ubah strategi", "Change the strategy"),
        Disposition.ChangeElement => Say("Ubah unsur", "Change the element"),
        _ => Say("Belum diputuskan", "Not decided"),
    };

    /// <summary>Words cut to fit a label.</summary>
    public static string Cut(string text, int length) => text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 2]) ? length - 2 : length - 1)].TrimEnd() + "…";
}
