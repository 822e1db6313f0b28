using Jembatan.Core;
using Jembatan.Storage;

namespace Jembatan.App.Servo;

/// <summary>The SERVO board: the fit of every strategy with environment, resources, values and organisation, with all that it rests on.</summary>
public static class ServoBoard
{
    /// <param name="Strategy">Label of one strategy; null for all.</param>
    /// <param name="Horizon">Null for now, else the horizon as it stands in the ratings, such as <c>2030</c>.</param>
    public sealed record Request(string? Strategy = null, string? Horizon = null);

    /// <param name="Horizon">The horizon shown; null for now.</param>
    /// <param name="Horizons">Every horizon that has ratings.</param>
    /// <param name="Misfits">Proposed and confirmed, by priority.</param>
    /// <param name="Dismissed">Dismissed by the analyst.</param>
    /// <param name="Recommendations">Changes proposed, in order.</param>
    public sealed record Response(
        string? Horizon, IReadOnlyList<string> Horizons, BoardThresholds Thresholds, IReadOnlyList<BoardStrategy> Strategies, IReadOnlyList<BoardMisfit> Misfits,
        IReadOnlyList<BoardMisfit> Dismissed, IReadOnlyList<BoardRecommendation> Recommendations);

    /// <returns>The board, or <c>strategy/not-found</c>, or <c>servo/thresholds</c> when the study's thresholds are out of order.</returns>
    public static Task<Result<Response>> HandleAsync(Request request, JembatanDb db, CancellationToken cancellationToken) => throw new NotImplementedException();
}
