using System.Collections.Immutable;
using System.Text;
using Jembatan.Core;
using Jembatan.Simulation;
using Jembatan.Simulation.Macro;
using Jembatan.Simulation.Membership;
using Jembatan.Simulation.Parameters;
using Jembatan.Simulation.Population;
using Jembatan.Simulation.Rules;

namespace Jembatan.App.Coverage;

/// <summary>The full model.</summary>
/// <param name="Membership">The model.</param>
/// <param name="Persons">Persons run unless asked otherwise.</param>
/// <param name="Months">Months run unless asked otherwise.</param>
public sealed record MembershipFile(MembershipModel Membership, long Persons, int Months, string Text, string Name) : CoverageModel(Text, Name)
{
    private const string GraceMonths = "ended-by-rule.grace-months";
    private const int MostSponsors = 24, MostStarts = 400;

    /// <summary>What is wrong with the economy's path for a run of <see cref="Months"/>: it ends before; null when it does not.</summary>
    internal Problem? PathEnds { get; private init; }

    /// <inheritdoc/>
    public override string Kind => "membership";

    internal static Result<CoverageModel> Read(YamlFields f, string text, string name)
    {
        var title = f.Text("name", required: false) ?? name;
        var start = MonthOf(f, "start", f.Text("start"));
        var population = PopulationFields.Read(f);
        var months = f.Whole("months", 120, 1, 1200);
        var persons = f.Count("persons", Math.Min(200_000, population?.Persons ?? 1), 1, 4_000_000_000);
        var states = States(f);
        var (switches, s) = (f.Map("switches"), Switches.On);
        s = new(switches.Flag("frailty", true), switches.Flag("income-noise", true), switches.Flag("liquidity", true)) { Peers = switches.Flag("peers", false), Entrants = switches.Flag("entrants", false) };
        switches.NothingElse();
        var parameters = Parameters(f.Map("parameters"));
        var sponsors = f.Maps("sponsors").Select(m => SponsorOf(m, start)).ToImmutableArray();
        if (sponsors.Length > MostSponsors) f.Wrong("model/too-many-sponsors", $"has {sponsors.Length} sponsors; at most {MostSponsors} are run. Join some.", "sponsors");
        for (var i = 0; i < sponsors.Length; i++)
            if (sponsors.Take(i).Any(e => e.Id == sponsors[i].Id)) f.Wrong("model/twice", $"has '{sponsors[i].Id}' twice. Give each sponsor its own id.", $"sponsors[{i}]");
        var macro = Macro(f.Map("macro"), start, months, out var ends);
        var rules = Rules(f);
        var calibrated = f.Text("calibrated-to", required: false);
        f.NothingElse();
        if (f.Problem is { } problem) return problem;
        if (persons > population!.Persons) persons = population.Persons;
        return new MembershipFile(new(title, start, population, states, parameters, sponsors, rules, macro, s, calibrated), persons, months, text, name) { PathEnds = ends };
    }

    // Contributions, discounts, benefits and ages: those that are shipped, or a book of one's own as JSON text.
    private static RuleBook Rules(YamlFields f)
    {
        if (f.Text("rules", required: false) is not { } text || text == "shipped") return RuleBook.Shipped();
        var read = RuleFile.Read("rules", Encoding.UTF8.GetBytes(text), allowUnverified: false);
        if (read.Problem is { } wrong) f.Wrong(wrong.Code, $"is no book of rules ({wrong.At}). {wrong.Message}", "rules");
        return read.IsOk ? read.Value : RuleBook.Shipped();
    }

    /// <summary>The macro path of a model or scenario file; null for a calm economy.</summary>
    /// <param name="ends">What is wrong when a run of so many months is asked for, since a path of one's own ends before; a shorter run may do with it.</param>
    internal static MacroScenario? Macro(YamlFields f, CalendarMonth start, int months, out Problem? ends)
    {
        ends = null;
        if (f.Text("preset", required: false) is not { } id)
        {
            if (f.Has("csv")) f.Wrong("macro/no-loadings", "has a path but no preset. Add 'preset:', whose effects by sector carry the path to incomes.", "csv");
            f.NothingElse();
            return null;
        }

        var preset = MacroPresets.Find(id);
        if (preset.Problem is { } none) f.Wrong(none.Code, $"is '{id}'. {none.Message}", "preset");
        var shape = preset.IsOk ? preset.Value.Shape : new ShockShape(12, 0, 1, 1);
        shape = shape with
        {
            StartMonth = f.Whole("start-month", shape.StartMonth, 0, 1200),
            OnsetMonths = f.Whole("onset-months", shape.OnsetMonths, 0, 120),
            LengthMonths = f.Whole("length-months", shape.LengthMonths, 1, 1200),
            HalfLifeMonths = f.Number("half-life-months", shape.HalfLifeMonths, .1, 1200),
        };
        var csv = f.Text("csv", required: false);
        f.NothingElse();
        if (!preset.IsOk) return null;
        var scenario = preset.Value.Over(start, Math.Max(months, 1200) + 1, shape);
        if (csv is null) return scenario;
        var path = MacroPathCsv.Read("csv", csv, start, months + 1);
        if (path.Problem is { Code: "macro/too-short" } early && MacroPathCsv.ReadFrom("csv", csv, start) is { IsOk: true } shorter)
        {
            ends = f.Told(early.Code, $"is no path of the economy. {early.Message}", "csv");
            path = shorter;
        }

        if (path.Problem is not { } wrong) return scenario with { Id = "own path", Path = path.Value };
        f.Wrong(wrong.Code, $"is no path of the economy. {wrong.Message}", "csv");
        return null;
    }

    private static ImmutableArray<double> States(YamlFields f)
    {
        var map = f.Map("states");
        var shares = PersonStates.Ids.Select(id => map.Number(id, 0, 0, 1)).ToImmutableArray();
        map.NothingElse();
        var sum = shares.Sum();
        if (Math.Abs(sum - 1) <= 1e-9) return [.. shares.Select(share => share / sum)];
        f.Wrong("model/start-sum", FormattableString.Invariant($"sums to {sum:0.############}, not to 1. Correct the shares so that they sum to one."), "states");
        return shares;
    }

    private static ParameterSet Parameters(YamlFields f)
    {
        var set = ModelParameters.Default;
        foreach (var id in f.Keys.ToList())
        {
            if (!set.All.TryGetValue(id, out var known))
            {
                f.Wrong("model/unknown-parameter", "is no parameter of the model. 'docs/formats/model.md' lists them.", id);
                break;
            }

            set = set.With(f.IsMap(id) ? Full(f.Map(id), known) : known with { Value = f.Number(id, known.Value, known.Bounds.Low, known.Bounds.High), Prior = Prior.Fixed, Source = "set in the model file" });
            if (id == GraceMonths && set.All[id].Value is var grace && (grace < 1 || grace != Math.Floor(grace)))
                f.Wrong("model/bad-value", FormattableString.Invariant($"is {grace}. Write a whole number of months, 1 or more."), f.IsMap(id) ? $"{id}.value" : id);
            if (id == GraceMonths && set.All[id].Believed.Family != PriorFamily.Fixed) f.Wrong("model/bad-value", "has no spread: the rule counts whole months. Leave it out.", $"{id}.sd");
            if (set.All[id].IsUnverified) f.Wrong("coverage/unverified", "rests on memory alone (M or [recall]); runs refuse it. Name a source that was read.", id);
        }

        return set;
    }

    private static Parameter Full(YamlFields f, Parameter known)
    {
        var value = f.Number("value", known.Value, known.Bounds.Low, known.Bounds.High);
        var sd = f.Number("sd", 0, 1e9);
        var grade = Enum.Parse<EvidenceGrade>(f.Word("grade", known.Grade.ToString(), Enum.GetNames<EvidenceGrade>()));
        var source = f.Text("source") ?? "";
        var prior = sd is > 0 ? Prior.Normal(value, sd.Value) : known.Prior.Family == PriorFamily.Normal ? Prior.Normal(value, known.Prior.Second) : Prior.Fixed;
        f.NothingElse();
        return known with { Value = value, Prior = prior, Grade = grade, Source = source };
    }

    private static Sponsor SponsorOf(YamlFields f, CalendarMonth start)
    {
        var id = f.Text("id") ?? "";
        var payer = RuleWords.Payers[f.Word("payer", "local-budget", [.. RuleWords.Payers.Keys.Where(k => k != "self")])];
        var places = f.Count("places", 0, 0, 1_000_000_000);
        var starts = f.Words("starts", required: true).Take(MostStarts).Select((t, i) => MonthOf(f, $"starts[{i}]", t).Since(start)).ToImmutableArray();
        var length = f.Whole("months", 12, 1, 24);
        var payment = f.Word("payment", "running", "running", "at-end") == "at-end" ? SponsorPayment.AtEnd : SponsorPayment.Running;
        Apart(f, starts, length);
        foreach (var (i, name) in f.Words("provinces").Index())
            if (Provinces.Find(name).Problem is { } unknown) f.Wrong(unknown.Code, $"names '{name}'. {unknown.Message}", $"provinces[{i}]");
        var target = PopulationFields.Target(f);
        var source = f.Text("source") ?? "";
        f.NothingElse();
        return new(id, payer, places, starts, length, payment, target, source);
    }

    // Stretches that meet would pay for the same months twice.
    private static void Apart(YamlFields f, ImmutableArray<int> starts, int length)
    {
        if (f.Has("starts") && starts.IsEmpty) f.Wrong("model/empty", "is empty. Name the month in which the sponsor begins to pay, or leave the sponsor out.", "starts");
        for (var i = 0; i < starts.Length; i++)
            for (var j = 0; j < i; j++)
            {
                if (starts[i] == starts[j]) f.Wrong("model/twice", "names a month twice. Name each start once.", $"starts[{i}]");
                else if (Math.Abs(starts[i] - starts[j]) < length) f.Wrong("model/overlap", $"lies within {length} months of another start, for which the sponsor still pays. Shorten 'months', or move the start.", $"starts[{i}]");
            }
    }

    private static CalendarMonth MonthOf(YamlFields f, string field, string? text)
    {
        if (CalendarMonth.Parse(text) is { } month) return month;
        if (text is not null) f.Wrong("model/no-month", $"is '{text}'. Write a month as 2024-01.", field);
        return CalendarMonth.Of(2024, 1);
    }
}
