using System.Collections.Immutable;
using Jembatan.Core;
using Jembatan.Simulation.Calibration;
using Jembatan.Simulation.Parameters;
using Jembatan.Simulation.Uncertainty;
using Jembatan.Simulation.Validation;

namespace Jembatan.Simulation.Stock;

/// <summary>Fits the member stock to published figures of 2020 to 2023 and predicts 2025, with sponsors and without.</summary>
/// <remarks>
/// Sponsored places of each year are latent, with a prior; those of the years to predict are the last fitted ones times a renewal that is assumed. What is told of 2025 is therefore conditional on that assumption.
/// <para><b>Source</b>: coverage specification 3.10 and 3.12.</para>
/// </remarks>
public static class StockBackTest
{
    /// <summary>What must be said beside every figure of 2025.</summary>
    public static Bilingual CalendarIsAssumed { get; } = new(
        "Kalender penanggung iuran tahun 2024 dan 2025 adalah asumsi: jumlah tempat dan bulan bayarnya tidak dipublikasikan. Satu kalender alternatif ditampilkan di sampingnya.",
        "The sponsor calendar of 2024 and 2025 is assumed: the number of places and the months paid were not published. One alternative calendar stands beside it.");

    /// <summary>The parameters with their priors; what they rest on stands in docs/methods.</summary>
    /// <param name="hasSponsors">Whether sponsors are part of the model.</param>
    public static ImmutableArray<CalibratedParameter> Parameters(bool hasSponsors) =>
    [
        new("entry", new(PriorFamily.LogNormal, Math.Log(0.15), 0.6)), new("entry-growth", new(PriorFamily.Normal, 0.2, 0.3)), new("lapse", new(PriorFamily.LogNormal, Math.Log(0.042), 0.35)),
        .. hasSponsors
            ? (ReadOnlySpan<CalibratedParameter>)
            [
                new("sponsored-2021", new(PriorFamily.LogNormal, Math.Log(0.8), 0.6)), new("sponsored-2022", new(PriorFamily.LogNormal, Math.Log(2), 0.6)), new("sponsored-2023", new(PriorFamily.LogNormal, Math.Log(3), 0.6)),
                new("stay-after-sponsor", new(PriorFamily.Beta, 2, 18)), new("sponsored-at-start", new(PriorFamily.Beta, 3, 9)), new("renewal-2024", new(PriorFamily.LogNormal, 0, 0.25)),
                new("renewal-2025", new(PriorFamily.LogNormal, Math.Log(0.8), 0.35)),
            ]
            : [],
    ];

    /// <summary>The stock that a point of the parameters gives, end of month, millions.</summary>
    /// <param name="values">One value a parameter of <see cref="Parameters"/>.</param>
    /// <param name="calendar">The calendar, or null for the model without sponsors.</param>
    /// <param name="start">The stock at the end of the month before <paramref name="first"/>.</param>
    /// <param name="first">First month.</param>
    /// <param name="months">How many.</param>
    public static double[] Path(IReadOnlyList<double> values, SponsorCalendar? calendar, double start, CalendarMonth first, int months) =>
        [.. Run(values, calendar, start, first, months).Select(m => m.Stock)];

    private static StockMonth[] Run(IReadOnlyList<double> values, SponsorCalendar? calendar, double start, CalendarMonth first, int months)
    {
        ArgumentNullException.ThrowIfNull(values);
        var places = ImmutableDictionary<int, double>.Empty;
        if (calendar is not null)
            places = places.Add(2021, values[3]).Add(2022, values[4]).Add(2023, values[5]).Add(2024, values[5] * values[8]).Add(2025, values[5] * values[8] * values[9]);
        return MemberStock.Run(new(start, calendar is null ? 0 : values[7], values[0], values[1], values[2], calendar is null ? 0 : values[6], places), calendar, first, months);
    }

    /// <summary>Fits by approximate Bayesian computation.</summary>
    /// <param name="fit">Targets to fit, the first being the start.</param>
    /// <param name="calendar">The calendar, or null for no sponsors.</param>
    /// <param name="flows">Monthly flows of self-payers, persons; empty when there are none.</param>
    /// <param name="settings">How; null for the default.</param>
    /// <param name="cancellationToken">Stops between runs.</param>
    /// <returns>The posterior, or the problem of the fit.</returns>
    public static Result<AbcPosterior> Fit(IReadOnlyList<CalibrationTarget> fit, SponsorCalendar? calendar, IReadOnlyList<FlowRow> flows, AbcSettings? settings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(fit);
        ArgumentNullException.ThrowIfNull(flows);
        if (fit.Count < 3) return new Problem("validation/too-few", FormattableString.Invariant($"{fit.Count} stocks cannot be fitted; give a start and two more. Move the date that divides fitted from predicted."));
        return SequentialAbc.Run(Parameters(calendar is not null), Outputs(fit, flows), Model(fit, calendar, flows), settings ?? new(300, 1, 0.5, 60_000), null, cancellationToken);
    }

    /// <summary>Rules out by history matching what cannot have made the figures.</summary>
    /// <param name="fit">Targets to fit, the first being the start.</param>
    /// <param name="calendar">The calendar, or null for no sponsors.</param>
    /// <param name="flows">Monthly flows of self-payers, persons; empty when there are none.</param>
    /// <param name="settings">How; null for the default.</param>
    /// <param name="cancellationToken">Stops between runs.</param>
    public static Result<MatchedHistory> Match(IReadOnlyList<CalibrationTarget> fit, SponsorCalendar? calendar, IReadOnlyList<FlowRow> flows, MatchingSettings? settings, CancellationToken cancellationToken) =>
        HistoryMatching.Run(Parameters(calendar is not null), Outputs(fit, flows), Model(fit, calendar, flows), settings, null, cancellationToken);

    /// <summary>Which of the parameters the stocks can tell apart.</summary>
    /// <param name="fit">Targets to fit, the first being the start.</param>
    /// <param name="calendar">The calendar, or null for no sponsors.</param>
    /// <param name="flows">Monthly flows of self-payers, persons; empty when there are none.</param>
    /// <param name="cancellationToken">Stops between runs.</param>
    public static Result<IdentificationReport> Identify(IReadOnlyList<CalibrationTarget> fit, SponsorCalendar? calendar, IReadOnlyList<FlowRow> flows, CancellationToken cancellationToken) =>
        Identification.Check(Parameters(calendar is not null), Outputs(fit, flows), Model(fit, calendar, flows), 1, cancellationToken);

    /// <summary>A forecaster that fits with a calendar and predicts.</summary>
    /// <param name="id">Stable id.</param>
    /// <param name="name">For people.</param>
    /// <param name="fit">The targets behind what is seen, with their tolerances.</param>
    /// <param name="calendar">The calendar, or null for no sponsors.</param>
    /// <param name="settings">How; null for the default.</param>
    /// <param name="cancellationToken">Stops between runs.</param>
    public static Forecaster Forecaster(string id, Bilingual name, IReadOnlyList<CalibrationTarget> fit, SponsorCalendar? calendar, AbcSettings? settings, CancellationToken cancellationToken) =>
        new(id, name, false, (_, months) =>
        {
            var posterior = Fit(fit, calendar, [], settings, cancellationToken);
            if (posterior.Problem is { } problem) return problem;
            var (first, last) = (fit[0].Month.Plus(1), months.Max());
            var paths = Resampled(posterior.Value, 400).Select(p => Path(p.Point.Parameters, calendar, fit[0].Value / 1e6, first, last.Since(first) + 1)).ToList();
            return months.Select(m => new Forecast(m, [.. paths.Select(p => p[m.Since(first)])])).ToImmutableArray();
        });

    /// <summary>The whole back-test: sponsors by calendar, an alternative calendar, no sponsors, and the rivals.</summary>
    /// <param name="targets">Published stocks.</param>
    /// <param name="calendars">Calendars; the first is the default, the second the alternative.</param>
    /// <param name="further">Further ways to forecast, such as the membership model.</param>
    /// <param name="settings">How the fits are run; null for the default.</param>
    /// <param name="cancellationToken">Stops between runs.</param>
    /// <returns>The report in millions, or the problem of the division.</returns>
    public static Result<BackTestReport> Run(
        IReadOnlyList<CalibrationTarget> targets, IReadOnlyList<SponsorCalendar> calendars, IReadOnlyList<Forecaster> further, AbcSettings? settings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentNullException.ThrowIfNull(calendars);
        var fit = targets.Where(t => t.Use == TargetUse.Fit).OrderBy(t => t.Month).ToList();
        var forecasters = new List<Forecaster>();
        foreach (var (i, calendar) in calendars.Index())
            forecasters.Add(Forecaster(i == 0 ? "sponsors-on" : $"sponsors-{calendar.Id}", new($"Model, penanggung iuran: {calendar.Name.Id}", $"Model, sponsors: {calendar.Name.En}"), fit, calendar, settings, cancellationToken));
        forecasters.Add(Forecaster("sponsors-off", new("Model tanpa penanggung iuran", "Model without sponsors"), fit, null, settings, cancellationToken));
        var report = BackTest.Run(
            [.. fit.Select(t => new MonthValue(t.Month, t.Value / 1e6))], [.. targets.Where(t => t.Use == TargetUse.Predict).Select(t => new MonthValue(t.Month, t.Value / 1e6))],
            [.. further, .. forecasters, .. NaiveForecasters.All], 1);
        return report.IsOk ? report.Value with { Notices = [CalendarIsAssumed, .. report.Value.Notices] } : report;
    }

    /// <summary>What is matched, in millions: the stocks after the first, then joined and ended of the months that the flows have.</summary>
    /// <param name="fit">Targets to fit, the first being the start.</param>
    /// <param name="flows">Monthly flows of self-payers, persons; those outside the fitted months are left out.</param>
    public static IReadOnlyList<MatchedOutput> Outputs(IReadOnlyList<CalibrationTarget> fit, IReadOnlyList<FlowRow> flows)
    {
        ArgumentNullException.ThrowIfNull(fit);
        return
        [
            .. fit.Skip(1).Select(t => new MatchedOutput(t.Id, t.Value / 1e6, t.Variance / 1e12, 0)),
            .. FlowTargets(fit, flows).Select(f => new MatchedOutput(f.Name, f.Observed / 1e6, f.ObservationVariance / 1e12, 0)),
        ];
    }

    private static IEnumerable<MatchedOutput> FlowTargets(IReadOnlyList<CalibrationTarget> fit, IReadOnlyList<FlowRow> flows) =>
        FlowTable.Targets([.. flows.Where(f => f.Month > fit[0].Month && f.Month <= fit[^1].Month)], 0.05).Where(t => t.Name.StartsWith("joined/", StringComparison.Ordinal) || t.Name.StartsWith("ended/", StringComparison.Ordinal));

    private static CalibratedModel Model(IReadOnlyList<CalibrationTarget> fit, SponsorCalendar? calendar, IReadOnlyList<FlowRow> flows)
    {
        var first = fit[0].Month.Plus(1);
        var months = fit[^1].Month.Since(first) + 1;
        var matched = FlowTargets(fit, flows).Select(t => (IsJoined: t.Name[0] == 'j', Month: CalendarMonth.Parse(t.Name[(t.Name.IndexOf('/', StringComparison.Ordinal) + 1)..])!.Value.Since(first))).ToList();
        return (values, _, _) =>
        {
            var path = Run(values, calendar, fit[0].Value / 1e6, first, months);
            return new(
                [.. fit.Skip(1).Select(t => path[t.Month.Since(first)].Stock), .. matched.Select(m => m.IsJoined ? path[m.Month].Joined : path[m.Month].Ended)],
                [.. Enumerable.Repeat(0.0, fit.Count - 1 + matched.Count)]);
        };
    }

    // Systematic resampling: equally likely paths from weighted particles.
    private static IEnumerable<AbcParticle> Resampled(AbcPosterior posterior, int count)
    {
        var (at, sum) = (0, posterior.Particles[0].Weight);
        for (var i = 0; i < count; i++)
        {
            while (sum < (i + 0.5) / count && at < posterior.Particles.Length - 1) sum += posterior.Particles[++at].Weight;
            yield return posterior.Particles[at];
        }
    }
}
