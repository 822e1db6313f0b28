using System.Globalization;
using System.Text;
using Jembatan.App.Traces;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;
using Jembatan.Interchange.Documents;
using Jembatan.Servo;

namespace Jembatan.App.Reports;

/// <summary>Words, numbers and links in the language of the report.</summary>
internal sealed class ReportContext(ReportData data, Language language)
{
    private readonly Dictionary<Id<Coding>, ReportCoding> codings = data.Codings.ToDictionary(c => c.Id);
    private int tables;
    private int figures;

    public Language Language => language;

    public CultureInfo Culture { get; } = CultureInfo.GetCultureInfo(language == Language.Indonesian ? "id-ID" : "en-GB");

    public string Say(string indonesian, string english) => language == Language.Indonesian ? indonesian : english;

    public string Say(Bilingual words) => words.In(language);

    public string NextTable(string caption) => $"{Say("Tabel", "Table")} {++tables}. {caption}";

    public string NextFigure(string caption) => $"{Say("Gambar", "Figure")} {++figures}. {caption}";

    /// <summary>A number with a true minus sign.</summary>
    public string Number(double? value, int decimals) => value is { } v ? v.ToString("N" + decimals, Culture).Replace('-', '\u2212') : Say("tidak ada", "none");

    /// <summary>A fit: two decimals and always a sign.</summary>
    public string Signed(double? value) => value is { } v ? (v > 0.005 ? "+" : "") + Number(Math.Abs(v) < 0.005 ? 0 : v, 2) : "";

    public string Range(double? low, double? high) => low is null || high is null ? "" : $"{Signed(low)} {Say("sampai", "to")} {Signed(high)}";

    public string Percent(double value, int decimals = 1) => Number(value * 100, decimals) + "%";

    public string Date(DateTimeOffset at) => at.ToString("d MMMM yyyy", Culture);

    public string Word(VerdictKind verdict) => Say(verdict.Words());

    public string Group(InformantGroup? group) => group switch
    {
        InformantGroup.HeadOffice => Say("kantor pusat", "head office"),
        InformantGroup.Branch => Say("kantor cabang", "branch"),
        InformantGroup.Agent => Say("agen", "agent"),
        InformantGroup.LocalGovernment => Say("pemerintah daerah", "local government"),
        InformantGroup.Expert => Say("ahli", "expert"),
        InformantGroup.Worker => Say("pekerja", "worker"),
        _ => Say("belum dicatat", "not recorded"),
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
        > 0 => Say("mendukung", "supports"), < 0 => Say("menyanggah", "contradicts"), _ => Say("netral", "neutral"),
    };

    public static string PairWord(Pair pair) => $"{pair.ToString()[0]}–{pair.ToString()[1]}";

    public string ElementWord(Element? element) => element switch
    {
        Element.Strategy => Say("Strategi", "Strategy"),
        Element.Environment => Say("Lingkungan", "Environment"),
        Element.Resources => Say("Sumber daya", "Resources"),
        Element.Values => Say("Nilai (preferensi pimpinan)", "Values (leaders' preferences)"),
        Element.Organization => Say("Organisasi", "Organization"),
        _ => Say("belum ditetapkan", "not set"),
    };

    /// <summary>The anchor of a trace id: letters, digits and hyphens.</summary>
    public static string Anchor(string traceId)
    {
        var anchor = new StringBuilder("t-");
        foreach (var c in traceId) anchor.Append(char.IsAsciiLetterOrDigit(c) || c == '.' ? c : '-');
        return anchor.ToString();
    }

    public static Link To(string label, string traceId) => new(label, Anchor(traceId));

    public ReportCoding? Coding(Id<Coding> id) => codings.GetValueOrDefault(id);

    public Link ToCoding(Id<Coding> id) => To(codings.TryGetValue(id, out var c) ? Address(c) : Say("kutipan", "quote"), TraceId.Of(id));

    public static string Address(ReportCoding c) => $"{c.Informant ?? c.Source} {c.Start}–{c.End}";

    /// <summary>A trace that an analyst wrote into a text.</summary>
    public Inline Trace(string id)
    {
        if (id.StartsWith("coding:", StringComparison.Ordinal) && Id<Coding>.TryParse(id[7..], null, out var coding)) return ToCoding(coding);
        if (id.Contains(':', StringComparison.Ordinal)) return To(id[(id.IndexOf(':', StringComparison.Ordinal) + 1)..], id);
        return To(id, TraceId.Cause(id));
    }

    /// <summary>Words of an informant as a block, with who said it and where they stand.</summary>
    public Quotation Quote(ReportCoding c, string? anchor = null) => new(
        c.Words, "id",
        [
            new Plain($"{c.Informant ?? c.Source}, {Group(c.Group)} · {BasisWord(c.Basis)} · {StanceWord(c.Stance)} · "),
            To($"{c.Source}, {Say("revisi", "revision")} {c.Revision}, {c.Start}–{c.End}", TraceId.Of(c.Id)),
        ],
        c.Stance < 0, anchor);

    /// <summary>The analyst's text of a section, or a plain word that there is none yet.</summary>
    public IEnumerable<Block> Narrative(string section, ParagraphStyle style = ParagraphStyle.Body)
    {
        if (data.Narratives.TryGetValue(section, out var text) && !text.IsEmpty) return EmbeddedTraces.Paragraphs(Say(text), this, style);
        return [new Paragraph([new Plain(Say("Analis belum menulis bagian ini.", "The analyst has not written this part yet."), Italic: true)], ParagraphStyle.Small)];
    }
}
