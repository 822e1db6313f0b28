using System.CommandLine;
using Jembatan.App.Agreement;
using Jembatan.App.Sources;
using Jembatan.Cli.Frame;

namespace Jembatan.Cli.Verbs;

internal static class AssignVerb
{
    public static Verb Verb { get; } = new("assign", "Assigns coders to sources, blind to each other until all have finished them, or takes them off.", TakesStudy: true, Build);

    private static void Build(Command command)
    {
        var study = Globals.Study();
        var sources = new Argument<string[]>("SOURCE") { Description = "Names or identities of the sources.", Arity = ArgumentArity.ZeroOrMore };
        var all = new Option<bool>("--all") { Description = "Every source." };
        var group = Globals.Word("--group", "Every source of an informant of this group.", [.. InformantGroups.Words]);
        var coders = new Option<string[]>("--coders") { Description = "Who is to code it, such as Ratna,Bima.", HelpName = "NAMES", AllowMultipleArgumentsPerToken = true, Required = true };
        var blind = new Option<bool>("--blind") { Description = "None sees what another coded until all have finished; this is so unless --open is written." };
        var open = new Option<bool>("--open") { Description = "They may see each other's codings." };
        var off = new Option<bool>("--off") { Description = "They are not to code it any more; what they coded stays." };
        var coder = Globals.Coder();
        command.Add(study);
        command.Add(sources);
        foreach (var option in (Option[])[all, group, coders, blind, open, off, coder]) command.Add(option);
        command.Validators.Add(result =>
        {
            if (((bool[])[result.GetValue(blind), result.GetValue(open), result.GetValue(off)]).Count(o => o) > 1) result.AddError("They work either --blind or --open, or not at all: --off. Write one of the three.");
            var named = result.GetValue(sources) is { Length: > 0 };
            if (((bool[])[named, result.GetValue(all), result.GetResult(group) is not null]).Count(o => o) != 1) result.AddError("Name sources, or write --all or --group GROUP.");
        });
        command.Writes(study, async (session, db) =>
        {
            var names = (session.Get(coders) ?? []).SelectMany(n => n.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToList();
            var kind = session.Get(off) ? AssignmentKind.Withdrawn : session.Get(open) ? AssignmentKind.Open : AssignmentKind.Blind;
            var request = new AssignSources.Request(names, session.Get(sources) ?? [], session.Get(all), session.Get(group) is { } word ? InformantGroups.Parse(word) : null, kind);
            var assigned = await AssignSources.HandleAsync(request, session.Coder(coder), db, session.Clock, session.Cancel);
            if (assigned.Problem is { } problem) return problem;
            var rows = assigned.Value.Assigned;
            object[] documents = [.. rows.Select(r => Document(r, kind))];
            return new Answer(request.Sources.Count == 1 ? documents[0] : new { assigned = documents }, sheet => { foreach (var row in rows) sheet.Line(Sentence(sheet, row, kind)); });
        });
    }

    // Who works so; after taking somebody off, everybody who is left.
    private static List<ListAssignments.Place> Working(ListAssignments.Row row, AssignmentKind kind) =>
        [.. row.Coders.Where(c => kind == AssignmentKind.Withdrawn || c.Blind == (kind == AssignmentKind.Blind))];

    private static object Document(ListAssignments.Row row, AssignmentKind kind)
    {
        var working = Working(row, kind);
        return new { row.Source, Coders = working.Select(c => c.Coder), Blind = kind == AssignmentKind.Withdrawn ? row.IsBlind : kind == AssignmentKind.Blind, Done = working.Where(c => c.Done).Select(c => c.Coder) };
    }

    private static string Sentence(Sheet sheet, ListAssignments.Row row, AssignmentKind kind)
    {
        var who = string.Join(", ", Working(row, kind).Select(c => c.Coder));
        return kind switch
        {
            AssignmentKind.Blind => sheet.Say($"{who} mengode '{row.Source}' tanpa melihat pekerjaan satu sama lain sampai semuanya selesai.", $"{who} code '{row.Source}' without seeing each other's work until all have finished."),
            AssignmentKind.Open => sheet.Say($"{who} mengode '{row.Source}' dan boleh melihat pekerjaan satu sama lain.", $"{who} code '{row.Source}' and may see each other's work."),
            _ when who.Length == 0 => sheet.Say($"'{row.Source}' tidak ditugaskan kepada siapa pun lagi.", $"'{row.Source}' is assigned to nobody any more."),
            _ => sheet.Say($"'{row.Source}' kini ditugaskan kepada {who}.", $"'{row.Source}' is now assigned to {who}."),
        };
    }
}
