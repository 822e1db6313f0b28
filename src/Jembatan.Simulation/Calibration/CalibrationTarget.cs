using System.Collections.Immutable;
using Jembatan.Core;
using Jembatan.Simulation.Records;

namespace Jembatan.Simulation.Calibration;

/// <summary>A published figure that a model should reproduce, with how closely.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Name">For people.</param>
/// <param name="Month">The month that it speaks of.</param>
/// <param name="Value">The figure.</param>
/// <param name="Tolerance">Relative: what may separate figure and truth, one standard deviation.</param>
/// <param name="Measure">What is counted: <c>member-stock</c>.</param>
/// <param name="Use">Whether it is fitted, predicted, or shown only.</param>
/// <param name="Mark">A, B, C as read.</param>
/// <param name="Source">Where it was read.</param>
public sealed record CalibrationTarget(string Id, Bilingual Name, CalendarMonth Month, double Value, double Tolerance, string Measure, TargetUse Use, string Mark, string Source)
{
    /// <summary>Variance of the figure as an observation: (value·tolerance)².</summary>
    public double Variance => Value * Tolerance * Value * Tolerance;
}

/// <summary>What a target is for.</summary>
public enum TargetUse
{
    /// <summary>Parameters are fitted to it.</summary>
    Fit,

    /// <summary>It is held out and predicted.</summary>
    Predict,

    /// <summary>It is shown beside the model, and no more.</summary>
    Show,
}

/// <summary>The published targets that come with the program, and files of the same shape.</summary>
public static class CalibrationTargets
{
    private const string MemberStock = "member-stock";

    /// <summary>The shipped targets, in order of time.</summary>
    public static ImmutableArray<CalibrationTarget> Shipped() => Read("targets.json", JsonRecords.Shipped("targets.json")).Value;

    /// <summary>Reads a file of targets.</summary>
    /// <param name="file">Name of the file, for problems.</param>
    /// <param name="utf8">The file.</param>
    /// <returns>Targets in order of time, or a problem that names file, line and field.</returns>
    public static Result<ImmutableArray<CalibrationTarget>> Read(string file, ReadOnlySpan<byte> utf8)
    {
        var read = JsonRecords.Read(file, utf8);
        if (read.Problem is { } problem) return problem;
        var targets = ImmutableArray.CreateBuilder<CalibrationTarget>();
        foreach (var record in read.Value.GetValueOrDefault("targets", []))
        {
            var f = new FieldReader(record);
            var target = new CalibrationTarget(
                f.Text("id"), f.Both("name"), f.Month("month"), f.Number("value", 0, 1e12), f.Number("tolerance", 1e-6, 10), f.Text("measure"), f.Word("use", Uses), f.Text("mark"), f.Text("source"));
            if (f.Problem is null && target.Measure != MemberStock) f.Refuse("data/bad-field", "measure", $"'{file}', line {record.LineOf("measure")}: '{target.Measure}' is no measure that a model is set beside. Write {MemberStock}.");
            if (target.Mark is "M" or "recall") f.Refuse("rules/unverified", "mark", $"'{file}', line {record.LineOf("mark")}: a target marked {target.Mark} was never read in a source. Find its source, or leave it out.");
            f.NothingElse();
            if (f.Problem is { } bad) return bad;
            if (targets.FirstOrDefault(t => t.Id == target.Id) is not null) return new Problem("data/repeated-field", $"'{file}', line {record.Line}: the target '{target.Id}' stands twice. Keep one.", record.At("id"));
            targets.Add(target);
        }

        return targets.OrderBy(t => t.Month).ToImmutableArray();
    }

    private static IReadOnlyDictionary<string, TargetUse> Uses { get; } = new Dictionary<string, TargetUse>(StringComparer.Ordinal) { ["fit"] = TargetUse.Fit, ["predict"] = TargetUse.Predict, ["show"] = TargetUse.Show };
}
