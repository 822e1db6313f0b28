using System.Diagnostics;
using Jembatan.Core;

namespace Jembatan.App.Reports;

/// <summary>Prints the HTML report as PDF with the Chromium of the machine; nothing leaves it.</summary>
public static class PrintReport
{
    private const string Usual = "/usr/bin/chromium";
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <param name="Chromium">Path of the browser; null takes CHROMIUM, else the usual place.</param>
    public sealed record Request(byte[] Html, string? Chromium = null);

    /// <returns>The PDF, or <c>report/no-chromium</c>, or <c>report/not-printed</c>.</returns>
    public static async Task<Result<byte[]>> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        var program = request.Chromium ?? (Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named ? named : Usual);
        if (!File.Exists(program))
            return new Problem("report/no-chromium", $"A PDF is printed by Chromium, and there is none at {program}. Install it (apt-get install chromium), let CHROMIUM name it, or write a .html report and print it from any browser.", program);
        var folder = Directory.CreateTempSubdirectory("jembatan-print-").FullName;
        try
        {
            var (html, pdf) = (Path.Combine(folder, "report.html"), Path.Combine(folder, "report.pdf"));
            await File.WriteAllBytesAsync(html, request.Html, cancellationToken);
            var said = await RunAsync(program, folder, html, pdf, cancellationToken);
            return File.Exists(pdf) && new FileInfo(pdf).Length > 0
                ? await File.ReadAllBytesAsync(pdf, cancellationToken)
                : new Problem("report/not-printed", $"{program} did not print the report{(said.Length > 0 ? $" ({said})" : "")}. Write a .html report and print it from a browser.", program);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> RunAsync(string program, string folder, string html, string pdf, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in (string[])[
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            $"--user-data-dir={Path.Combine(folder, "profile")}", "--no-pdf-header-footer", $"--print-to-pdf={pdf}", new Uri(html).AbsoluteUri]) start.ArgumentList.Add(argument);
        using var process = Process.Start(start);
        if (process is null) return "it did not start";
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Longest);
        try
        {
            // Both streams are read, else a full pipe would hold it up.
            var (errors, _) = (process.StandardError.ReadToEndAsync(limit.Token), process.StandardOutput.ReadToEndAsync(limit.Token));
            await process.WaitForExitAsync(limit.Token);
            return (await errors).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? "";
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return $"not done after {Longest.TotalMinutes:0} minutes";
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }
}
