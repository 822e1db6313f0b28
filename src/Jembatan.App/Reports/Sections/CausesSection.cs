using Jembatan.App.Causes;
using Jembatan.App.Reports.Figures;
using Jembatan.App.Traces;
using Jembatan.Interchange.Documents;

namespace Jembatan.App.Reports.Sections;

/// <summary>Causes of non-coverage through the fit of the strategies that claim to remove them.</summary>
internal sealed class CausesSection : IReportSection
{
    private const int Drawn = 20, Detailed = 8;

    public string Id => "causes";

    public IEnumerable<Block> Write(ReportData data, ReportContext c)
    {
        yield return new Heading(2, c.Say(SectionTitles.Of(Id)), Id);
        var rows = data.Causes.Causes.Where(x => x.Informants > 0 || x.Contradicting > 0).ToList();
        if (rows.Count == 0)
        {
            yield return ReportContext.Empty(c.Say("Belum ada sebab yang dikode.", "No cause has been coded yet."));
            yield break;
        }

        yield return ReportContext.Text(c.Say(data.Causes.Notice), ParagraphStyle.Note);
        yield return new Figure(
            c.Say("Satu kotak satu narasumber: ke kanan menyebut sebab, ke kiri menyanggahnya", "One square is one informant: to the right names the cause, to the left contradicts it"),
            CauseSquares.Of(rows.Take(Drawn).ToList(), c),
            c.Say("Corak kotak menandai kelompok narasumber; kotak kosong di kiri sumbu berarti menyanggah. Semua angkanya ada pada tabel berikut.",
                "The pattern of a square marks the informant group; hollow squares left of the axis contradict. All figures stand in the table that follows."),
            Ranking(rows, c), "fig-causes");
        foreach (var (i, row) in rows.Index())
        {
            var written = c.HasNarrative("cause:" + row.Code);
            if (i >= Detailed && !written) continue;
            yield return new Heading(3, $"{row.Code} {c.Say(row.Name)}");
            yield return ReportContext.Text(c.Say(row.Definition), ParagraphStyle.Small);
            foreach (var block in c.Narrative("cause:" + row.Code)) yield return block;
            yield return new Paragraph([.. Judged(row, c)]);
            foreach (var quote in ThemesSection.Quotes(row, c)) yield return quote;
        }

        if (data.Causes.Unnamed.Count > 0)
        {
            yield return new Heading(3, c.Say("Strategi yang menyasar sebab yang tidak disebut siapa pun", "Strategies aimed at causes that nobody names"));
            yield return new Bullets([.. data.Causes.Unnamed.Select(u => (IReadOnlyList<Inline>)
                [ReportContext.To(c.Say(u.Title), TraceId.Strategy(u.Label)), new Plain(": "), .. ReportContext.Joined(u.Causes.Select(x => c.ToCode($"{x.Code} {c.Say(x.Name)}", x.Code)), "; ")])]);
        }
    }

    private static Table Ranking(IReadOnlyList<RankedCause> rows, ReportContext c) => new(
        c.Say("Sebab menurut banyaknya narasumber, dan statusnya lewat kesesuaian strategi", "Causes by informants, and their status through the fit of strategies"),
        [
            Cell.Of(c.Say("Sebab", "Cause")), Cell.Of(c.Say("Menyebut", "Name it"), true), Cell.Of(c.Say("Menyanggah", "Contradict"), true),
            Cell.Of(c.Say("Dasar: alami · tahu · amati", "Basis: lived · known · seen"), true), Cell.Of("Status"), Cell.Of(c.Say("Strategi yang menyasar sebab ini", "Strategies that claim to remove it")),
        ],
        [
            .. rows.Select(x => (IReadOnlyList<Cell>)
            [
                new Cell([c.ToCode($"{x.Code} {c.Say(x.Name)}", x.Code)]),
                new Cell([c.ToCode($"{x.Informants}/{x.OfInformants}", x.Code)], true), new Cell([c.ToCode(c.Number(x.Contradicting, 0), x.Code)], true),
                Cell.Of($"{x.Basis.Experience} · {x.Basis.Knowledge} · {x.Basis.Observation}", true),
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
        yield return c.ToCode(c.Say($"Disebut {row.Informants} dari {row.OfInformants} narasumber", $"Named by {row.Informants} of {row.OfInformants} informants"), row.Code);
        yield return new Plain((row.Groups.Count > 0 ? ": " + string.Join(", ", row.Groups.Select(g => $"{c.Group(g.Key)} {g.Value}")) : "") + ". ");
        if (row.Contradicting > 0)
            yield return new Plain(c.Say("Disanggah: ", "Contradicted by: ") + string.Join(", ", row.ContradictingGroups.Select(g => $"{c.Group(g.Key)} {g.Value}").DefaultIfEmpty(c.Number(row.Contradicting, 0))) + ". ");
        if (row.Cooccurring.Count > 0)
        {
            yield return new Plain(c.Say("Narasumber yang sama juga menyebut ", "The same informants also name "));
            foreach (var inline in ReportContext.Joined(row.Cooccurring.Take(4).Select(o => c.ToCode($"{o.Code} {c.Say(o.Name)} ({o.Informants})", o.Code)))) yield return inline;
            yield return new Plain(". ");
        }

        if (row.Strategies.Count == 0)
        {
            yield return new Plain(c.Say("Tidak ada strategi yang menyasar sebab ini.", "No strategy claims to remove it."));
            yield break;
        }

        yield return new Plain(c.Say("Strategi yang menyasar sebab ini: ", "Strategies that claim to remove it: "));
        foreach (var inline in Claims(row, c)) yield return inline;
        yield return new Plain(".");
    }
}
