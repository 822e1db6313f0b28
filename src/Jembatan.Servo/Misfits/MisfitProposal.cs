using Jembatan.Core;
using Jembatan.Core.Strategies;

namespace Jembatan.Servo;

/// <summary>A misfit that ratings propose; the analyst confirms, words or dismisses it.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Criterion">Key of the criterion.</param>
/// <param name="Mean">Mean rating, −2 to −1.</param>
/// <param name="Severity">Default severity, 3 to 5.</param>
/// <param name="Ratings">The ratings that the mean is over.</param>
public sealed record MisfitProposal(Pair Pair, string Criterion, double Mean, int Severity, IReadOnlyList<Id<Rating>> Ratings)
{
    /// <summary>The mean rating at and below which a criterion proposes a misfit.</summary>
    public const double Threshold = -1;

    /// <summary>The misfits that a fit proposes: criteria with a mean rating of −1 or less.</summary>
    /// <param name="fit">The fit of a pair.</param>
    /// <returns>The worst mean first, then by key of the criterion.</returns>
    public static IReadOnlyList<MisfitProposal> Of(PairFitResult fit)
    {
        ArgumentNullException.ThrowIfNull(fit);
        return [.. fit.Criteria
            .Where(c => c.Mean is { } mean && VerdictThresholds.AtLeast(Threshold, mean))
            .OrderBy(c => c.Mean).ThenBy(c => c.Criterion, StringComparer.Ordinal)
            .Select(c => new MisfitProposal(fit.Pair, c.Criterion, c.Mean!.Value, DefaultSeverity(c.Mean.Value), [.. c.Entered.Select(r => r.Id)]))];
    }

    /// <summary>Severity by default: 1 + 2·|mean rating|, rounded, halves up.</summary>
    /// <param name="mean">Mean rating, −2 to 2; null for a misfit that no criterion proposed.</param>
    /// <returns>1 to 5; 3, the middle, without a mean.</returns>
    public static int DefaultSeverity(double? mean) =>
        mean is { } m ? (int)Math.Clamp(Math.Round(1 + (2 * Math.Abs(m)), MidpointRounding.AwayFromZero), 1, 5) : 3;
}
