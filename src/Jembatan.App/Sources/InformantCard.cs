using System.Globalization;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Sources;

/// <summary>An informant with variables, as lists show it.</summary>
/// <param name="Name">Code name.</param>
/// <param name="Group">Group; null when not known.</param>
/// <param name="Variables">Values by name of the variable: numbers as numbers, true and false as such, everything else as text.</param>
public sealed record InformantCard(string Name, InformantGroup? Group, IReadOnlyDictionary<string, object> Variables, Id<Informant> Id)
{
    /// <summary>Every informant of the study, or one.</summary>
    public static async Task<IReadOnlyDictionary<Id<Informant>, InformantCard>> AllAsync(JembatanDb db, CancellationToken cancellationToken, Id<Informant>? only = null)
    {
        var variables = await db.Variables.AsNoTracking().ToDictionaryAsync(v => v.Id, cancellationToken);
        var values = (await db.VariableValues.AsNoTracking().Where(v => only == null || v.InformantId == only).ToListAsync(cancellationToken)).ToLookup(v => v.InformantId);
        var informants = await db.Informants.AsNoTracking().Where(i => only == null || i.Id == only).ToListAsync(cancellationToken);
        return informants.ToDictionary(i => i.Id, i => new InformantCard(i.Name, i.Group, values[i.Id]
            .OrderBy(v => variables[v.VariableId].Id)
            .ToDictionary(v => variables[v.VariableId].Name, v => Typed(variables[v.VariableId].Type, v.Value)), i.Id));
    }

    private static object Typed(VariableType type, string value) => type switch
    {
        VariableType.Integer when long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => whole,
        VariableType.Float when double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) => number,
        VariableType.Boolean when bool.TryParse(value, out var truth) => truth,
        _ => value,
    };
}
