using System.CommandLine;
using Jembatan.App.Coverage;
using Jembatan.Cli.Frame;
using Jembatan.Core;
using Jembatan.Simulation.Engine;

namespace Jembatan.Cli.Verbs.Coverage;

internal static class RunVerb
{
    public static Verb Verb { get; } = new("run", "Runs a model and says what it projects.", TakesStudy: false, Build);

    private static void Build(Command command)
    {
        var options = new RunOptions();
        options.AddTo(command, withShards: true);
        command.Does(async session =>
        {
            var read = await options.ReadAsync(session);
            if (read.Problem is { } problem) return problem;
            var path = session.Get(options.Out);
            if (read.Value.Shard.Of > 1 && path is null) return new Problem("coverage/shard-needs-out", "A part of a run goes to a file. Add --out FILE.", "--out");
            if (path is not null && session.Get(options.Shard) is null) return new Problem("usage/out-needs-shard", "--out is for a part of a run and goes with --shard. Add --shard 1/3 or the like, or leave --out out; --json writes the answer of a whole run.", "--out");
            if (TypedFile.NoFolder(path) is { } nowhere) return nowhere;
            if (TypedFile.WouldOverwrite(path, session.Get(options.Model), session.Get(options.Scenario), session.Get(options.Macro)) is { } precious) return precious;
            using var progress = RunProgressBar.OnTerminal(session.Clock);
            try
            {
                return await RunAsync(session, options, read.Value, path, progress);
            }
            catch (OperationCanceledException)
            {
                progress.Interrupted(session.Language);
                throw;
            }
        });
    }

    private static async Task<Result<Answer>> RunAsync(Session session, RunOptions options, RunRequest request, string? path, RunProgressBar progress)
    {
        if (path is null)
        {
            var run = await RunCoverage.HandleAsync(request, progress, session.Cancel);
            return run.Problem is { } unfit ? unfit : Answers.Of(run.Value, session.Language, session.Get(options.By));
        }

        var part = await MergeShards.RunOneAsync(request, progress, session.Cancel);
        if (part.Problem is { } failed) return failed;
        await WriteAsync(path, part.Value, session.Cancel);
        return Written(Path.GetFullPath(path), request.Shard);
    }

    private static Answer Written(string path, Shard shard) => new(
        new { shard = $"{shard.Index}/{shard.Of}", file = path },
        sheet => sheet.Line(sheet.Say($"Bagian {shard.Index} dari {shard.Of} ditulis: {path}", $"Part {shard.Index} of {shard.Of} written: {path}")));

    // Whole under another name first, so that an interrupted run leaves no half of a part.
    private static async Task WriteAsync(string path, byte[] bytes, CancellationToken cancellationToken)
    {
        var making = $"{path}.{Environment.ProcessId}.new";
        await File.WriteAllBytesAsync(making, bytes, cancellationToken);
        File.Move(making, path, overwrite: true);
    }
}
