using Jembatan.App.Lookups;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Strategies;

/// <summary>Adds an item of evidence: a quote, a document, a statistic or an observation.</summary>
public static class AddEvidence
{
    /// <param name="Text">What it says; a quote without one takes its own words.</param>
    /// <param name="Coding">The coding of a quote, by identity or the end of one.</param>
    /// <param name="Strategy">The strategy that it bears on; null for any.</param>
    /// <param name="Issuer">Who issued it, for documents, statistics and observations; the group that evidence strength counts.</param>
    /// <param name="Citation">Where it was read.</param>
    /// <param name="SeriesPoint">The point of a macro series, <c>KEY/DATE</c>.</param>
    /// <param name="Stance">1 supports the strategy, −1 contradicts it, 0 neither.</param>
    public sealed record Request(
        EvidenceKind Kind, string? Text = null, string? Coding = null, string? Strategy = null, string? Issuer = null, string? Citation = null, string? Date = null,
        string? SeriesPoint = null, int Stance = 1, double Weight = 1);

    /// <param name="Reused">Whether the same quote, strategy and stance was there already.</param>
    public sealed record Response(Id<Evidence> Id, EvidenceKind Kind, bool Reused);

    /// <returns>The evidence, or <c>evidence/no-coding</c>, <c>evidence/no-text</c>, <c>evidence/no-source</c>, <c>evidence/bad-stance</c>, <c>coding/not-found</c>, <c>strategy/not-found</c>.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, string coder, JembatanDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (Refusal(request) is { } refused) return refused;
        Coding? coding = null;
        Strategy? strategy = null;
        if (request.Coding is { } wanted)
        {
            var found = await db.CodingAsync(wanted, cancellationToken);
            if (found.Problem is { } problem) return problem;
            coding = found.Value;
        }

        if (request.Strategy is { } label)
        {
            var found = await db.StrategyAsync(label, cancellationToken);
            if (found.Problem is { } problem) return problem;
            strategy = found.Value;
        }

        var author = await db.CoderAsync(coder, cancellationToken);
        if (coding is not null && await QuoteAsync(db, coding.Id, strategy?.Id, request.Stance, cancellationToken) is { } known)
            return new Response(known.Id, known.Kind, Reused: true);
        var evidence = Make(request, coding, strategy?.Id, author.Id, clock.GetUtcNow());
        db.Evidence.Add(evidence);
        await db.CommitAsync("Add evidence", author.Id, cancellationToken);
        return new Response(evidence.Id, evidence.Kind, Reused: false);
    }

    /// <summary>The evidence that a coding is already, for that strategy and stance.</summary>
    internal static async Task<Evidence?> QuoteAsync(JembatanDb db, Id<Coding> coding, Id<Strategy>? strategy, int stance, CancellationToken cancellationToken) =>
        db.Evidence.Local.FirstOrDefault(e => e.CodingId == coding && e.StrategyId == strategy && e.Stance == stance)
        ?? await db.Evidence.FirstOrDefaultAsync(e => e.CodingId == coding && e.StrategyId == strategy && e.Stance == stance, cancellationToken);

    internal static Evidence Make(Request request, Coding? coding, Id<Strategy>? strategy, Id<Coder> coder, DateTimeOffset at) => new(
        request.Kind,
        new EvidenceDetails(string.IsNullOrWhiteSpace(request.Text) ? coding?.Quote ?? "" : request.Text.Trim())
        {
            Issuer = Blank(request.Issuer), Citation = Blank(request.Citation), Date = Blank(request.Date), SeriesPoint = Blank(request.SeriesPoint), Stance = request.Stance, Weight = request.Weight,
        },
        coding?.Id, strategy, coder, at);

    internal static Problem? Refusal(Request request) => request switch
    {
        { Stance: < -1 or > 1 } => new Problem("evidence/bad-stance", "The stance of evidence is 1 (supports the strategy), 0 (neither) or -1 (contradicts it)."),
        { Weight: var w } when !(w > 0 && double.IsFinite(w)) => new Problem("evidence/bad-weight", "The weight of evidence is a number above 0. Leave it out for 1."),
        { Kind: EvidenceKind.Quote, Coding: null or "" } => new Problem("evidence/no-coding", "A quote stands on a coding. Name it with --coding, or use document, statistic or observation."),
        { Kind: EvidenceKind.Quote } => null,
        { Coding: { Length: > 0 } } => new Problem("evidence/not-a-quote", "Only a quote stands on a coding. Use --kind quote, or leave the coding out."),
        { Text: null or "" } => new Problem("evidence/no-text", "Say in --text what the evidence shows."),
        { Citation: null or "", Issuer: null or "", SeriesPoint: null or "" } =>
            new Problem("evidence/no-source", "Say where it comes from: --source for a citation, --issuer for the body that issued it, or --point for a macro series."),
        _ => null,
    };

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
