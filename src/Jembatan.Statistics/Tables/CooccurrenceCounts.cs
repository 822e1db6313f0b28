namespace Jembatan.Statistics.Tables;

/// <summary>A code on a stretch of a continuum.</summary>
/// <param name="Continuum">Number of the continuum, such as a source; stretches of different ones never meet.</param>
/// <param name="Start">First position, from 0.</param>
/// <param name="End">Position after the last one, above <paramref name="Start"/>.</param>
/// <param name="Code">Number of the code, from 0.</param>
public readonly record struct Stretch(int Continuum, int Start, int End, int Code);

/// <summary>A code in a unit, such as a paragraph, a turn or a source.</summary>
/// <param name="Unit">Number of the unit.</param>
/// <param name="Code">Number of the code, from 0.</param>
public readonly record struct UnitCode(int Unit, int Code);

/// <summary>How often codes occur, and how often each two occur together.</summary>
public sealed class CooccurrenceCounts
{
    private readonly long[] both;
    private readonly int[] touching;
    private readonly int[] most;
    private readonly int width;

    internal CooccurrenceCounts(int codes, int width, long[] occurrences, long[] both, int[] touching, int[] most, long? units) =>
        (Codes, this.width, Occurrences, this.both, this.touching, this.most, Units) = (codes, width, occurrences, both, touching, most, units);

    /// <summary>How many codes, K.</summary>
    public int Codes { get; }

    /// <summary>Occurrences of each code, length K: codings, or units that hold the code.</summary>
    public IReadOnlyList<long> Occurrences { get; }

    /// <summary>Units looked at; null when occurrences are codings.</summary>
    public long? Units { get; }

    /// <summary>Joint occurrences of two codes: pairs of codings that meet, or units that hold both; the same in both orders.</summary>
    /// <param name="a">One code.</param>
    /// <param name="b">Another code.</param>
    public long Both(int a, int b) => both[At(a, b)];

    /// <summary>Codings of the first code that meet at least one of the second; units that hold both.</summary>
    /// <param name="a">The code whose codings are counted.</param>
    /// <param name="b">The code that they meet.</param>
    public int Touching(int a, int b) => touching[At(a, b)];

    /// <summary>The most codings of the second code that one coding of the first meets; 1 or 0 for units.</summary>
    /// <param name="a">The code whose codings are looked at.</param>
    /// <param name="b">The code that they meet.</param>
    public int Most(int a, int b) => most[At(a, b)];

    /// <summary>Whether one passage makes the joint occurrences look like more than they are.</summary>
    /// <remarks>
    /// True when there are more joint occurrences than the rarer code has codings that meet the other, and one coding alone takes part in at least three joint occurrences and at least half of them: a long coding over many short ones. Joint occurrences above the codings of the rarer code (c or Dice above its range) are true too.
    /// <para><b>Source</b>: the caution of the ATLAS.ti manual, Code Co-occurrence, made a rule.</para>
    /// </remarks>
    /// <param name="a">One code.</param>
    /// <param name="b">Another code.</param>
    public bool IsDistorted(int a, int b)
    {
        var joint = Both(a, b);
        if (joint > Math.Min(Occurrences[a], Occurrences[b])) return true;
        var single = Math.Max(Most(a, b), Most(b, a));
        return single >= 3 && 2L * single >= joint && joint > Math.Min(Touching(a, b), Touching(b, a));
    }

    /// <summary>The counts of two codes for <see cref="CooccurrenceMeasures"/>.</summary>
    /// <param name="a">One code.</param>
    /// <param name="b">Another code.</param>
    public PairCounts Pair(int a, int b) => new(Occurrences[a], Occurrences[b], Both(a, b), Units);

    private int At(int a, int b)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(b);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(b, Codes);
        return (a * width) + b;
    }
}
