namespace Jembatan.Simulation.Rules;

/// <summary>Old-age savings (JHT): what monthly payments grow to.</summary>
public static class OldAgeSavings
{
    /// <summary>The monthly rate that gives a yearly one: (1 + r)^{1/12} − 1.</summary>
    /// <param name="ratePerYear">r, above −1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is −1 or less.</exception>
    public static double MonthlyRate(double ratePerYear)
    {
        if (!(ratePerYear > -1)) throw new ArgumentOutOfRangeException(nameof(ratePerYear), ratePerYear, "A rate is above −1.");
        return Math.Pow(1 + ratePerYear, 1.0 / 12) - 1;
    }

    /// <summary>The balance after equal payments at the end of each month: c((1 + i)^T − 1)/i.</summary>
    /// <remarks><b>Oracle</b>: Rp 20,000 for 120 months at 5.5 % a year: 3,167,227.81.</remarks>
    /// <param name="paymentRupiah">c, rupiah a month.</param>
    /// <param name="ratePerYear">Yearly rate.</param>
    /// <param name="months">T, 0 or more.</param>
    /// <returns>Rupiah.</returns>
    public static double FutureValue(double paymentRupiah, double ratePerYear, int months)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(months);
        var i = MonthlyRate(ratePerYear);
        return Math.Abs(i) < 1e-15 ? paymentRupiah * months : paymentRupiah * (Math.Pow(1 + i, months) - 1) / i;
    }

    /// <summary>The expected balance of someone who pays in the months in which a chain of two states is covered.</summary>
    /// <remarks>c·Σ_{t=1…T}(π + (C₀ − π)λ^t)(1 + i)^{T−t}. <b>Oracle</b>: entry 0.005, lapse 0.04, starting covered, Rp 20,000, 120 months, 5.5 %: 936,750.479460.</remarks>
    /// <param name="chain">The chain.</param>
    /// <param name="startShare">C₀, share covered at month 0.</param>
    /// <param name="paymentRupiah">c, rupiah a month.</param>
    /// <param name="ratePerYear">Yearly rate.</param>
    /// <param name="months">T, 0 or more.</param>
    /// <returns>Rupiah.</returns>
    public static double ExpectedBalance(Calibration.TwoStateChain chain, double startShare, double paymentRupiah, double ratePerYear, int months)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(months);
        var growth = 1 + MonthlyRate(ratePerYear);
        var balance = 0.0;
        for (var t = 1; t <= months; t++) balance = (balance * growth) + (paymentRupiah * chain.Share(t, startShare));
        return balance;
    }
}
