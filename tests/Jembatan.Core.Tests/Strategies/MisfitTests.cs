using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;

namespace Jembatan.Core.Tests.Strategies;

public sealed class MisfitTests
{
    [Fact]
    public void A_misfit_starts_confirmed_undecided_and_without_a_severity_of_its_own()
    {
        var details = new MisfitDetails("Tagihan tidak ikut musim");
        Assert.Equal((MisfitStatus.Confirmed, MisfitType.Gap, Disposition.Undecided, (int?)null, 3), (details.Status, details.Type, details.Disposition, details.Severity, details.Effort));
        var misfit = new Misfit(Id<Strategy>.New(), Pair.SE, null, details);
        misfit.Revise(details with { Status = MisfitStatus.Dismissed });
        Assert.Equal((Pair.SE, MisfitStatus.Dismissed), (misfit.Pair, misfit.Details.Status));
    }

    [Fact]
    public void A_cause_of_an_element_concerns_the_pair_that_holds_it_against_the_strategy()
    {
        foreach (var pair in Elements.MainPairs) Assert.Equal(pair, pair.Other().PairConcerned());
        Assert.Null(Element.Strategy.PairConcerned());
        foreach (var element in Enum.GetValues<Element>()) Assert.Equal(element, Elements.Parse(element.Letter()));
        Assert.Null(Elements.Parse("X"));
        foreach (var pair in Enum.GetValues<Pair>().Except(Elements.MainPairs)) Assert.Throws<ArgumentOutOfRangeException>(() => pair.Other());
    }
}
