using Jembatan.App.Lookups;
using Jembatan.App.Sources;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Codings;

/// <summary>The informants that a condition such as <c>wilayah=desa</c> or <c>group=worker</c> chooses.</summary>
public static class CaseFilter
{
    /// <returns>The informants, or <c>case/unreadable</c>, <c>variable/not-found</c>, <c>group/not-found</c>.</returns>
    public static async Task<Result<HashSet<Id<Informant>>>> InformantsAsync(string condition, JembatanDb db, CancellationToken cancellationToken)
    {
        var at = condition.IndexOf('=', StringComparison.Ordinal);
        if (at < 1) return new Problem("case/unreadable", $"'{condition}' is not a condition. Write VARIABLE=VALUE, such as group=worker.", condition);
        var (name, value) = (condition[..at].Trim(), condition[(at + 1)..].Trim());
        var variables = await db.Variables.AsNoTracking().ToListAsync(cancellationToken);
        if (variables.FirstOrDefault(v => Lookup.SameWord(v.Name, name)) is { } variable)
        {
            var values = await db.VariableValues.AsNoTracking().Where(v => v.VariableId == variable.Id).ToListAsync(cancellationToken);
            return values.Where(v => Lookup.SameWord(v.Value, value)).Select(v => v.InformantId).ToHashSet();
        }

        if (!InformantGroups.IsGroupColumn(name))
            return new Problem("variable/not-found", $"There is no variable '{name}'. There are: {string.Join(", ", variables.Select(v => v.Name).Order(StringComparer.Ordinal).Prepend("group"))}.", name);
        if (InformantGroups.Parse(value) is not { } group)
            return new Problem("group/not-found", $"There is no group '{value}'. The groups are {string.Join(", ", InformantGroups.Words)}.", value);
        return (await db.Informants.Where(i => i.Group == group).Select(i => i.Id).ToListAsync(cancellationToken)).ToHashSet();
    }
}
