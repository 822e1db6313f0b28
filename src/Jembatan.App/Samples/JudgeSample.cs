using System.Text.RegularExpressions;
using Jembatan.App.Narratives;
using Jembatan.App.Servo;
using Jembatan.App.Strategies;
using Jembatan.Core;
using Jembatan.Core.Strategies;

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
        foreach (var misfit in sample.Misfits)
            if ((await MisfitAsync(misfit, analyst, ledger, cancellationToken)).Problem is { } wrong) return SampleFiles.Problem(File, $"misfit {misfit.Key}", wrong.Message);
        foreach (var (i, recommendation) in sample.Recommendations.Index())
            if ((await RecommendAsync(recommendation, analyst, ledger, cancellationToken)).Problem is { } wrong) return SampleFiles.Problem(File, $"recommendation {i + 1}", wrong.Message);
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

    private static async Task<Result<Done>> MisfitAsync(SampleMisfit m, string analyst, SampleLedger ledger, CancellationToken cancellationToken)
    {
        if (!Enum.TryParse<MisfitType>(Plain(m.Type), ignoreCase: true, out var type)) return new Problem("sample/type", $"'{m.Type}' is no type of misfit.");
        if (!Enum.TryParse<MisfitStatus>(m.Status, ignoreCase: true, out var status)) return new Problem("sample/status", $"'{m.Status}' is neither confirmed nor dismissed.");
        if (!Enum.TryParse<Disposition>(Plain(m.Disposition), ignoreCase: true, out var disposition)) return new Problem("sample/disposition", $"'{m.Disposition}' is no disposition.");
        await using var db = ledger.NewDb();
        var affected = m.Affected is { } a ? new AffectedPersons(a.Low, a.Mid, a.High) : null;
        var fields = new MisfitFields(
            m.Statement, status, type, m.Required, m.Observed, m.Causes, m.Segment, affected, disposition, m.Severity, m.Effort, m.Owner, m.Due);
        var made = await RecordMisfit.HandleAsync(new(m.Key, fields), analyst, db, ledger.Clock, cancellationToken);
        return made.Problem is { } problem ? problem : default(Done);
    }

    private static async Task<Result<Done>> RecommendAsync(SampleRecommendation r, string analyst, SampleLedger ledger, CancellationToken cancellationToken)
    {
        if (r.Evidence.FirstOrDefault(k => ledger.Evidence(k) is null) is { } unknown) return new Problem("sample/evidence", $"There is no evidence '{unknown}'.");
        await using var db = ledger.NewDb();
        var made = await Recommend.HandleAsync(
            new(r.Change, r.Misfits, r.Strategy, r.Causes, [.. r.Evidence.Select(k => ledger.Evidence(k)!.Value.ToString())], r.Owner, r.Due), analyst, db, ledger.Clock, cancellationToken);
        return made.Problem is { } problem ? problem : default(Done);
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
