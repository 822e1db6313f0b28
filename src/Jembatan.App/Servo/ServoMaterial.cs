using Jembatan.App.Data;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;
using Jembatan.Servo;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Servo;

/// <summary>The words that a quote of evidence stands on.</summary>
internal sealed record QuoteWords(
    Id<Coding> Id, string Text, string Source, int Revision, int Start, int End, Id<Code> CodeId, Basis? Basis, string? Informant, InformantGroup? Group, Guid Witness);

/// <summary>All that the fit of a study's strategies is worked out from, read once.</summary>
internal sealed class ServoMaterial
{
    private readonly Dictionary<string, Dictionary<Id<Strategy>, StrategyFitResult>> fits = [];

    public required Study Study { get; init; }

    public required FitOptions Options { get; init; }

    public required IReadOnlyList<Strategy> Strategies { get; init; }

    public required IReadOnlyList<Criterion> Criteria { get; init; }

    public required IReadOnlyList<Rating> Ratings { get; init; }

    public required IReadOnlyDictionary<Id<Evidence>, Evidence> Evidence { get; init; }

    public required IReadOnlyDictionary<Id<Coding>, QuoteWords> Quotes { get; init; }

    /// <summary>Quotes whose words the reader may not see yet; they count in every number all the same.</summary>
    public required IReadOnlySet<Id<Coding>> Withheld { get; init; }

    public required IReadOnlyDictionary<Id<Code>, Code> Codes { get; init; }

    public required IReadOnlyDictionary<Id<Coder>, string> Coders { get; init; }

    public required IReadOnlyList<Performance> Performances { get; init; }

    public required IReadOnlyList<Verdict> Verdicts { get; init; }

    public required IReadOnlyList<Misfit> Misfits { get; init; }

    public required IReadOnlyList<Recommendation> Recommendations { get; init; }

    /// <summary>Every horizon that has ratings, in order.</summary>
    public IReadOnlyList<string> Horizons => [.. Ratings.Select(r => r.Horizon).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Reads a study.</summary>
    /// <param name="withPending">Also what the step at hand has added or changed and not yet committed.</param>
    /// <returns>The material, or <c>study/empty</c>, or <c>servo/thresholds</c>.</returns>
    public static async Task<Result<ServoMaterial>> ReadAsync(JembatanDb db, CancellationToken cancellationToken, bool withPending = false)
    {
        if (await db.Studies.AsNoTracking().FirstOrDefaultAsync(cancellationToken) is not { } study)
            return new Problem("study/empty", "The file holds no study yet: its making was interrupted. Delete it and make it again with 'jembatan new'.");
        var thresholds = VerdictThresholds.Read(study.Particulars);
        if (thresholds.Problem is { } problem) return problem;
        var evidence = Over(await db.Evidence.AsNoTracking().ToListAsync(cancellationToken), withPending ? db.Evidence.Local : [], e => e.Id);
        var (quotes, withheld) = await ReadQuotesAsync(db, withPending ? [.. db.Evidence.Local.Select(e => e.CodingId).OfType<Id<Coding>>()] : [], cancellationToken);
        return new ServoMaterial
        {
            Study = study,
            Options = FitOptions.Default with { Thresholds = thresholds.Value },
            Strategies = Over(await db.Strategies.AsNoTracking().OrderBy(s => s.Order).ThenBy(s => s.Label).ToListAsync(cancellationToken), withPending ? db.Strategies.Local : [], s => s.Id),
            Criteria = Over(await db.Criteria.AsNoTracking().OrderBy(c => c.Order).ThenBy(c => c.Label).ToListAsync(cancellationToken), withPending ? db.Criteria.Local : [], c => c.Id),
            Ratings = Over(await db.Ratings.AsNoTracking().ToListAsync(cancellationToken), withPending ? db.Ratings.Local : [], r => r.Id),
            Evidence = evidence.ToDictionary(e => e.Id),
            Quotes = quotes,
            Withheld = withheld,
            Codes = await db.Codes.AsNoTracking().ToDictionaryAsync(c => c.Id, cancellationToken),
            Coders = Over(await db.Coders.AsNoTracking().ToListAsync(cancellationToken), withPending ? db.Coders.Local : [], c => c.Id).ToDictionary(c => c.Id, c => c.Name),
            Performances = await db.Performances.AsNoTracking().OrderBy(p => p.Date).ThenBy(p => p.Id).ToListAsync(cancellationToken),
            Verdicts = await db.Verdicts.AsNoTracking().ToListAsync(cancellationToken),
            Misfits = await db.Misfits.AsNoTracking().OrderBy(m => m.Id).ToListAsync(cancellationToken),
            Recommendations = await db.Recommendations.AsNoTracking().OrderBy(r => r.Order).ThenBy(r => r.Id).ToListAsync(cancellationToken),
        };
    }

    /// <summary>The fit of a strategy now (null) or at a horizon.</summary>
    public StrategyFitResult Fit(Strategy strategy, string? horizon)
    {
        var at = fits.TryGetValue(horizon ?? "", out var known) ? known : fits[horizon ?? ""] = [];
        return at.TryGetValue(strategy.Id, out var fit) ? fit : at[strategy.Id] = Compute(strategy, horizon);
    }

    /// <summary>The analyst's newest verdict on a strategy.</summary>
    public Verdict? VerdictOn(Strategy strategy) => Verdicts.Where(v => v.StrategyId == strategy.Id).MaxBy(v => (v.At, v.Id.Value));

    /// <summary>The words under an item of evidence; null unless it is a quote that the reader may see.</summary>
    public QuoteWords? WordsOf(Evidence evidence) => IsWithheld(evidence) ? null : QuoteOf(evidence);

    /// <summary>What an item of evidence is taken to say, as far as the reader may see it.</summary>
    public string StatementOf(Evidence evidence) => IsWithheld(evidence) ? NotYet.In(Study.Language) : evidence.Statement;

    private static Bilingual NotYet => new("(kutipan dari sumber yang masih dikode tanpa saling melihat)", "(quote from a source that is still coded blind)");

    private bool IsWithheld(Evidence evidence) => evidence.CodingId is { } id && Withheld.Contains(id);

    private QuoteWords? QuoteOf(Evidence evidence) => evidence.CodingId is { } id ? Quotes.GetValueOrDefault(id) : null;

    public string CoderName(Id<Coder> id) => Coders.GetValueOrDefault(id, "?");

    public IReadOnlyList<string> Labels(IEnumerable<Id<Code>> codes) => [.. codes.Select(id => Codes.GetValueOrDefault(id)?.Label).OfType<string>()];

    private StrategyFitResult Compute(Strategy strategy, string? horizon)
    {
        var criteria = Criteria.Where(c => !c.Retired).ToList();
        var labels = criteria.ToDictionary(c => c.Id, c => c.Label);
        // Ratings that wait for new evidence do not count; of several by one rater, left by a merge, the newest does.
        var ratings = Ratings
            .Where(r => r.StrategyId == strategy.Id && r.Horizon == horizon && r.State == RatingState.Final && labels.ContainsKey(r.CriterionId))
            .GroupBy(r => (r.CriterionId, r.RaterId)).Select(g => g.MaxBy(r => (r.At, r.Id.Value))!)
            .Select(r => new ScoredRating(r.Id, labels[r.CriterionId], CoderName(r.RaterId), r.Value, [.. r.Evidence.Where(Evidence.ContainsKey)]));
        return StrategyFit.Compute(
            [.. criteria.Select(c => new ScoredCriterion(c.Label, c.Pair, c.Weight))], [.. ratings], [.. Evidence.Values.Select(Scored)], Options);
    }

    /// <summary>Evidence as the fit sees it: whose witness it is, of which group, and what is left out with it.</summary>
    private ScoredEvidence Scored(Evidence e)
    {
        if (QuoteOf(e) is { } quote)
            return new(e.Id, e.Kind, quote.Witness.ToString("N"), quote.Group?.ToString(), e.Stance, quote.Source);
        var citation = string.IsNullOrWhiteSpace(e.Citation) ? null : e.Citation.Trim();
        var origin = e.Kind switch
        {
            EvidenceKind.Document => citation ?? e.Id.ToString(),
            EvidenceKind.Statistic => e.SeriesPoint ?? $"{citation}\n{e.Statement}",
            _ => e.Id.ToString(),
        };
        var source = e.SeriesPoint?.Split('/')[0] ?? citation ?? e.Id.ToString();
        var issuer = e.SeriesPoint is null ? e.Issuer : SeriesIssuers.Of(e.SeriesPoint.Split('/')[0], e.Issuer);
        return new(e.Id, e.Kind, origin, string.IsNullOrWhiteSpace(issuer) ? citation : issuer, e.Stance, source);
    }

    // What is held in memory stands for what is stored of it.
    private static List<T> Over<T>(List<T> stored, IEnumerable<T> pending, Func<T, Id<T>> id) where T : class
    {
        var held = pending.ToDictionary(id);
        return [.. stored.Select(s => held.Remove(id(s), out var changed) ? changed : s), .. held.Values];
    }

    private static async Task<(Dictionary<Id<Coding>, QuoteWords> Quotes, HashSet<Id<Coding>> Withheld)> ReadQuotesAsync(JembatanDb db, IReadOnlyList<Id<Coding>> pending, CancellationToken cancellationToken)
    {
        // Asked from the evidence: asked from the codings, every one of them is looked at.
        var quoted = db.Evidence.Where(e => e.CodingId != null).Select(e => e.CodingId!.Value);
        var found = await db.Codings.AsNoTracking().Where(c => quoted.Contains(c.Id)).ToListAsync(cancellationToken);
        if (pending.Count > 0) found = [.. found.UnionBy(await db.Codings.AsNoTracking().Where(c => pending.Contains(c.Id)).ToListAsync(cancellationToken), c => c.Id)];
        var sources = await db.Sources.AsNoTracking().ToDictionaryAsync(s => s.Id, cancellationToken);
        var informants = await db.Informants.AsNoTracking().ToDictionaryAsync(i => i.Id, cancellationToken);
        var quotes = found.ToDictionary(c => c.Id, c =>
        {
            var source = sources[c.SourceId];
            var informant = source.InformantId is { } id ? informants.GetValueOrDefault(id) : null;
            return new QuoteWords(
                c.Id, c.Quote, source.Name, c.Revision, c.Start, c.End, c.CodeId, c.Basis, informant?.Name, informant?.Group, source.InformantId?.Value ?? source.Id.Value);
        });
        return (quotes, [.. found.Where(c => db.Blindfold?.Hides(c) == true).Select(c => c.Id)]);
    }
}
