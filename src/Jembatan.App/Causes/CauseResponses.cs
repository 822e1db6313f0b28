using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;

namespace Jembatan.App.Causes;

/// <summary>A cause of non-coverage, by how many informants name it, judged through the fit of the strategies that claim to remove it.</summary>
/// <param name="Place">1 for the first; causes with equal informants and groups share a place.</param>
/// <param name="Informants">Distinct informants with a coding of the code or a descendant, stance 0 or 1, outside interviewer turns.</param>
/// <param name="OfInformants">Informants with a coded source.</param>
/// <param name="Groups">Informants who name it, by group, in the order of the groups; groups with none are left out.</param>
/// <param name="Codings">Codings of the code or a descendant that count, whatever the stance.</param>
/// <param name="Contradicting">Informants with at least one coding of stance −1.</param>
/// <param name="ContradictingGroups">The same by group.</param>
/// <param name="Status"><c>unaddressed</c>, <c>addressed-misfit</c>, <c>addressed-fits</c> or <c>insufficient</c>.</param>
/// <param name="Strategies">The strategies that claim to remove it.</param>
/// <param name="Quotes">Three at most, chosen for spread over informants, groups and bases.</param>
/// <param name="Contradictions">Three at most, of those who contradict it.</param>
/// <param name="Cooccurring">Causes that the same informants name, most shared first.</param>
public sealed record RankedCause(
    Id<Code> Id, string Code, Bilingual Name, Bilingual Definition, Element? Element, CodeOrigin Origin, CodeLevel Level, string? Parent, string Color, int Place, int Informants, int OfInformants,
    IReadOnlyDictionary<InformantGroup, int> Groups, int Codings, int Contradicting, IReadOnlyDictionary<InformantGroup, int> ContradictingGroups, CauseBasis Basis,
    string Status, Bilingual StatusWords, IReadOnlyList<CauseStrategy> Strategies, IReadOnlyList<CauseQuote> Quotes, IReadOnlyList<CauseQuote> Contradictions,
    IReadOnlyList<CooccurringCause> Cooccurring);

/// <summary>Codings of a cause by what the informants' statements rest on.</summary>
/// <param name="Unstated">Codings without a basis.</param>
public sealed record CauseBasis(int Experience, int Knowledge, int Observation, int Unstated);

/// <summary>A strategy that claims to remove a cause, and its fit on the pair concerned.</summary>
/// <param name="Pair">The pair concerned; null for a cause of the strategy itself while no pair is rated.</param>
public sealed record CauseStrategy(Id<Strategy> Id, string Label, Bilingual Title, Pair? Pair, double? Fit, VerdictKind Verdict, Bilingual VerdictWords);

/// <summary>Words of an informant on a cause.</summary>
public sealed record CauseQuote(
    Id<Coding> CodingId, string Source, int Revision, int Start, int End, string Text, string? Informant, InformantGroup? Group, Basis? Basis, int Stance, string Code);

/// <summary>Another cause that the same informants name.</summary>
/// <param name="Informants">Informants who name both.</param>
public sealed record CooccurringCause(string Code, Bilingual Name, int Informants);

/// <summary>A strategy aimed at causes that no informant names.</summary>
/// <param name="NamesNone">Whether nobody names any of the causes that it claims to remove.</param>
/// <param name="Causes">Those that nobody names.</param>
public sealed record AimAtUnnamed(Id<Strategy> Id, string Label, Bilingual Title, bool NamesNone, IReadOnlyList<UnnamedCause> Causes);

/// <summary>A cause that a strategy claims to remove and no informant names.</summary>
/// <param name="Contradicting">Informants who contradict it.</param>
public sealed record UnnamedCause(string Code, Bilingual Name, int Contradicting);
