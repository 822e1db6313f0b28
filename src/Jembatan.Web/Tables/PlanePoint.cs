namespace Jembatan.Web.Tables;

/// <summary>A point of a map.</summary>
/// <param name="Label">What stands beside it.</param>
/// <param name="IsColumn">Whether it is a value of the variable, not a code.</param>
public sealed record PlanePoint(string Label, double X, double Y, bool IsColumn = false);

/// <summary>Where the labels of a map's points are set so that few of them cover each other or a point.</summary>
internal static class PlaneLabels
{
    private const double High = 13, Gap = 7, MostCovered = .15;

    private readonly record struct Box(double Left, double Top, double Right, double Bottom)
    {
        public double Shared(Box other) =>
            Math.Max(0, Math.Min(Right, other.Right) - Math.Max(Left, other.Left)) * Math.Max(0, Math.Min(Bottom, other.Bottom) - Math.Max(Top, other.Top));
    }

    /// <summary>The left end and the baseline of each label; null for one that could not be read, since it would lie on others.</summary>
    /// <param name="points">Places of the points.</param>
    /// <param name="widths">Widths of their labels.</param>
    /// <param name="width">Width of the picture.</param>
    /// <param name="height">Its height.</param>
    public static IReadOnlyList<(double X, double Y)?> Place(IReadOnlyList<(double X, double Y)> points, IReadOnlyList<double> widths, double width, double height)
    {
        var taken = points.Select(p => new Box(p.X - 4, p.Y - 4, p.X + 4, p.Y + 4)).ToList();
        var places = new List<(double, double)?>();
        foreach (var (i, p) in points.Index())
        {
            var best = (Cost: double.PositiveInfinity, Box: default(Box));
            foreach (var (turn, box) in Around(p, widths[i]).Index())
            {
                var outside = box.Left < 0 || box.Right > width || box.Top < 0 || box.Bottom > height ? 1000 : 0;
                var cost = outside + taken.Where((_, k) => k != i).Sum(t => t.Shared(box)) + (.01 * turn);
                if (cost < best.Cost) best = (cost, box);
            }

            if (best.Cost > MostCovered * widths[i] * High)
            {
                places.Add(null);
                continue;
            }

            taken.Add(best.Box);
            places.Add((best.Box.Left, best.Box.Bottom - 3));
        }

        return places;
    }

    // Right, left, above, below, then the corners.
    private static IEnumerable<Box> Around((double X, double Y) p, double width)
    {
        foreach (var (x, y) in new (double, double)[] { (1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1) })
        {
            var left = x > 0 ? p.X + Gap : x < 0 ? p.X - Gap - width : p.X - (width / 2);
            var middle = p.Y + (y * (x == 0 ? Gap + (High / 2) : High));
            yield return new(left, middle - (High / 2), left + width, middle + (High / 2));
        }
    }
}
