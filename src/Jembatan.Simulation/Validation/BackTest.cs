using System.Collections.Immutable;
using Jembatan.Core;
using Jembatan.Statistics.Random;

namespace Jembatan.Simulation.Validation;

/// <summary>A forecast beside what happened.</summary>
/// <param name="Month">The month.</param>
/// <param name="Observed">What happened.</param>
/// <param name="Predicted">Median of the forecast.</param>
/// <param name="Low">Lower end of the central 80 %.</param>
/// <param name="High">Upper end.</param>
/// <param name="Crps">Score of the forecast.</param>
public sealed record ScoredPoint(CalendarMonth Month, double Observed, double Predicted, double Low, double High, double Crps);

/// <summary>How a way to forecast did on the months that it had not seen.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">For people.</param>
/// <param name="IsNaive">Whether it is a rival.</param>
/// <param name="Points">Point by point.</param>
/// <param name="MeanAbsoluteError">In the unit of the series; null without points.</param>
/// <param name="Crps">Mean score.</param>
/// <param name="Skill">1 − CRPS over that of the best rival; null for rivals.</param>
/// <param name="IntervalCoverage">Share of points inside the central 50, 80 and 95 %; null with fewer than 20 points.</param>
/// <param name="Pit">Counts of the ten tenths of the probability integral transform; null with fewer than 20 points.</param>
/// <param name="Reason">Why there is nothing; null when there is.</param>
public sealed record ForecastScore(
    string Id, Bilingual Name, bool IsNaive, ImmutableArray<ScoredPoint> Points, double? MeanAbsoluteError, double? Crps, double? Skill, ImmutableArray<double>? IntervalCoverage, ImmutableArray<int>? Pit, string? Reason);

/// <summary>A back-test.</summary>
/// <param name="FirstLine">What must be said first: who won.</param>
/// <param name="NaiveWins">Whether a rival has the smaller error.</param>
/// <param name="Scores">One a way to forecast, in the order given.</param>
/// <param name="Notices">What else must be said.</param>
public sealed record BackTestReport(Bilingual FirstLine, bool NaiveWins, ImmutableArray<ForecastScore> Scores, ImmutableArray<Bilingual> Notices);

/// <summary>Fits on the past, predicts what is known since, and sets every way to forecast beside the others.</summary>
/// <remarks>With fewer than 20 scored points no coverage of intervals and no transform is told, only the points. The model is never called validated when a rival has the smaller mean absolute error or the smaller score.</remarks>
public static class BackTest
{
    /// <summary>The fewest points from which percentages are told.</summary>
    public const int LeastPoints = 20;

    private static readonly double[] Central = [0.5, 0.8, 0.95];

    /// <summary>Runs.</summary>
    /// <param name="seen">The fitted part, in any order.</param>
    /// <param name="later">What happened after, in any order; all months after the last one seen.</param>
    /// <param name="forecasters">The model's variants and its rivals; at least one of each.</param>
    /// <param name="seed">Seed of ties in the transform.</param>
    /// <returns>The report, or <c>validation/too-few</c>, <c>validation/overlap</c>, <c>validation/repeated-month</c>, <c>validation/not-a-number</c>.</returns>
    public static Result<BackTestReport> Run(IReadOnlyList<MonthValue> seen, IReadOnlyList<MonthValue> later, IReadOnlyList<Forecaster> forecasters, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(later);
        ArgumentNullException.ThrowIfNull(forecasters);
        if (!forecasters.Any(f => f.IsNaive) || forecasters.All(f => f.IsNaive)) throw new ArgumentException("A back-test sets a model beside rivals.", nameof(forecasters));
        if (seen.Count < 2 || later.Count < 1) return new Problem("validation/too-few", "A back-test needs at least two values to fit and one to predict. Move the date that divides them.");
        if (seen.Concat(later).FirstOrDefault(v => !double.IsFinite(v.Value)) is { Month.Index: > 0 } broken) return new Problem("validation/not-a-number", $"The value of {broken.Month} is no number. Correct or drop it.", broken.Month.ToString());
        if (seen.Concat(later).GroupBy(v => v.Month).FirstOrDefault(g => g.Count() > 1) is { } twice) return new Problem("validation/repeated-month", $"{twice.Key} has two values. Keep one definition, one value a month.", twice.Key.ToString());
        var fit = seen.OrderBy(v => v.Month).ToList();
        var test = later.OrderBy(v => v.Month).ToList();
        if (test[0].Month < fit[^1].Month) return new Problem("validation/overlap", $"{test[0].Month} is to be predicted but lies before {fit[^1].Month}, which is fitted. Move the date that divides them.", test[0].Month.ToString());

        var scores = forecasters.Select((f, i) => Score(f, fit, test, seed, (ulong)i)).ToList();
        var rival = scores.Where(s => s is { IsNaive: true, MeanAbsoluteError: not null }).OrderBy(s => s.MeanAbsoluteError).FirstOrDefault();
        var rivalCrps = scores.Where(s => s is { IsNaive: true, Crps: not null }).Min(s => s.Crps);
        var model = scores.Where(s => s is { IsNaive: false, MeanAbsoluteError: not null }).OrderBy(s => s.MeanAbsoluteError).FirstOrDefault();
        var naiveWins = model is null || (rival is not null && (rival.MeanAbsoluteError <= model.MeanAbsoluteError || rivalCrps <= model.Crps));
        return new BackTestReport(
            FirstLine(model, rival, naiveWins, rivalCrps), naiveWins, [.. scores.Select(s => s.IsNaive || s.Crps is not { } crps || rivalCrps is not > 0 ? s : s with { Skill = 1 - (crps / rivalCrps.Value) })],
            test.Count < LeastPoints ? [Few(test.Count)] : []);
    }

    private static ForecastScore Score(Forecaster forecaster, List<MonthValue> fit, List<MonthValue> test, ulong seed, ulong number)
    {
        var predicted = forecaster.Predict(fit, [.. test.Select(t => t.Month)]);
        if (predicted.Problem is { } problem) return new(forecaster.Id, forecaster.Name, forecaster.IsNaive, [], null, null, null, null, null, $"{problem.Code}: {problem.Message}");
        var forecasts = predicted.Value;
        if (forecasts.Length != test.Count || forecasts.Any(f => f.Ensemble.IsEmpty || f.Ensemble.Any(x => !double.IsFinite(x))))
            return new(forecaster.Id, forecaster.Name, forecaster.IsNaive, [], null, null, null, null, null, "the forecast has a month without a number");
        var points = test.Zip(forecasts, (t, f) =>
        {
            var (low, high) = f.Interval(0.8);
            return new ScoredPoint(t.Month, t.Value, f.Median, low, high, f.Crps(t.Value));
        }).ToImmutableArray();
        ImmutableArray<double>? coverage = null;
        ImmutableArray<int>? pit = null;
        if (points.Length >= LeastPoints)
        {
            coverage = [.. Central.Select(p => test.Zip(forecasts).Count(x => x.Second.Interval(p) is var (low, high) && x.First.Value >= low && x.First.Value <= high) / (double)points.Length)];
            var stream = new PhiloxStream(seed, "validation/pit", number);
            var counts = new int[10];
            foreach (var (t, f) in test.Zip(forecasts)) counts[Math.Min(9, (int)(10 * RankedProbability.Transform(t.Value, f.Ensemble, stream.NextUniform())))]++;
            pit = [.. counts];
        }

        return new(forecaster.Id, forecaster.Name, forecaster.IsNaive, points, points.Average(p => Math.Abs(p.Observed - p.Predicted)), points.Average(p => p.Crps), null, coverage, pit, null);
    }

    private static Bilingual FirstLine(ForecastScore? model, ForecastScore? rival, bool naiveWins, double? rivalCrps)
    {
        if (model is null) return new("Model tidak memberi ramalan; tidak ada yang dapat dinilai.", "The model gave no forecast; there is nothing to judge.");
        if (rival is null) return new("Tidak ada pembanding yang dapat dihitung; ramalan model tidak dapat dinilai.", "No rival could be computed; the model's forecast cannot be judged.");
        var (rivalError, error) = (rival.MeanAbsoluteError!.Value, model.MeanAbsoluteError!.Value);
        var indonesian = System.Globalization.CultureInfo.GetCultureInfo("id-ID");
        if (naiveWins && rivalError > error)
            return new(
                string.Create(indonesian, $"Ramalan naif lebih baik menurut sebarannya (CRPS {rivalCrps:0.000}, model {model.Crps:0.000}), meski galat mutlak model lebih kecil. Model belum tervalidasi."),
                FormattableString.Invariant($"A naive forecast is better as a distribution (CRPS {rivalCrps:0.000}, model {model.Crps:0.000}), though the model's absolute error is smaller. The model is not validated."));
        return naiveWins
            ? new(
                string.Create(indonesian, $"Ramalan naif menang: {rival.Name.Id} (galat mutlak rata-rata {rivalError:0.000}) lebih dekat daripada model ({error:0.000}). Model belum tervalidasi."),
                FormattableString.Invariant($"A naive forecast wins: {rival.Name.En} (mean absolute error {rivalError:0.000}) is closer than the model ({error:0.000}). The model is not validated."))
            : new(
                string.Create(indonesian, $"Model lebih dekat (galat mutlak rata-rata {error:0.000}) daripada pembanding terbaik, {rival.Name.Id} ({rivalError:0.000})."),
                FormattableString.Invariant($"The model is closer (mean absolute error {error:0.000}) than the best rival, {rival.Name.En} ({rivalError:0.000})."));
    }

    private static Bilingual Few(int points) => new(
        $"Hanya {points} titik yang dinilai, kurang dari {LeastPoints}: yang ditampilkan titik-titiknya, bukan persentase cakupan selang atau histogram PIT.",
        $"Only {points} points are scored, fewer than {LeastPoints}: the points are shown, no percentages of interval coverage and no PIT histogram.");
}
