using Jembatan.Core.Qualitative;
using Jembatan.Interchange.Tables;

namespace Jembatan.App.Sources;

/// <summary>What the columns of a case table are: names, group, consent, variables.</summary>
internal sealed class CaseColumns
{
    private readonly Table table;
    private readonly int groupColumn;
    private readonly int consentColumn;
    private readonly IReadOnlyList<int> variableColumns;

    private CaseColumns(Table table, int nameColumn)
    {
        this.table = table;
        var others = Enumerable.Range(0, table.Header.Count).Where(c => c != nameColumn).ToList();
        groupColumn = others.FirstOrDefault(c => InformantGroups.IsGroupColumn(table.Header[c]), -1);
        consentColumn = others.FirstOrDefault(c => table.Header[c].Trim().ToLowerInvariant() is "consent" or "persetujuan", -1);
        UnknownGroups = groupColumn < 0 ? [] : [.. table.Column(groupColumn).Where(w => w.Length > 0 && InformantGroups.Parse(w) is null).Distinct(StringComparer.OrdinalIgnoreCase)];
        // Words that name no group of ours are kept as a variable, so that nothing is lost.
        variableColumns = [.. others.Where(c => c != consentColumn && (c != groupColumn || UnknownGroups.Count > 0))];
        Variables = variableColumns.ToDictionary(c => table.Header[c], c => (IReadOnlyList<string>)[.. table.Column(c)]);
    }

    /// <summary>Every value of each variable.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Variables { get; }

    public string? GroupColumn => groupColumn < 0 ? null : table.Header[groupColumn];

    public IReadOnlyList<string> UnknownGroups { get; }

    public static CaseColumns Of(Table table, CaseMatching matching) => new(table, matching.Column);

    public InformantGroup? GroupOf(int row) => groupColumn < 0 ? null : InformantGroups.Parse(table.Rows[row][groupColumn]);

    public string? ConsentOf(int row) => consentColumn < 0 || table.Rows[row][consentColumn].Length == 0 ? null : table.Rows[row][consentColumn];

    public IReadOnlyDictionary<string, string> ValuesOf(int row) => variableColumns.ToDictionary(c => table.Header[c], c => table.Rows[row][c]);
}
