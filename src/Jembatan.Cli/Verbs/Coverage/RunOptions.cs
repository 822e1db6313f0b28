using System.CommandLine;
using System.Globalization;
using Jembatan.App.Coverage;
using Jembatan.Cli.Frame;
using Jembatan.Core;
using Jembatan.Simulation.Engine;
using Jembatan.Simulation.Macro;

namespace Jembatan.Cli.Verbs.Coverage;

/// <summary>The argument and options of verbs that run a model.</summary>
internal sealed class RunOptions
{
    public Argument<string> Model { get; } = new("MODEL.yaml") { Description = "The model file; docs/formats/model.md says what stands in it." };

    public Option<string[]> Levers { get; } = new("--lever") { Description = "A lever's field, as often as wanted: subsidy.share=0.5", HelpName = "NAME.FIELD=VALUE" };

    public Option<string?> Scenario { get; } = new("--scenario") { Description = "A scenario file: levers and a macro path.", HelpName = "FILE" };

    public Option<string?> Macro { get; } = new("--macro") { Description = "A path of the economy of your own, csv, carried to incomes by the effects of the preset 2020-like.", HelpName = "FILE.csv" };

    public Option<int?> Months { get; } = new("--months") { Description = "Months after the start (default 120).", HelpName = "N" };

    public Option<long?> Persons { get; } = new("--persons") { Description = "Persons to simulate.", HelpName = "N" };

    public Option<ulong> Seed { get; } = new("--seed") { Description = "Seed of all draws (default 42).", HelpName = "N", DefaultValueFactory = _ => 42 };

    public Option<int> Replicates { get; } = new("--replicates") { Description = "Repetitions with luck of their own (default 1).", HelpName = "N", DefaultValueFactory = _ => 1 };

    public Option<int> Draws { get; } = new("--draws") { Description = "Draws of the parameters from their priors (default 0: stated values).", HelpName = "N" };

    public Option<int> Threads { get; } = new("--threads") { Description = "Threads (default: one a core); results do not depend on it.", HelpName = "N" };

    public Option<string?> Engine { get; } = Globals.Word("--engine", "micro (default): person by person; exact: shares by calculation.", "micro", "exact");

    public Option<string?> Shard { get; } = new("--shard") { Description = "Only this part of the persons, such as 1/3; write it with --out and join with 'coverage merge'.", HelpName = "i/n" };

    public Option<string?> Out { get; } = new("--out") { Description = "File for the part.", HelpName = "FILE" };

    public Option<string?> By { get; } = Globals.Word("--by", "Groups in the table: by sex, area, age, income-decile, status, sector or province.", [.. Answers.Dimensions]);

    public void AddTo(Command command, bool withShards)
    {
        command.Add(Model);
        foreach (var option in (Option[])[Levers, Scenario, Macro, Months, Persons, Seed, Replicates, Draws, Threads, Engine]) command.Add(option);
        command.Add(By);
        if (!withShards) return;
        command.Add(Shard);
        command.Add(Out);
    }

    /// <summary>The request that was typed.</summary>
    public async Task<Result<RunRequest>> ReadAsync(Session session)
    {
        var text = await TypedFile.TextAsync(session.Get(Model), session.Cancel);
        if (text.Problem is { } unread) return unread;
        var model = CoverageModel.Read(text.Value, Path.GetFileName(session.Get(Model)));
        if (model.Problem is { } problem) return problem;
        if (NoGroups(model.Value.Kind, session.Get(By)) is { } ungrouped) return ungrouped;
        string? scenario = null;
        if (session.Get(Scenario) is { } named)
        {
            var read = await TypedFile.TextAsync(named, session.Cancel);
            if (read.Problem is { } missing) return missing;
            scenario = read.Value;
        }

        if (session.Get(Macro) is { } path)
        {
            var csv = await TypedFile.TextAsync(path, session.Cancel);
            if (csv.Problem is { } missing) return missing;
            if (model.Value is MembershipFile file && MacroPathCsv.Read(Path.GetFileName(path), csv.Value, file.Membership.Start, (session.Get(Months) ?? file.Months) + 1) is { Problem: { } broken }) return broken;
            scenario = string.Concat(scenario?.TrimEnd(), "\nmacro:\n  preset: 2020-like\n  csv: |2\n", string.Concat(csv.Value.TrimStart('\uFEFF').Split('\n').Select(line => $"    {line.TrimEnd('\r')}\n")));
        }

        var shard = ShardOf(session.Get(Shard));
        if (shard.Problem is { } wrong) return wrong;
        return new RunRequest(model.Value)
        {
            Levers = session.Get(Levers) ?? [], Scenario = scenario, ScenarioName = session.Get(Scenario) is { } given ? Path.GetFileName(given) : "the scenario file", Exact = session.Get(Engine) == "exact", Months = session.Get(Months), Persons = session.Get(Persons), Seed = session.Get(Seed),
            Replicates = session.Get(Replicates), Draws = session.Get(Draws), Threads = session.Get(Threads), Shard = shard.Value,
        };
    }

    /// <summary>What is wrong with asking for groups of a model of this kind; null when nothing is.</summary>
    public static Problem? NoGroups(string kind, string? by) =>
        by is null || kind != "chain" ? null : new("coverage/option", "--by chooses the groups of persons of a model of kind membership; a chain tells no persons apart. Leave --by out.", "--by");

    private static Result<Shard> ShardOf(string? text)
    {
        if (text is null) return Simulation.Engine.Shard.Whole;
        var parts = text.Split('/');
        return parts.Length == 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var i) && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            ? new Shard(i, n)
            : new Problem("coverage/option", $"'{text}' is no part of a run. Write --shard as 1/3, the first of three parts.", "--shard");
    }
}
