using Jembatan.App.Coverage;
using Jembatan.App.Reports.Figures;
using Jembatan.App.Traces;
using Jembatan.Core;
using Jembatan.Interchange.Documents;

namespace Jembatan.App.Reports.Sections;

/// <summary>The coverage model under one macro shock: what it does to incomes, lapse and coverage by sector, and which causes of this study its parameters and levers carry.</summary>
internal sealed class CoverageSection : IReportSection
{
    /// <summary>The shock that reports show; pages offer the others.</summary>
    public const string Shock = "2020-like";

    internal const string ParametersAnchor = "coverage-parameters";
    private static readonly string[] Shown = ["memberStock", "payingCoverage", "coveredInYear", "sdgCoverage", "contributionDensity", "monthsToLapse", "oldAgeAdequacy", "subsidyConcentration", "coveredPersonYears", "entries", "lapses", "returns", "sponsorCostTotal"];

    private static readonly string[] BySector = ["meanIncome", "lapseShare", "memberStock"];

    public string Id => "coverage";

    public IEnumerable<Block> Write(ReportData data, ReportContext c)
    {
        yield return new Heading(2, c.Say(SectionTitles.Of(Id)), Id);
        if (data.Coverage is not { } model)
        {
            yield return ReportContext.Empty(c.Say(
                "Buku kode studi ini tidak memuat sebab yang dibawa parameter model cakupan, jadi tidak ada proyeksi.", "The codebook of this study has none of the causes that parameters of the coverage model carry, so nothing is projected."));
            yield break;
        }

        yield return new Paragraph(
        [
            new Plain(c.Say("Belum dikalibrasi. ", "Not calibrated. "), Bold: true),
            new Plain(c.Say(
                "Laju masuk dan putus iuran adalah nilai awal; jumlah peserta saja tidak dapat memisahkan keduanya. Yang dapat dibaca ialah selisih antara dua skenario dengan nasib yang sama, bukan tinggi garisnya. Kata narasumber menunjukkan mekanisme mana yang ada; besarnya tidak diambil dari banyaknya kode.",
                "Entry and lapse are starting values; stocks alone cannot tell the two apart. What can be read is the difference between two scenarios that share their luck, not the height of a line. Informants' words say which mechanisms exist; their size is not taken from counts of codes.")),
        ], ParagraphStyle.Note);
        foreach (var block in c.Narrative(Id)) yield return block;
        var shock = model.Shocks.First(s => s.Id == model.Scenario.Shock);
        yield return ReportContext.Text(c.Say(
            $"{c.Number(ShowCoverage.Persons, 0)} orang contoh mewakili {c.Number(model.Informal / 1e6, 1)} juta pekerja informal, bulan demi bulan selama {model.Projected.Months} bulan. Guncangan: {c.Say(shock.Name)}. Sumbernya: {c.Say(SourceWords.Of(shock.Source))}.",
            $"{c.Number(ShowCoverage.Persons, 0)} sampled persons stand for {c.Number(model.Informal / 1e6, 1)} million informal workers, month by month over {model.Projected.Months} months. Shock: {c.Say(shock.Name)}. Its source: {shock.Source}."));
        yield return new Figure(
            c.Say($"Stok peserta, {c.Say(shock.Name).ToLowerInvariant()} dan dasar", $"Member stock, {c.Say(shock.Name).ToLowerInvariant()} and baseline"), StockChart.Of(model, c),
            c.Say("Garis penuh: dengan guncangan. Garis putus-putus: tanpa. Lingkaran: angka BPU aktif yang tercetak, tidak dipakai mencocokkan.", "Solid: with the shock. Dashed: without. Circles: printed active BPU members, not fitted to."), Indicators(model, c));
        yield return Sectors(model, c);
        yield return Groups(model, c);
        yield return ReportContext.Text(c.Say(
            "Kelompok dengan kurang dari 30 orang contoh, kepesertaan, atau kejadian tidak ditampilkan. Bulan sampai putus iuran: median Kaplan–Meier kepesertaan yang mulai selama proyeksi. JHT: saldo saat berusia 56 dibagi penghasilan bulanan sendiri 12 bulan terakhir.",
            "Groups with fewer than 30 sampled persons, spells or cases are not shown. Months to lapse: Kaplan–Meier median of memberships begun in the projection. Savings: balance on turning 56 over own mean monthly income of the last 12 months."), ParagraphStyle.Small);
        foreach (var block in SubsidyExample.Write(data.Subsidised, c)) yield return block;
        yield return Levers(model, c);
        yield return new Heading(3, c.Say("Parameter dan sebab yang dibawanya", "Parameters and the causes they carry"), ParametersAnchor);
        yield return Parameters(model, c);
    }

    private static Table Indicators(ShowCoverage.Response m, ReportContext c) => new(
        c.Say("Ukuran pada bulan terakhir", "Indicators in the last month"),
        [Cell.Of(c.Say("Ukuran", "Indicator")), Cell.Of(c.Say("Dasar", "Baseline"), true), Cell.Of(c.Say("Dengan guncangan", "With the shock"), true)],
        [
            .. Shown.Where(m.Projected.Indicators.ContainsKey).Select(name => (IReadOnlyList<Cell>)
            [
                Cell.Of(c.Say(IndicatorWords.Of(name))), Number(m, ScenarioKey.Baseline, name, null, m.Baseline.Indicators.GetValueOrDefault(name), c),
                Number(m, m.Scenario, name, null, m.Projected.Indicators.GetValueOrDefault(name), c),
            ]),
        ], "t-coverage");

    private static Table Sectors(ShowCoverage.Response m, ReportContext c) => new(
        c.Say("Penghasilan, putus iuran, dan stok peserta menurut sektor, tanpa dan dengan guncangan", "Income, lapse and member stock by sector, without and with the shock"),
        [
            Cell.Of(c.Say("Sektor", "Sector")), Cell.Of(c.Say("Penghasilan, dasar", "Income, baseline"), true), Cell.Of(c.Say("guncangan", "shock"), true), Cell.Of(c.Say("Putus iuran, dasar", "Lapse, baseline"), true),
            Cell.Of(c.Say("guncangan", "shock"), true), Cell.Of(c.Say("Stok, dasar", "Stock, baseline"), true), Cell.Of(c.Say("guncangan", "shock"), true),
        ],
        [
            .. m.Sectors.Where(s => s.Reason is null).Select(s => (IReadOnlyList<Cell>)
            [
                Cell.Of(c.Say(s.Name)),
                .. BySector.SelectMany(name => new[]
                {
                    Number(m, ScenarioKey.Baseline, name, s.Sector, s.Baseline.GetValueOrDefault(name), c), Number(m, m.Scenario, name, s.Sector, s.Scenario.GetValueOrDefault(name), c),
                }),
            ]),
        ], "t-coverage-sectors");

    private static Table Groups(ShowCoverage.Response m, ReportContext c) => new(
        c.Say("Keluaran menurut kelompok pada bulan terakhir, dengan guncangan", "Outputs by group in the last month, with the shock"),
        [Cell.Of(c.Say("Kelompok", "Group")), .. GroupWords.FiguresOf(m.Projected.Groups).Select(f => Cell.Of(c.Say(f.Short), true))],
        [
            .. GroupWords.Dimensions.SkipLast(1).SelectMany(d => m.Projected.Groups.Where(g => g.By == d.By).Select(g => (IReadOnlyList<Cell>)
            [
                Cell.Of($"{c.Say(d.Words)}: {c.Say(GroupWords.Of(g))}"), .. GroupWords.FiguresOf(m.Projected.Groups).Select(f => Cell.Of(GroupWords.Written(g, f.Indicator) is { } written ? c.Say(written) : "–", true)),
            ])),
        ], "t-coverage-groups");

    private static Table Levers(ShowCoverage.Response m, ReportContext c) => new(
        c.Say("Pengungkit: kelas bukti dan sebab yang diakui dihapusnya", "Levers: evidence grade and the causes they claim to remove"),
        [Cell.Of(c.Say("Pengungkit", "Lever")), Cell.Of(c.Say("Kelas", "Grade")), Cell.Of(c.Say("Sebab", "Causes")), Cell.Of(c.Say("Sumber", "Source"))],
        [
            .. m.Levers.Select(l => (IReadOnlyList<Cell>)
            [
                new Cell([ReportContext.Here(c.Say(l.Lever.Name), $"lever:{l.Lever.Id}")], Anchor: ReportContext.Anchor($"lever:{l.Lever.Id}")),
                Cell.Of(l.Lever.Effect.IsNotEvidenced ? c.Say("E, besar pengaruh belum terbukti", "E, effect size not evidenced") : l.Lever.Effect.Grade.ToString()), new Cell(Causes(l.Claims, c)), Cell.Of(c.Say(SourceWords.Of(l.Lever.Effect.Source))),
            ]),
        ], "t-coverage-levers");

    private static Table Parameters(ShowCoverage.Response m, ReportContext c) => new(
        c.Say("Parameter, kelas bukti, dan sebab", "Parameters, evidence grades and causes"),
        [Cell.Of(c.Say("Parameter", "Parameter")), Cell.Of(c.Say("Nilai", "Value"), true), Cell.Of(c.Say("Satuan", "Unit")), Cell.Of(c.Say("Kelas", "Grade")), Cell.Of(c.Say("Sebab", "Causes")), Cell.Of(c.Say("Sumber", "Source"))],
        [
            .. m.Parameters.Where(p => p.Causes.Count > 0).Select(p => (IReadOnlyList<Cell>)
            [
                new Cell([ReportContext.Here(p.Parameter.Id, $"parameter:{p.Parameter.Id}")], Anchor: ReportContext.Anchor($"parameter:{p.Parameter.Id}")), Cell.Of(c.Exact(p.Parameter.Value), true),
                Cell.Of(c.Unit(p.Parameter.Unit)), Cell.Of(p.Parameter.Grade.ToString()), new Cell(Causes(p.Causes, c)), Cell.Of(c.Say(SourceWords.Of(p.Parameter.Source))),
            ]),
        ], "t-coverage-parameters");

    private static IReadOnlyList<Inline> Causes(IReadOnlyList<NamedCause> causes, ReportContext c) =>
        causes.Count == 0 ? [new Plain("–")] : ReportContext.Joined(causes.Select(x => c.ToCode($"{x.Code} ({x.Informants})", x.Code)));

    // A projected number leads to the parameters behind it, and they to the causes and the words.
    private static Cell Number(ShowCoverage.Response m, ScenarioKey key, string indicator, string? sector, double? value, ReportContext c) => value is { } v
        ? new Cell([new Link(c.Say(IndicatorWords.Written(indicator, v)), ParametersAnchor, TraceId.Projection(key, indicator, m.Projected.Months, sector))], true)
        : Cell.Of("–", true);
}
