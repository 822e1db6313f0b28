using System.Collections.Immutable;
using Jembatan.Core;
using Jembatan.Simulation.Population;
using Jembatan.Simulation.Records;

namespace Jembatan.Simulation.Rules;

/// <summary>Finds rules that would hold at the same time for the same member.</summary>
internal static class RuleOverlaps
{
    public static Problem? Contributions(ImmutableArray<JsonRecord> records, ImmutableArray<ContributionRule> rules) =>
        First(records, rules, r => r.Id, (a, b) => a.Programme == b.Programme && Meet(a.From, a.To, b.From, b.To) ? $"the programme {a.Programme}" : null);

    public static Problem? Discounts(ImmutableArray<JsonRecord> records, ImmutableArray<DiscountRule> rules) => First(records, rules, r => r.Id, (a, b) =>
    {
        if (!a.IsOn || !b.IsOn || !Meet(a.From, a.To, b.From, b.To)) return null;
        var programme = a.Programmes.Intersect(b.Programmes).Select(p => (Programme?)p).FirstOrDefault();
        var sector = Sectors.All.Where(s => a.HasSector(s) && b.HasSector(s)).Select(s => (Sector?)s).FirstOrDefault();
        var payer = RuleWords.Payers.Values.Where(p => !a.ExceptPayers.Contains(p) && !b.ExceptPayers.Contains(p)).Select(p => (Payer?)p).FirstOrDefault();
        return programme is { } pr && sector is { } s && payer is { } pa ? $"the programme {pr}, sector {Sectors.Id(s)}, payer {RuleWords.Id(pa)}" : null;
    });

    private static bool Meet(CalendarMonth fromA, CalendarMonth? toA, CalendarMonth fromB, CalendarMonth? toB) => (toB is not { } b || fromA <= b) && (toA is not { } a || fromB <= a);

    private static Problem? First<T>(ImmutableArray<JsonRecord> records, ImmutableArray<T> rules, Func<T, string> id, Func<T, T, string?> shared)
    {
        for (var i = 0; i < rules.Length; i++)
            for (var j = 0; j < i; j++)
                if (shared(rules[j], rules[i]) is { } what)
                    return new Problem(
                        "rules/overlap",
                        FormattableString.Invariant($"In '{records[i].File}' the rule '{id(rules[i])}' (line {records[i].Line}) and the rule '{id(rules[j])}' (line {records[j].Line}) hold at the same time for {what}. Let one end in the month before the other begins ('from' at line {records[i].LineOf("from")})."),
                        records[i].At("from"));
        return null;
    }
}
