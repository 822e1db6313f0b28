using Jembatan.Cli.Frame;
using Jembatan.Cli.Verbs.Coverage;
using Jembatan.Cli.Verbs.Servo;
using Jembatan.Cli.Verbs.Tables;
using Jembatan.Cli.Verbs.Texts;

namespace Jembatan.Cli.Verbs;

/// <summary>Every verb of the command line. A new verb is one file and one line here.</summary>
internal static class AllVerbs
{
    public static IReadOnlyList<Verb> All { get; } =
    [
        DemoVerb.Verb,
        NewVerb.Verb,
        ImportVerb.Verb,
        TemplateVerb.Verb,
        SourcesVerb.Verb,
        ShowVerb.Verb,
        CodebookVerb.Verb,
        CodingsVerb.Verb,
        CodeVerb.Verb,
        UncodeVerb.Verb,
        DoneVerb.Verb,
        AssignVerb.Verb,
        AgreementVerb.Verb,
        AdjudicateVerb.Verb,
        NoteVerb.Verb,
        UndoVerb.Undo,
        UndoVerb.Redo,
        JournalVerb.Verb,
        MergeVerb.Merge,
        MergeVerb.Conflicts,
        CareVerbs.Copy,
        CareVerbs.Purge,
        CareVerbs.Doctor,
        StrategyVerb.Verb,
        CriterionVerb.Verb,
        PerformanceVerb.Verb,
        EvidenceVerb.Factor,
        EvidenceVerb.Evidence,
        RatingVerbs.Rate,
        RatingVerbs.Verdict,
        RatingVerbs.Thresholds,
        MisfitVerb.Verb,
        RecommendVerb.Verb,
        NarrativeVerb.Verb,
        ReadingVerbs.Servo,
        ReadingVerbs.Causes,
        ReadingVerbs.Gap,
        ReadingVerbs.Macro,
        ReadingVerbs.Trace,
        CoverageVerb.Verb,
        SaturationVerb.Verb,
        CrosstabVerb.Verb,
        CooccurVerb.Verb,
        TextVerbs.Search,
        TextVerbs.Kwic,
        TextVerbs.Words,
        TextVerbs.KeynessVerb,
        ServeVerb.Verb,
        ReportVerb.Verb,
    ];
}
