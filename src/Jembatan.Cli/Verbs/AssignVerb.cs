using System.CommandLine;
using Jembatan.App.Agreement;
using Jembatan.Cli.Frame;

namespace Jembatan.Cli.Verbs;

internal static class AssignVerb
{
    public static Verb Verb { get; } = new("assign", "Assigns coders to a source, blind to each other until all have finished it.", TakesStudy: true, Build);

    private static void Build(Command command)
    {
        var study = Globals.Study();
        var source = new Argument<string>("SOURCE") { Description = "Name or identity of the source." };
        var coders = new Option<string[]>("--coders") { Description = "Who is to code it, such as Ratna,Bima.", HelpName = "NAMES", AllowMultipleArgumentsPerToken = true, Required = true };
        var blind = new Option<bool>("--blind") { Description = "None sees what another coded until all have finished; this is so unless --open is written." };
        var open = new Option<bool>("--open") { Description = "They may see each other's codings." };
        var coder = Globals.Coder();
        command.Add(study);
        command.Add(source);
        foreach (var option in (Option[])[coders, blind, open, coder]) command.Add(option);
        command.Validators.Add(result =>
        {
            if (result.GetValue(blind) && result.GetValue(open)) result.AddError("They work either --blind or --open. Write one of the two.");
        });
        command.Writes(study, async (session, db) =>
        {
            var names = (session.Get(coders) ?? []).SelectMany(n => n.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToList();
            var assigned = await AssignSource.HandleAsync(new(session.Get(source), names, !session.Get(open)), session.Coder(coder), db, session.Clock, session.Cancel);
            if (assigned.Problem is { } problem) return problem;
            var a = assigned.Value;
            var who = string.Join(", ", a.Coders);
            return new Answer(a, sheet => sheet.Line(a.Blind
                ? sheet.Say($"{who} mengode '{a.Source}' tanpa melihat pekerjaan satu sama lain sampai semuanya selesai.", $"{who} code '{a.Source}' without seeing each other's work until all have finished.")
                : sheet.Say($"{who} mengode '{a.Source}' dan boleh melihat pekerjaan satu sama lain.", $"{who} code '{a.Source}' and may see each other's work.")));
        });
    }
}
