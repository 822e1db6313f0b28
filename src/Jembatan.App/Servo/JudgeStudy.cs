using Jembatan.App.Causes;
using Jembatan.Core;
using Jembatan.Storage;

namespace Jembatan.App.Servo;

/// <summary>The whole judgement of a study: the fit of its strategies, and the causes of non-coverage judged through it. What both rest on is read once.</summary>
public static class JudgeStudy
{
    /// <param name="Board">The SERVO board, now.</param>
    /// <param name="Causes">The ranking, by any coder, with quotes.</param>
    public sealed record Response(ServoBoard.Response Board, RankCauses.Response Causes);

    /// <returns>Both, or what <see cref="ServoBoard.HandleAsync"/> or <see cref="RankCauses.HandleAsync(RankCauses.Request, JembatanDb, CancellationToken)"/> returns.</returns>
    public static async Task<Result<Response>> HandleAsync(JembatanDb db, CancellationToken cancellationToken)
    {
        var read = await ServoMaterial.ReadAsync(db, cancellationToken);
        return read.Problem is { } problem ? problem : await OfAsync(read.Value, db, cancellationToken);
    }

    internal static async Task<Result<Response>> OfAsync(ServoMaterial material, JembatanDb db, CancellationToken cancellationToken)
    {
        var causes = await RankCauses.OfAsync(new(), material, db, cancellationToken);
        if (causes.Problem is { } noCauses) return noCauses;
        var board = ServoBoard.Of(material, new());
        return board.Problem is { } noBoard ? noBoard : new Response(board.Value, causes.Value);
    }
}
