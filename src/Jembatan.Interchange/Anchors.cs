using Jembatan.Core.Qualitative;
using Jembatan.Text.Anchors;

namespace Jembatan.Interchange;

/// <summary>A selection carried to the next revision.</summary>
/// <param name="How">How it was found.</param>
/// <param name="Selection">The selection in the new text; null when it is lost and must be listed as orphaned.</param>
public sealed record MovedSelection(AnchorMove How, TextSelection? Selection);

/// <summary>Carries selections from one revision of a source to the next.</summary>
public static class Anchors
{
    /// <summary>Finds the selections in the new text.</summary>
    /// <param name="from">The text of the old revision.</param>
    /// <param name="to">The text of the new one.</param>
    /// <param name="selections">Selections of the old text, positions in code points.</param>
    /// <returns>One answer per selection, in their order; positions in code points of the new text.</returns>
    public static IReadOnlyList<MovedSelection> Move(CanonicalText from, CanonicalText to, IReadOnlyList<TextSelection> selections)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(selections);
        var places = Reanchoring.Move(from.Value, to.Value, [.. selections.Select(s => new Anchor(from.ToUtf16(s.Start), from.ToUtf16(s.End), s.Quote, s.Before, s.After))]);
        return [.. places.Select(p => p.How == AnchorMove.Lost
            ? new MovedSelection(p.How, null)
            : new MovedSelection(p.How, to.Select(to.FromUtf16(p.Start), to.FromUtf16(p.End)).Value))];
    }
}
