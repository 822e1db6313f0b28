using Jembatan.App.Lookups;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Codebooks;

/// <summary>Freezes the codebook after the pilot: definitions, names, places and retirement of its codes stay as they are until a new version.</summary>
public static class FreezeCodebook
{
    /// <param name="Note">Why it is frozen now.</param>
    public sealed record Request(string Note = "");

    public sealed record Response(int Version, bool Frozen, int Codes);

    /// <returns>The version, or <c>codebook/already-frozen</c>, <c>codebook/empty</c>.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, string coder, JembatanDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var study = await db.StudyAsync(cancellationToken);
        if (study.Problem is { } problem) return problem;
        if (study.Value.CodebookFrozen)
            return new Problem("codebook/already-frozen", $"Version {study.Value.CodebookVersion} of the codebook is frozen already. Begin a new version with 'jembatan codebook STUDY --new-version' to change it.");
        var codes = await db.Codes.AsNoTracking().ToListAsync(cancellationToken);
        if (codes.Count == 0) return new Problem("codebook/empty", "The codebook has no code to freeze. Add codes first.");
        db.CodebookVersions.Add(new CodebookVersion(study.Value.CodebookVersion, request.Note.Trim(), Frozen.Snapshot(codes), clock.GetUtcNow()));
        study.Value.FreezeCodebook();
        await db.CommitAsync("Freeze codebook", (await db.CoderAsync(coder, cancellationToken)).Id, cancellationToken);
        return new Response(study.Value.CodebookVersion, study.Value.CodebookFrozen, codes.Count);
    }
}
