using System.Collections.Immutable;
using Jembatan.Core;
using Jembatan.Simulation;
using Jembatan.Simulation.Calibration;
using Jembatan.Simulation.Chain;
using Jembatan.Simulation.Membership;
using Jembatan.Simulation.Parameters;
using Jembatan.Simulation.Stock;
using Jembatan.Simulation.Uncertainty;

namespace Jembatan.App.Coverage;

/// <summary>First and total Sobol' indices of the parameters behind a projected number.</summary>
/// <remarks>
/// Of a membership model: every parameter with a prior, in ten groups; the result is the member stock in the last month, on a keyed sample whose luck is the same in every run. Of a chain: the probabilities out of each state are a group; each has a normal prior on log odds around its stated value; the result is coverage in the last month, exactly. Without a model: the member stock in a month.
/// </remarks>
public static class AnalyseSensitivity
{
    /// <param name="Model">A model of either kind; null for the member stock.</param>
    /// <param name="Months">Months of the model; null for 120 of a chain and 24 of a membership model.</param>
    /// <param name="Month">Month of the member stock.</param>
    /// <param name="Deviation">Standard deviation of the priors of a chain, log odds.</param>
    /// <param name="BaseSize">N; the model runs N(k + 2) times. Null for 1,024, or 64 of a membership model.</param>
    /// <param name="Seed">Seed.</param>
    /// <param name="Persons">Persons of the sample of a membership model.</param>
    public sealed record Request(CoverageModel? Model = null, int? Months = null, CalendarMonth? Month = null, double Deviation = 0.35, int? BaseSize = null, ulong Seed = 1, long Persons = 20_000);

    /// <param name="Of">What varies.</param>
    /// <param name="Unit">Its unit.</param>
    /// <param name="Analysis">The indices, or why there are none.</param>
    public sealed record Response(Bilingual Of, string Unit, SobolAnalysis Analysis);

    /// <returns>The indices, or <c>coverage/no-coverage</c>, <c>coverage/option</c> or a problem of <see cref="SobolIndices"/>.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        if (request is { Model: null, Months: not null }) return new Problem("coverage/option", "--months is how long a model runs; the member stock has none. Name a model, or give --month yyyy-MM for the month of the member stock.", "--months");
        if (request.Months is < 1 or > 1200) return new Problem("coverage/option", FormattableString.Invariant($"{request.Months} months: give 1 to 1,200."), "--months");
        if (!(request.Deviation is > 0 and <= 5)) return new Problem("coverage/option", FormattableString.Invariant($"A deviation of {request.Deviation}: give a number above 0, at most 5, on the scale of log odds."), "--deviation");
        if (request.BaseSize > 65_536) return new Problem("uncertainty/base-size", FormattableString.Invariant($"{request.BaseSize} base points: give a power of two from 8 to 65,536."), "--base");
        var analysed = await Task.Run(() => request.Model switch
        {
            null => OfStock(request, progress, cancellationToken),
            ChainFile file => OfChain(request, file.Chain, file.Name, progress, cancellationToken),
            MembershipFile file => OfMembership(request, file, progress, cancellationToken),
            var other => new Problem("coverage/no-sensitivity", $"A model of kind {other.Kind} has no sensitivity analysis. Use a chain or a membership model, or leave the model out for the member stock.", other.Name),
        }, cancellationToken);
        return analysed.Problem is { Code: "uncertainty/base-size", At: null } size ? size with { At = "--base" } : analysed;
    }

    private static Result<Response> OfChain(Request request, ChainModel chain, string name, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        if (chain.Covered is not { } covered) return new Problem("coverage/no-coverage", $"'{name}' does not say which states are covered, so that there is no coverage to explain. Add 'covered: [STATE]'.", name);
        var moves = (from i in Enumerable.Range(0, chain.States.Length) from j in Enumerable.Range(0, chain.States.Length) where i != j && chain.Monthly[i][j] is > 0 and < 1 select (From: i, To: j)).ToList();
        var groups = moves.Index().GroupBy(m => m.Item.From)
            .Select(g => new ParameterGroup(g.Count() == 1 ? $"{chain.States[g.Key]} → {chain.States[g.First().Item.To]}" : $"{chain.States[g.Key]} → …", [.. g.Select(m => m.Index)])).ToList();
        if (groups.Count == 0) return new Problem("coverage/no-coverage", $"Nothing in '{name}' moves with a probability between 0 and 1, so that there is nothing to vary.", name);
        var analysis = SobolIndices.Estimate(moves.Count, groups, u =>
        {
            var rows = chain.Monthly.Select(r => r.ToArray()).ToArray();
            foreach (var (k, (i, j)) in moves.Index())
                rows[i][j] = OddsRatio.Apply(chain.Monthly[i][j], Math.Exp(new Prior(PriorFamily.Normal, 0, request.Deviation).Quantile(u[k])));
            for (var i = 0; i < rows.Length; i++)
            {
                // What is left stays; moves that together would exceed everyone are scaled down to everyone.
                rows[i][i] = 0;
                var leave = rows[i].Sum();
                var isStaying = chain.Monthly[i][i] > 0;
                if (leave > 1 || (!isStaying && leave > 0)) rows[i] = [.. rows[i].Select(p => p / leave)];
                else rows[i][i] = 1 - leave;
            }

            var shares = chain.Start.ToArray();
            for (var t = 0; t < (request.Months ?? 120); t++)
            {
                var next = new double[shares.Length];
                for (var i = 0; i < shares.Length; i++) for (var j = 0; j < shares.Length; j++) next[j] += shares[i] * rows[i][j];
                shares = next;
            }

            return covered.Sum(c => shares[c]);
        }, new(request.BaseSize ?? 1024, request.Seed), progress, cancellationToken);
        if (analysis.Problem is { } problem) return problem;
        return new Response(new($"Cakupan aktif, bulan {request.Months ?? 120}", FormattableString.Invariant($"Active coverage, month {request.Months ?? 120}")), "share", analysis.Value);
    }

    private static Result<Response> OfMembership(Request request, MembershipFile file, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        if (request.Persons is < 1000 or > 1_000_000) return new Problem("coverage/option", FormattableString.Invariant($"{request.Persons} persons: give 1,000 to 1,000,000."), "--persons");
        var (model, months, persons) = (file.Membership, request.Months ?? 24, Math.Min(request.Persons, file.Membership.Population.Persons));
        var drawn = model.Parameters.All.Values.Where(p => p.Believed.Family != PriorFamily.Fixed).ToList();
        var groups = drawn.Index().GroupBy(p => GroupOf(p.Item.Id)).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new ParameterGroup(g.Key, [.. g.Select(p => p.Index)])).ToList();
        if (groups.Count == 0) return new Problem("coverage/no-coverage", $"No parameter of '{file.Name}' has a prior, so that there is nothing to vary.", file.Name);
        if (MembershipRun.Of(new(model), months).Problem is { } unfit) return unfit;
        var analysis = SobolIndices.Estimate(drawn.Count, groups, u =>
        {
            var values = drawn.Select((p, i) => KeyValuePair.Create(p.Id, p.Drawn(u[i]))).ToDictionary();
            var run = MembershipRun.Of(new(model with { Parameters = model.Parameters.With(values) }), months);
            if (!run.IsOk) return double.NaN;
            var tally = run.Value.Count(new() { Persons = persons, Months = months, Seed = request.Seed }, 0, null, cancellationToken);
            return tally.IsOk ? run.Value.Project([tally.Value], persons, "replicates").Monthly[^1].Values["memberStock"] ?? double.NaN : double.NaN;
        }, new(request.BaseSize ?? 64, request.Seed), progress, cancellationToken);
        if (analysis.Problem is { } problem) return problem;
        return new Response(new($"Stok peserta, bulan {months}, dari {persons} orang", FormattableString.Invariant($"Member stock, month {months}, of {persons} persons")), "share", analysis.Value);
    }

    // Ten groups at most: what belongs to one mechanism is varied together.
    private static string GroupOf(string id) => id[..id.IndexOf('.', StringComparison.Ordinal)] switch
    {
        "re-entry" or "savings" or "savings-claim" => "return and savings",
        "formal-job" or "formal-return" or "death" or "age-out" or "ended-by-rule" or "affordability" or "frailty" => "frailty and formal work",
        var other => other,
    };

    private static Result<Response> OfStock(Request request, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var fit = CalibrationTargets.Shipped().Where(t => t.Use == TargetUse.Fit).ToList();
        var (first, month) = (fit[0].Month.Plus(1), request.Month ?? CalendarMonth.Of(2025, 5));
        if (month < first || month > CalendarMonth.Of(2025, 12)) return new Problem("coverage/option", $"The member stock is known from {first} to 2025-12; {month} lies outside. Choose a month between.", "--month");
        var (parameters, calendar) = (StockBackTest.Parameters(true), SponsorCalendar.Shipped()[0]);
        int At(string name) => parameters.Select((p, i) => (p.Name, i)).First(p => p.Name == name).i;
        ImmutableArray<ParameterGroup> groups =
        [
            new("entry", [At("entry"), At("entry-growth")]), new("lapse", [At("lapse")]), new("sponsored places", [At("sponsored-2021"), At("sponsored-2022"), At("sponsored-2023"), At("sponsored-at-start")]),
            new("stay after sponsor", [At("stay-after-sponsor")]), new("renewal of sponsors", [At("renewal-2024"), At("renewal-2025")]),
        ];
        var analysis = SobolIndices.Estimate(
            parameters.Length, groups, u => StockBackTest.Path([.. u.Select((v, i) => parameters[i].Prior.Quantile(v))], calendar, fit[0].Value / 1e6, first, month.Since(first) + 1)[^1],
            new(request.BaseSize ?? 1024, request.Seed), progress, cancellationToken);
        if (analysis.Problem is { } problem) return problem;
        return new Response(new($"Stok peserta {month}, sebelum kalibrasi (menurut prior)", $"Member stock of {month}, before calibration (by the priors)"), "million persons", analysis.Value);
    }
}
