using Jembatan.App.Lookups;
using Jembatan.Core;
using Jembatan.Core.Strategies;
using Jembatan.Storage;

namespace Jembatan.App.Strategies;

/// <summary>Changes a criterion, takes it out of use or back into it.</summary>
public static class ReviseCriterion
{
    /// <param name="Criterion">Its label or identity.</param>
    /// <param name="Retired">True takes it out of the fit, false back in; null leaves it.</param>
    public sealed record Request(string Criterion, Bilingual? Question = null, Bilingual? Required = null, double? Weight = null, bool? Retired = null);

    public sealed record Response(Id<Criterion> Id, string Label);

    /// <returns>The criterion, or <c>criterion/not-found</c>, <c>criterion/no-question</c>, <c>criterion/long-question</c>, <c>criterion/bad-weight</c>.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, string coder, JembatanDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var found = await db.CriterionAsync(request.Criterion, cancellationToken);
        if (found.Problem is { } missing) return missing;
        var criterion = found.Value;
        if (((request.Question is { } question ? AddCriterion.BadQuestion(question) : null) ?? AddCriterion.BadWeight(request.Weight ?? criterion.Weight)) is { } problem) return problem;
        criterion.Revise(request.Question ?? criterion.Question, request.Required ?? criterion.Required, request.Weight ?? criterion.Weight);
        if (request.Retired == true) criterion.Retire();
        if (request.Retired == false) criterion.Restore();
        await db.CommitAsync("Revise criterion", (await db.CoderAsync(coder, cancellationToken)).Id, cancellationToken);
        return new Response(criterion.Id, criterion.Label);
    }
}
