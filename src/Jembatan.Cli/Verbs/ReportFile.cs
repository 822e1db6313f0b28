using Jembatan.App.Coverage;
using Jembatan.App.Reports;
using Jembatan.Cli.Frame;
using Jembatan.Core;
using Jembatan.Storage;

namespace Jembatan.Cli.Verbs;

/// <summary>Writes a report to a path; its ending says the format.</summary>
internal static class ReportFile
{
    /// <summary>Writes it.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="sections">Names of the sections wanted; empty for all.</param>
    /// <param name="language">Of the words.</param>
    /// <param name="db">The study.</param>
    /// <param name="clock">Dates the report.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <param name="kept">Where runs of the coverage model are kept for the next report; null to keep none.</param>
    /// <returns>What was written, or <c>report/no-folder</c>, or a problem of <see cref="WriteReport"/> or <see cref="PrintReport"/>.</returns>
    public static async Task<Result<WriteReport.Response>> WriteAsync(string path, IReadOnlyList<string> sections, Language language, JembatanDb db, TimeProvider clock, CancellationToken cancellationToken, KeptRuns? kept = null)
    {
        if (Path.GetDirectoryName(path) is not { } folder || !Directory.Exists(folder))
            return new Problem("report/no-folder", $"There is no folder for '{path}'. Make it first, or name another place.", path);
        var format = Path.GetExtension(path).TrimStart('.').ToLowerInvariant();
        var made = await WriteReport.HandleAsync(new(format == "pdf" ? "html" : format, language, sections), db, clock, cancellationToken, kept);
        if (made.Problem is { } problem) return problem;
        var content = made.Value.Content;
        if (format == "pdf")
        {
            var printed = await PrintReport.HandleAsync(new(content), cancellationToken);
            if (printed.Problem is { } unprinted) return unprinted;
            content = printed.Value;
        }

        await ReplaceAsync(path, content, cancellationToken);
        return made;
    }

    // Whole under another name first: a run that fails leaves the old report.
    private static async Task ReplaceAsync(string path, byte[] content, CancellationToken cancellationToken)
    {
        var making = $"{path}.{Environment.ProcessId}.new";
        try
        {
            await File.WriteAllBytesAsync(making, content, cancellationToken);
            File.Move(making, path, overwrite: true);
        }
        finally
        {
            File.Delete(making);
        }
    }
}
