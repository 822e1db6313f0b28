using System.Text.Json;

namespace Jembatan.Simulation.Records;

/// <summary>One object of a data file, which knows the lines that it and its fields stand on.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Line">Line of its opening brace, from 1.</param>
/// <param name="Path">Where it is in the file, such as <c>contributions[2]</c>.</param>
/// <param name="Fields">Its fields with their lines.</param>
internal sealed record JsonRecord(string File, int Line, string Path, IReadOnlyDictionary<string, JsonField> Fields)
{
    /// <summary>The line of a field, or of the record when the field is not there.</summary>
    public int LineOf(string field) => Fields.TryGetValue(field, out var f) ? f.Line : Line;

    /// <summary>The place of a field for a problem: file, line and field.</summary>
    public string At(string field) => FormattableString.Invariant($"{File}, line {LineOf(field)}, field {Path}.{field}");
}

/// <summary>A value and the line that it stands on.</summary>
internal readonly record struct JsonField(JsonElement Value, int Line);
