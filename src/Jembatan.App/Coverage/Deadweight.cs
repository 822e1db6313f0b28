using Jembatan.Simulation.Outputs;

namespace Jembatan.App.Coverage;

/// <summary>How much of a subsidy pays for coverage that is there without it.</summary>
/// <remarks>
/// Deadweight = Σ over persons and months of the subsidy paid, where the same person with the same luck is active in the same month of the baseline; share = deadweight ÷ subsidy.
/// <para><b>Unit</b>: rupiah of the month over the run, without discounting; share 0 to 1.</para>
/// </remarks>
/// <param name="Subsidy">What the state pays for members' own contributions, rupiah.</param>
/// <param name="Rupiah">The deadweight; null without a subsidy.</param>
/// <param name="RupiahLow">Low end of its 90 % interval.</param>
/// <param name="RupiahHigh">High end.</param>
/// <param name="Share">Deadweight ÷ subsidy; null when it is not estimable.</param>
/// <param name="Low">Low end of the share's 90 % interval.</param>
/// <param name="High">High end.</param>
/// <param name="Reason">Why there is no share or no interval; null when there is.</param>
public sealed record Deadweight(double Subsidy, double? Rupiah, double? RupiahLow, double? RupiahHigh, double? Share, double? Low, double? High, string? Reason);

/// <summary>How far deadweight may lie from what the run says: over draws of the parameters, or over batches of persons drawn again.</summary>
internal sealed class DeadweightSpread
{
    private const string Rupiah = "deadweight", Share = "deadweightShare", NotEstimable = "not estimable: in some resamples or draws the scenario subsidises nobody's own contribution.";
    private readonly IReadOnlyList<double> rupiah;
    private readonly IReadOnlyList<double>? share; // null when some resample or draw subsidises nobody
    private readonly string of;

    private DeadweightSpread(IReadOnlyList<double> rupiah, IReadOnlyList<double> share, string of) => (this.rupiah, this.share, this.of) = (rupiah, share.All(double.IsFinite) ? share : null, of);

    /// <summary>From the scenario's side of pairs.</summary>
    public static DeadweightSpread Of(IReadOnlyList<Projection> scenarios, bool byDraws, ulong seed)
    {
        double[] All(string name) => [.. scenarios.Select(p => p.Indicators[name]!.Value)];
        var (anyway, paid) = (All(Rupiah), All("subsidyPaid"));
        if (byDraws) return new(anyway, [.. anyway.Zip(paid, (a, p) => a / p)], "draws");
        double[] Resampled(Func<IReadOnlyList<int>, double> statistic) => CompareCoverage.Resampled(scenarios.Count, statistic, seed, "coverage/compare/deadweight");
        return new(Resampled(i => i.Average(k => anyway[k])), Resampled(i => i.Sum(k => anyway[k]) / i.Sum(k => paid[k])), "persons");
    }

    /// <summary>What the run says, with the interval.</summary>
    public Deadweight Estimate(CoverageRun run)
    {
        var paid = run.Indicators["subsidyPaid"]!.Value;
        var (value, money) = (run.Indicators[Share], Bands.Of(0, Rupiah, rupiah, of));
        if (share is null || value is null) return new(paid, run.Indicators[Rupiah], money.P05, money.P95, null, null, null, paid > 0 ? NotEstimable : run.Missing?.GetValueOrDefault(Share) ?? NotEstimable);
        var band = Bands.Of(0, Share, share, of);
        return new(paid, run.Indicators[Rupiah], money.P05, money.P95, value, band.P05, band.P95, null);
    }

    /// <summary>The run with bands of both, in place of those of repetitions.</summary>
    public CoverageRun On(CoverageRun run) => run with
    {
        Bands =
        [
            .. run.Bands.Where(b => b.Indicator is not (Rupiah or Share)), Bands.Of(run.Months, Rupiah, rupiah, of),
            .. share is null || run.Indicators[Share] is null ? (Band[])[] : [Bands.Of(run.Months, Share, share, of)],
        ],
    };
}
