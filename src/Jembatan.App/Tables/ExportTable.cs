using Jembatan.Core;
using Jembatan.Interchange.Tables;
using Jembatan.Storage;

namespace Jembatan.App.Tables;

/// <summary>Which table leaves the workspace.</summary>
public enum ExportedTable
{
    /// <summary>Codes × values of a variable with every test.</summary>
    Crosstab,

    /// <summary>Informants × codes, 0 or 1.</summary>
    Presence,

    /// <summary>Informants × codes, passages.</summary>
    Codings,

    /// <summary>Informants × codes, share of the words.</summary>
    Share,

    /// <summary>Pairs of codes that occur together.</summary>
    Pairs,
}

/// <summary>Writes a table of the workspace for R, SPSS or a spreadsheet.</summary>
public static class ExportTable
{
    private static readonly IReadOnlyDictionary<string, string> ContentTypes = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["csv"] = "text/csv; charset=utf-8", ["xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ["parquet"] = "application/vnd.apache.parquet",
    };

    /// <param name="Table">Which one.</param>
    /// <param name="Format">csv, xlsx or parquet.</param>
    /// <param name="Coders"><c>any</c>, <c>all</c> or the name of one coder.</param>
    /// <param name="By">The variable of a crosstab.</param>
    /// <param name="Within">What pairs share.</param>
    /// <param name="Words">Most words between the passages of a pair, for <see cref="CooccurrenceUnit.Words"/>.</param>
    public sealed record Request(
        ExportedTable Table, string Format, string Coders = "any", string By = "group", CooccurrenceUnit Within = CooccurrenceUnit.Overlap, int Words = 0);

    /// <param name="Content">The file.</param>
    /// <param name="ContentType">What it is.</param>
    /// <param name="Name">What it is called.</param>
    public sealed record Response(byte[] Content, string ContentType, string Name);

    /// <returns>The file, or <c>matrix/format</c>, or the problem of the table.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, JembatanDb db, CancellationToken cancellationToken)
    {
        if (!ContentTypes.TryGetValue(request.Format, out var type))
            return new Problem("matrix/format", $"A table is written as csv, xlsx or parquet, not '{request.Format}'. Choose one of them.", request.Format);
        var sheet = request.Table switch
        {
            ExportedTable.Crosstab => await CrosstabAsync(request, db, cancellationToken),
            ExportedTable.Pairs => await PairsAsync(request, db, cancellationToken),
            _ => await MatrixAsync(request, db, cancellationToken),
        };
        if (sheet.Problem is { } problem) return problem;
        using var stream = new MemoryStream();
        await TableFile.ToAsync(stream, request.Format, sheet.Value, cancellationToken);
        return new Response(stream.ToArray(), type, $"jembatan-{sheet.Value.Name}.{request.Format}");
    }

    private static async Task<Result<SheetData>> PairsAsync(Request request, JembatanDb db, CancellationToken cancellationToken)
    {
        var pairs = await CooccurCodes.HandleAsync(new(request.Within, request.Words, Coders: request.Coders, Map: false), db, cancellationToken);
        return pairs.Problem is { } problem ? problem : WriteCodePairs.Sheet(pairs.Value.Pairs);
    }

    private static async Task<Result<SheetData>> MatrixAsync(Request request, JembatanDb db, CancellationToken cancellationToken)
    {
        var passages = await CodedPassages.ReadAsync(db, request.Coders, withInterviewer: false, cancellationToken);
        if (passages.Problem is { } problem) return problem;
        var values = request.Table switch { ExportedTable.Codings => MatrixValues.Codings, ExportedTable.Share => MatrixValues.Share, _ => MatrixValues.Presence };
        return await WriteCodeMatrix.SheetAsync(passages.Value, new("", values, request.Coders), db, cancellationToken);
    }

    private static async Task<Result<SheetData>> CrosstabAsync(Request request, JembatanDb db, CancellationToken cancellationToken)
    {
        var asked = await CrosstabCodes.HandleAsync(new(request.By, Coders: request.Coders), db, cancellationToken);
        if (asked.Problem is { } problem) return problem;
        var table = asked.Value;
        string[] header =
        [
            "code", "name_id", "name_en", "informants", "codings",
            .. table.Columns.SelectMany(c => new[] { "informants_" + c.Value, "codings_" + c.Value, "text_share_" + c.Value, "adjusted_residual_" + c.Value, "residual_p_adjusted_" + c.Value }),
            "df", "chi_squared", "chi_squared_p", "g_squared", "g_squared_p", "fisher_p", "fisher_p_adjusted", "cramers_v",
        ];
        return new SheetData("crosstab", header, [.. table.Rows.Select(r => (IReadOnlyList<object?>)
        [
            r.Code, r.Name.Id, r.Name.En, r.Informants, r.Codings,
            .. r.Cells.SelectMany(c => new object?[] { c.Informants, c.Codings, c.TextShare, c.Residual.Value, c.ResidualP }),
            r.DegreesOfFreedom, r.ChiSquared.Statistic.Value, r.ChiSquared.P.Value, r.LikelihoodRatio.Statistic.Value, r.LikelihoodRatio.P.Value, r.Fisher.P.Value, r.FisherAdjusted, r.CramersV.Value,
        ])]);
    }
}
