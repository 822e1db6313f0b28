using System.CommandLine;
using Jembatan.App.Servo;
using Jembatan.Cli.Frame;
using Jembatan.Core.Strategies;
using Jembatan.Servo;

namespace Jembatan.Cli.Verbs.Servo;

/// <summary>The verbs that judge: rate, verdict, thresholds.</summary>
internal static class RatingVerbs
{
    public static Verb Rate { get; } = new("rate", "Rates a criterion of a strategy, with evidence.", TakesStudy: true, BuildRate);

    public static Verb Verdict { get; } = new("verdict", "Gives the analyst's verdict on a strategy.", TakesStudy: true, BuildVerdict);

    public static Verb Thresholds { get; } = new("thresholds", "Sets where verdicts begin and end in this study.", TakesStudy: true, BuildThresholds);

    private static void BuildRate(Command command)
    {
        var study = Globals.Study();
        var strategy = new Argument<string>("STRATEGY") { Description = "Label of the strategy." };
        var criterion = new Argument<string>("CRITERION") { Description = "Label of the criterion." };
        var value = new Argument<string>("VALUE") { Description = "-2, -1, 0, 1, 2, NA or INSUFFICIENT." };
        var required = Entry.Text("--required", "What the criterion requires; default the criterion's own words.");
        var observed = Entry.Text("--observed", "What was observed.");
        var rationale = Entry.Text("--rationale", "Why; needed for NA and INSUFFICIENT.", "TEXT", "--because");
        var evidence = Entry.Many("--evidence", "Codings, evidence, or points of series as series:KEY/DATE.", "ID…");
        var rater = Globals.Coder("--rater");
        var horizon = Entry.Text("--horizon", "The time that it is rated for; default now.", "DATE");
        foreach (var argument in (Argument[])[study, strategy, criterion, value]) command.Add(argument);
        foreach (var option in (Option[])[required, observed, rationale, evidence, rater, horizon]) command.Add(option);
        command.Writes(study, async (session, db) =>
        {
            var by = session.Coder(rater);
            var done = await RateCriterion.HandleAsync(
                new(session.Get(strategy), session.Get(criterion), session.Get(value), session.Get(required) ?? "", session.Get(observed) ?? "", session.Get(rationale) ?? "", session.Words(evidence),
                    session.Get(horizon)), by, db, session.Clock, session.Cancel);
            if (done.Problem is { } problem) return problem;
            var r = done.Value;
            return Entry.Done(
                "rating", new { r.Id, r.Strategy, r.Criterion, r.Value, rater = by, horizon = session.Get(horizon), r.Evidence, r.Replaced },
                $"{r.Criterion} pada {r.Strategy} dinilai {r.Value} oleh {by}, dengan {r.Evidence.Count} bukti.", $"{r.Criterion} on {r.Strategy} is rated {r.Value} by {by}, with {r.Evidence.Count} {(r.Evidence.Count == 1 ? "item" : "items")} of evidence.");
        });
    }

    private static void BuildVerdict(Command command)
    {
        var study = Globals.Study();
        var strategy = new Argument<string>("STRATEGY") { Description = "Label of the strategy." };
        var verdict = Globals.Word("--is", "The verdict.", "fit", "fairly-fit", "unclear", "misfit");
        verdict.Required = true;
        var because = Entry.Text("--because", "The reasons.");
        var analyst = Globals.Coder("--analyst");
        command.Add(study);
        command.Add(strategy);
        foreach (var option in (Option[])[verdict, because, analyst]) command.Add(option);
        command.Writes(study, async (session, db) =>
        {
            var by = session.Coder(analyst);
            var done = await GiveVerdict.HandleAsync(new(session.Get(strategy), session.Get(verdict)!, session.Get(because) ?? ""), by, db, session.Clock, session.Cancel);
            if (done.Problem is { } problem) return problem;
            var v = done.Value;
            var (words, computed) = (v.Is.Words(), v.Computed.Words());
            return Entry.Done(
                "verdict", new { v.Id, v.Strategy, @is = v.Is.Id(), by, because = session.Get(because), computed = v.Computed.Id(), v.Disagrees },
                $"Putusan atas {v.Strategy}: {words.Id}." + (v.Computed == VerdictKind.Insufficient ? " Hitungan belum punya cukup bukti untuk putusannya sendiri." : v.Disagrees ? $" Hitungan berkata lain: {computed.Id}." : ""),
                $"Verdict on {v.Strategy}: {words.En}." + (v.Computed == VerdictKind.Insufficient ? " The computation has not enough evidence for a verdict of its own." : v.Disagrees ? $" The computation says otherwise: {computed.En}." : ""));
        });
    }

    private static void BuildThresholds(Command command)
    {
        var study = Globals.Study();
        var fit = Globals.Number("--fit", "Least F of the verdict fit; default 0.4.");
        var fairly = Globals.Number("--fairly-fit", "Least F of fairly fit; default 0.1.");
        var misfit = Globals.Number("--misfit", "Greatest F of misfit; default -0.1.");
        var coverage = Globals.Number("--coverage", "Least coverage of a verdict; default 0.6.");
        var strength = Globals.Number("--strength", "Least evidence strength of a verdict; default 0.4.");
        var coder = Globals.Coder();
        command.Add(study);
        foreach (var option in (Option[])[fit, fairly, misfit, coverage, strength, coder]) command.Add(option);
        command.Writes(study, async (session, db) =>
        {
            var set = await SetThresholds.HandleAsync(
                new(session.Get(fit), session.Get(fairly), session.Get(misfit), session.Get(coverage), session.Get(strength)), session.Coder(coder), db, session.Clock, session.Cancel);
            if (set.Problem is { } problem) return problem;
            var t = set.Value;
            var figures = FormattableString.Invariant($"fit ≥ {t.Fit}, fairly-fit ≥ {t.FairlyFit}, misfit ≤ {t.Misfit}, coverage ≥ {t.Coverage}, strength ≥ {t.Strength}");
            return Entry.Done("thresholds", t, $"Batas putusan: {figures}.", $"Thresholds of verdicts: {figures}.");
        });
    }
}
