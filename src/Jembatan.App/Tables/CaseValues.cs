using Jembatan.App.Lookups;
using Jembatan.App.Sources;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Tables;

/// <summary>The values of one variable of the informants, the group being one of them.</summary>
/// <param name="Name">Name of the variable as the study has it; <c>group</c> for the informant group.</param>
/// <param name="Values">Values that occur, in order: groups as the study orders them, numbers by size, words by alphabet.</param>
/// <param name="Of">Place of each informant's value.</param>
internal sealed record CaseValues(string Name, IReadOnlyList<string> Values, IReadOnlyDictionary<Id<Informant>, int> Of)
{
    /// <summary>The variables that there are, the group first.</summary>
    public static async Task<IReadOnlyList<string>> NamesAsync(JembatanDb db, CancellationToken cancellationToken) =>
        ["group", .. (await db.Variables.AsNoTracking().Select(v => v.Name).ToListAsync(cancellationToken)).Order(StringComparer.Ordinal)];

    /// <returns>The values, or <c>variable/not-found</c>.</returns>
    public static async Task<Result<CaseValues>> ReadAsync(string name, JembatanDb db, CancellationToken cancellationToken)
    {
        var variables = await db.Variables.AsNoTracking().ToListAsync(cancellationToken);
        if (variables.FirstOrDefault(v => Lookup.SameWord(v.Name, name)) is { } variable)
        {
            var rows = await db.VariableValues.AsNoTracking().Where(v => v.VariableId == variable.Id).ToListAsync(cancellationToken);
            return Make(variable.Name, rows.Where(r => !string.IsNullOrWhiteSpace(r.Value)).Select(r => (r.InformantId, Value: r.Value.Trim())));
        }

        if (!InformantGroups.IsGroupColumn(name))
            return new Problem("variable/not-found", $"There is no variable '{name}'. There are: {string.Join(", ", variables.Select(v => v.Name).Order(StringComparer.Ordinal).Prepend("group"))}.", name);
        var informants = await db.Informants.AsNoTracking().Where(i => i.Group != null).Select(i => new { i.Id, i.Group }).ToListAsync(cancellationToken);
        InformantGroup[] groups = [.. informants.Select(i => i.Group!.Value).Distinct().Order()];
        return new CaseValues("group", [.. groups.Select(g => InformantGroups.Words[(int)g])], informants.ToDictionary(i => i.Id, i => Array.IndexOf(groups, i.Group!.Value)));
    }

    private static CaseValues Make(string name, IEnumerable<(Id<Informant> Informant, string Value)> rows)
    {
        var known = rows.ToList();
        string[] values = [.. known.Select(r => r.Value).Distinct(StringComparer.OrdinalIgnoreCase)];
        var numbers = values.All(v => double.TryParse(v, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var d) && double.IsFinite(d));
        values = numbers
            ? [.. values.OrderBy(v => double.Parse(v, System.Globalization.CultureInfo.InvariantCulture))]
            : [.. values.Order(StringComparer.OrdinalIgnoreCase)];
        var at = values.Index().ToDictionary(v => v.Item, v => v.Index, StringComparer.OrdinalIgnoreCase);
        return new(name, values, known.ToDictionary(r => r.Informant, r => at[r.Value]));
    }
}
