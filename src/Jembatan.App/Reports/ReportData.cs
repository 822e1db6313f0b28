using System.Collections.Immutable;
using Jembatan.App.Agreement;
using Jembatan.App.Causes;
using Jembatan.App.Coverage;
using Jembatan.App.Gaps;
using Jembatan.App.Macro;
using Jembatan.App.Narratives;
using Jembatan.App.Saturation;
using Jembatan.App.Servo;
using Jembatan.App.Tables;
using Jembatan.App.Traces;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Reports;

/// <summary>Everything that a report says, loaded once.</summary>
/// <param name="Evidence">Evidence that ratings, recommendations, factors or texts rest on.</param>
/// <param name="Traces">Traces that analysts wrote into their texts, as written, with the id in full.</param>
/// <param name="Codings">At most <see cref="CodingsPerCode"/> a code, and all that evidence, quotes and texts name.</param>
/// <param name="CodingsPerCodeId">How many codings each code has.</param>
internal sealed record ReportData(
    Study Study, ShowGap.Response Gap, ShowMacro.Response Macro, RankCauses.Response Causes, ServoBoard.Response Board, IReadOnlyList<ReportSource> Sources,
    IReadOnlyList<Code> Codes, IReadOnlyDictionary<Id<Code>, int> CodingsPerCodeId, IReadOnlyDictionary<string, Bilingual> Narratives, IReadOnlyDictionary<string, string> Traces,
    IReadOnlyList<BoardEvidence> Evidence, IReadOnlyList<Factor> Factors, IReadOnlyList<ReportCoding> Codings, IReadOnlyList<CodebookVersion> Versions,
    IReadOnlyList<ReportCoder> Coders, IReadOnlyList<ReportVariable> Variables, MeasureStudy.Response? Agreement, ShowCoverage.Response? Coverage,
    MeasureSaturation.Response Saturation, CrosstabCodes.Response Crosstab, CooccurCodes.Response Together)
{
    public const int CodingsPerCode = 40;

    /// <summary>The same shock with a subsidy, priced; null when the study says nothing about the model.</summary>
    public ShowCoverage.Response? Subsidised { get; init; }

    private const long Much = 64L << 20;

    public static async Task<Result<ReportData>> LoadAsync(JembatanDb db, KeptRuns kept, CancellationToken cancellationToken)
    {
        var read = await ServoMaterial.ReadAsync(db, cancellationToken);
        if (read.Problem is { } unread) return unread;
        var material = read.Value;
        var gap = await ShowGap.HandleAsync(db, cancellationToken);
        if (gap.Problem is { } noGap) return noGap;
        var judged = await JudgeStudy.OfAsync(material, db, cancellationToken);
        if (judged.Problem is { } unjudged) return unjudged;
        var (board, causes) = judged.Value;
        var macro = ShowMacro.Of(material, causes);
        LetGo();

        var saturation = await MeasureSaturation.HandleAsync(new(), db, cancellationToken);
        if (saturation.Problem is { } noSaturation) return noSaturation;
        LetGo();
        var crosstab = await CrosstabCodes.HandleAsync(new("group"), db, cancellationToken);
        if (crosstab.Problem is { } noCrosstab) return noCrosstab;
        LetGo();
        var together = await CooccurCodes.HandleAsync(new(Map: false, Most: Sections.TablesSection.MostPairs), db, cancellationToken);
        if (together.Problem is { } noPairs) return noPairs;
        LetGo();

        var narratives = await db.Narratives.AsNoTracking().ToDictionaryAsync(n => n.Section, n => n.Text, StringComparer.Ordinal, cancellationToken);
        var traces = await TracesAsync(narratives.Values, material, db, cancellationToken);
        var factors = await db.Factors.AsNoTracking().ToListAsync(cancellationToken);
        var used = material.Ratings.SelectMany(r => r.Evidence).Concat(material.Recommendations.SelectMany(r => r.Details.Evidence)).Concat(factors.SelectMany(f => f.Evidence))
            .Concat(traces.Values.Where(t => t.StartsWith("evidence:", StringComparison.Ordinal)).Select(t => Id<Evidence>.Parse(t[9..], null))).ToHashSet();
        var evidence = material.Evidence.Values.Where(e => used.Contains(e.Id)).OrderBy(e => e.Id).Select(e => BoardRows.Evidence(material, e)).ToList();
        var wanted = evidence.Select(e => e.CodingId).OfType<Id<Coding>>()
            .Concat(causes.Causes.Concat(causes.Categories).SelectMany(c => c.Quotes.Concat(c.Contradictions)).Select(q => q.CodingId))
            .Concat(traces.Values.Where(t => t.StartsWith("coding:", StringComparison.Ordinal)).Select(t => Id<Coding>.Parse(t[7..], null)));
        var codes = await db.Codes.AsNoTracking().OrderBy(c => c.Order).ThenBy(c => c.Label).ToListAsync(cancellationToken);
        var agreement = await MeasureStudy.HandleAsync(new(new(["krippendorff-alpha"])), db, cancellationToken);
        LetGo();
        var coverage = await CoverageAsync(causes, [], db, kept, cancellationToken);
        var subsidised = coverage is null ? null : await CoverageAsync(causes, [Sections.SubsidyExample.Lever], db, kept, cancellationToken);
        LetGo();
        return new ReportData(
            material.Study, gap.Value, macro, causes, board, await ReportSource.LoadAsync(db, cancellationToken), codes,
            await db.Codings.AsNoTracking().GroupBy(c => c.CodeId).Select(g => new { g.Key, N = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.N, cancellationToken),
            narratives, traces, evidence, factors, await ReportCoding.LoadAsync(db, codes, [.. wanted.Distinct()], cancellationToken),
            await db.CodebookVersions.AsNoTracking().OrderBy(v => v.Number).ToListAsync(cancellationToken),
            await ReportCoder.LoadAsync(db, cancellationToken), await ReportVariable.LoadAsync(db, cancellationToken), agreement.IsOk ? agreement.Value : null,
            coverage, saturation.Value, crosstab.Value, together.Value)
        {
            Subsidised = subsidised,
        };
    }

    // Each reading of a large study leaves its rows behind; they go before the next, so that a report takes the memory of its largest part and not of all.
    internal static void LetGo()
    {
        if (GC.GetTotalMemory(false) > Much) GC.Collect();
    }

    // Without one of the causes that the model's parameters carry, the study says nothing about the model.
    private static async Task<ShowCoverage.Response?> CoverageAsync(RankCauses.Response causes, ImmutableArray<string> levers, JembatanDb db, KeptRuns kept, CancellationToken cancellationToken)
    {
        var names = await CauseNames.ReadAsync(causes, db, cancellationToken);
        var shown = await ShowCoverage.HandleAsync(new(new(Sections.CoverageSection.Shock, levers)), names, kept, cancellationToken);
        return shown.IsOk && shown.Value.Parameters.Any(p => p.Causes.Count > 0) ? shown.Value : null;
    }

    // A trace that opens nothing any more stays as it was written.
    private static async Task<IReadOnlyDictionary<string, string>> TracesAsync(IEnumerable<Bilingual> texts, ServoMaterial material, JembatanDb db, CancellationToken cancellationToken)
    {
        var graph = new TraceGraph(material, db);
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var written in texts.SelectMany(t => EmbeddedTraces.In(t.Id).Concat(EmbeddedTraces.In(t.En))).Distinct())
        {
            var id = await TraceLookup.ResolveAsync(written, graph, cancellationToken);
            if (id.IsOk) found[written] = id.Value;
        }

        return found;
    }
}

/// <summary>A coder with what they did.</summary>
internal sealed record ReportCoder(string Name, int Codings, int Done)
{
    public static async Task<IReadOnlyList<ReportCoder>> LoadAsync(JembatanDb db, CancellationToken cancellationToken)
    {
        var codings = await db.Codings.AsNoTracking().GroupBy(c => c.CoderId).Select(g => new { g.Key, N = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.N, cancellationToken);
        var done = await db.DoneMarks.AsNoTracking().GroupBy(d => d.CoderId).Select(g => new { g.Key, N = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.N, cancellationToken);
        var coders = await db.Coders.AsNoTracking().OrderBy(c => c.Name).ToListAsync(cancellationToken);
        return [.. coders.Where(c => c.Name != CodedSources.Consensus && codings.ContainsKey(c.Id)).Select(c => new ReportCoder(c.Name, codings[c.Id], done.GetValueOrDefault(c.Id)))];
    }
}

/// <summary>How many informants have a value.</summary>
internal sealed record ReportVariable(string Name, string Value, int Informants)
{
    private const int MostValues = 12;

    /// <summary>Variables of words that have few enough values to compare.</summary>
    public static async Task<IReadOnlyList<ReportVariable>> LoadAsync(JembatanDb db, CancellationToken cancellationToken)
    {
        var values = await (from v in db.VariableValues.AsNoTracking()
                            join n in db.Variables.AsNoTracking() on v.VariableId equals n.Id
                            where n.Type == VariableType.Text || n.Type == VariableType.Boolean
                            group v by new { n.Name, v.Value } into g
                            select new { g.Key.Name, g.Key.Value, N = g.Count() }).ToListAsync(cancellationToken);
        return
        [
            .. values.GroupBy(v => v.Name).Where(g => g.Count() <= MostValues).OrderBy(g => g.Key, StringComparer.Ordinal)
                .SelectMany(g => g.OrderByDescending(v => v.N).ThenBy(v => v.Value, StringComparer.Ordinal)).Select(v => new ReportVariable(v.Name, v.Value, v.N)),
        ];
    }
}
