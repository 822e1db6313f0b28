using Jembatan.Core;
using Jembatan.Interchange.Tables;
using Jembatan.Statistics.Tables;

namespace Jembatan.App.Tables;

/// <summary>Writes the pairs of codes that occur together, one a row with every measure, for R, SPSS or a spreadsheet.</summary>
public static class WriteCodePairs
{
    /// <param name="Path">File to write; its ending says the format: .csv, .xlsx or .parquet.</param>
    /// <param name="Pairs">The pairs that were counted.</param>
    public sealed record Request(string Path, IReadOnlyList<CodePair> Pairs);

    /// <param name="Rows">Pairs written.</param>
    public sealed record Response(string Path, int Rows);

    /// <returns>What was written, or <c>matrix/format</c>, <c>matrix/no-folder</c>.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        if (TableFile.Refusal(request.Path) is { } refusal) return refusal;
        var sheet = Sheet(request.Pairs);
        await TableFile.WriteAsync(request.Path, sheet, cancellationToken);
        return new Response(request.Path, sheet.Rows.Count);
    }

    internal static SheetData Sheet(IReadOnlyList<CodePair> pairs)
    {
        string[] measures = [.. CooccurrenceMeasures.All.Select(m => m.Id)];
        var rows = pairs.Select(p => (IReadOnlyList<object?>)
        [
            p.A, p.B, p.NameA.Id, p.NameB.Id, p.NameA.En, p.NameB.En, p.Both, p.First, p.Second, .. measures.Select(m => (object?)p.Measures[m].Value), p.Distorted,
        ]).ToList();
        return new SheetData("pairs", ["a", "b", "name_id_a", "name_id_b", "name_en_a", "name_en_b", "both", "codings_a", "codings_b", .. measures, "distorted"], rows);
    }
}
