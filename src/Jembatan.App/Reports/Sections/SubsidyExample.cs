using Jembatan.App.Coverage;
using Jembatan.App.Traces;
using Jembatan.Core;
using Jembatan.Interchange.Documents;

namespace Jembatan.App.Reports.Sections;

/// <summary>What a subsidy adds under the shock of the report, what it costs, and how much of it pays for coverage that is there without it.</summary>
internal static class SubsidyExample
{
    /// <summary>The subsidy shown: all of the contribution, through its measured effect, for the months that the lever has by default.</summary>
    public const string Lever = "subsidy.share=1";

    private static readonly string[] By = ["sex", "area", "income-decile"];

    public static IEnumerable<Block> Write(ShowCoverage.Response? model, ReportContext c)
    {
        if (model is not { Cost: { } cost, Deadweight: { } deadweight }) yield break;
        yield return new Heading(3, c.Say("Bila iuran disubsidi penuh selama 12 bulan", "With contributions subsidised in full for 12 months"), "coverage-subsidy");
        yield return ReportContext.Text(c.Say(
            "Dibandingkan orang demi orang dengan guncangan yang sama tanpa subsidi. Bobot mati ialah subsidi untuk bulan yang juga dibayar orang yang sama, dengan nasib yang sama, tanpa subsidi. Selang 90%.",
            "Compared person by person with the same shock without the subsidy. Deadweight is subsidy for months that the same person, with the same luck, pays without it too. Intervals of 90%."));
        yield return new Table(
            c.Say("Subsidi, tambahan cakupan, dan bobot mati selama proyeksi", "Subsidy, added coverage and deadweight over the projection"),
            [Cell.Of(c.Say("Ukuran", "Indicator")), Cell.Of(c.Say("Nilai", "Value"), true), Cell.Of(c.Say("Selang", "Interval"), true)],
            [
                Row("subsidyPaid", deadweight.Subsidy, null, null), Row("deadweight", deadweight.Rupiah, deadweight.RupiahLow, deadweight.RupiahHigh), Row("deadweightShare", deadweight.Share, deadweight.Low, deadweight.High),
                [
                    Cell.Of(c.Say("Biaya per tambahan orang-tahun terlindungi, rupiah", "Cost per added covered person-year, rupiah")),
                    Cell.Of(cost.PerAddedPersonYear is { } each ? c.Number(each, 0) : c.Say("tidak dapat ditaksir", "not estimable"), true),
                    Cell.Of(cost is { PerAddedPersonYear: not null, Low: { } low, High: { } high } ? $"{c.Number(low, 0)} – {c.Number(high, 0)}" : "–", true),
                ],
            ], "t-coverage-subsidy");
        yield return new Table(
            c.Say("Bobot mati menurut kelompok, bagian dari subsidi kelompok itu", "Deadweight by group, share of the group's subsidy"),
            [Cell.Of(c.Say("Kelompok", "Group")), Cell.Of(c.Say("Bobot mati", "Deadweight"), true), Cell.Of(c.Say("Bagian subsidi", "Share of the subsidy"), true)],
            [
                .. GroupWords.Dimensions.Where(d => By.Contains(d.By)).SelectMany(d => model.Projected.Groups.Where(g => g.By == d.By).Select(g => (IReadOnlyList<Cell>)
                [
                    Cell.Of($"{c.Say(d.Words)}: {c.Say(GroupWords.Of(g))}"), Cell.Of(Say(GroupWords.Written(g, "deadweight")), true), Cell.Of(Say(GroupWords.Written(g, "deadweightShare")), true),
                ])),
            ], "t-coverage-deadweight");

        string Say(Bilingual? written) => written is null ? "–" : c.Say(written);

        IReadOnlyList<Cell> Row(string indicator, double? value, double? low, double? high) =>
        [
            Cell.Of(c.Say(IndicatorWords.Of(indicator))),
            value is { } v ? new Cell([new Link(c.Say(IndicatorWords.Written(indicator, v)), CoverageSection.ParametersAnchor, TraceId.Projection(model.Scenario, indicator, model.Projected.Months))], true)
                : Cell.Of(c.Say("tidak dapat ditaksir", "not estimable"), true),
            Cell.Of(low is { } l && high is { } h ? $"{c.Say(IndicatorWords.Written(indicator, l))} – {c.Say(IndicatorWords.Written(indicator, h))}" : "–", true),
        ];
    }
}
