using Jembatan.App.Coverage;
using Jembatan.Simulation;

namespace Jembatan.App.Tests.Coverage;

public sealed class AnalyseSensitivityTests
{
    private const string Chain = "kind: chain\nstates: [uncovered, covered]\nstart: [1, 0]\ncovered: [covered]\nmonthly:\n  - [0.995, 0.005]\n  - [0.040, 0.960]\n";

    // After many months coverage is p/(p+q): on log odds entry and lapse weigh alike.
    [Fact]
    public async Task In_a_settled_chain_entry_and_lapse_explain_alike_and_nearly_all()
    {
        var analysed = (await AnalyseSensitivity.HandleAsync(new(CoverageModel.Read(Chain, "c.yaml").Value, 600, BaseSize: 2048), null, CancellationToken.None)).Value.Analysis;
        Assert.Equal(["uncovered → covered", "covered → uncovered"], analysed.Indices.Select(i => i.Group));
        Assert.Equal(analysed.Indices[0].First, analysed.Indices[1].First, 0.06);
        Assert.InRange(analysed.Indices.Sum(i => i.First), 0.9, 1.01);
        Assert.Equal(2048 * 4, analysed.Evaluations);
    }

    // In the first month coverage is entry alone.
    [Fact]
    public async Task In_the_first_month_entry_is_all()
    {
        var analysed = (await AnalyseSensitivity.HandleAsync(new(CoverageModel.Read(Chain, "c.yaml").Value, 1), null, CancellationToken.None)).Value.Analysis;
        Assert.Equal(1, analysed.Indices[0].First, 0.01);
        Assert.Equal(0, analysed.Indices[1].Total, 1e-12);
    }

    [Fact]
    public async Task The_member_stock_needs_no_model_and_no_more_than_ten_groups()
    {
        var analysed = (await AnalyseSensitivity.HandleAsync(new(Month: CalendarMonth.Of(2023, 12), BaseSize: 256), null, CancellationToken.None)).Value;
        Assert.Equal(["entry", "lapse", "sponsored places", "stay after sponsor", "renewal of sponsors"], analysed.Analysis.Indices.Select(i => i.Group));
        Assert.Equal(0, analysed.Analysis.Indices[4].Total, 1e-12); // the renewal of 2024 cannot move 2023
    }

    [Fact]
    public async Task A_membership_model_has_ten_groups_at_most_and_every_parameter_with_a_prior_is_in_one()
    {
        var analysed = (await AnalyseSensitivity.HandleAsync(new(CoverageModel.Shipped(), 6, BaseSize: 8, Persons: 1000), null, CancellationToken.None)).Value.Analysis;
        Assert.InRange(analysed.Indices.Length, 8, 10);
        Assert.Contains("missed-payment", analysed.Indices.Select(i => i.Group));
        Assert.Equal(8 * (analysed.Indices.Length + 2), analysed.Evaluations);
        Assert.InRange(analysed.Mean, 0.01, 0.5);
    }

    [Fact]
    public async Task Questions_without_an_answer_are_told()
    {
        async Task<string> Code(AnalyseSensitivity.Request request) => (await AnalyseSensitivity.HandleAsync(request, null, CancellationToken.None)).Problem!.Code;
        Assert.Equal("coverage/no-coverage", await Code(new(CoverageModel.Read(Chain.Replace("covered: [covered]\n", "", StringComparison.Ordinal), "c.yaml").Value)));
        Assert.Equal("coverage/no-coverage", await Code(new(CoverageModel.Read("kind: chain\nstates: [a, b]\nstart: [1, 0]\ncovered: [b]\nmonthly:\n  - [1, 0]\n  - [0, 1]\n", "c.yaml").Value)));
        Assert.Equal("coverage/option", await Code(new(Months: 0)));
        Assert.Equal("coverage/option", await Code(new(Month: CalendarMonth.Of(2031, 1))));
        Assert.Equal("coverage/option", await Code(new(Deviation: double.NaN)));
        Assert.Equal("uncertainty/base-size", await Code(new(BaseSize: 100)));
        Assert.Equal("--base", (await AnalyseSensitivity.HandleAsync(new(BaseSize: 100), null, CancellationToken.None)).Problem!.At);
        Assert.Equal("--months", (await AnalyseSensitivity.HandleAsync(new(Months: 12), null, CancellationToken.None)).Problem!.At);
    }
}
