using Jembatan.Core;

namespace Jembatan.Storage.Merge;

/// <summary>How many entities of a kind a merge touched.</summary>
/// <param name="Kind">Kind of entity.</param>
/// <param name="Added">Added to this copy.</param>
/// <param name="Changed">Changed in this copy.</param>
/// <param name="Removed">Removed from this copy, by the other's removals or because both had made the same thing.</param>
public sealed record MergedKind(string Kind, int Added, int Changed, int Removed);

/// <summary>What a merge did, or would do.</summary>
/// <param name="From">The other copy.</param>
/// <param name="Steps">Steps of the other copy that this one lacked.</param>
/// <param name="Kinds">Entities touched, by kind.</param>
/// <param name="Joined">Things that both copies had made and that became one.</param>
/// <param name="Conflicts">Conflicts that this merge found, or that the other copy still had.</param>
/// <param name="Warnings">Clocks that are wrong, and words that consent may not cover.</param>
public sealed record MergeOutcome(
    string From, int Steps, IReadOnlyList<MergedKind> Kinds, int Joined, IReadOnlyList<Conflict> Conflicts, IReadOnlyList<Problem> Warnings);
