using Jembatan.App.Causes;
using Jembatan.App.Reports.Figures;
using Jembatan.App.Traces;
using Jembatan.Interchange.Documents;

namespace Jembatan.App.Reports.Sections;

/// <summary>Causes of non-coverage through the fit of the strategies that claim to remove them.</summary>
internal sealed class CausesSection : IReportSection
{
    private const int Detailed = 8;

    public string Id => "causes";

    public IEnumerable<Block> Write(ReportData data, ReportContext c)
    {
        yield return new Heading(2, c.Say("Penyebab, dilihat dari kesesuaian strategi", "Causes through the fit of strategies"), Id);
        yield return new Paragraph([new Plain(c.Say(data.Causes.Notice))], ParagraphStyle.Note);
        var rows = data.Causes.Causes.Where(x => x.Informants > 0 || x.Contradicting > 0).ToList();
        if (rows.Count == 0)
        {
            yield return AnswerSection.Empty(c.Say("Belum ada penyebab yang dikode.", "No cause has been coded yet."));
            yield break;
        }

        var table = Ranking(rows, c, c.NextTable(c.Say("Urutan penyebab menurut narasumber, dan status lewat kesesuaian strategi", "Causes ranked by informants, and their status through strategy fit")));
        yield return new Figure(
            c.NextFigure(c.Say("Satu kotak satu narasumber: kanan menyebut, kiri menyanggah", "One square is one informant: right names the cause, left contradicts it")),
            CauseSquares.Of(rows.Take(20).ToList(), c), c.Say("Dua puluh penyebab teratas. Angka lengkap ada di tabel berikut.", "The first twenty causes. All figures stand in the next table."),
            table with { Caption = c.Say("Data gambar", "Data of the figure") }, "fig-causes");
        yield return table;
        foreach (var row in rows.Take(Detailed))
        {
            yield return new Heading(3, $"{row.Code} {c.Say(row.Name)}");
            yield return new Paragraph([new Plain(c.Say(row.Definition))], ParagraphStyle.Small);
            yield return new Paragraph([.. Judged(row, c)]);
            foreach (var quote in ThemesSection.Quotes(row, c)) yield return quote;
        }

        if (data.Causes.Unnamed.Count > 0)
        {
            yield return new Heading(3, c.Say("Strategi yang menyasar penyebab yang tidak disebut siapa pun", "Strategies aimed at causes that nobody names"));
            yield return new Bullets([.. data.Causes.Unnamed.Select(u => (IReadOnlyList<Inline>)
                [ReportContext.To(c.Say(u.Title), TraceId.Strategy(u.Label)), new Plain(": " + string.Join("; ", u.Causes.Select(x => $"{x.Code} {c.Say(x.Name)}")))])]);
        }
    }

    private static Table Ranking(IReadOnlyList<RankedCause> rows, ReportContext c, string caption) => new(
        caption,
        [
            Cell.Of(c.Say("Penyebab", "Cause")), Cell.Of(c.Say("Menyebut", "Name it"), true), Cell.Of(c.Say("Menyanggah", "Contradict"), true), Cell.Of(c.Say("Dasar: alami · tahu · amati", "Basis: lived · known · seen")),
            Cell.Of("Status"), Cell.Of(c.Say("Strategi yang mengaku menghilangkannya", "Strategies that claim to remove it")),
        ],
        [
            .. rows.Select(x => (IReadOnlyList<Cell>)
            [
                new Cell([ReportContext.To($"{x.Code} {c.Say(x.Name)}", TraceId.Cause(x.Code))]),
                new Cell([ReportContext.To($"{x.Informants}/{x.OfInformants}", TraceId.Cause(x.Code))], true), Cell.Of(c.Number(x.Contradicting, 0), true),
                Cell.Of($"{x.Basis.Experience} · {x.Basis.Knowledge} · {x.Basis.Observation}"),
                new Cell([new Plain(c.Say(x.StatusWords))], Tone: x.Status switch { "addressed-fits" => "fit", "addressed-misfit" => "misfit", "insufficient" => "insufficient", _ => null }),
                new Cell([.. Claims(x, c)]),
            ]),
        ], "t-causes");

    private static IEnumerable<Inline> Claims(RankedCause row, ReportContext c)
    {
        foreach (var (i, s) in row.Strategies.Index())
        {
            if (i > 0) yield return new Plain("; ");
            yield return new Plain(c.Say(s.Title) + " ");
            yield return s.Pair is { } pair
                ? ReportContext.To($"{ReportContext.PairWord(pair)} {(s.Fit is null ? c.Word(s.Verdict) : c.Signed(s.Fit))}", TraceId.Fit(s.Label, pair))
                : new Plain(c.Word(s.Verdict));
        }
    }

    private static IEnumerable<Inline> Judged(RankedCause row, ReportContext c)
    {
        yield return new Plain(c.Say(row.StatusWords) + ". ", Bold: true);
        yield return new Plain(c.Say($"Disebut {row.Informants} dari {row.OfInformants} narasumber: ", $"Named by {row.Informants} of {row.OfInformants} informants: ")
            + string.Join(", ", row.Groups.Select(g => $"{c.Group(g.Key)} {g.Value}")) + ". ");
        if (row.Cooccurring.Count > 0)
            yield return new Plain(c.Say("Sering bersama: ", "Often together with: ") + string.Join(", ", row.Cooccurring.Take(4).Select(o => $"{o.Code} ({o.Informants})")) + ". ");
        if (row.Strategies.Count == 0) yield return new Plain(c.Say("Tidak ada strategi yang mengaku menghilangkannya.", "No strategy claims to remove it."));
        else foreach (var inline in Claims(row, c)) yield return inline;
    }
}
