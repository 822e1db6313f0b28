namespace Jembatan.Statistics.Tables;

/// <summary>Counts co-occurrences of codes: of stretches that meet, of units that hold both, and of text that carries both.</summary>
/// <remarks>
/// Stretches are met by a sweep. For a coding x and a code b, the codings of b that x meets are those that start before x ends, less those that end before x starts: two running counts for all codes at once, so that a coding costs a few vector operations per
/// block of codes however many codings it meets.
/// <para><b>Cost</b>: O(N log N + N · K/w) time for N codings, K codes and vectors of w counts; O(K²) memory beside the codings.</para>
/// <para><b>Oracle</b>: comparison of every pair of codings, in the tests.</para>
/// </remarks>
public static class Cooccurrence
{
    /// <summary>The most codes that fit: their table of pairs has the square of it.</summary>
    public const int MaxCodes = 4096;

    /// <summary>Codings that overlap, or that lie no farther apart than a distance.</summary>
    /// <param name="stretches">The codings in any order, at least one position long.</param>
    /// <param name="codes">How many codes, K, at most <see cref="MaxCodes"/>; each stretch's code is below it.</param>
    /// <param name="apart">Most positions between two codings; null asks for overlap, by at least one position.</param>
    /// <param name="cancellationToken">Stops the sweep.</param>
    /// <returns>Occurrences are codings; two codings of the same code are not counted as a pair.</returns>
    /// <exception cref="ArgumentException">A stretch is empty or has no such code.</exception>
    public static CooccurrenceCounts Near(ReadOnlySpan<Stretch> stretches, int codes, int? apart, CancellationToken cancellationToken = default)
    {
        CheckCodes(codes);
        if (apart is { } distance) ArgumentOutOfRangeException.ThrowIfNegative(distance, nameof(apart));
        foreach (var s in stretches)
            if (s.End <= s.Start || s.Start < 0 || (uint)s.Code >= (uint)codes) throw new ArgumentException($"{s} is empty, begins before 0 or has no code below {codes}.", nameof(stretches));

        var sweep = new CooccurrenceSweep(codes, apart is { } n ? n + 1L : 0);
        var sorted = SortedStretches.Of(stretches);
        for (var from = 0; from < sorted.Count;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var to = sorted.EndOfContinuum(from);
            sweep.Add(sorted.Starts[from..to], sorted.Ends[from..to], sorted.Codes[from..to], cancellationToken);
            from = to;
        }

        return sweep.Counts();
    }

    /// <summary>Units that hold two codes.</summary>
    /// <param name="members">Which code stands in which unit, in any order; twice the same counts once.</param>
    /// <param name="codes">How many codes, K, at most <see cref="MaxCodes"/>.</param>
    /// <param name="units">How many units there are, those without codes included.</param>
    /// <param name="cancellationToken">Stops the count.</param>
    /// <exception cref="ArgumentException">A member has no such code, or more units hold codes than there are.</exception>
    public static CooccurrenceCounts Together(ReadOnlySpan<UnitCode> members, int codes, long units, CancellationToken cancellationToken = default)
    {
        CheckCodes(codes);
        var keys = new long[members.Length];
        for (var i = 0; i < members.Length; i++)
        {
            if ((uint)members[i].Code >= (uint)codes) throw new ArgumentException($"{members[i]} has no code below {codes}.", nameof(members));
            keys[i] = ((long)members[i].Unit << 32) | (uint)members[i].Code;
        }

        Array.Sort(keys);
        var occurrences = new long[codes];
        var both = new long[codes * codes];
        var touching = new int[codes * codes];
        var most = new int[codes * codes];
        var present = new List<int>();
        long holding = 0;
        for (var from = 0; from < keys.Length;)
        {
            if ((holding & 0xFFF) == 0) cancellationToken.ThrowIfCancellationRequested();
            var unit = keys[from] >> 32;
            present.Clear();
            for (; from < keys.Length && keys[from] >> 32 == unit; from++)
            {
                var code = (int)(uint)keys[from];
                if (present.Count == 0 || present[^1] != code) present.Add(code);
            }

            holding++;
            for (var i = 0; i < present.Count; i++)
            {
                var row = present[i] * codes;
                occurrences[present[i]]++;
                for (var j = 0; j < i; j++) both[row + present[j]]++;
            }
        }

        if (holding > units) throw new ArgumentException($"{holding} units hold codes, but there are {units}.", nameof(units));
        for (var a = 0; a < codes; a++)
        {
            for (var b = 0; b < a; b++)
            {
                both[(b * codes) + a] = both[(a * codes) + b];
                touching[(a * codes) + b] = touching[(b * codes) + a] = (int)both[(a * codes) + b];
                most[(a * codes) + b] = most[(b * codes) + a] = both[(a * codes) + b] > 0 ? 1 : 0;
            }
        }

        return new(codes, codes, occurrences, both, touching, most, units);
    }

    /// <summary>Positions that carry two codes, each position counted once however many codings cover it.</summary>
    /// <param name="stretches">The codings in any order, at least one position long.</param>
    /// <param name="codes">How many codes, K, at most <see cref="MaxCodes"/>.</param>
    /// <param name="positions">How many positions all continua have.</param>
    /// <param name="cancellationToken">Stops the sweep.</param>
    /// <returns>Occurrences and joint occurrences are positions, units are all positions; so c and Jaccard are shares of text, never above 1.</returns>
    /// <exception cref="ArgumentException">A stretch is empty or has no such code.</exception>
    public static CooccurrenceCounts SharedText(ReadOnlySpan<Stretch> stretches, int codes, long positions, CancellationToken cancellationToken = default)
    {
        CheckCodes(codes);
        foreach (var s in stretches)
            if (s.End <= s.Start || (uint)s.Code >= (uint)codes) throw new ArgumentException($"{s} is empty or has no code below {codes}.", nameof(stretches));
        var shared = new SharedTextSweep(codes);
        var sorted = SortedStretches.Of(stretches);
        for (var from = 0; from < sorted.Count;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var to = sorted.EndOfContinuum(from);
            shared.Add(sorted.Starts[from..to], sorted.Ends[from..to], sorted.Codes[from..to]);
            from = to;
        }

        return shared.Counts(positions);
    }

    private static void CheckCodes(int codes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(codes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(codes, MaxCodes);
    }
}
