using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Jembatan.Core;
using Jembatan.Simulation;
using Jembatan.Simulation.Calibration;
using Jembatan.Simulation.Parameters;
using Jembatan.Simulation.Stock;
using Jembatan.Simulation.Uncertainty;

namespace Jembatan.App.Coverage;

/// <summary>Fits the member stock to published figures, and to the institution's flows when there are any.</summary>
public static class CalibrateCoverage
{
    /// <param name="Targets">Own targets; null for the published ones.</param>
    /// <param name="Calendars">Own sponsor calendars; null for the shipped ones.</param>
    /// <param name="Flows">The institution's flows, csv or xlsx.</param>
    /// <param name="Map">Which column is what.</param>
    /// <param name="HasSponsors">Whether sponsors are part of the model.</param>
    /// <param name="Particles">Particles of the fit, 50 to 5,000.</param>
    /// <param name="Seed">Seed.</param>
    /// <param name="Model">A membership model to fit person by person; null for the member stock.</param>
    /// <param name="Persons">Persons of a run of that model.</param>
    public sealed record Request(
        NamedFile? Targets = null, NamedFile? Calendars = null, NamedFile? Flows = null, NamedFile? Map = null, bool HasSponsors = true, int Particles = 300, ulong Seed = 1,
        MembershipFile? Model = null, long Persons = 5_000);

    /// <summary>A parameter before and after.</summary>
    public sealed record Fitted(string Name, Prior Prior, double PriorMedian, double Mean, double Deviation, double P05, double Median, double P95);

    /// <summary>A target beside what the fitted model gives; millions.</summary>
    public sealed record Matched(string Name, double Observed, double Tolerance, double Mean, double Implausibility);

    /// <summary>The entry that holds today's stock at a lapse: what a stock alone says.</summary>
    public sealed record Pair(double Lapse, double Entry);

    /// <param name="Warning">What the targets cannot tell apart; null when they can. Said first.</param>
    /// <param name="Confounded">Names of those parameters.</param>
    /// <param name="Waves">Waves of history matching.</param>
    /// <param name="Parameters">Before and after.</param>
    /// <param name="Targets">Figures beside the fit.</param>
    /// <param name="Pairs">Pairs of lapse and entry that give the same stock: 9.58 of 80 million.</param>
    /// <param name="Tolerance">Distance that the fit reached, in standard deviations.</param>
    /// <param name="IsComplete">Whether it reached 1.</param>
    /// <param name="EffectiveSize">Of the particles.</param>
    /// <param name="Runs">Runs of the model.</param>
    /// <param name="ForTheModel">Lines for the model file; null for the member stock.</param>
    public sealed record Response(
        Bilingual? Warning, ImmutableArray<string> Confounded, ImmutableArray<MatchingWave> Waves, IReadOnlyList<Fitted> Parameters, IReadOnlyList<Matched> Targets, IReadOnlyList<Pair> Pairs,
        double Tolerance, bool IsComplete, double EffectiveSize, int Runs, string? ForTheModel);

    /// <returns>The fit, or a problem of the files or one that names the target that cannot be reached.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        if (request.Particles is < 50 or > 5000) return new Problem("coverage/option", FormattableString.Invariant($"{request.Particles} particles: give 50 to 5,000."), "--particles");
        var files = await StockFiles.ReadAsync(request.Targets, request.Calendars, request.Flows, request.Map, cancellationToken);
        if (files.Problem is { } problem) return problem;
        var fitted = await Task.Run(() => Calibrate(request, files.Value, cancellationToken), cancellationToken);
        return fitted is { Problem: { Code: "calibration/unreachable-target" } unreachable } && request.Targets is { } named ? InFile(unreachable, named) : fitted;
    }

    // Where the target stands that the problem names.
    private static Problem InFile(Problem problem, NamedFile file)
    {
        var parts = problem.Message.Split('\'');
        if (parts.Length < 3) return problem;
        var lines = System.Text.Encoding.UTF8.GetString(file.Content).Split('\n');
        var at = Array.FindIndex(lines, l => l.Contains($"\"{parts[1]}\"", StringComparison.Ordinal));
        if (at < 0) return problem;
        var value = Array.FindIndex(lines, at, l => l.Contains("\"value\"", StringComparison.Ordinal));
        var line = FormattableString.Invariant($"line {(value < 0 ? at : value) + 1}, field value");
        return problem with { Message = $"In '{file.Name}', {line}: {problem.Message}", At = $"{file.Name}, {line}" };
    }

    /// <summary>How a model of persons is fitted: a fifth of the particles, and an end to the runs.</summary>
    internal static AbcSettings OfPersons(int particles, ulong seed) => new(Math.Max(12, particles / 5), 1, 0.5, 25 * Math.Max(12, particles / 5), seed);

    private static Result<Response> Calibrate(Request request, StockFiles files, CancellationToken cancellationToken)
    {
        var (fit, calendar) = (files.Fit, request.HasSponsors ? files.Calendars[0] : null);
        if (fit.Count < 3) return new Problem("validation/too-few", FormattableString.Invariant($"{fit.Count} stocks cannot be fitted; give a start and two more with \"use\": \"fit\"."), request.Targets?.Name);
        if (request.Model is { } file) return OfModel(request, file, files, fit, cancellationToken);
        var identified = StockBackTest.Identify(fit, calendar, files.Flows, cancellationToken);
        if (identified.Problem is { } unclear) return unclear;
        var history = StockBackTest.Match(fit, calendar, files.Flows, new(3, 150, 4096, 3, request.Seed), cancellationToken);
        if (history.Problem is { } unreachable) return unreachable;
        var fitted = StockBackTest.Fit(fit, calendar, files.Flows, new(request.Particles, 1, 0.5, 400 * request.Particles, request.Seed), cancellationToken);
        return fitted.Problem is { } failed
            ? failed
            : Said(StockBackTest.Parameters(request.HasSponsors), StockBackTest.Outputs(fit, files.Flows), identified.Value, history.Value.Waves, fitted.Value, history.Value.Runs, null);
    }

    private static Result<Response> OfModel(Request request, MembershipFile file, StockFiles files, IReadOnlyList<CalibrationTarget> targets, CancellationToken cancellationToken)
    {
        if (!files.Flows.IsEmpty) return new Problem("coverage/option", "Flows are fitted with the member stock, not with persons. Leave the model out, or leave --flows out.", "--flows");
        if (request.Persons is < 1000 or > 1_000_000) return new Problem("coverage/option", FormattableString.Invariant($"{request.Persons} persons: give 1,000 to 1,000,000."), "--persons");
        var fit = MembershipFit.Of(file.Membership, targets, request.HasSponsors, targets[^1].Month, request.Persons);
        if (fit.Problem is { } problem) return problem;
        var identified = Identification.Check(fit.Value.Parameters, fit.Value.Outputs, fit.Value.Run, request.Seed, cancellationToken);
        if (identified.Problem is { } unclear) return unclear;
        var fitted = SequentialAbc.Run(fit.Value.Parameters, fit.Value.Outputs, fit.Value.Run, OfPersons(request.Particles, request.Seed), null, cancellationToken);
        if (fitted.Problem is { } failed) return failed;
        var median = fit.Value.Parameters.Select((_, i) => fitted.Value.Quantile(i, 0.5)).ToList();
        return Said(fit.Value.Parameters, fit.Value.Outputs, identified.Value, [], fitted.Value, 0, ForTheModel(file.Membership.Start.Plus(1), fit.Value, median, targets, fitted.Value));
    }

    // What holds in the first month of the model that was given. A fit that ended early is not called a calibration.
    private static string ForTheModel(CalendarMonth month, MembershipFit fit, List<double> median, IReadOnlyList<CalibrationTarget> targets, AbcPosterior posterior)
    {
        var lines = new StringBuilder();
        if (!posterior.IsComplete) lines.Append(CultureInfo.InvariantCulture, $"# The fit ended {posterior.Tolerance:0.00} standard deviations from the figures, not within 1: these values are no calibration, and the model stays marked as not calibrated.\n");
        if (fit.PlacesIn(median, month.Year) is { } places)
            lines.Append(CultureInfo.InvariantCulture, $"# Places of the sponsors in {month.Year}: those of the file times {places:0.000}; from {targets[^1].Month.Year + 1} on times {median[^1]:0.000} a year more.\n");
        lines.Append(CultureInfo.InvariantCulture, $"parameters:\n  registration.intercept: {{value: {fit.RegistrationIn(median, month):0.000}, grade: C, source: \"fitted to published member stocks; in force in {month.Year}\"}}\n")
            .Append(CultureInfo.InvariantCulture, $"  missed-payment.intercept: {{value: {median[1]:0.000}, grade: C, source: \"fitted to published member stocks\"}}");
        if (posterior.IsComplete) lines.Append(CultureInfo.InvariantCulture, $"\ncalibrated-to: \"member stocks of {targets[1].Month} to {targets[^1].Month}, entry and lapse not separated\"");
        return lines.ToString();
    }

    private static Response Said(
        IReadOnlyList<CalibratedParameter> parameters, IReadOnlyList<MatchedOutput> outputs, IdentificationReport identified, ImmutableArray<MatchingWave> waves, AbcPosterior posterior, int runsBefore, string? lines) => new(
            identified.Warning, identified.Confounded, waves,
            [.. parameters.Select((p, i) => new Fitted(p.Name, p.Prior, p.Prior.Quantile(0.5), posterior.Mean(i), posterior.Deviation(i), posterior.Quantile(i, 0.05), posterior.Quantile(i, 0.5), posterior.Quantile(i, 0.95)))],
            [.. outputs.Select((o, j) =>
            {
                var (mean, spread) = (posterior.Particles.Sum(p => p.Weight * p.Point.Outputs.Means[j]), Math.Sqrt(o.ObservationVariance + o.DiscrepancyVariance));
                return new Matched(o.Name, o.Observed, spread, mean, Math.Abs(mean - o.Observed) / spread);
            })],
            [.. ((double[])[0.02, 0.04, 0.06, 0.08]).Select(q => new Pair(q, TwoStateStock.EntryThatHolds(9.58 / 80, q).Value))],
            posterior.Tolerance, posterior.IsComplete, posterior.EffectiveSize, posterior.Runs + runsBefore, lines);
}
