using Jembatan.Web.Tables;

namespace Jembatan.Web.Tests.Tables;

public sealed class PlaneLabelsTests
{
    [Fact]
    public void A_label_stands_to_the_right_of_a_point_that_is_alone_and_to_the_left_at_the_right_edge()
    {
        var places = PlaneLabels.Place([(100, 100), (635, 100)], [40, 40], 640, 440);
        Assert.True(places[0]!.Value.X > 100);
        Assert.True(places[1]!.Value.X + 40 < 635);
    }

    [Fact]
    public void Names_do_not_cover_each_other_and_those_without_room_are_left_out()
    {
        const int points = 60;
        (double X, double Y)[] at = [.. Enumerable.Range(0, points).Select(i => (300 + (i % 8 * 9.0), 200 + (i / 8 * 9.0)))];
        var places = PlaneLabels.Place(at, [.. Enumerable.Repeat(30.0, points)], 640, 440);
        var kept = places.OfType<(double X, double Y)>().ToList();
        Assert.InRange(kept.Count, 4, points - 1);
        foreach (var (i, a) in kept.Index())
            foreach (var b in kept.Skip(i + 1))
                Assert.True(Math.Max(0, 30 - Math.Abs(a.X - b.X)) * Math.Max(0, 13 - Math.Abs(a.Y - b.Y)) <= .15 * 30 * 13, $"{a} and {b} cover each other.");
    }
}
