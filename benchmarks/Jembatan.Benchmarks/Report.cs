using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Jembatan.Benchmarks;

/// <summary>The results as a page of Markdown.</summary>
internal static class Report
{
    public static string Write(Machine machine, string study, IReadOnlyList<Line> lines)
    {
        var text = new StringBuilder();
        void Say(FormattableString line) => text.AppendLine(line.ToString(CultureInfo.InvariantCulture));
        Say($"# Measurements");
        Say($"");
        Say($"{machine.Processor}, {machine.Cores} cores, {machine.MemoryGiB:F0} GiB · {machine.OperatingSystem} · {machine.Runtime} · commit {machine.Commit}");
        Say($"");
        Say($"Study: {study}. Peak memory of this program: {Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0:F0} MB.");
        Say($"");
        Say($"Milliseconds. The first measurement warms up and stands apart; the floor of the disk is taken before and after the cases, in the same run.");
        Say($"");
        Say($"| case | median | min | max | first | n | limit | | check |");
        Say($"|---|---:|---:|---:|---:|---:|---:|---|---|");
        foreach (var l in lines)
            Say($"| {l.Name} | {l.Median:F2} | {l.SortedMs[0]:F2} | {l.SortedMs[^1]:F2} | {l.FirstMs:F2} | {l.SortedMs.Length} | {l.LimitMs?.ToString("F0", CultureInfo.InvariantCulture) ?? ""} | {(l.LimitMs is null ? "" : l.IsOver ? "over" : "ok")} | {l.Check} |");
        return text.ToString();
    }
}
