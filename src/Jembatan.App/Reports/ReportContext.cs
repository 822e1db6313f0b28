using System.Globalization;
using System.Text;
using Jembatan.App.Servo;
using Jembatan.App.Traces;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;
using Jembatan.Interchange.Documents;

namespace Jembatan.App.Reports;

/// <summary>What the sections write with: words of one language, and links down to the evidence.</summary>
internal sealed class ReportContext(ReportData data, Language language) : ReportWords(language)
{
    private readonly Dictionary<Id<Coding>, ReportCoding> codings = data.Codings.ToDictionary(c => c.Id);
    private readonly Dictionary<Id<Evidence>, BoardEvidence> evidence = data.Evidence.ToDictionary(e => e.Id);
    private readonly HashSet<string> causes = [.. data.Causes.Causes.Concat(data.Causes.Categories).Select(c => c.Code)];

    /// <summary>The anchor of a trace id: letters, digits, points and hyphens; no two ids share one.</summary>
    public static string Anchor(string traceId)
    {
        var anchor = new StringBuilder("t--");
        foreach (var c in traceId)
        {
            if (char.IsAsciiLetterOrDigit(c) || c is '.' or '-') anchor.Append(c);
            else if (c == ':') anchor.Append("--");
            else anchor.Append(CultureInfo.InvariantCulture, $"_{(int)c:x}_");
        }

        return anchor.ToString();
    }

    public static Link To(string label, string traceId) => new(label, Anchor(traceId), traceId);

    /// <summary>A figure that is itself what the id opens.</summary>
    public static Plain Here(string figure, string traceId) => new(figure, Title: traceId);

    public Link ToCode(string label) => ToCode(label, label);

    public Link ToCode(string words, string label) => To(words, CodeId(label));

    /// <summary>The id of a code: as a cause when it is ranked as one.</summary>
    public string CodeId(string label) => causes.Contains(label) ? TraceId.Cause(label) : TraceId.Code(label);

    public ReportCoding? Coding(Id<Coding> id) => codings.GetValueOrDefault(id);

    public BoardEvidence? Evidence(Id<Evidence> id) => evidence.GetValueOrDefault(id);

    /// <summary>Evidence by who says it and how it begins.</summary>
    public Link ToEvidence(Id<Evidence> id) => evidence.TryGetValue(id, out var e)
        ? To($"{StanceMark(e.Stance)} {(e.Kind == EvidenceKind.Quote ? e.Informant ?? e.Source : KindWord(e.Kind))}: {Cut(e.Text, 48)}", TraceId.Of(id))
        : To(Say("bukti", "evidence"), TraceId.Of(id));

    public static string Address(ReportCoding c) => string.Create(CultureInfo.InvariantCulture, $"{c.Informant ?? c.Source} {c.Start}–{c.End}");

    /// <summary>Where words stand: source, revision and positions.</summary>
    public string Place(string source, int revision, int start, int end) =>
        string.Create(CultureInfo.InvariantCulture, $"{source}, {Say("revisi", "revision")} {revision}, {Say("posisi", "position")} {start}–{end}");

    /// <summary>A trace that an analyst wrote into a text, as a mark behind the sentence.</summary>
    public Inline Mark(string written)
    {
        var id = data.Traces.GetValueOrDefault(written, written);
        var (kind, key) = id.Split(':', 2) is [var k, var rest] ? (k, rest) : ("", id);
        return new Link(Label(kind, key), Anchor(id), id, IsMark: true);
    }

    /// <summary>Words of an informant as a block, with who said it and where it stands.</summary>
    public Quotation Quote(ReportCoding c) => new(
        c.Words, c.Language,
        [
            new Plain($"{c.Informant ?? c.Source}, {Group(c.Group)} · {BasisWord(c.Basis)} · {StanceWord(c.Stance)} · "),
            To(Place(c.Source, c.Revision, c.Start, c.End), TraceId.Of(c.Id)),
        ],
        c.Stance < 0);

    /// <summary>The analyst's text of a section; nothing when there is none.</summary>
    public IEnumerable<Block> Narrative(string section, ParagraphStyle style = ParagraphStyle.Body) =>
        data.Narratives.TryGetValue(section, out var text) && !text.IsEmpty ? Paragraphs(Say(text), style) : [];

    /// <summary>The analyst's text of a section, or a plain word that there is none yet.</summary>
    public IEnumerable<Block> NarrativeDue(string section) => HasNarrative(section)
        ? Narrative(section)
        : [Empty(Say("Analis belum menulis bagian ini.", "The analyst has not written this part yet."))];

    public bool HasNarrative(string section) => data.Narratives.TryGetValue(section, out var text) && !text.IsEmpty;

    public static Paragraph Empty(string words) => new([new Plain(words, Italic: true)], ParagraphStyle.Small);

    public static Paragraph Text(string words, ParagraphStyle style = ParagraphStyle.Body) => new([new Plain(words)], style);

    /// <summary>Links one after the other.</summary>
    public static IReadOnlyList<Inline> Joined(IEnumerable<Inline> links, string between = ", ") =>
        [.. links.SelectMany((l, i) => i == 0 ? (Inline[])[l] : [new Plain(between), l])];

    private IEnumerable<Block> Paragraphs(string text, ParagraphStyle style) =>
        text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(p => new Paragraph(
            [.. Narratives.EmbeddedTraces.Parts(p).Select(part => part.IsTrace ? Mark(part.Text) : new Plain(part.Text))], style));

    private string Label(string kind, string key) => kind switch
    {
        "coding" => Id<Coding>.TryParse(key, null, out var id) && Coding(id) is { } c ? c.Informant ?? c.Source : Say("kutipan", "quote"),
        "evidence" => Id<Evidence>.TryParse(key, null, out var id) && Evidence(id) is { } e ? e.Informant ?? KindWord(e.Kind) : Say("bukti", "evidence"),
        "rating" => Say("penilaian", "rating"),
        "recommendation" => Say("usulan", "recommendation"),
        "performance" => Say("capaian", "performance"),
        "fit" => data.Board.Strategies.SelectMany(s => s.Pairs.Select(p => (s, p))).FirstOrDefault(x => $"{x.s.Label}/{x.p.Pair}" == key) is { s: not null } x
            ? $"{PairWord(x.p.Pair)} {(x.p.Fit is null ? Word(x.p.Verdict) : Signed(x.p.Fit))}" : key,
        "strategy" or "verdict" => data.Board.Strategies.FirstOrDefault(s => s.Label == key) is { } s ? Say(s.Title) : key,
        _ => key,
    };
}
