using System.Collections.Immutable;
using Jembatan.Core;
using Jembatan.Simulation;
using Jembatan.Simulation.Calibration;
using Jembatan.Simulation.Macro;
using Jembatan.Simulation.Stock;
using Jembatan.Simulation.Validation;

namespace Jembatan.App.Coverage;

/// <summary>Fits on 2020 to 2023, predicts what was published since, and sets naive rivals beside it.</summary>
public static class BackTestCoverage
{
    /// <param name="Targets">Own targets; null for the published ones.</param>
    /// <param name="Calendars">Own sponsor calendars; null for the shipped ones.</param>
    /// <param name="Particles">Particles of a fit, 50 to 5,000.</param>
    /// <param name="Seed">Seed.</param>
    /// <param name="Model">A membership model that takes part, with its sponsors and without; null for the member stock alone.</param>
    /// <param name="Persons">Persons of a run of that model.</param>
    /// <param name="Macro">The economy as it was, csv by month from the first target or earlier to the last; then the model is also set beside itself not knowing the economy after the fitted months.</param>
    public sealed record Request(NamedFile? Targets = null, NamedFile? Calendars = null, int Particles = 300, ulong Seed = 1, MembershipFile? Model = null, long Persons = 5_000, NamedFile? Macro = null);

    private const string OwnPathEffects = "2020-like";

    /// <summary>What tells the forecasters with a path of the economy apart.</summary>
    public static Bilingual Economies { get; } = new(
        "Ekonomi menurut berkas --macro: model kepesertaan memakainya sampai akhir; yang “ekonomi sesudahnya tak diketahui” hanya sampai bulan terakhir yang dicocokkan, lalu menarik jalannya dari VAR(1) atas triwulan sebelumnya.",
        "The economy is that of the --macro file: the membership model knows it to the end; the one with “later economy unknown” knows it up to the last fitted month and then draws its course from a VAR(1) of the quarters before.");

    /// <param name="Report">Scores, points and what must be said first.</param>
    /// <param name="Fit">What was fitted.</param>
    /// <param name="Calendars">The calendars, the assumed one first.</param>
    /// <param name="Identification">What the targets cannot tell apart; null when they can.</param>
    public sealed record Response(BackTestReport Report, IReadOnlyList<CalibrationTarget> Fit, ImmutableArray<SponsorCalendar> Calendars, Bilingual? Identification);

    /// <returns>The back-test, or a problem of the files or of the division.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        if (request.Particles is < 50 or > 5000) return new Problem("coverage/option", FormattableString.Invariant($"{request.Particles} particles: give 50 to 5,000."), "--particles");
        var files = await StockFiles.ReadAsync(request.Targets, request.Calendars, null, null, cancellationToken);
        if (files.Problem is { } problem) return problem;
        var settings = new AbcSettings(request.Particles, 1, 0.5, 200 * request.Particles, request.Seed);
        var persons = Forecasters(request, files.Value, cancellationToken);
        if (persons.Problem is { } unfit) return unfit;
        var report = await Task.Run(() => StockBackTest.Run(files.Value.Targets, files.Value.Calendars, persons.Value, settings, cancellationToken), cancellationToken);
        if (report.Problem is { } failed) return failed;
        var told = request.Macro is null ? report.Value : report.Value with { Notices = [.. report.Value.Notices, Economies] };
        var identified = StockBackTest.Identify(files.Value.Fit, files.Value.Calendars[0], [], cancellationToken);
        if (identified.Problem is { } unclear) return unclear;
        return new Response(told, files.Value.Fit, files.Value.Calendars, identified.Value.Warning);
    }

    // A run of persons costs some hundred times one of the stock: fewer particles, and an end to the runs.
    private static Result<ImmutableArray<Forecaster>> Forecasters(Request request, StockFiles files, CancellationToken cancellationToken)
    {
        if (request.Model is not { } file)
        {
            return request.Macro is null
                ? ImmutableArray<Forecaster>.Empty
                : new Problem("coverage/option", "A path of the economy moves incomes of persons; the member stock has none. Name a membership model, or leave --macro out.", "--macro");
        }

        if (request.Persons is < 1000 or > 1_000_000) return new Problem("coverage/option", FormattableString.Invariant($"{request.Persons} persons: give 1,000 to 1,000,000."), "--persons");
        var settings = CalibrateCoverage.OfPersons(request.Particles, request.Seed);
        if (files.Fit.Count == 0 || files.Targets.Length == 0) return ImmutableArray<Forecaster>.Empty;        // what lacks is told when scored
        var last = files.Targets.Max(t => t.Month);
        var economy = Economy(request.Macro, files.Fit[0].Month, last);
        if (economy.Problem is { } noPath) return noPath;
        var (before, scenario) = economy.Value;
        var forecasters = ImmutableArray.CreateBuilder<Forecaster>();
        foreach (var hasSponsors in (bool[])[true, false])
        {
            var fit = MembershipFit.Of(file.Membership, files.Fit, hasSponsors, last, request.Persons, scenario);
            if (fit.Problem is { } problem) return problem;
            forecasters.Add(hasSponsors
                ? fit.Value.Forecaster("membership-sponsors-on", new("Model kepesertaan dengan penanggung iuran", "Membership model with sponsors"), settings, cancellationToken)
                : fit.Value.Forecaster("membership-sponsors-off", new("Model kepesertaan tanpa penanggung iuran", "Membership model without sponsors"), settings, cancellationToken));
            if (!hasSponsors || before is null) continue;
            var unseen = UnseenEconomy.Of(before, files.Fit[^1].Month);
            if (unseen.Problem is { } undrawn) return undrawn;
            forecasters.Add(fit.Value.Forecaster(
                "membership-unseen-economy", new("Model kepesertaan, ekonomi sesudahnya tak diketahui", "Membership model, later economy unknown"), settings, cancellationToken, unseen.Value));
        }

        return forecasters.ToImmutable();
    }

    // The whole path, from which the economy's moves are learnt, and the part that the run goes through.
    private static Result<(MacroPath? Whole, MacroScenario? Run)> Economy(NamedFile? csv, CalendarMonth start, CalendarMonth last)
    {
        if (csv is null) return (null, null);
        var text = System.Text.Encoding.UTF8.GetString(csv.Content);
        var whole = MacroPathCsv.ReadAll(csv.Name, text);
        if (whole.Problem is { } unread) return unread;
        var months = last.Since(start) + 1;
        var path = MacroPathCsv.Read(csv.Name, text, start, months);
        if (path.Problem is { } uncovered) return uncovered;
        var preset = MacroPresets.Find(OwnPathEffects);
        return preset.Problem is { } none ? none : (whole.Value, preset.Value.Over(start, months) with { Id = "own path", Path = path.Value });
    }
}
