using Jembatan.App.Coverage;
using Jembatan.App.Reports.Sections;
using Jembatan.Core;
using Jembatan.Interchange.Documents;
using Jembatan.Storage;

namespace Jembatan.App.Reports;

/// <summary>Writes the report of a study as one self-contained file.</summary>
public static class WriteReport
{
    /// <param name="Format"><c>html</c> or <c>docx</c>.</param>
    /// <param name="Language">Null takes the study's.</param>
    /// <param name="Sections">Names of the sections wanted, in the report's order; null or empty for all.</param>
    public sealed record Request(string Format, Language? Language = null, IReadOnlyList<string>? Sections = null);

    /// <param name="Content">The file.</param>
    /// <param name="Sections">The sections in it, in order.</param>
    /// <param name="Figures">How many figures it has.</param>
    /// <param name="Traces">How many ids of it open with a trace.</param>
    public sealed record Response(byte[] Content, string ContentType, Language Language, IReadOnlyList<string> Sections, int Figures, int Traces);

    /// <summary>Every section's name, in order.</summary>
    public static IReadOnlyList<string> SectionNames { get; } = [.. ReportSections.All.Select(s => s.Id)];

    /// <param name="request">What is asked.</param>
    /// <param name="db">The study.</param>
    /// <param name="clock">Dates the report.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <param name="kept">Where runs of the coverage model are kept for the next report or page; null to keep none.</param>
    /// <returns>The file, or <c>report/format</c>, <c>report/section</c>, or <c>report/blind</c>.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, JembatanDb db, TimeProvider clock, CancellationToken cancellationToken, KeptRuns? kept = null)
    {
        if (request.Format is not ("html" or "docx"))
            return new Problem("report/format", $"A report is written as .html, .docx or .pdf, not as '{request.Format}'. Give the file one of these endings.", request.Format);
        var wanted = request.Sections is { Count: > 0 } names ? names : SectionNames;
        if (wanted.FirstOrDefault(n => !SectionNames.Contains(n)) is { } unknown)
            return new Problem("report/section", $"There is no section '{unknown}'. Choose from: {string.Join(", ", SectionNames)}.", unknown);

        if (db.Blindfold is not null)
            return new Problem("report/blind", "You code sources blind that not all have finished, so a report in your name would leave out what the others coded. Finish them first, or let who leads the coding write it.");
        var sections = ReportSections.All.Where(s => wanted.Contains(s.Id)).ToList();
        var composed = await ComposedAsync(request.Language, sections, db, clock, kept ?? new(), cancellationToken);
        if (composed.Problem is { } problem) return problem;
        ReportData.LetGo();
        var (document, language) = composed.Value;
        var (content, type) = request.Format == "html"
            ? (HtmlDocumentWriter.Write(document, ReportStyle.Css), "text/html; charset=utf-8")
            : (Docx(document), "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        return new Response(content, type, language, [.. sections.Select(s => s.Id)], document.Blocks.OfType<Figure>().Count(), document.Anchors.Count(a => a.StartsWith("t--", StringComparison.Ordinal)));
    }

    // What it is composed of is not held any longer when it is written.
    private static async Task<Result<(RichDocument Document, Language Language)>> ComposedAsync(
        Language? asked, IReadOnlyList<IReportSection> sections, JembatanDb db, TimeProvider clock, KeptRuns kept, CancellationToken cancellationToken)
    {
        var data = await ReportData.LoadAsync(db, kept, cancellationToken);
        if (data.Problem is { } problem) return problem;
        ReportData.LetGo();
        var language = asked ?? data.Value.Study.Language;
        return (Compose(data.Value, language, clock, sections), language);
    }

    private static RichDocument Compose(ReportData data, Language language, TimeProvider clock, IReadOnlyList<IReportSection> sections)
    {
        var c = new ReportContext(data, language);
        var notice = data.Study.SampleNotice is { } sample ? c.Say(sample) : null;
        List<Block> blocks =
        [
            new Heading(1, data.Study.Title),
            ReportContext.Text(c.Say(
                $"Laporan tertanggal {c.Date(clock.GetLocalNow())} · buku kode versi {data.Study.CodebookVersion}", $"Report of {c.Date(clock.GetLocalNow())} · codebook version {data.Study.CodebookVersion}"), ParagraphStyle.Small),
        ];
        foreach (var section in sections)
        {
            if (section is TraceSection) blocks.Add(new PageBreak());
            var written = section.Write(data, c).ToList();
            blocks.AddRange(written);
            if (section is not AnswerSection) continue;
            if (!written.OfType<PageBreak>().Any()) blocks.Add(new PageBreak());     // the answer has its first page for itself
            blocks.Add(new ContentsList(c.Say("Isi", "Contents")));
        }

        var words = new DocumentWords(c.Say("Tabel", "Table"), c.Say("Gambar", "Figure"), c.Say("Catatan kaki", "Notes"), c.Say("Halaman", "Page"));
        return new RichDocument(data.Study.Title, language == Language.Indonesian ? "id" : "en", notice, words, blocks);
    }

    private static byte[] Docx(RichDocument document)
    {
        using var stream = new MemoryStream();
        DocxDocumentWriter.Write(document, stream);
        return stream.ToArray();
    }
}
