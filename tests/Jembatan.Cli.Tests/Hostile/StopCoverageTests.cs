using System.Diagnostics;

namespace Jembatan.Cli.Tests.Hostile;

/// <summary>A long run that somebody stops.</summary>
public sealed class StopCoverageTests
{
    [Fact]
    public async Task A_run_that_is_stopped_says_how_far_it_came_and_what_is_kept()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("There is no signal to send.");
        using var place = new Place();
        var model = place.Write("lama.yaml", """
            kind: membership
            start: 2023-12
            population:
              - {count: 4000000000, sector: trade, status: own-account}
            persons: 4000000000
            months: 120
            states: {unaware: 0.5, aware: 0.3, attempted: 0, registered: 0, active: 0.1, grace: 0, ended: 0.1, claimed: 0, formal: 0, gone: 0}
            """);
        using var process = Run.Start(["coverage", "run", model, "--language", "en", "--shard", "1/2", "--out", place["bagian.json"]]);
        while (process.TotalProcessorTime < TimeSpan.FromSeconds(6) && !process.HasExited) await Task.Delay(50, TestContext.Current.CancellationToken); // it is counting persons by now
        using (var signal = Process.Start("kill", ["-INT", $"{process.Id}"])) await signal.WaitForExitAsync(TestContext.Current.CancellationToken);
        var said = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(130, process.ExitCode);
        Assert.Contains("Stopped", said, StringComparison.Ordinal);
        Assert.Contains("--out", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(place.Path, "bagian*"));
    }
}
