using System.Globalization;
using Jembatan.Core.Qualitative;

namespace Jembatan.Core.Strategies;

/// <summary>A question that a strategy is rated on, in one pair.</summary>
public sealed class Criterion : IEntity
{
    private Criterion() { }

    /// <summary>A new criterion.</summary>
    /// <param name="label">Its key, such as <c>SE1</c>, unique in the study.</param>
    /// <param name="pair">The pair.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="required">What would be required, in general.</param>
    /// <param name="weight">Weight, above 0.</param>
    /// <param name="order">Place in its pair.</param>
    public Criterion(string label, Pair pair, Bilingual question, Bilingual required, double weight, int order) =>
        (Id, Label, Pair, Question, Required, Weight, Order) = (Id<Criterion>.New(), label, pair, question, required, weight, order);

    /// <summary>Its identity.</summary>
    public Id<Criterion> Id { get; private set; }

    Guid IEntity.Key => Id.Value;

    /// <summary>Its key.</summary>
    public string Label { get; private set; } = "";

    /// <summary>The pair.</summary>
    public Pair Pair { get; private set; }

    /// <summary>What is asked.</summary>
    public Bilingual Question { get; private set; } = Bilingual.Empty;

    /// <summary>What would be required.</summary>
    public Bilingual Required { get; private set; } = Bilingual.Empty;

    /// <summary>Weight.</summary>
    public double Weight { get; private set; } = 1;

    /// <summary>Place in its pair.</summary>
    public int Order { get; private set; }

    /// <summary>Whether it is no longer asked.</summary>
    public bool Retired { get; private set; }

    /// <summary>Changes question, requirement and weight.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="required">What would be required.</param>
    /// <param name="weight">Weight.</param>
    public void Revise(Bilingual question, Bilingual required, double weight) => (Question, Required, Weight) = (question, required, weight);

    /// <summary>Stops asking it.</summary>
    public void Retire() => Retired = true;

    /// <summary>Asks it again.</summary>
    public void Restore() => Retired = false;
}

/// <summary>A rater's answer: a number from −2 to 2, not applicable, or not enough to go by. The last two are never 0.</summary>
/// <param name="Number">−2 works against … +2 strongly supports; null for the other two.</param>
/// <param name="IsNotApplicable">Whether the criterion does not apply to the strategy.</param>
public readonly record struct RatingValue(int? Number, bool IsNotApplicable)
{
    /// <summary>The criterion does not apply.</summary>
    public static RatingValue NotApplicable => new(null, true);

    /// <summary>There is too little to go by.</summary>
    public static RatingValue Insufficient => new(null, false);

    /// <summary>A number.</summary>
    /// <param name="number">−2 to 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside −2 to 2.</exception>
    public static RatingValue Of(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, -2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 2);
        return new(number, false);
    }

    /// <summary>Reads <c>-2</c> … <c>2</c>, <c>+1</c>, <c>NA</c> or <c>INSUFFICIENT</c>; null for anything else.</summary>
    /// <param name="text">The text.</param>
    public static RatingValue? Parse(string? text) => text?.Trim().Replace('\u2212', '-').ToUpperInvariant() switch
    {
        "NA" or "N/A" => NotApplicable,
        "INSUFFICIENT" => Insufficient,
        { Length: > 0 } t when int.TryParse(t, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) && n is >= -2 and <= 2 => Of(n),
        _ => null,
    };

    /// <inheritdoc/>
    public override string ToString() => Number?.ToString(CultureInfo.InvariantCulture) ?? (IsNotApplicable ? "NA" : "INSUFFICIENT");
}

/// <summary>Whether a rating stands.</summary>
public enum RatingState
{
    /// <summary>It stands and counts.</summary>
    Final,

    /// <summary>Evidence under it was taken away: it must be rated again and does not count until then.</summary>
    Reopened,
}

/// <summary>What a rater says: value, required against observed, why, and on which evidence.</summary>
/// <param name="Value">The value.</param>
/// <param name="Required">What the strategy would need.</param>
/// <param name="Observed">What is there.</param>
/// <param name="Rationale">Why; needed for not applicable and insufficient.</param>
/// <param name="Evidence">What it rests on; at least one for a number.</param>
public sealed record RatingAnswer(RatingValue Value, string Required, string Observed, string Rationale, IReadOnlyList<Id<Evidence>> Evidence);

/// <summary>One rater's rating of one strategy on one criterion, now or at a horizon.</summary>
public sealed class Rating : IEntity
{
    private Rating() { }

    /// <summary>Its identity.</summary>
    public Id<Rating> Id { get; private set; }

    Guid IEntity.Key => Id.Value;

    /// <summary>The criterion.</summary>
    public Id<Criterion> CriterionId { get; private set; }

    /// <summary>The strategy.</summary>
    public Id<Strategy> StrategyId { get; private set; }

    /// <summary>The rater.</summary>
    public Id<Coder> RaterId { get; private set; }

    /// <summary>Null for now, else the date looked ahead to, as ISO text.</summary>
    public string? Horizon { get; private set; }

    /// <summary>The value.</summary>
    public RatingValue Value { get; private set; }

    /// <summary>What the strategy would need.</summary>
    public string Required { get; private set; } = "";

    /// <summary>What is there.</summary>
    public string Observed { get; private set; } = "";

    /// <summary>Why.</summary>
    public string Rationale { get; private set; } = "";

    /// <summary>What it rests on.</summary>
    public IReadOnlyList<Id<Evidence>> Evidence { get; private set; } = [];

    /// <summary>Whether it stands.</summary>
    public RatingState State { get; private set; }

    /// <summary>Why it was re-opened; null when it stands.</summary>
    public string? ReopenedBecause { get; private set; }

    /// <summary>Codebook version in force when it was given.</summary>
    public int CodebookVersion { get; private set; }

    /// <summary>When it was given.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Gives a rating, or says why it cannot stand.</summary>
    /// <param name="criterionId">The criterion.</param>
    /// <param name="strategyId">The strategy.</param>
    /// <param name="raterId">The rater.</param>
    /// <param name="horizon">Null for now.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="codebookVersion">Codebook version in force.</param>
    /// <param name="at">When.</param>
    /// <returns>The rating, or <c>rating/no-evidence</c> or <c>rating/no-rationale</c>.</returns>
    public static Result<Rating> Of(
        Id<Criterion> criterionId, Id<Strategy> strategyId, Id<Coder> raterId, string? horizon, RatingAnswer answer, int codebookVersion, DateTimeOffset at)
    {
        var rating = new Rating { Id = Id<Rating>.New(), CriterionId = criterionId, StrategyId = strategyId, RaterId = raterId, Horizon = horizon };
        return rating.Answer(answer, codebookVersion, at) is { Problem: { } problem } ? problem : rating;
    }

    /// <summary>Replaces the answer; the journal keeps the former one.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="codebookVersion">Codebook version in force.</param>
    /// <param name="at">When.</param>
    public Result<Done> Answer(RatingAnswer answer, int codebookVersion, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (answer.Value.Number is not null && answer.Evidence.Count == 0)
            return new Problem("rating/no-evidence", "A number needs evidence. Choose at least one quote, document, statistic or observation, or rate INSUFFICIENT.");
        if (answer.Value.Number is null && string.IsNullOrWhiteSpace(answer.Rationale))
            return new Problem("rating/no-rationale", $"{answer.Value} needs a reason in words. Say why the criterion does not apply or what is missing.");
        (Value, Required, Observed, Rationale, Evidence) = (answer.Value, answer.Required, answer.Observed, answer.Rationale, answer.Evidence);
        (State, ReopenedBecause, CodebookVersion, At) = (RatingState.Final, null, codebookVersion, at);
        return default(Done);
    }

    /// <summary>Takes evidence away and opens the rating again.</summary>
    /// <param name="evidence">The evidence that went.</param>
    /// <param name="because">Why, in words.</param>
    public void Reopen(Id<Evidence> evidence, string because) =>
        (Evidence, State, ReopenedBecause) = ([.. Evidence.Where(e => e != evidence)], RatingState.Reopened, because);
}

/// <summary>The analyst's verdict on a strategy, with its rationale: the first-class result.</summary>
public sealed class Verdict : IEntity
{
    private Verdict() { }

    /// <summary>A new verdict.</summary>
    /// <param name="strategyId">The strategy.</param>
    /// <param name="analystId">Whose verdict.</param>
    /// <param name="is">What it comes to; never <see cref="VerdictKind.Insufficient"/> by an analyst.</param>
    /// <param name="because">The rationale.</param>
    /// <param name="at">When.</param>
    public Verdict(Id<Strategy> strategyId, Id<Coder> analystId, VerdictKind @is, string because, DateTimeOffset at) =>
        (Id, StrategyId, AnalystId, Is, Because, At) = (Id<Verdict>.New(), strategyId, analystId, @is, because, at);

    /// <summary>Its identity.</summary>
    public Id<Verdict> Id { get; private set; }

    Guid IEntity.Key => Id.Value;

    /// <summary>The strategy.</summary>
    public Id<Strategy> StrategyId { get; private set; }

    /// <summary>Whose verdict.</summary>
    public Id<Coder> AnalystId { get; private set; }

    /// <summary>What it comes to.</summary>
    public VerdictKind Is { get; private set; }

    /// <summary>The rationale.</summary>
    public string Because { get; private set; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Changes the verdict; the journal keeps the former one.</summary>
    /// <param name="analystId">Whose verdict.</param>
    /// <param name="is">What it comes to.</param>
    /// <param name="because">The rationale.</param>
    /// <param name="at">When.</param>
    public void Revise(Id<Coder> analystId, VerdictKind @is, string because, DateTimeOffset at) => (AnalystId, Is, Because, At) = (analystId, @is, because, at);
}
