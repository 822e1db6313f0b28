using System.Globalization;
using Jembatan.Statistics.Agreement;
using Jembatan.Statistics.Random;
using Jembatan.Statistics.Unitizing;

namespace Jembatan.Benchmarks.Cases;

/// <summary>Agreement on 100,000 units × 5 coders × 5 values with a tenth missing, and two coders' 100,000 sections each; the plain loop beside it is the limit in the same run.</summary>
internal static class AgreementCases
{
    private const int Units = 100_000;
    private const int Coders = 5;
    private const int Values = 5;
    private const int Sections = 100_000;

    private static readonly IReadOnlyList<AgreementMeasure> Six =
        [new KrippendorffAlpha(), new FleissKappa(), new CongerKappa(), new GwetAc1(), new BrennanPrediger(), new PercentAgreement()];

    public static IReadOnlyList<Case> All { get; } =
    [
        new("agreement", "plain loop over units for α alone (the limit)", null, 20, (_, _, _) => Once(Matrix, m => $"alpha {Shown(PlainAlpha(m))}")),
        new("agreement", "six coefficients together from a loaded matrix, 100,000 × 5", 3, 50, (_, _, _) => Once(Matrix, m => AllSix(m, new AgreementSettings { Interval = IntervalMethod.None }))),
        new("agreement", "the same with 1,000 resamples of units", 1000, 3, (_, _, _) => Once(Matrix, m => AllSix(m, new AgreementSettings()))),
        new("agreement", "u-alpha of two coders with 100,000 sections each", 100, 20, (_, _, _) => Once(
            Continua, d => "u-alpha " + Shown(UnitizingReliability.Estimate(d, [new UAlpha()], new AgreementSettings { Interval = IntervalMethod.None }, CancellationToken.None)[0].Value!.Value))),
    ];

    private static Task<Prepared> Once<T>(Func<T> make, Func<T, string> measure)
    {
        var made = make();
        return Task.FromResult(new Prepared(_ => Task.FromResult(new Outcome(measure(made)))));
    }

    private static string AllSix(byte[][] matrix, AgreementSettings settings)
    {
        var data = ReliabilityData.OfCodes(["a", "b", "c", "d", "e"], ["1", "2", "3", "4", "5"], matrix);
        var estimates = Reliability.Estimate(data, Six, settings, CancellationToken.None);
        return string.Join(' ', estimates.Take(2).Select(e => $"{e.Measure} {Shown(e.Value!.Value)}")) + (estimates[0].Low is { } low ? $" [{Shown(low)}, {Shown(estimates[0].High!.Value)}]" : "");
    }

    // Counts every ordered pair of every unit, as a scalar loop in C would.
    private static double PlainAlpha(byte[][] matrix)
    {
        var coincidences = new double[Values * Values];
        Span<int> given = stackalloc int[Coders];
        for (var u = 0; u < Units; u++)
        {
            var m = 0;
            for (var g = 0; g < Coders; g++) if (matrix[g][u] != ReliabilityData.Missing) given[m++] = matrix[g][u];
            if (m < 2) continue;
            var worth = 1.0 / (m - 1);
            for (var i = 0; i < m; i++)
                for (var j = 0; j < m; j++) if (i != j) coincidences[(given[i] * Values) + given[j]] += worth;
        }

        double n = 0, observed = 0, expected = 0;
        Span<double> margins = stackalloc double[Values];
        for (var c = 0; c < Values; c++)
            for (var k = 0; k < Values; k++) margins[c] += coincidences[(c * Values) + k];
        foreach (var margin in margins) n += margin;
        for (var c = 0; c < Values; c++)
        {
            for (var k = 0; k < Values; k++)
            {
                if (c == k) continue;
                observed += coincidences[(c * Values) + k];
                expected += margins[c] * margins[k];
            }
        }

        return 1 - ((n - 1) * observed / expected);
    }

    private static byte[][] Matrix()
    {
        var stream = new PhiloxStream(1, "benchmarks/agreement", 0);
        var matrix = Enumerable.Range(0, Coders).Select(_ => new byte[Units]).ToArray();
        for (var u = 0; u < Units; u++)
        {
            var truth = stream.NextBelow(Values);
            for (var g = 0; g < Coders; g++)
            {
                var value = stream.NextUniform() < .8 ? truth : stream.NextBelow(Values);
                matrix[g][u] = stream.NextUniform() < .1 ? ReliabilityData.Missing : (byte)value;
            }
        }

        return matrix;
    }

    private static UnitizingData Continua()
    {
        var stream = new PhiloxStream(1, "benchmarks/unitizing", 0);
        var byCoder = new List<IReadOnlyList<Section>>();
        long length = 0;
        for (var g = 0; g < 2; g++)
        {
            var sections = new Section[Sections];
            long at = 0;
            for (var s = 0; s < Sections; s++)
            {
                at += stream.NextBelow(40);
                sections[s] = new(at, at + 1 + stream.NextBelow(80), stream.NextBelow(10));
                at = sections[s].End;
            }

            length = Math.Max(length, at);
            byCoder.Add(sections);
        }

        return new(["a", "b"], [.. Enumerable.Range(0, 10).Select(i => $"k{i}")], [new Continuum("text", length, byCoder)]);
    }

    private static string Shown(double value) => value.ToString("0.000000", CultureInfo.InvariantCulture);
}
