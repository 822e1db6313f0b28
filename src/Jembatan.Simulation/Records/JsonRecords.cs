using System.Collections.Immutable;
using System.Text.Json;
using Jembatan.Core;

namespace Jembatan.Simulation.Records;

/// <summary>Reads data files whose top is an object of lists of objects, and keeps the line of every field, so that a problem can name it.</summary>
internal static class JsonRecords
{
    private const int MaxBytes = 16 << 20;

    /// <summary>A data file that travels inside this library.</summary>
    /// <exception cref="InvalidOperationException">It is not there: the build left it out.</exception>
    public static byte[] Shipped(string file)
    {
        using var stream = typeof(JsonRecords).Assembly.GetManifestResourceStream($"Jembatan.Simulation.Data.{file}")
            ?? throw new InvalidOperationException($"The data file {file} is not in the library.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Every list of the file by its name.</summary>
    /// <param name="file">Name of the file, for problems.</param>
    /// <param name="utf8">The file.</param>
    /// <param name="known">Names of the lists that there may be; none to leave the others unread.</param>
    /// <returns>The lists, or <c>data/too-large</c>, <c>data/not-json</c>, <c>data/shape</c>, <c>data/repeated-field</c>, <c>data/unknown-field</c>.</returns>
    public static Result<IReadOnlyDictionary<string, ImmutableArray<JsonRecord>>> Read(string file, ReadOnlySpan<byte> utf8, params string[] known)
    {
        if (utf8.Length > MaxBytes) return new Problem("data/too-large", $"'{file}' is larger than 16 MB. Give a file of rules or figures only.", file);
        if (utf8.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) utf8 = utf8[3..];
        if (Unreadable(file, utf8) is { } unreadable) return unreadable;
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 32 });
        var lines = new LineCount(utf8);
        var lists = new Dictionary<string, ImmutableArray<JsonRecord>>(StringComparer.Ordinal);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return Shape(file, 1, "the file begins with '{'");
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var (name, at) = (reader.GetString()!, lines.At(reader.TokenStartIndex));
                reader.Read();
                if (known.Length > 0 && !known.Contains(name))
                    return new Problem("data/unknown-field", FormattableString.Invariant($"'{file}', line {at}: '{name}' is not known here. Known are: {string.Join(", ", known)}."), FormattableString.Invariant($"{file}, line {at}, field {name}"));
                if (known.Length > 0 && reader.TokenType != JsonTokenType.StartArray) return Shape(file, at, $"'{name}' is a list of objects");
                if (reader.TokenType != JsonTokenType.StartArray)
                {
                    reader.Skip();
                    continue;
                }

                var list = List(file, name, ref reader, ref lines);
                if (list.Problem is { } problem) return problem;
                lists[name] = list.Value;
            }

            while (reader.Read()) { }
        }
        catch (JsonException e)
        {
            var line = (e.LineNumber ?? 0) + 1;
            return new Problem("data/not-json", FormattableString.Invariant($"'{file}' is not valid JSON at line {line}. Mend that line; an editor that knows JSON shows the place."), FormattableString.Invariant($"{file}, line {line}"));
        }

        return lists;
    }

    // Texts that are no Unicode (bad UTF-8, half a surrogate pair) are refused at once, so that later none can fail.
    private static Problem? Unreadable(string file, ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 32 });
        var at = 0L;
        try
        {
            while (reader.Read())
            {
                at = reader.TokenStartIndex;
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName) _ = reader.GetString();
            }

            return null;
        }
        catch (InvalidOperationException)
        {
            return Shape(file, new LineCount(utf8).At(at), "texts are UTF-8");
        }
        catch (JsonException)
        {
            return null; // the reading proper tells the line
        }
    }

    private static Result<ImmutableArray<JsonRecord>> List(string file, string name, ref Utf8JsonReader reader, ref LineCount lines)
    {
        var records = ImmutableArray.CreateBuilder<JsonRecord>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var line = lines.At(reader.TokenStartIndex);
            if (reader.TokenType != JsonTokenType.StartObject) return Shape(file, line, $"'{name}' is a list of objects");
            var path = FormattableString.Invariant($"{name}[{records.Count}]");
            var fields = new Dictionary<string, JsonField>(StringComparer.Ordinal);
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var (field, at) = (reader.GetString()!, lines.At(reader.TokenStartIndex));
                reader.Read();
                if (!fields.TryAdd(field, new(JsonElement.ParseValue(ref reader), at)))
                    return new Problem("data/repeated-field", FormattableString.Invariant($"'{file}' gives '{field}' twice in {path}, line {at}. Keep one."), FormattableString.Invariant($"{file}, line {at}, field {path}.{field}"));
            }

            records.Add(new(file, line, path, fields));
        }

        return records.ToImmutable();
    }

    private static Problem Shape(string file, int line, string rule) =>
        new("data/shape", FormattableString.Invariant($"'{file}' has another shape than expected at line {line}: {rule}. Compare it with the file that comes with the program."), FormattableString.Invariant($"{file}, line {line}"));

    // Counts line breaks up to a place; places come in order.
    private ref struct LineCount(ReadOnlySpan<byte> utf8)
    {
        private readonly ReadOnlySpan<byte> utf8 = utf8;
        private int seen;
        private int line = 1;

        public int At(long index)
        {
            for (; seen < index; seen++) if (utf8[seen] == (byte)'\n') line++;
            return line;
        }
    }
}
