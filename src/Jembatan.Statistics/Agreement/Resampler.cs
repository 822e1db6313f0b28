using Jembatan.Statistics.Random;

namespace Jembatan.Statistics.Agreement;

/// <summary>Draws as many units as there are, with replacement, and counts how many fall to each pattern.</summary>
internal sealed class Resampler
{
    private const int UnitsPerPattern = 8;
    private readonly double[] counts;
    private readonly int[]? patternOf; // pattern of each unit, when drawing unit by unit is cheaper

    public Resampler(Patterns patterns)
    {
        counts = patterns.Counts;
        Units = (long)patterns.Total;
        if (Units >= (long)UnitsPerPattern * Math.Max(1, counts.Length)) return;
        var of = new List<int>((int)Units);
        for (var p = 0; p < counts.Length; p++)
            for (var u = 0; u < counts[p]; u++) of.Add(p);
        patternOf = [.. of];
    }

    public long Units { get; }

    public void Fill(Span<double> resample, PhiloxStream stream)
    {
        resample.Clear();
        if (patternOf is not null)
        {
            for (var u = 0; u < patternOf.Length; u++) resample[patternOf[stream.NextBelow(patternOf.Length)]]++;
            return;
        }

        var (left, weight) = (Units, (double)Units);
        for (var p = 0; p < counts.Length && left > 0; p++)
        {
            var drawn = counts[p] >= weight ? left : Binomial.Next(stream, left, counts[p] / weight);
            resample[p] = drawn;
            left -= drawn;
            weight -= counts[p];
        }
    }
}
