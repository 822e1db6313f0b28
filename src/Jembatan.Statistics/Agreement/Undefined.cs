namespace Jembatan.Statistics.Agreement;

/// <summary>Why there is no coefficient.</summary>
public enum Undefined
{
    /// <summary>There are fewer than two coders.</summary>
    OneCoder,

    /// <summary>No unit has two values.</summary>
    NoPairableUnit,

    /// <summary>Every value is the same, so that agreement by chance is certain.</summary>
    NoVariation,

    /// <summary>There is one category, and the chance term needs two.</summary>
    OneCategory,

    /// <summary>The coefficient is for two coders.</summary>
    TwoCodersOnly,

    /// <summary>A coder gave no value at all.</summary>
    SilentCoder,

    /// <summary>The level or the weights need numbers.</summary>
    NotNumeric,

    /// <summary>The level or the weights need an order of the values.</summary>
    NotOrdered,

    /// <summary>A ratio needs values from 0.</summary>
    NegativeValue,

    /// <summary>A value lies outside the poles.</summary>
    OutsidePoles,

    /// <summary>The continuum has no length.</summary>
    EmptyContinuum,

    /// <summary>No two coders' units intersect.</summary>
    NoIntersection,
}

/// <summary>The reasons in words.</summary>
public static class UndefinedWords
{
    /// <summary>One English sentence that says why there is no number.</summary>
    /// <param name="reason">The reason.</param>
    public static string Sentence(this Undefined reason) => reason switch
    {
        Undefined.OneCoder => "Undefined: agreement needs at least two coders.",
        Undefined.NoPairableUnit => "Undefined: no unit has values of two coders.",
        Undefined.NoVariation => "Undefined: no variation. Every value is the same, so that chance alone would agree everywhere.",
        Undefined.OneCategory => "Undefined: only one category is known, and the chance term needs two.",
        Undefined.TwoCodersOnly => "Undefined: this coefficient is for two coders. Use conger-kappa, light-kappa, fleiss-kappa or krippendorff-alpha.",
        Undefined.SilentCoder => "Undefined: a coder gave no value at all, so that the coder's own distribution is unknown.",
        Undefined.NotNumeric => "Undefined: the level or the weights need numbers, and some values are words.",
        Undefined.NotOrdered => "Undefined: the level or the weights need values in an order, and words have none.",
        Undefined.NegativeValue => "Undefined: a ratio needs values from 0, and some are negative.",
        Undefined.OutsidePoles => "Undefined: a value lies outside the poles of the bipolar level.",
        Undefined.EmptyContinuum => "Undefined: the continuum has no length.",
        Undefined.NoIntersection => "Undefined: no units of two coders intersect.",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };
}
