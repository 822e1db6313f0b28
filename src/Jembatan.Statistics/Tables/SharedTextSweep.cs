using System.Numerics;
using System.Runtime.InteropServices;

namespace Jembatan.Statistics.Tables;

/// <summary>The sweep behind <see cref="Cooccurrence.SharedText"/>: covered(b, p) = settled(b) + p where b is open, settled(b) where not, is the text of code b before position p, for all codes at once.</summary>
internal sealed class SharedTextSweep
{
    private readonly int codes;
    private readonly int width;
    private readonly long[] occurrences;
    private readonly long[] both;
    private readonly long[] settled;
    private readonly long[] open; // all bits set where a code is open

    public SharedTextSweep(int codes)
    {
        this.codes = codes;
        width = (codes + Vector<long>.Count - 1) / Vector<long>.Count * Vector<long>.Count;
        (occurrences, both, settled, open) = (new long[codes], new long[codes * width], new long[width], new long[width]);
    }

    /// <summary>The stretches of one continuum, by start.</summary>
    public void Add(ReadOnlySpan<int> starts, ReadOnlySpan<int> ends, ReadOnlySpan<int> code)
    {
        Array.Clear(settled);
        Array.Clear(open);
        var events = Union(starts, ends, code);
        foreach (var (position, c, begins) in events)
        {
            // Σ over stretches of a of covered(b, end) − covered(b, start).
            Book(c, position, begins);
            settled[c] += begins ? -position : position;
            open[c] = begins ? -1 : 0;
            occurrences[c] += begins ? -position : position;
        }
    }

    public CooccurrenceCounts Counts(long positions)
    {
        var touching = new int[codes * width];
        for (var k = 0; k < codes; k++) both[(k * width) + k] = 0;
        for (var i = 0; i < both.Length; i++) touching[i] = (int)Math.Min(both[i], int.MaxValue);
        return new(codes, width, occurrences, both, touching, [.. touching.Select(t => t > 0 ? 1 : 0)], positions);
    }

    private void Book(int c, int position, bool begins)
    {
        var s = MemoryMarshal.Cast<long, Vector<long>>(settled);
        var o = MemoryMarshal.Cast<long, Vector<long>>(open);
        var b = MemoryMarshal.Cast<long, Vector<long>>(both.AsSpan(c * width, width));
        var at = new Vector<long>(position);
        for (var i = 0; i < s.Length; i++)
        {
            var covered = s[i] + (o[i] & at);
            b[i] = begins ? b[i] - covered : b[i] + covered;
        }
    }

    // Where each code begins and ends once its own overlapping stretches are joined; by position, ends first.
    private (int Position, int Code, bool Begins)[] Union(ReadOnlySpan<int> starts, ReadOnlySpan<int> ends, ReadOnlySpan<int> code)
    {
        var until = new int[codes];
        var events = new List<(int Position, int Code, bool Begins)>(2 * starts.Length);
        for (var i = 0; i < starts.Length; i++)
        {
            var c = code[i];
            if (starts[i] > until[c] || (until[c] == 0 && starts[i] == 0))
            {
                if (until[c] > 0) events.Add((until[c], c, false));
                events.Add((starts[i], c, true));
            }

            until[c] = Math.Max(until[c], ends[i]);
        }

        for (var c = 0; c < codes; c++)
            if (until[c] > 0) events.Add((until[c], c, false));
        return [.. events.OrderBy(e => e.Position).ThenBy(e => e.Begins)];
    }
}
