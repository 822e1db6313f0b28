using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage.Journal;
using Jembatan.Storage.Model;

namespace Jembatan.Storage.Merge;

/// <summary>Words overwritten on withdrawn consent in one copy are overwritten in all that the other copy knew of them; nothing of them comes back.</summary>
internal sealed class Withdrawals
{
    private readonly PurgeTargets targets = new();
    private JournalScrubber? scrubber;

    private const string MarkerStart = "[purged sha256:";

    /// <summary>Rewrites the journal, both copies' steps in it.</summary>
    /// <returns>Whether anything was rewritten.</returns>
    public async Task<bool> ScrubAsync(JembatanDb db, Timeline timeline, CancellationToken cancellationToken)
    {
        var withdrawn = timeline.Nodes.Where(n => n.Shape.Name == nameof(Informant) && n.Get(nameof(Informant.ConsentWithdrawn)) == "true").ToList();
        foreach (var person in withdrawn)
        {
            foreach (var id in person.Ids) targets.AddInformant(id, Marked(person, nameof(Informant.Name)) ?? Purge.Marker(CanonicalText.HashOf(person.Id.ToString())));
        }

        var revisions = timeline.Nodes.Where(n => n.Shape.Name == nameof(SourceRevision)).ToLookup(n => n.References[0]?.Self);
        var codings = timeline.Nodes.Where(n => n.Shape.Name == nameof(Coding)).ToLookup(Owner);
        foreach (var source in timeline.Nodes.Where(n => n.Shape.Name == nameof(Source) && n.Get(nameof(Source.Purged)) == "true"))
        {
            var hashes = revisions[source].Select(r => Json.Read<string>(r.Get(nameof(SourceRevision.TextHash))!)).ToList();
            var marker = await MarkerAsync(db, source, hashes, cancellationToken);
            var ofWithdrawn = Array.Exists(source.References, r => r is not null && withdrawn.Contains(r.Self));
            foreach (var id in source.Ids)
            {
                targets.AddSource(id, marker, hashes);
                if (ofWithdrawn) targets.Rename(id, Marked(source, nameof(Source.Name)) ?? Purge.Marker(CanonicalText.HashOf(source.Id.ToString())));
                foreach (var coding in codings[id].SelectMany(c => c.Ids)) targets.AddCoding(coding, marker, "");
            }
        }

        scrubber = new JournalScrubber(db, targets);
        await scrubber.RunAsync(cancellationToken);
        return scrubber.Rewritten > 0;

        Guid Owner(Node coding) => Guid.Parse(coding.Get(nameof(Coding.SourceId))!.Trim('"'));
    }

    /// <summary>Drops the texts that nothing names any more, once the tables are as they should be.</summary>
    public async Task DropAsync(JembatanDb db, CancellationToken cancellationToken)
    {
        if (scrubber is not null) await Purge.DropBlobsAsync(db, targets, scrubber.Blobs, cancellationToken);
    }

    /// <summary>Sources that keep their words although whoever speaks in them withdrew consent, since the other copy did not know.</summary>
    public static IEnumerable<Problem> Unsettled(Timeline timeline) =>
        from source in timeline.Nodes
        where source.Present && source.Shape.Name == nameof(Source) && source.Get(nameof(Source.Purged)) != "true"
              && Array.Exists(source.References, r => r?.Self is { } person && person.Shape.Name == nameof(Informant) && person.Get(nameof(Informant.ConsentWithdrawn)) == "true")
        let name = Json.Read<string>(source.Get(nameof(Source.Name))!)
        select new Problem("merge/withdrawn-source", $"'{name}' belongs to an informant who withdrew consent in one of the copies, and still holds its words. Purge it with 'jembatan purge'.", name);

    private static string? Marked(Node node, string field) => node.Get(field) is { } json && Json.Read<string>(json) is var name && name.StartsWith(MarkerStart, StringComparison.Ordinal) ? name : null;

    private static async Task<string> MarkerAsync(JembatanDb db, Node source, List<string> hashes, CancellationToken cancellationToken)
    {
        foreach (var hash in hashes)
        {
            var text = await db.ReadTextAsync(hash, cancellationToken);
            if (text.StartsWith(MarkerStart, StringComparison.Ordinal) && text.Length < 64) return text;
        }

        return Purge.Marker(CanonicalText.HashOf(source.Id.ToString()));
    }
}
