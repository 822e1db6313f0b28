using Jembatan.Core;
using Jembatan.Interchange.Intake;
using Jembatan.Interchange.Microdata;
using Jembatan.Interchange.Tables;

namespace Jembatan.Interchange.Spss;

/// <summary>Reads an SPSS system file (.sav, .zsav): plain, compressed by bytes, or compressed by zlib.</summary>
/// <remarks>Kept: all values, long names, labels of variables and values. System-missing values and values that the file declares missing are empty; the latter are counted. Left out: formats (dates stay numbers of
/// seconds), documents, weights and multiple-response sets.
/// <para>Untrusted input: every length is held against the bytes that are there; expanded data are bounded.</para>
/// <para><b>Source</b>: the system file format as described in the PSPP developers' guide.</para></remarks>
internal static class SpssReader
{
    internal static Result<MicrodataTable> Read(string name, byte[] bytes, ImportLimits limits)
    {
        var dictionary = SpssDictionary.Read(name, bytes);
        if (dictionary.Problem is { } problem) return problem;
        var d = dictionary.Value;
        if (d.Columns.Count == 0) return TableReader.NoRows(name);
        byte[]? data = d.Compression switch { 0 or 1 => bytes[d.DataAt..], _ => SpssBlocks.Expand(bytes, d.DataAt, d.IsBigEndian, limits) };
        if (data is null) return SpssDictionary.Torn(name, "compressed data");
        var elements = new SpssElements(data, d.Compression != 0, d.Bias, d.IsBigEndian);

        var (rows, declaredMissing, torn) = (new List<IReadOnlyList<string>>(), 0, false);
        var widest = d.Columns.Sum(c => c.Elements);
        var buffer = new byte[widest * 8];
        while (d.Cases < 0 || rows.Count < d.Cases)
        {
            if ((long)(rows.Count + 1) * d.Columns.Count > limits.MaxCells) return TableReader.TooLarge(name, limits);
            var got = 0;
            while (got < widest && elements.Next(buffer.AsSpan(got * 8, 8))) got++;
            if (got < widest)
            {
                torn = got > 0 || (d.Cases > 0 && rows.Count < d.Cases);
                break;
            }

            var (row, at) = (new string[d.Columns.Count], 0);
            for (var v = 0; v < row.Length; v++)
            {
                var column = d.Columns[v];
                var cell = buffer.AsSpan(at * 8, column.Elements * 8);
                row[v] = column.Width == 0 ? d.Number(cell, column, ref declaredMissing) : d.Text(cell, column);
                at += column.Elements;
            }

            rows.Add(row);
        }

        if (torn && rows.Count == 0) return SpssDictionary.Torn(name, "data");
        List<string> losses = [];
        if (torn) losses.Add(FormattableString.Invariant($"The file ends in the middle of its data; {rows.Count} whole rows were read."));
        if (declaredMissing > 0) losses.Add(FormattableString.Invariant($"{declaredMissing} values that the file declares missing are empty."));
        return MicrodataReader.Table(name, [.. d.Columns.Select(c => new MicrodataColumn(c.Name, c.Label, c.ValueLabels))], rows, losses);
    }
}
