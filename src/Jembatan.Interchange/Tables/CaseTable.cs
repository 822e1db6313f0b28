using Jembatan.Core;

namespace Jembatan.Interchange.Tables;

/// <summary>A case table (face sheet): one row per informant, one column per variable.</summary>
/// <param name="Table">The table as read.</param>
public sealed record CaseTable(Table Table)
{
    /// <summary>Reads a case table.</summary>
    /// <param name="name">Name of the file, .xlsx, .csv or .tsv.</param>
    /// <param name="content">The file, from its beginning.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The table, or a problem as of <see cref="TableReader.ReadAsync"/>.</returns>
    public static async Task<Result<CaseTable>> ReadAsync(string name, Stream content, CancellationToken cancellationToken)
    {
        var table = await TableReader.ReadAsync(name, content, limits: null, cancellationToken);
        return table.Problem is { } problem ? problem : new CaseTable(table.Value);
    }

    /// <summary>Matches rows to what is in the study.</summary>
    /// <param name="names">Names of informants and sources, each once.</param>
    /// <param name="nameColumn">The column that holds the names; null to choose the one that matches most.</param>
    /// <returns>The matching, or <c>cases/no-column</c>, <c>cases/no-match</c>.</returns>
    public Result<CaseMatching> Match(IReadOnlyCollection<string> names, string? nameColumn = null) => CaseMatching.Of(Table, names, nameColumn);
}
