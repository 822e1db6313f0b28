using System.CommandLine;
using Jembatan.App.Notes;
using Jembatan.Cli.Frame;

namespace Jembatan.Cli.Verbs;

internal static class NoteVerb
{
    public static Verb Verb { get; } = new("note", "Writes a memo on anything.", TakesStudy: true, Build);

    private static void Build(Command command)
    {
        var study = Globals.Study();
        var target = new Argument<string>("TARGET") { Description = "'study', or a name, label or identity, with its kind before it where that is not clear: code:FI02." };
        var text = new Argument<string>("TEXT") { Description = "The memo; an empty one takes yours away." };
        var coder = Globals.Coder();
        command.Add(study);
        command.Add(target);
        command.Add(text);
        command.Add(coder);
        command.Writes(study, async (session, db) =>
        {
            var written = await WriteNote.HandleAsync(new(session.Get(target), session.Get(text)), session.Coder(coder), db, session.Clock, session.Cancel);
            if (written.Problem is { } problem) return problem;
            var n = written.Value;
            return new Answer(new { note = n }, sheet => sheet.Line(n.NoteId is null
                ? sheet.Say($"Memo Anda pada {n.Kind} '{Sheet.Clip(n.Name, 60)}' ditarik.", $"Your memo on {n.Kind} '{Sheet.Clip(n.Name, 60)}' is taken away.")
                : sheet.Say($"Memo pada {n.Kind} '{Sheet.Clip(n.Name, 60)}' tersimpan.", $"The memo on {n.Kind} '{Sheet.Clip(n.Name, 60)}' is kept.")));
        });
    }
}
