using Jembatan.App.Lookups;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage;

namespace Jembatan.App.Codebooks;

/// <summary>Gives a code another label, another name, or both.</summary>
public static class RenameCode
{
    /// <param name="Code">Label or identity of the code.</param>
    /// <param name="Label">New label; null leaves it.</param>
    /// <param name="Name">New name; null leaves it.</param>
    public sealed record Request(string Code, string? Label = null, Bilingual? Name = null);

    public sealed record Response(Id<Code> CodeId, string Code, Bilingual Name);

    /// <returns>The code, or <c>code/not-found</c>, <c>code/bad-label</c>, <c>code/label-taken</c>, <c>code/no-name</c>, <c>code/long-name</c>, <c>codebook/frozen</c>.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, string coder, JembatanDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var found = await db.CodeAsync(request.Code, cancellationToken);
        if (found.Problem is { } problem) return problem;
        var code = found.Value;
        if (await Frozen.RefusesAsync(db, [code], cancellationToken) is { } frozen) return frozen;
        if (request.Label?.Trim() is { } label)
        {
            if ((await CodeLabel.CheckAsync(label, code.Id, db, cancellationToken)).Problem is { } badLabel) return badLabel;
            code.Relabel(label);
        }

        if (request.Name is { } name)
        {
            if (CodeLabel.BadName(code.Label, name) is { } badName) return badName;
            code.Revise(code.Rules with { Name = name });
        }

        await db.CommitAsync("Rename code", (await db.CoderAsync(coder, cancellationToken)).Id, cancellationToken);
        return new Response(code.Id, code.Label, code.Name);
    }
}
