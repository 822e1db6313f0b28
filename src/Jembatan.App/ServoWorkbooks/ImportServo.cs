using Jembatan.App.Sources;
using Jembatan.Core;
using Jembatan.Storage;

namespace Jembatan.App.ServoWorkbooks;

/// <summary>Takes strategies, criteria, evidence, ratings, verdicts, misfits and recommendations from a workbook: whole, as one step of undo, or not at all.</summary>
public static class ImportServo
{
    /// <param name="File">The workbook, laid out as <see cref="WriteServoTemplate"/> writes it.</param>
    public sealed record Request(ImportFile File);

    /// <param name="Sheets">What became of each sheet that had rows, in the order of the template.</param>
    /// <param name="Losses">What was left out, in words.</param>
    public sealed record Response(IReadOnlyList<SheetOutcome> Sheets, IReadOnlyList<string> Losses);

    /// <summary>What became of a sheet.</summary>
    public sealed record SheetOutcome(string Sheet, int Added, int Revised);

    /// <returns>What came in, or <c>servo/no-sheet</c>, <c>servo/no-column</c>, <c>servo/bad-row</c>, a problem of the reader, or the problem of a rule with sheet and row; then nothing came in.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, string coder, JembatanDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var read = await ReadServoWorkbook.HandleAsync(request.File, cancellationToken);
        if (read.Problem is { } unread) return unread;
        var (rows, losses) = read.Value;
        var acting = await db.CoderAsync(coder, cancellationToken);
        var ledger = await ServoLedger.OpenAsync(db, acting, clock.GetUtcNow(), cancellationToken);
        var judging = new ServoJudging(ledger);
        var outcomes = new List<SheetOutcome>();
        foreach (var sheet in ServoSheets.All)
        {
            var (added, revised) = (0, 0);
            foreach (var row in rows[sheet.Name])
            {
                var taken = sheet.Name switch
                {
                    "strategies" => await ledger.StrategyAsync(row, cancellationToken),
                    "criteria" => ledger.Criterion(row),
                    "performance" => await ledger.PerformanceAsync(row, cancellationToken),
                    "evidence" => await ledger.EvidenceAsync(row, cancellationToken),
                    "factors" => await judging.FactorAsync(row, cancellationToken),
                    "ratings" => await judging.RatingAsync(row, cancellationToken),
                    "verdicts" => await judging.VerdictAsync(row, cancellationToken),
                    "misfits" => await judging.MisfitAsync(row, cancellationToken),
                    _ => await judging.RecommendationAsync(row, cancellationToken),
                };
                if (taken.Problem is { } refused)
                {
                    db.ChangeTracker.Clear();
                    return refused.Code == "servo/bad-row" ? refused : row.Problem(refused);
                }

                if (taken.Value) revised++;
                else added++;
            }

            if (added + revised > 0) outcomes.Add(new(sheet.Name, added, revised));
        }

        await db.CommitAsync($"Import {request.File.Name}", acting.Id, cancellationToken);
        return new Response(outcomes, losses);
    }
}
