using System.CommandLine;
using Jembatan.App.Coverage;
using Jembatan.Cli.Frame;

namespace Jembatan.Cli.Verbs.Coverage;

internal static class MergeVerb
{
    public static Verb Verb { get; } = new("merge", "Joins the parts of a run that --shard wrote.", TakesStudy: false, command =>
    {
        var files = new Argument<string[]>("FILE") { Description = "The files of all parts, in any order.", Arity = ArgumentArity.OneOrMore };
        command.Add(files);
        var by = new RunOptions().By;
        command.Add(by);
        command.Does(async session =>
        {
            var run = await MergeShards.HandleAsync(session.Get(files), session.Cancel);
            if (run.IsOk && RunOptions.NoGroups(run.Value.Model, session.Get(by)) is { } ungrouped) return ungrouped;
            return run.Problem is { } problem ? problem : Answers.Of(run.Value, session.Language, session.Get(by));
        });
    });
}
