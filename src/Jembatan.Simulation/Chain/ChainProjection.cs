using Jembatan.Simulation.Engine;
using Jembatan.Simulation.Outputs;

namespace Jembatan.Simulation.Chain;

/// <summary>What the counts of a chain say.</summary>
public static class ChainProjection
{
    /// <summary>Name of the one indicator of a chain: the share in its covered states.</summary>
    public const string ActiveCoverage = "activeCoverage";

    /// <summary>The projection of counted persons.</summary>
    /// <param name="model">The chain.</param>
    /// <param name="replicates">One tally a repetition, at least one.</param>
    /// <param name="persons">Persons of one repetition.</param>
    public static Projection Of(ChainModel model, IReadOnlyList<Tally> replicates, long persons)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(replicates);
        var counts = replicates.Select(r => r.Parts[ChainMicro.StatesPart]).ToList();
        var states = model.States.Length;
        var months = (counts[0].Length / states) - 1;
        double Share(long[] tally, int month, int state) => tally[(month * states) + state] / (double)persons;
        var shares = Enumerable.Range(0, months + 1).Select(t => Enumerable.Range(0, states).Select(s => counts.Average(c => Share(c, t, s))).ToArray()).ToList();
        var bands = model.Covered is not { } covered ? [] : Enumerable.Range(0, months + 1).Select(t => counts.Count == 1
            ? Bands.OfShare(t, ActiveCoverage, covered.Sum(s => shares[t][s]), persons)
            : Bands.Of(t, ActiveCoverage, [.. counts.Select(c => covered.Sum(s => Share(c, t, s)))], "replicates")).ToList();
        return Of(model, shares, bands);
    }

    /// <summary>The projection of exact shares.</summary>
    /// <param name="model">The chain.</param>
    /// <param name="shares">Rows of shares from month 0.</param>
    public static Projection Of(ChainModel model, IReadOnlyList<IReadOnlyList<double>> shares) => Of(model, shares, []);

    private static Projection Of(ChainModel model, IReadOnlyList<IReadOnlyList<double>> shares, IReadOnlyList<Band> bands)
    {
        var series = shares.Select((row, t) => new MonthShares(t, model.States.Select((name, s) => (name, row[s])).ToDictionary(x => x.name, x => x.Item2))).ToList();
        Dictionary<string, double?> Indicators(int t) => model.Covered is { } covered ? new() { [ActiveCoverage] = covered.Sum(s => shares[t][s]) } : [];
        return new(series, bands, [], Indicators(shares.Count - 1), [.. shares.Select((_, t) => new MonthIndicators(t, Indicators(t)))]);
    }
}
