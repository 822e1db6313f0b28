using Jembatan.App.Lookups;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Sources;

/// <summary>Makes and finds informants, variables and values; the caller commits.</summary>
internal static class Informants
{
    /// <summary>The informant of that name, made when there is none.</summary>
    public static async Task<Informant> NamedAsync(string name, JembatanDb db, CancellationToken cancellationToken)
    {
        var informant = db.Informants.Local.FirstOrDefault(i => Lookup.SameWord(i.Name, name))
            ?? (await db.InformantAsync(name, cancellationToken) is { IsOk: true, Value: var found } && Lookup.SameWord(found.Name, name) ? found : null);
        if (informant is null) db.Informants.Add(informant = new Informant(name, group: null));
        return informant;
    }

    /// <summary>Variables by the columns of a table, made or widened so that they hold the values.</summary>
    public static async Task<IReadOnlyDictionary<string, Variable>> VariablesAsync(
        IReadOnlyDictionary<string, IReadOnlyList<string>> columns, JembatanDb db, CancellationToken cancellationToken)
    {
        var known = await db.Variables.ToListAsync(cancellationToken);
        var variables = new Dictionary<string, Variable>(StringComparer.Ordinal);
        foreach (var (name, values) in columns)
        {
            var type = Variable.TypeOf(values);
            var variable = known.FirstOrDefault(v => Lookup.SameWord(v.Name, name));
            if (variable is null) db.Variables.Add(variable = new Variable(name, type));
            else if (values.Any(v => v.Length > 0) && Wider(variable.Type, type) is var wider && wider != variable.Type) variable.Widen(wider);
            variables[name] = variable;
        }

        return variables;
    }

    /// <summary>Sets values of one informant; empty ones leave what is there.</summary>
    public static void Set(Informant informant, IReadOnlyDictionary<string, string> values, IReadOnlyDictionary<string, Variable> variables, ILookup<Id<Informant>, VariableValue> there, JembatanDb db)
    {
        foreach (var (name, value) in values.Where(v => v.Value.Length > 0))
        {
            var variable = variables[name];
            if (there[informant.Id].FirstOrDefault(v => v.VariableId == variable.Id) is { } old)
            {
                if (old.Value != value) old.Set(value);
            }
            else
            {
                db.VariableValues.Add(new VariableValue(informant.Id, variable.Id, value));
            }
        }
    }

    private static VariableType Wider(VariableType left, VariableType right) => (left, right) switch
    {
        _ when left == right => left,
        (VariableType.Integer, VariableType.Float) or (VariableType.Float, VariableType.Integer) => VariableType.Float,
        _ => VariableType.Text,
    };
}
