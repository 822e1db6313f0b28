using Jembatan.Core;

namespace Jembatan.Simulation.Calibration;

/// <summary>What a stock of members says about entry and lapse, and what it does not say.</summary>
/// <remarks>In a chain of two states with monthly entry p and lapse q, coverage settles at π = p/(p + q): every pair with the same ratio gives the same stock.</remarks>
public static class TwoStateStock
{
    /// <summary>The monthly entry that holds a share of members at a lapse: p = qπ/(1 − π).</summary>
    /// <remarks><b>Oracle</b>: 9.58 of 80 million at 4 % lapse needs 0.544 % a month, at 8 % 1.088 %.</remarks>
    /// <param name="share">π, 0 up to but not 1.</param>
    /// <param name="lapse">q, monthly probability, 0 to 1.</param>
    /// <returns>The monthly probability, or <c>calibration/unreachable-target</c> when it would be above 1.</returns>
    public static Result<double> EntryThatHolds(double share, double lapse)
    {
        if (!(share is >= 0 and < 1)) return new Problem("calibration/unreachable-target", FormattableString.Invariant($"A share of members of {share:0.###} cannot be held. Give one from 0 to below 1."), "share");
        if (!(lapse is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(lapse), lapse, "A probability lies between 0 and 1.");
        var entry = lapse * share / (1 - share);
        return entry <= 1 ? entry : new Problem("calibration/unreachable-target", FormattableString.Invariant($"Members of {share:P1} at a lapse of {lapse:P1} a month would need more than everyone to enter. Lower the target, or the lapse."), "share");
    }

    /// <summary>The constant entry between two dates, in persons a month, that leads from one stock to another at a lapse.</summary>
    /// <remarks>S_{t+1} = (1−q)S_t + e gives e = q(S_T − (1−q)^T S_0)/(1 − (1−q)^T); at q = 0, (S_T − S_0)/T. <b>Oracle</b>: 2.49 → 3.55 million over 12 months at 4 % is 0.209 a month.</remarks>
    /// <param name="start">S₀.</param>
    /// <param name="end">S_T, in the same unit.</param>
    /// <param name="months">T, 1 or more.</param>
    /// <param name="lapse">q, 0 to below 1.</param>
    /// <returns>Persons a month in the unit of the stocks; negative when the stock falls faster than the lapse explains.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public static double EntryBetween(double start, double end, int months, double lapse)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(months, 1);
        if (!(lapse is >= 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(lapse), lapse, "A probability lies between 0 and 1.");
        var (kept, joiners) = (1.0, 0.0);
        for (var t = 0; t < months; t++) (joiners, kept) = (joiners + kept, kept * (1 - lapse)); // (1 − (1−q)^T)/q without its cancellation
        return (end - (kept * start)) / joiners;
    }
}
