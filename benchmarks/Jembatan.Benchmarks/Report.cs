using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Jembatan.Benchmarks;

/// <summary>The results as a page of Markdown.</summary>
internal static class Report
{
    private static readonly (string Group, string Title, string About)[] Tables =
    [
        ("disk", "The disk", "Nothing durable can be faster. Flushes are taken between the turns of every case that waits for the disk."),
        ("study", "The study", "Each line goes through the slice that verbs and pages call, in a unit of work of its own."),
        ("judging", "Judging", "Causes and fit of the whole study, with intervals and quotes."),
        ("page", "Pages", "Time of the server: request, gates, slice, rendering, last byte over loopback."),
        ("program", "The program", "A process of its own with `--json`, from its start to its end; `first` is not special here, since every turn starts cold."),
        ("import", "Import", "Files made for the run; the turn that warms up brings in 1 MB."),
        ("agreement", "Agreement", "In memory, without a study."),
        ("merge", "Merging", "Two copies in files of their own."),
        ("tables", "Tables", "Codings loaded before, but for the last line."),
    ];

    private static readonly (string Peer, double Low, double High, string About, string Case)[] Peers =
    [
        ("QualCoder", 12, 14, "adds a coding", "20 KB"), ("Taguette", 40, 48, "adds a highlight, text of 40 KB", "20 KB"), ("Taguette", 119, 119, "adds a highlight, text of 300 KB", "300 KB"),
    ];

    public static string Write(Machine machine, string study, string load, IReadOnlyList<Line> lines)
    {
        var text = new StringBuilder();
        void Say(FormattableString line) => text.AppendLine(line.ToString(CultureInfo.InvariantCulture));
        Say($"# Measurements");
        Say($"");
        Say($"{machine.Processor}, {machine.Cores} cores, {machine.MemoryGiB:F0} GiB · {machine.OperatingSystem} · {machine.Runtime} · commit {machine.Commit}");
        Say($"");
        Say($"Study: {study}. Peak memory of the measuring program itself: {Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0:F0} MB. {load}");
        Say($"");
        Say($"Milliseconds. `median`, `min` and `max` are time on the clock over `n` turns after the `first`, which warms up and stands apart; `cpu` is the median of processor time of all threads, which other");
        Say($"programs on the machine disturb less. `flush` is the median of flushing one page to the disk between the same turns. A limit is held against the median.");
        foreach (var (group, title, about) in Tables)
        {
            var rows = lines.Where(l => l.Group == group).ToList();
            if (rows.Count == 0) continue;
            Say($"");
            Say($"## {title}");
            Say($"");
            Say($"{about}");
            Say($"");
            Say($"| case | median | min | max | cpu | flush | first | n | limit | | peak MB | check |");
            Say($"|---|---:|---:|---:|---:|---:|---:|---:|---:|---|---:|---|");
            foreach (var l in rows)
                Say($"| {l.Name} | {Ms(l.Median)} | {Ms(l.Fastest)} | {Ms(l.Slowest)} | {(group == "disk" ? "" : Ms(l.CpuMs))} | {(l.FloorMs is { } f ? Ms(f) : "")} | {Ms(l.FirstMs)} | {l.Count} | {Limit(l)} | {(l.LimitMs is null && l.LimitMb is null ? "" : l.IsOver ? "over" : "ok")} | {l.PeakMb?.ToString("F0", CultureInfo.InvariantCulture)} | {l.Check} |");
        }

        WritePeers(Say, lines);
        return text.ToString();
    }

    private static void WritePeers(Action<FormattableString> say, IReadOnlyList<Line> lines)
    {
        var adding = lines.Where(l => l.Name.StartsWith("add one coding", StringComparison.Ordinal)).ToList();
        if (adding.Count == 0) return;
        say($"");
        say($"## Beside other programs");
        say($"");
        say($"Theirs are single runs on other machines, some with other disks; read the order of magnitude, not the digits. How they are run: `benchmarks/peers/`.");
        say($"");
        say($"| program | does | ms | ours, median ms | times |");
        say($"|---|---|---:|---:|---:|");
        foreach (var (peer, low, high, about, @case) in Peers)
        {
            if (adding.FirstOrDefault(l => l.Name.Contains($"of {@case}", StringComparison.Ordinal)) is { } ours)
                say($"| {peer} | {about} | {(low == high ? $"{low:F0}" : $"{low:F0}–{high:F0}")} | {Ms(ours.Median)} | {(low + high) / 2 / ours.Median:F0} |");
        }
    }

    private static string Ms(double ms) => ms.ToString(ms >= 100 ? "F0" : ms >= 10 ? "F1" : "F2", CultureInfo.InvariantCulture);

    private static string Limit(Line l) => string.Join(", ", new[]
    {
        l.LimitMs is { } ms ? string.Create(CultureInfo.InvariantCulture, $"{ms:F0} ms") : null, l.LimitMb is { } mb ? string.Create(CultureInfo.InvariantCulture, $"{mb:F0} MB") : null,
    }.OfType<string>());
}
