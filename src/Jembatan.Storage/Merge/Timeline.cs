using System.Text.Json;
using Jembatan.Core.Qualitative;
using Jembatan.Storage.Journal;
using Jembatan.Storage.Model;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Jembatan.Storage.Merge;

/// <summary>Tells a journal from nothing: steps in the order of history, each brought into a study in which references, names and the tree of codes hold.</summary>
/// <remarks>
/// A history of one copy passes through unchanged. A history of several may not fit together; each step is then bent in a way that depends on nothing but the steps before it, so all copies that
/// know the same steps arrive at the same study, in whatever order they were merged:
/// field by field the later write wins; what others still use is not removed, and comes back when used again; the same thing made twice becomes one; a second thing of the same name gets a number;
/// a move that would close a circle of codes is left out; a second revision of the same number gets a number of its own.
/// <para>Cost: the whole history in memory, about 700 bytes a coding.</para>
/// </remarks>
internal sealed class Timeline
{
    private const int DeepestRestoring = 1_000;
    private static readonly string[] Optional = [nameof(Code.AnchorExample), nameof(Code.MergedInto)];     // a code that comes back does not bring these back
    private readonly Dictionary<string, Shape> shapes;
    private readonly Dictionary<Guid, Node> nodes = [];
    private readonly Places places;
    private readonly Revisions revisions = new();
    private Dictionary<Guid, (string? Hash, string? Length)> firstTexts = [];
    private int depth;

    public Timeline(IModel model)
    {
        shapes = Shape.Of(model);
        places = new Places(shapes.Count);
    }

    /// <summary>What one copy wanted and did not get, since the copies last agreed.</summary>
    public List<Bent> Bents { get; } = [];

    /// <summary>Everything that was ever there.</summary>
    public IEnumerable<Node> Nodes => nodes.Values.Where(n => n.Self == n);

    public IReadOnlyDictionary<string, Shape> Shapes => shapes;

    /// <summary>The node that an identity belongs to.</summary>
    public Node? Find(Guid id) => nodes.TryGetValue(id, out var node) ? node.Self : null;

    /// <summary>Brings in the next step.</summary>
    public void Play(Head head, IEnumerable<Change> changes)
    {
        var deeds = changes.SelectMany(c => Deed.Of(c, shapes)).ToList();
        List<(Node Node, Guid Id)> leaving = [];
        List<Node> entering = [];
        foreach (var deed in deeds.Where(d => d.What == ChangeOperation.Remove))
        {
            if (Find(deed.Id) is { } node) Leave(node, deed.Id, head, leaving);
        }

        var adds = deeds.Where(d => d.What == ChangeOperation.Add).ToList();
        if (adds.Count > 1) adds = [.. adds.OrderBy(d => d.Shape.Order)];
        firstTexts = adds.Any(d => d.Shape.Name == nameof(Source)) ? TextsOf(adds) : [];
        foreach (var deed in adds) Arrive(deed, head, entering);

        List<Node> changed = [];
        var sets = deeds.Where(d => d.What == ChangeOperation.Set).ToList();
        foreach (var deed in sets)
        {
            if (Find(deed.Id) is { Present: true } node && !entering.Contains(node) && Moves(deed)) Release(node);
        }

        foreach (var node in entering) Enter(node, head, newcomer: true, null);
        foreach (var source in entering.Where(n => n.Shape.Name == nameof(Source) && n.Self == n)) Point(source, Marked(source.Original(RevisionMarks.Key)), source.Get("Revision"), head);
        foreach (var deed in sets)
        {
            if (Find(deed.Id) is { } node) Set(node, deed, head);
        }

        foreach (var (node, id) in leaving)
        {
            if (!node.Self.Present && node.Self.Users > 0) Restore(node.Self, id, head);
        }
    }

    private void Leave(Node node, Guid id, Head head, List<(Node, Guid)> leaving)
    {
        if (head.Side != Side.Both) (node.Removals ??= []).Add((head.Id, head.Side));
        if (node.Mark(id, there: false) || !node.Present) return;
        node.Present = false;
        Release(node);
        leaving.Add((node, id));
    }

    private void Arrive(Deed deed, Head head, List<Node> entering)
    {
        if (Find(deed.Id) is not { } node)
        {
            nodes[deed.Id] = node = new Node(deed.Shape, deed.Id, deed.Payload, head.Id, head.Side);
            entering.Add(node);
            return;
        }

        if (node.Shape != deed.Shape) throw new InvalidDataException("Two kinds of entity have the same identity.");
        node.Mark(deed.Id, there: true);
        if (node.Present) return;           // such as the study itself, with which a copy in a new database begins
        node.Reset(deed.Payload, head.Id, head.Side);
        node.Present = true;
        entering.Add(node);
    }

    private void Set(Node node, Deed deed, Head head)
    {
        using var payload = JsonDocument.Parse(deed.Payload);
        var parent = node.Shape.Self < 0 ? null : node.Get(node.Shape.References[node.Shape.Self].Field);
        Dictionary<string, (string? Before, string? After)>? anchor = null;
        var (from, to) = payload.RootElement.TryGetProperty(RevisionMarks.Key, out var mark) ? (Marked(Text(mark[0])), Marked(Text(mark[1]))) : default;
        foreach (var field in payload.RootElement.EnumerateObject().Where(f => !RevisionMarks.IsMark(f.Name)))
        {
            var (before, after) = (Text(field.Value[0]), Text(field.Value[1]));
            if (node.Shape.Name == nameof(Coding) && Anchors.Fields.Contains(field.Name))
            {
                (anchor ??= [])[field.Name] = (before, after);
                continue;
            }

            if (node.Shape.Name == nameof(Source) && field.Name == nameof(Source.Revision)) Point(node, to, after, head);
            node.Put(field.Name, field.Name == nameof(Study.Particulars) ? Particulars.Merge(node.Get(field.Name), before, after) : after);
            if (head.Side != Side.Both) (node.Touches ??= []).Add(new Touch(field.Name, head.Side, head.Id, after, before, field.Name == "Revision" ? node.Revision : null));
        }

        if (anchor is not null) revisions.Move(node, node.Get(nameof(Coding.SourceId)) is { } source ? Find(Identity(source)) : null, head.Replica, anchor, (from, to));
        if (!node.Present || !Moves(deed)) return;
        Release(node);
        Enter(node, head, newcomer: false, parent);
    }

    private static bool Moves(Deed deed)
    {
        var reader = new Utf8JsonReader(deed.Payload.Span);
        for (reader.Read(); reader.Read() && reader.TokenType == JsonTokenType.PropertyName;)
        {
            var name = reader.GetString()!;
            if (deed.Shape.Watched.Contains(name) || (deed.Shape.HoldsSoft && SoftFields.Names.Contains(name))) return true;
            reader.Read();
            reader.Skip();
        }

        return false;
    }

    // Wires an entity in: what it refers to is there, and its place is its own.
    private void Enter(Node node, Head head, bool newcomer, string? parentBefore)
    {
        if (node.Self != node) return;
        var shape = node.Shape;
        var values = new string?[shape.Watched.Length];
        node.Get(shape.Watched, values);
        for (var i = 0; i < shape.References.Length; i++)
        {
            var target = values[i] is { } json ? Use(Identity(json), head) : null;
            if (i == shape.Self && target is not null && Above(target, node))
            {
                target.Users--;
                Bents.Add(new Bent(ConflictKind.Circle, node, head, shape.References[i].Field, values[i], target));
                target = parentBefore is { } former && Find(Identity(former)) is { } old && !Above(old, node) ? Use(Identity(former), head) : null;
                node.Put(shape.References[i].Field, target is null ? null : parentBefore);
            }

            node.References[i] = target;
        }

        if (shape.HoldsSoft) node.Soft = [.. SoftFields.Of(node).Select(Find).OfType<Node>().Where(n => n != node).Distinct().Select(n => Use(n.Id, head))];
        if (shape.Name == nameof(Coding))
        {
            if (newcomer && node.Revision is null) node.Revision = Marked(node.Original(RevisionMarks.Key)) ?? revisions.Of(head.Replica, node.References[Array.FindIndex(shape.References, r => r.Field == "SourceId")], values[Array.IndexOf(shape.Watched, "Revision")]);
        }

        if (shape.Name is nameof(Coding) or nameof(Source)) Stand(node, head);
        if (shape.Name == nameof(SourceRevision))
        {
            if (revisions.Enter(node, newcomer ? head.Replica : null) is { } same) Join(same, node, head);
            return;
        }

        if (places.Of(node, values) is not { } key) return;
        if (places.Holder(node, key) is not { } holder) places.Claim(node, key);
        else if (shape.Label is null) Join(holder, node, head);
        else if (newcomer && IsSameThing(holder, node)) Join(holder, node, head);
        else Renumber(node, key, holder, head);
    }

    private void Point(Node source, Node? marked, string? number, Head head)
    {
        source.Revision = marked ?? revisions.Of(head.Replica, source, number);
        if (source.Present) Stand(source, head);
    }

    // The revision on which a coding stands, and the one that a source shows, are in use like anything that a foreign key names.
    private void Stand(Node node, Head head)
    {
        foreach (var former in node.Soft ?? []) former.Self.Users--;
        node.Soft = node.Revision is { } revision ? [Use(revision.Id, head)] : null;
    }

    private Node? Marked(string? json) => json is null ? null : Find(Identity(json));

    private Node Use(Guid id, Head head)
    {
        var target = Find(id) ?? throw new InvalidDataException("A step of the journal refers to something that no step made.");
        if (!target.Present) Restore(target, id, head);
        target = target.Self;
        target.Users++;
        return target;
    }

    private void Restore(Node node, Guid id, Head head)
    {
        if (++depth > DeepestRestoring) throw new InvalidDataException("Steps of the journal refer to one another more deeply than this program writes.");
        node.Mark(id, there: true);
        node.Present = true;
        foreach (var field in Array.FindAll(Optional, f => node.Get(f) is { } json && Find(Identity(json)) is not { Present: true })) node.Put(field, null);
        Bents.Add(new Bent(ConflictKind.RemovedAndUsed, node, head, "", null, null));
        Enter(node, head, newcomer: false, null);
        depth--;
    }

    private void Release(Node node)
    {
        for (var i = 0; i < node.References.Length; i++)
        {
            if (node.References[i] is { } target) target.Self.Users--;
            node.References[i] = null;
        }

        foreach (var target in node.Soft ?? []) target.Self.Users--;
        node.Soft = null;
        places.Leave(node);
        if (node.Shape.Name == nameof(SourceRevision) && !node.Present) revisions.Leave(node);
    }

    private void Join(Node holder, Node node, Head head)
    {
        var moved = Joining.Merge(holder, node, head, id => Find(id)?.Id);
        Release(node);
        holder.TakeIn(node);
        if (!moved) return;
        var parent = holder.Shape.Self < 0 ? null : holder.References[holder.Shape.Self];
        Release(holder);
        Enter(holder, head, newcomer: false, parent is null ? null : Json.Write(parent.Self.Id));
    }

    private bool IsSameThing(Node holder, Node node)
    {
        if (holder.Original(holder.Shape.Label!) != node.Original(node.Shape.Label!)) return false;
        if (node.Shape.Name != nameof(Source)) return true;
        var text = firstTexts.GetValueOrDefault(node.Id);
        return text.Hash is null ? !revisions.Any(holder) : revisions.Has(holder, text.Hash, text.Length);
    }

    private void Renumber(Node node, Key key, Node holder, Head head)
    {
        Bents.Add(new Bent(ConflictKind.SameName, node, head, node.Shape.Label!, node.Get(node.Shape.Label!), holder));
        places.ClaimNumbered(node, key);
    }

    private static bool Above(Node target, Node node)
    {
        for (var above = target.Self; above is not null; above = above.References[above.Shape.Self]?.Self)
        {
            if (above == node) return true;
        }

        return false;
    }

    private static Dictionary<Guid, (string?, string?)> TextsOf(List<Deed> adds)
    {
        var texts = new Dictionary<Guid, (string?, string?)>();
        foreach (var deed in adds.Where(d => d.Shape.Name == nameof(SourceRevision)))
        {
            using var payload = JsonDocument.Parse(deed.Payload);
            texts.TryAdd(payload.RootElement.GetProperty("SourceId").GetGuid(), (Text(payload.RootElement.GetProperty("TextHash")), Text(payload.RootElement.GetProperty("Length"))));
        }

        return texts;
    }

    private static Guid Identity(string json) => Guid.Parse(json.AsSpan().Trim('"'));

    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : value.GetRawText();
}

/// <summary>A step that had to be bent.</summary>
/// <param name="Kind">How.</param>
/// <param name="Node">The entity.</param>
/// <param name="Head">The step.</param>
/// <param name="Field">The field that is concerned.</param>
/// <param name="Wanted">The value that the step wrote.</param>
/// <param name="Other">What stood in the way.</param>
internal sealed record Bent(ConflictKind Kind, Node Node, Head Head, string Field, string? Wanted, Node? Other);
