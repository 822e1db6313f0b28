using System.Collections.Immutable;

namespace Jembatan.Simulation.Parameters;

/// <summary>One number of the model with everything that a reader must know to doubt it.</summary>
/// <param name="Id">Stable id, such as <c>missed-payment.intercept</c>.</param>
/// <param name="Value">The value used when nothing is drawn.</param>
/// <param name="Unit">Its unit: <c>log-odds</c>, <c>probability per month</c>, <c>months</c>, <c>rupiah</c> …</param>
/// <param name="Prior">What is believed of it.</param>
/// <param name="Grade">What it rests on.</param>
/// <param name="Source">Where it was read, or <c>[assumption]</c>.</param>
/// <param name="Causes">Codes of the causes of non-coverage whose mechanism it carries.</param>
public sealed record Parameter(string Id, double Value, string Unit, Prior Prior, EvidenceGrade Grade, string Source, ImmutableArray<string> Causes)
{
    /// <summary>The prior used: on the scale of log-odds never narrower than the grade allows.</summary>
    public Prior Believed => Unit == "log-odds" && Prior.Family == PriorFamily.Normal
        ? Prior with { Second = Math.Max(Prior.Second, EvidenceGrades.LeastSdLogOdds(Grade)) }
        : Prior;

    /// <summary>Least and greatest value that mean something: probabilities and shares from 0 to 1, log-odds from −30 to 30, spreads and costs from 0 on.</summary>
    public (double Low, double High) Bounds => (Id, Unit) switch
    {
        ("income.rho", _) => (0, .9999),
        ("income.median", _) => (1, 1e12),
        ("liquidity.drift", _) => (-10, 10),
        ("liquidity.median", _) or ("affordability.reference", _) => (1e-6, 10),
        ("savings-claim.probability", _) => (0, .99),
        ("age-out.last-age", _) => (15, 120),
        ("death.slope", _) => (0, 1),
        ("frailty.sd", _) => (0, 10),
        (_, "log-odds") => (-30, 30),
        (_, "log-odds per share") => (-300, 300),
        (_, "log hazard per year") => (-50, 3),
        (_, "months") => (0, 60),
        (_, "rupiah per payment") => (0, 1e9),
        (_, "log income" or "log months" or "months of income" or "per year") => (0, 10),
        (_, var unit) when unit.StartsWith("probability", StringComparison.Ordinal) || unit.StartsWith("share", StringComparison.Ordinal) => (0, 1),
        _ => (-1e9, 1e9),
    };

    /// <summary>A value from what is believed of it, within its bounds.</summary>
    /// <param name="u">Strictly between 0 and 1.</param>
    public double Drawn(double u) => Believed.Family == PriorFamily.Fixed ? Value : Math.Clamp(Believed.Quantile(Value, u), Bounds.Low, Bounds.High);

    /// <summary>Whether the size of the effect rests on interviews alone.</summary>
    public bool IsNotEvidenced => Grade == EvidenceGrade.E;

    /// <summary>Whether the value was never seen in a source; default runs refuse it.</summary>
    public bool IsUnverified => Source.StartsWith("M ", StringComparison.Ordinal) || Source.Contains("[recall]", StringComparison.Ordinal);

    internal static Parameter LogOdds(string id, double value, double sd, EvidenceGrade grade, string source, params ReadOnlySpan<string> causes) =>
        new(id, value, "log-odds", Prior.Normal(value, sd), grade, source, [.. causes]);

    internal static Parameter Of(string id, double value, string unit, Prior prior, EvidenceGrade grade, string source, params ReadOnlySpan<string> causes) =>
        new(id, value, unit, prior, grade, source, [.. causes]);
}
