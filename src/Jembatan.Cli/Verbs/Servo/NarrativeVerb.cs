using System.CommandLine;
using Jembatan.App.Narratives;
using Jembatan.Cli.Frame;
using Jembatan.Core;
using Jembatan.Storage;

namespace Jembatan.Cli.Verbs.Servo;

internal static class NarrativeVerb
{
    public static Verb Verb { get; } = new("narrative", "Lists the analyst's texts or writes one, with embedded traces such as [[fit:perisai/SE]].", TakesStudy: true, Build);

    private static void Build(Command command)
    {
        var study = Globals.Study();
        var section = new Argument<string?>("SECTION")
        {
            Description = $"{string.Join(", ", WriteNarrative.Sections)}, theme:CODE, cause:CODE, strategy:LABEL or element:S…O.", Arity = ArgumentArity.ZeroOrOne,
        };
        var text = Entry.Text("--text", "The text, in the language of --language; empty takes it away.");
        var file = Entry.Text("--file", "A file that holds the text (UTF-8).", "PATH");
        var author = new Option<string?>("--author", "--coder") { Description = "Who writes; default JEMBATAN_CODER, else the user's name.", HelpName = "NAME" };
        command.Add(study);
        command.Add(section);
        foreach (var option in (Option[])[text, file, author]) command.Add(option);
        command.ReadsOrWrites(study, session => session.Has(text) || session.Has(file), async (session, db) =>
        {
            if (!session.Has(text) && !session.Has(file)) return await ListAsync(session, db, session.Maybe(section));
            if (session.Maybe(section) is not { } of) return new Problem("usage/no-section", "Name the section after the study, such as 'answer'.");
            var words = session.Get(file) is { } path ? await File.ReadAllTextAsync(path, session.Cancel) : session.Get(text)!;
            var former = (await ListNarratives.HandleAsync(db, session.Cancel)).Value.Narratives.FirstOrDefault(n => n.Section == of)?.Text ?? Bilingual.Empty;
            var both = session.Language == Language.Indonesian ? former with { Id = words } : former with { En = words };
            var done = await WriteNarrative.HandleAsync(new(of, both), session.Coder(author), db, session.Clock, session.Cancel);
            if (done.Problem is { } problem) return problem;
            return Entry.Done(
                "narrative", new { done.Value.Section, done.Value.Traces }, $"Teks '{done.Value.Section}' tersimpan, dengan {done.Value.Traces.Count} jejak.",
                $"The text '{done.Value.Section}' is kept, with {done.Value.Traces.Count} traces.");
        });
    }

    private static async Task<Result<Answer>> ListAsync(Session session, JembatanDb db, string? section)
    {
        var list = await ListNarratives.HandleAsync(db, session.Cancel);
        if (list.Problem is { } problem) return problem;
        var rows = list.Value.Narratives.Where(n => section is null || n.Section == section).ToList();
        return new Answer(
            new { narratives = rows.Select(n => new { n.Section, text = n.Text.In(session.Language), n.Author, n.At, traces = EmbeddedTraces.In(n.Text.In(session.Language)) }) },
            sheet =>
            {
                foreach (var n in rows)
                {
                    sheet.Heading($"{n.Section} ({n.Author})");
                    sheet.Line(section is null ? Sheet.Clip(n.Text.In(sheet.Language), 200) : n.Text.In(sheet.Language));
                }
            });
    }
}
