using Jembatan.App.Lookups;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;
using Jembatan.Storage;

namespace Jembatan.App.Strategies;

/// <summary>What may be said of a strategy; null leaves what is there.</summary>
/// <param name="Claims">Labels of the causes that it claims to remove.</param>
public sealed record StrategyFields(
    Bilingual? Title = null, Bilingual? Summary = null, IReadOnlyList<string>? Claims = null, IReadOnlyList<Approach>? Approaches = null, StrategyGoal? Goal = null,
    StrategyScope? Scope = null, Bilingual? Basis = null, BusinessModel? BusinessModel = null, StrategyStatus? Status = null, string? From = null, string? To = null, string? Owner = null,
    IReadOnlyList<string>? LegalBasis = null, IReadOnlyList<Assumption>? Assumptions = null)
{
    /// <summary>Former details with these fields laid over them.</summary>
    /// <returns>The details, or <c>strategy/no-title</c>, <c>strategy/long-title</c>, <c>code/not-found</c> for a claimed cause that the codebook does not have.</returns>
    internal async Task<Result<StrategyDetails>> OverAsync(StrategyDetails former, JembatanDb db, CancellationToken cancellationToken)
    {
        if (Title is { } title)
        {
            if (TitleLength.IsBlank(title)) return new Problem("strategy/no-title", "A strategy needs a title. Write a few words that say what it is.");
            if (TitleLength.IsOver(title)) return new Problem("strategy/long-title", $"A title has {TitleLength.Most} characters at most. Shorten it, and tell the rest in the summary.");
        }

        var mechanism = former.Mechanism;
        if (Claims is not null)
        {
            var codes = await CodesAsync(Claims, db, cancellationToken);
            if (codes.Problem is { } problem) return problem;
            mechanism = codes.Value;
        }

        return former with
        {
            Title = Title ?? former.Title,
            Summary = Summary ?? former.Summary,
            Mechanism = mechanism,
            Approaches = Approaches ?? former.Approaches,
            Goal = Goal ?? former.Goal,
            Scope = Scope ?? former.Scope,
            Basis = Basis ?? former.Basis,
            BusinessModel = BusinessModel ?? former.BusinessModel,
            Status = Status ?? former.Status,
            From = From ?? former.From,
            To = To ?? former.To,
            Owner = Owner ?? former.Owner,
            LegalBasis = LegalBasis ?? former.LegalBasis,
            Assumptions = Assumptions ?? former.Assumptions,
        };
    }

    /// <summary>Codes by their labels, each once, in the order given.</summary>
    internal static async Task<Result<IReadOnlyList<Id<Code>>>> CodesAsync(IReadOnlyList<string> labels, JembatanDb db, CancellationToken cancellationToken)
    {
        var ids = new List<Id<Code>>();
        foreach (var label in labels.Select(l => l.Trim()).Where(l => l.Length > 0))
        {
            var code = await db.CodeAsync(label, cancellationToken);
            if (code.Problem is { } problem) return problem;
            if (!ids.Contains(code.Value.Id)) ids.Add(code.Value.Id);
        }

        return ids;
    }

    /// <summary>A label that can stand in a trace id and on a command line.</summary>
    internal static Result<string> Label(string what, string text)
    {
        var label = text.Trim();
        return label.Length is > 0 and <= 60 && label.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.')
            ? label
            : new Problem($"{what}/bad-label", $"'{label}' cannot be a short key (label). Use letters, digits, hyphens, points or underscores, 60 at most, such as 'ekosistem-desa'.", label);
    }
}
