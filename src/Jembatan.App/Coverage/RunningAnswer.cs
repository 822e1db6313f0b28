using System.Diagnostics;
using Jembatan.Core;
using Jembatan.Simulation.Engine;

namespace Jembatan.App.Coverage;

/// <summary>Tells how far a run has come, and what the persons done so far answer.</summary>
/// <remarks>The persons of a tally are counted in slices that add up to the same counts and the same digest as in one piece.</remarks>
internal sealed class RunningAnswer(RunRequest request, RunSettings settings, IProgress<RunProgress> progress, int run, int runs, long persons)
{
    private const int MostSlices = 10;
    private const long LeastPersons = 100_000;
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1); // an answer costs as much as some 100,000 person-months

    public Result<Tally> InSlices(Func<RunSettings, IProgress<long>?, Result<Tally>> count, bool inOnePiece)
    {
        var slices = inOnePiece ? 1 : (int)Math.Clamp(persons / LeastPersons, 1, MostSlices);
        var (total, done, said, at) = (new Tally(), 0L, new RunProgress(), Stopwatch.GetTimestamp());
        for (var slice = 0; slice < slices; slice++)
        {
            var part = settings with { Shard = new(((settings.Shard.Index - 1) * slices) + slice + 1, settings.Shard.Of * slices) };
            var (first, end) = part.Shard.Range(settings.Persons);
            if (first == end) continue;
            var (before, last) = (done, said);
            var counted = count(part, new Inner(value => progress.Report(Told(before + value) with { Indicator = last.Indicator, Value = last.Value })));
            if (counted.Problem is { } problem) return problem;
            total.Add(counted.Value);
            done += end - first;
            var isDue = slice == 0 || Stopwatch.GetElapsedTime(at) >= Between;
            said = isDue ? Answer(total, done) : Told(done) with { Indicator = said.Indicator, Value = said.Value };
            if (isDue) at = Stopwatch.GetTimestamp();
            progress.Report(said);
        }

        return total;
    }

    private RunProgress Told(long done) => new((run * persons) + done, runs * persons);

    private RunProgress Answer(Tally tally, long done)
    {
        var projected = RunCoverage.Projection(request.Model, new(settings, 0, request.Levers, request.Scenario, [tally]), done);
        if (!projected.IsOk) return Told(done);
        var (name, value) = projected.Value.Indicators.FirstOrDefault(i => i.Value is not null);
        if (name is null) (name, value) = projected.Value.Series[^1].States.Select(s => (s.Key, (double?)s.Value)).Last();
        return Told(done) with { Indicator = name, Value = value };
    }

    private sealed class Inner(Action<long> tell) : IProgress<long>
    {
        public void Report(long value) => tell(value);
    }
}
