using Jembatan.Core.Qualitative;

namespace Jembatan.Servo.Tests.Causes;

public sealed class QuoteSpreadTests
{
    private static QuoteCandidate Quote(
        int id, string informant, InformantGroup? group = InformantGroup.Worker, Basis? basis = Basis.Experience, int length = 100, int stance = 1) =>
        new(Cases.Id<Coding>(id), informant, id, length, informant, group, basis, stance);

    private static IEnumerable<string> Names(IEnumerable<QuoteCandidate> chosen) => chosen.Select(q => q.Informant!);

    [Fact]
    public void Three_informants_of_three_groups_come_before_three_quotes_of_one() =>
        Assert.Equal(["N01", "N04", "N05"], Names(QuoteSpread.Choose(
            [Quote(1, "N01"), Quote(2, "N01"), Quote(3, "N02"), Quote(4, "N04", InformantGroup.Branch, Basis.Knowledge), Quote(5, "N05", InformantGroup.Agent, null, 900)], 3, false)));

    [Fact]
    public void Experience_comes_before_observation_before_knowledge_before_none() =>
        Assert.Equal([4, 3, 2, 1], QuoteSpread.Choose(
            [Quote(1, "A", basis: null), Quote(2, "B", basis: Basis.Knowledge), Quote(3, "C", basis: Basis.Observation), Quote(4, "D")], 4, false).Select(q => q.Start));

    [Fact]
    public void Medium_length_comes_before_short_and_long() =>
        Assert.Equal(["C", "A", "B"], Names(QuoteSpread.Choose([Quote(1, "A", length: 10), Quote(2, "B", length: 1000), Quote(3, "C", length: 320)], 3, false)));

    [Fact]
    public void One_contradicting_quote_stands_last_when_asked_for()
    {
        QuoteCandidate[] quotes = [Quote(1, "A"), Quote(2, "B"), Quote(3, "C"), Quote(4, "A", stance: -1), Quote(5, "D", stance: -1)];
        Assert.Equal([1, 1, -1], QuoteSpread.Choose(quotes, 3, true).Select(q => q.Stance));
        Assert.Equal("D", QuoteSpread.Choose(quotes, 3, true)[2].Informant); // A speaks already
        Assert.Equal([1, 1, 1], QuoteSpread.Choose(quotes, 3, false).Select(q => q.Stance));
        Assert.Equal([1, 1, 1], QuoteSpread.Choose(quotes[..3], 3, true).Select(q => q.Stance));
        Assert.Equal([-1], QuoteSpread.Choose(quotes[3..], 3, true).Select(q => q.Stance));
    }

    [Fact]
    public void The_choice_does_not_depend_on_the_order_given() =>
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 3], Gen.Int[1, 500], Gen.Int[-1, 1]).Array[0, 15].Sample(items =>
        {
            QuoteCandidate[] quotes = [.. items.Select((q, i) => Quote(i, $"N{q.Item1}", (InformantGroup)(q.Item1 % 3), q.Item2 == 3 ? null : (Basis)q.Item2, q.Item3, q.Item4))];
            var chosen = QuoteSpread.Choose(quotes, 3, true);
            Assert.Equal(chosen, QuoteSpread.Choose([.. quotes.Reverse()], 3, true));
            Assert.True(chosen.Count <= 3 && chosen.Distinct().Count() == chosen.Count && chosen.Count(q => q.Stance < 0) <= 1);
            // No informant comes twice while another one has not come.
            var holding = chosen.Where(q => q.Stance >= 0).ToList();
            Assert.Equal(Math.Min(holding.Count, quotes.Where(q => q.Stance >= 0).Select(q => q.Informant).Distinct().Count()), holding.Select(q => q.Informant).Distinct().Count());
        });

    [Fact]
    public void None_asked_for_or_none_there_gives_none()
    {
        Assert.Empty(QuoteSpread.Choose([Quote(1, "A"), Quote(2, "B", stance: -1)], 0, true));
        Assert.Empty(QuoteSpread.Choose([], 3, true));
        Assert.Throws<ArgumentOutOfRangeException>(() => QuoteSpread.Choose([], -1, true));
    }
}
