using Jembatan.Statistics.Tables;

namespace Jembatan.Statistics.Tests.Tables;

public sealed class CooccurrenceTests
{
    private static Gen<Stretch[]> Stretches { get; } = Gen.Select(Gen.Int[0, 2], Gen.Int[0, 40], Gen.Int[1, 15], Gen.Int[0, 4])
        .Select((continuum, start, length, code) => new Stretch(continuum, start, start + length, code)).Array[0, 40];

    [Fact]
    public void The_sweep_finds_what_comparing_every_pair_finds() => Gen.Select(Stretches, Gen.Int[-1, 6]).Sample((stretches, apart) =>
    {
        var counts = Cooccurrence.Near(stretches, 5, apart < 0 ? null : apart);
        bool Meet(Stretch x, Stretch y) => x.Continuum == y.Continuum && (apart < 0
            ? x.Start < y.End && y.Start < x.End
            : Math.Max(x.Start, y.Start) - Math.Min(x.End, y.End) <= apart);
        for (var a = 0; a < 5; a++)
        {
            Assert.Equal(stretches.Count(s => s.Code == a), counts.Occurrences[a]);
            for (var b = 0; b < 5; b++)
            {
                if (a == b) continue;
                var met = stretches.Where(x => x.Code == a).Select(x => stretches.Count(y => y.Code == b && Meet(x, y))).ToArray();
                Assert.Equal(met.Sum(), counts.Both(a, b));
                Assert.Equal(met.Count(m => m > 0), counts.Touching(a, b));
                Assert.Equal(met.Append(0).Max(), counts.Most(a, b));
            }
        }
    });

    [Fact]
    public void Many_codes_give_the_same_as_few()
    {
        // The codes lie far apart among 300: counts must land in the right lanes of the vectors.
        int[] place = [0, 7, 130, 255, 299];
        Stretches.Sample(stretches =>
        {
            var few = Cooccurrence.Near(stretches, 5, null);
            var many = Cooccurrence.Near(stretches.Select(s => s with { Code = place[s.Code] }).ToArray(), 300, null);
            for (var a = 0; a < 5; a++)
                for (var b = 0; b < 5; b++) Assert.Equal((few.Both(a, b), few.Most(a, b), few.Touching(a, b)), (many.Both(place[a], place[b]), many.Most(place[a], place[b]), many.Touching(place[a], place[b])));
        }, iter: 50);
    }

    [Fact]
    public void Shared_text_counts_each_position_once() => Stretches.Sample(stretches =>
    {
        var counts = Cooccurrence.SharedText(stretches, 5, 300);
        HashSet<(int, int)> Covered(int code) => [.. stretches.Where(s => s.Code == code).SelectMany(s => Enumerable.Range(s.Start, s.End - s.Start).Select(p => (s.Continuum, p)))];
        for (var a = 0; a < 5; a++)
        {
            Assert.Equal(Covered(a).Count, counts.Occurrences[a]);
            for (var b = 0; b < 5; b++)
                if (a != b) Assert.Equal(Covered(a).Intersect(Covered(b)).Count(), counts.Both(a, b));
        }
    });

    [Fact]
    public void Units_hold_what_counting_sets_gives() => Gen.Select(Gen.Int[0, 20], Gen.Int[0, 4]).Select((u, c) => new UnitCode(u, c)).Array[0, 60].Sample(members =>
    {
        var counts = Cooccurrence.Together(members, 5, 21);
        HashSet<int> Units(int code) => [.. members.Where(m => m.Code == code).Select(m => m.Unit)];
        for (var a = 0; a < 5; a++)
        {
            Assert.Equal(Units(a).Count, counts.Occurrences[a]);
            for (var b = 0; b < 5; b++)
                if (a != b) Assert.Equal(Units(a).Intersect(Units(b)).Count(), counts.Both(a, b));
        }

        Assert.Equal(21, counts.Units);
    });

    [Fact]
    public void Stretches_that_only_touch_do_not_overlap_but_lie_no_position_apart()
    {
        Stretch[] stretches = [new(0, 0, 5, 0), new(0, 5, 9, 1)];
        Assert.Equal(0, Cooccurrence.Near(stretches, 2, null).Both(0, 1));
        Assert.Equal(1, Cooccurrence.Near(stretches, 2, 0).Both(0, 1));
        Assert.Equal(0, Cooccurrence.Near([stretches[0], stretches[1] with { Start = 6 }], 2, 0).Both(0, 1));
        Assert.Equal(1, Cooccurrence.Near([stretches[0], stretches[1] with { Start = 6 }], 2, 1).Both(0, 1));
    }

    [Fact]
    public void One_long_passage_over_many_short_ones_is_flagged()
    {
        Stretch[] stretches = [new(0, 0, 100, 0), new(0, 200, 210, 0), new(0, 300, 310, 0), .. Enumerable.Range(0, 5).Select(i => new Stretch(0, i * 10, (i * 10) + 5, 1))];
        var counts = Cooccurrence.Near(stretches, 2, null);
        Assert.Equal(5, counts.Both(0, 1));
        Assert.True(counts.IsDistorted(0, 1) && counts.IsDistorted(1, 0));

        Stretch[] fair = [.. Enumerable.Range(0, 5).SelectMany(i => new[] { new Stretch(0, i * 10, (i * 10) + 5, 0), new Stretch(0, (i * 10) + 2, (i * 10) + 7, 1) })];
        Assert.False(Cooccurrence.Near(fair, 2, null).IsDistorted(0, 1));
    }

    [Fact]
    public void Counts_beyond_thirty_two_bits_are_kept()
    {
        // 60,000 codings of each of two codes on the same words: 3.6 thousand million pairs.
        var stretches = Enumerable.Range(0, 120_000).Select(i => new Stretch(0, 0, 10, i % 2)).ToArray();
        Assert.Equal(60_000L * 60_000, Cooccurrence.Near(stretches, 2, null).Both(0, 1));
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Cooccurrence.Near([new(0, 5, 5, 0)], 1, null));
        Assert.Throws<ArgumentException>(() => Cooccurrence.Near([new(0, 6, 5, 0)], 1, null));
        Assert.Throws<ArgumentException>(() => Cooccurrence.Near([new(0, 0, 5, 1)], 1, null));
        Assert.Throws<ArgumentOutOfRangeException>(() => Cooccurrence.Near([], Cooccurrence.MaxCodes + 1, null));
        Assert.Throws<ArgumentException>(() => Cooccurrence.Together([new(1, 0), new(2, 0)], 1, 1));
        Assert.Equal(0, Cooccurrence.Near([], 0, null).Codes);
    }
}
