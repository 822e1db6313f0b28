using Jembatan.App.Lookups;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage;

namespace Jembatan.App.Codings;

/// <summary>Takes a coding back, with the evidence that rests on it; ratings that used that evidence are opened again.</summary>
public static class RemoveCoding
{
    /// <param name="Coding">Identity of the coding, or its end.</param>
    public sealed record Request(string Coding);

    /// <param name="EvidenceRemoved">Items of evidence that rested on it.</param>
    /// <param name="RatingsReopened">Ratings that must be made again.</param>
    /// <param name="MentionedIn">Sections of the analyst's text that still name it.</param>
    public sealed record Response(Id<Coding> CodingId, int EvidenceRemoved, int RatingsReopened, IReadOnlyList<string> MentionedIn);

    /// <returns>What went with it, or <c>coding/not-found</c>, <c>coding/ambiguous</c>.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, string coder, JembatanDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var coding = await db.CodingAsync(request.Coding, cancellationToken);
        if (coding.Problem is { } problem) return problem;
        var acting = await db.CoderAsync(coder, cancellationToken);
        var removal = await CodingRemoval.RemoveAsync(db, [coding.Value], $"A quote under it was taken back by {acting.Name}.", cancellationToken);
        await db.CommitAsync("Remove coding", acting.Id, cancellationToken);
        return new Response(coding.Value.Id, removal.Evidence, removal.Ratings, removal.MentionedIn);
    }
}
