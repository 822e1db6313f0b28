namespace Jembatan.Simulation.Engine.Lanes;

/// <summary>How many persons a kernel handles at a time; every width gives the same bits.</summary>
public enum Width
{
    /// <summary>The widest that the machine has.</summary>
    Best = 0,

    /// <summary>One at a time, without vectors.</summary>
    One = 1,

    /// <summary>Eight at a time (AVX2 and FMA).</summary>
    Eight = 8,

    /// <summary>Sixteen at a time (AVX-512).</summary>
    Sixteen = 16,
}

/// <summary>What the machine has.</summary>
internal static class Widths
{
    /// <summary>The width to use for a wish: a wish that the machine cannot fulfil falls to the next smaller one.</summary>
    public static Width Resolve(Width wish) => wish switch
    {
        Width.Best or Width.Sixteen when Lanes16.IsSupported => Width.Sixteen,
        Width.Best or Width.Sixteen or Width.Eight when Lanes8.IsSupported => Width.Eight,
        _ => Width.One,
    };
}
