namespace Jembatan.Text.Anchors;

/// <summary>A stretch of a text with what is needed to find it in another version.</summary>
/// <param name="Start">First position in the old text, UTF-16 units.</param>
/// <param name="End">Position after the last, UTF-16 units.</param>
/// <param name="Quote">The exact words.</param>
/// <param name="Before">Context before them.</param>
/// <param name="After">Context after them.</param>
public sealed record Anchor(int Start, int End, string Quote, string Before, string After);

/// <summary>How an anchor came to its new place.</summary>
public enum AnchorMove
{
    /// <summary>The words are the same; their place follows from the changes around them.</summary>
    Kept,

    /// <summary>The words themselves were corrected, beginning and end are still there.</summary>
    Corrected,

    /// <summary>Found again elsewhere by the same words in their context.</summary>
    Found,

    /// <summary>Not to be placed: to be listed as orphaned.</summary>
    Lost,
}

/// <summary>The new place of an anchor.</summary>
/// <param name="How">How it was found.</param>
/// <param name="Start">First position in the new text, UTF-16 units; 0 when lost.</param>
/// <param name="End">Position after the last, UTF-16 units; 0 when lost.</param>
public readonly record struct AnchorPlace(AnchorMove How, int Start, int End)
{
    /// <summary>The place of an anchor that cannot be placed.</summary>
    public static AnchorPlace Lost { get; } = new(AnchorMove.Lost, 0, 0);
}
