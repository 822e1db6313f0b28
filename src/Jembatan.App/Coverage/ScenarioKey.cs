using System.Collections.Immutable;
using Jembatan.Core;
using Jembatan.Simulation.Levers;
using Jembatan.Simulation.Macro;
using Jembatan.Simulation.Membership;

namespace Jembatan.App.Coverage;

/// <summary>A scenario of the shipped model as one word: a shock and levers, such as <c>2020-like;subsidy.share=0.5</c>; <c>baseline</c> when there is neither.</summary>
/// <param name="Shock">Id of a macro preset; null for none.</param>
/// <param name="Levers">Levers as <c>NAME.FIELD=VALUE</c>, ordered.</param>
public sealed record ScenarioKey(string? Shock, ImmutableArray<string> Levers)
{
    /// <summary>No shock, no lever.</summary>
    public static ScenarioKey Baseline { get; } = new(null, []);

    /// <summary>The same shock without levers.</summary>
    public ScenarioKey WithoutLevers => this with { Levers = [] };

    /// <summary>Whether neither a shock nor a lever is in it.</summary>
    public bool IsBaseline => Shock is null && Levers.IsEmpty;

    /// <summary>Ids of the levers pulled.</summary>
    public IEnumerable<string> LeverIds => Levers.Select(l => l[..l.IndexOf('.', StringComparison.Ordinal)]).Distinct(StringComparer.Ordinal);

    /// <summary>Puts a shock and levers together and checks them.</summary>
    /// <returns>The key, or the problem of the preset or the levers.</returns>
    public static Result<ScenarioKey> Of(string? shock, IEnumerable<string> levers)
    {
        var key = new ScenarioKey(string.IsNullOrEmpty(shock) ? null : shock, [.. levers.Where(l => l.Length > 0).Order(StringComparer.Ordinal)]);
        if (key.Shock is { } id && MacroPresets.Find(id) is { Problem: { } noShock }) return noShock;
        var model = ((MembershipFile)CoverageModel.Shipped()).Membership;
        return AllLevers.Apply(new Scenario(model), key.Levers) is { Problem: { } noLever } ? noLever : key;
    }

    /// <summary>Reads a key.</summary>
    public static Result<ScenarioKey> Parse(string text)
    {
        var parts = text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var shock = parts.FirstOrDefault(p => !p.Contains('=', StringComparison.Ordinal) && p != "baseline");
        return Of(shock, parts.Where(p => p.Contains('=', StringComparison.Ordinal)));
    }

    /// <summary>The word.</summary>
    public override string ToString() => IsBaseline ? "baseline" : string.Join(';', (Shock is null ? [] : new[] { Shock }).Concat(Levers));

    /// <summary>The shipped model under the shock; levers are not in it.</summary>
    internal MembershipFile Model()
    {
        var file = (MembershipFile)CoverageModel.Shipped();
        if (Shock is null || MacroPresets.Find(Shock) is not { IsOk: true, Value: var preset }) return file;
        return file with { Membership = file.Membership with { Macro = preset.Over(file.Membership.Start, Math.Max(file.Months, 1200) + 1) } };
    }
}
