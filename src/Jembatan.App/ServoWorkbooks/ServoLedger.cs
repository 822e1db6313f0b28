using Jembatan.App.Lookups;
using Jembatan.App.Strategies;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.ServoWorkbooks;

/// <summary>The things of a study that a workbook may name, those of its own rows included; nothing is committed here.</summary>
internal sealed class ServoLedger
{
    private readonly Dictionary<string, Strategy> strategies;
    private readonly Dictionary<string, Criterion> criteria;
    private readonly Dictionary<string, Evidence> evidence = new(StringComparer.OrdinalIgnoreCase);

    private ServoLedger(JembatanDb db, Coder coder, DateTimeOffset at, IEnumerable<Strategy> strategies, IEnumerable<Criterion> criteria)
    {
        (Db, Coder, At) = (db, coder, at);
        this.strategies = strategies.ToDictionary(s => s.Label, StringComparer.OrdinalIgnoreCase);
        this.criteria = criteria.ToDictionary(c => c.Label, StringComparer.OrdinalIgnoreCase);
    }

    public JembatanDb Db { get; }

    /// <summary>Who imports.</summary>
    public Coder Coder { get; }

    public DateTimeOffset At { get; }

    public static async Task<ServoLedger> OpenAsync(JembatanDb db, Coder coder, DateTimeOffset at, CancellationToken cancellationToken) =>
        new(db, coder, at, await db.Strategies.ToListAsync(cancellationToken), await db.Criteria.ToListAsync(cancellationToken));

    /// <summary>The strategy that a column names.</summary>
    public Result<Strategy> Strategy(ServoRow row, string column = "strategy") =>
        strategies.TryGetValue(row[column] ?? "", out var found) ? found : row.Problem(column, $"There is no strategy '{row[column]}'. Add it to the sheet 'strategies', or list them with 'jembatan strategy'.");

    /// <summary>The criterion that a column names.</summary>
    public Result<Criterion> CriterionOf(ServoRow row) =>
        criteria.TryGetValue(row["criterion"] ?? "", out var found) ? found : row.Problem("criterion", $"There is no criterion '{row["criterion"]}'. Add it to the sheet 'criteria', or list them with 'jembatan criterion'.");

    /// <summary>Evidence by its key in the workbook.</summary>
    public Evidence? Keyed(string key) => evidence.GetValueOrDefault(key);

    public async Task<Result<bool>> StrategyAsync(ServoRow row, CancellationToken cancellationToken)
    {
        var label = StrategyFields.Label("strategy", row["label"]!);
        if (label.Problem is { } bad) return bad;
        var fields = Fields(row);
        if (fields.Problem is { } wrong) return wrong;
        var there = strategies.GetValueOrDefault(label.Value);
        var details = await fields.Value.OverAsync(there?.Details ?? new StrategyDetails(Bilingual.Same(label.Value)), Db, cancellationToken);
        if (details.Problem is { } unknown) return unknown;
        if (there is not null) there.Revise(details.Value);
        else Db.Strategies.Add(strategies[label.Value] = new Strategy(label.Value, details.Value, strategies.Count));
        return there is not null;
    }

    public Result<bool> Criterion(ServoRow row)
    {
        var label = StrategyFields.Label("criterion", row["label"]!);
        if (label.Problem is { } bad) return bad;
        var pair = row.Word<Pair>("pair", row["pair"]!);
        if (pair.Problem is { } noPair) return noPair;
        var weight = row.Number64("weight");
        if (weight.Problem is { } noNumber) return noNumber;
        var there = criteria.GetValueOrDefault(label.Value);
        if (AddCriterion.BadWeight(weight.Value ?? there?.Weight ?? 1) is { } refused) return refused;
        if (there is not null && there.Pair != pair.Value) return row.Problem("pair", $"The criterion '{there.Label}' belongs to {there.Pair}. Choose another label for another pair.");
        if (there is not null) there.Revise(row.Both("question")!, row.Both("required") ?? there.Required, weight.Value ?? there.Weight);
        else Db.Criteria.Add(criteria[label.Value] = new Criterion(label.Value, pair.Value, row.Both("question")!, row.Both("required") ?? Bilingual.Empty, weight.Value ?? 1, criteria.Count));
        return there is not null;
    }

    public async Task<Result<bool>> PerformanceAsync(ServoRow row, CancellationToken cancellationToken)
    {
        var strategy = Strategy(row);
        if (strategy.Problem is { } missing) return missing;
        var (target, achieved) = (row.Number64("target"), row.Number64("achieved"));
        if ((target.Problem ?? achieved.Problem) is { } noNumber) return noNumber;
        var request = new RecordPerformance.Request(strategy.Value.Label, row["date"]!, row.Both("metric")!, target.Value, achieved.Value, row["source"]!, row["unit"] ?? "", row["mark"]);
        if (RecordPerformance.Refusal(request) is { } refused) return refused;
        var there = (await Db.Performances.Where(p => p.StrategyId == strategy.Value.Id && p.Date == request.Date).ToListAsync(cancellationToken)).Find(p => p.Metric == request.Metric);
        if (there is not null) there.Set(request.Target ?? there.Target, request.Achieved ?? there.Achieved, request.Source);
        else Db.Performances.Add(new Performance(strategy.Value.Id, request.Date, request.Metric, request.Target, request.Achieved, request.Unit, request.Source, request.Mark));
        return there is not null;
    }

    public async Task<Result<bool>> EvidenceAsync(ServoRow row, CancellationToken cancellationToken)
    {
        if (evidence.ContainsKey(row["key"]!)) return row.Problem("key", $"The key '{row["key"]}' stands there twice.");
        var kind = row.Word<EvidenceKind>("kind", row["kind"]!);
        if (kind.Problem is { } noKind) return noKind;
        var stance = row.Number32("stance");
        if (stance.Problem is { } noStance) return noStance;
        Strategy? strategy = null;
        if (row["strategy"] is not null)
        {
            var named = Strategy(row);
            if (named.Problem is { } missing) return missing;
            strategy = named.Value;
        }

        var request = new AddEvidence.Request(kind.Value, row["text"], row["coding"], strategy?.Label, row["issuer"], row["source"], row["date"], row["point"], stance.Value ?? 1);
        if (AddEvidence.Refusal(request) is { } refused) return refused;
        Coding? coding = null;
        if (request.Coding is { } wanted)
        {
            var found = await Db.CodingAsync(wanted, cancellationToken);
            if (found.Problem is { } noCoding) return noCoding;
            coding = found.Value;
            if (await AddEvidence.QuoteAsync(Db, coding.Id, strategy?.Id, request.Stance, cancellationToken) is { } known)
            {
                evidence[row["key"]!] = known;
                return true;
            }
        }

        Db.Evidence.Add(evidence[row["key"]!] = AddEvidence.Make(request, coding, strategy?.Id, Coder.Id, At));
        return false;
    }

    private static Result<StrategyFields> Fields(ServoRow row)
    {
        var status = row.Word<StrategyStatus>("status");
        var (baseline, target) = (row.Number64("baseline"), row.Number64("target"));
        if ((status.Problem ?? baseline.Problem ?? target.Problem) is { } wrong) return wrong;
        var approaches = new List<Approach>();
        foreach (var word in row.Words("approach") ?? [])
        {
            var approach = row.Word<Approach>("approach", word);
            if (approach.Problem is { } unknown) return unknown;
            approaches.Add(approach.Value);
        }

        return new StrategyFields(
            Title: new Bilingual(row["title"]!, row["title-en"] ?? row["title"]!), Summary: row.Both("summary"), Claims: row.Words("claims"), Approaches: approaches.Count > 0 ? approaches : null,
            Goal: row["goal"] is { } metric ? new StrategyGoal(Bilingual.Same(metric), baseline.Value, target.Value, row["unit"] ?? "", row["due"]) : null, Status: status.Value, Owner: row["owner"]);
    }
}
