using System.Diagnostics;
using Jembatan.Cli.Tests.Contract;

namespace Jembatan.Cli.Tests.Hostile;

/// <summary>Death at any moment: what was acknowledged is there afterwards.</summary>
public sealed class KillTests
{
    private const int Kills = 200;
    private const int Lanes = 2;
    private const int Lines = 600;
    private static readonly string Text = string.Concat(Enumerable.Repeat("Narasumber: uangnya tidak tentu, kadang ada kadang kosong.\n", 400));

    [Fact]
    public async Task Every_acknowledged_coding_is_there_after_200_deaths_and_the_doctor_is_content()
    {
        using var place = new Place();
        var lanes = await Task.WhenAll(Enumerable.Range(0, Lanes).Select(lane => Task.Run(() => LaneAsync(place, lane))));
        Assert.Equal(Kills, lanes.Sum(l => l.Deaths));
        Assert.True(lanes.Sum(l => l.Acknowledged) > Kills, $"Only {lanes.Sum(l => l.Acknowledged)} codings were acknowledged: the deaths came too early to tell anything.");
    }

    // Two writers with a study each, so that both processors have work; each dies at a moment drawn from a fixed sequence.
    private static async Task<(int Deaths, int Acknowledged)> LaneAsync(Place place, int lane)
    {
        var study = place[$"jalur{lane}.jembatan"];
        await Run.JsonAsync("new", study, "--title", "Uji", "--template", "blank");
        await Run.JsonAsync("codebook", study, "--add", "X1", "--name", "Kode");
        await Run.JsonAsync("import", study, place.Write($"n{lane}.txt", Text));
        var acknowledged = new HashSet<string>();
        var (deaths, next, draw) = (0, 0, (uint)(lane + 1));
        while (deaths < Kills / Lanes)
        {
            draw = (draw * 1664525) + 1013904223;
            var (ids, taken) = await WriteUntilKilledAsync(study, $"n{lane}", next, TimeSpan.FromMilliseconds(draw >> 25));
            acknowledged.UnionWith(ids);
            next += taken + 1;
            deaths++;
        }

        var there = (await Run.JsonAsync("codings", study, "--limit", "1000000")).GetProperty("codings").EnumerateArray().Select(c => c.Text("id")).ToHashSet();
        Assert.True(acknowledged.IsSubsetOf(there), $"{acknowledged.Except(there).Count()} of {acknowledged.Count} acknowledged codings are gone");
        var doctor = await Run.OfAsync("doctor", study, "--json");
        Assert.True(doctor.Json.GetProperty("healthy").GetBoolean(), doctor.Out);
        Assert.Equal(there.Count, doctor.Json.Number("checkedCodings"));
        return (deaths, acknowledged.Count);
    }

    // The time runs from the first acknowledgement; with none drawn the writer dies while it opens the study.
    private static async Task<(IReadOnlyList<string> Ids, int Taken)> WriteUntilKilledAsync(string study, string source, int from, TimeSpan life)
    {
        using var process = Run.Start(["code", study, "--batch", "-"]);
        var feeding = FeedAsync(process, source, from);
        var ids = new List<string>();
        var clock = new Stopwatch();
        if (life.TotalMilliseconds < 4) await Task.Delay(TimeSpan.FromMilliseconds(300 + (100 * life.TotalMilliseconds)));
        while (life.TotalMilliseconds >= 4 && await process.StandardOutput.ReadLineAsync() is { } line)
        {
            clock.Start();
            if (line.Split('\t') is [_, { Length: 36 } id]) ids.Add(id);
            if (clock.Elapsed >= life) break;
        }

        process.Kill();
        var rest = await process.StandardOutput.ReadToEndAsync();
        // What stands in the pipe was acknowledged too; a last line without its end was not.
        if (rest.LastIndexOf('\n') is >= 0 and var end)
            ids.AddRange(rest[..end].Split('\n').Select(l => l.Split('\t')).Where(c => c is [_, { Length: 36 }]).Select(c => c[1]));
        await process.WaitForExitAsync();
        await feeding;
        return (ids, ids.Count);
    }

    private static async Task FeedAsync(Process process, string source, int from)
    {
        try
        {
            for (var i = from; i < from + Lines; i++)
            {
                var start = i % (Text.Length - 40);
                await process.StandardInput.WriteAsync($"{source}\t{start}\t{start + 2 + (i / (Text.Length - 40) % 30)}\tX1\n");
            }

            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The reader died, as it should.
        }
    }
}
