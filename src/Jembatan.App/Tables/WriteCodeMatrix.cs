using Jembatan.App.Sources;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Interchange.Tables;
using Jembatan.Storage;

namespace Jembatan.App.Tables;

/// <summary>What a cell of the matrix holds.</summary>
public enum MatrixValues
{
    /// <summary>1 when the informant has the code or one below it, else 0.</summary>
    Presence,

    /// <summary>Passages.</summary>
    Codings,

    /// <summary>Share of the informant's words that carries the code.</summary>
    Share,
}

/// <summary>Writes informants × codes with the informants' variables, for R, SPSS or a spreadsheet.</summary>
public static class WriteCodeMatrix
{
    /// <param name="Path">File to write; its ending says the format: .csv, .xlsx or .parquet.</param>
    public sealed record Request(string Path, MatrixValues Values = MatrixValues.Presence, string Coders = "any", bool WithInterviewer = false);

    /// <param name="Rows">Informants written.</param>
    /// <param name="Codes">Codes written.</param>
    public sealed record Response(string Path, int Rows, int Codes);

    /// <returns>What was written, or <c>matrix/format</c>, <c>matrix/no-folder</c>, <c>coder/not-found</c>.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, JembatanDb db, CancellationToken cancellationToken)
    {
        if (TableFile.Refusal(request.Path) is { } refusal) return refusal;
        var read = await CodedPassages.ReadAsync(db, request.Coders, request.WithInterviewer, cancellationToken);
        if (read.Problem is { } unread) return unread;
        var sheet = await SheetAsync(read.Value, request, db, cancellationToken);
        await TableFile.WriteAsync(request.Path, sheet, cancellationToken);
        return new Response(request.Path, sheet.Rows.Count, sheet.Header.Count(h => h.StartsWith(CodePrefix, StringComparison.Ordinal)));
    }

    private const string CodePrefix = "code_";

    internal static async Task<SheetData> SheetAsync(CodedPassages passages, Request request, JembatanDb db, CancellationToken cancellationToken)
    {
        var cards = await InformantCard.AllAsync(db, cancellationToken);
        var spoken = await SpokenText.ReadAsync(db, passages, request.WithInterviewer, cancellationToken);
        var coded = passages.Passages.Select(p => p.Source).ToHashSet();
        var witnesses = passages.Sources.Index().Where(s => s.Item.Witness is not null && coded.Contains(s.Index)).Select(s => s.Item).DistinctBy(s => s.Witness)
            .Select(s => (Id: s.Witness!.Value, Name: s.Informant ?? s.Name, s.Group)).OrderBy(w => w.Name, StringComparer.Ordinal).ToList();

        // Each informant is a value of a variable of their own: the counts of a crosstab are then those of the informant.
        var own = new CaseValues("informant", [.. witnesses.Select(w => w.Name)], witnesses.Index().ToDictionary(w => w.Item.Id, w => w.Index));
        var counts = CrosstabCounts.Of(passages, own, spoken);
        int[] codes = [.. Enumerable.Range(0, passages.Codes.Count).Where(c => counts.Codings[c].Sum() > 0)];
        string[] variables = [.. cards.Values.SelectMany(c => c.Variables.Keys).Distinct().Order(StringComparer.Ordinal)];
        var rows = witnesses.Select((w, i) => (IReadOnlyList<object?>)
        [
            w.Name, w.Group is { } g ? InformantGroups.Words[(int)g] : null,
            .. variables.Select(v => cards.GetValueOrDefault(w.Id)?.Variables.GetValueOrDefault(v)),
            .. codes.Select(c => Cell(request.Values, counts, c, i)),
        ]).ToList();
        return new SheetData(request.Values.ToString().ToLowerInvariant(), ["informant", "group", .. variables.Select(v => "var_" + v), .. codes.Select(c => CodePrefix + passages.Codes[c].Label)], rows);
    }

    private static object? Cell(MatrixValues values, CrosstabCounts counts, int code, int informant) => values switch
    {
        MatrixValues.Presence => counts.Informants[code][informant],
        MatrixValues.Codings => counts.Codings[code][informant],
        _ => counts.Positions[informant] == 0 ? null : (double)counts.Covered[code][informant] / counts.Positions[informant],
    };
}
