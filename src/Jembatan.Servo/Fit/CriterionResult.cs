using Jembatan.Core;
using Jembatan.Core.Strategies;

namespace Jembatan.Servo;

/// <summary>What became of a criterion.</summary>
public enum CriterionState
{
    /// <summary>At least one rater gave a number: it enters the fit.</summary>
    Rated,

    /// <summary>More than half of its raters say that it does not apply: it leaves the fit and the coverage.</summary>
    NotApplicable,

    /// <summary>Raters answered, none with a number: it lowers the coverage.</summary>
    Insufficient,

    /// <summary>Nobody rated it: it lowers the coverage.</summary>
    Unrated,
}

/// <summary>A criterion's part in a fit.</summary>
/// <param name="Criterion">Key of the criterion.</param>
/// <param name="Weight">Its weight.</param>
/// <param name="State">What became of it.</param>
/// <param name="Mean">r, the mean of <paramref name="Entered"/>, −2 to 2; null unless rated.</param>
/// <param name="Entered">The ratings with a number that the mean is over, by rater; empty unless rated.</param>
/// <param name="NotApplicable">How many raters say that it does not apply.</param>
/// <param name="Insufficient">How many raters say that there is too little to go by.</param>
public sealed record CriterionResult(
    string Criterion, double Weight, CriterionState State, double? Mean, IReadOnlyList<ScoredRating> Entered, int NotApplicable, int Insufficient)
{
    /// <summary>Works out a criterion.</summary>
    /// <param name="criterion">The criterion.</param>
    /// <param name="ratings">All ratings of it, one per rater.</param>
    internal static CriterionResult Of(ScoredCriterion criterion, IReadOnlyList<ScoredRating> ratings)
    {
        var notApplicable = ratings.Count(r => r.Value.IsNotApplicable);
        var numbers = ratings.Where(r => r.Value.Number is not null).OrderBy(r => r.Rater, StringComparer.Ordinal).ToList();
        var state = ratings.Count == 0 ? CriterionState.Unrated
            : notApplicable * 2 > ratings.Count ? CriterionState.NotApplicable
            : numbers.Count == 0 ? CriterionState.Insufficient
            : CriterionState.Rated;
        return state == CriterionState.Rated
            ? new(criterion.Key, criterion.Weight, state, numbers.Average(r => r.Value.Number!.Value), numbers, notApplicable, ratings.Count - notApplicable - numbers.Count)
            : new(criterion.Key, criterion.Weight, state, null, [], notApplicable, ratings.Count - notApplicable - numbers.Count);
    }
}
