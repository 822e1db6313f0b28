using System.CommandLine;
using Jembatan.App.Causes;
using Jembatan.App.Gaps;
using Jembatan.App.Macro;
using Jembatan.App.Servo;
using Jembatan.App.Traces;
using Jembatan.Cli.Frame;
using Jembatan.Cli.Verbs.Documents;

namespace Jembatan.Cli.Verbs.Servo;

/// <summary>The verbs that judge: fit, causes, gap, macro-economy, traces.</summary>
internal static class ReadingVerbs
{
    private const int MostCauses = 25;

    public static Verb Servo { get; } = new("servo", "Shows the fit of strategies per pair, with verdicts and misfits.", TakesStudy: true, BuildServo);

    public static Verb Causes { get; } = new("causes", "Ranks causes of non-coverage by informants, with the strategies that claim to remove them.", TakesStudy: true, BuildCauses);

    public static Verb Gap { get; } = new("gap", "Shows the observed coverage gap and performance against targets.", TakesStudy: true, BuildGap);

    public static Verb Macro { get; } = new("macro", "Sets macro-economic series beside what informants say.", TakesStudy: true, BuildMacro);

    public static Verb Trace { get; } = new("trace", "Opens a number down to the words under it, and words up to what uses them.", TakesStudy: true, BuildTrace);

    private static void BuildServo(Command command)
    {
        var study = Globals.Study();
        var strategy = new Option<string?>("--strategy") { Description = "Only this strategy.", HelpName = "ID" };
        var horizon = new Option<string?>("--horizon") { Description = "now (default), or a horizon that has ratings, such as 2030.", HelpName = "now|DATE" };
        command.Add(study);
        command.Add(strategy);
        command.Add(horizon);
        command.Reads(study, async (session, db) =>
        {
            var board = await ServoBoard.HandleAsync(new(session.Get(strategy), session.Get(horizon)), db, session.Cancel);
            return board.Problem is { } problem ? problem : new Answer(ServoDocument.Of(board.Value, session.Language), sheet => ServoDocument.Print(sheet, board.Value));
        });
    }

    private static void BuildCauses(Command command)
    {
        var study = Globals.Study();
        var coders = new Option<string>("--coders") { Description = "any (default), all, or the name of one coder.", HelpName = "any|all|NAME", DefaultValueFactory = _ => "any" };
        var interviewer = new Option<bool>("--with-interviewer") { Description = "Count codings in interviewer turns too." };
        var all = new Option<bool>("--all") { Description = $"Print every cause, not the first {MostCauses}." };
        command.Add(study);
        foreach (var option in (Option[])[coders, interviewer, all]) command.Add(option);
        command.Reads(study, async (session, db) =>
        {
            var ranking = await RankCauses.HandleAsync(new(session.Get(coders)!, session.Get(interviewer)), db, session.Cancel);
            return ranking.Problem is { } problem ? problem
                : new Answer(CausesDocument.Of(ranking.Value, session.Language), sheet => CausesDocument.Print(sheet, ranking.Value, session.Get(all) ? int.MaxValue : MostCauses));
        });
    }

    private static void BuildGap(Command command)
    {
        var study = Globals.Study();
        command.Add(study);
        command.Reads(study, async (session, db) =>
        {
            var gap = await ShowGap.HandleAsync(db, session.Cancel);
            return gap.Problem is { } problem ? problem : new Answer(GapDocument.Of(gap.Value, session.Language), sheet => GapDocument.Print(sheet, gap.Value));
        });
    }

    private static void BuildMacro(Command command)
    {
        var study = Globals.Study();
        command.Add(study);
        command.Reads(study, async (session, db) =>
        {
            var macro = await ShowMacro.HandleAsync(db, session.Cancel);
            return macro.Problem is { } problem ? problem : new Answer(MacroDocument.Of(macro.Value, session.Language), sheet => MacroDocument.Print(sheet, macro.Value));
        });
    }

    private static void BuildTrace(Command command)
    {
        var study = Globals.Study();
        var id = new Argument<string>("ID") { Description = "A trace id such as fit:perisai/SE, an identity or the end of one, or the label of a code, strategy or criterion." };
        var up = new Option<bool>("--up") { Description = "Only towards what uses it." };
        var down = new Option<bool>("--down") { Description = "Only towards the words." };
        var depth = new Option<int>("--depth") { Description = "How many levels each way.", DefaultValueFactory = _ => 8 };
        command.Add(study);
        command.Add(id);
        foreach (var option in (Option[])[up, down, depth]) command.Add(option);
        command.Reads(study, async (session, db) =>
        {
            var direction = (session.Get(up), session.Get(down)) switch { (true, false) => TraceDirection.Up, (false, true) => TraceDirection.Down, _ => TraceDirection.Both };
            var trace = await App.Traces.Trace.HandleAsync(new(session.Get(id), direction, Math.Max(0, session.Get(depth)), session.Language), db, session.Cancel);
            return trace.Problem is { } problem ? problem : new Answer(TraceDocument.Of(trace.Value, session.Language), sheet => TraceDocument.Print(sheet, trace.Value.Node));
        });
    }
}
