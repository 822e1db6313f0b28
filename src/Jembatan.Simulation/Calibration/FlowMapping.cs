using System.Collections.Immutable;
using Jembatan.Core;
using Jembatan.Simulation.Records;
using Jembatan.Simulation.Rules;

namespace Jembatan.Simulation.Calibration;

/// <summary>Which column of an institution's table is what, and which word means which payer.</summary>
/// <param name="Columns">Field → name of the column.</param>
/// <param name="Payers">Word in the table → payer; matched without regard to case.</param>
public sealed record FlowMapping(IReadOnlyDictionary<string, string> Columns, IReadOnlyDictionary<string, Payer> Payers)
{
    /// <summary>The fields that a table of flows may have. Needed are month and at least one of the five flows.</summary>
    public static IReadOnlyList<string> Fields { get; } = ["month", "payer", "province", "segment", "joined", "paid", "missed", "ended", "returned"];

    /// <summary>The mapping of a table whose columns have the names of the fields and whose payers have the ids of <see cref="RuleWords"/>.</summary>
    public static FlowMapping Plain { get; } = new(Fields.ToDictionary(f => f, f => f, StringComparer.Ordinal), RuleWords.Payers);

    /// <summary>Reads a mapping file: lists <c>columns</c> of <c>{"field","column"}</c> and <c>payers</c> of <c>{"word","payer"}</c>.</summary>
    /// <param name="file">Name of the file, for problems.</param>
    /// <param name="utf8">The file.</param>
    /// <returns>The mapping, or a problem that names file, line and field.</returns>
    public static Result<FlowMapping> Read(string file, ReadOnlySpan<byte> utf8)
    {
        var read = JsonRecords.Read(file, utf8);
        if (read.Problem is { } problem) return problem;
        var columns = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var record in read.Value.GetValueOrDefault("columns", []))
        {
            var f = new FieldReader(record);
            var (field, column) = (f.Text("field"), f.Text("column"));
            if (f.Problem is null && !Fields.Contains(field)) f.Refuse("data/bad-field", "field", $"'{file}', line {record.LineOf("field")}: '{field}' is no field of flows. Use one of {string.Join(", ", Fields)}.");
            f.NothingElse();
            if (f.Problem is { } bad) return bad;
            if (!columns.TryAdd(field, column)) return new Problem("data/repeated-field", $"'{file}', line {record.Line}: '{field}' is mapped twice. Keep one.", record.At("field"));
        }

        var payers = new Dictionary<string, Payer>(StringComparer.OrdinalIgnoreCase);
        foreach (var record in read.Value.GetValueOrDefault("payers", []))
        {
            var f = new FieldReader(record);
            var (word, payer) = (f.Text("word"), f.Word("payer", RuleWords.Payers));
            f.NothingElse();
            if (f.Problem is { } bad) return bad;
            if (!payers.TryAdd(word, payer)) return new Problem("data/repeated-field", $"'{file}', line {record.Line}: the word '{word}' is mapped twice. Keep one.", record.At("word"));
        }

        if (!columns.ContainsKey("month")) return new Problem("data/missing-field", $"'{file}' does not say which column is the month. Add {{\"field\":\"month\",\"column\":…}} to 'columns'.", file);
        return new FlowMapping(columns, payers.Count == 0 ? RuleWords.Payers : payers);
    }
}
