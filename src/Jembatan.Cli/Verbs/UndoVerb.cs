using System.CommandLine;
using Jembatan.App.Journals;
using Jembatan.Cli.Frame;
using Jembatan.Core;

namespace Jembatan.Cli.Verbs;

internal static class UndoVerb
{
    public static Verb Undo { get; } = new("undo", "Takes back your newest steps.", TakesStudy: true, command => Build(command, undo: true));

    public static Verb Redo { get; } = new("redo", "Does again what you took back.", TakesStudy: true, command => Build(command, undo: false));

    private static void Build(Command command, bool undo)
    {
        var study = Globals.Study();
        var steps = new Option<int>("--steps") { Description = "How many steps.", DefaultValueFactory = _ => 1 };
        var coder = Globals.Coder();
        command.Add(study);
        command.Add(steps);
        command.Add(coder);
        command.Writes(study, async (session, db) =>
        {
            if (undo)
            {
                var undone = await App.Journals.Undo.HandleAsync(new(session.Get(steps)), session.Coder(coder), db, session.Clock, session.Cancel);
                return undone.Problem is { } problem ? problem : Say("undone", undone.Value.Steps, undone.Value.Stopped, ("Diurungkan", "Taken back"));
            }

            var redone = await App.Journals.Redo.HandleAsync(new(session.Get(steps)), session.Coder(coder), db, session.Clock, session.Cancel);
            return redone.Problem is { } nothing ? nothing : Say("redone", redone.Value.Steps, redone.Value.Stopped, ("Diulangi", "Done again"));
        });
    }

    private static Answer Say(string name, IReadOnlyList<JournalStep> steps, Problem? stopped, (string Id, string En) word) => new(
        new Dictionary<string, object?> { [name] = steps, ["stopped"] = stopped },
        sheet =>
        {
            foreach (var step in steps) sheet.Line($"{sheet.Say(word.Id, word.En)}: {sheet.Say(StepWords.Of(step.Label))}");
            if (stopped is not null) sheet.Line(stopped.Message);
        });
}
