namespace Jembatan.Statistics.Agreement;

/// <summary>How much each pair of categories agrees: w = 1 − d/max d for the difference d of a level or a weight scheme.</summary>
internal sealed class CategoryWeights
{
    private const int DenseUpTo = 256;
    private readonly Func<int, int, double> difference;
    private readonly double scale;
    private readonly Lazy<double> total;
    private readonly double[]? dense;
    private readonly double[]? squared; // positions whose squared distance is the difference, centred
    private readonly DifferenceSum? rows;   // sums of differences where no closed form is quicker
    private readonly RememberedSums? remembered;

    private CategoryWeights(int categories, Func<int, int, double> difference, double[]? squared = null, double? greatest = null, DifferenceSum? rows = null)
    {
        Categories = categories;
        total = new(SumOfAll);
        this.difference = difference;
        this.squared = squared;
        this.rows = rows;
        if (greatest is null)
        {
            double most = 0;
            for (var k = 0; k < categories; k++)
                for (var l = 0; l < k; l++) most = Math.Max(most, difference(k, l));
            greatest = most;
        }

        scale = greatest > 0 ? 1 / greatest.Value : 0;
        if (categories > DenseUpTo) return;
        var all = new double[categories * categories];
        for (var k = 0; k < categories; k++)
            for (var l = 0; l < categories; l++) all[(k * categories) + l] = k == l ? 1 : 1 - (difference(k, l) * scale);
        dense = all;
    }

    private CategoryWeights(CategoryWeights of)
    {
        (Categories, difference, scale, total, dense, squared, rows) = (of.Categories, of.difference, of.scale, of.total, of.dense, of.squared, of.rows);
        remembered = new(of);
    }

    private CategoryWeights(int categories) => (Categories, IsIdentity, difference, total) = (categories, true, (k, l) => k == l ? 0 : 1, new(() => categories));

    public int Categories { get; }

    public bool IsIdentity { get; }

    /// <summary>Whether sums are found from those of vectors met before.</summary>
    public bool IsRemembering => remembered is not null;

    /// <summary>Σ w over all pairs of categories.</summary>
    public double Total => total.Value;

    /// <summary>The same weights for one thread that asks for sums of many vectors that differ little; themselves where every sum is quick.</summary>
    public CategoryWeights Remembering() => IsIdentity || dense is not null || squared is not null || rows is null or { IsQuick: true } ? this : new(this);

    public static CategoryWeights Identity(int categories) => new(categories);

    /// <summary>The weights of a scheme over the positions of the categories.</summary>
    public static CategoryWeights Of(WeightScheme scheme, IReadOnlyList<double> positions)
    {
        if (scheme == WeightScheme.Identity || positions.Count < 2) return new(positions.Count);
        var unit = UnitOf(positions);
        double[] x = [.. positions.Select(v => v * unit)];
        var (low, high) = (x.Min(), x.Max());
        return scheme switch
        {
            WeightScheme.Linear => new(x.Length, (k, l) => Math.Abs(x[k] - x[l]), greatest: high - low, rows: DifferenceSum.Linear(x)),
            WeightScheme.Quadratic => Squared(x),
            WeightScheme.Radical => new(x.Length, (k, l) => Math.Sqrt(Math.Abs(x[k] - x[l])), greatest: Math.Sqrt(high - low), rows: DifferenceSum.Radical(x)),
            WeightScheme.Ordinal => new(x.Length, (k, l) => Math.Abs(k - l) * (Math.Abs(k - l) + 1.0) / 2, rows: DifferenceSum.Steps(x.Length)),
            WeightScheme.Ratio => new(x.Length, (k, l) => Relative(x[k], x[l]), rows: DifferenceSum.Ratio(x)),
            WeightScheme.Circular => new(x.Length, (k, l) => Sine(x[k] - x[l], high - low + unit), rows: DifferenceSum.Circular(x, high - low + unit)),
            WeightScheme.Bipolar => new(x.Length, (k, l) => Polar(x[k], x[l], low, high), rows: DifferenceSum.Bipolar(x, low, high)),
            _ => throw new ArgumentOutOfRangeException(nameof(scheme), scheme, null),
        };
    }

    /// <summary>The weights of a level; ordinal ones depend on how often each value occurs.</summary>
    public static CategoryWeights Of(MeasurementLevel level, ReliabilityData data, ReadOnlySpan<double> occurrences)
    {
        if (level.Kind == LevelKind.Nominal || data.Categories.Count < 2) return new(data.Categories.Count);
        if (level.Kind == LevelKind.Ordinal) return Squared(MiddleRanks(occurrences));
        var unit = level.Kind == LevelKind.Circular ? 1 : UnitOf([.. data.Numbers!, level.Low, level.High]);
        double[] x = [.. data.Numbers!.Select(v => level.Kind == LevelKind.Circular ? v % level.Low : v * unit)];
        var (low, high) = (level.Low * unit, level.High * unit);
        return level.Kind switch
        {
            LevelKind.Interval => Squared(x),
            LevelKind.Ratio => new(x.Length, (k, l) => Relative(x[k], x[l]), rows: DifferenceSum.Ratio(x)),
            LevelKind.Circular => new(x.Length, (k, l) => Sine(x[k] - x[l], level.Low), rows: DifferenceSum.Circular(x, level.Low)),
            LevelKind.Bipolar => new(x.Length, (k, l) => Polar(x[k], x[l], low, high), rows: DifferenceSum.Bipolar(x, low, high)),
            _ => throw new ArgumentOutOfRangeException(nameof(level), level, null),
        };
    }

    public double Between(int k, int l) =>
        IsIdentity ? (k == l ? 1 : 0)
        : dense is not null ? dense[(k * Categories) + l]
        : k == l ? 1 : 1 - (difference(k, l) * scale);

    /// <summary>Σ over k, l of a_k · w_kl · b_l.</summary>
    public double Sum(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        if (IsIdentity)
        {
            for (var k = 0; k < a.Length; k++) sum += a[k] * b[k];
            return sum;
        }

        if (dense is null && squared is not null)
        {
            double a0 = 0, a1 = 0, a2 = 0, b0 = 0, b1 = 0, b2 = 0;
            for (var k = 0; k < a.Length; k++)
            {
                var x = squared[k];
                (a0, a1, a2, b0, b1, b2) = (a0 + a[k], a1 + (a[k] * x), a2 + (a[k] * x * x), b0 + b[k], b1 + (b[k] * x), b2 + (b[k] * x * x));
            }

            return (a0 * b0) - (scale * ((a2 * b0) + (a0 * b2) - (2 * a1 * b1)));
        }

        if (remembered?.Of(a, b) is { } known) return known;
        if (dense is null && rows is not null)
        {
            double a0 = 0, b0 = 0;
            for (var k = 0; k < a.Length; k++) (a0, b0) = (a0 + a[k], b0 + b[k]);
            return (a0 * b0) - (scale * rows.Of(a, b));
        }

        for (var k = 0; k < a.Length; k++)
        {
            if (a[k] == 0) continue;
            double row = 0;
            for (var l = 0; l < b.Length; l++) if (b[l] != 0) row += Between(k, l) * b[l];
            sum += a[k] * row;
        }

        return sum;
    }

    /// <summary>Σ over l of w_kl · a_l, for every k.</summary>
    public double[] Applied(ReadOnlySpan<double> a)
    {
        if (IsIdentity) return a.ToArray();
        var result = new double[a.Length];
        for (var k = 0; k < a.Length; k++)
            for (var l = 0; l < a.Length; l++) if (a[l] != 0) result[k] += Between(k, l) * a[l];
        return result;
    }

    /// <summary>Σ of w over the ordered pairs of different coders in one unit; missing values are negative.</summary>
    public double Pairs(ReadOnlySpan<int> codes)
    {
        double sum = 0;
        for (var i = 1; i < codes.Length; i++)
        {
            if (codes[i] < 0) continue;
            for (var j = 0; j < i; j++) if (codes[j] >= 0) sum += Between(codes[i], codes[j]);
        }

        return 2 * sum;
    }

    private double SumOfAll()
    {
        double sum = 0;
        for (var k = 0; k < Categories; k++)
            for (var l = 0; l < Categories; l++) sum += Between(k, l);
        return sum;
    }

    // Weights do not depend on the unit of the values. Only where their squares would not fit into a number they are told in another, a power of two, which loses nothing.
    private static double UnitOf(IEnumerable<double> values)
    {
        const int Fitting = 400;
        var greatest = values.Max(Math.Abs);
        return greatest == 0 || Math.ILogB(greatest) is > -Fitting and < Fitting ? 1 : Math.ScaleB(1, -Math.Clamp(Math.ILogB(greatest), -1000, 1000));
    }

    private static CategoryWeights Squared(double[] x)
    {
        var (low, high) = (x.Min(), x.Max());
        var middle = low + ((high - low) / 2);
        return new(x.Length, (k, l) => (x[k] - x[l]) * (x[k] - x[l]), [.. x.Select(v => v - middle)], (high - low) * (high - low));
    }

    // The middle rank of a value is the number of values before it plus half of its own: the distance of two is δ of the ordinal level.
    private static double[] MiddleRanks(ReadOnlySpan<double> occurrences)
    {
        var ranks = new double[occurrences.Length];
        double before = 0;
        for (var k = 0; k < ranks.Length; k++)
        {
            ranks[k] = before + (occurrences[k] / 2);
            before += occurrences[k];
        }

        // Values that do not occur at either end change nothing, not even the scale.
        var (first, last) = (occurrences.IndexOfAnyExcept(0), occurrences.LastIndexOfAnyExcept(0));
        if (first < 0) return ranks;
        ranks.AsSpan(0, first).Fill(ranks[first]);
        ranks.AsSpan(last).Fill(ranks[last]);
        return ranks;
    }

    private static double Relative(double a, double b) => a + b == 0 ? 0 : (a - b) / (a + b) * ((a - b) / (a + b));

    private static double Sine(double distance, double circumference)
    {
        var s = Math.Sin(Math.PI * distance / circumference);
        return s * s;
    }

    private static double Polar(double a, double b, double low, double high) =>
        a == b ? 0 : (a - b) * (a - b) / ((a + b - (2 * low)) * ((2 * high) - a - b));
}
