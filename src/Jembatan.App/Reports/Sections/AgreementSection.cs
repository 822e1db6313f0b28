using System.Globalization;
using Jembatan.App.Agreement;
using Jembatan.Interchange.Documents;
using Jembatan.Statistics.Agreement;

namespace Jembatan.App.Reports.Sections;

/// <summary>How far the coders agree: coefficient, universe, unit and interval in the words that a reviewer asks for, then every code.</summary>
internal sealed class AgreementSection : IReportSection
{
    private const double Reliable = .8;
    private const double Tentative = 2.0 / 3;

    public string Id => "agreement";

    public IEnumerable<Block> Write(ReportData data, ReportContext c)
    {
        yield return new Heading(2, c.Say(SectionTitles.Of(Id)), Id);
        foreach (var block in c.Narrative(Id)) yield return block;
        if (data.Agreement is not { } agreement)
        {
            yield return ReportContext.Empty(c.Say(
                "Tidak ada sumber yang ditandai selesai oleh dua pengode, sehingga kesepakatan tidak dihitung.", "No source was marked finished by two coders, so agreement is not computed."));
            yield break;
        }

        var overall = agreement.Items.First(i => i.Scope == AgreementScope.Overall).Estimate;
        var coders = string.Join(c.Say(" dan ", " and "), agreement.Coders);
        yield return ReportContext.Text(c.Say(
            $"{coders} masing-masing mengode {agreement.Sources.Count} sumber. Kesepakatan dinyatakan dengan α Krippendorff, tingkat nominal (kode ada atau tidak ada), atas {c.Number(agreement.Data.Units, 0)} kalimat yang diucapkan narasumber; ucapan pewawancara dan sumber yang hanya selesai oleh satu pengode tidak dihitung. Kalimat tanpa kode pada sumber yang selesai dihitung sebagai tidak ada.",
            $"{coders} each coded {agreement.Sources.Count} sources. Agreement is Krippendorff's α at the nominal level (code present or absent) over {c.Number(agreement.Data.Units, 0)} sentences spoken by informants; the interviewer's words and sources that only one coder finished are left out. A sentence without a code in a finished source counts as absent."));
        if (overall is { Value: { } alpha, Low: { } low, High: { } high })
        {
            var without = overall.UndefinedReplicates is > 0 and { } undefined ? c.Say($", {undefined} di antaranya tanpa nilai", $", {undefined} of them without a value") : "";
            yield return ReportContext.Text(c.Say(
                $"Untuk semua kode bersama α = {c.Number(alpha, 3)}, selang 95% {c.Number(low, 3)} sampai {c.Number(high, 3)} dari mengambil ulang kalimat utuh, masing-masing dengan semua kodenya, {overall.RequestedReplicates} kali{without} (persentil, benih {overall.Seed}). Angka ini dari sebelum perbedaan didiskusikan. Kalimat dari satu wawancara saling terkait, sehingga selang itu berlaku untuk sumber-sumber ini, bukan untuk sumber lain.",
                $"For all codes together α = {c.Number(alpha, 3)}, 95% interval {c.Number(low, 3)} to {c.Number(high, 3)} from resampling whole sentences, each with all its codes, {overall.RequestedReplicates} times{without} (percentile, seed {overall.Seed}). The figure is from before differences were discussed. Sentences of one interview hang together, so that the interval speaks of these sources and not of others."));
        }

        var codes = agreement.Items.Where(i => i.Scope == AgreementScope.Code).ToList();
        var values = codes.Select(i => i.Estimate.Value).OfType<double>().ToList();
        yield return ReportContext.Text(c.Say(
            $"Dari {codes.Count} kode, {values.Count(v => v >= Reliable)} mencapai {c.Number(Reliable, 3)}, {values.Count(v => v is >= Tentative and < Reliable)} di antara {c.Number(Tentative, 3)} dan {c.Number(Reliable, 3)} (hanya untuk kesimpulan sementara), {values.Count(v => v < Tentative)} di bawahnya, dan {codes.Count - values.Count} tidak terdefinisi.",
            $"Of {codes.Count} codes {values.Count(v => v >= Reliable)} reach {c.Number(Reliable, 3)}, {values.Count(v => v is >= Tentative and < Reliable)} lie between {c.Number(Tentative, 3)} and {c.Number(Reliable, 3)} (for tentative conclusions only), {values.Count(v => v < Tentative)} below, and {codes.Count - values.Count} are undefined."));
        yield return new Table(
            c.Say("Kesepakatan per kode, terendah di atas", "Agreement by code, lowest first"),
            [Cell.Of(c.Say("Kode", "Code")), Cell.Of("α", true), Cell.Of(c.Say("Selang 95%", "95% interval")), Cell.Of(c.Say("Pengodean", "Codings"), true)],
            [
                .. codes.OrderBy(i => i.Estimate.Value ?? 2).Select(i => (IReadOnlyList<Cell>)
                [
                    new Cell([c.ToCode($"{i.Name} {c.Say(i.Title!)}", i.Name!)]), Cell.Of(i.Estimate.Value is { } v ? c.Number(v, 3) : "–", true),
                    Cell.Of(i.Estimate is { Low: { } from, High: { } to } ? $"{c.Number(from, 3)}; {c.Number(to, 3)}" : Why(i.Estimate, c)), Cell.Of(string.Join(" / ", i.Marks.Select(m => m.ToString(CultureInfo.InvariantCulture))), true),
                ]),
            ], "t-agreement");
        yield return ReportContext.Text(c.Say("Rumus dan sumber: Krippendorff, K. (2019), Content Analysis, edisi ke-4, bab 12; ambang 0,667 dan 0,800 dari buku yang sama.", "Formula and source: Krippendorff, K. (2019), Content Analysis, 4th ed., ch. 12; the thresholds .667 and .800 are from the same book."), ParagraphStyle.Small);
    }

    private static string Why(AgreementEstimate estimate, ReportContext c) => estimate.Undefined switch
    {
        Undefined.NoVariation => c.Say("tanpa variasi", "no variation"),
        null => c.Say("tanpa selang", "no interval"),
        _ => c.Say("tidak terdefinisi", "undefined"),
    };
}
