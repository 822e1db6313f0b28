using Jembatan.App.Lookups;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Interchange.Tables;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Sources;

/// <summary>Matches a case table with the informants and sources of the study: columns become typed variables, a group column the informants' group.</summary>
public static class MatchCases
{
    /// <param name="Table">The table, .xlsx, .csv or .tsv.</param>
    /// <param name="NameColumn">The column that holds the names; null to choose the one that matches most.</param>
    /// <param name="Preview">Whether nothing is changed.</param>
    /// <param name="AlsoNames">For a preview: names of sources that are about to come in.</param>
    public sealed record Request(ImportFile Table, string? NameColumn = null, bool Preview = false, IReadOnlyList<string>? AlsoNames = null);

    /// <param name="Column">Name of the column that holds the names.</param>
    /// <param name="Matches">Rows that belong to a name of the study; all rows are numbered as in the file, from 1.</param>
    /// <param name="Unmatched">Rows that belong to none; they change nothing.</param>
    /// <param name="Duplicates">Rows whose name an earlier row has; they change nothing.</param>
    /// <param name="Missing">Names of the study without a row.</param>
    /// <param name="Variables">Columns that are variables.</param>
    /// <param name="GroupColumn">The column that holds the group; null when there is none.</param>
    /// <param name="UnknownGroups">Its words that name no group.</param>
    /// <param name="Losses">What the table's reader left out.</param>
    /// <param name="Applied">Whether the study was changed.</param>
    public sealed record Response(
        string Column, IReadOnlyList<CaseMatch> Matches, IReadOnlyList<CaseRow> Unmatched, IReadOnlyList<CaseRow> Duplicates, IReadOnlyList<string> Missing,
        IReadOnlyList<CaseVariable> Variables, string? GroupColumn, IReadOnlyList<string> UnknownGroups, IReadOnlyList<string> Losses, bool Applied);

    public sealed record CaseVariable(string Name, VariableType Type);

    /// <returns>The matching, or <c>cases/no-column</c>, <c>cases/no-match</c>, <c>import/not-found</c>, or the table reader's problem; then nothing is changed.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, string coder, JembatanDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var read = await request.Table.ReadAsync(stream => CaseTable.ReadAsync(request.Table.Name, stream, cancellationToken), cancellationToken);
        if (read.Problem is { } unreadable) return unreadable;
        var sources = await db.Sources.Where(s => s.Kind == SourceKind.Interview).ToListAsync(cancellationToken);
        var informants = await db.Informants.Where(i => !i.ConsentWithdrawn).ToListAsync(cancellationToken);
        var names = informants.Select(i => i.Name).Concat(sources.Select(s => s.Name)).Concat(request.AlsoNames ?? []).Distinct(StringComparer.Ordinal).ToList();
        var matching = read.Value.Match(names, request.NameColumn);
        if (matching.Problem is { } problem) return problem;

        var columns = CaseColumns.Of(read.Value.Table, matching.Value);
        if (!request.Preview) await ApplyAsync(columns, matching.Value, sources, informants, coder, db, cancellationToken);
        var missing = matching.Value.Missing.Where(m => informants.All(i => i.Name != m) || !IsMatchedThroughSource(m, informants, sources, matching.Value)).ToList();
        int InFile(int row) => read.Value.Table.FileRows[row];
        return new Response(
            read.Value.Table.Header[matching.Value.Column], [.. matching.Value.Matches.Select(m => m with { Row = InFile(m.Row) })],
            [.. matching.Value.Unmatched.Select(r => r with { Row = InFile(r.Row) })], [.. matching.Value.Duplicates.Select(r => r with { Row = InFile(r.Row) })], missing,
            [.. columns.Variables.Select(v => new CaseVariable(v.Key, Variable.TypeOf(v.Value)))], columns.GroupColumn, columns.UnknownGroups, read.Value.Table.Losses, !request.Preview);
    }

    // An informant is there under a source's name too.
    private static bool IsMatchedThroughSource(string name, List<Informant> informants, List<Source> sources, CaseMatching matching)
    {
        var ids = informants.Where(i => i.Name == name).Select(i => (Id<Informant>?)i.Id).ToList();
        return sources.Any(s => ids.Contains(s.InformantId) && matching.Matches.Any(m => m.Name == s.Name));
    }

    private static async Task ApplyAsync(
        CaseColumns columns, CaseMatching matching, List<Source> sources, List<Informant> informants, string coder, JembatanDb db, CancellationToken cancellationToken)
    {
        var variables = await Informants.VariablesAsync(columns.Variables, db, cancellationToken);
        var there = (await db.VariableValues.ToListAsync(cancellationToken)).ToLookup(v => v.InformantId);
        foreach (var match in matching.Matches)
        {
            var informant = informants.FirstOrDefault(i => i.Name == match.Name);
            var source = sources.FirstOrDefault(s => s.Name == match.Name);
            informant ??= informants.FirstOrDefault(i => source?.InformantId == i.Id);
            if (informant is null)
            {
                informant = await Informants.NamedAsync(match.Name, db, cancellationToken);
                source?.Match(informant.Id);
            }

            informant.Describe(group: columns.GroupOf(match.Row), consent: columns.ConsentOf(match.Row));
            Informants.Set(informant, columns.ValuesOf(match.Row), variables, there, db);
        }

        await db.CommitAsync("Match cases", (await db.CoderAsync(coder, cancellationToken)).Id, cancellationToken);
    }
}
