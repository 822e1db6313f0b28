using System.CommandLine;

namespace Jembatan.Cli.Frame;

/// <summary>One verb of the command line.</summary>
/// <param name="Name">What is typed.</param>
/// <param name="Summary">One sentence for the list of verbs.</param>
/// <param name="TakesStudy">Whether its first argument is STUDY, which <c>--database</c> and <c>--study</c> may stand in for.</param>
/// <param name="Build">Adds its arguments, options and action to the command.</param>
internal sealed record Verb(string Name, string Summary, bool TakesStudy, Action<Command> Build)
{
    /// <summary>The command, whole.</summary>
    public Command Make()
    {
        var command = new Command(Name, Summary);
        Build(command);
        return command;
    }
}
