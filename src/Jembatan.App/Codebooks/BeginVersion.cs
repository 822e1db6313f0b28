using Jembatan.App.Lookups;
using Jembatan.Core;
using Jembatan.Storage;

namespace Jembatan.App.Codebooks;

/// <summary>Begins the next version of the codebook, open to changes.</summary>
public static class BeginVersion
{
    public sealed record Request;

    public sealed record Response(int Version, bool Frozen);

    /// <returns>The version, or <c>codebook/not-frozen</c>.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, string coder, JembatanDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var study = await db.StudyAsync(cancellationToken);
        if (study.Problem is { } problem) return problem;
        if (!study.Value.CodebookFrozen)
            return new Problem("codebook/not-frozen", $"Version {study.Value.CodebookVersion} of the codebook is still open. Change it as it is, or freeze it first with 'jembatan codebook STUDY --freeze'.");
        study.Value.BeginCodebookVersion();
        await db.CommitAsync("Begin codebook version", (await db.CoderAsync(coder, cancellationToken)).Id, cancellationToken);
        return new Response(study.Value.CodebookVersion, study.Value.CodebookFrozen);
    }
}
