using Jembatan.Core.Qualitative;

namespace Jembatan.Core.Strategies;

/// <summary>In what way strategy and element do not fit.</summary>
public enum MisfitType
{
    /// <summary>Less is there than is needed.</summary>
    Gap,

    /// <summary>Two things work against each other.</summary>
    Conflict,

    /// <summary>What is needed is not there at all.</summary>
    Missing,

    /// <summary>It fitted once.</summary>
    Obsolete,

    /// <summary>It comes too early, too late or for too short.</summary>
    Timing,

    /// <summary>It wants more than anything could carry.</summary>
    OverReach,
}

/// <summary>What is to be done about a misfit.</summary>
public enum Disposition
{
    /// <summary>Not decided (<i>belum diputuskan</i>).</summary>
    Undecided,

    /// <summary>Live with it (<i>terima</i>).</summary>
    LiveWith,

    /// <summary>Mitigate inside the strategy (<i>mitigasi</i>).</summary>
    Mitigate,

    /// <summary>Change the strategy (<i>ubah strategi</i>).</summary>
    ChangeStrategy,

    /// <summary>Change the element (<i>ubah unsur</i>).</summary>
    ChangeElement,
}

/// <summary>What the analyst made of a proposed misfit.</summary>
public enum MisfitStatus
{
    /// <summary>Confirmed and worded.</summary>
    Confirmed,

    /// <summary>Looked at and dismissed, with the reason in the statement.</summary>
    Dismissed,
}

/// <summary>How many persons, as a triangle.</summary>
/// <param name="Low">Least.</param>
/// <param name="Mid">Most likely.</param>
/// <param name="High">Most.</param>
public sealed record AffectedPersons(double Low, double Mid, double High);

/// <summary>What an analyst says of a misfit.</summary>
/// <param name="Statement">The misfit in words.</param>
public sealed record MisfitDetails(string Statement)
{
    /// <summary>In what way.</summary>
    public MisfitType Type { get; init; } = MisfitType.Gap;

    /// <summary>Confirmed or dismissed.</summary>
    public MisfitStatus Status { get; init; } = MisfitStatus.Confirmed;

    /// <summary>What the strategy would need.</summary>
    public string Required { get; init; } = "";

    /// <summary>What is there.</summary>
    public string Observed { get; init; } = "";

    /// <summary>Causes that it feeds.</summary>
    public IReadOnlyList<Id<Code>> Causes { get; init; } = [];

    /// <summary>Who is touched, in words.</summary>
    public string Segment { get; init; } = "";

    /// <summary>How many; null when not known, then there is no priority.</summary>
    public AffectedPersons? Affected { get; init; }

    /// <summary>What is to be done.</summary>
    public Disposition Disposition { get; init; } = Disposition.Undecided;

    /// <summary>1 to 5; null takes the default from the rating.</summary>
    public int? Severity { get; init; }

    /// <summary>1 to 5, default 3.</summary>
    public int Effort { get; init; } = 3;

    /// <summary>Who owns it.</summary>
    public string? Owner { get; init; }

    /// <summary>By when, ISO text.</summary>
    public string? Due { get; init; }
}

/// <summary>A place where a strategy and an element do not fit.</summary>
public sealed class Misfit : IEntity
{
    private Misfit() { }

    /// <summary>A new misfit.</summary>
    /// <param name="strategyId">The strategy.</param>
    /// <param name="pair">The pair.</param>
    /// <param name="criterionId">The criterion that proposed it; null when the analyst saw it.</param>
    /// <param name="details">What the analyst says of it.</param>
    public Misfit(Id<Strategy> strategyId, Pair pair, Id<Criterion>? criterionId, MisfitDetails details)
    {
        (Id, StrategyId, Pair, CriterionId) = (Id<Misfit>.New(), strategyId, pair, criterionId);
        Revise(details);
    }

    /// <summary>Its identity.</summary>
    public Id<Misfit> Id { get; private set; }

    Guid IEntity.Key => Id.Value;

    /// <summary>The strategy.</summary>
    public Id<Strategy> StrategyId { get; private set; }

    /// <summary>The pair.</summary>
    public Pair Pair { get; private set; }

    /// <summary>The criterion that proposed it.</summary>
    public Id<Criterion>? CriterionId { get; private set; }

    /// <summary>What the analyst says of it.</summary>
    public MisfitDetails Details { get; private set; } = new("");

    /// <summary>Changes what the analyst says.</summary>
    /// <param name="details">The new details.</param>
    public void Revise(MisfitDetails details) => Details = details;
}

/// <summary>A change proposed: misfit → change → causes → evidence → owner.</summary>
public sealed class Recommendation : IEntity
{
    private Recommendation() { }

    /// <summary>A new recommendation.</summary>
    /// <param name="details">What is proposed.</param>
    /// <param name="order">Place in the list.</param>
    public Recommendation(RecommendationDetails details, int order) => (Id, Details, Order) = (Id<Recommendation>.New(), details, order);

    /// <summary>Its identity.</summary>
    public Id<Recommendation> Id { get; private set; }

    Guid IEntity.Key => Id.Value;

    /// <summary>What is proposed.</summary>
    public RecommendationDetails Details { get; private set; } = new("");

    /// <summary>Place in the list.</summary>
    public int Order { get; private set; }

    /// <summary>Changes what is proposed.</summary>
    /// <param name="details">The new details.</param>
    public void Revise(RecommendationDetails details) => Details = details;
}

/// <summary>What a recommendation says.</summary>
/// <param name="Change">The change, verb first.</param>
public sealed record RecommendationDetails(string Change)
{
    /// <summary>The misfits that it answers.</summary>
    public IReadOnlyList<Id<Misfit>> Misfits { get; init; } = [];

    /// <summary>The strategy that would change; null for a new one.</summary>
    public Id<Strategy>? StrategyId { get; init; }

    /// <summary>The causes that it would remove.</summary>
    public IReadOnlyList<Id<Code>> Causes { get; init; } = [];

    /// <summary>What it rests on.</summary>
    public IReadOnlyList<Id<Evidence>> Evidence { get; init; } = [];

    /// <summary>Who would do it.</summary>
    public string? Owner { get; init; }

    /// <summary>By when, ISO text.</summary>
    public string? Due { get; init; }
}

/// <summary>The analyst's own text for one section of the report, with traces embedded as <c>[[coding:…]]</c>.</summary>
public sealed class Narrative : IEntity
{
    private Narrative() { }

    /// <summary>A new text.</summary>
    /// <param name="section">Such as <c>answer</c>, <c>theme:TH01</c>, <c>element:E</c>, <c>unforeseen</c>, <c>limits</c>.</param>
    /// <param name="text">The text.</param>
    /// <param name="authorId">Who wrote it.</param>
    /// <param name="at">When.</param>
    public Narrative(string section, Bilingual text, Id<Coder> authorId, DateTimeOffset at) =>
        (Id, Section, Text, AuthorId, At) = (Id<Narrative>.New(), section, text, authorId, at);

    /// <summary>Its identity.</summary>
    public Id<Narrative> Id { get; private set; }

    Guid IEntity.Key => Id.Value;

    /// <summary>The section.</summary>
    public string Section { get; private set; } = "";

    /// <summary>The text.</summary>
    public Bilingual Text { get; private set; } = Bilingual.Empty;

    /// <summary>Who wrote it.</summary>
    public Id<Coder> AuthorId { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Changes the text.</summary>
    /// <param name="text">The new text.</param>
    /// <param name="authorId">Who wrote it.</param>
    /// <param name="at">When.</param>
    public void Write(Bilingual text, Id<Coder> authorId, DateTimeOffset at) => (Text, AuthorId, At) = (text, authorId, at);
}
