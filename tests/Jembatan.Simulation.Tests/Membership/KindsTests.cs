using Jembatan.Simulation.Engine;
using Jembatan.Simulation.Membership;
using Jembatan.Simulation.Population;

namespace Jembatan.Simulation.Tests.Membership;

/// <summary>Kinds of persons by what they are: their order, how they are cut and who else is there move nobody's luck.</summary>
public sealed class KindsTests
{
    private static readonly RunSettings Settings = new() { Months = 24, Seed = 8 };
    private static readonly PersonRow[] Kinds = [.. Models.Population.Rows.Select((row, i) => row with { IncomePerMonthRupiah = 1_000_000 + (150_000 * i) })]; // known, so that the spread of the unknown hangs on nobody
    private static readonly long[] Counts = [3_000, 3_000, 2_000, 2_000, 2_000, 1_000];

    private static Scenario Of(IEnumerable<int> kinds) => new(Models.Model() with { Population = PersonTable.OfKinds([.. kinds.Select(i => Kinds[i])], [.. kinds.Select(i => Counts[i])], "test") });

    private static string Hash(PersonTable table, long persons) => Models.Count(new(Models.Model() with { Population = table }), Settings with { Persons = persons }).HashText;

    [Theory]
    [InlineData(13_000)]
    [InlineData(4_321)]
    public void The_order_of_kinds_and_how_they_are_cut_change_no_bit(long persons)
    {
        var whole = PersonTable.OfKinds(Kinds, Counts, "test");
        var turned = PersonTable.OfKinds([.. Kinds.Reverse()], [.. Counts.Reverse()], "test");
        var cut = PersonTable.OfKinds([Kinds[2], .. Kinds, Kinds[0]], [500, 2_000, 3_000, 1_500, 2_000, 2_000, 1_000, 1_000], "test");
        Assert.Equal(Hash(whole, persons), Hash(turned, persons));
        Assert.Equal(Hash(whole, persons), Hash(cut, persons));
    }

    [Fact]
    public void Dropping_a_kind_leaves_everybody_else_with_the_same_life()
    {
        var (all, fewer) = (Of([0, 1, 2, 3, 4, 5]), Of([5, 4, 2, 1, 0]));
        var (before, after) = (Models.Histories(all, Settings with { Persons = 13_000 }), Models.Histories(fewer, Settings with { Persons = 11_000 }));
        var row = Settings.Months + 1;
        var kept = Enumerable.Range(0, 13_000).Where(p => all.Model.Population.Rows[all.Model.Population.RowOf(p)] != Kinds[3]).SelectMany(p => before[(p * row)..((p + 1) * row)]);
        Assert.Equal(after, kept);
    }
}
