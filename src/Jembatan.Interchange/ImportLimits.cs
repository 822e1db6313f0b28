namespace Jembatan.Interchange;

/// <summary>How much of a file is read before it is refused.</summary>
/// <remarks>Sizes are counted while reading; what a file says of itself is not trusted.</remarks>
public sealed record ImportLimits
{
    /// <summary>The limits used unless others are given.</summary>
    public static ImportLimits Default { get; } = new();

    /// <summary>Largest file, bytes.</summary>
    public long MaxFileBytes { get; init; } = 64L << 20;

    /// <summary>Largest part of a container when expanded, bytes.</summary>
    public long MaxExpandedBytes { get; init; } = 128L << 20;

    /// <summary>Most entries in a container.</summary>
    public int MaxZipEntries { get; init; } = 10_000;

    /// <summary>Largest ratio of expanded to stored bytes of a part over <see cref="RatioFloorBytes"/>.</summary>
    public int MaxRatio { get; init; } = 250;

    /// <summary>Parts smaller than this, expanded, may have any ratio; bytes.</summary>
    public long RatioFloorBytes { get; init; } = 8L << 20;

    /// <summary>Deepest nesting of markup.</summary>
    public int MaxDepth { get; init; } = 400;

    /// <summary>Most cells of a table.</summary>
    public int MaxCells { get; init; } = 5_000_000;

    /// <summary>Most pages of a PDF.</summary>
    public int MaxPages { get; init; } = 5_000;
}
