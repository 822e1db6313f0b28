using Jembatan.Core.Strategies;

namespace Jembatan.Servo;

/// <summary>How strong a body of evidence is, whichever way it points.</summary>
/// <param name="Value">q, 0 to .9.</param>
/// <param name="Items">Distinct items of evidence.</param>
/// <param name="Supporting">Items with stance above 0.</param>
/// <param name="Contradicting">Items with stance below 0.</param>
/// <param name="Informants">Distinct informants among the quotes.</param>
/// <param name="Groups">Distinct known groups: informant groups and issuing bodies.</param>
/// <param name="IsCapped">Whether q stands at its cap.</param>
public sealed record EvidenceStrength(double Value, int Items, int Supporting, int Contradicting, int Informants, int Groups, bool IsCapped)
{
    /// <summary>Cap of q when all evidence comes from one group.</summary>
    public const double OneGroupCap = .6;

    /// <summary>Cap of q otherwise.</summary>
    public const double Cap = .9;

    /// <summary>Strength q of a set of items.</summary>
    /// <remarks>
    /// q = 1 − Π(1 − qᵢ), one factor per distinct origin: .15 for all quotes of one informant together, .25 per document, .35 per statistic, .20 per observation;
    /// at most .6 when all comes from one group, else at most .9. An item whose group is not known never counts as a second group.
    /// <para><b>Unit</b>: dimensionless, 0 (none) to .9. It measures how much was heard and read, not how much of it agrees.</para>
    /// <para><b>Left out</b>: the weight of an item, which is kept and shown but enters no formula.</para>
    /// <para><b>Source</b>: a proposal of Jembatan.</para>
    /// </remarks>
    /// <param name="evidence">Items in any order; the same id twice counts once.</param>
    /// <returns>q = 0 for no items.</returns>
    public static EvidenceStrength Of(IEnumerable<ScoredEvidence> evidence)
    {
        var items = evidence.DistinctBy(e => e.Id).ToList();
        var origins = items.Select(e => (e.Kind, e.Origin)).Distinct().ToList();
        var groups = items.Where(e => !string.IsNullOrWhiteSpace(e.Group)).Select(e => e.Group!.Trim()).Distinct(StringComparer.OrdinalIgnoreCase).Count();

        // By kind, so that the product does not depend on the order of the items.
        var doubt = 1.0;
        foreach (var kind in Enum.GetValues<EvidenceKind>())
            doubt *= Math.Pow(1 - Contribution(kind), origins.Count(o => o.Kind == kind));

        var cap = groups > 1 ? Cap : OneGroupCap;
        return new(Math.Min(1 - doubt, cap), items.Count, items.Count(e => e.Stance > 0), items.Count(e => e.Stance < 0),
            origins.Count(o => o.Kind == EvidenceKind.Quote), groups, 1 - doubt >= cap);
    }

    /// <summary>The contribution qᵢ of one origin.</summary>
    /// <param name="kind">Kind of evidence.</param>
    public static double Contribution(EvidenceKind kind) => kind switch
    {
        EvidenceKind.Quote => .15,
        EvidenceKind.Document => .25,
        EvidenceKind.Statistic => .35,
        _ => .20,
    };
}
