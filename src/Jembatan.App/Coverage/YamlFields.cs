using System.Globalization;
using Jembatan.Core;
using Jembatan.Interchange.Yaml;

namespace Jembatan.App.Coverage;

/// <summary>Reads the fields of a settings file and remembers the first thing that is wrong, with file, line and field; after that it only gives stand-ins.</summary>
internal sealed class YamlFields
{
    private readonly YamlMap map;
    private readonly string path;
    private readonly Complaint complaint;
    private readonly HashSet<string> known = [];

    private YamlFields(YamlMap map, string path, Complaint complaint) => (this.map, this.path, this.complaint) = (map, path, complaint);

    /// <summary>The first problem met in this file.</summary>
    public Problem? Problem => complaint.First;

    public int Line => map.Line;

    public IEnumerable<string> Keys => map.Entries.Select(e => e.Key);

    /// <summary>The fields of a whole file.</summary>
    public static Result<YamlFields> Open(string text, string file)
    {
        var tree = YamlText.Read(text, file);
        if (tree.Problem is { } problem) return problem;
        return tree.Value is YamlMap map
            ? new YamlFields(map, "", new(file, tree.Value))
            : new Problem("model/no-fields", $"{file}, line {tree.Value.Line}: there are no named fields. Begin with 'kind: chain' or 'kind: membership'.", $"{file}:{tree.Value.Line}");
    }

    public bool Has(string key) => map[key] is { } node && node is not YamlScalar { IsNull: true };

    public bool IsMap(string key) => map[key] is YamlMap;

    public bool IsList(string key) => map[key] is YamlList;

    /// <summary>Says that something is wrong with a field of this map (or of the file, for a path such as <c>monthly[1]</c>).</summary>
    public void Wrong(string code, string message, string field) => complaint.Add(code, message, map, path, field);

    /// <summary>A problem of a field that may yet do no harm, with its file and line.</summary>
    public Problem Told(string code, string message, string field) => complaint.Told(code, message, map, path, field);

    public string? Text(string key, bool required = true) => Find(key, required) switch
    {
        null => null,
        YamlScalar s => s.Text,
        _ => Bad<string>(key, "is no single word. Write one value."),
    };

    public string Word(string key, string fallback, params string[] words)
    {
        if (Text(key, required: false) is not { } text) return fallback;
        return words.Contains(text) ? text : Bad<string>(key, $"is '{text}'. Write one of: {string.Join(", ", words)}.") ?? fallback;
    }

    public double? Number(string key, double low, double high, bool required = false) => Find(key, required) is { } node ? NumberOf(node, key, low, high) : null;

    public double Number(string key, double fallback, double low, double high) => Number(key, low, high) ?? fallback;

    public int Whole(string key, int fallback, int low, int high) => (int)Count(key, fallback, low, high);

    public long Count(string key, long fallback, long low, long high, bool required = false)
    {
        if (Number(key, low, high, required) is not { } value) return fallback;
        return value == Math.Floor(value) ? (long)value : (long?)Bad<object>(key, "is no whole number. Write a whole number.") ?? fallback;
    }

    public bool Flag(string key, bool fallback) => Text(key, required: false) switch
    {
        null => fallback,
        "true" or "on" or "yes" => true,
        "false" or "off" or "no" => false,
        _ => Bad<object>(key, "is neither on nor off. Write on or off.") is not null,
    };

    public IReadOnlyList<string> Words(string key, bool required = false) =>
        [.. Items(key, required).Select((node, i) => node is YamlScalar s ? s.Text : Bad<string>($"{key}[{i}]", "is no single word. Write one value.") ?? "")];

    public IReadOnlyList<double> Numbers(string key, double low, double high, bool required = false) => [.. Items(key, required).Select((node, i) => NumberOf(node, $"{key}[{i}]", low, high))];

    public IReadOnlyList<IReadOnlyList<double>> Rows(string key, bool required = false) =>
        [.. Items(key, required).Select((row, i) => row is YamlList list
            ? list.Items.Select((node, j) => NumberOf(node, $"{key}[{i}][{j}]", double.NegativeInfinity, double.PositiveInfinity)).ToList()
            : Bad<List<double>>($"{key}[{i}]", "is no row. Write it as [number, number, …].") ?? [])];

    public IReadOnlyList<YamlFields> Maps(string key) =>
        [.. Items(key, required: false).Select((node, i) => node is YamlMap inner ? Inside(inner, $"{key}[{i}]") : Bad<YamlFields>($"{key}[{i}]", "has no named fields. Write them as 'name: value'.") ?? Empty(key))];

    public YamlFields Map(string key) => Find(key, required: false) switch
    {
        null => Empty(key),
        YamlMap inner => Inside(inner, key),
        _ => Bad<YamlFields>(key, "has no named fields. Write them as 'name: value', indented under it.") ?? Empty(key),
    };

    /// <summary>Complains about a field that is named and left empty.</summary>
    public void NothingEmpty()
    {
        foreach (var entry in map.Entries.Where(e => !Has(e.Key) || e.Value is YamlScalar { Text.Length: 0 }))
            Wrong("model/empty", "is empty. Fill it in, or leave the field out for what it is without.", entry.Key);
    }

    /// <summary>Complains about a field that nobody asked for.</summary>
    public void NothingElse()
    {
        foreach (var entry in map.Entries.Where(e => !known.Contains(e.Key)))
            Wrong("model/unknown-field", $"is not known here. Known are: {string.Join(", ", known.Order(StringComparer.Ordinal))}.", entry.Key);
    }

    private IReadOnlyList<YamlNode> Items(string key, bool required) => Find(key, required) switch
    {
        null => [],
        YamlList list => list.Items,
        _ => Bad<List<YamlNode>>(key, "is no list. Write it as [first, second, …].") ?? [],
    };

    private YamlNode? Find(string key, bool required)
    {
        known.Add(key);
        if (Has(key)) return map[key];
        if (required) Wrong("model/missing", "is missing. Add it.", key);
        return null;
    }

    private double NumberOf(YamlNode node, string field, double low, double high)
    {
        var fallback = double.IsFinite(low) ? low : 0;
        if (node is not YamlScalar { IsQuoted: false } s || !double.TryParse(s.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
        {
            Wrong("model/no-number", "is no number. Write a number with a point, such as 0.05.", field);
            return fallback;
        }

        if (value >= low && value <= high) return value;
        Wrong("model/out-of-range", FormattableString.Invariant($"is {value}, outside {low} to {high}. Correct it."), field);
        return fallback;
    }

    private T? Bad<T>(string field, string what)
        where T : class
    {
        Wrong("model/bad-value", what, field);
        return null;
    }

    private YamlFields Inside(YamlMap inner, string key) => new(inner, path.Length == 0 ? key : $"{path}.{key}", complaint);

    private YamlFields Empty(string key) => Inside(new YamlMap([], map.Line), key);

    private sealed class Complaint(string file, YamlNode root)
    {
        public Problem? First { get; private set; }

        public void Add(string code, string message, YamlMap map, string path, string field) => First ??= Told(code, message, map, path, field);

        public Problem Told(string code, string message, YamlMap map, string path, string field)
        {
            var whole = path.Length == 0 ? field : $"{path}.{field}";
            var line = LineOf(root, whole) ?? map.Line;
            return new(code, $"{file}, line {line}: '{whole}' {message}", $"{file}:{line} {whole}");
        }

        // The line of a path such as monthly[1][0], sponsors[2].places or parameters.frailty.sd, whose last key has a point in it; as deep as it is there.
        private static int? LineOf(YamlNode root, string path)
        {
            var (node, line, rest) = (root, (int?)null, path);
            while (rest.Length > 0)
            {
                if (node is YamlList list && rest[0] == '[' && int.TryParse(rest[1..rest.IndexOf(']', StringComparison.Ordinal)], NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < list.Items.Count)
                    (node, line, rest) = (list.Items[at], list.Items[at].Line, rest[(rest.IndexOf(']', StringComparison.Ordinal) + 1)..].TrimStart('.'));
                else if (node is YamlMap inner && inner.Entries.Where(e => Begins(rest, e.Key)).MaxBy(e => e.Key.Length) is { } entry)
                    (node, line, rest) = (entry.Value, entry.Line, rest[entry.Key.Length..].TrimStart('.'));
                else break;
            }

            return line;
        }

        private static bool Begins(string path, string key) => path.StartsWith(key, StringComparison.Ordinal) && (path.Length == key.Length || path[key.Length] is '.' or '[');
    }
}
