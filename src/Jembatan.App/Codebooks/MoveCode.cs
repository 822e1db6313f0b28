using Jembatan.App.Lookups;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Codebooks;

/// <summary>Puts a code below another one, or at the root.</summary>
public static class MoveCode
{
    /// <param name="Code">Label or identity of the code.</param>
    /// <param name="Parent">Label or identity of the code above it from now on; null for the root.</param>
    public sealed record Request(string Code, string? Parent);

    public sealed record Response(Id<Code> CodeId, string Code, string? Parent);

    /// <returns>The code, or <c>code/not-found</c>, <c>code/cycle</c>, <c>codebook/frozen</c>.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, string coder, JembatanDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var found = await db.CodeAsync(request.Code, cancellationToken);
        if (found.Problem is { } problem) return problem;
        var code = found.Value;
        if (await Frozen.RefusesAsync(db, [code], cancellationToken) is { } frozen) return frozen;
        Code? parent = null;
        if (!string.IsNullOrWhiteSpace(request.Parent))
        {
            var above = await db.CodeAsync(request.Parent, cancellationToken);
            if (above.Problem is { } noParent) return noParent;
            parent = above.Value;
            if (CodeTree.Of(await db.Codes.AsNoTracking().ToListAsync(cancellationToken)).Within(code.Id).Contains(parent.Id))
                return new Problem("code/cycle", $"{code.Label} cannot go below {parent.Label}, which is itself or stands below it. Move {parent.Label} away first.", parent.Label);
        }

        code.Move(parent?.Id);
        await db.CommitAsync("Move code", (await db.CoderAsync(coder, cancellationToken)).Id, cancellationToken);
        return new Response(code.Id, code.Label, parent?.Label);
    }
}
