using System.Globalization;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;
using Jembatan.Storage.Model;

namespace Jembatan.Storage.Merge;

/// <summary>Who holds which place: names and slots that only one entity of a kind can have.</summary>
internal sealed class Places(int kinds)
{
    private readonly Dictionary<Key, Node>[] held = [.. Enumerable.Range(0, kinds).Select(_ => new Dictionary<Key, Node>())];

    /// <summary>The place that an entity asks for; null when it asks for none.</summary>
    /// <param name="values">Its watched fields.</param>
    public Key? Of(Node node, string?[] values)
    {
        var shape = node.Shape;
        if (shape.Key.Length == 0) return null;
        string? Value(string field) => values[Array.IndexOf(shape.Watched, field)];
        object? Part(string field) => Array.FindIndex(shape.References, r => r.Field == field) is >= 0 and var i ? node.References[i]?.Self : Value(field);
        if (shape.Name == nameof(Coding))
        {
            var (start, end) = (int.Parse(Value("Start")!, CultureInfo.InvariantCulture), int.Parse(Value("End")!, CultureInfo.InvariantCulture));
            return new Key(Part("SourceId"), Part("CodeId"), Part("CoderId"), node.Revision?.Self ?? (object?)Value("Revision"), ((long)start << 32) | (uint)end);
        }

        var parts = shape.Key.Select(Part).ToArray();
        if (parts.Contains(null) && !shape.NullsAreEqual) return null;
        return new Key(parts[0], parts.ElementAtOrDefault(1), parts.ElementAtOrDefault(2), parts.Length <= 4 ? parts.ElementAtOrDefault(3) : string.Join('|', parts[3..]));
    }

    /// <summary>Another entity that holds the place.</summary>
    public Node? Holder(Node node, Key key) => held[node.Shape.Order].TryGetValue(key, out var holder) && holder.Self != node ? holder.Self : null;

    public void Claim(Node node, Key key)
    {
        held[node.Shape.Order][key] = node;
        node.Key = key;
    }

    /// <summary>Claims the name with the first free number after it.</summary>
    public void ClaimNumbered(Node node, Key key)
    {
        var label = Json.Read<string>((string)key.A!);
        for (var number = 2; ; number++)
        {
            var shown = number.ToString(CultureInfo.InvariantCulture);
            var json = Json.Write(node.Shape.Name is nameof(Code) or nameof(Strategy) or nameof(Criterion) ? $"{label}-{shown}" : $"{label} ({shown})");
            if (Holder(node, key with { A = json }) is not null) continue;
            node.Put(node.Shape.Label!, json);
            Claim(node, key with { A = json });
            return;
        }
    }

    public void Leave(Node node)
    {
        if (node.Key is not { } key) return;
        if (held[node.Shape.Order].TryGetValue(key, out var holder) && holder.Self == node) held[node.Shape.Order].Remove(key);
        node.Key = null;
    }
}
