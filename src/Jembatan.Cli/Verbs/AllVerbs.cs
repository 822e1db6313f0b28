using Jembatan.Cli.Frame;

namespace Jembatan.Cli.Verbs;

/// <summary>Every verb of the command line. A new verb is one file and one line here.</summary>
internal static class AllVerbs
{
    public static IReadOnlyList<Verb> All { get; } =
    [
        NewVerb.Verb,
        SourcesVerb.Verb,
        UndoVerb.Undo,
        UndoVerb.Redo,
    ];
}
