namespace Jembatan.Statistics.Agreement;

/// <summary>The sums over units that coefficients are made of, for the sample or one resample of its patterns.</summary>
internal sealed class Tally
{
    private readonly double[] counts;

    public Tally(Patterns patterns, ReadOnlySpan<double> counts)
    {
        Patterns = patterns;
        this.counts = counts.ToArray();
        var q = patterns.Categories;
        (PairableMargins, ShareSums, CoderMargins) = (new double[q], new double[q], new double[patterns.Coders * q]);
        Recount();
    }

    public Patterns Patterns { get; }

    /// <summary>Units of each pattern.</summary>
    public ReadOnlySpan<double> Counts => counts;

    /// <summary>Units with a value.</summary>
    public double Units { get; private set; }

    /// <summary>Units with two or more values.</summary>
    public double PairableUnits { get; private set; }

    /// <summary>Values in units with two or more: n of α.</summary>
    public double PairableValues { get; private set; }

    /// <summary>Pairable values of each category: n_c of α.</summary>
    public double[] PairableMargins { get; }

    /// <summary>Σ over units of r_ik/r_i for each category.</summary>
    public double[] ShareSums { get; }

    /// <summary>Values of each coder in each category, coders × categories.</summary>
    public double[] CoderMargins { get; }

    /// <summary>π_k: mean over units with a value of the share of category k.</summary>
    public double[] Shares => [.. ShareSums.Select(s => s / Units)];

    /// <summary>Number of values of one coder.</summary>
    public double Of(int coder)
    {
        double sum = 0;
        foreach (var n in Margins(coder)) sum += n;
        return sum;
    }

    public ReadOnlySpan<double> Margins(int coder) => CoderMargins.AsSpan(coder * Patterns.Categories, Patterns.Categories);

    /// <summary>Takes other counts of the same patterns.</summary>
    public void Recount(ReadOnlySpan<double> next)
    {
        next.CopyTo(counts);
        Recount();
    }

    /// <summary>Adds units of one pattern, or takes them away.</summary>
    public void Add(int pattern, double units)
    {
        counts[pattern] += units;
        Sum(pattern, units);
    }

    private void Recount()
    {
        (Units, PairableUnits, PairableValues) = (0, 0, 0);
        Array.Clear(PairableMargins);
        Array.Clear(ShareSums);
        Array.Clear(CoderMargins);
        for (var p = 0; p < counts.Length; p++) if (counts[p] != 0) Sum(p, counts[p]);
    }

    private void Sum(int pattern, double units)
    {
        var size = Patterns.Sizes[pattern];
        if (size == 0) return;
        var q = Patterns.Categories;
        var codes = Patterns[pattern];
        var share = units / size;
        Units += units;
        if (size >= 2)
        {
            PairableUnits += units;
            PairableValues += units * size;
        }

        var pairable = size >= 2 ? units : 0;
        for (var g = 0; g < codes.Length; g++)
        {
            var code = codes[g];
            if (code < 0) continue;
            ShareSums[code] += share;
            PairableMargins[code] += pairable;
            CoderMargins[(g * q) + code] += units;
        }
    }
}
