using System.Collections.Frozen;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Jembatan.Core.Qualitative;
using Jembatan.Storage.Model;

namespace Jembatan.Storage.Merge;

/// <summary>Finds where two copies disagree since they last agreed.</summary>
internal sealed class ConflictFinder(Timeline timeline, DateTimeOffset at)
{
    private static readonly FrozenSet<string> Quiet = FrozenSet.Create("At", "Order", "CodebookVersion", "TextHash", "Turns", "TurnCount", "Losses");
    private static readonly string[] Naming = ["Label", "Name", "Title", "Quote", "Statement", "Section", "Text", "Question", "Because"];

    private readonly Dictionary<Guid, Conflict> found = [];

    /// <summary>All of them, in the order of kinds and identities.</summary>
    public List<Conflict> Find()
    {
        foreach (var node in timeline.Nodes.Where(n => n.Touches is not null))
        {
            if (node.Present) FindFields(node);
            else FindRemoved(node);
        }

        FindUsed();
        FindRetired();
        foreach (var bent in timeline.Bents.Where(b => b.Head.Side != Side.Both && b.Node.Self.Present))
        {
            if (bent.Kind == ConflictKind.Circle) FindCircle(bent);
            else if (bent.Kind == ConflictKind.SameName) FindName(bent);
        }

        return [.. found.Values.OrderBy(c => timeline.Shapes[c.Entity].Order).ThenBy(c => c.EntityId).ThenBy(c => c.Field, StringComparer.Ordinal)];
    }

    private void FindFields(Node node)
    {
        foreach (var field in node.Touches!.GroupBy(t => t.Field).Where(f => !Quiet.Contains(f.Key)))
        {
            if (field.LastOrDefault(t => t.Side == Side.Ours) is not { } ours || field.LastOrDefault(t => t.Side == Side.Theirs) is not { } theirs) continue;
            var (mine, other) = (Shown(ours), Shown(theirs));
            if (mine == other || (field.Key == nameof(Study.Particulars) && !Particulars.Clash(ours, theirs))) continue;
            var now = field.Key == "Revision" && node.Revision is { } revision ? revision.Self.Get("Number") : Plain(node.Get(field.Key));
            Add(ConflictKind.Field, node, field.Key, (mine, ours.Set), (other, theirs.Set), tookOurs: now == mine);
        }
    }

    private void FindRemoved(Node node)
    {
        if (OneSided(node) is not { } removal) return;
        if (node.Touches!.FindLast(t => t.Side != removal.Side && t.Side != Side.Both) is not { } touch) return;
        AddBySide(ConflictKind.RemovedAndChanged, node, "", removal.Side, (null, removal.Set), (Whole(node), touch.Set), tookFirst: true);
    }

    private void FindUsed()
    {
        var kept = timeline.Bents.Where(b => b.Kind == ConflictKind.RemovedAndUsed).Select(b => b.Node.Self).Where(n => n.Present).Distinct()
            .Select(n => (Node: n, Removal: OneSided(n))).Where(k => k.Removal is not null).ToDictionary(k => k.Node, k => k.Removal!.Value);
        if (kept.Count == 0) return;
        var uses = kept.Keys.ToDictionary(n => n, _ => new SortedDictionary<string, int>(StringComparer.Ordinal));
        var users = new Dictionary<Node, Guid>();
        foreach (var user in timeline.Nodes.Where(n => n.Present))
        {
            foreach (var target in user.References.Concat(user.Soft ?? []).OfType<Node>().Select(n => n.Self).Distinct())
            {
                if (!kept.TryGetValue(target, out var removal)) continue;
                var other = removal.Side == Side.Ours ? Side.Theirs : Side.Ours;
                var set = user.Touches?.FindLast(t => t.Side == other)?.Set ?? (user.Added.Side == other ? user.Added.Set : null);
                if (set is null) continue;
                uses[target][user.Shape.Name] = uses[target].GetValueOrDefault(user.Shape.Name) + 1;
                if (!users.TryGetValue(target, out var first) || set.Value.CompareTo(first) < 0) users[target] = set.Value;
            }
        }

        foreach (var (node, removal) in kept.Where(k => users.ContainsKey(k.Key)))
            AddBySide(ConflictKind.RemovedAndUsed, node, "", removal.Side, (null, removal.Set), (Json.Write(uses[node]), users[node]), tookFirst: false);
    }

    // A code out of use keeps the codings that the other copy put on it, but lists and tables pass them over: people have to be told.
    private void FindRetired()
    {
        var retired = timeline.Nodes.Where(n => n.Present && n.Shape.Name == nameof(Code) && n.Get(nameof(Code.Retired)) == "true")
            .Select(n => (Node: n, Steps: n.Touches?.Where(t => t.Field == nameof(Code.Retired) && t.Side != Side.Both).ToList() ?? []))
            .Where(r => r.Steps.Count > 0 && r.Steps.TrueForAll(t => t.Side == r.Steps[0].Side)).ToDictionary(r => r.Node, r => r.Steps[^1]);
        if (retired.Count == 0) return;
        var uses = new Dictionary<Node, (int Count, Guid First)>();
        foreach (var coding in timeline.Nodes.Where(n => n.Present && n.Shape.Name == nameof(Coding)))
        {
            foreach (var code in coding.References.OfType<Node>().Select(n => n.Self))
            {
                if (!retired.TryGetValue(code, out var step) || coding.Added.Side == Side.Both || coding.Added.Side == step.Side) continue;
                var known = uses.GetValueOrDefault(code, (Count: 0, First: coding.Added.Set));
                uses[code] = (known.Count + 1, coding.Added.Set.CompareTo(known.First) < 0 ? coding.Added.Set : known.First);
            }
        }

        foreach (var (code, use) in uses)
            AddBySide(ConflictKind.RetiredAndUsed, code, "", retired[code].Side, (null, retired[code].Set), (Json.Write(new SortedDictionary<string, int> { [nameof(Coding)] = use.Count }), use.First), tookFirst: true);
    }

    private void FindCircle(Bent bent)
    {
        var other = bent.Head.Side == Side.Ours ? Side.Theirs : Side.Ours;
        Touch? Move(Node? node) => node?.Touches?.FindLast(t => t.Field == bent.Field && t.Side == other);
        var (node, against) = (bent.Node.Self, Move(bent.Node.Self));
        for (var above = bent.Other?.Self; against is null && above is not null && above != node; above = above.References[above.Shape.Self]?.Self) against = Move(above);
        if (against is null || node.References[node.Shape.Self]?.Self == bent.Other?.Self) return;
        AddBySide(ConflictKind.Circle, node, bent.Field, bent.Head.Side, (Plain(bent.Wanted), bent.Head.Id), (Plain(node.Get(bent.Field)), against.Set), tookFirst: false);
    }

    private void FindName(Bent bent)
    {
        var last = bent.Other!.Self.Touches?.FindLast(t => t.Field == bent.Field);
        var (set, side) = last is null ? bent.Other.Self.Added : (last.Set, last.Side);
        if (side == Side.Both || side == bent.Head.Side || bent.Node.Self.Get(bent.Field) == bent.Wanted) return;
        AddBySide(ConflictKind.SameName, bent.Node.Self, bent.Field, bent.Head.Side, (bent.Wanted, bent.Head.Id), (bent.Node.Self.Get(bent.Field), set), tookFirst: false);
    }

    private static (Guid Set, Side Side)? OneSided(Node node) =>
        node.Removals is { Count: > 0 } removals && removals.TrueForAll(r => r.Side == removals[0].Side) ? removals[^1] : null;

    private void AddBySide(ConflictKind kind, Node node, string field, Side firstSide, (string?, Guid) first, (string?, Guid) second, bool tookFirst)
    {
        if (firstSide == Side.Ours) Add(kind, node, field, first, second, tookFirst);
        else Add(kind, node, field, second, first, !tookFirst);
    }

    private void Add(ConflictKind kind, Node node, string field, (string? Value, Guid Set) ours, (string? Value, Guid Set) theirs, bool tookOurs)
    {
        var (one, two) = ours.Set.CompareTo(theirs.Set) < 0 ? (ours.Set, theirs.Set) : (theirs.Set, ours.Set);
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes($"{kind} {node.Ids.Min()} {field} {one} {two}"));
        var id = new Guid(digest.AsSpan(0, 16), bigEndian: true);
        found[id] = new Conflict
        {
            Id = id, Kind = kind, Entity = node.Shape.Name, EntityId = node.Id, Name = NameOf(node), Field = field,
            Ours = ours.Value, Theirs = theirs.Value, OurSet = ours.Set, TheirSet = theirs.Set, TookOurs = tookOurs, At = at,
        };
    }

    private string? Shown(Touch touch) => touch.Revision is { } revision ? revision.Self.Get("Number") : Plain(touch.Value);

    // Identities that were folded into others are called by those.
    private string? Plain(string? json) => json is { Length: 38 } && Guid.TryParse(json.AsSpan(1, 36), CultureInfo.InvariantCulture, out var id) && timeline.Find(id) is { } node ? Json.Write(node.Id) : json;

    private static string Whole(Node node)
    {
        var fields = node.Shape.Type.GetProperties().Select(p => (p.Name, Value: node.Get(p.Name))).Where(f => f.Value is not null);
        return $"{{{string.Join(',', fields.Select(f => $"\"{f.Name}\":{f.Value}"))}}}";
    }

    private static string NameOf(Node node)
    {
        foreach (var field in Naming)
        {
            if (node.Shape.Type.FindProperty(field) is null || node.Get(field) is not { } json || json.StartsWith("{\"$blob\"", StringComparison.Ordinal)) continue;
            var name = json[0] == '"' ? Json.Read<string>(json) : json[0] == '{' && Json.Read<Core.Bilingual>(json) is { } both ? both.In(Core.Language.Indonesian) : "";
            if (name.Length > 0) return name.Length > 120 ? name[..120] + "…" : name;
        }

        return "";
    }
}
