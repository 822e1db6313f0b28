using Jembatan.Core.Strategies;

namespace Jembatan.Servo.Tests.Verdicts;

public sealed class VerdictTests
{
    [Theory]
    [InlineData(1, VerdictKind.Fit)]
    [InlineData(.4, VerdictKind.Fit)]
    [InlineData(.399999, VerdictKind.FairlyFit)]
    [InlineData(.1, VerdictKind.FairlyFit)]
    [InlineData(.099999, VerdictKind.Unclear)]
    [InlineData(0, VerdictKind.Unclear)]
    [InlineData(-.099999, VerdictKind.Unclear)]
    [InlineData(-.1, VerdictKind.Misfit)]
    [InlineData(-1, VerdictKind.Misfit)]
    public void Verdicts_begin_and_end_where_the_method_says(double fit, VerdictKind expected) => Assert.Equal(expected, VerdictThresholds.Default.Judge(fit));

    [Fact]
    public void A_boundary_reached_by_another_order_of_operations_is_still_the_boundary()
    {
        Assert.NotEqual(.1, .3 - .2); // what floating point makes of it
        Assert.Equal(VerdictKind.FairlyFit, VerdictThresholds.Default.Judge(.3 - .2));
        Assert.Equal(VerdictKind.Misfit, VerdictThresholds.Default.Judge(.2 - .3));
    }

    [Fact]
    public void A_better_fit_never_gets_a_worse_verdict() => Gen.Select(Gen.Double[-1, 1], Gen.Double[-1, 1]).Sample((a, b) =>
        Assert.True(VerdictThresholds.Default.Judge(Math.Max(a, b)) <= VerdictThresholds.Default.Judge(Math.Min(a, b))));

    [Theory]
    [InlineData(.4, .4, -.1, .6, .4)]
    [InlineData(.4, .1, .1, .6, .4)]
    [InlineData(1.1, .1, -.1, .6, .4)]
    [InlineData(.4, .1, -1.1, .6, .4)]
    [InlineData(.4, .1, -.1, 1.2, .4)]
    [InlineData(.4, .1, -.1, .6, -.1)]
    [InlineData(double.NaN, .1, -.1, .6, .4)]
    [InlineData(.4, .1, -.1, .6, double.NaN)]
    public void Thresholds_out_of_order_or_range_are_a_problem(double fit, double fairly, double misfit, double coverage, double strength) =>
        Assert.Equal("servo/thresholds", VerdictThresholds.Of(fit, fairly, misfit, coverage, strength).Problem?.Code);

    [Fact]
    public void Thresholds_are_read_from_the_particulars_of_a_study()
    {
        var read = VerdictThresholds.Read(new Dictionary<string, string> { ["servo.threshold.fit"] = "0.5", ["servo.threshold.strength"] = "0.3", ["limits"] = "x" }).Value;
        Assert.Equal((.5, .1, -.1, .6, .3), (read.Fit, read.FairlyFit, read.Misfit, read.Coverage, read.Strength));
        Assert.Equal(VerdictThresholds.Default, VerdictThresholds.Read(new Dictionary<string, string>()).Value);
        Assert.Contains("coverage", VerdictThresholds.Read(new Dictionary<string, string> { ["servo.threshold.coverage"] = "0,6 x" }).Problem!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(VerdictKind.Fit, "fit", "Sesuai", "Fit")]
    [InlineData(VerdictKind.FairlyFit, "fairly-fit", "Cukup sesuai", "Fairly fit")]
    [InlineData(VerdictKind.Unclear, "unclear", "Belum jelas", "Unclear")]
    [InlineData(VerdictKind.Misfit, "misfit", "Tidak sesuai", "No fit")]
    [InlineData(VerdictKind.Insufficient, "insufficient", "Bukti belum cukup", "Not enough evidence")]
    public void Verdicts_have_an_id_and_words_and_are_read_from_all_three(VerdictKind verdict, string id, string indonesian, string english)
    {
        Assert.Equal((id, indonesian, english), (verdict.Id(), verdict.Words().Id, verdict.Words().En));
        Assert.All([id, indonesian, english, " " + id.ToUpperInvariant()], text => Assert.Equal(verdict, VerdictWords.Parse(text)));
    }

    [Fact]
    public void Every_verdict_is_listed_once_and_other_words_are_none()
    {
        Assert.Equal(Enum.GetValues<VerdictKind>().Order(), VerdictWords.All.Order());
        Assert.Null(VerdictWords.Parse("bagus"));
        Assert.Null(VerdictWords.Parse(null));
    }
}
