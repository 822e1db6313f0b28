using Jembatan.Core;
using Jembatan.Interchange.Dbf;
using Jembatan.Interchange.Intake;
using Jembatan.Interchange.Spss;
using Jembatan.Interchange.Stata;
using Jembatan.Interchange.Tables;

namespace Jembatan.Interchange.Microdata;

/// <summary>Reads a survey file: csv, tsv, xlsx, dBASE (.dbf), SPSS (.sav, .zsav) or Stata (.dta).</summary>
/// <remarks>Left out: formats of display, notes, weights settings; each reader lists what it left out.
/// <para>Untrusted input: see <see cref="ImportLimits"/>; sizes that a file claims are held against the bytes that are there.</para></remarks>
public static class MicrodataReader
{
    /// <summary>File extensions that are read.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [.. TableReader.Extensions, ".dbf", ".sav", ".zsav", ".dta"];

    /// <summary>Reads a survey file.</summary>
    /// <param name="name">Name of the file; its extension tells the format.</param>
    /// <param name="content">The file, from its beginning.</param>
    /// <param name="limits">How much is read; null for the default.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The table, or <c>table/unknown-format</c>, <c>table/too-large</c>, <c>table/no-rows</c>, <c>import/empty</c>, <c>import/too-large</c>, or one that begins with <c>dbf/</c>, <c>spss/</c>, <c>stata/</c>, <c>csv/</c> or <c>xlsx/</c>.</returns>
    public static async Task<Result<MicrodataTable>> ReadAsync(string name, Stream content, ImportLimits? limits, CancellationToken cancellationToken)
    {
        limits ??= ImportLimits.Default;
        var extension = Path.GetExtension(name);
        bool Is(string other) => extension.Equals(other, StringComparison.OrdinalIgnoreCase);
        if (!Extensions.Any(Is)) return new Problem("table/unknown-format", $"'{name}' is no survey file that is read. Save it as one of {string.Join(", ", Extensions)}.", name);
        if (TableReader.Extensions.Any(Is))
        {
            var table = await TableReader.ReadAsync(name, content, limits, cancellationToken);
            return table.Problem is { } unread ? unread : new MicrodataTable(table.Value, [.. table.Value.Header.Select(h => new MicrodataColumn(h, "", new Dictionary<string, string>()))]);
        }

        var bytes = await FileBytes.ReadAsync(name, content, limits, cancellationToken);
        if (bytes.Problem is { } problem) return problem;
        return Is(".dbf") ? DbfReader.Read(name, bytes.Value, limits) : Is(".dta") ? StataReader.Read(name, bytes.Value, limits) : SpssReader.Read(name, bytes.Value, limits);
    }

    /// <summary>Makes the table of rows that a reader found.</summary>
    internal static Result<MicrodataTable> Table(string name, IReadOnlyList<MicrodataColumn> columns, IReadOnlyList<IReadOnlyList<string>> rows, IEnumerable<string> losses)
    {
        if (rows.Count == 0 || columns.Count == 0) return TableReader.NoRows(name);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var unique = new List<MicrodataColumn>();
        foreach (var (i, column) in columns.Index())
        {
            var first = column.Name.Trim().Length > 0 ? column.Name.Trim() : FormattableString.Invariant($"Column {i + 1}");
            var own = first;
            for (var n = 2; !names.Add(own); n++) own = FormattableString.Invariant($"{first} ({n})");
            unique.Add(column with { Name = own });
        }

        return new MicrodataTable(new Table([.. unique.Select(c => c.Name)], rows, [.. losses]), unique);
    }
}
