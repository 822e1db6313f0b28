using Jembatan.App.Causes;
using Jembatan.App.Servo;
using Jembatan.App.Traces;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;
using Jembatan.Interchange.Documents;

namespace Jembatan.App.Reports.Sections;

/// <summary>Every number of the report, down to the words: fit → criterion → rating → evidence → coding.</summary>
internal sealed class TraceSection : IReportSection
{
    public string Id => "trace";

    public IEnumerable<Block> Write(ReportData data, ReportContext c)
    {
        yield return new Heading(2, c.Say("Lampiran jejak", "Trace appendix"), Id);
        yield return new Paragraph([new Plain(c.Say(
            "Setiap angka di laporan ini menuju ke sini. Tanda pengenal di depan tiap butir dapat dibuka dengan “jembatan trace” dan di ruang kerja.",
            "Every number of this report leads here. The id before each item opens with “jembatan trace” and in the workspace."))], ParagraphStyle.Small);

        yield return new Heading(3, c.Say("Kesesuaian dan penilaian", "Fit and ratings"));
        foreach (var s in data.Board.Strategies) foreach (var p in s.Pairs) foreach (var block in Fit(s, p, c)) yield return block;
        yield return new Heading(3, c.Say("Bukti", "Evidence"));
        foreach (var e in data.Board.Strategies.SelectMany(s => s.Pairs).SelectMany(p => p.Criteria).SelectMany(k => k.Ratings).SelectMany(r => r.Evidence).DistinctBy(e => e.Id))
            yield return Evidence(e, c);
        yield return new Heading(3, c.Say("Penyebab, kategori, dan tema", "Causes, categories and themes"));
        var labels = data.Codes.ToDictionary(k => k.Id);
        var children = data.Codes.ToLookup(k => k.ParentId);
        foreach (var row in data.Causes.Categories.Concat(data.Causes.Causes)) foreach (var block in Cause(row, data, children, c)) yield return block;
        yield return new Heading(3, c.Say("Kata-kata narasumber", "Words of informants"));
        foreach (var coding in data.Codings)
        {
            yield return c.Quote(coding, ReportContext.Anchor(TraceId.Of(coding.Id)));
            var code = labels.GetValueOrDefault(coding.CodeId);
            yield return new Paragraph(
            [
                new Plain($"{TraceId.Of(coding.Id)} · {c.Say("kode", "code")} "), code is null ? new Plain("?") : ReportContext.To($"{code.Label} {c.Say(code.Name)}", TraceId.Cause(code.Label)), new Plain($" · {coding.Coder}"),
            ], ParagraphStyle.Small);
        }
    }

    private static IEnumerable<Block> Fit(BoardStrategy s, BoardPair p, ReportContext c)
    {
        var id = TraceId.Fit(s.Label, p.Pair);
        yield return new Heading(4, $"{c.Say(s.Title)} · {ReportContext.PairWord(p.Pair)}: {(p.Fit is null ? c.Say(p.VerdictWords) : $"{c.Signed(p.Fit)} {c.Say(p.VerdictWords)}")}", ReportContext.Anchor(id));
        yield return new Paragraph([new Plain($"{id} · " + (p.Arithmetic is { } sum ? sum + " · " : "") + (p.Reason is { } reason ? c.Say(reason) + " · " : "")
            + c.Say($"cakupan {(p.Coverage is { } v ? c.Percent(v, 0) : "tidak ada")} · kekuatan {c.Number(p.Strength, 2)} · {p.Supporting} mendukung, {p.Contradicting} menyanggah",
                $"coverage {(p.Coverage is { } w ? c.Percent(w, 0) : "none")} · strength {c.Number(p.Strength, 2)} · {p.Supporting} supporting, {p.Contradicting} contradicting"))], ParagraphStyle.Small);
        foreach (var k in p.Criteria.Where(k => k.Ratings.Count > 0))
        {
            yield return new Paragraph([new Plain($"{k.Label} ", Bold: true), new Plain(c.Say(k.Question)), new Plain(k.Mean is { } mean ? $" ({c.Say("rata-rata", "mean")} {c.Signed(mean)})" : "")]);
            yield return new Table(
                $"{s.Label} · {k.Label}",
                [Cell.Of(c.Say("Penilai", "Rater")), Cell.Of(c.Say("Nilai", "Value"), true), Cell.Of(c.Say("Dibutuhkan", "Required")), Cell.Of(c.Say("Teramati", "Observed")), Cell.Of(c.Say("Alasan dan bukti", "Rationale and evidence"))],
                [
                    .. k.Ratings.Select(r => (IReadOnlyList<Cell>)
                    [
                        new Cell([new Plain(r.Rater)], Anchor: ReportContext.Anchor(TraceId.Of(r.Id))), Cell.Of(r.Value.Replace('-', '\u2212'), true), Cell.Of(r.Required), Cell.Of(r.Observed),
                        new Cell(
                        [
                            new Plain(r.Rationale + (r.State == RatingState.Reopened ? c.Say(" (terbuka kembali, tidak dihitung)", " (re-opened, does not count)") : "") + " "),
                            .. r.Evidence.SelectMany(e => (Inline[])[ReportContext.To($"{Mark(e.Stance)} {Label(e, c)}", TraceId.Of(e.Id)), new Plain(" ")]),
                        ]),
                    ]),
                ]);
        }
    }

    private static Paragraph Evidence(BoardEvidence e, ReportContext c)
    {
        Inline words = e.CodingId is { } coding ? c.ToCoding(coding) : new Plain(e.Source ?? e.Issuer ?? "");
        List<Inline> inlines =
        [
            new Plain($"{TraceId.Of(e.Id)} · {Kind(e.Kind, c)} · {c.StanceWord(e.Stance)} · "), e.Kind == EvidenceKind.Quote ? new Voiced(e.Text, "id") : new Plain(e.Statement), new Plain(" · "), words,
        ];
        if (e.SeriesPoint is { } point) inlines.AddRange([new Plain(" · "), ReportContext.To(point, "series:" + point)]);
        return new Paragraph(inlines, ParagraphStyle.Small, ReportContext.Anchor(TraceId.Of(e.Id)));
    }

    private static IEnumerable<Block> Cause(RankedCause row, ReportData data, ILookup<Id<Code>?, Code> children, ReportContext c)
    {
        yield return new Heading(4, $"{row.Code} {c.Say(row.Name)}: {row.Informants}/{row.OfInformants}", ReportContext.Anchor(TraceId.Cause(row.Code)));
        var under = Family(row.Id).ToHashSet();
        var codings = data.Codings.Where(x => under.Contains(x.CodeId)).ToList();
        var all = under.Sum(x => data.CodingsPerCodeId.GetValueOrDefault(x));
        yield return new Paragraph(
        [
            new Plain($"{TraceId.Cause(row.Code)} · {c.Say($"{codings.Count} dari {all} pengodean ditampilkan", $"{codings.Count} of {all} codings shown")}: "),
            .. codings.SelectMany(x => (Inline[])[ReportContext.To((x.Stance < 0 ? "▼ " : "") + ReportContext.Address(x), TraceId.Of(x.Id)), new Plain(" ")]),
        ], ParagraphStyle.Small);

        IEnumerable<Id<Code>> Family(Id<Code> id) => children[id].SelectMany(k => Family(k.Id)).Prepend(id);
    }

    private static string Mark(int stance) => stance switch { > 0 => "▲", < 0 => "▼", _ => "◆" };

    private static string Label(BoardEvidence e, ReportContext c) => e.Kind == EvidenceKind.Quote ? e.Informant ?? e.Source ?? "" : $"{Kind(e.Kind, c)} {MisfitSection.Short(e.Id.ToString())}";

    private static string Kind(EvidenceKind kind, ReportContext c) => kind switch
    {
        EvidenceKind.Quote => c.Say("kutipan", "quote"), EvidenceKind.Document => c.Say("dokumen", "document"), EvidenceKind.Statistic => c.Say("statistik", "statistic"), _ => c.Say("pengamatan", "observation"),
    };
}

/// <summary>Where figures were read.</summary>
internal sealed class SourcesSection : IReportSection
{
    public string Id => "sources";

    public IEnumerable<Block> Write(ReportData data, ReportContext c)
    {
        yield return new Heading(2, c.Say("Sumber angka", "Sources of figures"), Id);
        yield return new Paragraph([new Plain(c.Say("Tanda A: resmi atau tertelaah sejawat; B: pers atau sekunder; C: dihitung.", "Mark A: official or peer-reviewed; B: press or secondary; C: calculated."))], ParagraphStyle.Small);
        foreach (var s in data.Gap.Citations.Values.Concat(data.Macro.Citations.Values).DistinctBy(s => s.Tag).OrderBy(s => s.Tag.PadLeft(4, '0'), StringComparer.Ordinal))
            yield return new Paragraph([new Plain($"[{s.Tag}] {s.Title}{(s.Date is { } d ? $", {d}" : "")}{(s.Url is { } url ? $". {url}" : "")}")], ParagraphStyle.Small, $"src-{s.Tag}");
    }
}
