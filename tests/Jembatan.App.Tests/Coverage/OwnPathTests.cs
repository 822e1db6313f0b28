using Jembatan.App.Coverage;

namespace Jembatan.App.Tests.Coverage;

public sealed class OwnPathTests
{
    private const string Calm = "macro:\n  preset: 2020-like\n  csv: |\n    month,growth_gap\n    2023-12,0\n    2024-01,0\n    2024-02,0\n    2024-03,0\n";

    [Fact]
    public async Task A_path_of_ones_own_changes_incomes_and_a_calm_one_changes_nobody()
    {
        var without = await RunAsync(null);
        Assert.Equal(without.Hash, (await RunAsync(Calm)).Hash);
        var slump = await RunAsync(Calm.Replace("2024-01,0", "2024-01,-0.2", StringComparison.Ordinal).Replace("2024-02,0", "2024-02,-0.3", StringComparison.Ordinal).Replace("2024-03,0", "2024-03,-0.3", StringComparison.Ordinal));
        Assert.NotEqual(without.Hash, slump.Hash);
        Assert.True(slump.Monthly[^1].Values["meanIncome"] < 0.8 * without.Monthly[^1].Values["meanIncome"]);
    }

    [Theory]
    [InlineData("2024-02,0\n", "", "macro/missing-month")]
    [InlineData("2024-03,0\n", "", "macro/too-short")]
    [InlineData("2024-02,0", "2024-02,x", "macro/not-a-number")]
    [InlineData("growth_gap", "growth", "macro/header")]
    [InlineData("2020-like", "1929-like", "macro/no-preset")]
    public async Task A_path_with_a_hole_or_an_early_end_is_told_by_month(string what, string by, string code) =>
        Assert.Equal(code, (await Ask(Calm.Replace("    " + what, by.Length == 0 ? "" : "    " + by, StringComparison.Ordinal).Replace(what, by, StringComparison.Ordinal))).Problem!.Code);

    [Fact]
    public async Task A_path_in_the_model_file_need_only_last_as_long_as_the_run()
    {
        var model = CoverageModel.Read(CoverageModel.Shipped().Text + "\n" + Calm, "m.yaml").Value;
        Assert.True((await RunCoverage.HandleAsync(new RunRequest(model) { Months = 3, Persons = 4000 }, null, CancellationToken.None)).IsOk);
        var early = (await RunCoverage.HandleAsync(new RunRequest(model) { Persons = 4000 }, null, CancellationToken.None)).Problem!;
        Assert.Equal("macro/too-short", early.Code);
        Assert.Matches("^m.yaml:[0-9]+ macro.csv$", early.At);
        Assert.Contains("121 months", early.Message, StringComparison.Ordinal);
        Assert.Contains("needs 5,", (await RunCoverage.HandleAsync(new RunRequest(model) { Months = 4, Persons = 4000 }, null, CancellationToken.None)).Problem!.Message, StringComparison.Ordinal);
    }

    private static async Task<CoverageRun> RunAsync(string? scenario) => (await Ask(scenario)).Value;

    private static Task<Core.Result<CoverageRun>> Ask(string? scenario) =>
        RunCoverage.HandleAsync(new RunRequest(CoverageModel.Shipped()) { Scenario = scenario, Months = 3, Persons = 4000 }, null, CancellationToken.None);
}
