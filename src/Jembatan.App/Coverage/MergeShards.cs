using Jembatan.Core;
using Jembatan.Simulation.Engine;

namespace Jembatan.App.Coverage;

/// <summary>Writes the parts of a run to files and joins them.</summary>
public static class MergeShards
{
    /// <summary>Runs one part and gives the bytes of its file: the same bytes whenever and wherever it is run.</summary>
    public static async Task<Result<byte[]>> RunOneAsync(RunRequest request, IProgress<RunProgress>? progress, CancellationToken cancellationToken)
    {
        if (request.Exact) return new Problem("coverage/exact-shard", "The exact engine has no persons to divide. Leave --shard out, or use --engine micro.", "--shard");
        var counted = await RunCoverage.CountAsync(request, progress, cancellationToken);
        return counted.Problem is { } problem ? problem : ShardFile.From(request.Model, counted.Value).Bytes();
    }

    /// <summary>Joins files of the parts of one run.</summary>
    /// <param name="paths">All parts, in any order; a part given twice must be the same both times.</param>
    /// <returns>The run as if made in one piece, or <c>coverage/not-a-shard</c>, <c>coverage/other-run</c>, <c>coverage/shard-twice</c>, <c>coverage/shards-missing</c>.</returns>
    public static async Task<Result<CoverageRun>> HandleAsync(IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        var parts = new SortedDictionary<int, (string Name, ShardFile File)>();
        foreach (var path in paths)
        {
            var read = await ShardFile.ReadAsync(path, cancellationToken);
            if (read.Problem is { } problem) return problem;
            var (name, file) = (Path.GetFileName(path), read.Value);
            if (parts.Values.FirstOrDefault() is { File: { } one } first && one.Run != file.Run)
                return new Problem("coverage/other-run", $"{name} belongs to another run than {first.Name}: model, levers, persons, months, seed or number of parts differ. Join the parts of one run only.", name);
            if (parts.TryGetValue(file.Shard, out var twin) && !twin.File.Bytes().AsSpan().SequenceEqual(file.Bytes()))
                return new Problem("coverage/shard-twice", $"{name} and {twin.Name} are both part {file.Shard} of {file.Of} and differ. One of them is damaged: run that part again.", name);
            parts[file.Shard] = (name, file);
        }

        if (parts.Count == 0) return new Problem("coverage/no-shard", "No file is named. Name the files of all parts of one run.");
        var any = parts.Values.First().File;
        var missing = Enumerable.Range(1, any.Of).Where(i => !parts.ContainsKey(i)).ToList();
        if (missing.Count > 0)
            return new Problem("coverage/shards-missing", $"Of {any.Of} parts these are missing: {string.Join(", ", missing.Take(20))}{(missing.Count > 20 ? ", …" : "")}. Run them with --shard i/{any.Of} and name their files too.");
        return Join(any, [.. parts.Values.Select(p => p.File)]);
    }

    private static Result<CoverageRun> Join(ShardFile any, IReadOnlyList<ShardFile> parts)
    {
        var model = CoverageModel.Read(any.Model, any.ModelName);
        if (model.Problem is { } problem) return problem;
        var tallies = any.Tallies.Select(_ => new Tally()).ToList();
        foreach (var part in parts)
        {
            if (part.Tallies.Count != tallies.Count || !part.Tallies.All(t => RunCoverage.Fits(model.Value, t.Parts, part.Months))) return Unlike(part);
            for (var i = 0; i < tallies.Count; i++)
            {
                var tally = part.TallyOf(i);
                if (tallies[i].Parts.Count > 0 && !tally.Parts.All(p => tallies[i].Parts.TryGetValue(p.Key, out var mine) && mine.Length == p.Value.Length)) return Unlike(part);
                tallies[i].Add(tally);
            }
        }

        var settings = new RunSettings { Persons = any.Persons, Months = any.Months, Seed = any.Seed, Replicates = any.Replicates, Threads = 1 };
        return RunCoverage.Project(model.Value, new(settings, any.Draws, any.Levers, any.Scenario, tallies), null, RunCoverage.JoinedReason);
    }

    private static Problem Unlike(ShardFile part) =>
        new("coverage/not-a-shard", $"Part {part.Shard} of {part.Of} counts other things than the others. Run it again with the same version of the program.", $"{part.Shard}/{part.Of}");
}
