using Jembatan.App.Servo;
using Jembatan.App.Strategies;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Samples;

/// <summary>Enters evidence, ratings and the analyst's verdict of one strategy of the sample: one step of undo for each rater.</summary>
internal static class RateSample
{
    /// <returns>How many ratings, or <c>sample/bad-entry</c>.</returns>
    public static async Task<Result<int>> HandleAsync(SampleStrategy sample, SampleLedger ledger, CancellationToken cancellationToken)
    {
        await using var db = ledger.NewDb();
        if (await db.Strategies.AsNoTracking().FirstOrDefaultAsync(s => s.Label == sample.Key, cancellationToken) is not { } strategy)
            return SampleFiles.Problem("servo.json", sample.Key, "There is no such strategy.");
        var version = await db.Studies.Select(s => s.CodebookVersion).SingleAsync(cancellationToken);
        var criteria = await db.Criteria.AsNoTracking().ToDictionaryAsync(c => c.Label, c => c.Id, cancellationToken);

        var raters = sample.Ratings.SelectMany(r => r.Answers).Select(a => a.Rater).Distinct().ToList();
        var first = await db.CoderAsync(raters[0], cancellationToken);
        foreach (var item in sample.Evidence)
        {
            var made = Evidence(item, strategy, first, ledger);
            if (made.Problem is { } wrong) return SampleFiles.Problem("servo.json", $"{sample.Key}, evidence {item.Key}", wrong.Message);
            db.Evidence.Add(made.Value);
            ledger.Note($"{sample.Key}/{item.Key}", made.Value.Id);
        }

        await db.CommitAsync($"Add evidence on {sample.Key}", first.Id, cancellationToken);
        var ratings = 0;
        foreach (var rater in raters)
        {
            var coder = await db.CoderAsync(rater, cancellationToken);
            foreach (var (rating, answer) in sample.Ratings.SelectMany(r => r.Answers.Where(a => a.Rater == rater).Select(a => (r, a))))
            {
                var made = Rating(rating, answer, sample.Key, strategy.Id, coder.Id, criteria, version, ledger);
                if (made.Problem is { } wrong) return SampleFiles.Problem("servo.json", $"{sample.Key}, {rating.Criterion}, {rater}", wrong.Message);
                db.Ratings.Add(made.Value);
                ratings++;
            }

            await db.CommitAsync($"Rate {sample.Key}", coder.Id, cancellationToken);
        }

        if (GiveVerdict.Refusal(new(sample.Key, sample.Verdict.Is, sample.Verdict.Because)) is { } refused) return SampleFiles.Problem("servo.json", $"{sample.Key}, verdict", refused.Message);
        var analyst = await db.CoderAsync(sample.Verdict.By, cancellationToken);
        db.Verdicts.Add(new Verdict(strategy.Id, analyst.Id, Jembatan.Servo.VerdictWords.Parse(sample.Verdict.Is)!.Value, sample.Verdict.Because, ledger.Clock.GetUtcNow()));
        await db.CommitAsync("Give verdict", analyst.Id, cancellationToken);
        return ratings;
    }

    /// <summary>What to enter for an item of evidence.</summary>
    public static Result<AddEvidence.Request> Request(SampleEvidence item, string? strategy, SampleLedger ledger)
    {
        if (!Enum.TryParse<EvidenceKind>(item.Kind, ignoreCase: true, out var kind)) return new Problem("sample/kind", $"'{item.Kind}' is no kind of evidence.");
        if (kind == EvidenceKind.Quote)
        {
            return ledger.Coding(item.Source ?? "", item.Code ?? "", item.Quote ?? "") is { } coding
                ? new AddEvidence.Request(kind, item.Quote, coding.ToString(), strategy, Stance: item.Stance)
                : new Problem("sample/no-coding", $"Nobody put {item.Code} on '{item.Quote}' in {item.Source}.");
        }

        var citation = kind == EvidenceKind.Observation ? item.Issuer : ledger.Cite(item.Tags, item.Mark);
        if (citation is null) return new Problem("sample/no-source", "Its tags are not all among the shipped sources.");
        if (kind != EvidenceKind.Observation && item.Mark is not ("A" or "B" or "C")) return new Problem("sample/mark", $"'{item.Mark}' is no mark that may be shipped.");
        return new AddEvidence.Request(
            kind, item.Statement, Strategy: strategy, Issuer: item.Issuer, Citation: citation, Date: item.Date, SeriesPoint: item.SeriesPoint, Stance: item.Stance);
    }

    private static Result<Evidence> Evidence(SampleEvidence item, Strategy strategy, Coder coder, SampleLedger ledger)
    {
        var request = Request(item, strategy.Label, ledger);
        if (request.Problem is { } wrong) return wrong;
        if (AddEvidence.Refusal(request.Value) is { } refused) return refused;
        var r = request.Value;
        var details = new EvidenceDetails(r.Text ?? "") { Issuer = r.Issuer, Citation = r.Citation, Date = r.Date, SeriesPoint = r.SeriesPoint, Stance = r.Stance };
        Id<Coding>? coding = item.Source is null ? null : ledger.Coding(item.Source, item.Code ?? "", item.Quote ?? "");
        return new Evidence(r.Kind, details, coding, strategy.Id, coder.Id, ledger.Clock.GetUtcNow());
    }

    private static Result<Rating> Rating(
        SampleRating rating, SampleAnswer answer, string strategy, Id<Strategy> strategyId, Id<Coder> rater, Dictionary<string, Id<Criterion>> criteria, int version, SampleLedger ledger)
    {
        if (!criteria.TryGetValue(rating.Criterion, out var criterion)) return new Problem("sample/criterion", "There is no such criterion.");
        if (RatingValue.Parse(answer.Value) is not { } value) return new Problem("sample/value", $"'{answer.Value}' is no rating.");
        var evidence = new List<Id<Evidence>>();
        foreach (var key in rating.Evidence)
        {
            if (ledger.Evidence($"{strategy}/{key}") is not { } id) return new Problem("sample/evidence", $"The strategy has no evidence '{key}'.");
            evidence.Add(id);
        }

        return Core.Strategies.Rating.Of(
            criterion, strategyId, rater, rating.Horizon, new RatingAnswer(value, rating.Required, rating.Observed, answer.Rationale, evidence), version, ledger.Clock.GetUtcNow());
    }
}
