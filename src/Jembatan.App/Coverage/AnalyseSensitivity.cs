using System.Collections.Immutable;
using Jembatan.Core;
using Jembatan.Simulation;
using Jembatan.Simulation.Calibration;
using Jembatan.Simulation.Chain;
using Jembatan.Simulation.Stock;
using Jembatan.Simulation.Uncertainty;

namespace Jembatan.App.Coverage;

/// <summary>First and total Sobol' indices of the parameters behind a projected number.</summary>
/// <remarks>
/// Of a chain: the probabilities out of each state are a group; each has a normal prior on log odds around its stated value; the result is coverage in the last month, exactly. Without a model: the member stock in a month.
/// </remarks>
public static class AnalyseSensitivity
{
    /// <param name="Model">A chain; null for the member stock.</param>
    /// <param name="Months">Months of a chain.</param>
    /// <param name="Month">Month of the member stock.</param>
    /// <param name="Deviation">Standard deviation of the priors of a chain, log odds.</param>
    /// <param name="BaseSize">N; the model runs N(k + 2) times.</param>
    /// <param name="Seed">Seed.</param>
    public sealed record Request(CoverageModel? Model = null, int Months = 120, CalendarMonth? Month = null, double Deviation = 0.35, int BaseSize = 1024, ulong Seed = 1);

    /// <param name="Of">What varies.</param>
    /// <param name="Unit">Its unit.</param>
    /// <param name="Analysis">The indices, or why there are none.</param>
    public sealed record Response(Bilingual Of, string Unit, SobolAnalysis Analysis);

    /// <returns>The indices, or <c>coverage/no-coverage</c>, <c>coverage/option</c> or a problem of <see cref="SobolIndices"/>.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        if (request.Months is < 1 or > 1200) return new Problem("coverage/option", FormattableString.Invariant($"{request.Months} months: give 1 to 1,200."), "--months");
        if (!(request.Deviation is > 0 and <= 5)) return new Problem("coverage/option", FormattableString.Invariant($"A deviation of {request.Deviation}: give a number above 0, at most 5, on the scale of log odds."), "--deviation");
        if (request.BaseSize > 65_536) return new Problem("uncertainty/base-size", FormattableString.Invariant($"{request.BaseSize} base points: give a power of two from 8 to 65,536."), "--base");
        return await Task.Run(() => request.Model switch
        {
            null => OfStock(request, progress, cancellationToken),
            ChainFile file => OfChain(request, file.Chain, file.Name, progress, cancellationToken),
            var other => new Problem("coverage/no-sensitivity", $"A model of kind {other.Kind} has no sensitivity analysis yet. Use a chain, or leave the model out for the member stock.", other.Name),
        }, cancellationToken);
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
            for (var t = 0; t < request.Months; t++)
            {
                var next = new double[shares.Length];
                for (var i = 0; i < shares.Length; i++) for (var j = 0; j < shares.Length; j++) next[j] += shares[i] * rows[i][j];
                shares = next;
            }

            return covered.Sum(c => shares[c]);
        }, new(request.BaseSize, request.Seed), progress, cancellationToken);
        if (analysis.Problem is { } problem) return problem;
        return new Response(new($"Cakupan aktif, bulan {request.Months}", FormattableString.Invariant($"Active coverage, month {request.Months}")), "share", analysis.Value);
    }

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
            new(request.BaseSize, request.Seed), progress, cancellationToken);
        if (analysis.Problem is { } problem) return problem;
        return new Response(new($"Stok peserta {month}, sebelum kalibrasi (menurut prior)", $"Member stock of {month}, before calibration (by the priors)"), "million persons", analysis.Value);
    }
}
