using System.CommandLine;
using System.Globalization;
using Jembatan.App.Coverage;
using Jembatan.Cli.Frame;

namespace Jembatan.Cli.Verbs.Coverage;

internal static class CompareVerb
{
    public static Verb Verb { get; } = new("compare", "Compares levers with the baseline, person by person, and says what added coverage costs.", TakesStudy: false, Build);

    private static void Build(Command command)
    {
        var options = new RunOptions();
        options.AddTo(command, withShards: false);
        command.Does(async session =>
        {
            var read = await options.ReadAsync(session);
            if (read.Problem is { } problem) return problem;
            using var progress = RunProgressBar.OnTerminal(session.Clock);
            var compared = await CompareCoverage.HandleAsync(read.Value, progress, session.Cancel);
            if (compared.Problem is { } failed) return failed;
            var r = compared.Value;
            return new Answer(
                r with { Baseline = r.Baseline with { Definitions = IndicatorWords.Definitions(r.Baseline, session.Language) }, Scenario = r.Scenario with { Definitions = IndicatorWords.Definitions(r.Scenario, session.Language) } },
                sheet => Print(sheet, r, session.Get(options.By)));
        });
    }

    private static void Print(Sheet sheet, CompareCoverage.Response r, string? by)
    {
        foreach (var note in r.Notes) sheet.Line(RunWords.In(note, sheet.Language));
        sheet.Table(
            [sheet.Say("indikator", "indicator"), sheet.Say("bulan#", "month#"), sheet.Say("selisih#", "difference#"), sheet.Say("bawah#", "low#"), sheet.Say("atas#", "high#")],
            r.Difference.Select(d => (IReadOnlyList<string>)[
                d.Indicator, d.Month.ToString(CultureInfo.InvariantCulture), d.Value is null ? RunWords.In(d.Reason ?? "–", sheet.Language) : Number(sheet, d.Indicator, d.Value), Number(sheet, d.Indicator, d.Low), Number(sheet, d.Indicator, d.High)]));
        var c = r.Cost;
        sheet.Line(c.PerAddedPersonYear is { } each
            ? sheet.Say(
                $"Biaya per orang-tahun terlindungi tambahan: Rp{sheet.Number((long)each)} (Rp{sheet.Number((long)c.Low!)} – Rp{sheet.Number((long)c.High!)})",
                $"Cost per added covered person-year: Rp{sheet.Number((long)each)} (Rp{sheet.Number((long)c.Low!)} – Rp{sheet.Number((long)c.High!)})")
            : sheet.Say("Biaya per orang-tahun terlindungi tambahan: ", "Cost per added covered person-year: ") + RunWords.In(c.Reason ?? "–", sheet.Language));
        if (c.PresentValue is { } now)
            sheet.Line(sheet.Say(
                $"Nilai kini pada {Answers.Percent(sheet, now.DiscountRate)} setahun: Rp{sheet.Number((long)now.PerAddedPersonYear)} (Rp{sheet.Number((long)now.Low)} – Rp{sheet.Number((long)now.High)})",
                $"Present value at {Answers.Percent(sheet, now.DiscountRate)} a year: Rp{sheet.Number((long)now.PerAddedPersonYear)} (Rp{sheet.Number((long)now.Low)} – Rp{sheet.Number((long)now.High)})"));
        if (r.Deadweight is { } deadweight) Print(sheet, deadweight, r.Scenario, by);
    }

    private static void Print(Sheet sheet, Deadweight d, CoverageRun scenario, string? by)
    {
        string Rupiah(double? value) => "Rp" + sheet.Number((long)Math.Round(value ?? 0));
        sheet.Line(sheet.Say("Bobot mati (subsidi untuk yang juga aktif pada dasar): ", "Deadweight (subsidy of those active in the baseline): ")
            + sheet.Say($"{Rupiah(d.Rupiah)} dari {Rupiah(d.Subsidy)}", $"{Rupiah(d.Rupiah)} of {Rupiah(d.Subsidy)}")
            + (d.RupiahLow is { } from && d.RupiahHigh is { } to ? $" ({Rupiah(from)} – {Rupiah(to)})" : ""));
        sheet.Line(sheet.Say("Bagian subsidi yang menjadi bobot mati: ", "Share of the subsidy that is deadweight: ")
            + (d.Share is { } share ? $"{Answers.Percent(sheet, share)} ({Answers.Percent(sheet, d.Low)} – {Answers.Percent(sheet, d.High)})" : RunWords.In(d.Reason ?? "–", sheet.Language)));
        var groups = scenario.Groups.Where(g => by is null ? g.By is "sex" or "income-decile" : g.By == by).ToList();
        sheet.Table(
            [sheet.Say("menurut", "by"), sheet.Say("kelompok", "group"), sheet.Say("bobot mati#", "deadweight#"), sheet.Say("bagian subsidi#", "share of the subsidy#")],
            groups.Select(g => (IReadOnlyList<string>)[Answers.Named(sheet, g).By, Answers.Named(sheet, g).Group, g.Figures.GetValueOrDefault("deadweight") is { } rupiah ? Rupiah(rupiah) : "–", Answers.Percent(sheet, g.Figures.GetValueOrDefault("deadweightShare"))]));
    }

    private static string Number(Sheet sheet, string indicator, double? value) =>
        value is not { } v ? "–" : indicator is "memberStock" or "payingCoverage" ? Answers.Percent(sheet, v) : sheet.Number((long)Math.Round(v));
}
