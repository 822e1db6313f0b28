using Jembatan.App.Lookups;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Codebooks;

/// <summary>Adds a code to the codebook.</summary>
public static class AddCode
{
    /// <param name="Label">Its key, unique in the study whatever the case.</param>
    /// <param name="Rules">What the codebook says of it; a colour left at the default is chosen from the palette.</param>
    /// <param name="Parent">Label or identity of the code above; null for the root.</param>
    public sealed record Request(string Label, CodeRules Rules, string? Parent = null);

    public sealed record Response(Id<Code> CodeId, string Code);

    /// <returns>The code, or <c>code/bad-label</c>, <c>code/no-name</c>, <c>code/long-name</c>, <c>code/label-taken</c>, <c>code/not-found</c> for the parent, <c>codebook/frozen</c>.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, string coder, JembatanDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var label = request.Label.Trim();
        if ((await CodeLabel.CheckAsync(label, null, db, cancellationToken)).Problem is { } badLabel) return badLabel;
        if (CodeLabel.BadName(label, request.Rules.Name) is { } badName) return badName;
        var study = await db.StudyAsync(cancellationToken);
        if (study.Problem is { } problem) return problem;
        if (study.Value.CodebookFrozen && request.Rules.Origin != CodeOrigin.Data) return Frozen.Problem(study.Value.CodebookVersion);
        Id<Code>? parentId = null;
        if (!string.IsNullOrWhiteSpace(request.Parent))
        {
            var parent = await db.CodeAsync(request.Parent, cancellationToken);
            if (parent.Problem is { } noParent) return noParent;
            parentId = parent.Value.Id;
        }

        var order = (await db.Codes.MaxAsync(c => (int?)c.Order, cancellationToken) ?? -1) + 1;
        var rules = request.Rules.Color == CodePalette.Unset ? request.Rules with { Color = CodePalette.Of(order) } : request.Rules;
        var code = new Code(label, rules, parentId, order);
        db.Codes.Add(code);
        await db.CommitAsync("Add code", (await db.CoderAsync(coder, cancellationToken)).Id, cancellationToken);
        return new Response(code.Id, code.Label);
    }
}
