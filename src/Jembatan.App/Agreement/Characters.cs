using System.Collections;

namespace Jembatan.App.Agreement;

/// <summary>Every character of some stretches as a unit, without a list of them: a study has tens of millions.</summary>
internal sealed class Characters : IReadOnlyList<Stretch>
{
    private readonly IReadOnlyList<Stretch> stretches;
    private readonly int[] before; // characters before each stretch

    public Characters(IReadOnlyList<Stretch> stretches)
    {
        (this.stretches, before) = (stretches, new int[stretches.Count]);
        foreach (var (i, stretch) in stretches.Index())
        {
            before[i] = Count;
            Count += stretch.Length;
        }
    }

    public int Count { get; }

    public Stretch this[int index]
    {
        get
        {
            var place = Array.BinarySearch(before, index);
            if (place < 0) place = ~place - 1;
            var start = stretches[place].Start + index - before[place];
            return new(start, start + 1);
        }
    }

    public IEnumerator<Stretch> GetEnumerator() => Enumerable.Range(0, Count).Select(i => this[i]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
