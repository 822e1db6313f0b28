using Jembatan.Core;
using Jembatan.Interchange.Tables;

namespace Jembatan.App.Tables;

/// <summary>A table written to a file whose ending says the format.</summary>
internal static class TableFile
{
    /// <returns>Why it cannot be written there: <c>matrix/format</c>, <c>matrix/no-folder</c>; else null.</returns>
    public static Problem? Refusal(string path)
    {
        var format = Path.GetExtension(path).ToLowerInvariant();
        if (format is not (".csv" or ".xlsx" or ".parquet"))
            return new Problem("matrix/format", $"A table is written as .csv, .xlsx or .parquet, not '{format}'. Choose another ending.", path);
        return Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && Directory.Exists(folder)
            ? null
            : new Problem("matrix/no-folder", $"There is no folder for '{path}'. Make it first, or name another place.", path);
    }

    /// <summary>Writes it whole under another name first: a run that fails leaves the old file.</summary>
    public static async Task WriteAsync(string path, SheetData sheet, CancellationToken cancellationToken)
    {
        var draft = path + ".part";
        try
        {
            await using (var stream = File.Create(draft)) await ToAsync(stream, Path.GetExtension(path).ToLowerInvariant()[1..], sheet, cancellationToken);
            File.Move(draft, path, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    /// <param name="format">csv, xlsx or parquet.</param>
    public static async Task ToAsync(Stream stream, string format, SheetData sheet, CancellationToken cancellationToken)
    {
        if (format == "csv") await TableWriter.WriteCsvAsync(stream, sheet, cancellationToken);
        else if (format == "xlsx") TableWriter.WriteXlsx(stream, [sheet]);
        else await ParquetTable.WriteAsync(stream, sheet, cancellationToken);
    }
}
