using Jembatan.App.Lookups;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage;

namespace Jembatan.App.Codebooks;

/// <summary>Takes a code out of use, or brings it back; its codings stay.</summary>
public static class RetireCode
{
    /// <param name="Code">Label or identity of the code.</param>
    /// <param name="Restore">Whether it is brought back.</param>
    public sealed record Request(string Code, bool Restore = false);

    public sealed record Response(Id<Code> CodeId, string Code, bool Retired);

    /// <returns>The code, or <c>code/not-found</c>, <c>codebook/frozen</c>.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, string coder, JembatanDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var found = await db.CodeAsync(request.Code, cancellationToken);
        if (found.Problem is { } problem) return problem;
        var code = found.Value;
        if (await Frozen.RefusesAsync(db, [code], cancellationToken) is { } frozen) return frozen;
        if (request.Restore) code.Restore();
        else code.Retire();
        await db.CommitAsync(request.Restore ? "Restore code" : "Retire code", (await db.CoderAsync(coder, cancellationToken)).Id, cancellationToken);
        return new Response(code.Id, code.Label, code.Retired);
    }
}
