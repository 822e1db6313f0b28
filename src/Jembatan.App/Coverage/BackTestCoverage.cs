using System.Collections.Immutable;
using Jembatan.Core;
using Jembatan.Simulation.Calibration;
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
    public sealed record Request(NamedFile? Targets = null, NamedFile? Calendars = null, int Particles = 300, ulong Seed = 1);

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
        var report = await Task.Run(() => StockBackTest.Run(files.Value.Targets, files.Value.Calendars, settings, cancellationToken), cancellationToken);
        if (report.Problem is { } failed) return failed;
        var identified = StockBackTest.Identify(files.Value.Fit, files.Value.Calendars[0], [], cancellationToken);
        if (identified.Problem is { } unclear) return unclear;
        return new Response(report.Value, files.Value.Fit, files.Value.Calendars, identified.Value.Warning);
    }
}
