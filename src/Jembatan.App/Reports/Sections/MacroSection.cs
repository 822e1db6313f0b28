using Jembatan.App.Reports.Figures;
using Jembatan.App.Traces;
using Jembatan.Interchange.Documents;

namespace Jembatan.App.Reports.Sections;

/// <summary>The macro-economy beside what informants say of it. Descriptive, never causal.</summary>
internal sealed class MacroSection : IReportSection
{
    public string Id => "macro";

    public IEnumerable<Block> Write(ReportData data, ReportContext c)
    {
        var macro = data.Macro;
        yield return new Heading(2, c.Say("Ekonomi makro dan penghasilan yang tidak tetap", "The macro-economy and unstable incomes"), Id);
        yield return new Paragraph([new Plain(c.Say(macro.Notice))], ParagraphStyle.Note);
        foreach (var series in macro.Series.Where(s => s.Voices.Count > 0 || s.Ratings.Count > 0))
        {
            yield return new Heading(3, c.Say(series.Name));
            yield return new Paragraph([new Plain(c.Say(series.Definition) + (series.Caution is { } caution ? " " + c.Say(caution) : ""))], ParagraphStyle.Small);
            var table = new Table(
                c.NextTable($"{c.Say(series.Name)}, {series.Unit}"),
                [Cell.Of(c.Say("Tanggal", "Date")), Cell.Of(c.Say("Nilai", "Value"), true), Cell.Of(c.Say("Tanda", "Mark")), Cell.Of(c.Say("Sumber", "Source")), Cell.Of(c.Say("Catatan", "Note"))],
                [
                    .. series.Points.Select(p => (IReadOnlyList<Cell>)
                    [
                        Cell.Of(p.Date), new Cell([new Plain(p.Printed ?? GapSection.Figure(p.Value, c))], true, Anchor: ReportContext.Anchor(p.TraceId)), Cell.Of(p.Mark),
                        new Cell(GapSection.SourceLinks(p.Sources)), Cell.Of(p.Note is { } n ? c.Say(n) : ""),
                    ]),
                ]);
            if (PointChart.Of(series, c) is { } svg) yield return new Figure(c.NextFigure(c.Say(series.Name)), svg, c.Say("Nilai tercetak; garis hanya menghubungkan titik dari definisi dan bulan yang sama.", "Printed values; the line only joins points of one definition and month."), table with { Caption = c.Say("Data gambar", "Data of the figure") });
            yield return table;
            foreach (var voice in series.Voices.Where(v => v.Informants > 0 || v.Contradicting > 0))
            {
                yield return new Paragraph(
                [
                    ReportContext.To($"{voice.Code} {c.Say(voice.Name)}", TraceId.Cause(voice.Code)),
                    new Plain(c.Say($": disebut {voice.Informants} dari {macro.OfInformants} narasumber, {voice.Codings} pengodean", $": named by {voice.Informants} of {macro.OfInformants} informants, {voice.Codings} codings")),
                ]);
                foreach (var quote in voice.Quotes.Take(2).Select(q => c.Coding(q.CodingId)).OfType<ReportCoding>()) yield return c.Quote(quote);
            }

            if (series.Ratings.Count > 0)
            {
                yield return new Paragraph([new Plain(c.Say("Penilaian S–E yang bersandar pada deret ini:", "S–E ratings that rest on this series:"))]);
                yield return new Bullets([.. series.Ratings.Select(r => (IReadOnlyList<Inline>)
                    [ReportContext.To($"{c.Say(r.Title)} · {r.Criterion} · {r.Rater}: {r.Value}", TraceId.Of(r.Id)), new Plain($" ({r.Point})")])]);
            }
        }
    }
}
