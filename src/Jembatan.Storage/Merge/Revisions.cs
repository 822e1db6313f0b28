using System.Globalization;
using System.Security.Cryptography;

namespace Jembatan.Storage.Merge;

/// <summary>Which revision a copy meant by a number: two copies may each have made a second revision of the same source.</summary>
internal sealed class Revisions
{
    private readonly Dictionary<(Guid Replica, Node Source, string Number), Node> byMaker = [];
    private readonly Dictionary<(Node Source, string Number), Node> lastWritten = [], numbered = [];
    private readonly Dictionary<Node, List<Node>> ofSource = [];

    /// <summary>Gives a revision its number, or finds the one that is the same. A second one of the same number gets a number of 1,000 or more that its identity tells.</summary>
    /// <param name="maker">The copy that made it; null for one that comes back because it is used.</param>
    public Node? Enter(Node node, Guid? maker)
    {
        var source = node.References[0]!.Self;
        var (written, hash, length) = (node.Original("Number")!, node.Get("TextHash"), node.Get("Length"));
        var all = ofSource.TryGetValue(source, out var list) ? list : ofSource[source] = [];
        var same = maker is null ? null : all.Find(r => r.Present && r != node && r.Original("Number") == written && r.Get("TextHash") == hash && r.Get("Length") == length);
        if (maker is { } replica) byMaker[(replica, source, written)] = lastWritten[(source, written)] = same ?? node;
        if (same is not null) return same;
        var number = written;
        for (var place = Place(node.Id); numbered.TryGetValue((source, number), out var holder) && holder != node; place++) number = place.ToString(CultureInfo.InvariantCulture);
        node.Put("Number", number);
        numbered[(source, number)] = node;
        if (!all.Contains(node)) all.Add(node);
        return null;
    }

    public void Leave(Node node)
    {
        foreach (var mine in numbered.Where(n => n.Value == node).Select(n => n.Key).ToList()) numbered.Remove(mine);
    }

    public bool Any(Node source) => ofSource.TryGetValue(source, out var all) && all.Exists(r => r.Present);

    public bool Has(Node source, string hash, string? length) =>
        ofSource.TryGetValue(source, out var all) && all.Exists(r => r.Present && r.Get("TextHash") == hash && r.Get("Length") == length);

    /// <summary>The revision that a copy meant by a number.</summary>
    public Node? Of(Guid replica, Node? source, string? number)
    {
        if (source is null || number is null) return null;
        source = source.Self;
        if (number.Length >= 4 && numbered.TryGetValue((source, number), out var own)) return own.Self;
        return (byMaker.GetValueOrDefault((replica, source, number)) ?? lastWritten.GetValueOrDefault((source, number)) ?? numbered.GetValueOrDefault((source, number)))?.Self;
    }

    /// <summary>Puts a coding on other words: the fields of one copy, whole.</summary>
    /// <param name="marked">The revisions before and after, where the step names them.</param>
    public void Move(Node coding, Node? source, Guid replica, Dictionary<string, (string? Before, string? After)> changes, (Node? From, Node? To) marked)
    {
        var anchors = coding.Anchors;
        var elsewhere = marked.To is not null && marked.To.Self != coding.Revision?.Self && changes.ContainsKey("Quote");       // words chosen on a revision that the coding has left since
        if ((changes.TryGetValue("Revision", out var revision) || elsewhere) && source is not null)
        {
            var (from, to) = (marked.From ?? Of(replica, source, revision.Before), marked.To ?? Of(replica, source, revision.After));
            if (anchors is null) (coding.Anchors = anchors = new Anchors()).Add(coding.Revision, Now(coding));
            var values = new Dictionary<string, string?>(anchors.On(from) ?? Now(coding)) { ["Orphaned"] = "false" };
            foreach (var (field, change) in changes) values[field] = change.After;
            anchors.Add(to, values);
            coding.Revision = to;
            foreach (var (field, value) in values) coding.Put(field, value);
            return;
        }

        foreach (var (field, change) in changes)
        {
            coding.Put(field, change.After);
            if (anchors?.On(coding.Revision) is { } here) here[field] = change.After;
        }
    }

    // A number that no copy counts to: it means the same revision in every copy, whatever else each of them knows.
    private static int Place(Guid id) => 1_000 + (int)(BitConverter.ToUInt32(SHA256.HashData(id.ToByteArray()), 0) % 9_000);

    private static Dictionary<string, string?> Now(Node coding) => Anchors.Fields.ToDictionary(f => f, coding.Get);
}
