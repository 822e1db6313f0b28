using System.Collections.Immutable;
using Jembatan.Core;
using Jembatan.Simulation.Membership;
using Jembatan.Simulation.Parameters;

namespace Jembatan.Simulation.Levers;

/// <summary>One number that a user may set on a lever.</summary>
/// <param name="Name">Name in <c>lever.name=value</c>.</param>
/// <param name="Label">For people.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Default">What it is when the lever is pulled and nothing else is said.</param>
/// <param name="Low">Least value.</param>
/// <param name="High">Greatest value.</param>
public sealed record LeverField(string Name, Bilingual Label, string Unit, double Default, double Low, double High)
{
    /// <summary>Whether there are no halves of it: it counts months or years, or is 0 or 1. A field that may begin at a half is not whole.</summary>
    public bool IsWhole => Unit is "month" or "months" or "years" or "0 or 1" && Low == Math.Floor(Low);
}

/// <summary>A lever as it was set: its numbers, and whom it is for.</summary>
/// <param name="Values">Every field of the lever.</param>
/// <param name="Target">Whom it is for.</param>
public sealed record LeverSettings(ImmutableDictionary<string, double> Values, Target Target)
{
    /// <summary>A number.</summary>
    /// <param name="field">Its name.</param>
    public double this[string field] => Values[field];

    /// <summary>A number that counts months.</summary>
    /// <param name="field">Its name.</param>
    public int Whole(string field) => (int)Values[field];
}

/// <summary>Something that can be done about non-coverage.</summary>
/// <param name="Id">Stable id, kebab-case.</param>
/// <param name="Name">For people.</param>
/// <param name="Strength">Name of the field that says how strongly it is pulled.</param>
/// <param name="Neutral">Value of that field at which nothing changes.</param>
/// <param name="Fields">Its fields, without the target.</param>
/// <param name="Effect">The size of its effect with prior, grade and source.</param>
/// <param name="Claims">Codes of the causes that it claims to remove.</param>
/// <param name="Apply">Gives the scenario with this lever pulled; the scenario it is given stays as it is.</param>
public sealed record Lever(
    string Id, Bilingual Name, string Strength, double Neutral, ImmutableArray<LeverField> Fields, Parameter Effect, ImmutableArray<string> Claims, Func<Scenario, LeverSettings, Scenario> Apply)
{
    /// <summary>The settings when nothing is said: every field at its default, for everybody.</summary>
    public LeverSettings Defaults => new(Fields.ToImmutableDictionary(f => f.Name, f => f.Default), Target.Everybody);

    internal static LeverField From { get; } = new("from", new("bulan mulai", "first month"), "month", 1, 1, 1200);

    internal static LeverField Months { get; } = new("months", new("lama", "duration"), "months", 1200, 1, 1200);

    internal static LeverField Reach(double value) => new("reach", new("bagian yang terjangkau", "share reached"), "share", value, 0, 1);

    internal static LeverField Size(Parameter effect, double low = -5, double high = 5) => new("effect", new("besar pengaruh", "size of effect"), effect.Unit, effect.Value, low, high);

    internal static LeverField Cost { get; } = new("cost", new("biaya per pekerja terjangkau per bulan", "cost per reached worker and month"), "rupiah", 0, 0, 1e9);

    /// <summary>Adds a push and what it costs.</summary>
    internal static Scenario Push(Scenario scenario, string lever, LeverSettings s, double? halfLife, params ReadOnlySpan<(PersonState State, double Push)> pushes)
    {
        var shifts = ImmutableDictionary.CreateBuilder<PersonState, double>();
        foreach (var (state, push) in pushes) shifts[state] = push;
        var reach = new Reach(s.Target, s.Values.GetValueOrDefault("reach", 1));
        var (from, months) = (s.Whole("from"), s.Whole("months"));
        var pushed = scenario with { Effects = scenario.Effects.Add(new(lever, reach, shifts.ToImmutable(), from, months, halfLife)) };
        return s.Values.GetValueOrDefault("cost") is > 0 and var cost ? pushed with { RunningCosts = pushed.RunningCosts.Add((lever, reach, cost, from, months)) } : pushed;
    }
}
