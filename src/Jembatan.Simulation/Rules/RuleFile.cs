using System.Collections.Immutable;
using Jembatan.Core;
using Jembatan.Simulation.Population;
using Jembatan.Simulation.Records;

namespace Jembatan.Simulation.Rules;

/// <summary>Reads a file of rules.</summary>
/// <remarks>Lists <c>contributions</c>, <c>brackets</c>, <c>discounts</c>, <c>benefits</c>, <c>arrears</c> and <c>ages</c>; the shipped <c>rules.json</c> is the example.
/// <para><b>Untrusted input</b>: at most 16 MB and 32 levels deep; every problem names file, line and field.</para></remarks>
public static class RuleFile
{
    private static readonly string[] Marks = ["A", "B", "C", "M", "P", "recall"];

    /// <summary>Reads rules.</summary>
    /// <param name="file">Name of the file, for problems.</param>
    /// <param name="utf8">The file.</param>
    /// <param name="allowUnverified">Whether rules marked M or recall may be on.</param>
    /// <returns>The rules, or a problem that names file, line and field: <c>rules/overlap</c>, <c>rules/unverified</c>, <c>rules/backwards</c>, <c>rules/no-arrears</c>, or one that begins with <c>data/</c>.</returns>
    public static Result<RuleBook> Read(string file, ReadOnlySpan<byte> utf8, bool allowUnverified)
    {
        var read = JsonRecords.Read(file, utf8);
        if (read.Problem is { } problem) return problem;
        ImmutableArray<JsonRecord> List(string name) => read.Value.TryGetValue(name, out var list) ? list : [];

        var contributions = Each(List("contributions"), allowUnverified, Contribution);
        if (contributions.Problem is { } badContribution) return badContribution;
        var brackets = Each(List("brackets"), allowUnverified, Bracket);
        if (brackets.Problem is { } badBracket) return badBracket;
        var discounts = Each(List("discounts"), allowUnverified, Discount);
        if (discounts.Problem is { } badDiscount) return badDiscount;
        var benefits = Each(List("benefits"), allowUnverified, Benefit);
        if (benefits.Problem is { } badBenefit) return badBenefit;
        var arrears = Each(List("arrears"), allowUnverified, Arrears);
        if (arrears.Problem is { } badArrears) return badArrears;
        if (arrears.Value.Length != 1) return new Problem("rules/no-arrears", $"'{file}' gives {arrears.Value.Length} rules under 'arrears'; one is needed. Copy it from the shipped rules.", file);
        var ages = Each(List("ages"), allowUnverified, (f, _) => (int)f.Whole("lastJoiningAge", 15, 100));
        if (ages.Problem is { } badAge) return badAge;

        if (RuleOverlaps.Contributions(List("contributions"), contributions.Value) is { } overlap) return overlap;
        if (RuleOverlaps.Discounts(List("discounts"), discounts.Value) is { } twice) return twice;
        return new RuleBook(contributions.Value, brackets.Value, discounts.Value, benefits.Value, arrears.Value[0], ages.Value.IsEmpty ? 65 : ages.Value[0]);
    }

    private static Result<ImmutableArray<T>> Each<T>(ImmutableArray<JsonRecord> records, bool allowUnverified, Func<FieldReader, RuleOrigin, T> make)
    {
        var made = ImmutableArray.CreateBuilder<T>(records.Length);
        foreach (var record in records)
        {
            var fields = new FieldReader(record);
            var origin = new RuleOrigin(fields.Text("mark"), fields.Text("source"));
            if (origin.Mark.Length > 0 && !Marks.Contains(origin.Mark)) fields.Refuse("data/bad-field", "mark", $"'{record.File}', line {record.LineOf("mark")}: the mark '{origin.Mark}' is none of {string.Join(", ", Marks)}. Correct it.");
            var isOn = fields.Flag("on", true);
            if (isOn && origin.IsUnverified && !allowUnverified)
                fields.Refuse("rules/unverified", "mark", $"'{record.File}', line {record.LineOf("mark")}: {record.Path} is marked {origin.Mark}, which nobody has verified, and is on. Find its source and mark it A, B or C, or set \"on\": false.");
            _ = fields.Both("note");
            made.Add(make(fields, origin));
            fields.NothingElse();
            if (fields.Problem is { } problem) return problem;
        }

        return made.ToImmutable();
    }

    private static ContributionRule Contribution(FieldReader f, RuleOrigin origin)
    {
        var rule = new ContributionRule(f.Text("id"), f.Word("programme", RuleWords.Programmes), f.Whole("amountRupiah", 0, 10_000_000), f.Month("from"), f.OptionalMonth("to"), origin);
        if (rule.To < rule.From) Backwards(f);
        return rule;
    }

    private static IncomeBracket Bracket(FieldReader f, RuleOrigin origin) =>
        new(f.Text("id"), f.Word("programme", RuleWords.Programmes), f.Number("share", 0, 1), f.Whole("floorIncomeRupiah", 0, 1_000_000_000), f.Flag("on", true), origin);

    private static DiscountRule Discount(FieldReader f, RuleOrigin origin)
    {
        var rule = new DiscountRule(
            f.Text("id"), f.Words("programmes", RuleWords.Programmes), f.Number("share", 0, 1), f.Month("from"), f.Month("to"), f.Words("sectors", Sectors.ById), f.Words("exceptSectors", Sectors.ById),
            f.Words("exceptPayers", RuleWords.Payers), f.Flag("on", true), origin);
        if (rule.To < rule.From) Backwards(f);
        return rule;
    }

    private static BenefitRule Benefit(FieldReader f, RuleOrigin origin) =>
        new(f.Text("id"), f.Word("programme", RuleWords.Programmes), f.Both("name"), f.OptionalWhole("amountRupiah", 0, 10_000_000_000), f.OptionalNumber("timesWage", 0, 1000), (int)(f.OptionalWhole("afterMonths", 0, 1200) ?? 0), origin);

    private static ArrearsRule Arrears(FieldReader f, RuleOrigin origin) => new((int)f.Whole("graceMonths", 0, 120), f.Whole("fineRupiah", 0, 1_000_000_000), origin);

    private static void Backwards(FieldReader f) => f.Refuse("rules/backwards", "to", "A rule ends before it begins. Correct 'from' or 'to'.");
}
