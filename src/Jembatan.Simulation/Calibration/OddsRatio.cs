namespace Jembatan.Simulation.Calibration;

/// <summary>Effects on the odds, and how published effects come to the monthly scale.</summary>
public static class OddsRatio
{
    /// <summary>The probability after its odds are multiplied.</summary>
    /// <remarks>p′ = OR·p/(1 − p + OR·p). <b>Oracle</b>: (0.05, 0.8) → 0.0404040404; (0.05, 1.5) → 0.0731707317; (0.01, 2) → 0.0198019802.</remarks>
    /// <param name="probability">p, 0 to 1.</param>
    /// <param name="oddsRatio">OR, 0 or more, finite.</param>
    /// <returns>0 to 1; 0 stays 0 and 1 stays 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public static double Apply(double probability, double oddsRatio)
    {
        if (!(probability is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability lies between 0 and 1.");
        if (!(oddsRatio >= 0) || !double.IsFinite(oddsRatio)) throw new ArgumentOutOfRangeException(nameof(oddsRatio), oddsRatio, "An odds ratio is 0 or more.");
        return probability == 1 ? 1 : oddsRatio * probability / (1 - probability + (oddsRatio * probability));
    }

    /// <summary>The log odds ratio of a two-by-two table and its standard error.</summary>
    /// <remarks>ln(ad/bc), s.e. = √(1/a + 1/b + 1/c + 1/d); a half is added to every cell when one is 0. <b>Source</b>: Woolf, B. (1955), Annals of Human Genetics 19:251–253; Haldane (1956).
    /// <b>Oracle</b>: 119 of 801 against 32 of 323 gives 1.587, ln 0.462.</remarks>
    /// <param name="treatedYes">Treated with the outcome.</param>
    /// <param name="treatedAll">All treated.</param>
    /// <param name="controlYes">Controls with the outcome.</param>
    /// <param name="controlAll">All controls.</param>
    /// <returns>Log odds ratio and standard error.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or a part is larger than its whole.</exception>
    public static (double LogOddsRatio, double StandardError) OfTable(int treatedYes, int treatedAll, int controlYes, int controlAll)
    {
        if (treatedYes < 0 || treatedYes > treatedAll) throw new ArgumentOutOfRangeException(nameof(treatedYes), treatedYes, "A part lies between 0 and its whole.");
        if (controlYes < 0 || controlYes > controlAll) throw new ArgumentOutOfRangeException(nameof(controlYes), controlYes, "A part lies between 0 and its whole.");
        double a = treatedYes, b = treatedAll - treatedYes, c = controlYes, d = controlAll - controlYes;
        if (a == 0 || b == 0 || c == 0 || d == 0) (a, b, c, d) = (a + 0.5, b + 0.5, c + 0.5, d + 0.5);
        return (Math.Log(a * d / (b * c)), Math.Sqrt((1 / a) + (1 / b) + (1 / c) + (1 / d)));
    }

    /// <summary>The sd of a prior for an effect that was measured elsewhere: √(s.e.² + τ²).</summary>
    /// <param name="standardError">Of the study, log odds, 0 or more.</param>
    /// <param name="transport">τ for another country or another product; 0.35 by assumption, 0 for an own study.</param>
    public static double TransportedDeviation(double standardError, double transport = 0.35) => Math.Sqrt((standardError * standardError) + (transport * transport));

    /// <summary>A difference in uptake over some months as a shift of the monthly log hazard.</summary>
    /// <remarks>
    /// With the same number of months on both sides, ln[ln(1 − p₁)/ln(1 − p₀)]: the complementary log–log difference, close to the difference of monthly logits while monthly probabilities are small.
    /// <para><b>Oracle</b>: 8 % → 26.6 % in a year gives ln(0.309/0.083) = 1.31.</para>
    /// </remarks>
    /// <param name="treatedUptake">p₁, strictly between 0 and 1.</param>
    /// <param name="controlUptake">p₀, strictly between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A share is not strictly between 0 and 1.</exception>
    public static double MonthlyShift(double treatedUptake, double controlUptake)
    {
        if (!(treatedUptake is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(treatedUptake), treatedUptake, "An uptake lies strictly between 0 and 1.");
        if (!(controlUptake is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(controlUptake), controlUptake, "An uptake lies strictly between 0 and 1.");
        return Math.Log(Math.Log(1 - treatedUptake) / Math.Log(1 - controlUptake));
    }

    /// <summary>The constant monthly probability that reaches an uptake in so many months: 1 − (1 − p)^{1/k}.</summary>
    /// <param name="uptake">p, 0 to 1.</param>
    /// <param name="months">k, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public static double MonthlyProbability(double uptake, double months)
    {
        if (!(uptake is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(uptake), uptake, "An uptake lies between 0 and 1.");
        if (!(months > 0)) throw new ArgumentOutOfRangeException(nameof(months), months, "A number of months is above 0.");
        return uptake == 1 ? 1 : -Math.Exp(Math.Log(1 - uptake) / months) + 1;
    }
}
