namespace Jembatan.Benchmarks.Coverage;

/// <summary>One line of the measurements of the coverage model.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Unit">Unit of the rate.</param>
/// <param name="Rate">Best rate by processor time.</param>
/// <param name="Seconds">Processor seconds of the best run.</param>
/// <param name="Check">What it found.</param>
/// <param name="IsRight">Whether that is what it must find; if not, the whole measurement is rejected.</param>
internal sealed record Measured(string Name, string Unit, double Rate, double Seconds, string Check, bool IsRight)
{
    /// <summary>Runs something several times, once more to warm up, and keeps the best by processor time, which others on the machine disturb less than the wall clock.</summary>
    public static Measured BestOf(string name, string unit, int repeats, Func<(double Work, string Check, bool IsRight)> run)
    {
        run();
        var best = new Measured(name, unit, 0, 0, "", true);
        for (var i = 0; i < repeats; i++)
        {
            var before = Environment.CpuUsage.TotalTime;
            var (work, check, right) = run();
            var seconds = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
            if (work / seconds > best.Rate || !right) best = new(name, unit, work / seconds, seconds, check, right && best.IsRight);
        }

        return best;
    }
}
