using System.CommandLine;
using Jembatan.App.Agreement;
using Jembatan.Cli.Frame;
using Jembatan.Statistics.Agreement;

namespace Jembatan.Cli.Verbs;

/// <summary>The options of <c>agreement</c>.</summary>
internal sealed class AgreementOptions
{
    private readonly Option<string[]> measures = new("--measure") { Description = $"Which measures: {string.Join(", ", AgreementChoice.Ids)}. Without it a usual list.", HelpName = "ID", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string?> level = new("--level") { Description = $"Level of measurement of α: {MeasurementLevel.Words}. Default nominal.", HelpName = "LEVEL" };
    private readonly Option<string?> weights = new("--weights") { Description = $"Weights: {string.Join(", ", AgreementChoice.WordsOf<WeightScheme>())}. Default identity.", HelpName = "W" };
    private readonly Option<string?> interval = new("--interval") { Description = $"Interval: {string.Join(", ", AgreementChoice.WordsOf<IntervalMethod>())}. Default units-bootstrap.", HelpName = "METHOD" };
    private readonly Option<int> replicates = new("--replicates") { Description = "Number of resamples.", HelpName = "N", DefaultValueFactory = _ => 1000 };
    private readonly Option<ulong> seed = new("--seed") { Description = "Seed of the resamples.", HelpName = "N", DefaultValueFactory = _ => 1 };

    private readonly Option<string?> unit = Globals.Word("--unit", "What agreement in a study is measured over; default sentence.", [.. AgreementChoice.WordsOf<AgreementUnit>()]);
    private readonly Option<string?> code = new("--code") { Description = "Only this code, with those below it.", HelpName = "CODE" };
    private readonly Option<string?> source = new("--source") { Description = "Only this source.", HelpName = "SOURCE" };
    private readonly Option<string[]> coders = new("--coders") { Description = "Only these coders, such as Ratna,consensus; with --units also those who marked nothing.", HelpName = "NAMES", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string[]> by = new("--by") { Description = $"What to break down by: {string.Join(", ", AgreementChoice.WordsOf<AgreementScope>())}. Default code, domain and overall.", HelpName = "SCOPE", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string?> resample = Globals.Word("--resample", "What intervals of a study vary: unit (default; a unit with all its codes) or source (safer where units are shorter than sources).", [.. AgreementChoice.WordsOf<AgreementResampling>()]);
    private readonly Option<bool> withInterviewer = new("--with-interviewer") { Description = "Also what the interviewer says." };

    public void AddTo(Command command)
    {
        by.Validators.Add(result =>
        {
            foreach (var word in Words([.. result.Tokens.Select(t => t.Value)]).Where(w => !AgreementChoice.WordsOf<AgreementScope>().Contains(w)))
                result.AddError($"'{word}' is none of {string.Join(", ", AgreementChoice.WordsOf<AgreementScope>())}.");
        });
        foreach (var option in (Option[])[measures, level, weights, interval, replicates, seed, unit, code, source, coders, by, resample, withInterviewer]) command.Add(option);
    }

    public AgreementChoice Choice(Session session) => new(
        Words(session.Get(measures)),
        session.Get(level), session.Get(weights), session.Get(interval), session.Get(replicates), session.Get(seed));

    public AgreementUnit Unit(Session session) => session.Get(unit) is { } word ? Enum.Parse<AgreementUnit>(word, ignoreCase: true) : AgreementUnit.Sentence;

    public string? Code(Session session) => session.Get(code);

    public string? Source(Session session) => session.Get(source);

    public IReadOnlyList<string> Coders(Session session) => Words(session.Get(coders));

    public IReadOnlyList<AgreementScope> By(Session session) => [.. Words(session.Get(by)).Select(w => Enum.Parse<AgreementScope>(w, ignoreCase: true))];

    public bool HasCoders(System.CommandLine.Parsing.CommandResult result) => result.GetResult(coders) is not null;

    public AgreementResampling Resampling(Session session) => session.Get(resample) is { } word ? Enum.Parse<AgreementResampling>(word, ignoreCase: true) : AgreementResampling.Unit;

    /// <summary>Options given that mean something for a study only.</summary>
    public IEnumerable<string> ForStudyOnly(System.CommandLine.Parsing.CommandResult result) =>
        ((Option[])[unit, code, source, by, resample, withInterviewer]).Where(o => result.GetResult(o) is { Implicit: false }).Select(o => o.Name);

    public bool WithInterviewer(Session session) => session.Get(withInterviewer);

    private static IReadOnlyList<string> Words(string[]? given) => [.. (given ?? []).SelectMany(m => m.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct()];
}
