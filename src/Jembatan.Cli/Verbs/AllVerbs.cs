using Jembatan.Cli.Frame;

namespace Jembatan.Cli.Verbs;

/// <summary>Every verb of the command line. A new verb is one file and one line here.</summary>
internal static class AllVerbs
{
    public static IReadOnlyList<Verb> All { get; } =
    [
        NewVerb.Verb,
        ImportVerb.Verb,
        SourcesVerb.Verb,
        ShowVerb.Verb,
        CodebookVerb.Verb,
        CodingsVerb.Verb,
        CodeVerb.Verb,
        UncodeVerb.Verb,
        DoneVerb.Verb,
        UndoVerb.Undo,
        UndoVerb.Redo,
        JournalVerb.Verb,
    ];
}
