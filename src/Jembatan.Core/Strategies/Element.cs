namespace Jembatan.Core.Strategies;

/// <summary>The five elements of SERVO.</summary>
public enum Element
{
    /// <summary>S, strategy: goals, scope, competitive basis, business model.</summary>
    Strategy,

    /// <summary>E, environment: actors and conditions around the institution, workers among them.</summary>
    Environment,

    /// <summary>R, resources: money, people, means, name, and the capabilities built on them.</summary>
    Resources,

    /// <summary>V, values: preferences of those who decide.</summary>
    Values,

    /// <summary>O, organization: culture, leadership, staff, structure, systems.</summary>
    Organization,
}

/// <summary>Two elements held against each other. The first four make the verdict; the others are secondary.</summary>
public enum Pair
{
    /// <summary>Strategy and environment.</summary>
    SE,

    /// <summary>Strategy and resources.</summary>
    SR,

    /// <summary>Strategy and values.</summary>
    SV,

    /// <summary>Strategy and organization.</summary>
    SO,

    /// <summary>Environment and resources.</summary>
    ER,

    /// <summary>Environment and values.</summary>
    EV,

    /// <summary>Environment and organization.</summary>
    EO,

    /// <summary>Resources and values.</summary>
    RV,

    /// <summary>Resources and organization.</summary>
    RO,

    /// <summary>Values and organization.</summary>
    VO,
}

/// <summary>Elements and pairs as letters, and the pairs that make a verdict.</summary>
public static class Elements
{
    /// <summary>The four pairs that make a verdict, in the order of the board.</summary>
    public static IReadOnlyList<Pair> MainPairs { get; } = [Pair.SE, Pair.SR, Pair.SV, Pair.SO];

    /// <summary>The letter of an element.</summary>
    /// <param name="element">The element.</param>
    public static string Letter(this Element element) => element switch
    {
        Element.Strategy => "S",
        Element.Environment => "E",
        Element.Resources => "R",
        Element.Values => "V",
        _ => "O",
    };

    /// <summary>The element of a letter or English name; null when it is none.</summary>
    /// <param name="text">Such as <c>E</c> or <c>environment</c>.</param>
    public static Element? Parse(string? text) => text?.Trim().ToUpperInvariant() switch
    {
        "S" or "STRATEGY" => Element.Strategy,
        "E" or "ENVIRONMENT" => Element.Environment,
        "R" or "RESOURCES" => Element.Resources,
        "V" or "VALUES" => Element.Values,
        "O" or "ORGANIZATION" => Element.Organization,
        _ => null,
    };

    /// <summary>The pair concerned by causes of an element; null for S, which takes the lowest pair.</summary>
    /// <param name="element">The element.</param>
    public static Pair? PairConcerned(this Element element) => element switch
    {
        Element.Environment => Pair.SE,
        Element.Resources => Pair.SR,
        Element.Values => Pair.SV,
        Element.Organization => Pair.SO,
        _ => null,
    };

    /// <summary>The element that a main pair holds against the strategy.</summary>
    /// <param name="pair">One of <see cref="MainPairs"/>.</param>
    public static Element Other(this Pair pair) => pair switch
    {
        Pair.SE => Element.Environment,
        Pair.SR => Element.Resources,
        Pair.SV => Element.Values,
        Pair.SO => Element.Organization,
        _ => throw new ArgumentOutOfRangeException(nameof(pair), pair, "Only S–E, S–R, S–V and S–O have one other element."),
    };
}

/// <summary>What the fit of a strategy comes to, in a word.</summary>
public enum VerdictKind
{
    /// <summary><i>Sesuai</i>.</summary>
    Fit,

    /// <summary><i>Cukup sesuai</i>.</summary>
    FairlyFit,

    /// <summary><i>Belum jelas</i>.</summary>
    Unclear,

    /// <summary><i>Tidak sesuai</i>.</summary>
    Misfit,

    /// <summary><i>Bukti belum cukup</i>; never an analyst's verdict.</summary>
    Insufficient,
}
