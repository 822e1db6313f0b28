using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;

namespace Jembatan.Servo.Tests.Causes;

public sealed class CauseStatusTests
{
    private static CauseStatusResult Of(Element? element, params StrategyFitResult[] fits) =>
        CauseStatus.Of(element, [.. fits.Select((f, i) => new ClaimingStrategy($"s{i}", f))], VerdictThresholds.Default);

    [Fact]
    public void A_cause_that_no_strategy_claims_is_unaddressed() => Assert.Equal(CauseStatusKind.Unaddressed, Of(Element.Environment).Status);

    [Theory]
    [InlineData(Element.Environment, Pair.SE)]
    [InlineData(Element.Resources, Pair.SR)]
    [InlineData(Element.Values, Pair.SV)]
    [InlineData(Element.Organization, Pair.SO)]
    public void The_pair_concerned_is_that_of_the_element(Element element, Pair pair)
    {
        // Only the pair concerned is bad, or only it is good.
        double At(Pair p, double there, double elsewhere) => p == pair ? there : elsewhere;
        StrategyFitResult Only(double there, double elsewhere) =>
            Cases.Strategy(At(Pair.SE, there, elsewhere), At(Pair.SR, there, elsewhere), At(Pair.SV, there, elsewhere), At(Pair.SO, there, elsewhere));
        Assert.Equal((CauseStatusKind.AddressedMisfit, pair), (Of(element, Only(-.5, .8)).Status, Of(element, Only(-.5, .8)).Best!.Pair));
        Assert.Equal(CauseStatusKind.AddressedFits, Of(element, Only(.5, -.8)).Status);
    }

    [Theory]
    [InlineData(.1, CauseStatusKind.AddressedFits)]      // the boundary goes to fits
    [InlineData(.0999, CauseStatusKind.AddressedMisfit)] // unclear is not yet fitting
    [InlineData(-.5, CauseStatusKind.AddressedMisfit)]
    public void From_one_tenth_on_it_fits(double fit, CauseStatusKind expected) => Assert.Equal(expected, Of(Element.Environment, Cases.Strategy(fit, 0, 0, 0)).Status);

    [Fact]
    public void The_best_of_the_claiming_strategies_counts()
    {
        var result = Of(Element.Environment, Cases.Strategy(-.5, 0, 0, 0), Cases.Strategy(.3, 0, 0, 0), Cases.Strategy(null, 0, 0, 0));
        Assert.Equal((CauseStatusKind.AddressedFits, "s1"), (result.Status, result.Best!.Strategy));
        Assert.Equal(["s1", "s0", "s2"], result.Claims.Select(c => c.Strategy));
    }

    [Fact]
    public void Claims_without_enough_evidence_are_listed_and_not_judged()
    {
        var thin = StrategyFit.Of([Cases.Exactly(Pair.SE, .9, enough: false)], VerdictThresholds.Default);
        Assert.Equal(CauseStatusKind.Insufficient, Of(Element.Environment, thin).Status);
        var result = Of(Element.Environment, thin, Cases.Strategy(-.5, 0, 0, 0));
        Assert.Equal((CauseStatusKind.Insufficient, "s1"), (result.Status, result.Best!.Strategy));
        Assert.Equal([("s0", false), ("s1", true)], result.Claims.Select(c => (c.Strategy, c.IsEnough)));
        Assert.Equal(CauseStatusKind.Insufficient, Of(Element.Environment, Cases.Strategy(null, .5, .5, .5)).Status);
    }

    [Theory]
    [InlineData(Element.Strategy)]
    [InlineData(null)]
    public void Causes_of_the_strategy_itself_take_the_lowest_pair(Element? element)
    {
        Assert.Equal((CauseStatusKind.AddressedMisfit, Pair.SV), (Of(element, Cases.Strategy(.5, .5, .05, .5)).Status, Of(element, Cases.Strategy(.5, .5, .05, .5)).Best!.Pair));
        Assert.Equal(CauseStatusKind.AddressedFits, Of(element, Cases.Strategy(.5, .4, .3, .2)).Status);
    }

    [Fact]
    public void A_lowest_pair_is_known_when_it_is_low_already_though_another_is_open()
    {
        Assert.Equal(CauseStatusKind.AddressedMisfit, Of(Element.Strategy, Cases.Strategy(.5, null, -.2, .5)).Status);
        Assert.Equal(CauseStatusKind.Insufficient, Of(Element.Strategy, Cases.Strategy(.5, null, .2, .5)).Status); // S–R may be lower
        var nothing = Of(Element.Strategy, Cases.Strategy(null, null, null, null));
        Assert.Equal((CauseStatusKind.Insufficient, null), (nothing.Status, nothing.Claims[0].Pair));
    }

    [Fact]
    public void Statuses_have_the_ids_of_the_command_line() =>
        Assert.Equal(["unaddressed", "addressed-misfit", "addressed-fits", "insufficient"], Enum.GetValues<CauseStatusKind>().Select(s => s.Id()));

    [Fact]
    public void Strategies_aimed_at_what_nobody_names_are_found()
    {
        Id<Code> Code(int n) => Cases.Id<Code>(n);
        var named = new HashSet<Id<Code>> { Code(1), Code(2) };
        var aims = CauseStatus.StrategiesWithoutNamedCause(
            [("part", [Code(1), Code(3)]), ("all-named", [Code(1), Code(2)]), ("none", [Code(3), Code(4), Code(3)]), ("claims-nothing", [])], named);
        Assert.Equal([("none", 2, true), ("part", 1, false)], aims.Select(a => (a.Strategy, a.Unnamed.Count, a.NamesNone)));
    }
}
