using Jembatan.App.Lookups;
using Jembatan.App.Servo;
using Jembatan.App.Strategies;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;
using Jembatan.Servo;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.ServoWorkbooks;

/// <summary>Takes the rows of a workbook that judge; each says whether it changed what was there (true) or is new. Nothing is committed here.</summary>
internal sealed class ServoJudging(ServoLedger ledger)
{
    private readonly Dictionary<string, Misfit> misfits = new(StringComparer.OrdinalIgnoreCase);
    private ServoMaterial? rated;

    public async Task<Result<bool>> FactorAsync(ServoRow row, CancellationToken cancellationToken)
    {
        if (Elements.Parse(row["element"]) is not { } element || element == Element.Strategy) return row.Problem("element", $"'{row["element"]}' is none of E, R, V and O.");
        var evidence = await PlainEvidenceAsync(row, cancellationToken);
        if (evidence.Problem is { } missing) return missing;
        var anticipated = row["anticipated"]?.ToUpperInvariant() is "YES" or "YA" or "TRUE" or "1" or "X";
        ledger.Db.Factors.Add(new Factor(element, row["sub"] ?? "", row.Both("statement")!, anticipated, row["horizon"], evidence.Value));
        return false;
    }

    public async Task<Result<bool>> RatingAsync(ServoRow row, CancellationToken cancellationToken)
    {
        var (strategy, criterion) = (ledger.Strategy(row), ledger.CriterionOf(row));
        if ((strategy.Problem ?? criterion.Problem) is { } missing) return missing;
        if (criterion.Value.Retired) return row.Problem("criterion", $"Criterion {criterion.Value.Label} is out of use.");
        if (RatingValue.Parse(row["value"]) is not { } value) return row.Problem("value", $"'{row["value"]}' is no rating. Give -2, -1, 0, 1 or 2, or NA or INSUFFICIENT.");
        var horizon = row["horizon"] is null or "now" ? null : row["horizon"];
        if (horizon is not null && !RecordPerformance.IsDate(horizon)) return row.Problem("horizon", $"'{horizon}' is not a time. Write a year, month or day such as 2030.");

        var rater = await CoderAsync(row["rater"], cancellationToken);
        var evidence = await RatingEvidenceAsync(row, strategy.Value, Math.Sign(value.Number ?? 0), rater.Id, cancellationToken);
        if (evidence.Problem is { } unfound) return unfound;
        var study = await ledger.Db.Studies.FirstAsync(cancellationToken);
        var answer = new RatingAnswer(value, row["required"] ?? criterion.Value.Required.In(study.Language), row["observed"] ?? "", row["rationale"] ?? "", evidence.Value);
        var rating = await RateCriterion.EarlierAsync(ledger.Db, strategy.Value.Id, criterion.Value.Id, rater.Id, horizon, cancellationToken);
        if (rating is not null) return rating.Answer(answer, study.CodebookVersion, ledger.At) is { Problem: { } refused } ? refused : true;
        var made = Rating.Of(criterion.Value.Id, strategy.Value.Id, rater.Id, horizon, answer, study.CodebookVersion, ledger.At);
        if (made.Problem is { } problem) return problem;
        ledger.Db.Ratings.Add(made.Value);
        return false;
    }

    public async Task<Result<bool>> VerdictAsync(ServoRow row, CancellationToken cancellationToken)
    {
        var strategy = ledger.Strategy(row);
        if (strategy.Problem is { } missing) return missing;
        if (GiveVerdict.Refusal(new(strategy.Value.Label, row["is"]!, row["because"]!)) is { } refused) return refused;
        var @is = VerdictWords.Parse(row["is"])!.Value;
        var analyst = await CoderAsync(row["analyst"], cancellationToken);
        var id = strategy.Value.Id;
        var there = (await ledger.Db.Verdicts.Where(v => v.StrategyId == id).ToListAsync(cancellationToken)).MaxBy(v => (v.At, v.Id.Value))
            ?? ledger.Db.Verdicts.Local.FirstOrDefault(v => v.StrategyId == id);
        if (there is not null) there.Revise(analyst.Id, @is, row["because"]!, ledger.At);
        else ledger.Db.Verdicts.Add(new Verdict(id, analyst.Id, @is, row["because"]!, ledger.At));
        return there is not null;
    }

    public async Task<Result<bool>> MisfitAsync(ServoRow row, CancellationToken cancellationToken)
    {
        var strategy = ledger.Strategy(row);
        if (strategy.Problem is { } missing) return missing;
        Criterion? criterion = null;
        if (row["criterion"] is not null)
        {
            var named = ledger.CriterionOf(row);
            if (named.Problem is { } noCriterion) return noCriterion;
            criterion = named.Value;
        }

        var pair = row.Word<Pair>("pair");
        if (pair.Problem is { } noPair) return noPair;
        if ((criterion?.Pair ?? pair.Value) is not { } place) return row.Problem("criterion", "Name a criterion or a pair.");
        var (type, disposition) = (row.Word<MisfitType>("type"), row.Word<Disposition>("disposition"));
        var (severity, effort) = (row.Number32("severity"), row.Number32("effort"));
        if ((type.Problem ?? disposition.Problem ?? severity.Problem ?? effort.Problem) is { } wrong) return wrong;
        var fields = new MisfitFields(
            row["statement"], MisfitStatus.Confirmed, type.Value, row["required"], row["observed"], row.Words("causes"), Disposition: disposition.Value, Severity: severity.Value, Effort: effort.Value,
            Owner: row["owner"], Due: row["due"]);
        if (fields.Refusal() is { } refused) return refused;
        var causes = await StrategyFields.CodesAsync(fields.Causes ?? [], ledger.Db, cancellationToken);
        if (causes.Problem is { } unknown) return unknown;

        var (strategyId, criterionId) = (strategy.Value.Id, criterion?.Id);
        var key = $"{strategy.Value.Label}/{criterion?.Label ?? place.ToString()}";
        var there = misfits.GetValueOrDefault(key)
            ?? (criterionId is null ? null : await ledger.Db.Misfits.FirstOrDefaultAsync(m => m.StrategyId == strategyId && m.CriterionId == criterionId, cancellationToken));
        var former = there is not null ? there.Details : await ProposedAsync(strategy.Value, criterion, cancellationToken);
        if (former.Problem is { } unread) return unread;
        var misfit = there;
        var details = fields.Over(former.Value, fields.Causes is null ? null : causes.Value);
        if (misfit is null) ledger.Db.Misfits.Add(misfit = new Misfit(strategyId, place, criterionId, details));
        else misfit.Revise(details);
        misfits[key] = misfit;
        return there is not null;
    }

    public async Task<Result<bool>> RecommendationAsync(ServoRow row, CancellationToken cancellationToken)
    {
        var found = new List<Misfit>();
        foreach (var key in row.Words("misfits") ?? [])
        {
            if (misfits.GetValueOrDefault(key) is { } ours) found.Add(ours);
            else if (await StoredMisfitAsync(key, cancellationToken) is { } stored) found.Add(stored);
            else return row.Problem("misfits", $"There is no misfit '{key}'. Add it to the sheet 'misfits' with that strategy and criterion.");
        }

        Id<Strategy>? strategy = found.Count > 0 ? found[0].StrategyId : null;
        if (row["strategy"] is not null)
        {
            var named = ledger.Strategy(row);
            if (named.Problem is { } missing) return missing;
            strategy = named.Value.Id;
        }

        var causes = await StrategyFields.CodesAsync(row.Words("causes") ?? [], ledger.Db, cancellationToken);
        if (causes.Problem is { } unknown) return unknown;
        var evidence = await PlainEvidenceAsync(row, cancellationToken);
        if (evidence.Problem is { } unfound) return unfound;
        var change = row["change"]!;
        var all = await ledger.Db.Recommendations.ToListAsync(cancellationToken);
        var there = all.Find(r => r.Details.Change == change);
        var details = (there?.Details ?? new RecommendationDetails(change)) with
        {
            Misfits = [.. found.Select(m => m.Id).Distinct()],
            StrategyId = strategy,
            Causes = causes.Value.Count > 0 ? causes.Value : [.. found.SelectMany(m => m.Details.Causes).Distinct()],
            Evidence = evidence.Value,
            Owner = row["owner"],
            Due = row["due"],
        };
        if (there is not null) there.Revise(details);
        else ledger.Db.Recommendations.Add(new Recommendation(details, all.Count + ledger.Db.Recommendations.Local.Count(r => !all.Contains(r))));
        return there is not null;
    }

    // As confirming does: what the ratings propose, those of this workbook included, stands where the row says nothing. The sheet of ratings comes first.
    private async Task<Result<MisfitDetails>> ProposedAsync(Strategy strategy, Criterion? criterion, CancellationToken cancellationToken)
    {
        if (criterion is null) return new MisfitDetails("");
        if (rated is null)
        {
            var read = await ServoMaterial.ReadAsync(ledger.Db, cancellationToken, withPending: true);
            if (read.Problem is { } problem) return problem;
            rated = read.Value;
        }

        return BoardMisfits.ProposedOf(rated, strategy, criterion.Label) is { } proposed ? await RecordMisfit.ProposalAsync(proposed, ledger.Db, cancellationToken) : new MisfitDetails("");
    }

    private async Task<Misfit?> StoredMisfitAsync(string key, CancellationToken cancellationToken)
    {
        if (key.Split('/', 2) is not [var label, var place]) return null;
        var strategies = await ledger.Db.Strategies.ToListAsync(cancellationToken);
        if (strategies.Find(s => Lookup.SameWord(s.Label, label)) is not { } strategy) return null;
        var criterion = (await ledger.Db.Criteria.ToListAsync(cancellationToken)).Find(c => Lookup.SameWord(c.Label, place));
        var stored = await ledger.Db.Misfits.Where(m => m.StrategyId == strategy.Id).ToListAsync(cancellationToken);
        return criterion is null ? null : stored.Find(m => m.CriterionId == criterion.Id);
    }

    private async Task<Coder> CoderAsync(string? name, CancellationToken cancellationToken) => name is null ? ledger.Coder : await ledger.Db.CoderAsync(name, cancellationToken);

    private async Task<Result<IReadOnlyList<Id<Evidence>>>> RatingEvidenceAsync(ServoRow row, Strategy strategy, int stance, Id<Coder> rater, CancellationToken cancellationToken)
    {
        var found = new List<Id<Evidence>>();
        foreach (var name in row.Words("evidence") ?? [])
        {
            if (ledger.Keyed(name) is { } ours)
            {
                if (!found.Contains(ours.Id)) found.Add(ours.Id);
                continue;
            }

            var other = await RatingEvidence.ResolveAsync([name], strategy, stance, rater, ledger.Db, ledger.At, cancellationToken);
            if (other.Problem is { } problem) return problem;
            found.AddRange(other.Value.Except(found));
        }

        return found;
    }

    private async Task<Result<IReadOnlyList<Id<Evidence>>>> PlainEvidenceAsync(ServoRow row, CancellationToken cancellationToken)
    {
        var found = new List<Id<Evidence>>();
        foreach (var name in row.Words("evidence") ?? [])
        {
            var one = ledger.Keyed(name) is { } ours ? ours : await ledger.Db.EvidenceAsync(name, cancellationToken);
            if (one.Problem is { } problem) return problem;
            if (!found.Contains(one.Value.Id)) found.Add(one.Value.Id);
        }

        return found;
    }
}
