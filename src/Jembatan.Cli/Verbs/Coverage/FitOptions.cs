using System.CommandLine;

namespace Jembatan.Cli.Verbs.Coverage;

/// <summary>Options of the verbs that fit to published figures.</summary>
internal sealed class FitOptions
{
    public Option<string?> Targets { get; } = new("--targets") { Description = "Own targets, JSON (default: the published ones).", HelpName = "FILE" };

    public Option<string?> Calendars { get; } = new("--calendars") { Description = "Own sponsor calendars, JSON; the first is the default, the second the alternative.", HelpName = "FILE" };

    public Option<int> Particles { get; } = new("--particles") { Description = "Particles of a fit, 50 to 5,000 (default 300).", HelpName = "N", DefaultValueFactory = _ => 300 };

    public Option<ulong> Seed { get; } = new("--seed") { Description = "Seed (default 1).", HelpName = "N", DefaultValueFactory = _ => 1 };

    public Option<long> Persons { get; } = new("--persons") { Description = "Persons of a run when a membership model is named, 1,000 to 1,000,000 (default 5,000).", HelpName = "N", DefaultValueFactory = _ => 5_000 };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[Targets, Calendars, Particles, Seed, Persons]) command.Add(option);
    }
}
