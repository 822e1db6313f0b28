using Jembatan.Core;
using Jembatan.Interchange.Intake;

namespace Jembatan.Interchange.Tables;

/// <summary>Reads a table from CSV (comma, semicolon or tab) or from the first visible sheet of an Excel workbook (.xlsx).</summary>
/// <remarks>Left out: formatting, formulas (their last values are taken), further sheets, pictures, comments.
/// <para>Untrusted input: see <see cref="ImportLimits"/>.</para></remarks>
public static class TableReader
{
    /// <summary>File extensions that are read.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [".csv", ".tsv", ".xlsx"];

    /// <summary>Reads a table.</summary>
    /// <param name="name">Name of the file; its extension tells the format.</param>
    /// <param name="content">The file, from its beginning.</param>
    /// <param name="limits">How much is read; null for the default.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The table, or <c>table/unknown-format</c>, <c>table/no-rows</c>, <c>table/too-large</c>, <c>import/empty</c>, <c>import/too-large</c>, <c>text/binary</c> or one
    /// that begins with <c>csv/</c> or <c>xlsx/</c>.</returns>
    public static async Task<Result<Table>> ReadAsync(string name, Stream content, ImportLimits? limits, CancellationToken cancellationToken)
    {
        limits ??= ImportLimits.Default;
        var extension = Path.GetExtension(name);
        if (!Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase))
            return new Problem("table/unknown-format", $"'{name}' is not a table that is read. Save it as .xlsx or .csv.", name);
        var bytes = await FileBytes.ReadAsync(name, content, limits, cancellationToken);
        if (bytes.Problem is { } problem) return problem;
        return extension.Equals(".xlsx", StringComparison.OrdinalIgnoreCase) ? XlsxReader.Read(name, bytes.Value, limits) : CsvReader.Read(name, bytes.Value, limits);
    }

    /// <summary>Reads delimited text row by row, as it stands: no header is taken, rows keep their widths, empty cells stay; lines without any character go.</summary>
    /// <param name="name">Name of the file.</param>
    /// <param name="content">The file, from its beginning.</param>
    /// <param name="limits">How much is read; null for the default.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The rows with cells trimmed, or <c>table/too-large</c>, <c>import/empty</c>, <c>import/too-large</c>, <c>text/binary</c> or <c>csv/bad-quotes</c>.</returns>
    public static async Task<Result<IReadOnlyList<IReadOnlyList<string>>>> ReadRowsAsync(string name, Stream content, ImportLimits? limits, CancellationToken cancellationToken)
    {
        limits ??= ImportLimits.Default;
        var bytes = await FileBytes.ReadAsync(name, content, limits, cancellationToken);
        return bytes.Problem is { } problem ? problem : CsvReader.ReadRows(name, bytes.Value, limits);
    }

    /// <summary>Reads every visible sheet of an Excel workbook (.xlsx) that has a row under its header.</summary>
    /// <param name="name">Name of the file.</param>
    /// <param name="content">The file, from its beginning.</param>
    /// <param name="limits">How much is read; null for the default.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The tables by the names of their sheets, without regard to case; or <c>table/unknown-format</c>, <c>table/too-large</c>, <c>import/empty</c>, <c>import/too-large</c> or one
    /// that begins with <c>xlsx/</c>.</returns>
    public static async Task<Result<IReadOnlyDictionary<string, Table>>> ReadSheetsAsync(string name, Stream content, ImportLimits? limits, CancellationToken cancellationToken)
    {
        limits ??= ImportLimits.Default;
        if (!Path.GetExtension(name).Equals(".xlsx", StringComparison.OrdinalIgnoreCase))
            return new Problem("table/unknown-format", $"'{name}' is not a workbook. Save it as .xlsx.", name);
        var bytes = await FileBytes.ReadAsync(name, content, limits, cancellationToken);
        return bytes.Problem is { } problem ? problem : XlsxReader.ReadAll(name, bytes.Value, limits);
    }

    internal static Problem NoRows(string name) => new("table/no-rows", $"'{name}' has no row under its header. Give it one header row and at least one row of data.", name);

    internal static Problem TooLarge(string name, ImportLimits limits) =>
        new("table/too-large", FormattableString.Invariant($"'{name}' has more than {limits.MaxCells} cells. Remove the rows and columns that are not needed."), name);
}
