using System.Numerics;
using System.Runtime.InteropServices;

namespace Jembatan.Statistics.Tables;

/// <summary>The count behind <see cref="Cooccurrence.Near"/>; one object for all continua.</summary>
/// <remarks>Two codings meet when each starts before the other ends, both ends moved out by the reach: 0 for overlap, n + 1 for at most n positions between.</remarks>
internal sealed class CooccurrenceSweep
{
    private readonly int codes;
    private readonly int width; // codes, filled up to whole vectors
    private readonly long reach;
    private readonly long[] occurrences;
    private readonly long[] flushed;
    private readonly int[] both;
    private readonly int[] touching;
    private readonly int[] most;
    private readonly int[] started;
    private readonly int[] ended;
    private readonly Stack<int> free = new();
    private int[] snapshots = [];
    private long pending;

    public CooccurrenceSweep(int codes, long reach)
    {
        (this.codes, this.reach) = (codes, reach);
        width = (codes + Vector<int>.Count - 1) / Vector<int>.Count * Vector<int>.Count;
        occurrences = new long[codes];
        flushed = new long[codes * width];
        (both, touching, most) = (new int[codes * width], new int[codes * width], new int[codes * width]);
        (started, ended) = (new int[width], new int[width]);
    }

    /// <summary>The stretches of one continuum, by start.</summary>
    public void Add(ReadOnlySpan<int> starts, ReadOnlySpan<int> ends, ReadOnlySpan<int> code, CancellationToken cancellationToken)
    {
        // Where a coding meets few others it is cheaper to visit them one by one than to look at all codes.
        var (meetings, firstBeyond) = (0L, new int[starts.Length]);
        for (var x = 0; x < starts.Length; x++)
        {
            firstBeyond[x] = FirstStartingFrom(starts, x + 1, ends[x] + reach);
            meetings += firstBeyond[x] - x - 1;
        }

        if (meetings * 4 < (long)starts.Length * width / Vector<int>.Count) Visit(starts, ends, code, firstBeyond, cancellationToken);
        else Sweep(starts, ends, code, cancellationToken);
    }

    // The coding itself, those before it that still reach it, and those that start in it.
    private void Visit(ReadOnlySpan<int> starts, ReadOnlySpan<int> ends, ReadOnlySpan<int> code, int[] firstBeyond, CancellationToken cancellationToken)
    {
        var met = new int[width];
        var (open, seen) = (new List<int>(), new List<int>());
        for (var x = 0; x < starts.Length; x++)
        {
            if ((x & 0xFFF) == 0) cancellationToken.ThrowIfCancellationRequested();
            var kept = 0;
            foreach (var y in CollectionsMarshal.AsSpan(open))
            {
                if (starts[x] >= ends[y] + reach) continue;
                open[kept++] = y;
                if (met[code[y]]++ == 0) seen.Add(code[y]);
            }

            CollectionsMarshal.SetCount(open, kept);
            for (var y = x + 1; y < firstBeyond[x]; y++)
                if (met[code[y]]++ == 0) seen.Add(code[y]);
            var row = code[x] * width;
            foreach (var b in seen)
            {
                flushed[row + b] += met[b];
                touching[row + b]++;
                if (met[b] > most[row + b]) most[row + b] = met[b];
                met[b] = 0;
            }

            seen.Clear();
            occurrences[code[x]]++;
            if (firstBeyond[x] > x + 1) open.Add(x);
        }
    }

    private static int FirstStartingFrom(ReadOnlySpan<int> starts, int from, long position)
    {
        // Near at hand for most codings: doubling steps, then halving.
        var step = 1;
        while (from + step < starts.Length && starts[from + step] < position) step *= 2;
        int low = from + (step / 2), high = Math.Min(from + step, starts.Length);
        if (step == 1) low = from;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (starts[middle] < position) low = middle + 1;
            else high = middle;
        }

        return Math.Max(low, from);
    }

    private void Sweep(ReadOnlySpan<int> starts, ReadOnlySpan<int> ends, ReadOnlySpan<int> code, CancellationToken cancellationToken)
    {
        var m = starts.Length;
        Array.Clear(started);
        Array.Clear(ended);
        int[] byEnd = new int[m], endKeys = ends.ToArray(), slot = new int[m];
        for (var i = 0; i < m; i++) byEnd[i] = i;
        Array.Sort(endKeys, byEnd);

        int open = 0, counted = 0, gone = 0;
        for (var close = 0; close < m; close++)
        {
            if ((close & 0xFFF) == 0) cancellationToken.ThrowIfCancellationRequested();
            var x = byEnd[close];
            var until = endKeys[close] + reach;

            while (open <= x) // up to x: its count of those that ended before it began is kept until it closes
            {
                while (gone < m && endKeys[gone] <= starts[open] - reach) ended[code[byEnd[gone++]]]++;
                slot[open] = Take();
                ended.CopyTo(snapshots, slot[open] * width);
                open++;
            }

            while (counted < m && starts[counted] < until) started[code[counted++]]++;
            if ((pending += m) > int.MaxValue) Flush();
            occurrences[code[x]]++;
            started[code[x]]--; // x does not meet itself
            Close(code[x], slot[x]);
            started[code[x]]++;
            free.Push(slot[x]);
        }
    }

    public CooccurrenceCounts Counts()
    {
        Flush();
        for (var k = 0; k < codes; k++) flushed[(k * width) + k] = touching[(k * width) + k] = most[(k * width) + k] = 0;
        return new(codes, width, occurrences, flushed, touching, most, null);
    }

    private void Close(int code, int at)
    {
        var s = MemoryMarshal.Cast<int, Vector<int>>(started);
        var e = MemoryMarshal.Cast<int, Vector<int>>(snapshots.AsSpan(at * width, width));
        var b = MemoryMarshal.Cast<int, Vector<int>>(both.AsSpan(code * width, width));
        var t = MemoryMarshal.Cast<int, Vector<int>>(touching.AsSpan(code * width, width));
        var o = MemoryMarshal.Cast<int, Vector<int>>(most.AsSpan(code * width, width));
        for (var i = 0; i < s.Length; i++)
        {
            var met = s[i] - e[i];
            b[i] += met;
            t[i] -= Vector.GreaterThan(met, Vector<int>.Zero); // a true lane is −1
            o[i] = Vector.Max(o[i], met);
        }
    }

    private int Take()
    {
        if (free.TryPop(out var slot)) return slot;
        var had = snapshots.Length / Math.Max(width, 1);
        Array.Resize(ref snapshots, Math.Max(16, had * 2) * width);
        for (var i = Math.Max(16, had * 2) - 1; i > had; i--) free.Push(i);
        return had;
    }

    // Sums are kept in 32 bits while they cannot overflow.
    private void Flush()
    {
        for (var i = 0; i < both.Length; i++)
        {
            flushed[i] += both[i];
            both[i] = 0;
        }

        pending = 0;
    }
}
