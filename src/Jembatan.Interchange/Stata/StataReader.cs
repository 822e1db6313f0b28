using System.Globalization;
using System.Text;
using Jembatan.Core;
using Jembatan.Interchange.Intake;
using Jembatan.Interchange.Microdata;
using Jembatan.Interchange.Tables;

namespace Jembatan.Interchange.Stata;

/// <summary>Reads a Stata file of release 117, 118 or 119 (Stata 13 and later).</summary>
/// <remarks>Kept: all values, labels of variables and values. Missing values (. and .a to .z) are empty. Left out: formats (dates stay numbers), notes and characteristics.
/// <para>Untrusted input: every length is held against the bytes that are there.</para>
/// <para><b>Source</b>: StataCorp, help dta: description of the .dta file format 117, 118, 119.</para></remarks>
internal static class StataReader
{
    private const ushort LongText = 32768, Double = 65526, Float = 65527, Long = 65528, Int = 65529, Byte = 65530;

    internal static Result<MicrodataTable> Read(string name, byte[] bytes, ImportLimits limits)
    {
        if (!bytes.AsSpan().StartsWith("<stata_dta>"u8))
            return new Problem("stata/not-stata", $"'{name}' is no Stata file of release 13 or later. In Stata save it anew with 'save', or 'export delimited' it as .csv.", name);
        var c = new ByteCursor(bytes, false);
        if (!To(bytes, ref c, "<release>") || !int.TryParse(Encoding.ASCII.GetString(c.Take(3)), NumberStyles.None, CultureInfo.InvariantCulture, out var release) || release is not (117 or 118 or 119))
            return new Problem("stata/release", $"'{name}' has a release of the Stata format that is not read; 117, 118 and 119 are. In Stata save it with 'saveold, version(13)'.", name);
        if (!To(bytes, ref c, "<byteorder>")) return Torn(name, "header");
        c.IsBigEndian = c.Take(3).SequenceEqual("MSF"u8);
        if (!To(bytes, ref c, "<K>")) return Torn(name, "header");
        long k = release == 119 ? (uint)c.Int32() : c.UInt16();
        if (!To(bytes, ref c, "<N>")) return Torn(name, "header");
        var n = release == 117 ? (uint)c.Int32() : c.Int64();
        var encoding = release == 117 ? PlainCells.CodePage(1252) : Encoding.UTF8;
        var (nameLength, formatLength, labelLength) = release == 117 ? (33, 49, 81) : (129, 57, 321);
        if (!To(bytes, ref c, "<variable_types>") || k < 1 || n < 0 || k * 2 > c.Left) return Torn(name, "variables");
        if (k > limits.MaxCells || n > limits.MaxCells || k * n > limits.MaxCells) return TableReader.TooLarge(name, limits);

        var types = new ushort[k];
        for (var v = 0; v < types.Length; v++) types[v] = c.UInt16();
        var names = Texts(bytes, ref c, "<varnames>", types.Length, nameLength, encoding);
        _ = Texts(bytes, ref c, "<formats>", types.Length, formatLength, encoding);
        var labelNames = Texts(bytes, ref c, "<value_label_names>", types.Length, nameLength, encoding);
        var labels = Texts(bytes, ref c, "<variable_labels>", types.Length, labelLength, encoding);
        if (names is null || labelNames is null || labels is null) return Torn(name, "variables");
        if (types.Any(t => t is 0 or (> 2045 and < LongText) or (> LongText and < Double) or > Byte)) return Torn(name, "types of variables");

        if (!To(bytes, ref c, "<data>")) return Torn(name, "data");
        var begin = c.At;
        long width = types.Sum(t => (long)Width(t));
        if (width * n > c.Left) return Torn(name, "data");
        c.Skip(width * n);
        var longTexts = types.Contains(LongText) ? LongTexts(bytes, ref c, release, encoding) : [];
        var meanings = ValueLabels(bytes, ref c, nameLength, encoding);

        c.At = begin;
        var rows = new List<IReadOnlyList<string>>((int)n);
        for (long r = 0; r < n; r++)
        {
            var row = new string[types.Length];
            for (var v = 0; v < row.Length; v++) row[v] = Cell(ref c, types[v], release, encoding, longTexts);
            rows.Add(row);
        }

        if (c.IsBeyond) return Torn(name, "data");
        return MicrodataReader.Table(
            name, [.. types.Select((_, v) => new MicrodataColumn(names[v], labels[v], meanings.GetValueOrDefault(labelNames[v]) ?? new Dictionary<string, string>()))], rows, []);
    }

    private static int Width(ushort type) => type switch { LongText or Double => 8, Float or Long => 4, Int => 2, Byte => 1, _ => type };

    private static string Cell(ref ByteCursor c, ushort type, int release, Encoding encoding, Dictionary<(long, long), string> longTexts)
    {
        switch (type)
        {
            case Byte:
                var small = (sbyte)c.Byte();
                return small > 100 ? "" : PlainCells.Number((double)small);
            case Int:
                var middle = (short)c.UInt16();
                return middle > 32740 ? "" : PlainCells.Number((double)middle);
            case Long:
                var large = c.Int32();
                return large > 2147483620 ? "" : PlainCells.Number((double)large);
            case Float:
                var single = c.Single();
                return single >= BitConverter.Int32BitsToSingle(0x7f000000) ? "" : PlainCells.Number(single);
            case Double:
                var number = c.Double();
                return number >= BitConverter.Int64BitsToDouble(0x7fe0000000000000) ? "" : PlainCells.Number(number);
            case LongText:
                return longTexts.GetValueOrDefault(Pointer(ref c, release), "");
            default:
                return PlainCells.Text(c.Take(type), encoding);
        }
    }

    // Where a long text stands: variable and observation, packed into eight bytes.
    private static (long Variable, long Observation) Pointer(ref ByteCursor c, int release)
    {
        if (release == 117) return ((uint)c.Int32(), (uint)c.Int32());
        var eight = c.Take(8);
        if (eight.Length < 8) return default;
        var split = release == 118 ? 2 : 3;
        long Part(ReadOnlySpan<byte> part, bool isBig)
        {
            var value = 0L;
            for (var i = 0; i < part.Length; i++) value = (value << 8) | part[isBig ? i : part.Length - 1 - i];
            return value;
        }

        return (Part(eight[..split], c.IsBigEndian), Part(eight[split..], c.IsBigEndian));
    }

    private static Dictionary<(long, long), string> LongTexts(byte[] bytes, ref ByteCursor c, int release, Encoding encoding)
    {
        var texts = new Dictionary<(long, long), string>();
        if (!To(bytes, ref c, "<strls>")) return texts;
        while (c.Take(3).SequenceEqual("GSO"u8))
        {
            long variable = (uint)c.Int32();
            var observation = release == 117 ? (uint)c.Int32() : c.Int64();
            _ = c.Byte();
            var text = c.Take((uint)c.Int32());
            if (c.IsBeyond) break;
            texts[(variable, observation)] = PlainCells.Text(text, encoding);
        }

        return texts;
    }

    private static Dictionary<string, IReadOnlyDictionary<string, string>> ValueLabels(byte[] bytes, ref ByteCursor c, int nameLength, Encoding encoding)
    {
        var all = new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal);
        if (!To(bytes, ref c, "<value_labels>")) return all;
        while (c.Take(5).SequenceEqual("<lbl>"u8))
        {
            var length = c.Int32();
            var label = PlainCells.Text(c.Take(nameLength), encoding);
            c.Skip(3);
            var body = c.Take(length);
            if (c.IsBeyond) break;
            var inner = new ByteCursor(body, c.IsBigEndian);
            long count = (uint)inner.Int32();
            _ = inner.Int32();
            var meanings = new Dictionary<string, string>(StringComparer.Ordinal);
            if (count * 8 <= inner.Left)
            {
                var (offsets, values) = (new int[count], new int[count]);
                for (var i = 0; i < count; i++) offsets[i] = inner.Int32();
                for (var i = 0; i < count; i++) values[i] = inner.Int32();
                var texts = inner.Take(inner.Left);
                for (var i = 0; i < count; i++) if (offsets[i] >= 0 && offsets[i] < texts.Length) meanings[values[i].ToString(CultureInfo.InvariantCulture)] = PlainCells.Text(texts[offsets[i]..], encoding);
            }

            all[label] = meanings;
            c.Skip("</lbl>".Length);
        }

        return all;
    }

    private static string[]? Texts(byte[] bytes, ref ByteCursor c, string tag, int count, int length, Encoding encoding)
    {
        if (!To(bytes, ref c, tag) || (long)count * length > c.Left) return null;
        var texts = new string[count];
        for (var i = 0; i < count; i++) texts[i] = PlainCells.Text(c.Take(length), encoding);
        return texts;
    }

    private static bool To(byte[] bytes, ref ByteCursor c, string tag)
    {
        var at = bytes.AsSpan(c.At).IndexOf(Encoding.ASCII.GetBytes(tag));
        if (at < 0) return false;
        c.At += at + tag.Length;
        return true;
    }

    private static Problem Torn(string name, string where) => new("stata/damaged", $"'{name}' is damaged at its {where}. Copy it again, or export it from Stata as .csv.", name);
}
