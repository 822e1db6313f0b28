using System.Globalization;
using System.Text;
using Jembatan.App.Reports.Figures;
using Jembatan.Core;
using Jembatan.Interchange.Tables;
using Jembatan.Simulation.Outputs;
using Jembatan.Storage;

namespace Jembatan.App.Coverage;

/// <summary>Writes a projection out of the workspace: the chart as a picture, or every number behind it as a table.</summary>
public static class ExportCoverage
{
    private static readonly string[] Header = ["run", "scenario", "indicator", "by", "group", "month", "date", "value", "p05", "p10", "p25", "median", "p75", "p90", "p95", "unit", "reason"];

    /// <param name="Scenario">Shock and levers.</param>
    /// <param name="Draws">Draws of the parameters for the band; 0 for stated values.</param>
    /// <param name="Format">png, svg, csv or parquet.</param>
    /// <param name="Language">Language of the words in a chart.</param>
    public sealed record Request(ScenarioKey Scenario, int Draws, string Format, Language Language);

    /// <param name="Content">The file.</param>
    /// <param name="ContentType">What it is.</param>
    /// <param name="Name">What it is called.</param>
    public sealed record Response(byte[] Content, string ContentType, string Name);

    /// <param name="request">What is asked.</param>
    /// <param name="db">The study.</param>
    /// <param name="cancellationToken">Stops between blocks of persons.</param>
    /// <param name="kept">Where runs are kept for the next question; null to keep none.</param>
    /// <returns>The file, or <c>coverage/format</c> or the problem of the scenario.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, JembatanDb db, CancellationToken cancellationToken, KeptRuns? kept = null)
    {
        if (request.Format is not ("png" or "svg" or "csv" or "parquet")) return new Problem("coverage/format", $"A projection is not written as '{request.Format}'. Choose png or svg for the chart, csv or parquet for its numbers.", request.Format);
        var shown = await ShowCoverage.HandleAsync(new(request.Scenario, request.Draws, WithCost: request.Format is "csv" or "parquet"), db, cancellationToken, kept);
        if (shown.Problem is { } problem) return problem;
        var name = $"jembatan-coverage.{request.Format}";
        return request.Format switch
        {
            "png" => new Response(FanImage.Png(shown.Value, request.Language), "image/png", name),
            "svg" => new Response(Encoding.UTF8.GetBytes(FanImage.Svg(shown.Value, request.Language)), "image/svg+xml", name),
            "csv" => new Response(await WrittenAsync(shown.Value, TableWriter.WriteCsvAsync, cancellationToken), "text/csv; charset=utf-8", name),
            _ => new Response(await WrittenAsync(shown.Value, ParquetTable.WriteAsync, cancellationToken), "application/vnd.apache.parquet", name),
        };
    }

    /// <summary>Every number of a projection, one a row: indicators by month of both runs with the band where there is one, and figures of groups in the last month.</summary>
    internal static SheetData Numbers(ShowCoverage.Response shown)
    {
        var rows = new List<IReadOnlyList<object?>>();
        Add(rows, shown, "baseline", "baseline", shown.Baseline);
        if (!shown.Scenario.IsBaseline) Add(rows, shown, "scenario", shown.Scenario.ToString(), shown.Projected);
        return new SheetData("coverage", Header, rows);
    }

    private static void Add(List<IReadOnlyList<object?>> rows, ShowCoverage.Response shown, string run, string scenario, CoverageRun projected)
    {
        string Date(int month) => shown.Start.Plus(month) is var at ? string.Create(CultureInfo.InvariantCulture, $"{at.Year}-{at.Month:00}") : "";
        void Row(string indicator, string? by, string? group, int month, double? value, Band? band, string? reason) => rows.Add(
            [run, scenario, indicator, by, group, month, Date(month), value, band?.P05, band?.P10, band?.P25, band?.Median, band?.P75, band?.P90, band?.P95, IndicatorWords.Unit(indicator), value is null ? reason : null]);
        var bands = projected.Bands.ToDictionary(b => (b.Indicator, b.Month));
        foreach (var month in projected.Monthly)
            foreach (var (indicator, value) in month.Values.Where(v => v.Value is not null))
                Row(indicator, null, null, month.Month, value, bands.GetValueOrDefault((indicator, month.Month)), null);
        foreach (var (indicator, value) in projected.Indicators.Where(i => !projected.Monthly[^1].Values.ContainsKey(i.Key)))
            Row(indicator, null, null, projected.Months, value, bands.GetValueOrDefault((indicator, projected.Months)), projected.Missing?.GetValueOrDefault(indicator));
        foreach (var group in projected.Groups)
        {
            if (group.Reason is not null) Row("memberStock", group.By, group.Group, projected.Months, null, null, group.Reason);
            foreach (var (indicator, value) in group.Figures) Row(indicator, group.By, group.Group, projected.Months, value, null, group.Missing.GetValueOrDefault(indicator));
        }
    }

    private static async Task<byte[]> WrittenAsync(ShowCoverage.Response shown, Func<Stream, SheetData, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream();
        await write(stream, Numbers(shown), cancellationToken);
        return stream.ToArray();
    }
}
