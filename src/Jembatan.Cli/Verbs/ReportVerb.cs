using System.CommandLine;
using Jembatan.App.Reports;
using Jembatan.Cli.Frame;
using Jembatan.Core;
using Jembatan.Storage;

namespace Jembatan.Cli.Verbs;

internal static class ReportVerb
{
    public static Verb Verb { get; } = new("report", "Writes the report as .html, .docx or .pdf.", TakesStudy: true, Build);

    private static void Build(Command command)
    {
        var study = Globals.Study();
        var output = new Argument<string>("OUT") { Description = "File to write; its ending says the format: .html, .docx or .pdf." };
        var sections = new Option<string[]>("--sections")
        {
            Description = $"Only these sections, by name and separated by commas: {string.Join(", ", WriteReport.SectionNames)}.", HelpName = "NAMES", AllowMultipleArgumentsPerToken = true,
        };
        command.Add(study);
        command.Add(output);
        command.Add(sections);
        command.Reads(study, async (session, db) =>
        {
            var path = Path.GetFullPath(session.Get(output));
            var wanted = (session.Get(sections) ?? []).SelectMany(s => s.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToList();
            var written = await WriteAsync(path, wanted, session, db);
            if (written.Problem is { } problem) return problem;
            var r = written.Value;
            return new Answer(
                new { report = path, language = r.Language == Language.Indonesian ? "id" : "en", sections = r.Sections, figures = r.Figures, traces = r.Traces },
                sheet => sheet.Line(sheet.Say(
                    $"Laporan ditulis: {path} ({r.Sections.Count} bagian, {r.Figures} gambar, {sheet.Number(r.Traces)} jejak).",
                    $"Report written: {path} ({r.Sections.Count} sections, {r.Figures} figures, {sheet.Number(r.Traces)} traces).")));
        });
    }

    private static async Task<Result<WriteReport.Response>> WriteAsync(string path, IReadOnlyList<string> sections, Session session, JembatanDb db)
    {
        if (Path.GetDirectoryName(path) is not { } folder || !Directory.Exists(folder))
            return new Problem("report/no-folder", $"There is no folder for '{path}'. Make it first, or name another place.", path);
        var format = Path.GetExtension(path).TrimStart('.').ToLowerInvariant();
        var made = await WriteReport.HandleAsync(new(format == "pdf" ? "html" : format, session.Language, sections), db, session.Clock, session.Cancel);
        if (made.Problem is { } problem) return problem;
        var content = made.Value.Content;
        if (format == "pdf")
        {
            var printed = await PrintReport.HandleAsync(new(content), session.Cancel);
            if (printed.Problem is { } unprinted) return unprinted;
            content = printed.Value;
        }

        await ReplaceAsync(path, content, session.Cancel);
        return made;
    }

    // Whole under another name first: a run that fails leaves the old report.
    private static async Task ReplaceAsync(string path, byte[] content, CancellationToken cancellationToken)
    {
        var making = $"{path}.{Environment.ProcessId}.new";
        try
        {
            await File.WriteAllBytesAsync(making, content, cancellationToken);
            File.Move(making, path, overwrite: true);
        }
        finally
        {
            File.Delete(making);
        }
    }
}
