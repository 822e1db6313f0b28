using System.CommandLine;
using Jembatan.Cli.Frame;

namespace Jembatan.Cli.Verbs.Coverage;

/// <summary>The coverage model: each use is a command of its own under one verb.</summary>
internal static class CoverageVerb
{
    public static Verb Verb { get; } = new("coverage", "Projects coverage from a model file: run, compare, merge, calibrate, backtest, sensitivity, population.", TakesStudy: false, command =>
    {
        foreach (var verb in (Verb[])[RunVerb.Verb, CompareVerb.Verb, MergeVerb.Verb, CalibrateVerb.Verb, BackTestVerb.Verb, SensitivityVerb.Verb, PopulationVerb.Verb]) command.Add(verb.Make());
    });
}
