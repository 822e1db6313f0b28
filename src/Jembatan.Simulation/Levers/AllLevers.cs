using System.Collections.Immutable;
using System.Globalization;
using Jembatan.Core;
using Jembatan.Simulation.Membership;
using Jembatan.Simulation.Parameters;
using Jembatan.Simulation.Population;

namespace Jembatan.Simulation.Levers;

/// <summary>Every lever. A new one is one file and one line here.</summary>
public static class AllLevers
{
    /// <summary>The list, in the order in which levers are applied.</summary>
    public static ImmutableArray<Lever> All { get; } =
    [
        ContributionSubsidy.Lever,
        AssistedRegistration.Lever,
        SimplerRegistration.Lever,
        Agents.Lever,
        ChannelDensity.Lever,
        FlexibleRhythm.Lever,
        Reminders.Lever,
        AutoDebit.Lever,
        Awareness.Lever,
        GroupEnrolment.Lever,
        RetentionFollowUp.Lever,
        SponsorContinuity.Lever,
        BenefitChange.Lever,
    ];

    private static readonly string[] TargetFields = ["province", "sector", "status", "area"];

    /// <summary>The scenario with levers pulled as <c>NAME.FIELD=VALUE</c> says.</summary>
    /// <param name="scenario">Where it begins; left as it is.</param>
    /// <param name="settings">Such as <c>subsidy.share=0.5</c>; fields not named keep their defaults. Beside the fields of a lever: province, sector, status, area (urban or rural).</param>
    /// <param name="effectOf">The size of an effect that is not set: a draw from its prior; null for the stated value.</param>
    /// <returns>The scenario, or <c>lever/unknown</c>, <c>lever/unknown-field</c>, <c>lever/value</c>, <c>lever/not-written-so</c>.</returns>
    public static Result<Scenario> Apply(Scenario scenario, IEnumerable<string> settings, Func<Parameter, double>? effectOf = null)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(settings);
        var chosen = new Dictionary<string, LeverSettings>();
        foreach (var text in settings)
        {
            var (dot, equals) = (text.IndexOf('.', StringComparison.Ordinal), text.IndexOf('=', StringComparison.Ordinal));
            if (dot < 1 || equals < dot + 2 || equals == text.Length - 1)
                return new Problem("lever/not-written-so", $"'{text}' is no setting of a lever. Write NAME.FIELD=VALUE, such as subsidy.share=0.5.", text);
            var (name, field, value) = (text[..dot], text[(dot + 1)..equals], text[(equals + 1)..]);
            if (All.FirstOrDefault(l => l.Id == name) is not { } lever)
                return new Problem("lever/unknown", $"There is no lever '{name}'. Use one of: {string.Join(", ", All.Select(l => l.Id))}.", text);
            if (lever.Effect.IsUnverified)
                return new Problem("coverage/unverified", $"The effect of '{name}' rests on memory alone; runs refuse it. Set {name}.effect from a source that was read.", text);
            var set = Set(lever, chosen.GetValueOrDefault(name) ?? Unset(lever, effectOf), field, value, text);
            if (set.Problem is { } problem) return problem;
            chosen[name] = set.Value;
        }

        foreach (var lever in All.Where(l => chosen.ContainsKey(l.Id)))
            scenario = lever.Apply(scenario, chosen[lever.Id]) with { Applied = scenario.Applied.Add(lever.Id) };
        return scenario;
    }

    private static LeverSettings Unset(Lever lever, Func<Parameter, double>? effectOf)
    {
        var field = lever.Fields.FirstOrDefault(f => lever.Effect.Id == $"{lever.Id}.{f.Name}");
        return effectOf is null || field is null ? lever.Defaults
            : lever.Defaults with { Values = lever.Defaults.Values.SetItem(field.Name, Math.Clamp(effectOf(lever.Effect), field.Low, field.High)) };
    }

    private static Result<LeverSettings> Set(Lever lever, LeverSettings settings, string field, string value, string text)
    {
        if (TargetFields.Contains(field))
        {
            var target = Aim(settings.Target, field, value, text);
            return target.Problem is { } wrong ? wrong : settings with { Target = target.Value };
        }

        if (lever.Fields.FirstOrDefault(f => f.Name == field) is not { } known)
            return new Problem("lever/unknown-field", $"The lever '{lever.Id}' has no field '{field}'. It has: {string.Join(", ", lever.Fields.Select(f => f.Name).Concat(TargetFields))}.", text);
        return double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= known.Low && number <= known.High && (!known.IsWhole || double.IsInteger(number))
            ? settings with { Values = settings.Values.SetItem(field, number) }
            : new Problem("lever/value", FormattableString.Invariant($"'{value}' is no value of {lever.Id}.{field}. {Allowed(known)}"), text);
    }

    private static string Allowed(LeverField field) =>
        field.Unit == "0 or 1" ? "Write 0 or 1." : FormattableString.Invariant($"Write a {(field.IsWhole ? "whole number" : "number")} from {field.Low} to {field.High} ({field.Unit}).");

    private static Result<Target> Aim(Target target, string field, string value, string text)
    {
        switch (field)
        {
            case "province":
                var province = Provinces.Find(value);
                return province.Problem is { } none ? none with { At = text } : target with { Provinces = target.Provinces.Add(province.Value) };
            case "sector":
                return Sectors.ById.TryGetValue(value, out var sector) ? target with { Sectors = target.Sectors.Add(sector) } : Unknown("sector", value, Sectors.ById.Keys, text);
            case "status":
                return WorkStatuses.ById.TryGetValue(value, out var status) ? target with { Statuses = target.Statuses.Add(status) } : Unknown("status", value, WorkStatuses.ById.Keys, text);
            default:
                return value is "urban" or "rural" ? target with { Urban = value == "urban" } : Unknown("area", value, ["urban", "rural"], text);
        }
    }

    private static Problem Unknown(string what, string value, IEnumerable<string> known, string text) =>
        new("lever/value", $"There is no {what} '{value}'. Write one of: {string.Join(", ", known)}.", text);
}
