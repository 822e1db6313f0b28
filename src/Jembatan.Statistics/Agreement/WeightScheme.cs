namespace Jembatan.Statistics.Agreement;

/// <summary>How much two different values still agree: the weights w of the κ family, 1 for equal values.</summary>
/// <remarks>
/// With values x (their numbers, or their places 1…q where an order is given): linear 1−|x−y|/(max−min) · quadratic 1−(x−y)²/(max−min)² · radical 1−√|x−y|/√(max−min) ·
/// ordinal 1−C(|i−j|+1,2)/C(q,2) by place · ratio, circular and bipolar 1−d/max d with d = ((x−y)/(x+y))², sin²(π(x−y)/(max−min+1)), (x−y)²/((x+y−2min)(2max−x−y)).
/// <para><b>Unit</b>: dimensionless, 0 to 1.</para>
/// <para><b>Source</b>: Gwet, K. L. (2014). Handbook of Inter-Rater Reliability, 4th ed., Advanced Analytics, ch. 3.</para>
/// <para><b>Oracle</b>: irrCAC 1.0, in <c>tests/oracles/agreement.json</c>.</para>
/// </remarks>
public enum WeightScheme
{
    /// <summary>Only equal values agree.</summary>
    Identity,

    /// <summary>Falls with the distance.</summary>
    Linear,

    /// <summary>Falls with the square of the distance.</summary>
    Quadratic,

    /// <summary>Falls with the number of pairs of ranks between.</summary>
    Ordinal,

    /// <summary>Falls with the root of the distance.</summary>
    Radical,

    /// <summary>Falls with the squared relative distance.</summary>
    Ratio,

    /// <summary>Falls with the distance on a circle.</summary>
    Circular,

    /// <summary>Falls faster near the ends of the scale.</summary>
    Bipolar,
}
