using System.Text;
using Jembatan.Core;
using Jembatan.Interchange.Intake;

namespace Jembatan.Interchange.Spss;

/// <summary>A variable of a system file; a very long text is one column over several of the file's variables.</summary>
internal sealed class SpssColumn
{
    public required byte[] ShortName { get; init; }
    public required int First { get; init; }
    public required int Width { get; set; }
    public required int Elements { get; set; }
    public byte[] RawLabel { get; set; } = [];
    public string Name { get; set; } = "";
    public string Label { get; set; } = "";
    public double? MissingLow { get; set; }
    public double? MissingHigh { get; set; }
    public List<double> Missing { get; } = [];
    public List<int> Segments { get; } = [];
    public Dictionary<string, string> ValueLabels { get; } = new(StringComparer.Ordinal);
}

/// <summary>What stands before the data of a system file.</summary>
internal sealed class SpssDictionary
{
    private readonly List<(List<(byte[] Value, byte[] Label)> Labels, List<int> Variables)> labelSets = [];
    private byte[] longNames = [];
    private byte[] veryLong = [];
    private Encoding encoding = PlainCells.CodePage(1252);

    public List<SpssColumn> Columns { get; } = [];
    public int Compression { get; private set; }
    public int Cases { get; private set; }
    public double Bias { get; private set; }
    public bool IsBigEndian { get; private set; }
    public int DataAt { get; private set; }

    public static Result<SpssDictionary> Read(string name, byte[] bytes)
    {
        if (bytes.Length < 176 || !(bytes.AsSpan().StartsWith("$FL2"u8) || bytes.AsSpan().StartsWith("$FL3"u8)))
            return new Problem("spss/not-spss", $"'{name}' is no SPSS system file, whatever its name says. Open it in the program that made it and save it as .sav or .csv.", name);
        var d = new SpssDictionary();
        var c = new ByteCursor(bytes, false) { At = 64 };
        if (c.Int32() is not (2 or 3))
        {
            c = new ByteCursor(bytes, true) { At = 64 };
            d.IsBigEndian = true;
            if (c.Int32() is not (2 or 3)) return Torn(name, "header");
        }

        c.Skip(4);
        d.Compression = c.Int32();
        c.Skip(4);
        d.Cases = c.Int32();
        d.Bias = c.Double();
        c.At = 176;
        if (d.Compression is < 0 or > 2 || !double.IsFinite(d.Bias)) return Torn(name, "header");
        var element = 0;
        while (!c.IsBeyond)
        {
            switch (c.Int32())
            {
                case 2: d.Variable(ref c, ref element); break;
                case 3: d.Labels(ref c); break;
                case 6: c.Skip(80L * (uint)c.Int32()); break;
                case 7: d.Extension(ref c); break;
                case 999:
                    c.Skip(4);
                    if (c.IsBeyond) return Torn(name, "dictionary");
                    d.DataAt = c.At;
                    d.Finish();
                    return d;
                default: return Torn(name, "dictionary");
            }
        }

        return Torn(name, "dictionary");
    }

    internal static Problem Torn(string name, string where) => new("spss/damaged", $"'{name}' is damaged at its {where}. Copy it again, or save it from SPSS or PSPP as .csv.", name);

    /// <summary>A numeric cell; missing ones are empty.</summary>
    public string Number(ReadOnlySpan<byte> cell, SpssColumn column, ref int declaredMissing)
    {
        var value = new ByteCursor(cell, IsBigEndian).Double();
        if (value == -double.MaxValue || !double.IsFinite(value)) return "";
        if (!column.Missing.Contains(value) && !(column.MissingLow <= value && value <= column.MissingHigh)) return PlainCells.Number(value);
        declaredMissing++;
        return "";
    }

    /// <summary>A text cell; the segments of a very long one hold 255 bytes each.</summary>
    public string Text(ReadOnlySpan<byte> cell, SpssColumn column)
    {
        if (column.Segments.Count <= 1) return PlainCells.Text(cell[..Math.Min(column.Width, cell.Length)], encoding);
        var joined = new List<byte>();
        var at = 0;
        foreach (var elements in column.Segments)
        {
            joined.AddRange(cell.Slice(at * 8, Math.Min(elements * 8, 255)));
            at += elements;
        }

        return PlainCells.Text([.. joined.Take(column.Width)], encoding);
    }

    private void Variable(ref ByteCursor c, ref int element)
    {
        var (type, hasLabel, missing) = (c.Int32(), c.Int32(), c.Int32());
        c.Skip(8);
        var shortName = c.Take(8).ToArray();
        byte[] label = [];
        if (hasLabel == 1)
        {
            long length = (uint)c.Int32();
            label = c.Take(length).ToArray();
            c.Skip((4 - (length % 4)) % 4);
        }

        var values = new double[Math.Min(3, Math.Abs((long)missing))];
        for (var i = 0; i < values.Length; i++) values[i] = c.Double();
        element++;
        if (type < 0 || c.IsBeyond) return; // the rest of a text
        var column = new SpssColumn { ShortName = shortName, First = element, Width = Math.Min(type, 255), Elements = type == 0 ? 1 : (Math.Min(type, 255) + 7) / 8, RawLabel = label };
        column.Segments.Add(column.Elements);
        if (type == 0 && missing > 0) column.Missing.AddRange(values);
        if (type == 0 && missing is -2 or -3)
        {
            (column.MissingLow, column.MissingHigh) = (values[0], values[1]);
            if (values.Length == 3) column.Missing.Add(values[2]);
        }

        Columns.Add(column);
    }

    private void Labels(ref ByteCursor c)
    {
        long count = (uint)c.Int32();
        var labels = new List<(byte[], byte[])>();
        for (long i = 0; i < count && !c.IsBeyond; i++)
        {
            var value = c.Take(8).ToArray();
            var length = c.Byte();
            labels.Add((value, c.Take(length).ToArray()));
            c.Skip((8 - ((length + 1) % 8)) % 8);
        }

        if (c.Int32() != 4)
        {
            c.Skip(long.MaxValue);
            return;
        }

        long variables = (uint)c.Int32();
        var of = new List<int>();
        for (long i = 0; i < variables && !c.IsBeyond; i++) of.Add(c.Int32());
        labelSets.Add((labels, of));
    }

    private void Extension(ref ByteCursor c)
    {
        var subtype = c.Int32();
        long size = (uint)c.Int32(), count = (uint)c.Int32();
        var data = c.Take(size * count);
        if (subtype == 3 && data.Length >= 32) encoding = PlainCells.CodePage(new ByteCursor(data[28..], IsBigEndian).Int32() is var page and > 4 ? page : 1252);
        else if (subtype == 13) longNames = data.ToArray();
        else if (subtype == 14) veryLong = data.ToArray();
        else if (subtype == 20 && Encoding.ASCII.GetString(data).Trim().Equals("UTF-8", StringComparison.OrdinalIgnoreCase)) encoding = Encoding.UTF8;
    }

    // Names, labels and very long texts need the encoding, which may stand behind them.
    private void Finish()
    {
        foreach (var column in Columns) (column.Name, column.Label) = (PlainCells.Text(column.ShortName, encoding), PlainCells.Text(column.RawLabel, encoding));
        foreach (var (labels, variables) in labelSets)
            foreach (var column in Columns.Where(v => variables.Contains(v.First)))
                foreach (var (value, label) in labels)
                    column.ValueLabels[column.Width > 0 ? PlainCells.Text(value, encoding) : PlainCells.Number(new ByteCursor(value, IsBigEndian).Double())] = PlainCells.Text(label, encoding);
        foreach (var (shortName, width) in Pairs(veryLong, '\0'))
        {
            var at = Columns.FindIndex(v => v.Name.Equals(shortName, StringComparison.OrdinalIgnoreCase));
            if (at < 0 || !int.TryParse(width.Trim('\0', ' '), out var wanted) || wanted <= 255 || wanted > 1 << 20) continue;
            var more = ((wanted + 251) / 252) - 1;
            if (at + more >= Columns.Count || Columns.GetRange(at, more + 1).Any(v => v.Width == 0)) continue;
            foreach (var part in Columns.GetRange(at + 1, more))
            {
                Columns[at].Segments.Add(part.Elements);
                Columns[at].Elements += part.Elements;
            }

            Columns[at].Width = wanted;
            Columns.RemoveRange(at + 1, more);
        }

        var byShort = Columns.GroupBy(v => v.Name, StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => g.First(), StringComparer.OrdinalIgnoreCase);
        foreach (var (shortName, longName) in Pairs(longNames, '\t'))
            if (byShort.TryGetValue(shortName, out var column) && longName.Trim('\0').Length > 0) column.Name = longName.Trim('\0');
    }

    private IEnumerable<(string Key, string Value)> Pairs(byte[] data, char separator) =>
        from pair in encoding.GetString(data).Replace("\t", separator == '\0' ? "" : "\t", StringComparison.Ordinal).Split(separator, StringSplitOptions.RemoveEmptyEntries)
        let at = pair.IndexOf('=', StringComparison.Ordinal)
        where at > 0
        select (pair[..at].Trim(), pair[(at + 1)..]);
}
