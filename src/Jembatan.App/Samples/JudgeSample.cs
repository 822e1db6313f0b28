using System.Text.RegularExpressions;
using Jembatan.App.Narratives;
using Jembatan.App.Servo;
using Jembatan.App.Strategies;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Samples;

/// <summary>Enters what the analyst of the sample makes of the ratings: factors, misfits, recommendations and texts.</summary>
internal static partial class JudgeSample
{
    private const string File = "servo.json";

    /// <returns>Done, or <c>sample/bad-entry</c>.</returns>
    public static async Task<Result<Done>> HandleAsync(SampleServo sample, SampleLedger ledger, CancellationToken cancellationToken)
    {
        var analyst = sample.Strategies[0].Verdict.By;
        foreach (var (i, factor) in sample.Factors.Index())
            if ((await FactorAsync(factor, analyst, ledger, cancellationToken)).Problem is { } wrong) return SampleFiles.Problem(File, $"factor {i + 1}", wrong.Message);
        if ((await MisfitsAsync(sample, analyst, ledger, cancellationToken)).Problem is { } problem) return problem;
        foreach (var narrative in sample.Narratives)
            if ((await WriteAsync(narrative, ledger, cancellationToken)).Problem is { } wrong) return SampleFiles.Problem(File, $"text {narrative.Section}", wrong.Message);
        return default(Done);
    }

    private static async Task<Result<Done>> FactorAsync(SampleFactor factor, string analyst, SampleLedger ledger, CancellationToken cancellationToken)
    {
        if (Elements.Parse(factor.Element) is not { } element) return new Problem("sample/element", $"'{factor.Element}' is no element.");
        await using var db = ledger.NewDb();
        var evidence = new List<string>();
        foreach (var item in factor.Evidence)
        {
            var request = RateSample.Request(item, null, ledger);
            if (request.Problem is { } wrong) return wrong;
            var added = await AddEvidence.HandleAsync(request.Value, analyst, db, ledger.Clock, cancellationToken);
            if (added.Problem is { } refused) return refused;
            evidence.Add(added.Value.Id.ToString());
        }

        var made = await AddFactor.HandleAsync(new(element, factor.Statement, factor.Sub, Evidence: evidence), analyst, db, ledger.Clock, cancellationToken);
        return made.Problem is { } problem ? problem : default(Done);
    }

    // In one step each, since every misfit alone would ask for the whole board.
    private static async Task<Result<Done>> MisfitsAsync(SampleServo sample, string analyst, SampleLedger ledger, CancellationToken cancellationToken)
    {
        await using var db = ledger.NewDb();
        var coder = await db.CoderAsync(analyst, cancellationToken);
        var codes = await db.Codes.AsNoTracking().ToDictionaryAsync(c => c.Label, c => c.Id, cancellationToken);
        var strategies = await db.Strategies.AsNoTracking().ToDictionaryAsync(s => s.Label, s => s.Id, cancellationToken);
        var criteria = await db.Criteria.AsNoTracking().ToDictionaryAsync(c => c.Label, cancellationToken);
        var misfits = new Dictionary<string, Misfit>();
        foreach (var m in sample.Misfits)
        {
            var details = Details(m, codes);
            if (details.Problem is { } wrong) return SampleFiles.Problem(File, $"misfit {m.Key}", wrong.Message);
            if (!strategies.TryGetValue(m.Strategy, out var strategy) || !criteria.TryGetValue(m.Criterion, out var criterion))
                return SampleFiles.Problem(File, $"misfit {m.Key}", "There is no such strategy or criterion.");
            db.Misfits.Add(misfits[m.Key] = new Misfit(strategy, criterion.Pair, criterion.Id, details.Value));
        }

        await db.CommitAsync("Record misfits", coder.Id, cancellationToken);
        foreach (var (i, r) in sample.Recommendations.Index())
        {
            var details = Details(r, codes, strategies, misfits, ledger);
            if (details.Problem is { } wrong) return SampleFiles.Problem(File, $"recommendation {i + 1}", wrong.Message);
            db.Recommendations.Add(new Recommendation(details.Value, i));
        }

        await db.CommitAsync("Recommend", coder.Id, cancellationToken);
        return default(Done);
    }

    private static Result<MisfitDetails> Details(SampleMisfit m, Dictionary<string, Id<Code>> codes)
    {
        if (!Enum.TryParse<MisfitType>(Plain(m.Type), ignoreCase: true, out var type)) return new Problem("sample/type", $"'{m.Type}' is no type of misfit.");
        if (!Enum.TryParse<MisfitStatus>(m.Status, ignoreCase: true, out var status)) return new Problem("sample/status", $"'{m.Status}' is neither confirmed nor dismissed.");
        if (!Enum.TryParse<Disposition>(Plain(m.Disposition), ignoreCase: true, out var disposition)) return new Problem("sample/disposition", $"'{m.Disposition}' is no disposition.");
        if (m.Causes.FirstOrDefault(c => !codes.ContainsKey(c)) is { } unknown) return new Problem("sample/code", $"There is no code '{unknown}'.");
        var affected = m.Affected is { } a ? new AffectedPersons(a.Low, a.Mid, a.High) : null;
        var fields = new MisfitFields(
            m.Statement, status, type, m.Required, m.Observed, m.Causes, m.Segment, affected, disposition, m.Severity, m.Effort, m.Owner, m.Due);
        return fields.Refusal() is { } refused ? refused : fields.Over(new MisfitDetails(""), [.. m.Causes.Select(c => codes[c])]);
    }

    private static Result<RecommendationDetails> Details(
        SampleRecommendation r, Dictionary<string, Id<Code>> codes, Dictionary<string, Id<Strategy>> strategies, Dictionary<string, Misfit> misfits, SampleLedger ledger)
    {
        if (r.Misfits.FirstOrDefault(m => !misfits.ContainsKey(m)) is { } noMisfit) return new Problem("sample/misfit", $"There is no misfit '{noMisfit}'.");
        if (r.Causes.FirstOrDefault(c => !codes.ContainsKey(c)) is { } noCode) return new Problem("sample/code", $"There is no code '{noCode}'.");
        if (r.Evidence.FirstOrDefault(k => ledger.Evidence(k) is null) is { } noEvidence) return new Problem("sample/evidence", $"There is no evidence '{noEvidence}'.");
        if (r.Strategy is { } label && !strategies.ContainsKey(label)) return new Problem("sample/strategy", $"There is no strategy '{label}'.");
        return new RecommendationDetails(r.Change)
        {
            Misfits = [.. r.Misfits.Select(m => misfits[m].Id)], StrategyId = r.Strategy is null ? null : strategies[r.Strategy], Causes = [.. r.Causes.Select(c => codes[c])],
            Evidence = [.. r.Evidence.Select(k => ledger.Evidence(k)!.Value)], Owner = r.Owner, Due = r.Due,
        };
    }

    private static async Task<Result<Done>> WriteAsync(SampleNarrative narrative, SampleLedger ledger, CancellationToken cancellationToken)
    {
        var (id, en) = (Traced(narrative.Text.Id, ledger), Traced(narrative.Text.En, ledger));
        if (id.Problem is { } noId) return noId;
        if (en.Problem is { } noEn) return noEn;
        await using var db = ledger.NewDb();
        var written = await WriteNarrative.HandleAsync(new(narrative.Section, new Bilingual(id.Value, en.Value)), narrative.Author, db, ledger.Clock, cancellationToken);
        return written.Problem is { } problem ? problem : default(Done);
    }

    private static Result<string> Traced(string text, SampleLedger ledger)
    {
        var lost = "";
        var traced = Mark().Replace(text, m =>
        {
            if (ledger.Words(m.Groups[1].Value, m.Groups[2].Value) is { } coding) return $"[[coding:{coding}]]";
            lost = m.Value;
            return m.Value;
        });
        return lost.Length == 0 ? traced : new Problem("sample/trace", $"{lost} points to words that nobody coded.");
    }

    private static string Plain(string word) => word.Replace("-", "", StringComparison.Ordinal);

    [GeneratedRegex(@"\{\{([^|{}]+)\|([^{}]+)\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();
}
