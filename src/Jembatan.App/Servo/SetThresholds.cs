using System.Globalization;
using Jembatan.App.Lookups;
using Jembatan.Core;
using Jembatan.Servo;
using Jembatan.Storage;

namespace Jembatan.App.Servo;

/// <summary>Sets where verdicts begin and end in this study: one value for cell, legend, report and export.</summary>
public static class SetThresholds
{
    /// <summary>Null leaves a threshold as it is.</summary>
    public sealed record Request(double? Fit = null, double? FairlyFit = null, double? Misfit = null, double? Coverage = null, double? Strength = null);

    /// <returns>The thresholds as they stand then, or <c>servo/thresholds</c> when they are out of order.</returns>
    public static async Task<Result<BoardThresholds>> HandleAsync(Request request, string coder, JembatanDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var study = await db.StudyAsync(cancellationToken);
        if (study.Problem is { } missing) return missing;
        var former = VerdictThresholds.Read(study.Value.Particulars) is { IsOk: true } read ? read.Value : VerdictThresholds.Default;
        var next = VerdictThresholds.Of(
            request.Fit ?? former.Fit, request.FairlyFit ?? former.FairlyFit, request.Misfit ?? former.Misfit, request.Coverage ?? former.Coverage, request.Strength ?? former.Strength);
        if (next.Problem is { } problem) return problem;

        var t = next.Value;
        foreach (var (name, value) in new[] { ("fit", t.Fit), ("fairly-fit", t.FairlyFit), ("misfit", t.Misfit), ("coverage", t.Coverage), ("strength", t.Strength) })
            study.Value.Set("servo.threshold." + name, value.ToString("R", CultureInfo.InvariantCulture));
        await db.CommitAsync("Set thresholds", (await db.CoderAsync(coder, cancellationToken)).Id, cancellationToken);
        return new BoardThresholds(t.Fit, t.FairlyFit, t.Misfit, t.Coverage, t.Strength);
    }
}
