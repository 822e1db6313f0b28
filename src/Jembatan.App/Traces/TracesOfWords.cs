using Jembatan.App.Causes;
using Jembatan.App.Narratives;
using Jembatan.App.Servo;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Traces;

/// <summary>Codings, sources, codes, causes and the analyst's texts as steps of a trace.</summary>
internal sealed class TracesOfWords(TraceGraph graph)
{
    private const int MostListed = 40;
    private const int ContextCodePoints = 200;
    private readonly ServoMaterial material = graph.Material;
    private readonly Dictionary<(Id<Source>, int), CanonicalText> texts = [];
    private CodeTree? tree;
    private Dictionary<Id<Source>, Source>? sources;
    private Dictionary<Id<Informant>, Informant>? informants;
    private List<Narrative>? narratives;

    private CodeTree Tree => tree ??= new CodeTree(material.Codes.Values);

    public async Task<TraceStep?> CodingAsync(string key, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(key, out var guid)) return null;
        var id = new Id<Coding>(guid);
        if (await graph.Db.SeenCodings.AsNoTracking().FirstOrDefaultAsync(c => c.Id == id, cancellationToken) is not { } c) return null;
        await ReadSourcesAsync(cancellationToken);
        var source = sources![c.SourceId];
        var informant = source.InformantId is { } who ? informants!.GetValueOrDefault(who) : null;
        var text = await TextAsync(c.SourceId, c.Revision, cancellationToken);
        var inside = c.End <= text.Length;   // false after a purge, whose marker is shorter than the words were
        var words = new TraceWords(
            source.Name, c.Revision, c.Start, c.End, c.Quote,
            inside ? text.Slice(Math.Max(0, c.Start - ContextCodePoints), c.Start) : c.Before, inside ? text.Slice(c.End, Math.Min(text.Length, c.End + ContextCodePoints)) : c.After,
            informant?.Name, informant?.Group);
        var code = material.Codes[c.CodeId];
        var by = $"{informant?.Name ?? source.Name}, {material.CoderName(c.CoderId)}";
        var own = TraceId.Of(id);
        return TraceStep.Of(
            own, new($"Pengodean {code.Label}: {by}", $"Coding {code.Label}: {by}"), Meaning(c), c.Quote, TraceHref.Coding(source.Name, c.Start, c.End, id), [TraceId.Source(source.Name)],
            [.. graph.Ratings.EvidenceOn(e => e.CodingId == id), TraceId.Code(code.Label),
                .. Tree.Above(c.CodeId).Select(a => Tree[a]!).Where(a => a.IsCause).Select(a => TraceId.Cause(a.Label)), .. await MentioningAsync(own, cancellationToken)],
            words);
    }

    public async Task<TraceStep?> SourceAsync(string name, CancellationToken cancellationToken)
    {
        await ReadSourcesAsync(cancellationToken);
        if (sources!.Values.FirstOrDefault(s => s.Name == name || s.Id.ToString() == name) is not { } source) return null;
        var informant = source.InformantId is { } who ? informants!.GetValueOrDefault(who) : null;
        var codings = await graph.Db.SeenCodings.AsNoTracking().Where(c => c.SourceId == source.Id).OrderBy(c => c.Start).ThenBy(c => c.End).Select(c => c.Id).Take(MostListed)
            .ToListAsync(cancellationToken);
        return TraceStep.Of(
            TraceId.Source(source.Name), new($"Sumber {source.Name}", $"Source {source.Name}"), informant is null ? null : Bilingual.Same(informant.Name), null,
            TraceHref.Source(source.Name), [], codings.Select(TraceId.Of));
    }

    public async Task<TraceStep?> CodeAsync(string label, CancellationToken cancellationToken)
    {
        if (CodeOf(label) is not { } code) return null;
        var (ids, count) = await CodingsAsync(code, cancellationToken);
        return TraceStep.Of(
            TraceId.Code(code.Label), new($"Kode {code.Label} {code.Name.Id}", $"Code {code.Label} {code.Name.In(Language.English)}"), new($"{count} pengodean", $"{count} codings"),
            code.Definition.In(graph.Language), TraceHref.Code(code.Label),
            [.. Tree.Below(code.Id).Skip(1).Where(c => Tree[c]!.ParentId == code.Id).Select(c => TraceId.Code(Tree[c]!.Label)), .. ids.Select(TraceId.Of)],
            [.. code.IsCause ? [TraceId.Cause(code.Label)] : Array.Empty<string>(), .. Tree.Above(code.Id).Skip(1).Take(1).Select(c => TraceId.Code(Tree[c]!.Label)),
                .. await MentioningAsync(TraceId.Code(code.Label), cancellationToken)],
            hidden: Math.Max(0, count - ids.Count));
    }

    public async Task<TraceStep?> CauseAsync(string label, CancellationToken cancellationToken)
    {
        if (CodeOf(label) is not { } code) return null;
        var (row, of) = await RankCauses.OneAsync(code, material, graph.Db, cancellationToken);
        var n = row?.Informants ?? 0;
        var status = row?.StatusWords;
        var (ids, count) = await CodingsAsync(code, cancellationToken);
        return TraceStep.Of(
            TraceId.Cause(code.Label), new($"Sebab {code.Label} {code.Name.Id}", $"Cause {code.Label} {code.Name.In(Language.English)}"),
            new($"{n} dari {of} narasumber{(status is null ? "" : " · " + status.Id)}", $"{n} of {of} informants{(status is null ? "" : " · " + status.En)}"),
            code.Definition.In(graph.Language), TraceHref.Cause(code.Label), ids.Select(TraceId.Of),
            [.. graph.Ratings.OnCause(code.Label), .. graph.Model.OnCause(code.Label), .. await MentioningAsync(TraceId.Cause(code.Label), cancellationToken)], hidden: Math.Max(0, count - ids.Count));
    }

    public async Task<TraceStep?> NarrativeAsync(string section, CancellationToken cancellationToken)
    {
        await ReadNarrativesAsync(cancellationToken);
        if (narratives!.Find(n => n.Section == section) is not { } n) return null;
        return TraceStep.Of(
            $"narrative:{n.Section}", new($"Teks analis: {n.Section}", $"Analyst's text: {n.Section}"), Bilingual.Same(material.CoderName(n.AuthorId)), n.Text.In(graph.Language), null,
            Embedded(n), []);
    }

    // An informant's codings of a cause first come from different sources, so that a long interview does not fill the list.
    private async Task<(IReadOnlyList<Id<Coding>> Ids, int Count)> CodingsAsync(Code code, CancellationToken cancellationToken)
    {
        var codes = Tree.Below(code.Id);
        var counting = graph.Db.SeenCodings.AsNoTracking().Where(c => codes.Contains(c.CodeId));
        var count = await counting.CountAsync(cancellationToken);
        var some = await counting.OrderBy(c => c.CodeId).ThenBy(c => c.SourceId).ThenBy(c => c.Start).Select(c => new { c.Id, c.SourceId }).Take(MostListed * 25).ToListAsync(cancellationToken);
        var ids = some.GroupBy(c => c.SourceId).SelectMany(g => g.Select((c, place) => (c.Id, Place: place))).OrderBy(c => c.Place).Take(MostListed).Select(c => c.Id).ToList();
        return (ids, count);
    }

    private static Bilingual Meaning(Coding c)
    {
        var stance = c.Stance switch { > 0 => new Bilingual("menyatakan", "holds"), < 0 => new("menyanggah", "contradicts"), _ => new("menyinggung", "mentions") };
        return c.Basis switch
        {
            Basis.Experience => new($"{stance.Id}, dari pengalaman", $"{stance.En}, from experience"),
            Basis.Knowledge => new($"{stance.Id}, dari pengetahuan", $"{stance.En}, from knowledge"),
            Basis.Observation => new($"{stance.Id}, dari pengamatan", $"{stance.En}, from observation"),
            _ => stance,
        };
    }

    private async Task<IEnumerable<string>> MentioningAsync(string id, CancellationToken cancellationToken)
    {
        await ReadNarrativesAsync(cancellationToken);
        return narratives!.Where(n => Embedded(n).Contains(id)).Select(n => $"narrative:{n.Section}");
    }

    private static IEnumerable<string> Embedded(Narrative n) => EmbeddedTraces.In(n.Text.Id).Concat(EmbeddedTraces.In(n.Text.En)).Distinct();

    private Code? CodeOf(string label) => material.Codes.Values.FirstOrDefault(c => string.Equals(c.Label, label, StringComparison.OrdinalIgnoreCase) || c.Id.ToString() == label);

    private async Task ReadNarrativesAsync(CancellationToken cancellationToken) => narratives ??= await graph.Db.Narratives.AsNoTracking().OrderBy(n => n.Section).ToListAsync(cancellationToken);

    private async Task ReadSourcesAsync(CancellationToken cancellationToken)
    {
        sources ??= await graph.Db.Sources.AsNoTracking().ToDictionaryAsync(s => s.Id, cancellationToken);
        informants ??= await graph.Db.Informants.AsNoTracking().ToDictionaryAsync(i => i.Id, cancellationToken);
    }

    private async Task<CanonicalText> TextAsync(Id<Source> source, int number, CancellationToken cancellationToken)
    {
        if (texts.TryGetValue((source, number), out var known)) return known;
        var hash = await graph.Db.Revisions.AsNoTracking().Where(r => r.SourceId == source && r.Number == number).Select(r => r.TextHash).FirstOrDefaultAsync(cancellationToken);
        return texts[(source, number)] = CanonicalText.From(hash is null ? "" : await graph.Db.ReadTextAsync(hash, cancellationToken));
    }
}
