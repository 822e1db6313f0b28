using System.Globalization;
using Jembatan.Statistics.Agreement;
using Jembatan.Statistics.Random;

namespace Jembatan.Statistics.Tests.Agreement;

internal static class SomeData
{
    public static ReliabilityData Rows(int coders, params string?[][] rows) => ReliabilityData.OfRows([.. Enumerable.Range(1, coders).Select(i => $"coder {i}")], rows);

    /// <summary>Values 1 to q; coders follow a common value three times out of four.</summary>
    public static string?[][] Values(ulong seed, int coders, int units, int categories, double missing)
    {
        var stream = new PhiloxStream(seed, "tests/reliability", 0);
        var rows = new string?[units][];
        for (var u = 0; u < units; u++)
        {
            var truth = stream.NextBelow(categories);
            rows[u] = new string?[coders];
            for (var g = 0; g < coders; g++)
            {
                var value = stream.NextUniform() < .75 ? truth : stream.NextBelow(categories);
                rows[u][g] = stream.NextUniform() < missing ? null : (value + 1).ToString(CultureInfo.InvariantCulture);
            }
        }

        return rows;
    }

    public static ReliabilityData Drawn(ulong seed, int coders, int units, int categories, double missing) => Rows(coders, Values(seed, coders, units, categories, missing));

    public static AgreementEstimate Of(ReliabilityData data, string id, AgreementSettings? settings = null) =>
        Reliability.Estimate(data, [AgreementMeasures.Find(id)!], settings ?? new AgreementSettings { Interval = IntervalMethod.None }, CancellationToken.None).Single();

    /// <summary>Both defined and equal within rounding, or both undefined.</summary>
    public static void Same(double? first, double? second, double tolerance = 1e-10)
    {
        Assert.Equal(first is null, second is null);
        if (first is { } a && second is { } b) Assert.InRange(a - b, -tolerance, tolerance);
    }
}
