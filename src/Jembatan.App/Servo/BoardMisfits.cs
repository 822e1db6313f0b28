using Jembatan.Core;
using Jembatan.Core.Strategies;
using Jembatan.Servo;

namespace Jembatan.App.Servo;

/// <summary>The misfits of a study: those that ratings propose and those that the analyst confirmed or dismissed, by priority.</summary>
internal static class BoardMisfits
{
    public static IReadOnlyList<BoardMisfit> All(ServoMaterial material, IReadOnlyList<Strategy> strategies)
    {
        var open = strategies.SelectMany(s => Recorded(material, s).Concat(Proposed(material, s))).ToList();
        var weighed = open.Where(m => m.Row.Status != BoardMisfitStatus.Dismissed)
            .Select(m => new WeighedMisfit(m.Row.Key, m.Row.Severity, m.Row.Effort, m.Strength, m.Row.Affected, m.Row.Leverage)).ToList();
        var priority = MisfitPriority.Rank(weighed, material.Options.Seed).ToDictionary(p => p.Key, StringComparer.Ordinal);
        return [.. open
            .Select(m => priority.TryGetValue(m.Row.Key, out var p) ? m.Row with { Priority = new(p.Rank, p.Low, p.High, p.Value, p.Reason?.Words) } : m.Row)
            .OrderBy(m => m.Priority.Rank ?? int.MaxValue).ThenByDescending(m => m.Status == BoardMisfitStatus.Confirmed).ThenByDescending(m => m.Severity)
            .ThenBy(m => m.Key, StringComparer.Ordinal)];
    }

    /// <summary>The key of a recorded misfit: its criterion where it has one, else its pair and the end of its identity.</summary>
    public static string KeyOf(Misfit misfit, string strategy, string? criterion) =>
        criterion is not null ? $"{strategy}/{criterion}" : $"{strategy}/{misfit.Pair}/{misfit.Id.Value.ToString("N")[^8..]}";

    private sealed record Open(BoardMisfit Row, double Strength);

    private static IEnumerable<Open> Recorded(ServoMaterial material, Strategy strategy)
    {
        var fit = material.Fit(strategy, null);
        foreach (var m in material.Misfits.Where(m => m.StrategyId == strategy.Id))
        {
            var criterion = m.CriterionId is { } id ? material.Criteria.FirstOrDefault(c => c.Id == id)?.Label : null;
            var mean = fit[m.Pair]?.Criteria.FirstOrDefault(c => c.Criterion == criterion)?.Mean;
            var d = m.Details;
            yield return new(
                new(m.Id, KeyOf(m, strategy.Label, criterion), strategy.Label, m.Pair, criterion,
                    d.Status == MisfitStatus.Dismissed ? BoardMisfitStatus.Dismissed : BoardMisfitStatus.Confirmed, d.Type, d.Statement, d.Required, d.Observed, mean,
                    material.Labels(d.Causes), d.Segment, d.Affected, d.Disposition, d.Severity ?? MisfitProposal.DefaultSeverity(mean), d.Effort, 1, d.Owner, d.Due,
                    new(null, null, null, null, null), [.. material.Recommendations.Where(r => r.Details.Misfits.Contains(m.Id)).Select(r => r.Id)]),
                fit[m.Pair]?.Strength.Value ?? 0);
        }
    }

    /// <summary>What ratings propose of a criterion of a strategy; null when they propose nothing, or a misfit is recorded.</summary>
    public static BoardMisfit? ProposedOf(ServoMaterial material, Strategy strategy, string criterion) => Proposed(material, strategy).FirstOrDefault(m => m.Row.Criterion == criterion)?.Row;

    private static IEnumerable<Open> Proposed(ServoMaterial material, Strategy strategy)
    {
        foreach (var pair in material.Fit(strategy, null).Pairs)
        {
            foreach (var proposal in MisfitProposal.Of(pair))
            {
                var criterion = material.Criteria.First(c => c.Label == proposal.Criterion);
                if (material.Misfits.Any(m => m.StrategyId == strategy.Id && m.CriterionId == criterion.Id)) continue;
                var ratings = material.Ratings.Where(r => proposal.Ratings.Contains(r.Id)).ToList();
                var lowest = ratings.OrderBy(r => r.Value.Number).ThenBy(r => r.Id).First();
                var required = lowest.Required.Length > 0 ? lowest.Required : criterion.Required.In(material.Study.Language);
                yield return new(
                    new(null, $"{strategy.Label}/{criterion.Label}", strategy.Label, pair.Pair, criterion.Label, BoardMisfitStatus.Proposed, MisfitType.Gap,
                        criterion.Question.In(material.Study.Language), required, lowest.Observed, proposal.Mean, CausesUnder(material, ratings), "", null, Disposition.Undecided,
                        proposal.Severity, 3, 1, null, null, new(null, null, null, null, null), []),
                    pair.Strength.Value);
            }
        }
    }

    // The causes that its contradicting quotes are coded with.
    private static IReadOnlyList<string> CausesUnder(ServoMaterial material, IEnumerable<Rating> ratings) =>
        [.. ratings.SelectMany(r => r.Evidence).Distinct()
            .Select(id => material.Evidence.GetValueOrDefault(id)).OfType<Evidence>().Where(e => e.Stance < 0)
            .Select(e => material.WordsOf(e)).OfType<QuoteWords>().Select(w => material.Codes.GetValueOrDefault(w.CodeId))
            .Where(c => c is { IsCause: true }).Select(c => c!.Label).Distinct().Order(StringComparer.Ordinal)];
}
