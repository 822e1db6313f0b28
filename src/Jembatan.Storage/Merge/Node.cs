using System.Text;
using System.Text.Json;

namespace Jembatan.Storage.Merge;

/// <summary>Which copy knows a change set.</summary>
internal enum Side
{
    /// <summary>Both copies.</summary>
    Both,

    /// <summary>This copy alone.</summary>
    Ours,

    /// <summary>The other copy alone.</summary>
    Theirs,
}

/// <summary>A write by one copy since they last agreed.</summary>
internal sealed record Touch(string Field, Side Side, Guid Set, string? Value, string? Before = null, Node? Revision = null);

/// <summary>What the journal tells of one entity; after merging it may stand for several identities that both copies made for the same thing.</summary>
internal sealed class Node(Shape shape, Guid id, ReadOnlyMemory<byte> raw, Guid set, Side side)
{
    private readonly Guid first = id;
    private Dictionary<Guid, bool>? others;     // identities beside the first, with whether each is there
    private bool firstIsThere = true;
    private Dictionary<string, string?>? written;
    private ReadOnlyMemory<byte> raw = raw;
    private Node? forward;

    public Shape Shape { get; } = shape;

    /// <summary>The set that added it, and which copy knows that set.</summary>
    public (Guid Set, Side Side) Added { get; private set; } = (set, side);

    /// <summary>Whether any of its identities is there.</summary>
    public bool Present { get; set; } = true;

    /// <summary>What its foreign keys name.</summary>
    public Node?[] References { get; } = shape.References.Length == 0 ? [] : new Node?[shape.References.Length];

    /// <summary>What its lists name.</summary>
    public List<Node>? Soft { get; set; }

    /// <summary>How many entities that are there name it.</summary>
    public int Users { get; set; }

    /// <summary>The place that it holds among its kind; null while it holds none.</summary>
    public Key? Key { get; set; }

    /// <summary>The revision that a coding stands on, or that is a source's current one.</summary>
    public Node? Revision { get; set; }

    /// <summary>Where a coding stood on each revision.</summary>
    public Anchors? Anchors { get; set; }

    /// <summary>Writes by one copy alone.</summary>
    public List<Touch>? Touches { get; set; }

    /// <summary>Which copies removed it.</summary>
    public List<(Guid Set, Side Side)>? Removals { get; set; }

    /// <summary>The node that took this one in, or itself.</summary>
    public Node Self
    {
        get
        {
            var node = this;
            while (node.forward is { } next) node = next;
            return node;
        }
    }

    /// <summary>All its identities.</summary>
    public IEnumerable<Guid> Ids => others is null ? [first] : others.Keys.Prepend(first);

    /// <summary>Whether it stands for more than one identity.</summary>
    public bool IsShared => others is not null;

    /// <summary>The smallest identity that is there; of one that is gone, the smallest.</summary>
    public Guid Id
    {
        get
        {
            if (others is null) return first;
            var there = others.Where(o => o.Value).Select(o => o.Key).Concat(firstIsThere ? [first] : []).ToList();
            return there.Count > 0 ? there.Min() : Ids.Min();
        }
    }

    /// <summary>Marks one identity as there or gone; tells whether any is there.</summary>
    public bool Mark(Guid which, bool there)
    {
        if (which == first) firstIsThere = there;
        else if (others is not null) others[which] = there;
        return firstIsThere || (others is not null && others.ContainsValue(true));
    }

    /// <summary>Takes in another node, which answers to this one from now on.</summary>
    public void TakeIn(Node other)
    {
        others ??= [];
        others[other.first] = other.firstIsThere;
        foreach (var more in other.others ?? []) others[more.Key] = more.Value;
        Users += other.Users;
        if (other.Touches is { } touches) (Touches ??= []).AddRange(touches);
        if (other.Removals is { } removals) (Removals ??= []).AddRange(removals);
        other.forward = this;
        other.Present = false;
    }

    /// <summary>Its fields from the beginning, as when it comes back after a removal.</summary>
    public void Reset(ReadOnlyMemory<byte> fields, Guid set, Side side)
    {
        if (fields.Length <= 2) return;             // an identity folded into another comes back without fields of its own
        (raw, written, Anchors, Revision) = (fields, null, null, null);
        if (side != Side.Both) Added = (set, side);
    }

    /// <summary>Writes a field; null takes its value away.</summary>
    public void Put(string field, string? json) => (written ??= [])[field] = json;

    /// <summary>A field's value as JSON; null when it has none.</summary>
    public string? Get(string field) => written is not null && written.TryGetValue(field, out var json) ? json : Original(field);

    /// <summary>A field's value as it was added with.</summary>
    public string? Original(string field)
    {
        var reader = new Utf8JsonReader(raw.Span);
        for (reader.Read(); reader.Read() && reader.TokenType == JsonTokenType.PropertyName;)
        {
            var found = reader.ValueTextEquals(field);
            reader.Read();
            if (found) return Text(ref reader);
            reader.Skip();
        }

        return null;
    }

    /// <summary>Values of several fields in one pass.</summary>
    public void Get(string[] fields, Span<string?> values)
    {
        values.Clear();
        var reader = new Utf8JsonReader(raw.Span);
        var next = 0;
        for (reader.Read(); reader.Read() && reader.TokenType == JsonTokenType.PropertyName;)
        {
            var at = -1;
            for (var k = 0; k < fields.Length && at < 0; k++)
            {
                var candidate = (next + k) % fields.Length;
                if (reader.ValueTextEquals(fields[candidate])) at = candidate;
            }

            reader.Read();
            if (at >= 0)
            {
                values[at] = Text(ref reader);
                next = at + 1;
            }
            else
            {
                reader.Skip();
            }
        }

        if (written is null) return;
        for (var i = 0; i < fields.Length; i++)
        {
            if (written.TryGetValue(fields[i], out var json)) values[i] = json;
        }
    }

    /// <summary>The names of fields that it was added with.</summary>
    public IEnumerable<string> Names()
    {
        var names = new List<string>();
        var reader = new Utf8JsonReader(raw.Span);
        for (reader.Read(); reader.Read() && reader.TokenType == JsonTokenType.PropertyName;)
        {
            var name = reader.GetString()!;
            if (!Journal.RevisionMarks.IsMark(name)) names.Add(name);
            reader.Read();
            reader.Skip();
        }

        return names;
    }

    private string? Text(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null) return null;
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return Encoding.UTF8.GetString(raw.Span[start..(int)reader.BytesConsumed]);
    }
}

/// <summary>A place that only one entity of a kind can hold: nodes, words and numbers.</summary>
internal readonly record struct Key(object? A, object? B = null, object? C = null, object? D = null, long X = 0);

/// <summary>Where a coding stood, revision by revision.</summary>
internal sealed class Anchors
{
    /// <summary>Fields that belong together: they are taken from one copy or the other, never mixed.</summary>
    public static IReadOnlySet<string> Fields => Journal.RevisionMarks.Anchor;

    private readonly List<(Node? Revision, Dictionary<string, string?> Values)> known = [];

    public Dictionary<string, string?>? On(Node? revision) => known.FindLast(k => k.Revision?.Self == revision?.Self).Values;

    public void Add(Node? revision, Dictionary<string, string?> values) => known.Add((revision, values));
}
