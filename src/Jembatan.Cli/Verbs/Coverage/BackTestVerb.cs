using System.CommandLine;
using System.Globalization;
using Jembatan.App.Coverage;
using Jembatan.Cli.Frame;
using Jembatan.Core;
using Jembatan.Simulation.Validation;

namespace Jembatan.Cli.Verbs.Coverage;

internal static class BackTestVerb
{
    public static Verb Verb { get; } = new("backtest", "Fits on 2020 to 2023, predicts 2025 and sets naive rivals beside it.", TakesStudy: false, Build);

    private static void Build(Command command)
    {
        var options = new FitOptions();
        var model = TypedModel.Argument("the member stock");
        var macro = new Option<string?>("--macro")
        {
            Description = "The economy as it was, csv by month, with a membership model: the model is then tried knowing it and not knowing what came after the fitted months.", HelpName = "FILE.csv",
        };
        command.Add(model);
        options.AddTo(command);
        command.Add(macro);
        command.Does(async session =>
        {
            var read = await TypedModel.OfAsync(session, model);
            if (read.Problem is { } unread) return unread;
            if (TypedModel.Unfit(read.Value) is { } unfit) return unfit;
            var targets = await TypedFile.OfAsync(session, options.Targets);
            if (targets.Problem is { } noTargets) return noTargets;
            var calendars = await TypedFile.OfAsync(session, options.Calendars);
            if (calendars.Problem is { } noCalendars) return noCalendars;
            var economy = await TypedFile.OfAsync(session, macro);
            if (economy.Problem is { } noEconomy) return noEconomy;
            var tested = await BackTestCoverage.HandleAsync(new(targets.Value, calendars.Value, session.Get(options.Particles), session.Get(options.Seed), read.Value as MembershipFile, session.Get(options.Persons), economy.Value), session.Cancel);
            return tested.Problem is { } problem ? problem : new Answer(Document(tested.Value, session.Language), sheet => Print(sheet, tested.Value));
        });
    }

    private static object Document(BackTestCoverage.Response tested, Language language) => new
    {
        firstLine = tested.Report.FirstLine.In(language),
        tested.Report.NaiveWins,
        unit = "million persons",
        notices = tested.Report.Notices.Select(n => n.In(language)),
        identification = tested.Identification?.In(language),
        fitted = tested.Fit.Select(t => new { month = t.Month.ToString(), observed = t.Value / 1e6, t.Tolerance, t.Mark, t.Source }),
        calendars = tested.Calendars.Select((c, i) => new { c.Id, name = c.Name.In(language), isDefault = i == 0, c.Source, contracts = c.Contracts }),
        forecasts = tested.Report.Scores.Select(s => new
        {
            s.Id,
            name = s.Name.In(language),
            s.IsNaive,
            s.MeanAbsoluteError,
            s.Crps,
            s.Skill,
            s.IntervalCoverage,
            s.Pit,
            reason = s.Reason ?? (s.Points.Length < BackTest.LeastPoints ? $"fewer than {BackTest.LeastPoints} points: no interval coverage, no PIT" : null),
            points = s.Points.Select(p => new { month = p.Month.ToString(), p.Observed, p.Predicted, p.Low, p.High, p.Crps }),
        }),
    };

    private static void Print(Sheet sheet, BackTestCoverage.Response tested)
    {
        sheet.Line(tested.Report.FirstLine.In(sheet.Language));
        foreach (var notice in tested.Report.Notices) sheet.Line(notice.In(sheet.Language));
        if (tested.Identification is { } confounded) sheet.Line(confounded.In(sheet.Language));
        var months = tested.Report.Scores.First(s => !s.Points.IsEmpty).Points;
        string N(double? value) => value is { } v ? v.ToString("0.00", CultureInfo.GetCultureInfo(sheet.Language == Language.Indonesian ? "id-ID" : "en-GB")) : "–";
        sheet.Line(sheet.Say("Juta peserta aktif BPU; dalam kurung selang 80 %.", "Million active BPU members; in brackets the central 80 %."));
        sheet.Table(
            [sheet.Say("ramalan", "forecast"), .. months.Select(m => m.Month + "#"), sheet.Say("galat mutlak#", "abs. error#"), "CRPS#", "skill#"],
            [
                [sheet.Say("yang terjadi", "what happened"), .. months.Select(m => N(m.Observed)), "", "", ""],
                .. tested.Report.Scores.Select(s => (IReadOnlyList<string>)[s.Name.In(sheet.Language), .. s.Points.Select(p => $"{N(p.Predicted)} ({N(p.Low)}–{N(p.High)})"), .. Enumerable.Repeat("–", months.Length - s.Points.Length), N(s.MeanAbsoluteError), N(s.Crps), N(s.Skill)]),
            ]);
        foreach (var failed in tested.Report.Scores.Where(s => s.Reason is not null)) sheet.Line($"{failed.Name.In(sheet.Language)}: {failed.Reason}");
    }
}
