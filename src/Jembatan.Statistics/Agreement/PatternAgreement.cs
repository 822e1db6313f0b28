namespace Jembatan.Statistics.Agreement;

/// <summary>How far each pattern agrees within itself under given weights.</summary>
internal sealed class PatternAgreement
{
    public PatternAgreement(Patterns patterns, CategoryWeights weights)
    {
        Weights = weights;
        (PerPair, PerValue, DisagreementPerValue) = (new double[patterns.Length], new double[patterns.Length], new double[patterns.Length]);
        for (var p = 0; p < patterns.Length; p++)
        {
            var size = patterns.Sizes[p];
            if (size < 2) continue;
            var pairs = weights.Pairs(patterns[p]);
            PerPair[p] = pairs / ((double)size * (size - 1));
            PerValue[p] = pairs / (size - 1);
            DisagreementPerValue[p] = (((double)size * (size - 1)) - pairs) / (size - 1);
        }
    }

    private PatternAgreement(PatternAgreement of, CategoryWeights weights) =>
        (Weights, PerPair, PerValue, DisagreementPerValue) = (weights, of.PerPair, of.PerValue, of.DisagreementPerValue);

    public CategoryWeights Weights { get; }

    /// <summary>The same for one thread that asks again and again for margins that differ little.</summary>
    public PatternAgreement Remembering() => new(this, Weights.Remembering());

    /// <summary>T_w: Σ w over all pairs of categories.</summary>
    public double TotalWeight => Weights.Total;

    /// <summary>Σ_k r_k (r*_k − 1) / (r(r − 1)): mean agreement of the pairs; 0 below two values.</summary>
    public double[] PerPair { get; }

    /// <summary>Σ_k r_k (r*_k − 1) / (r − 1): what the unit adds to the diagonal of the coincidences; 0 below two values.</summary>
    public double[] PerValue { get; }

    /// <summary>What the unit adds beside the diagonal, r minus <see cref="PerValue"/>: kept apart, since where nearly all agree the difference of two sums would lose its digits.</summary>
    public double[] DisagreementPerValue { get; }

    /// <summary>pa: mean agreement over units with two or more values.</summary>
    public double Observed(Tally tally) => Dot(tally.Counts, PerPair) / tally.PairableUnits;

    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        for (var i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }
}
