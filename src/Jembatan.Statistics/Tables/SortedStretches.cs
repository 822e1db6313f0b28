namespace Jembatan.Statistics.Tables;

/// <summary>Stretches by continuum and start, as columns.</summary>
internal sealed class SortedStretches
{
    private readonly int[] continua;
    private readonly int[] starts;
    private readonly int[] ends;
    private readonly int[] codes;

    private SortedStretches(int count) => (continua, starts, ends, codes) = (new int[count], new int[count], new int[count], new int[count]);

    public int Count => continua.Length;

    public ReadOnlySpan<int> Starts => starts;

    public ReadOnlySpan<int> Ends => ends;

    public ReadOnlySpan<int> Codes => codes;

    public static SortedStretches Of(ReadOnlySpan<Stretch> stretches)
    {
        var sorted = new SortedStretches(stretches.Length);
        if (InOrder(stretches))
        {
            for (var i = 0; i < stretches.Length; i++) sorted.Set(i, stretches[i]);
            return sorted;
        }

        var keys = new long[stretches.Length];
        var order = new int[stretches.Length];
        for (var i = 0; i < stretches.Length; i++) (keys[i], order[i]) = (Key(stretches[i]), i);
        Array.Sort(keys, order);
        for (var i = 0; i < order.Length; i++) sorted.Set(i, stretches[order[i]]);
        return sorted;
    }

    /// <summary>The place after the last stretch of the continuum that begins at a place.</summary>
    public int EndOfContinuum(int from)
    {
        var to = from + 1;
        while (to < continua.Length && continua[to] == continua[from]) to++;
        return to;
    }

    private static bool InOrder(ReadOnlySpan<Stretch> stretches)
    {
        for (var i = 1; i < stretches.Length; i++)
            if (Key(stretches[i]) < Key(stretches[i - 1])) return false;
        return true;
    }

    private static long Key(Stretch s) => ((long)s.Continuum << 32) | (uint)s.Start;

    private void Set(int i, Stretch s) => (continua[i], starts[i], ends[i], codes[i]) = (s.Continuum, s.Start, s.End, s.Code);
}
