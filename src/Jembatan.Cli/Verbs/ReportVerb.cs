using System.CommandLine;
using Jembatan.App.Reports;
using Jembatan.Cli.Frame;
using Jembatan.Core;

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
            var written = await ReportFile.WriteAsync(path, wanted, session.Language, db, session.Clock, session.Cancel);
            if (written.Problem is { } problem) return problem;
            var r = written.Value;
            return new Answer(
                new { report = path, language = r.Language == Language.Indonesian ? "id" : "en", sections = r.Sections, figures = r.Figures, traces = r.Traces },
                sheet => sheet.Line(sheet.Say(
                    $"Laporan ditulis: {path} ({r.Sections.Count} bagian, {r.Figures} gambar, {sheet.Number(r.Traces)} jejak).",
                    $"Report written: {path} ({r.Sections.Count} sections, {r.Figures} figures, {sheet.Number(r.Traces)} traces).")));
        });
    }
}
