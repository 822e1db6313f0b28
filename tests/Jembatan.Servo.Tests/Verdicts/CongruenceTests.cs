using Jembatan.Core.Strategies;

namespace Jembatan.Servo.Tests.Verdicts;

public sealed class CongruenceTests
{
    // SE, SR, SV, SO; an element supports from .1 on; R is the lower of SR and SO.
    [Theory]
    [InlineData(.1, .1, .1, .1, CongruenceKind.Congruent)]
    [InlineData(.5, .09, .5, .5, CongruenceKind.ConsciouslyIncompetent)]
    [InlineData(.5, .5, .5, -.2, CongruenceKind.ConsciouslyIncompetent)]
    [InlineData(.5, -.4, .5, -.2, CongruenceKind.ConsciouslyIncompetent)]
    [InlineData(.5, .5, .05, .5, CongruenceKind.UnconsciouslyCompetent)]
    [InlineData(-.3, .5, .5, .5, CongruenceKind.StrategicDrift)]
    [InlineData(-.3, .5, .5, 0, CongruenceKind.LostOrganisation)]
    [InlineData(-.3, .5, 0, .5, CongruenceKind.LostOrganisation)]
    [InlineData(.3, 0, 0, .5, CongruenceKind.LostOrganisation)]
    [InlineData(-1, -1, -1, -1, CongruenceKind.LostOrganisation)]
    public void The_pattern_follows_from_which_of_E_R_V_stand_apart(double se, double sr, double sv, double so, CongruenceKind expected)
    {
        var result = Cases.Strategy(se, sr, sv, so).Congruence;
        Assert.Equal(expected, result.Kind);
        Assert.Null(result.Reason);
        Assert.False(result.IsProvisional);
    }

    [Fact]
    public void Any_unrated_pair_leaves_no_label_and_names_the_pair()
    {
        var result = Cases.Strategy(.5, null, .5, null).Congruence;
        Assert.Null(result.Kind);
        Assert.Equal("congruence/unrated", result.Reason!.Code);
        Assert.EndsWith("S–R, S–O", result.Reason.Words.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pair_with_thin_evidence_makes_the_label_provisional()
    {
        var pairs = Elements.MainPairs.Select(p => Cases.Exactly(p, .5, enough: p != Pair.SO)).ToList();
        var result = Congruence.Of(pairs, VerdictThresholds.Default);
        Assert.Equal(CongruenceKind.Congruent, result.Kind);
        Assert.True(result.IsProvisional);
    }

    [Fact]
    public void Labels_can_be_replaced_by_a_study()
    {
        var own = new Dictionary<string, string> { ["servo.congruence.strategic-drift.id"] = "Strategi tertinggal" };
        Assert.Equal(("Strategi tertinggal", "Strategic drift"), (CongruenceKind.StrategicDrift.Words(own).Id, CongruenceKind.StrategicDrift.Words(own).En));
        Assert.Equal(CongruenceKind.Congruent.Words(), CongruenceKind.Congruent.Words(own));
    }

    [Fact]
    public void Every_pattern_has_its_own_id_and_words()
    {
        var kinds = Enum.GetValues<CongruenceKind>();
        Assert.Equal(["congruent", "consciously-incompetent", "unconsciously-competent", "strategic-drift", "lost-organisation"], kinds.Select(k => k.Id()));
        Assert.Equal(kinds.Length, kinds.Select(k => k.Words().Id).Distinct().Count());
    }
}
