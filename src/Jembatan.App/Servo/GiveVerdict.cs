using Jembatan.App.Lookups;
using Jembatan.Core;
using Jembatan.Core.Strategies;
using Jembatan.Servo;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Servo;

/// <summary>Gives the analyst's verdict on a strategy: the first-class result, which the computed one only stands beside.</summary>
public static class GiveVerdict
{
    /// <param name="Strategy">Label or identity.</param>
    /// <param name="Is"><c>fit</c>, <c>fairly-fit</c>, <c>unclear</c> or <c>misfit</c>, or the words of either language.</param>
    /// <param name="Because">The rationale.</param>
    public sealed record Request(string Strategy, string Is, string Because);

    /// <param name="Computed">What the ratings come to.</param>
    /// <param name="Disagrees">Whether that is another verdict.</param>
    public sealed record Response(Id<Verdict> Id, string Strategy, VerdictKind Is, VerdictKind Computed, bool Disagrees);

    /// <returns>The verdict, or <c>strategy/not-found</c>, <c>verdict/unknown</c>, <c>verdict/no-rationale</c>.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, string analyst, JembatanDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var strategy = await db.StrategyAsync(request.Strategy, cancellationToken);
        if (strategy.Problem is { } missing) return missing;
        if (Refusal(request) is { } refused) return refused;
        var @is = VerdictWords.Parse(request.Is)!.Value;

        var (coder, at) = (await db.CoderAsync(analyst, cancellationToken), clock.GetUtcNow());
        var verdict = (await db.Verdicts.Where(v => v.StrategyId == strategy.Value.Id).ToListAsync(cancellationToken)).MaxBy(v => (v.At, v.Id.Value));
        if (verdict is null) db.Verdicts.Add(verdict = new Verdict(strategy.Value.Id, coder.Id, @is, request.Because.Trim(), at));
        else verdict.Revise(coder.Id, @is, request.Because.Trim(), at);
        await db.CommitAsync("Give verdict", coder.Id, cancellationToken);

        var material = await ServoMaterial.ReadAsync(db, cancellationToken);
        if (material.Problem is { } unread) return unread;
        var fit = material.Value.Fit(material.Value.Strategies.First(s => s.Id == strategy.Value.Id), null);
        return new Response(verdict.Id, strategy.Value.Label, @is, fit.Computed, fit.Disagrees(@is));
    }

    internal static Problem? Refusal(Request request)
    {
        if (VerdictWords.Parse(request.Is) is not { } @is || @is == VerdictKind.Insufficient)
            return new Problem("verdict/unknown", $"'{request.Is}' is no verdict of an analyst. Choose fit, fairly-fit, unclear or misfit.", request.Is);
        return string.IsNullOrWhiteSpace(request.Because) ? new Problem("verdict/no-rationale", "A verdict needs its reasons. Write them after --because.") : null;
    }
}
