using Jembatan.Core;
using Jembatan.Core.Strategies;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Strategies;

/// <summary>Adds a question that a pair is rated by.</summary>
public static class AddCriterion
{
    /// <summary>Bounds of a weight: wide enough for any judgement, and no sum of weights leaves the range of numbers.</summary>
    public const double LeastWeight = .001, MostWeight = 1000;

    /// <param name="Label">Its key, unique in the study, such as <c>SE7</c>.</param>
    /// <param name="Required">What would be required of a strategy that fits.</param>
    /// <param name="Weight">.001 to 1000; only the ratio to the others of the pair matters.</param>
    public sealed record Request(string Label, Pair Pair, Bilingual Question, Bilingual? Required = null, double Weight = 1);

    public sealed record Response(Id<Criterion> Id, string Label);

    /// <returns>The criterion, or <c>criterion/bad-label</c>, <c>criterion/exists</c>, <c>criterion/no-question</c>, <c>criterion/long-question</c>, <c>criterion/bad-weight</c>.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, string coder, JembatanDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var label = StrategyFields.Label("criterion", request.Label);
        if (label.Problem is { } bad) return bad;
        var labels = await db.Criteria.Select(c => c.Label).ToListAsync(cancellationToken);
        if (labels.Exists(l => Lookups.Lookup.SameWord(l, label.Value)))
            return new Problem("criterion/exists", $"There is a criterion '{label.Value}' already. Choose another label, or change that one with --revise.", label.Value);
        if ((BadQuestion(request.Question) ?? BadWeight(request.Weight)) is { } problem) return problem;

        var criterion = new Criterion(label.Value, request.Pair, request.Question, request.Required ?? Bilingual.Empty, request.Weight, labels.Count);
        db.Criteria.Add(criterion);
        await db.CommitAsync("Add criterion", (await db.CoderAsync(coder, cancellationToken)).Id, cancellationToken);
        return new Response(criterion.Id, criterion.Label);
    }

    internal static Problem? BadQuestion(Bilingual question) =>
        Lookups.TitleLength.IsBlank(question) ? new Problem("criterion/no-question", "A criterion is a question. Write it.")
        : Lookups.TitleLength.IsOver(question) ? new Problem("criterion/long-question", $"A question has {Lookups.TitleLength.Most} characters at most. Shorten it, and tell the rest in what is required.")
        : null;

    internal static Problem? BadWeight(double weight) => weight is >= LeastWeight and <= MostWeight
        ? null
        : new Problem("criterion/bad-weight", "A weight is a number from 0.001 to 1000. Use 1 for all, or 2 for a criterion that counts double.");
}
