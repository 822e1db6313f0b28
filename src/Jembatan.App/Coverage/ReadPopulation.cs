using System.Globalization;
using System.Text;
using Jembatan.Core;
using Jembatan.Interchange.Microdata;
using Jembatan.Simulation.Population;

namespace Jembatan.App.Coverage;

/// <summary>Makes a population of a survey file: csv, xlsx, dbf, sav, zsav or dta, with a mapping file.</summary>
public static class ReadPopulation
{
    /// <param name="Survey">The survey file.</param>
    /// <param name="Mapping">Which column is what, JSON.</param>
    /// <param name="Seed">Seed of the rounding to whole persons.</param>
    public sealed record Request(NamedFile Survey, NamedFile Mapping, ulong Seed = 1);

    /// <summary>The population as the <c>population</c> of a model file: one row a kind of person, none without persons.</summary>
    public static string ForTheModel(PersonTable table)
    {
        var text = new StringBuilder("population:\n");
        for (var i = 0; i < table.Rows.Length; i++)
        {
            if (table.CountOf(i) is not (> 0 and var count)) continue;
            var row = table.Rows[i];
            text.Append(CultureInfo.InvariantCulture, $"  - {{count: {count}, province: {Provinces.Names[row.Province]}, area: {(row.IsUrban ? "urban" : "rural")}, sex: {(row.IsWoman ? "woman" : "man")}, age: {row.AgeYears}, ")
                .Append(CultureInfo.InvariantCulture, $"schooling: {row.Schooling.ToString().ToLowerInvariant()}, sector: {Sectors.Id(row.Sector)}, status: {WorkStatuses.Id(row.Status)}")
                .Append(row.IncomePerMonthRupiah is { } income ? string.Create(CultureInfo.InvariantCulture, $", income: {Math.Max(1, Math.Round(income)):0}") : "").Append("}\n");
        }

        return text.ToString();
    }

    /// <returns>The population, or a problem that names file, line and field.</returns>
    public static async Task<Result<SurveyedPopulation>> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        var mapping = SurveyMapping.Read(request.Mapping.Name, request.Mapping.Content);
        if (mapping.Problem is { } problem) return problem;
        var table = await MicrodataReader.ReadAsync(request.Survey.Name, new MemoryStream(request.Survey.Content), null, cancellationToken);
        if (table.Problem is { } unread) return unread;
        var read = SurveyPopulation.Read(request.Survey.Name, table.Value.Table.Header, table.Value.Table.Rows, mapping.Value, request.Seed);
        return read.IsOk ? read.Value with { Losses = [.. table.Value.Table.Losses, .. read.Value.Losses] } : read;
    }
}
