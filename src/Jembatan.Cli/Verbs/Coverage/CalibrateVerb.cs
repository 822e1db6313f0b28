using System.CommandLine;
using System.Globalization;
using Jembatan.App.Coverage;
using Jembatan.Cli.Frame;
using Jembatan.Core;

namespace Jembatan.Cli.Verbs.Coverage;

internal static class CalibrateVerb
{
    public static Verb Verb { get; } = new("calibrate", "Fits the member stock to published figures and to an institution's flows.", TakesStudy: false, Build);

    private static void Build(Command command)
    {
        var options = new FitOptions();
        var model = TypedModel.Argument("the member stock");
        command.Add(model);
        options.AddTo(command);
        var flows = new Option<string?>("--flows") { Description = "The institution's own flows by month and payer, csv or xlsx.", HelpName = "FILE" };
        var map = new Option<string?>("--map") { Description = "Which column of the flows is what, JSON.", HelpName = "FILE" };
        var off = new Option<bool>("--no-sponsors") { Description = "Fit the model without sponsors." };
        foreach (var option in (Option[])[flows, map, off]) command.Add(option);
        command.Does(async session =>
        {
            var read = await TypedModel.OfAsync(session, model);
            if (read.Problem is { } unread) return unread;
            if (TypedModel.Unfit(read.Value) is { } unfit) return unfit;
            var files = new NamedFile?[4];
            foreach (var (i, option) in ((Option<string?>[])[options.Targets, options.Calendars, flows, map]).Index())
            {
                var file = await TypedFile.OfAsync(session, option);
                if (file.Problem is { } missing) return missing;
                files[i] = file.Value;
            }

            var fitted = await CalibrateCoverage.HandleAsync(new(files[0], files[1], files[2], files[3], !session.Get(off), session.Get(options.Particles), session.Get(options.Seed), read.Value as MembershipFile, session.Get(options.Persons)), session.Cancel);
            return fitted.Problem is { } problem ? problem : new Answer(Document(fitted.Value, session.Language), sheet => Print(sheet, fitted.Value));
        });
    }

    private static object Document(CalibrateCoverage.Response fitted, Language language) => new
    {
        warning = fitted.Warning?.In(language),
        fitted.Confounded,
        unit = "million persons",
        fitted.Tolerance,
        fitted.IsComplete,
        fitted.EffectiveSize,
        fitted.Runs,
        fitted.Waves,
        parameters = fitted.Parameters.Select(p => new { p.Name, prior = new { family = JsonOutput.Word(p.Prior.Family), p.Prior.First, p.Prior.Second, median = p.PriorMedian }, p.Mean, p.Deviation, p.P05, p.Median, p.P95 }),
        fitted.Targets,
        sameStock = fitted.Pairs,
        fitted.ForTheModel,
    };

    private static void Print(Sheet sheet, CalibrateCoverage.Response fitted)
    {
        var culture = CultureInfo.GetCultureInfo(sheet.Language == Language.Indonesian ? "id-ID" : "en-GB");
        string N(double value) => value.ToString("0.000", culture);
        if (fitted.Warning is { } warning) sheet.Line(warning.In(sheet.Language));
        if (!fitted.IsComplete) sheet.Line(sheet.Say($"Penyesuaian berhenti pada jarak {N(fitted.Tolerance)} simpangan baku, belum 1.", $"The fit stopped at a distance of {N(fitted.Tolerance)} standard deviations, not at 1."));
        sheet.Line(sheet.Say("Stok yang sama (9,58 dari 80 juta) dari pasangan berbeda: ", "The same stock (9.58 of 80 million) from different pairs: ")
            + string.Join("; ", fitted.Pairs.Select(p => sheet.Say($"putus iuran {p.Lapse.ToString("P0", culture)} masuk {p.Entry.ToString("P3", culture)}", $"lapse {p.Lapse.ToString("P0", culture)} entry {p.Entry.ToString("P3", culture)}"))));
        sheet.Table(
            [sheet.Say("parameter", "parameter"), sheet.Say("prior, median#", "prior, median#"), sheet.Say("rata-rata#", "mean#"), "5 %#", "50 %#", "95 %#"],
            fitted.Parameters.Select(p => (IReadOnlyList<string>)[p.Name, N(p.PriorMedian), N(p.Mean), N(p.P05), N(p.Median), N(p.P95)]));
        sheet.Table(
            [sheet.Say("sasaran", "target"), sheet.Say("tercetak#", "printed#"), sheet.Say("model#", "model#"), sheet.Say("jarak (simp. baku)#", "distance (s.d.)#")],
            fitted.Targets.Select(t => (IReadOnlyList<string>)[t.Name, N(t.Observed), N(t.Mean), N(t.Implausibility)]));
        foreach (var wave in fitted.Waves)
            sheet.Line(sheet.Say($"Gelombang {wave.Number}: {wave.Space.ToString("P1", culture)} prior belum tersingkir, {wave.Kept} dari {wave.Runs} simulasi masuk akal.", $"Wave {wave.Number}: {wave.Space.ToString("P1", culture)} of the prior not ruled out, {wave.Kept} of {wave.Runs} runs plausible."));
        if (fitted.ForTheModel is not { } lines) return;
        sheet.Line(sheet.Say("Baris untuk berkas model:", "Lines for the model file:"));
        foreach (var line in lines.Split('\n')) sheet.Line(line);
    }
}
