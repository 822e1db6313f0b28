using Jembatan.Core.Qualitative;

namespace Jembatan.Core.Strategies;

/// <summary>What kind of thing bears witness.</summary>
public enum EvidenceKind
{
    /// <summary>Words of an informant: a coding.</summary>
    Quote,

    /// <summary>A document.</summary>
    Document,

    /// <summary>A figure from a statistic.</summary>
    Statistic,

    /// <summary>Something the researcher observed.</summary>
    Observation,
}

/// <summary>What an item of evidence says beyond its kind.</summary>
/// <param name="Statement">What it says, in one sentence; for a quote, empty.</param>
public sealed record EvidenceDetails(string Statement)
{
    /// <summary>Who issued it: its group when strength is counted; null for a quote, whose informant has a group.</summary>
    public string? Issuer { get; init; }

    /// <summary>Where it was read: address, page, table.</summary>
    public string? Citation { get; init; }

    /// <summary>When it was issued or observed, as printed.</summary>
    public string? Date { get; init; }

    /// <summary>A point of a shipped series, <c>series/date</c>, such as <c>informal-share/2025-08</c>.</summary>
    public string? SeriesPoint { get; init; }

    /// <summary>Bearing on the strategy: 1 supports, −1 contradicts, 0 neither.</summary>
    public int Stance { get; init; } = 1;

    /// <summary>Weight, default 1.</summary>
    public double Weight { get; init; } = 1;
}

/// <summary>An item that ratings and factors rest on.</summary>
public sealed class Evidence : IEntity
{
    private Evidence() { }

    /// <summary>New evidence.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="details">What it says.</param>
    /// <param name="codingId">The coding, for a quote.</param>
    /// <param name="strategyId">The strategy it bears on; null when it bears on any.</param>
    /// <param name="coderId">Who brought it.</param>
    /// <param name="at">When it was entered.</param>
    public Evidence(EvidenceKind kind, EvidenceDetails details, Id<Coding>? codingId, Id<Strategy>? strategyId, Id<Coder> coderId, DateTimeOffset at)
    {
        (Id, Kind, CodingId, StrategyId, CoderId, At) = (Id<Evidence>.New(), kind, codingId, strategyId, coderId, at);
        Revise(details);
    }

    /// <summary>Its identity.</summary>
    public Id<Evidence> Id { get; private set; }

    Guid IEntity.Key => Id.Value;

    /// <summary>Its kind.</summary>
    public EvidenceKind Kind { get; private set; }

    /// <summary>The coding, for a quote.</summary>
    public Id<Coding>? CodingId { get; private set; }

    /// <summary>The strategy it bears on.</summary>
    public Id<Strategy>? StrategyId { get; private set; }

    /// <summary>What it says.</summary>
    public string Statement { get; private set; } = "";

    /// <summary>Who issued it.</summary>
    public string? Issuer { get; private set; }

    /// <summary>Where it was read.</summary>
    public string? Citation { get; private set; }

    /// <summary>When it was issued or observed.</summary>
    public string? Date { get; private set; }

    /// <summary>A point of a shipped series.</summary>
    public string? SeriesPoint { get; private set; }

    /// <summary>Bearing on the strategy.</summary>
    public int Stance { get; private set; }

    /// <summary>Weight.</summary>
    public double Weight { get; private set; } = 1;

    /// <summary>Who brought it.</summary>
    public Id<Coder> CoderId { get; private set; }

    /// <summary>When it was entered.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Lets a quote rest on another coding of the same words, as when two codes are merged.</summary>
    /// <param name="codingId">The coding that stays.</param>
    public void RestOn(Id<Coding> codingId) => CodingId = codingId;

    /// <summary>What it says, as one value.</summary>
    public EvidenceDetails Details => new(Statement) { Issuer = Issuer, Citation = Citation, Date = Date, SeriesPoint = SeriesPoint, Stance = Stance, Weight = Weight };

    /// <summary>Changes what it says.</summary>
    /// <param name="d">The new details.</param>
    public void Revise(EvidenceDetails d)
    {
        ArgumentNullException.ThrowIfNull(d);
        (Statement, Issuer, Citation, Date, SeriesPoint, Stance, Weight) = (d.Statement, d.Issuer, d.Citation, d.Date, d.SeriesPoint, d.Stance, d.Weight);
    }
}

/// <summary>A statement about an element that holds whatever the strategy.</summary>
public sealed class Factor : IEntity
{
    private Factor() { }

    /// <summary>A new factor.</summary>
    /// <param name="element">The element.</param>
    /// <param name="sub">Sub-element, such as <c>economic</c>.</param>
    /// <param name="statement">What holds.</param>
    /// <param name="anticipated">Whether it is expected rather than observed.</param>
    /// <param name="horizon">By when, if anticipated.</param>
    /// <param name="evidence">What it rests on.</param>
    public Factor(Element element, string sub, Bilingual statement, bool anticipated, string? horizon, IReadOnlyList<Id<Evidence>> evidence) =>
        (Id, Element, Sub, Statement, Anticipated, Horizon, Evidence) = (Id<Factor>.New(), element, sub, statement, anticipated, horizon, evidence);

    /// <summary>Its identity.</summary>
    public Id<Factor> Id { get; private set; }

    Guid IEntity.Key => Id.Value;

    /// <summary>The element.</summary>
    public Element Element { get; private set; }

    /// <summary>Sub-element.</summary>
    public string Sub { get; private set; } = "";

    /// <summary>What holds.</summary>
    public Bilingual Statement { get; private set; } = Bilingual.Empty;

    /// <summary>Whether it is expected rather than observed.</summary>
    public bool Anticipated { get; private set; }

    /// <summary>By when.</summary>
    public string? Horizon { get; private set; }

    /// <summary>What it rests on.</summary>
    public IReadOnlyList<Id<Evidence>> Evidence { get; private set; } = [];

    /// <summary>Changes statement and evidence.</summary>
    /// <param name="statement">What holds.</param>
    /// <param name="evidence">What it rests on.</param>
    public void Revise(Bilingual statement, IReadOnlyList<Id<Evidence>> evidence) => (Statement, Evidence) = (statement, evidence);
}
