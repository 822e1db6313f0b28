namespace Jembatan.Statistics.Agreement;

/// <summary>Two coders on the units that both valued: observed agreement and each coder's own distribution.</summary>
internal sealed class CoderPair
{
    private readonly Patterns patterns;
    private readonly CategoryWeights weights;
    private readonly int first;
    private readonly int second;

    private CoderPair(Tally tally, CategoryWeights weights, int first, int second)
    {
        (patterns, this.weights, this.first, this.second) = (tally.Patterns, weights, first, second);
        (Rows, Columns) = (new double[patterns.Categories], new double[patterns.Categories]);
        double agreeing = 0;
        for (var p = 0; p < patterns.Length; p++)
        {
            var units = tally.Counts[p];
            if (units == 0 || !Both(p)) continue;
            var (k, l) = Values(p);
            Units += units;
            Rows[k] += units;
            Columns[l] += units;
            agreeing += units * weights.Between(k, l);
        }

        Observed = agreeing / Units;
        for (var k = 0; k < Rows.Length; k++) (Rows[k], Columns[k]) = (Rows[k] / Units, Columns[k] / Units);
    }

    public double Units { get; }

    public double Observed { get; }

    /// <summary>Shares of the first coder.</summary>
    public double[] Rows { get; }

    /// <summary>Shares of the second coder.</summary>
    public double[] Columns { get; }

    public static CoderPair Of(Tally tally, CategoryWeights weights, int first = 0, int second = 1) => new(tally, weights, first, second);

    /// <summary>Pulls of the patterns, given the mean chance agreement of a value of either coder.</summary>
    public double[] Pull(Coefficient coefficient, ReadOnlySpan<double> ofRow, ReadOnlySpan<double> ofColumn)
    {
        var (value, pe) = (coefficient.Value, coefficient.Expected!.Value);
        var pull = new double[patterns.Length];
        for (var p = 0; p < pull.Length; p++)
        {
            if (!Both(p)) continue;
            var (k, l) = Values(p);
            var chance = (ofRow[k] + ofColumn[l]) / 2;
            pull[p] = ((weights.Between(k, l) - pe - (2 * (1 - value) * (chance - pe))) / (1 - pe)) - value;
        }

        return pull;
    }

    /// <summary>Observed and expected agreement without one unit of a pattern, each coder keeping a distribution of their own; null where nothing is left.</summary>
    /// <remarks>With N units, R and C the coders' numbers of values: RᵀWC loses (WC)_k + (WᵀR)_l − w_kl, so each unit costs the same however many categories there are.</remarks>
    public Func<int, (double Observed, double Expected)?> WithoutOne(double expected)
    {
        var (ofRow, ofColumn) = (weights.Applied(Columns), weights.Applied(Rows));
        return p =>
        {
            if (!Both(p)) return (Observed, expected);
            var (k, l) = Values(p);
            var (left, weight) = (Units - 1, weights.Between(k, l));
            if (left == 0) return null;
            var chance = (Units * Units * expected) - (Units * (ofRow[k] + ofColumn[l])) + weight;
            return (((Units * Observed) - weight) / left, chance / (left * left));
        };
    }

    private bool Both(int pattern) => patterns.Codes[(pattern * patterns.Coders) + first] >= 0 && patterns.Codes[(pattern * patterns.Coders) + second] >= 0;

    private (int Row, int Column) Values(int pattern) => (patterns.Codes[(pattern * patterns.Coders) + first], patterns.Codes[(pattern * patterns.Coders) + second]);
}
