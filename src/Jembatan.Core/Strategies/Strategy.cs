using Jembatan.Core.Qualitative;

namespace Jembatan.Core.Strategies;

/// <summary>By what a strategy works.</summary>
public enum Approach
{
    /// <summary>Wins new members.</summary>
    Acquire,

    /// <summary>Keeps members.</summary>
    Retain,

    /// <summary>Changes the price.</summary>
    Price,

    /// <summary>Somebody else pays.</summary>
    Subsidy,

    /// <summary>Changes the benefit package.</summary>
    Product,

    /// <summary>Changes where one joins or pays.</summary>
    Channel,

    /// <summary>Reminds or collects by itself.</summary>
    Remind,

    /// <summary>Tells people.</summary>
    Comms,

    /// <summary>Enforces a duty.</summary>
    Enforce,

    /// <summary>Gets or matches data.</summary>
    Data,

    /// <summary>Works through partners.</summary>
    Partner,

    /// <summary>Finds money.</summary>
    Funding,
}

/// <summary>How far a strategy has come.</summary>
public enum StrategyStatus
{
    /// <summary>Decided, not begun.</summary>
    Planned,

    /// <summary>Tried in some places.</summary>
    Pilot,

    /// <summary>Under way.</summary>
    Running,

    /// <summary>Over.</summary>
    Ended,
}

/// <summary>What a strategy wants to reach.</summary>
/// <param name="Metric">What is counted.</param>
/// <param name="Baseline">Value at the start; null when not known.</param>
/// <param name="Target">Value wanted; null when not known.</param>
/// <param name="Unit">Unit of both.</param>
/// <param name="Due">By when, as printed: a year, month or day.</param>
public sealed record StrategyGoal(Bilingual Metric, double? Baseline, double? Target, string Unit, string? Due);

/// <summary>Whom, where and with which programmes.</summary>
/// <param name="Segments">Segments of workers.</param>
/// <param name="Areas">Areas.</param>
/// <param name="Programmes">Programmes, such as JKK, JKM, JHT.</param>
public sealed record StrategyScope(IReadOnlyList<string> Segments, IReadOnlyList<string> Areas, IReadOnlyList<string> Programmes);

/// <summary>Who pays and who collects.</summary>
/// <param name="Payer">Who pays the contribution.</param>
/// <param name="FundingSource">From which money.</param>
/// <param name="UnitCost">Cost per unit in words.</param>
/// <param name="Collector">Who collects.</param>
public sealed record BusinessModel(Bilingual Payer, Bilingual FundingSource, Bilingual UnitCost, Bilingual Collector);

/// <summary>What must hold for the strategy to work.</summary>
/// <param name="Text">The assumption.</param>
/// <param name="Element">The element it is about.</param>
/// <param name="Indicator">How it could be tested.</param>
public sealed record Assumption(Bilingual Text, Element Element, Bilingual Indicator);

/// <summary>A statement about a strategy with its source.</summary>
/// <param name="Text">The statement.</param>
/// <param name="Citations">Where it was read.</param>
/// <param name="Mark">A official, B press or secondary, C calculated.</param>
public sealed record StatedFact(Bilingual Text, IReadOnlyList<string> Citations, string Mark);

/// <summary>What is known of a strategy beyond its key.</summary>
/// <param name="Title">Title in both languages.</param>
public sealed record StrategyDetails(Bilingual Title)
{
    /// <summary>What it is.</summary>
    public Bilingual Summary { get; init; } = Bilingual.Empty;

    /// <summary>By what it works.</summary>
    public IReadOnlyList<Approach> Approaches { get; init; } = [];

    /// <summary>What it wants to reach.</summary>
    public StrategyGoal? Goal { get; init; }

    /// <summary>Whom, where and with what.</summary>
    public StrategyScope Scope { get; init; } = new([], [], []);

    /// <summary>Why a worker would choose it and stay.</summary>
    public Bilingual Basis { get; init; } = Bilingual.Empty;

    /// <summary>Who pays and who collects.</summary>
    public BusinessModel? BusinessModel { get; init; }

    /// <summary>How far it has come.</summary>
    public StrategyStatus Status { get; init; } = StrategyStatus.Running;

    /// <summary>Since when, as printed.</summary>
    public string? From { get; init; }

    /// <summary>Until when, as printed.</summary>
    public string? To { get; init; }

    /// <summary>Who owns it.</summary>
    public string? Owner { get; init; }

    /// <summary>Rules it rests on.</summary>
    public IReadOnlyList<string> LegalBasis { get; init; } = [];

    /// <summary>The causes that it claims to remove.</summary>
    public IReadOnlyList<Id<Code>> Mechanism { get; init; } = [];

    /// <summary>What must hold for it to work.</summary>
    public IReadOnlyList<Assumption> Assumptions { get; init; } = [];

    /// <summary>What is reported of it, with sources.</summary>
    public IReadOnlyList<StatedFact> Facts { get; init; } = [];
}

/// <summary>A set of decisions and actions toward a goal, whose fit is judged.</summary>
public sealed class Strategy : IEntity
{
    private Strategy() { }

    /// <summary>A new strategy.</summary>
    /// <param name="label">Its key, such as <c>perisai</c>, unique in the study.</param>
    /// <param name="details">What is known of it.</param>
    /// <param name="order">Place on the board.</param>
    public Strategy(string label, StrategyDetails details, int order)
    {
        (Id, Label, Order) = (Id<Strategy>.New(), label, order);
        Revise(details);
    }

    /// <summary>Its identity.</summary>
    public Id<Strategy> Id { get; private set; }

    Guid IEntity.Key => Id.Value;

    /// <summary>Its key, such as <c>perisai</c>.</summary>
    public string Label { get; private set; } = "";

    /// <summary>Place on the board.</summary>
    public int Order { get; private set; }

    /// <summary>Title.</summary>
    public Bilingual Title { get; private set; } = Bilingual.Empty;

    /// <summary>What it is.</summary>
    public Bilingual Summary { get; private set; } = Bilingual.Empty;

    /// <summary>By what it works.</summary>
    public IReadOnlyList<Approach> Approaches { get; private set; } = [];

    /// <summary>What it wants to reach.</summary>
    public StrategyGoal? Goal { get; private set; }

    /// <summary>Whom, where and with what.</summary>
    public StrategyScope Scope { get; private set; } = new([], [], []);

    /// <summary>Why a worker would choose it and stay.</summary>
    public Bilingual Basis { get; private set; } = Bilingual.Empty;

    /// <summary>Who pays and who collects.</summary>
    public BusinessModel? BusinessModel { get; private set; }

    /// <summary>How far it has come.</summary>
    public StrategyStatus Status { get; private set; }

    /// <summary>Since when.</summary>
    public string? From { get; private set; }

    /// <summary>Until when.</summary>
    public string? To { get; private set; }

    /// <summary>Who owns it.</summary>
    public string? Owner { get; private set; }

    /// <summary>Rules it rests on.</summary>
    public IReadOnlyList<string> LegalBasis { get; private set; } = [];

    /// <summary>The causes that it claims to remove.</summary>
    public IReadOnlyList<Id<Code>> Mechanism { get; private set; } = [];

    /// <summary>What must hold for it to work.</summary>
    public IReadOnlyList<Assumption> Assumptions { get; private set; } = [];

    /// <summary>What is reported of it.</summary>
    public IReadOnlyList<StatedFact> Facts { get; private set; } = [];

    /// <summary>What is known of it, as one value to vary with <c>with</c>.</summary>
    public StrategyDetails Details => new(Title)
    {
        Summary = Summary, Approaches = Approaches, Goal = Goal, Scope = Scope, Basis = Basis, BusinessModel = BusinessModel, Status = Status,
        From = From, To = To, Owner = Owner, LegalBasis = LegalBasis, Mechanism = Mechanism, Assumptions = Assumptions, Facts = Facts,
    };

    /// <summary>Changes what is known of it.</summary>
    /// <param name="d">The new details.</param>
    public void Revise(StrategyDetails d)
    {
        ArgumentNullException.ThrowIfNull(d);
        (Title, Summary, Approaches, Goal, Scope, Basis, BusinessModel) = (d.Title, d.Summary, d.Approaches, d.Goal, d.Scope, d.Basis, d.BusinessModel);
        (Status, From, To, Owner, LegalBasis, Mechanism, Assumptions, Facts) = (d.Status, d.From, d.To, d.Owner, d.LegalBasis, d.Mechanism, d.Assumptions, d.Facts);
    }
}

/// <summary>Target and achievement of a strategy at a date.</summary>
public sealed class Performance : IEntity
{
    private Performance() { }

    /// <summary>A new point.</summary>
    /// <param name="strategyId">The strategy.</param>
    /// <param name="date">As printed: a year, month or day in ISO order.</param>
    /// <param name="metric">What is counted.</param>
    /// <param name="target">Value wanted; null when none was set.</param>
    /// <param name="achieved">Value reached; null when not known.</param>
    /// <param name="unit">Unit of both.</param>
    /// <param name="source">Where it was read.</param>
    /// <param name="mark">A, B or C; null for the user's own.</param>
    public Performance(Id<Strategy> strategyId, string date, Bilingual metric, double? target, double? achieved, string unit, string source, string? mark) =>
        (Id, StrategyId, Date, Metric, Target, Achieved, Unit, Source, Mark) =
        (Id<Performance>.New(), strategyId, date, metric, target, achieved, unit, source, mark);

    /// <summary>Its identity.</summary>
    public Id<Performance> Id { get; private set; }

    Guid IEntity.Key => Id.Value;

    /// <summary>The strategy.</summary>
    public Id<Strategy> StrategyId { get; private set; }

    /// <summary>When.</summary>
    public string Date { get; private set; } = "";

    /// <summary>What is counted.</summary>
    public Bilingual Metric { get; private set; } = Bilingual.Empty;

    /// <summary>Value wanted.</summary>
    public double? Target { get; private set; }

    /// <summary>Value reached.</summary>
    public double? Achieved { get; private set; }

    /// <summary>Unit.</summary>
    public string Unit { get; private set; } = "";

    /// <summary>Where it was read.</summary>
    public string Source { get; private set; } = "";

    /// <summary>Confidence mark.</summary>
    public string? Mark { get; private set; }

    /// <summary>Changes the values.</summary>
    /// <param name="target">Value wanted.</param>
    /// <param name="achieved">Value reached.</param>
    /// <param name="source">Where it was read.</param>
    public void Set(double? target, double? achieved, string source) => (Target, Achieved, Source) = (target, achieved, source);
}
