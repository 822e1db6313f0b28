using Jembatan.Statistics.Agreement;

namespace Jembatan.Statistics.Unitizing;

/// <summary>A coefficient of agreement in cutting continua into sections; one file each, listed in <see cref="UnitizingMeasures"/>.</summary>
public abstract class UnitizingMeasure
{
    private protected UnitizingMeasure() { }

    /// <summary>What is typed, such as <c>u-alpha</c>.</summary>
    public abstract string Id { get; }

    /// <summary>Its name as papers write it.</summary>
    public abstract string Name { get; }

    /// <summary>Where it was published.</summary>
    public virtual string Source => "Krippendorff, Mathet, Bouvry and Widlöcher (2016), Quality & Quantity 50:2347–2364, with erratum";

    /// <summary>Whether there is one estimate for each category.</summary>
    public virtual bool IsByCategory => false;

    /// <summary>Whether it takes a level of measurement; others are nominal.</summary>
    public virtual bool TakesLevel => false;

    /// <summary>The coefficient of summed intersections; the category matters only where <see cref="IsByCategory"/>.</summary>
    internal abstract Coefficient Measure(Intersections sums, CategoryWeights weights, int category);

    /// <summary>Share of the continuum or category that enters.</summary>
    internal virtual double Coverage(Intersections sums, int category) => 1;

    private protected static Coefficient Corrected(double observed, double expected) =>
        1 - expected < 1e-12 ? Coefficient.None(Undefined.NoVariation) : new(Coefficient.Exact((observed - expected) / (1 - expected), observed, expected, 1), observed, expected, null);

    /// <summary>Expected lengths e_ck of the valued sections' matrix, divided by their total: n, n_c and Σ S′.</summary>
    private protected static (double Total, double[] Margins, double Self) Valued(Intersections sums)
    {
        double[] margins = [.. Enumerable.Range(0, sums.Lengths.Length).Select(sums.ValuedOf)];
        return (margins.Sum(), margins, sums.IntersectedSquares.Sum());
    }
}
