using Jembatan.Core;
using Jembatan.Interchange.Tables;

namespace Jembatan.Interchange.Survey;

/// <summary>What a column of a survey is.</summary>
public enum SurveyColumnKind
{
    /// <summary>Names the respondent.</summary>
    Id,

    /// <summary>A closed question: it becomes a variable.</summary>
    Closed,

    /// <summary>An open question: each answer becomes a text.</summary>
    Open,

    /// <summary>Left out.</summary>
    Ignored,
}

/// <summary>What the reader says of columns; columns that it does not name are guessed.</summary>
/// <param name="Kinds">Kind by name of column, without regard to case.</param>
public sealed record SurveyMapping(IReadOnlyDictionary<string, SurveyColumnKind> Kinds)
{
    /// <summary>Reads a mapping from a table with the columns <c>column</c> and <c>kind</c>; kinds are <c>id</c>, <c>closed</c>, <c>open</c>, <c>ignore</c>.</summary>
    /// <param name="name">Name of the file, .csv or .xlsx.</param>
    /// <param name="content">The file, from its beginning.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The mapping, <c>survey/bad-mapping</c>, or a problem as of <see cref="TableReader.ReadAsync"/>.</returns>
    public static async Task<Result<SurveyMapping>> ReadAsync(string name, Stream content, CancellationToken cancellationToken)
    {
        var table = await TableReader.ReadAsync(name, content, limits: null, cancellationToken);
        if (table.Problem is { } problem) return problem;
        var (column, kind) = (table.Value.IndexOf("column"), table.Value.IndexOf("kind"));
        if (column < 0 || kind < 0)
            return new Problem("survey/bad-mapping", $"'{name}' needs the columns 'column' and 'kind'. Write one row per column of the survey.", name);

        var kinds = new Dictionary<string, SurveyColumnKind>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in table.Value.Rows)
        {
            if (Parse(row[kind]) is not { } parsed)
                return new Problem("survey/bad-mapping", $"'{row[kind]}' is no kind of column. Write id, closed, open or ignore.", $"{name}, {row[column]}");
            kinds[row[column]] = parsed;
        }

        return new SurveyMapping(kinds);
    }

    private static SurveyColumnKind? Parse(string word) => word.ToLowerInvariant() switch
    {
        "id" => SurveyColumnKind.Id,
        "closed" or "tertutup" => SurveyColumnKind.Closed,
        "open" or "terbuka" => SurveyColumnKind.Open,
        "ignore" or "ignored" or "abaikan" => SurveyColumnKind.Ignored,
        _ => null,
    };
}
