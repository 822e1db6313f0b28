using Jembatan.App.Lookups;
using Jembatan.App.Servo;
using Jembatan.App.Strategies;
using Jembatan.Core;
using Jembatan.Core.Strategies;

namespace Jembatan.App.Samples;

/// <summary>Enters evidence, ratings and the analyst's verdict of one strategy of the sample.</summary>
internal static class RateSample
{
    /// <returns>How many ratings, or <c>sample/bad-entry</c>.</returns>
    public static async Task<Result<int>> HandleAsync(SampleStrategy strategy, SampleLedger ledger, CancellationToken cancellationToken)
    {
        // One unit of work, emptied after each act: looking for changes in all that came before would cost more than the act.
        await using var db = ledger.NewDb();
        foreach (var item in strategy.Evidence)
        {
            var entry = $"{strategy.Key}, evidence {item.Key}";
            var request = Request(item, strategy.Key, ledger);
            if (request.Problem is { } wrong) return Wrong(entry, wrong);
            var added = await AddEvidence.HandleAsync(request.Value, Author(strategy), db, ledger.Clock, cancellationToken);
            if (added.Problem is { } refused) return Wrong(entry, refused);
            ledger.Note($"{strategy.Key}/{item.Key}", added.Value.Id);
            db.ChangeTracker.Clear();
        }

        var made = 0;
        foreach (var rating in strategy.Ratings)
        {
            var evidence = rating.Evidence.Select(k => (Key: k, Id: ledger.Evidence($"{strategy.Key}/{k}"))).ToList();
            if (evidence.Find(e => e.Id is null) is { Key: { } unknown })
                return SampleFiles.Problem("servo.json", $"{strategy.Key}, {rating.Criterion}", $"The strategy has no evidence '{unknown}'.");
            foreach (var answer in rating.Answers)
            {
                // A rating without a number rests on its reason and not on what was looked at in vain.
                var rated = await RateCriterion.HandleAsync(
                    new(strategy.Key, rating.Criterion, answer.Value, rating.Required, rating.Observed, answer.Rationale, [.. evidence.Select(e => $"evidence:{e.Id}")], rating.Horizon),
                    answer.Rater, db, ledger.Clock, cancellationToken);
                if (rated.Problem is { } refused) return Wrong($"{strategy.Key}, {rating.Criterion}, {answer.Rater}", refused);
                made++;
                db.ChangeTracker.Clear();
            }
        }

        var verdict = await GiveVerdict.HandleAsync(new(strategy.Key, strategy.Verdict.Is, strategy.Verdict.Because), strategy.Verdict.By, db, ledger.Clock, cancellationToken);
        return verdict.Problem is { } unjudged ? Wrong($"{strategy.Key}, verdict", unjudged) : made;
    }

    /// <summary>What to enter for an item of evidence.</summary>
    public static Result<AddEvidence.Request> Request(SampleEvidence item, string? strategy, SampleLedger ledger)
    {
        if (!Enum.TryParse<EvidenceKind>(item.Kind, ignoreCase: true, out var kind)) return new Problem("sample/kind", $"'{item.Kind}' is no kind of evidence.");
        if (kind == EvidenceKind.Quote)
        {
            return ledger.Coding(item.Source ?? "", item.Code ?? "", item.Quote ?? "") is { } coding
                ? new AddEvidence.Request(kind, Coding: coding.ToString(), Strategy: strategy, Stance: item.Stance)
                : new Problem("sample/no-coding", $"Nobody put {item.Code} on '{item.Quote}' in {item.Source}.");
        }

        var citation = kind == EvidenceKind.Observation ? item.Issuer : ledger.Cite(item.Tags, item.Mark);
        if (citation is null) return new Problem("sample/no-source", "Its tags are not all among the shipped sources.");
        if (kind != EvidenceKind.Observation && item.Mark is not ("A" or "B" or "C")) return new Problem("sample/mark", $"'{item.Mark}' is no mark that may be shipped.");
        return new AddEvidence.Request(
            kind, item.Statement, Strategy: strategy, Issuer: item.Issuer, Citation: citation, Date: item.Date, SeriesPoint: item.SeriesPoint, Stance: item.Stance);
    }

    private static string Author(SampleStrategy strategy) => strategy.Ratings.SelectMany(r => r.Answers).Select(a => a.Rater).FirstOrDefault() ?? strategy.Verdict.By;

    private static Problem Wrong(string entry, Problem problem) => SampleFiles.Problem("servo.json", entry, problem.Message);
}
