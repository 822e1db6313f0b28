using System.Collections.Frozen;
using System.Text.Json;
using Jembatan.Core.Qualitative;

namespace Jembatan.Storage.Merge;

/// <summary>Brings the fields of the same thing, made in two copies, together.</summary>
internal static class Joining
{
    private static readonly FrozenSet<string> Aside = FrozenSet.Create("Id", "Order", "CreatedAt", "At", "ImportedAt", "ImportedFrom", "Color", "TextHash", "Number", "Length", "TurnCount", "Turns", "Losses", "SpeechStart");

    /// <summary>The later one's fields are written over the earlier one's, where they say something.</summary>
    /// <param name="idOf">The identity that stands for another.</param>
    /// <returns>Whether a reference or key changed.</returns>
    public static bool Merge(Node holder, Node node, Head head, Func<Guid, Guid?> idOf)
    {
        var moved = false;
        if (node.Shape.Name == nameof(SourceRevision)) return false;
        foreach (var field in node.Names())
        {
            if (Aside.Contains(field) || node.Shape.Key.Contains(field) || (field == "Revision" && node.Shape.Name == nameof(Source))) continue;
            if (node.Shape.Name == nameof(Coding) && Anchors.Fields.Contains(field)) continue;
            var (theirs, ours) = (node.Get(field), holder.Get(field));
            if (IsEmpty(theirs) || theirs == ours || Same(theirs, ours, idOf)) continue;
            var last = holder.Touches?.FindLast(t => t.Field == field);
            var (set, side) = last is null ? holder.Added : (last.Set, last.Side);
            if (last is null && side != Side.Both && !IsEmpty(ours)) (holder.Touches ??= []).Add(new Touch(field, side, set, ours));
            if (head.Side != Side.Both) (holder.Touches ??= []).Add(new Touch(field, head.Side, head.Id, theirs));
            holder.Put(field, theirs);
            moved |= Array.Exists(node.Shape.References, r => r.Field == field) || (node.Shape.HoldsSoft && SoftFields.Names.Contains(field));
        }

        return moved;
    }

    private static bool IsEmpty(string? json) => json is null or "\"\"" or "[]" or "{}" || json.StartsWith("{\"Id\":\"\",\"En\":\"\"", StringComparison.Ordinal);

    private static bool Same(string? a, string? b, Func<Guid, Guid?> idOf) =>
        Guid.TryParse(a?.Trim('"'), out var x) && Guid.TryParse(b?.Trim('"'), out var y) && idOf(x) is { } one && one == idOf(y);
}

/// <summary>Fields that name others without a foreign key.</summary>
internal static class SoftFields
{
    private static readonly FrozenSet<string> Holding = FrozenSet.Create("MergedInto", "AnchorExample", "TargetId", "Mechanism", "Evidence", "Causes", "Misfits", "StrategyId");

    /// <summary>Fields of entities in which such names stand.</summary>
    public static IReadOnlySet<string> Names { get; } = new HashSet<string> { "MergedInto", "AnchorExample", "TargetId", "Mechanism", "Evidence", "Details" };

    /// <summary>What an entity names.</summary>
    public static IEnumerable<Guid> Of(Node node)
    {
        var found = new List<Guid>();
        foreach (var field in Names)
        {
            if (node.Shape.Type.FindProperty(field) is not null && node.Get(field) is { } json) Collect(field, json, found);
        }

        return found;
    }

    private static void Collect(string field, string json, List<Guid> found)
    {
        var reader = new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(json));
        var under = field;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName) under = reader.GetString()!;
            else if (reader.TokenType == JsonTokenType.String && Holding.Contains(under) && reader.TryGetGuid(out var id)) found.Add(id);
        }
    }
}

/// <summary>The study's particulars: each key is a field of its own.</summary>
internal static class Particulars
{
    /// <summary>Brings what one step changed into what stands now.</summary>
    public static string? Merge(string? now, string? before, string? after)
    {
        if (now == before || now is null || after is null) return after;
        var (current, old, fresh) = (Read(now), Read(before ?? "{}"), Read(after));
        foreach (var key in old.Keys.Except(fresh.Keys)) current.Remove(key);
        foreach (var (key, value) in fresh)
        {
            if (!old.TryGetValue(key, out var former) || former != value) current[key] = value;
        }

        return Model.Json.Write<IReadOnlyDictionary<string, string>>(current);
    }

    /// <summary>Whether both copies gave another value to the same key.</summary>
    public static bool Clash(Touch ours, Touch theirs)
    {
        var (a, b) = (Changed(ours), Changed(theirs));
        return a.Any(k => b.TryGetValue(k.Key, out var other) && other != k.Value);
    }

    private static Dictionary<string, string?> Changed(Touch touch)
    {
        var (old, fresh) = (Read(touch.Before ?? "{}"), Read(touch.Value ?? "{}"));
        return old.Keys.Union(fresh.Keys).Where(k => old.GetValueOrDefault(k) != fresh.GetValueOrDefault(k)).ToDictionary(k => k, fresh.GetValueOrDefault);
    }

    private static Dictionary<string, string> Read(string json) => new(Model.Json.Read<IReadOnlyDictionary<string, string>>(json));
}
