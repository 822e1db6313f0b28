using System.Text;
using Jembatan.App.Agreement;
using Jembatan.Core;
using Jembatan.Statistics.Agreement;

namespace Jembatan.App.Tests.Agreement;

/// <summary>Coders of a list of sections who marked nothing.</summary>
public sealed class SilentCoderTests
{
    private const string Header = "continuum,coder,start,end,category\n";

    // One text of 10 positions; A marks the first half, nobody else anything. With m coders l_ck = Σ over ordered pairs of coders / (m − 1), l = 10 m.
    private const string OneMark = Header + "#length,doc,10\ndoc,A,0,5,x\n";

    [Theory]
    [InlineData("#coder,B\n")]
    [InlineData("#CODER,B\n#coder,A\n#coder,B\n")]
    public async Task A_row_names_a_coder_who_marked_nothing(string row)
    {
        var answer = (await MeasureAsync(OneMark + row)).Value;
        Assert.Equal(2, answer.Data.Coders);
        // l₀₀ = 10, l₀ₓ = lₓ₀ = 5, lₓ = 5, l₀ = 15, Sₓ = 5², S₀ = 5 + 10, e₀₀ = 20 (15² − 15)/(20² − 40) = 35/3, eₓₓ = 0: ᵤα = 1 − (20 − 10)/(20 − 35/3) = −1/5.
        Near(-1.0 / 5, answer, "u-alpha");
        // e₀ = 35/3 + 20 · 15 · 5/360: |ᵤα = 1 − (15 − 10)/(25/6) = −1/5.
        Near(-1.0 / 5, answer, "u-alpha-binary");
        Assert.Equal(Undefined.NoIntersection, answer.Estimates.Single(e => e.Measure == "cu-alpha").Undefined);
        Assert.All(answer.Estimates, e => Assert.Contains("without a section: B", e.Universe, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_option_names_the_coders_and_silent_ones_count()
    {
        // Three coders: l = 30, l₀₀ = 20, l₀ = 25, S = 5² + 25, e₀₀ = 30 (25² − 25)/(30² − 50) = 360/17: ᵤα = 1 − 10/(30 − 360/17) = −2/15.
        Near(-2.0 / 15, (await MeasureAsync(OneMark, "A", "B", "C")).Value, "u-alpha");
        Near(-1.0 / 5, (await MeasureAsync(OneMark, "A", "B")).Value, "u-alpha");
    }

    [Fact]
    public async Task An_option_leaves_out_who_is_not_named()
    {
        var answer = (await MeasureAsync(OneMark + "doc,C,0,5,x\ndoc,D,7,9,y\n", "A", "C")).Value;
        Assert.Equal(2, answer.Data.Coders);
        Near(1, answer, "u-alpha");
    }

    [Fact]
    public async Task Without_being_named_a_silent_coder_cannot_be_told() =>
        Assert.All((await MeasureAsync(OneMark)).Value.Estimates, e => Assert.Equal(Undefined.OneCoder, e.Undefined));

    [Fact]
    public async Task Two_who_both_marked_nothing_have_no_coefficient_and_a_reason()
    {
        var answer = (await MeasureAsync(Header + "#length,doc,10\n#coder,A\n#coder,B\n")).Value;
        Assert.All(answer.Estimates, e => Assert.NotNull(e.Reason));
        Assert.All(answer.Estimates, e => Assert.Null(e.Value));
    }

    [Theory]
    [InlineData("#coder\n")]
    [InlineData("#coder,\n")]
    [InlineData("#coder, \n")]
    public async Task A_row_without_a_name_is_a_problem(string row) => Assert.Equal("units/coder", (await MeasureAsync(OneMark + row)).Problem?.Code);

    [Fact]
    public async Task A_continuum_that_only_others_marked_needs_its_length()
    {
        var file = Header + "doc,A,0,5,x\ndoc,B,0,5,x\nlain,C,0,7,x\n";
        var problem = (await MeasureAsync(file, "A", "B")).Problem;
        Assert.Equal(("units/coder", "lain"), (problem?.Code, problem?.At));
        Assert.True((await MeasureAsync(file + "#length,lain,7\n", "A", "B")).IsOk);
    }

    private static void Near(double expected, AgreementAnswer answer, string measure) => Assert.Equal(expected, answer.Estimates.Single(e => e.Measure == measure).Value!.Value, 1e-12);

    private static async Task<Result<AgreementAnswer>> MeasureAsync(string file, params string[] coders) =>
        await MeasureFile.HandleAsync(new(ReliabilityFileKind.Units, "file.csv", new MemoryStream(Encoding.UTF8.GetBytes(file)), new([], Interval: "none"), coders), CancellationToken.None);
}
