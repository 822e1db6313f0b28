using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Jembatan.Statistics.Agreement;

/// <summary>The different ways in which coders valued a unit, with how many units each has. Coefficients and resamples never look at units again.</summary>
internal sealed class Patterns
{
    private const int DenseKeys = 1 << 16;

    public Patterns(int coders, int categories, int[] codes, double[] counts)
    {
        (Coders, Categories, Codes, Counts) = (coders, categories, codes, counts);
        Sizes = new int[counts.Length];
        for (var p = 0; p < Sizes.Length; p++)
            foreach (var code in this[p]) if (code >= 0) Sizes[p]++;
        foreach (var count in counts) Total += count;
    }

    public int Coders { get; }

    public int Categories { get; }

    /// <summary>Patterns × coders; −1 is missing.</summary>
    public int[] Codes { get; }

    /// <summary>Units of each pattern.</summary>
    public double[] Counts { get; }

    /// <summary>Values in each pattern.</summary>
    public int[] Sizes { get; }

    public double Total { get; }

    public int Length => Counts.Length;

    public ReadOnlySpan<int> this[int pattern] => Codes.AsSpan(pattern * Coders, Coders);

    public double Sum(Func<int, double, double> of)
    {
        double sum = 0;
        for (var p = 0; p < Length; p++) sum += of(p, Counts[p]);
        return sum;
    }

    /// <summary>Counts the patterns of a matrix of bytes, coders × units, 255 missing.</summary>
    public static Patterns Of(IReadOnlyList<byte[]> codes, int units, int categories)
    {
        var keys = 1L;
        for (var g = 0; g < codes.Count && keys <= DenseKeys; g++) keys *= categories + 1;
        if (keys > DenseKeys || codes.Count == 0)
        {
            if (codes.Any(c => c.Any(b => b != ReliabilityData.Missing && b >= categories))) throw new ArgumentException("A code is the place of a category, or 255.", nameof(codes));
            return Of([.. codes.Select(c => Array.ConvertAll(c, b => b == ReliabilityData.Missing ? -1 : b))], units, categories);
        }

        var counts = new int[keys];
        Span<ushort> block = stackalloc ushort[1024];
        for (var from = 0; from < units; from += block.Length)
        {
            var length = Math.Min(block.Length, units - from);
            Keys(codes, from, block[..length], categories);
            foreach (var key in block[..length]) counts[key]++;
        }

        return Decoded(counts, codes.Count, categories);
    }

    /// <summary>Counts the patterns of a matrix of whole numbers, coders × units, −1 missing, in the order in which they first occur.</summary>
    public static Patterns Of(IReadOnlyList<int[]> codes, int units, int categories)
    {
        var coders = codes.Count;
        var seen = new Dictionary<Row, int>(new RowComparer());
        var found = new List<int>();
        var counts = new List<double>();
        var row = new int[coders];
        for (var u = 0; u < units; u++)
        {
            for (var g = 0; g < coders; g++) row[g] = codes[g][u];
            ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(seen, new Row(row), out var known);
            if (!known)
            {
                place = counts.Count;
                found.AddRange(row);
                counts.Add(0);
                row = new int[coders];
            }

            counts[place]++;
        }

        return new(coders, categories, [.. found], [.. counts]);
    }

    // Key of a unit = Σ over coders of digit · (q+1)^g, where digit = code + 1 and a missing value wraps round to 0.
    private static void Keys(IReadOnlyList<byte[]> codes, int from, Span<ushort> keys, int categories)
    {
        keys.Clear();
        var worth = 1;
        foreach (var row in codes)
        {
            var source = row.AsSpan(from, keys.Length);
            var greatest = 0;
            var i = 0;
            if (Vector256.IsHardwareAccelerated)
            {
                var factor = Vector256.Create((ushort)worth);
                var most = Vector256<ushort>.Zero;
                for (; i + 16 <= source.Length; i += 16)
                {
                    var digits = Vector128.Create<byte>(source.Slice(i, 16)) + Vector128<byte>.One;
                    var wide = Vector256.Create(Vector128.WidenLower(digits), Vector128.WidenUpper(digits));
                    most = Vector256.Max(most, wide);
                    var target = keys.Slice(i, 16);
                    (Vector256.Create<ushort>(target) + (wide * factor)).CopyTo(target);
                }

                for (var lane = 0; lane < Vector256<ushort>.Count; lane++) greatest = Math.Max(greatest, most[lane]);
            }

            for (; i < source.Length; i++)
            {
                var digit = unchecked((byte)(source[i] + 1));
                greatest = Math.Max(greatest, digit);
                keys[i] += (ushort)(digit * worth);
            }

            if (greatest > categories) throw new ArgumentException("A code is the place of a category, or 255.", nameof(codes));
            worth *= categories + 1;
        }
    }

    private static Patterns Decoded(int[] byKey, int coders, int categories)
    {
        var length = byKey.AsSpan().Length - byKey.AsSpan().Count(0);
        var (codes, counts) = (new int[length * coders], new double[length]);
        for (int key = 0, p = 0; key < byKey.Length; key++)
        {
            if (byKey[key] == 0) continue;
            counts[p] = byKey[key];
            for (int g = 0, rest = key; g < coders; g++, rest /= categories + 1) codes[(p * coders) + g] = (rest % (categories + 1)) - 1;
            p++;
        }

        return new(coders, categories, codes, counts);
    }

    private readonly record struct Row(int[] Codes);

    private sealed class RowComparer : IEqualityComparer<Row>
    {
        public bool Equals(Row x, Row y) => x.Codes.AsSpan().SequenceEqual(y.Codes);

        public int GetHashCode(Row row)
        {
            var hash = 2166136261u;
            foreach (var code in row.Codes) hash = unchecked(((hash ^ (uint)code) * 16777619u) ^ (hash >> 15));
            return (int)hash;
        }
    }
}
