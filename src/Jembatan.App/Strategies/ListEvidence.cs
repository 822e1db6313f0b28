using Jembatan.App.Lookups;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Strategies;

/// <summary>Lists the evidence, with how many ratings rest on each item.</summary>
public static class ListEvidence
{
    /// <param name="Strategy">Only what bears on this strategy; null for all.</param>
    public sealed record Request(string? Strategy = null);

    public sealed record Response(IReadOnlyList<Row> Evidence);

    /// <param name="Text">The words of a quote, else the statement.</param>
    /// <param name="Source">Name of the source of a quote; null otherwise.</param>
    public sealed record Row(
        Id<Evidence> Id, EvidenceKind Kind, string? Strategy, int Stance, string Text, string? Informant, InformantGroup? Group, string? Source, int? Start, int? End, Id<Coding>? Coding,
        string? Issuer, string? Citation, string? Date, string? SeriesPoint, double Weight, string Coder, int Ratings);

    /// <returns>The list, or <c>strategy/not-found</c>.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, JembatanDb db, CancellationToken cancellationToken)
    {
        Id<Strategy>? only = null;
        if (request.Strategy is { } asked)
        {
            var strategy = await db.StrategyAsync(asked, cancellationToken);
            if (strategy.Problem is { } missing) return missing;
            only = strategy.Value.Id;
        }

        var read = await Servo.ServoMaterial.ReadAsync(db, cancellationToken);
        if (read.Problem is { } problem) return problem;
        var material = read.Value;
        var ratings = material.Ratings.SelectMany(r => r.Evidence).CountBy(e => e).ToDictionary();
        var labels = material.Strategies.ToDictionary(s => s.Id, s => s.Label);
        return new Response([.. material.Evidence.Values.Where(e => only is null || e.StrategyId == only).OrderBy(e => e.At).ThenBy(e => e.Id).Select(e =>
        {
            var words = material.WordsOf(e);
            return new Row(
                e.Id, e.Kind, e.StrategyId is { } s ? labels[s] : null, e.Stance, words?.Text ?? material.StatementOf(e), words?.Informant, words?.Group, words?.Source, words?.Start, words?.End, e.CodingId,
                e.Issuer, e.Citation, e.Date, e.SeriesPoint, e.Weight, material.CoderName(e.CoderId), ratings.GetValueOrDefault(e.Id));
        })]);
    }
}
