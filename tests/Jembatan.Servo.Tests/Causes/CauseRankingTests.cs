using Jembatan.Core;
using Jembatan.Core.Qualitative;

namespace Jembatan.Servo.Tests.Causes;

public sealed class CauseRankingTests
{
    private static Id<Code> Code(int n) => Cases.Id<Code>(n);

    private static CodeUse Use(int code, int informant, InformantGroup? group = InformantGroup.Worker, int holding = 1, int contradicting = 0, int experience = 0) =>
        new(Code(code), Cases.Id<Informant>(informant), group, holding, contradicting, experience, 0, 0);

    // 1 FI ── 2 FI01, 3 FI02 ── 4 FI02a; 5 RS01
    private static readonly CauseCode[] Tree =
        [new(Code(1), "FI", null), new(Code(2), "FI01", Code(1)), new(Code(3), "FI02", Code(1)), new(Code(4), "FI02a", Code(3)), new(Code(5), "RS01", null)];

    [Fact]
    public void Descendants_roll_up_as_sets_not_sums()
    {
        // Informant 1 speaks of both children and the grandchild, informant 2 of the grandchild only.
        var rows = new CauseRanking(Tree, [Use(2, 1), Use(3, 1, holding: 2), Use(4, 1), Use(4, 2)]).Rows.ToDictionary(r => r.Label);
        Assert.Equal((2, 5), (rows["FI"].Informants, rows["FI"].Codings));
        Assert.Equal((2, 4), (rows["FI02"].Informants, rows["FI02"].Codings));
        Assert.Equal((2, 2), (rows["FI02a"].Informants, rows["FI02a"].Codings));
        Assert.Equal((1, 1), (rows["FI01"].Informants, rows["FI01"].Codings));
        Assert.DoesNotContain("RS01", rows.Keys);
    }

    [Fact]
    public void The_order_is_informants_then_groups_then_key()
    {
        var branch = InformantGroup.Branch;
        CauseCode[] flat = [.. new[] { "D", "C", "B", "A" }.Select((label, i) => new CauseCode(Code(i), label, null))];
        var ranking = new CauseRanking(flat,
        [
            Use(0, 1), Use(0, 2, branch),               // D: two informants, two groups
            Use(1, 1), Use(1, 3), Use(1, 1),            // C: two informants, one group
            Use(2, 1), Use(2, 3), Use(2, 3),            // B: the same
            Use(3, 1, holding: 40),                     // A: one informant who says it forty times
        ]);
        Assert.Equal(["D", "B", "C", "A"], ranking.Rows.Select(r => r.Label));
        Assert.Equal(40, ranking.Rows[3].Codings);
    }

    [Fact]
    public void Contradicting_informants_do_not_count_as_naming()
    {
        var ranking = new CauseRanking(Tree, [Use(5, 1, holding: 0, contradicting: 2), Use(5, 2, contradicting: 1), Use(2, 3, holding: 0, contradicting: 1)]);
        var row = ranking.Rows.Single(r => r.Label == "RS01");
        Assert.Equal((1, 2, 4), (row.Informants, row.Contradicting, row.Codings)); // informant 2 says both
        Assert.Equal([Code(5)], ranking.Named);
        Assert.Equal([("FI", 0, 1), ("FI01", 0, 1)], ranking.Rows.Skip(1).Select(r => (r.Label, r.Informants, r.Contradicting)));
    }

    [Fact]
    public void Groups_and_basis_are_counted()
    {
        var row = new CauseRanking(Tree,
        [
            new(Code(5), Cases.Id<Informant>(1), InformantGroup.Worker, 3, 1, 2, 1, 0),
            new(Code(5), Cases.Id<Informant>(2), InformantGroup.Branch, 1, 0, 0, 0, 1),
            new(Code(5), Cases.Id<Informant>(3), null, 1, 0, 0, 0, 0),
        ]).Rows[0];
        Assert.Equal([(InformantGroup.Branch, 1), (InformantGroup.Worker, 1)], row.Groups.Select(g => (g.Key, g.Value)));
        Assert.Equal((3, 1), (row.Informants, row.WithoutGroup));
        Assert.Equal(new BasisMix(2, 1, 1, 2), row.Basis); // 6 codings, 4 with a basis
    }

    [Fact]
    public void Codes_that_are_no_causes_hand_their_codings_up()
    {
        CauseCode[] codes = [new(Code(1), "FI", null), new(Code(2), "FIx", Code(1), IsCause: false)];
        Assert.Equal([("FI", 1)], new CauseRanking(codes, [Use(2, 1)]).Rows.Select(r => (r.Label, r.Informants)));
    }

    [Fact]
    public void A_circle_of_parents_and_a_parent_that_is_not_given_do_no_harm()
    {
        CauseCode[] codes = [new(Code(1), "A", Code(2)), new(Code(2), "B", Code(1)), new(Code(3), "C", Code(9))];
        Assert.Equal([("A", 1), ("B", 1), ("C", 1)], new CauseRanking(codes, [Use(1, 1), Use(3, 2), Use(8, 3)]).Rows.Select(r => (r.Label, r.Informants)));
    }

    [Fact]
    public void Nothing_coded_ranks_nothing()
    {
        Assert.Empty(new CauseRanking(Tree, []).Rows);
        Assert.Empty(new CauseRanking([], [Use(1, 1)]).Rows);
        Assert.Empty(new CauseRanking([], []).CoOccurring(Code(1), 5));
    }

    [Fact]
    public void Causes_that_the_same_informants_name_are_found()
    {
        // FI01: 1 2 3 · RS01: 2 3 4 5 → both 2, either 5; FI02 (through FI02a): 3 → both 1, either 3. FI is above FI01 and is left out.
        var ranking = new CauseRanking(Tree, [.. new[] { 1, 2, 3 }.Select(i => Use(2, i)), .. new[] { 2, 3, 4, 5 }.Select(i => Use(5, i)), Use(4, 3)]);
        var overlaps = ranking.CoOccurring(Code(2), 5);
        Assert.Equal([("RS01", 2), ("FI02", 1), ("FI02a", 1)], overlaps.Select(o => (o.Label, o.Informants)));
        Assert.Equal(2.0 / 5, overlaps[0].Jaccard, 12);
        Assert.Equal(1.0 / 3, overlaps[1].Jaccard, 12);
        Assert.Single(ranking.CoOccurring(Code(2), 1));
    }

    [Fact]
    public void Counts_agree_with_sets_made_the_slow_way() =>
        Gen.Select(Gen.Int[1, 5], Gen.Int[0, 150], Gen.Int[0, 2], Gen.Int[0, 1]).Array[0, 200].Sample(items =>
        {
            CodeUse[] uses = [.. items.Select(u => Use(u.Item1, u.Item2, (InformantGroup)(u.Item2 % 6), u.Item3, u.Item4))];
            var rows = new CauseRanking(Tree, uses).Rows.ToDictionary(r => r.Code);
            int[][] below = [[1, 2, 3, 4], [2], [3, 4], [4], [5]];
            foreach (var (i, members) in below.Index())
            {
                var own = uses.Where(u => members.Any(m => Code(m) == u.Code)).ToList();
                if (own.Sum(u => u.Holding + u.Contradicting) == 0) continue;
                var row = rows[Code(i + 1)];
                Assert.Equal(own.Where(u => u.Holding > 0).Select(u => u.Informant).Distinct().Count(), row.Informants);
                Assert.Equal(own.Where(u => u.Contradicting > 0).Select(u => u.Informant).Distinct().Count(), row.Contradicting);
                Assert.Equal(row.Informants, row.Groups.Values.Sum());
            }
        });

    [Fact]
    public void The_order_of_rows_given_changes_nothing() =>
        Gen.Select(Gen.Int[1, 5], Gen.Int[0, 20]).Array[0, 60].Sample(items =>
        {
            CodeUse[] uses = [.. items.Select(u => Use(u.Item1, u.Item2, (InformantGroup)(u.Item2 % 6)))];
            static IEnumerable<object> Told(CauseRanking r) => r.Rows.Select(x => (object)(x.Label, x.Informants, x.Codings, string.Join(' ', x.Groups)));
            Assert.Equal(Told(new(Tree, uses)), Told(new([.. Tree.Reverse()], [.. uses.Reverse()])));
        });
}
