using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;

namespace Jembatan.Servo;

/// <summary>What the strategies come to for a cause.</summary>
public enum CauseStatusKind
{
    /// <summary>No strategy claims to remove it.</summary>
    Unaddressed,

    /// <summary>Claimed, and the best fit on the pair concerned is below fairly-fit.</summary>
    AddressedMisfit,

    /// <summary>Claimed, and a claiming strategy fits on the pair concerned.</summary>
    AddressedFits,

    /// <summary>Claimed, and no claiming strategy has enough evidence on the pair concerned.</summary>
    Insufficient,
}

/// <summary>A strategy that claims to remove a cause.</summary>
/// <param name="Strategy">Its key.</param>
/// <param name="Fit">Its fit now.</param>
public sealed record ClaimingStrategy(string Strategy, StrategyFitResult Fit);

/// <summary>How a claiming strategy stands on the pair concerned.</summary>
/// <param name="Strategy">Its key.</param>
/// <param name="Pair">The pair concerned; null when the cause is of element S and no main pair has a fit.</param>
/// <param name="Fit">F on that pair; null when unrated.</param>
/// <param name="Verdict">Verdict on that pair.</param>
/// <param name="IsEnough">Whether evidence is enough to judge the claim.</param>
public sealed record CauseClaim(string Strategy, Pair? Pair, double? Fit, VerdictKind Verdict, bool IsEnough);

/// <summary>A cause judged through the fit of the strategies that claim to remove it.</summary>
/// <param name="Status">What they come to.</param>
/// <param name="Best">The claim with the greatest fit among those with enough evidence; null when there is none.</param>
/// <param name="Claims">All claims, greatest fit first, those without a fit last.</param>
public sealed record CauseStatusResult(CauseStatusKind Status, CauseClaim? Best, IReadOnlyList<CauseClaim> Claims);

/// <summary>A strategy none of whose claimed causes an informant names, or only some.</summary>
/// <param name="Strategy">Its key.</param>
/// <param name="Unnamed">Claimed causes that nobody names.</param>
/// <param name="NamesNone">Whether nobody names any of its claimed causes.</param>
public sealed record UnnamedAim(string Strategy, IReadOnlyList<Id<Code>> Unnamed, bool NamesNone);

/// <summary>Causes judged through strategy fit.</summary>
public static class CauseStatus
{
    /// <summary>The status of a cause.</summary>
    /// <remarks>
    /// The pair concerned is S–E for causes of element E, S–R for R, S–V for V, S–O for O, and the lowest main pair for S and for causes without an element.
    /// Only claims with enough evidence are judged: the best fit of at least fairly-fit (.1 itself included) → addressed and fits; below → addressed but misfit; no such claim → not enough evidence.
    /// A claim that would fit but lacks evidence leaves the cause undecided: the best fit of all claims is then not shown to be below.
    /// A lowest pair is enough when it is below fairly-fit, since another pair can only lower it; above, all four must be decided.
    /// <para><b>Source</b>: a proposal of Jembatan.</para>
    /// </remarks>
    /// <param name="element">Element of the cause.</param>
    /// <param name="claiming">The strategies that claim to remove it.</param>
    /// <param name="thresholds">Where support begins.</param>
    public static CauseStatusResult Of(Element? element, IReadOnlyList<ClaimingStrategy> claiming, VerdictThresholds thresholds)
    {
        ArgumentNullException.ThrowIfNull(claiming);
        ArgumentNullException.ThrowIfNull(thresholds);
        var claims = claiming.Select(c => Claim(element, c, thresholds))
            .OrderByDescending(c => c.Fit ?? double.NegativeInfinity).ThenBy(c => c.Strategy, StringComparer.Ordinal).ToList();
        var best = claims.Find(c => c.IsEnough);
        var status = claims.Count == 0 ? CauseStatusKind.Unaddressed
            : best is null ? CauseStatusKind.Insufficient
            : thresholds.Supports(best.Fit!.Value) ? CauseStatusKind.AddressedFits
            : claims.Exists(c => c.Fit is { } fit && thresholds.Supports(fit)) ? CauseStatusKind.Insufficient
            : CauseStatusKind.AddressedMisfit;
        return new(status, best, claims);
    }

    /// <summary>Strategies that aim at causes which nobody names.</summary>
    /// <param name="mechanisms">Each strategy's key and the causes that it claims to remove.</param>
    /// <param name="named">Causes that at least one informant names, descendants rolled up.</param>
    /// <returns>Strategies with at least one such cause, those without any named cause first, then by key.</returns>
    public static IReadOnlyList<UnnamedAim> StrategiesWithoutNamedCause(
        IEnumerable<(string Strategy, IReadOnlyList<Id<Code>> Mechanism)> mechanisms, IReadOnlySet<Id<Code>> named)
    {
        ArgumentNullException.ThrowIfNull(named);
        return [.. mechanisms
            .Select(m => (m.Strategy, Claimed: m.Mechanism.Distinct().ToList(), Unnamed: m.Mechanism.Distinct().Where(c => !named.Contains(c)).ToList()))
            .Where(m => m.Unnamed.Count > 0)
            .Select(m => new UnnamedAim(m.Strategy, m.Unnamed, m.Unnamed.Count == m.Claimed.Count))
            .OrderBy(a => a.NamesNone ? 0 : 1).ThenBy(a => a.Strategy, StringComparer.Ordinal)];
    }

    /// <summary>The machine id: <c>unaddressed</c>, <c>addressed-misfit</c>, <c>addressed-fits</c> or <c>insufficient</c>.</summary>
    /// <param name="status">The status.</param>
    public static string Id(this CauseStatusKind status) => status switch
    {
        CauseStatusKind.Unaddressed => "unaddressed",
        CauseStatusKind.AddressedMisfit => "addressed-misfit",
        CauseStatusKind.AddressedFits => "addressed-fits",
        _ => "insufficient",
    };

    /// <summary>The status in words.</summary>
    /// <param name="status">The status.</param>
    public static Bilingual Words(this CauseStatusKind status) => status switch
    {
        CauseStatusKind.Unaddressed => new("Belum ditangani", "Unaddressed"),
        CauseStatusKind.AddressedMisfit => new("Ditangani, tetapi tidak sesuai", "Addressed but misfit"),
        CauseStatusKind.AddressedFits => new("Ditangani dan sesuai", "Addressed and fits"),
        _ => new("Bukti belum cukup", "Not enough evidence"),
    };

    private static CauseClaim Claim(Element? element, ClaimingStrategy c, VerdictThresholds thresholds)
    {
        if (element?.PairConcerned() is { } pair)
        {
            var p = c.Fit[pair];
            return new(c.Strategy, pair, p?.Fit, p?.Verdict ?? VerdictKind.Insufficient, p is { IsDecided: true });
        }

        var main = Elements.MainPairs.Select(p => c.Fit[p]).OfType<PairFitResult>().Where(p => p.Fit is not null).ToList();
        // A pair with thin evidence does not become the lowest while another is decided.
        var lowest = main.Where(p => p.IsDecided).DefaultIfEmpty(main.MinBy(p => p.Fit)).MinBy(p => p?.Fit);
        if (lowest is null) return new(c.Strategy, null, null, VerdictKind.Insufficient, false);
        var enough = lowest.IsDecided && (c.Fit.Weakest is not null || !thresholds.Supports(lowest.Fit!.Value));
        return new(c.Strategy, lowest.Pair, lowest.Fit, enough ? lowest.Verdict : VerdictKind.Insufficient, enough);
    }
}
