using Jembatan.Core;
using Jembatan.Simulation.Engine;
using Jembatan.Simulation.Levers;
using Jembatan.Simulation.Outputs;
using Jembatan.Statistics;
using Jembatan.Statistics.Random;

namespace Jembatan.App.Coverage;

/// <summary>A difference between scenario and baseline that share their luck.</summary>
/// <param name="Indicator">Which.</param>
/// <param name="Month">Months after the start.</param>
/// <param name="Value">Scenario less baseline; null when one of them has no value.</param>
/// <param name="Low">Low end of the 90 % interval.</param>
/// <param name="High">High end.</param>
/// <param name="Reason">Why there is no value or no interval.</param>
public sealed record Difference(string Indicator, int Month, double? Value, double? Low, double? High, string? Reason);

/// <summary>What a covered person-year more costs.</summary>
/// <param name="AddedCost">Public money more, rupiah over the run.</param>
/// <param name="AddedPersonYears">Covered person-years more.</param>
/// <param name="PerAddedPersonYear">Their ratio, rupiah.</param>
/// <param name="Low">Low end of the 90 % interval.</param>
/// <param name="High">High end.</param>
/// <param name="Reason">Why there is no ratio; null when there is.</param>
public sealed record CostOfCoverage(double AddedCost, double AddedPersonYears, double? PerAddedPersonYear, double? Low, double? High, string? Reason)
{
    /// <summary>The same with the money of later months taken to month 0 at <c>cost.discount-rate</c>; null when there is no ratio.</summary>
    public DiscountedCost? PresentValue { get; init; }
}

/// <summary>What a covered person-year more costs in present value: Σ cost(t)·(1 + r)^(−t/12) over covered person-years, which are not discounted.</summary>
/// <param name="DiscountRate">r, per year.</param>
/// <param name="AddedCost">Public money more, rupiah of month 0.</param>
/// <param name="PerAddedPersonYear">Its ratio to the covered person-years more, rupiah.</param>
/// <param name="Low">Low end of the 90 % interval.</param>
/// <param name="High">High end.</param>
public sealed record DiscountedCost(double DiscountRate, double AddedCost, double PerAddedPersonYear, double Low, double High);

/// <summary>Compares a scenario with the baseline, person by person with the same luck.</summary>
public static class CompareCoverage
{
    private const int Batches = 20, Resamples = 1000;
    private static readonly string[] Monthly = ["memberStock", "payingCoverage", "members"];
    private static readonly string[] Totals = ["coveredPersonYears", "fiscalCostTotal", "sponsorCostTotal", "lapses"];

    /// <param name="Baseline">The run without the request's levers and scenario.</param>
    /// <param name="Scenario">The run with them.</param>
    /// <param name="Difference">Differences each twelfth month and at the end.</param>
    /// <param name="Cost">Cost of what was added.</param>
    /// <param name="Deadweight">How much of a subsidy pays for coverage that is there without it; null when the scenario has no subsidy.</param>
    /// <param name="Notes">What a reader must know.</param>
    public sealed record Response(CoverageRun Baseline, CoverageRun Scenario, IReadOnlyList<Difference> Difference, CostOfCoverage Cost, Deadweight? Deadweight, IReadOnlyList<string> Notes)
    {
        /// <summary>What the scenario counted.</summary>
        internal IReadOnlyList<Tally> Counted { get; init; } = [];
    }

    /// <summary>Runs both and compares them.</summary>
    /// <remarks>With 20 draws or more the interval is that of the draws; otherwise every twentieth person makes one of 20 batches, and the paired differences of the batches are resampled. Where persons are tied together, the repetitions stand in place of the batches.</remarks>
    public static async Task<Result<Response>> HandleAsync(RunRequest request, IProgress<RunProgress>? progress, CancellationToken cancellationToken)
    {
        if (request.Model is not MembershipFile file) return new Problem("coverage/chain-has-no-levers", "A model of kind chain has no levers to compare. Use a model of kind membership.", request.Model.Name);
        if (request.Exact) return new Problem("coverage/exact-compare", "Comparing needs persons who share their luck. Leave --engine exact out.", "--engine");
        if (request.Levers.Count == 0 && request.Scenario is null) return new Problem("coverage/nothing-to-compare", "No lever and no scenario is named. Add --lever NAME.FIELD=VALUE or --scenario FILE.", "--lever");
        if (request.Check() is { } wrong) return wrong;
        var together = RunCoverage.IsCoupled(request);
        if (together.Problem is { } noScenario) return noScenario;
        if (together.Value && request.Draws == 0 && request.Replicates < Batches)
            return new Problem("coverage/coupled", $"Peers or a capacity of agents tie all persons together, so that an interval needs repetitions. Ask for --replicates {Batches} or more.", "--replicates");
        var byDraws = request.Draws >= Batches;
        var inOnePiece = byDraws || together.Value;
        var settings = RunCoverage.Settings(request);
        if (!inOnePiece && settings.Persons < Batches * 30) return new Problem("coverage/too-few-persons", $"{settings.Persons:N0} persons are too few for an interval. Ask for at least {Batches * 30:N0}.", "--persons");
        var pairs = new List<(Projection Baseline, Projection Scenario)>();
        var (sums, projected) = (new[] { new List<Tally>(), new List<Tally>() }, new RunCounts[2]);
        for (var part = 1; part <= (inOnePiece ? 1 : Batches); part++)
        {
            var counted = await CountPairs.HandleAsync(request, inOnePiece ? Shard.Whole : new(part, Batches), cancellationToken);
            if (counted.Problem is { } failed) return failed;
            var counts = counted.Value;
            for (var side = 0; side < 2; side++) Sum(sums[side], counts[side].Tallies);
            if (inOnePiece) for (var d = 0; d < counts[0].Tallies.Count; d++) pairs.Add((One(request.Model, counts[0], d), One(request.Model, counts[1], d)));
            else pairs.Add((All(request.Model, counts[0]), All(request.Model, counts[1])));
            projected = counts;
            progress?.Report(new(part, Batches));
        }

        var runs = new CoverageRun[2];
        for (var side = 0; side < 2; side++)
        {
            var run = RunCoverage.Project(request.Model, projected[side] with { Settings = settings, Tallies = sums[side] }, null, RunCoverage.ComparedReason);
            if (run.Problem is { } problem) return problem;
            runs[side] = run.Value;
        }

        var notes = runs[1].Notes.Concat(request.Draws is > 0 and < Batches ? [$"Fewer than {Batches} draws: the interval shows sampling of persons alone."] : (string[])[]).ToList();
        var spread = ScenarioOf.Request(request, null).Value.Subsidy is null ? null : DeadweightSpread.Of([.. pairs.Select(p => p.Scenario)], byDraws, request.Seed);
        return new Response(runs[0], spread?.On(runs[1]) ?? runs[1], [.. Differences(runs, pairs, request.Seed)], Cost(pairs, request.Seed, byDraws, file.Membership.Parameters["cost.discount-rate"]), spread?.Estimate(runs[1]), notes) { Counted = sums[1] };
    }

    private static IEnumerable<Difference> Differences(CoverageRun[] runs, List<(Projection Baseline, Projection Scenario)> pairs, ulong seed)
    {
        var last = runs[0].Months;
        foreach (var month in Enumerable.Range(1, last).Where(t => t % 12 == 0 || t == last))
            foreach (var name in Monthly)
                yield return Of(name, month, [.. pairs.Select(p => p.Scenario.Monthly[month].Values[name] - p.Baseline.Monthly[month].Values[name])], seed);
        foreach (var name in Totals) yield return Of(name, last, [.. pairs.Select(p => p.Scenario.Indicators[name] - p.Baseline.Indicators[name])], seed);
    }

    private static Difference Of(string name, int month, IReadOnlyList<double?> values, ulong seed)
    {
        if (values.Any(v => v is null)) return new(name, month, null, null, null, "One of the two has no value in this month.");
        var known = values.Select(v => v!.Value).ToArray();
        var (low, high) = Interval(known.Length, indices => indices.Average(i => known[i]), seed, $"coverage/compare/{name}/{month}");
        return new(name, month, known.Average(), low, high, null);
    }

    private static CostOfCoverage Cost(List<(Projection Baseline, Projection Scenario)> pairs, ulong seed, bool byDraws, double rate)
    {
        double Money(Projection p) => p.Indicators["fiscalCostTotal"]!.Value + p.Indicators["sponsorCostTotal"]!.Value;
        var cost = pairs.Select(p => Money(p.Scenario) - Money(p.Baseline)).ToArray();
        var years = pairs.Select(p => p.Scenario.Indicators["coveredPersonYears"]!.Value - p.Baseline.Indicators["coveredPersonYears"]!.Value).ToArray();
        var (lowYears, highYears) = byDraws ? (Percentile.Of(years, .05), Percentile.Of(years, .95)) : Interval(years.Length, i => i.Average(k => years[k]), seed, "coverage/compare/years");
        var (addedCost, addedYears) = (cost.Average(), years.Average());
        if (lowYears <= 0 && highYears >= 0)
            return new(addedCost, addedYears, null, null, null, "not estimable: the interval of added covered person-years includes zero.");
        if (addedCost == 0) return new(addedCost, addedYears, null, null, null, "not estimable: no cost of this lever is known; set its field 'cost'.");
        (double Low, double High) Ratio(double[] money) => byDraws
            ? (Percentile.Of(money.Select((c, i) => c / years[i]), .05), Percentile.Of(money.Select((c, i) => c / years[i]), .95))
            : Interval(money.Length, i => i.Average(k => money[k]) / i.Average(k => years[k]), seed, "coverage/compare/cost");
        double Present(Projection p) => p.Monthly.Where(m => m.Month > 0).Sum(m => (m.Values["fiscalCost"]!.Value + m.Values["sponsorCost"]!.Value) * Math.Pow(1 + rate, -m.Month / 12.0));
        var discounted = pairs.Select(p => Present(p.Scenario) - Present(p.Baseline)).ToArray();
        var ((low, high), (lowNow, highNow)) = (Ratio(cost), Ratio(discounted));
        return new(addedCost, addedYears, addedCost / addedYears, low, high, null) { PresentValue = new(rate, discounted.Average(), discounted.Average() / addedYears, lowNow, highNow) };
    }

    // 90 % of resampled statistics.
    private static (double Low, double High) Interval(int n, Func<IReadOnlyList<int>, double> statistic, ulong seed, string stream)
    {
        var values = Resampled(n, statistic, seed, stream);
        return (Percentile.OfSorted(values, .05), Percentile.OfSorted(values, .95));
    }

    /// <summary>A statistic of batches drawn again with replacement, sorted.</summary>
    internal static double[] Resampled(int n, Func<IReadOnlyList<int>, double> statistic, ulong seed, string stream)
    {
        var values = new double[Resamples];
        for (var r = 0; r < Resamples; r++)
        {
            var draws = new PhiloxStream(seed, stream, (ulong)r);
            values[r] = statistic([.. Enumerable.Range(0, n).Select(_ => draws.NextBelow(n))]);
        }

        Array.Sort(values);
        return values;
    }

    private static Projection One(CoverageModel model, RunCounts counts, int at) => RunCoverage.Projection(model, counts with { Tallies = [counts.Tallies[at]] }, counts.Settings.Persons).Value;

    private static Projection All(CoverageModel model, RunCounts counts) => RunCoverage.Projection(model, counts, counts.Settings.PersonsInBatch).Value;

    private static void Sum(List<Tally> sums, IReadOnlyList<Tally> tallies)
    {
        for (var i = 0; i < tallies.Count; i++)
        {
            if (sums.Count == i) sums.Add(new());
            sums[i].Add(tallies[i]);
        }
    }
}
