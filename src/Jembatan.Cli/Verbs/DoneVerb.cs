using System.CommandLine;
using Jembatan.App.Codings;
using Jembatan.Cli.Frame;

namespace Jembatan.Cli.Verbs;

internal static class DoneVerb
{
    public static Verb Verb { get; } = new("done", "Says that a coder has finished a source.", TakesStudy: true, Build);

    private static void Build(Command command)
    {
        var study = Globals.Study();
        var source = new Argument<string>("SOURCE") { Description = "Name or identity of the source." };
        var coder = Globals.Coder();
        var not = new Option<bool>("--not") { Description = "Take the mark back." };
        command.Add(study);
        command.Add(source);
        command.Add(coder);
        command.Add(not);
        command.Writes(study, async (session, db) =>
        {
            var marked = await MarkDone.HandleAsync(new MarkDone.Request(session.Get(source), !session.Get(not)), session.Coder(coder), db, session.Clock, session.Cancel);
            if (marked.Problem is { } problem) return problem;
            var m = marked.Value;
            return new Answer(m, sheet => sheet.Line(m.Done
                ? sheet.Say($"{m.Coder} selesai mengodekan '{m.Source}'.", $"{m.Coder} has finished '{m.Source}'.")
                : sheet.Say($"{m.Coder} belum selesai mengodekan '{m.Source}'.", $"{m.Coder} has not finished '{m.Source}'.")));
        });
    }
}
