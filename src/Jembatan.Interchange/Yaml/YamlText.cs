using Jembatan.Core;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Jembatan.Interchange.Yaml;

/// <summary>Reads a YAML text into a tree that knows its lines.</summary>
/// <remarks>
/// <para><b>Left out</b>: comments. Anchors, aliases, tags and several documents in one text are refused: settings need none, and aliases can make a small text endless.</para>
/// <para><b>Untrusted input</b>: at most <see cref="MostCharacters"/> characters, <see cref="MostNodes"/> values and <see cref="Deepest"/> levels; names of a map are unique.</para>
/// <para><b>Source</b>: YAML 1.2.2.</para>
/// </remarks>
public static class YamlText
{
    /// <summary>Longest text, UTF-16 units.</summary>
    public const int MostCharacters = 4 << 20;

    /// <summary>Most values.</summary>
    public const int MostNodes = 200_000;

    /// <summary>Deepest nesting.</summary>
    public const int Deepest = 32;

    /// <summary>Reads a text.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="name">What to call it in problems, such as the file's name.</param>
    /// <returns>Its one value, or <c>yaml/too-long</c>, <c>yaml/syntax</c>, <c>yaml/unsupported</c>, <c>yaml/twice</c> or <c>yaml/empty</c> with the line.</returns>
    public static Result<YamlNode> Read(string text, string name)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > MostCharacters) return new Problem("yaml/too-long", $"{name} has {text.Length:N0} characters; at most {MostCharacters:N0} are read. Check that it is the right file.", name);
        var reading = new Reading(new Parser(new Scanner(new StringReader(text), skipComments: true)), name);
        try
        {
            return reading.Document();
        }
        catch (YamlException e)
        {
            return Unreadable(name, text, reading, (int)e.Start.Line, $" ({e.Message.ReplaceLineEndings(" ").TrimEnd('.')})");
        }
        catch (InvalidOperationException)
        {
            return Unreadable(name, text, reading, 0, ""); // the scanner's own slips on texts that are no YAML
        }
        catch (ArgumentException)
        {
            return Unreadable(name, text, reading, 0, "");
        }
    }

    // A bracket that is never closed is told where it opens: the scanner notices it much later, if at all.
    private static Problem Unreadable(string name, string text, Reading reading, int line, string words)
    {
        var lines = text.TrimEnd().AsSpan().Count('\n') + 1;
        if (reading.Bracket is { } open)
            return new("yaml/syntax", $"{name}, line {open}: this is not YAML; the bracket that opens there does not close as it should{words}. Check brackets, commas and colons from there on.", $"{name}:{open}");
        var at = Math.Clamp(line > 0 ? line : reading.At, 1, lines);
        return new("yaml/syntax", $"{name}, line {at}: this is not YAML{words}. Check indentation, colons and brackets there.", $"{name}:{at}");
    }

    private sealed class Reading(Parser parser, string name)
    {
        private readonly Stack<int> brackets = [];
        private int nodes;

        /// <summary>Line of the last event.</summary>
        public int At => parser.Current is { } e ? (int)e.End.Line : 1;

        /// <summary>Line of the innermost bracket that is open; null when none is.</summary>
        public int? Bracket => brackets.TryPeek(out var line) ? line : null;

        public Result<YamlNode> Document()
        {
            parser.MoveNext();
            parser.MoveNext();
            if (parser.Current is not DocumentStart) return new Problem("yaml/empty", $"{name} is empty. Write the settings, or name another file.", name);
            parser.MoveNext();
            var root = Node(0);
            if (root.Problem is not null) return root;
            parser.MoveNext();
            parser.MoveNext();
            return parser.Current is StreamEnd ? root : Unsupported("a second document");
        }

        private Result<YamlNode> Node(int depth)
        {
            if (++nodes > MostNodes) return Unsupported($"more than {MostNodes:N0} values");
            if (depth > Deepest) return Unsupported($"more than {Deepest} levels of nesting");
            if (parser.Current is NodeEvent { Anchor.IsEmpty: false }) return Unsupported("an anchor (&)");
            if (parser.Current is NodeEvent { Tag.IsEmpty: false, Tag.IsNonSpecific: false }) return Unsupported("a tag (!)");
            return parser.Current switch
            {
                Scalar s => new YamlScalar(s.Value, s.Style is not (ScalarStyle.Plain or ScalarStyle.Any), Line(s)),
                SequenceStart s => Within(s.Style == SequenceStyle.Flow, Line(s), () => List(Line(s), depth)),
                MappingStart m => Within(m.Style == MappingStyle.Flow, Line(m), () => Map(Line(m), depth)),
                _ => Unsupported("an alias (*)"),
            };
        }

        private Result<YamlNode> Within(bool bracket, int line, Func<Result<YamlNode>> read)
        {
            if (bracket) brackets.Push(line);
            var node = read();
            if (bracket) brackets.Pop();
            return node;
        }

        private Result<YamlNode> List(int line, int depth)
        {
            var items = new List<YamlNode>();
            while (parser.MoveNext() && parser.Current is not SequenceEnd)
            {
                var item = Node(depth + 1);
                if (item.Problem is not null) return item;
                items.Add(item.Value);
            }

            return new YamlList(items, line);
        }

        private Result<YamlNode> Map(int line, int depth)
        {
            var (entries, seen) = (new List<YamlEntry>(), new HashSet<string>());
            while (parser.MoveNext() && parser.Current is not MappingEnd)
            {
                if (parser.Current is not Scalar { Anchor.IsEmpty: true } key) return Unsupported("a name that is no single word");
                if (!seen.Add(key.Value)) return new Problem("yaml/twice", $"{name}, line {Line(key)}: '{key.Value}' stands there twice. Keep one of them.", $"{name}:{Line(key)}");
                parser.MoveNext();
                var value = Node(depth + 1);
                if (value.Problem is not null) return value;
                entries.Add(new(key.Value, Line(key), value.Value));
            }

            return new YamlMap(entries, line);
        }

        private Problem Unsupported(string what)
        {
            var line = parser.Current is { } at ? Line(at) : 1;
            return new("yaml/unsupported", $"{name}, line {line}: {what} is not read here. Write the values out.", $"{name}:{line}");
        }

        private static int Line(ParsingEvent e) => (int)e.Start.Line;
    }
}
