using System.Collections.Immutable;
using Jembatan.Statistics.Random;

namespace Jembatan.Simulation.Parameters;

/// <summary>The parameters of a model by id.</summary>
/// <param name="All">Every one, by id.</param>
public sealed record ParameterSet(ImmutableSortedDictionary<string, Parameter> All)
{
    /// <summary>A set of parameters with different ids.</summary>
    /// <param name="parameters">The parameters.</param>
    public static ParameterSet Of(IEnumerable<Parameter> parameters) => new(parameters.ToImmutableSortedDictionary(p => p.Id, p => p, StringComparer.Ordinal));

    /// <summary>The value of a parameter.</summary>
    /// <param name="id">Its id.</param>
    /// <exception cref="KeyNotFoundException">There is none of that id.</exception>
    public double this[string id] => All[id].Value;

    /// <summary>The set with one parameter in another's place or added.</summary>
    /// <param name="parameter">The parameter.</param>
    public ParameterSet With(Parameter parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return new(All.SetItem(parameter.Id, parameter));
    }

    /// <summary>The set with other values; ids that are not there are left out.</summary>
    /// <param name="values">Values by id.</param>
    public ParameterSet With(IReadOnlyDictionary<string, double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new(All.SetItems(values.Where(v => All.ContainsKey(v.Key)).Select(v => KeyValuePair.Create(v.Key, All[v.Key] with { Value = v.Value }))));
    }

    /// <summary>The set with every parameter drawn from its prior.</summary>
    /// <remarks>The uniform of a parameter comes from the stream of its id, so that adding one shifts no other.</remarks>
    /// <param name="seed">The seed.</param>
    /// <param name="draw">Number of the draw.</param>
    public ParameterSet Drawn(ulong seed, int draw) => new(All.SetItems(All.Values
        .Where(p => p.Believed.Family != PriorFamily.Fixed)
        .Select(p => KeyValuePair.Create(p.Id, p with { Value = p.Drawn(new PhiloxStream(seed, $"parameters/{p.Id}", (ulong)draw).NextUniform()) }))));
}
