using Jembatan.Statistics.Saturation;
using Jembatan.Statistics.Tables;

namespace Jembatan.Statistics.Tests.Tables;

/// <summary>What every member of every list of the tables must keep.</summary>
public sealed class ListsContractTests
{
    public static TheoryData<string> Associations => [.. AssociationMeasures.All.Select(m => m.Id)];

    public static TheoryData<string> Cooccurrences => [.. CooccurrenceMeasures.All.Select(m => m.Id)];

    public static TheoryData<string> Corrections => [.. MultipleTests.All.Select(m => m.Id)];

    public static TheoryData<string> LinkageIds => [.. Linkages.All.Select(m => m.Id)];

    [Fact]
    public void Ids_are_told_apart_and_every_member_names_its_source()
    {
        foreach (var ids in new[] { AssociationMeasures.All.Select(m => m.Id), CooccurrenceMeasures.All.Select(m => m.Id), MultipleTests.All.Select(m => m.Id), Linkages.All.Select(m => m.Id), Undefined.All.Concat(SaturationRun.Reasons) })
            Assert.Equal(ids.Count(), ids.Distinct().Count());
        var described = AssociationMeasures.All.Select(m => (m.Name, m.Formula, m.Source)).Concat(CooccurrenceMeasures.All.Select(m => (m.Name, m.Formula, m.Source)))
            .Concat(Linkages.All.Select(m => (m.Name, m.Formula, m.Source))).Concat(MultipleTests.All.Select(m => (m.Name, m.Controls, m.Source)));
        Assert.All(described, d => Assert.All([d.Item1, d.Item2, d.Item3], text => Assert.False(string.IsNullOrWhiteSpace(text))));
    }

    [Theory]
    [MemberData(nameof(Associations))]
    public void Every_measure_of_association_answers_any_table_with_a_number_or_a_reason(string id) => Generated.Counts(6, 4).Sample(counts =>
        Answers(() => AssociationMeasures.All.Single(m => m.Id == id).Measure(Generated.Table(counts))));

    [Theory]
    [MemberData(nameof(Associations))]
    public void Every_measure_of_association_answers_empty_and_degenerate_tables(string id)
    {
        foreach (var counts in new int[][][] { [], [[]], [[0]], [[5]], [[0, 0], [0, 0]], [[1, 0], [0, 0]], [[1, 1], [0, 0]], [[1, 0], [1, 0]], [[1, 0], [0, 1]] })
            Answers(() => AssociationMeasures.All.Single(m => m.Id == id).Measure(ContingencyTable.Of(counts)));
    }

    [Theory]
    [MemberData(nameof(Cooccurrences))]
    public void Every_measure_of_co_occurrence_answers_any_counts(string id) => Gen.Select(Gen.Int[0, 9], Gen.Int[0, 9], Gen.Int[0, 20], Gen.Int[0, 30]).Sample((a, b, both, units) =>
        Answers(() => CooccurrenceMeasures.Find(id)!.Measure(new(a, b, both, units))));

    [Theory]
    [MemberData(nameof(Corrections))]
    public void Every_correction_answers_no_test_and_one_test_and_refuses_what_is_no_probability(string id)
    {
        var correct = MultipleTests.All.Single(m => m.Id == id).Correct;
        Assert.Empty(correct([]));
        Assert.Equal([.03], correct([.03]));
        Assert.Throws<ArgumentOutOfRangeException>(() => correct([.5, 1.2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => correct([double.NaN, .1]));
    }

    [Theory]
    [MemberData(nameof(LinkageIds))]
    public void Every_linkage_answers_no_item_one_item_and_equal_items(string id)
    {
        var linkage = Linkages.All.Single(m => m.Id == id);
        Assert.Empty(Clustering.Tree(Grid.Of([]), linkage).Fusions);
        Assert.Empty(Clustering.Tree(Grid.Of([[0]]), linkage).Fusions);
        Assert.All(Clustering.Tree(Grid.Of(4, 4, (_, _) => 0), linkage).Fusions, f => Assert.Equal(0, f.Height));
    }

    private static void Answers(Func<Estimate> measure)
    {
        var estimate = measure();
        Assert.True(estimate.Value is null != estimate.Reason is null, "A number or a reason, not both and not neither.");
        if (estimate.Value is { } v) Assert.True(double.IsFinite(v));
        if (estimate.Reason is { } reason) Assert.Contains(reason, Undefined.All);
        Assert.Equal(estimate, measure());
    }
}
