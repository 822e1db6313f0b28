using Jembatan.App.Lookups;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;
using Jembatan.Storage;

namespace Jembatan.App.Codings;

/// <summary>Checks what a coder says of a coding beyond code and selection.</summary>
internal static class Marks
{
    /// <returns>The marks, or <c>coding/stance</c>, <c>strategy/not-found</c>.</returns>
    public static async Task<Result<CodingMarks>> OfAsync(int stance, Basis? basis, string? strategy, JembatanDb db, CancellationToken cancellationToken)
    {
        if (stance is < -1 or > 1) return new Problem("coding/stance", $"The stance is −1, 0 or 1, not {stance}. Choose 1 when the informant says that the code's statement holds, −1 when it is contradicted.");
        Id<Strategy>? about = null;
        if (!string.IsNullOrWhiteSpace(strategy))
        {
            var found = await db.StrategyAsync(strategy, cancellationToken);
            if (found.Problem is { } problem) return problem;
            about = found.Value.Id;
        }

        return new CodingMarks(stance, basis, about);
    }
}
