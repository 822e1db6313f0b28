using Jembatan.App.Traces;
using Jembatan.Core.Qualitative;
using Jembatan.Interchange.Documents;

namespace Jembatan.App.Reports.Sections;

/// <summary>The question, the corpus and the informants.</summary>
internal sealed class CorpusSection : IReportSection
{
    public string Id => "corpus";

    public IEnumerable<Block> Write(ReportData data, ReportContext c)
    {
        yield return new Heading(2, c.Say(SectionTitles.Of(Id)), Id);
        yield return new Paragraph([new Plain(data.Study.Question.IsEmpty ? data.Study.Title : c.Say(data.Study.Question))], ParagraphStyle.Lead);
        foreach (var block in c.Narrative("corpus")) yield return block;
        if (data.Sources.Count == 0)
        {
            yield return ReportContext.Empty(c.Say("Belum ada transkrip. Masukkan dengan “jembatan import”.", "There is no transcript yet. Bring some in with “jembatan import”."));
            yield break;
        }

        var informants = data.Sources.Where(s => s.Informant is not null).DistinctBy(s => s.Informant).ToList();
        yield return new Paragraph([new Plain(c.Say(
            $"{data.Sources.Count} sumber, {informants.Count} narasumber yang dipilih secara purposif, {c.Number(data.Sources.Sum(s => s.Codings), 0)} pengodean.",
            $"{data.Sources.Count} sources, {informants.Count} purposively chosen informants, {c.Number(data.Sources.Sum(s => s.Codings), 0)} codings."))]);
        yield return new Table(
            c.Say("Narasumber menurut kelompok", "Informants by group"),
            [Cell.Of(c.Say("Kelompok", "Group")), Cell.Of(c.Say("Narasumber", "Informants"), true), Cell.Of(c.Say("Nama sandi", "Code names"))],
            [
                .. informants.GroupBy(s => s.Group).OrderBy(g => g.Key is null ? 99 : (int)g.Key).Select(g => (IReadOnlyList<Cell>)
                    [Cell.Of(c.Group(g.Key)), Cell.Of(c.Number(g.Count(), 0), true), Cell.Of(string.Join(", ", g.Select(s => s.Informant).Order(StringComparer.Ordinal)))]),
            ], "t-informants");
        if (data.Variables.Count > 0)
        {
            yield return new Table(
                c.Say("Ciri narasumber", "Characteristics of the informants"),
                [Cell.Of(c.Say("Variabel", "Variable")), Cell.Of(c.Say("Nilai", "Value")), Cell.Of(c.Say("Narasumber", "Informants"), true)],
                [.. data.Variables.Select(v => (IReadOnlyList<Cell>)[Cell.Of(v.Name == "group" ? c.Say("kelompok", "group") : v.Name), Cell.Of(v.Name == "group" && Jembatan.App.Sources.InformantGroups.Parse(v.Value) is { } g ? c.Group(g) : v.Value), Cell.Of(c.Number(v.Informants, 0), true)])]);
        }

        yield return new Table(
            c.Say("Sumber", "Sources"),
            [Cell.Of(c.Say("Sumber", "Source")), Cell.Of(c.Say("Narasumber", "Informant")), Cell.Of(c.Say("Wawancara", "Interview")), Cell.Of(c.Say("Giliran", "Turns"), true), Cell.Of(c.Say("Pengodean", "Codings"), true)],
            [
                .. data.Sources.Select(s => (IReadOnlyList<Cell>)
                [
                    new Cell([ReportContext.Here(s.Name, TraceId.Source(s.Name))], Anchor: ReportContext.Anchor(TraceId.Source(s.Name))), Cell.Of(s.Informant is null ? "" : $"{s.Informant}, {c.Group(s.Group)}"), Cell.Of(Held(s.Interview, c)),
                    Cell.Of(c.Number(s.Turns, 0), true), Cell.Of(c.Number(s.Codings, 0), true),
                ]),
            ], "t-sources");
    }

    private static string Held(InterviewRecord? i, ReportContext c) => i is null ? "" : string.Join(" · ", new[]
    {
        i.Date is { } date ? date.ToString("d MMM yyyy", c.Culture) : null, i.Place, i.Mode, i.Minutes is { } m ? c.Say($"{m} menit", $"{m} minutes") : null, i.Language,
    }.Where(x => !string.IsNullOrEmpty(x)));
}
