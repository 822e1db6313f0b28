using Jembatan.App.Macro;
using Jembatan.App.Reports.Figures;
using Jembatan.App.Traces;
using Jembatan.Core;
using Jembatan.Interchange.Documents;

namespace Jembatan.App.Reports.Sections;

/// <summary>The macro-economy beside what informants say of it. Descriptive, never causal.</summary>
internal sealed class MacroSection : IReportSection
{
    public string Id => "macro";

    public IEnumerable<Block> Write(ReportData data, ReportContext c)
    {
        var macro = data.Macro;
        yield return new Heading(2, c.Say(SectionTitles.Of(Id)), Id);
        yield return ReportContext.Text($"{c.Say(macro.Notice)} {c.Say(macro.Caution)}".TrimEnd(), ParagraphStyle.Note);
        foreach (var block in c.Narrative("macro")) yield return block;

        var heard = macro.Series.SelectMany(s => s.Voices).Concat(macro.Unlinked).Where(v => v.Informants > 0 || v.Contradicting > 0).DistinctBy(v => v.Code).OrderByDescending(v => v.Informants).ThenBy(v => v.Code, StringComparer.Ordinal).ToList();
        yield return new Heading(3, c.Say("Yang dikatakan narasumber", "What informants say"));
        if (heard.Count == 0) yield return ReportContext.Empty(c.Say("Belum ada pengodean tentang harga, permintaan, musim, pemutusan kerja, atau penghasilan.", "Nothing is coded yet on prices, demand, season, layoffs or income."));
        else
        {
            yield return Heard(heard, macro, c);
            foreach (var voice in heard.Where(v => v.Quotes.Count > 0))
            {
                yield return new Paragraph([new Plain($"{voice.Code} {c.Say(voice.Name)}", Bold: true)]);
                foreach (var quote in voice.Quotes.Take(2).Select(q => c.Coding(q.CodingId)).OfType<ReportCoding>()) yield return c.Quote(quote);
            }
        }

        var ratings = macro.Series.SelectMany(s => s.Ratings.Select(r => (Series: s, Rating: r))).ToList();
        if (ratings.Count > 0) yield return Resting(ratings, c);
        yield return new Heading(3, c.Say("Deret sebagaimana tercetak", "The series as printed"));
        foreach (var series in macro.Series.Where(s => s.Voices.Count > 0 || s.Ratings.Count > 0)) foreach (var block in Series(series, c)) yield return block;
    }

    private static Table Heard(IReadOnlyList<MacroVoice> heard, ShowMacro.Response macro, ReportContext c) => new(
        c.Say("Guncangan dan penghasilan menurut narasumber, di samping deret yang bersangkutan", "Shocks and incomes in informants' words, beside the series concerned"),
        [Cell.Of(c.Say("Kode", "Code")), Cell.Of(c.Say("Menyebut", "Name it"), true), Cell.Of(c.Say("Menyanggah", "Contradict"), true), Cell.Of(c.Say("Kelompok", "Groups")), Cell.Of(c.Say("Deret", "Series"))],
        [
            .. heard.Select(v => (IReadOnlyList<Cell>)
            [
                new Cell([c.ToCode($"{v.Code} {c.Say(v.Name)}", v.Code)]), new Cell([c.ToCode($"{v.Informants}/{macro.OfInformants}", v.Code)], true), Cell.Of(c.Number(v.Contradicting, 0), true),
                Cell.Of(string.Join(", ", v.Groups.Select(g => $"{c.Group(g.Key)} {g.Value}"))),
                new Cell(ReportContext.Joined(macro.Series.Where(s => s.Voices.Any(x => x.Code == v.Code)).Select(s => new Link(c.Say(s.Name), "macro-" + s.Key)), "; ")),
            ]),
        ], "t-macro-voices");

    private static Table Resting(IReadOnlyList<(MacroSeries Series, MacroRating Rating)> ratings, ReportContext c) => new(
        c.Say("Penilaian S–E yang bersandar pada deret", "S–E ratings that rest on a series"),
        [Cell.Of(c.Say("Strategi", "Strategy")), Cell.Of(c.Say("Kriteria", "Criterion")), Cell.Of(c.Say("Penilai", "Rater")), Cell.Of(c.Say("Nilai", "Value"), true), Cell.Of(c.Say("Titik deret", "Point of the series"))],
        [
            .. ratings.Select(x => (IReadOnlyList<Cell>)
            [
                Cell.Of(c.Say(x.Rating.Title)), Cell.Of(x.Rating.Criterion), Cell.Of(x.Rating.Rater + (x.Rating.Horizon is { } h ? $" ({h})" : "")),
                new Cell([ReportContext.To(c.Rated(x.Rating.Value), TraceId.Of(x.Rating.Id))], true),
                new Cell([ReportContext.To($"{c.Say(x.Series.Name)}, {c.Period(x.Rating.Point.Split('/')[^1])}", "series:" + x.Rating.Point)]),
            ]),
        ], "t-macro-ratings");

    private static IEnumerable<Block> Series(MacroSeries series, ReportContext c)
    {
        yield return new Heading(4, $"{c.Say(series.Name)}, {c.Unit(series.Unit)}", "macro-" + series.Key);
        yield return ReportContext.Text($"{c.Say(series.Definition)} {(series.Caution is { } caution ? c.Say(caution) : "")}".Trim(), ParagraphStyle.Small);
        var table = new Table(
            $"{c.Say(series.Name)}, {c.Unit(series.Unit)}",
            [Cell.Of(series.IsBreakdown ? c.Say("Bagian", "Part") : c.Say("Tanggal", "Date")), Cell.Of(c.Say("Nilai", "Value"), true), Cell.Of(c.Say("Tanda", "Mark")), Cell.Of(c.Say("Sumber", "Source")), Cell.Of(c.Say("Catatan", "Note"))],
            [
                .. series.Points.Select(p => (IReadOnlyList<Cell>)
                [
                    Cell.Of(p.Label is { } part ? $"{c.Say(part)}, {c.Period(p.Date)}" : c.Period(p.Date)), GapSection.Figured(p.Value is null ? p.Printed ?? c.Figure(null) : c.Figure(p.Value), p.TraceId), Cell.Of(p.Mark),
                    new Cell(GapSection.SourceLinks(p.Sources)), Cell.Of(p.Note is { } n ? c.Say(n) : ""),
                ]),
            ]);
        if (!series.IsBreakdown && PointChart.Of(series, c) is { } svg)
            yield return new Figure($"{c.Say(series.Name)}, {c.Unit(series.Unit)}", svg, c.Say("Nilai tercetak; garis hanya menghubungkan titik-titik dengan definisi yang sama.", "Printed values; the line only joins points of one definition."), table);
        else yield return table;
    }
}
