namespace Jembatan.Statistics.Agreement;

/// <summary>How the standard error and the interval are found.</summary>
public enum IntervalMethod
{
    /// <summary>Resampling units with replacement; percentile interval. Asks: had other units of the same kind been coded?</summary>
    UnitsBootstrap,

    /// <summary>Gwet's linearisation, with Student's t; for Cohen's κ the large-sample formula of Fleiss, Cohen and Everitt, with the normal distribution.</summary>
    Analytic,

    /// <summary>Leaving out one unit at a time, with Student's t.</summary>
    Jackknife,

    /// <summary>Krippendorff's bootstrap of pairs with the expected disagreement held fixed; for α only, and narrower than the others.</summary>
    KrippendorffBootstrap,

    /// <summary>No interval.</summary>
    None,
}
