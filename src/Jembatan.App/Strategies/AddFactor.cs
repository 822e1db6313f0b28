using Jembatan.App.Lookups;
using Jembatan.App.Servo;
using Jembatan.Core;
using Jembatan.Core.Strategies;
using Jembatan.Storage;

namespace Jembatan.App.Strategies;

/// <summary>Adds a factor: a statement about an element that is observed or anticipated, with its evidence.</summary>
public static class AddFactor
{
    /// <param name="Sub">Part of the element, such as <c>economic</c> or <c>skills</c>.</param>
    /// <param name="Anticipated">Whether it is expected rather than seen.</param>
    /// <param name="Horizon">By when it is expected; null for now.</param>
    /// <param name="Evidence">Identities of codings and evidence, or ends of them.</param>
    public sealed record Request(Element Element, Bilingual Statement, string Sub = "", bool Anticipated = false, string? Horizon = null, IReadOnlyList<string>? Evidence = null);

    public sealed record Response(Id<Factor> Id);

    /// <returns>The factor, or <c>factor/no-statement</c>, <c>factor/is-strategy</c>, <c>evidence/not-found</c>, <c>evidence/ambiguous</c>.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, string coder, JembatanDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (request.Element == Element.Strategy)
            return new Problem("factor/is-strategy", "A factor belongs to E, R, V or O. What belongs to S is a strategy or one of its assumptions.");
        if (request.Statement.IsEmpty) return new Problem("factor/no-statement", "Say in --statement what is so or is expected.");
        var author = await db.CoderAsync(coder, cancellationToken);
        var evidence = await RatingEvidence.ResolveAsync(request.Evidence ?? [], null, 0, author.Id, db, clock.GetUtcNow(), cancellationToken);
        if (evidence.Problem is { } problem) return problem;
        var factor = new Factor(request.Element, request.Sub.Trim(), request.Statement, request.Anticipated, request.Horizon, evidence.Value);
        db.Factors.Add(factor);
        await db.CommitAsync("Add factor", author.Id, cancellationToken);
        return new Response(factor.Id);
    }
}
