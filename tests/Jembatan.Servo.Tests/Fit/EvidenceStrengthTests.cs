using Jembatan.Core.Strategies;

namespace Jembatan.Servo.Tests.Fit;

public sealed class EvidenceStrengthTests
{
    [Fact]
    public void Nothing_has_no_strength() => Assert.Equal(0, EvidenceStrength.Of([]).Value);

    [Theory]
    [InlineData(EvidenceKind.Quote, .15)]
    [InlineData(EvidenceKind.Document, .25)]
    [InlineData(EvidenceKind.Statistic, .35)]
    [InlineData(EvidenceKind.Observation, .20)]
    public void One_item_contributes_by_its_kind(EvidenceKind kind, double expected) =>
        Assert.Equal(expected, EvidenceStrength.Of([Cases.Item(1, kind, "x", "g")]).Value, 12);

    [Fact]
    public void Ten_quotes_of_one_informant_count_once() =>
        Assert.Equal(.15, EvidenceStrength.Of(Enumerable.Range(1, 10).Select(i => Cases.Quote(i, "N01"))).Value, 12);

    [Fact]
    public void An_item_named_twice_is_one_item() =>
        Assert.Equal(EvidenceStrength.Of([Cases.Quote(1, "N01")]), EvidenceStrength.Of([Cases.Quote(1, "N01"), Cases.Quote(1, "N01")]));

    [Fact]
    public void One_group_is_capped_at_three_fifths_whatever_the_kinds()
    {
        // 1 − .65³ = .725375 of one issuer, capped; with a second issuer it is not.
        ScoredEvidence[] one = [.. Enumerable.Range(1, 3).Select(i => Cases.Item(i, EvidenceKind.Statistic, $"S{i}", "BPS"))];
        Assert.Equal((.6, true), (EvidenceStrength.Of(one).Value, EvidenceStrength.Of(one).IsCapped));
        ScoredEvidence[] two = [.. one[..2], one[2] with { Group = "BI" }];
        Assert.Equal(.725375, EvidenceStrength.Of(two).Value, 12);
        Assert.False(EvidenceStrength.Of(two).IsCapped);
    }

    [Fact]
    public void Many_groups_are_capped_at_nine_tenths() =>
        Assert.Equal(.9, EvidenceStrength.Of(Enumerable.Range(1, 20).Select(i => Cases.Quote(i, $"N{i}", $"g{i}"))).Value);

    [Fact]
    public void An_unknown_group_is_no_second_group() =>
        Assert.Equal(.6, EvidenceStrength.Of(Enumerable.Range(1, 12).Select(i => Cases.Quote(i, $"N{i}", i == 1 ? null : i == 2 ? " " : "worker"))).Value);

    [Fact]
    public void The_same_name_spelt_in_capitals_is_the_same_group() =>
        Assert.Equal(1, EvidenceStrength.Of([Cases.Quote(1, "A", "Worker"), Cases.Quote(2, "B", "worker ")]).Groups);

    [Fact]
    public void A_document_and_an_informant_of_one_name_are_two_origins() =>
        Assert.Equal(1 - (.85 * .75), EvidenceStrength.Of([Cases.Quote(1, "x"), Cases.Item(2, EvidenceKind.Document, "x", "BPS")]).Value, 12);

    [Fact]
    public void Stance_is_counted_and_does_not_weaken()
    {
        var s = EvidenceStrength.Of([Cases.Quote(1, "A", stance: 1), Cases.Quote(2, "B", stance: -1), Cases.Quote(3, "C", stance: 0)]);
        Assert.Equal((3, 1, 1), (s.Items, s.Supporting, s.Contradicting));
        Assert.Equal(1 - Math.Pow(.85, 3), s.Value, 12);
    }
}
