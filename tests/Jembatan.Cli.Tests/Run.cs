using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Jembatan.Cli.Tests;

/// <summary>What a run of the program left: exit code, both streams.</summary>
internal sealed record Run(int Code, string Out, string Error)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    /// <summary>The one JSON document on standard output; anything beside it fails.</summary>
    public JsonElement Json
    {
        get
        {
            var lines = Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.True(lines.Length == 1, $"Standard output holds {lines.Length} lines instead of one document:\n{Out}\n{Error}");
            return JsonElement.Parse(lines[0]);
        }
    }

    /// <summary>Runs it to its end.</summary>
    public static Task<Run> OfAsync(params IEnumerable<string> arguments) => WithAsync(null, arguments);

    /// <summary>Runs it with text on standard input and, where wanted, other variables.</summary>
    public static async Task<Run> WithAsync(string? input, IEnumerable<string> arguments, params (string Name, string? Value)[] variables)
    {
        using var process = Start(arguments, variables);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (input is not null) await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        using var limit = new CancellationTokenSource(Longest);
        await process.WaitForExitAsync(limit.Token);
        return new(process.ExitCode, await output, await error);
    }

    /// <summary>Runs it, expects success and gives the JSON document.</summary>
    public static async Task<JsonElement> JsonAsync(params IEnumerable<string> arguments)
    {
        var run = await OfAsync([.. arguments, "--json"]);
        Assert.True(run.Code == 0, $"jembatan {string.Join(' ', arguments)}\nended with {run.Code}\n{run.Error}\n{run.Out}");
        Assert.Equal("", run.Error);
        return run.Json;
    }

    /// <summary>Runs it, expects an expected failure with this code, told in one line and as JSON.</summary>
    public static async Task<JsonElement> FailsAsync(string code, params IEnumerable<string> arguments)
    {
        var run = await OfAsync([.. arguments, "--json"]);
        var expected = code.StartsWith("usage", StringComparison.Ordinal) ? 2 : 1;
        Assert.True(run.Code == expected, $"jembatan {string.Join(' ', arguments)}\nended with {run.Code} instead of {expected}\n{run.Error}\n{run.Out}");
        var problem = run.Json.GetProperty("problem");
        Assert.True(problem.GetProperty("code").GetString() == code, $"{code} was expected: {run.Out}");
        var line = Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith(code + ": ", line, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        return problem;
    }

    /// <summary>Starts it and lets it run.</summary>
    public static Process Start(IEnumerable<string> arguments, params (string Name, string? Value)[] variables)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Repository.Program, .. arguments])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8, StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };
        start.Environment["DOTNET_TieredPGO"] = "0";       // short runs: no time is lost on counting
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";       // nor on mapping each compiled method twice
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["JEMBATAN_CODER"] = "Ana";
        start.Environment["LC_ALL"] = "C.UTF-8";
        foreach (var (name, value) in variables) start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
