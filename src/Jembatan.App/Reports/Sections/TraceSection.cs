using System.Globalization;
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
        yield return new Heading(2, c.Say(SectionTitles.Of(Id)), Id);
        yield return ReportContext.Text(c.Say(
            "Setiap angka di laporan ini menuju ke sini. Tanda pengenal tiap butir dapat dibuka dengan “jembatan trace STUDI TANDA”; yang diawali garis miring adalah alamat halamannya di ruang kerja (“jembatan serve”).",
            "Every number of this report leads here. The id of an item opens with “jembatan trace STUDY ID”; what begins with a slash is the address of its page in the workspace (“jembatan serve”)."), ParagraphStyle.Small);

        yield return new Heading(3, c.Say("Kesesuaian dan penilaian", "Fit and ratings"));
        foreach (var s in data.Board.Strategies) foreach (var p in s.Pairs) foreach (var block in Fit(s, p, c)) yield return block;
        yield return new Heading(3, c.Say("Bukti", "Evidence"));
        var users = Users(data, c);
        foreach (var e in data.Evidence) yield return Evidence(e, users[e.Id], c);
        yield return new Heading(3, c.Say("Sebab, kategori, tema, dan kode lain", "Causes, categories, themes and other codes"));
        foreach (var block in Codes(data, c)) yield return block;
        yield return new Heading(3, c.Say("Kata-kata narasumber", "Words of informants"));
        foreach (var block in Words(data, c)) yield return block;
    }

    private static IEnumerable<Block> Fit(BoardStrategy s, BoardPair p, ReportContext c)
    {
        var id = TraceId.Fit(s.Label, p.Pair);
        yield return new Heading(4, $"{c.Say(s.Title)}, {ReportContext.PairWord(p.Pair)}: {(p.Fit is null ? c.Say(p.VerdictWords) : $"{c.Signed(p.Fit)} {c.Say(p.VerdictWords)}")}", ReportContext.Anchor(id));
        string?[] about =
        [
            p.Arithmetic is { } sum ? c.Say(sum) : null, p.Reason is { } reason ? c.Say(reason) : null,
            p.Coverage is { } rated ? c.Say($"{c.Percent(rated, 0)} kriteria dinilai", $"{c.Percent(rated, 0)} of criteria rated") : null,
            c.Say($"kekuatan bukti {c.Number(p.Strength, 2)}", $"evidence strength {c.Number(p.Strength, 2)}"),
            c.Say($"{p.Supporting} mendukung, {p.Contradicting} menyanggah", $"{p.Supporting} supporting, {p.Contradicting} contradicting"), id, TraceHref.Cell(s.Label, p.Pair),
        ];
        yield return ReportContext.Text(string.Join(" · ", about.OfType<string>()), ParagraphStyle.Small);
        foreach (var k in p.Criteria.Where(k => k.Ratings.Count > 0))
        {
            yield return new Table(
                $"{k.Label} {c.Say(k.Question)}{(k.Mean is { } mean ? $" ({c.Say("rata-rata", "mean")} {c.Signed(mean)})" : "")}",
                [Cell.Of(c.Say("Penilai", "Rater")), Cell.Of(c.Say("Nilai", "Value"), true), Cell.Of(c.Say("Dibutuhkan", "Required")), Cell.Of(c.Say("Teramati", "Observed")), Cell.Of(c.Say("Alasan dan bukti", "Rationale and evidence"))],
                [.. k.Ratings.Select(r => Rating(r, c))], IsNumbered: false);
        }
    }

    private static IReadOnlyList<Cell> Rating(BoardRating r, ReportContext c) =>
    [
        new Cell([ReportContext.Here(r.Rater, TraceId.Of(r.Id))], Anchor: ReportContext.Anchor(TraceId.Of(r.Id))), new Cell([ReportContext.Here(c.Rated(r.Value), TraceId.Of(r.Id))], true),
        Cell.Of(r.Required), Cell.Of(r.Observed),
        new Cell(
        [
            new Plain(r.Rationale + (r.State == RatingState.Reopened ? c.Say(" (terbuka kembali, tidak dihitung)", " (re-opened, does not count)") : "") + "\n"),
            .. ReportContext.Joined(r.Evidence.Select(e => c.ToEvidence(e.Id)), "\n"),
        ]),
    ];

    private static Paragraph Evidence(BoardEvidence e, IEnumerable<Inline> users, ReportContext c)
    {
        List<Inline> inlines = [new Plain($"{ReportContext.StanceMark(e.Stance)} {c.KindWord(e.Kind)}, {c.StanceWord(e.Stance)} · "), e.Kind == EvidenceKind.Quote ? new Voiced(e.Text, "") : new Plain(e.Statement), new Plain(" · ")];
        if (e.CodingId is { } coding)
        {
            inlines.Add(ReportContext.To(c.Coding(coding) is { } words ? $"{words.Informant ?? words.Source}, {c.Place(words.Source, words.Revision, words.Start, words.End)}" : c.Say("kutipan", "quote"), TraceId.Of(coding)));
        }
        else
        {
            inlines.Add(new Plain(string.Join(", ", new[] { e.Issuer, e.Source, c.Period(e.Date) }.Where(x => !string.IsNullOrEmpty(x)).Distinct())));
        }

        if (e.SeriesPoint is { } point) inlines.AddRange([new Plain(" · "), ReportContext.To("series:" + point, "series:" + point)]);
        inlines.Add(new Plain(c.Say(" · dipakai oleh ", " · used by ")));
        inlines.AddRange(ReportContext.Joined(users));
        inlines.Add(new Plain($" · {TraceId.Of(e.Id)}"));
        return new Paragraph(inlines, ParagraphStyle.Small, ReportContext.Anchor(TraceId.Of(e.Id)));
    }

    private static ILookup<Id<Evidence>, Inline> Users(ReportData data, ReportContext c)
    {
        var ratings = from s in data.Board.Strategies
                      from p in s.Pairs
                      from k in p.Criteria
                      from r in k.Ratings
                      from e in r.Evidence
                      select (e.Id, User: (Inline)ReportContext.To($"{s.Label}/{k.Label} {r.Rater} {c.Rated(r.Value)}", TraceId.Of(r.Id)));
        var changes = data.Board.Recommendations.SelectMany(r => r.Evidence.Select(e => (Id: e, User: (Inline)ReportContext.To(ReportContext.Cut(r.Change, 40), TraceId.Of(r.Id)))));
        var factors = data.Factors.SelectMany(f => f.Evidence.Select(e => (Id: e, User: (Inline)new Plain($"{c.Say("faktor", "factor")} {f.Element.Letter()}"))));
        return ratings.Concat(changes).Concat(factors).ToLookup(x => x.Id, x => x.User);
    }

    private static IEnumerable<Block> Codes(ReportData data, ReportContext c)
    {
        var children = data.Codes.ToLookup(k => k.ParentId);
        var shown = data.Codings.ToLookup(x => x.CodeId);
        var rows = data.Causes.Categories.Concat(data.Causes.Causes).ToDictionary(r => r.Id);
        foreach (var code in data.Codes.Where(k => !k.Retired && (rows.ContainsKey(k.Id) || Family(k.Id).Any(id => data.CodingsPerCodeId.ContainsKey(id)))).OrderByDescending(k => k.Level).ThenBy(k => k.Label, StringComparer.Ordinal))
        {
            var row = rows.GetValueOrDefault(code.Id);
            var id = c.CodeId(code.Label);
            var codings = Family(code.Id).SelectMany(x => shown[x]).ToList();
            var all = Family(code.Id).Sum(x => data.CodingsPerCodeId.GetValueOrDefault(x));
            yield return new Heading(4, $"{code.Label} {c.Say(code.Name)}{Count(row, c)}", ReportContext.Anchor(id));
            yield return new Paragraph(
            [
                new Plain($"{id} · {(row is null ? TraceHref.Code(code.Label) : TraceHref.Cause(code.Label))} · {c.Say($"{codings.Count} dari {all} pengodean ditampilkan", $"{codings.Count} of {all} codings shown")}{(codings.Count > 0 ? ": " : "")}"),
                .. ReportContext.Joined(codings.Select(x => ReportContext.To((x.Stance < 0 ? "▼ " : "") + ReportContext.Address(x), TraceId.Of(x.Id))), " · "),
            ], ParagraphStyle.Small);
        }

        IEnumerable<Id<Code>> Family(Id<Code> id) => children[id].SelectMany(k => Family(k.Id)).Prepend(id);
    }

    private static string Count(RankedCause? row, ReportContext c) => row is null ? "" : c.Say($": {row.Informants} dari {row.OfInformants} narasumber", $": {row.Informants} of {row.OfInformants} informants");

    private static IEnumerable<Block> Words(ReportData data, ReportContext c)
    {
        var labels = data.Codes.ToDictionary(k => k.Id);
        foreach (var source in data.Codings.GroupBy(x => x.Source))
        {
            var first = source.First();
            yield return new Heading(4, $"{source.Key}{(first.Informant is { } who ? $" · {who}, {c.Group(first.Group)}" : "")}");
            foreach (var x in source)
            {
                var code = labels.GetValueOrDefault(x.CodeId);
                yield return new Paragraph(
                [
                    new Voiced(x.Words, x.Language), new Plain($" {c.Place(x.Source, x.Revision, x.Start, x.End)} · "),
                    code is null ? new Plain("?") : c.ToCode($"{code.Label} {c.Say(code.Name)}", code.Label),
                    new Plain(string.Create(CultureInfo.InvariantCulture, $" · {c.StanceWord(x.Stance)} · {c.BasisWord(x.Basis)} · {x.Coder} · {TraceId.Of(x.Id)} · {TraceHref.Coding(x.Source, x.Start, x.End, x.Id)}")),
                ], ParagraphStyle.Small, ReportContext.Anchor(TraceId.Of(x.Id)));
            }
        }
    }
}
