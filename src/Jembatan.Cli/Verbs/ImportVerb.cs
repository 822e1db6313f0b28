using System.CommandLine;
using Jembatan.App.ServoWorkbooks;
using Jembatan.App.Sources;
using Jembatan.Cli.Frame;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage;

namespace Jembatan.Cli.Verbs;

internal static class ImportVerb
{
    public static Verb Verb { get; } = new("import", "Brings files and folders in as sources.", TakesStudy: true, Build);

    private static void Build(Command command)
    {
        var study = Globals.Study();
        var paths = new Argument<string[]>("PATH") { Description = "Files, or folders whose files come in.", Arity = ArgumentArity.ZeroOrMore };
        var cases = new Option<string?>("--cases") { Description = "Case table (.xlsx, .csv): one row per informant, matched by name.", HelpName = "TABLE" };
        var column = new Option<string?>("--name-column") { Description = "Column of the case table that holds the names; else the one that matches most.", HelpName = "COLUMN" };
        var map = new Option<string?>("--map") { Description = "For a survey: table with the columns 'column' and 'kind' (id, closed, open, ignore).", HelpName = "FILE" };
        var kind = Globals.Word("--kind", "What the files are; default interview.", "interview", "document", "survey", "servo");
        var revise = new Option<bool>("--revise") { Description = "A file of the same name with another text makes the next revision." };
        var preview = new Option<bool>("--preview") { Description = "Shows how the case table matches, and changes nothing." };
        var coder = Globals.Coder();
        command.Add(study);
        command.Add(paths);
        foreach (var option in (Option[])[cases, column, map, kind, revise, preview, coder]) command.Add(option);
        command.Validators.Add(result =>
        {
            if (result.GetValue(paths) is not { Length: > 0 } && result.GetValue(cases) is null) result.AddError("Name a file or folder to import, or a case table after --cases.");
            if (result.GetValue(preview) && result.GetValue(cases) is null) result.AddError("--preview needs --cases.");
            if (result.GetValue(kind) == "servo" && result.GetValue(cases) is not null) result.AddError("--cases does not go with --kind servo.");
        });
        command.Writes(study, async (session, db) =>
        {
            var files = ImportFile.Of(session.Get(paths));
            var table = session.Get(cases) is { } path ? ImportFile.At(path) : null;
            var who = session.Coder(coder);
            if (session.Get(kind) == "servo") return await ServoAsync(files, who, session, db);
            if (table is not null && (session.Get(preview) || session.Get(paths).Length == 0))
            {
                var matching = new MatchCases.Request(table, session.Get(column), session.Get(preview), [.. files.Select(f => Path.GetFileNameWithoutExtension(f.Name))]);
                var matched = await MatchCases.HandleAsync(matching, who, db, session.Clock, session.Cancel);
                if (matched.Problem is { } noMatch) return noMatch;
                return new Answer(new { files = Array.Empty<object>(), imported = 0, skipped = 0, failed = 0, cases = matched.Value }, sheet => ImportReport.PrintCases(sheet, matched.Value));
            }

            var request = new ImportSources.Request(
                files, session.Get(kind) switch { "document" => SourceKind.Document, "survey" => SourceKind.Survey, _ => SourceKind.Interview }, table,
                session.Get(map) is { } mapPath ? ImportFile.At(mapPath) : null, session.Get(revise))
            { NameColumn = session.Get(column) };
            using var bar = ProgressBar.OnTerminal(session.Clock);
            var imported = await ImportSources.HandleAsync(request, who, bar, db, session.Clock, session.Cancel);
            return imported.Problem is { } problem ? problem : ImportReport.Answer(imported.Value);
        });
    }

    // One workbook after the other: each comes in whole, and one that does not leaves the others alone.
    private static async Task<Result<Answer>> ServoAsync(IReadOnlyList<ImportFile> files, string who, Session session, JembatanDb db)
    {
        var taken = new List<(string File, Result<ImportServo.Response> Outcome)>();
        foreach (var file in files)
        {
            if (file.FromFolder && !Path.GetExtension(file.Name).Equals(".xlsx", StringComparison.OrdinalIgnoreCase)) continue;
            taken.Add((file.Name, await ImportServo.HandleAsync(new(file), who, db, session.Clock, session.Cancel)));
            db.ChangeTracker.Clear();
        }

        if (taken.Count == 0) return new Problem("import/nothing", "There is no workbook to import. Make one with 'jembatan template OUT.xlsx'.");
        return taken is [{ Outcome.Problem: { } only }] ? only : ImportReport.Servo(taken);
    }
}
