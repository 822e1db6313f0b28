using System.Text.Json;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;
using Jembatan.Storage.Model;

namespace Jembatan.Storage.Journal;

/// <summary>Which entities a purge concerns, and what takes the place of their words, now and in every step of the journal.</summary>
internal sealed class PurgeTargets
{
    private const int ShortestName = 3;

    private readonly Dictionary<Guid, string> markers = [];
    private readonly Dictionary<Guid, string> names = [];
    private readonly HashSet<Guid> purgedSources = [];
    private readonly SpokenWords spoken = new();
    private readonly Dictionary<string, string> former = [];

    /// <summary>Kinds in which analysts write.</summary>
    public static IReadOnlyList<EntityKind> KindsThatMayQuote { get; } =
    [
        .. new[] { nameof(Study), nameof(Code), nameof(CodebookVersion), nameof(Strategy), nameof(Performance), nameof(Criterion), nameof(Evidence), nameof(Factor), nameof(Rating), nameof(Verdict), nameof(Misfit), nameof(Recommendation), nameof(Narrative), nameof(Note) }
            .Select(EntityKind.Named),
    ];

    /// <summary>Hashes of the texts that go.</summary>
    public HashSet<string> TextHashes { get; } = [];

    public void AddSource(Guid id, string marker, IEnumerable<string> textHashes)
    {
        markers[id] = marker;
        purgedSources.Add(id);
        TextHashes.UnionWith(textHashes);
        TextHashes.Remove(CanonicalText.HashOf(marker));
    }

    public void AddCoding(Guid id, string marker, string quote)
    {
        markers[id] = marker;
        spoken.AddQuote(quote);
    }

    /// <summary>What a merge folded into something that is concerned is concerned too.</summary>
    public void AddAlias(Guid id, Guid standsFor)
    {
        if (markers.TryGetValue(standsFor, out var marker)) markers[id] = marker;
        if (names.TryGetValue(standsFor, out var name)) names[id] = name;
        if (purgedSources.Contains(standsFor)) purgedSources.Add(id);
    }

    public void AddInformant(Guid id, string marker) => markers[id] = marker;

    public void Rename(Source source) => Rename(source.Id.Value, source.Name);

    public void Rename(Guid source, string name) => names[source] = name;

    /// <summary>What takes the place of words of this entity, or on it; null when it is not concerned.</summary>
    public string? MarkerOf(Guid id) => markers.GetValueOrDefault(id);

    /// <summary>What an informant said in a text that goes.</summary>
    public void AddSpeech(string speech) => spoken.Add(speech);

    /// <summary>Whether words that go stand in an entity.</summary>
    public bool IsQuotedIn(IEntity entity)
    {
        using var fields = JsonDocument.Parse(Json.Write<object>(entity));
        return Texts(fields.RootElement).Any(spoken.StandIn);
    }

    private static IEnumerable<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => value.EnumerateObject().SelectMany(f => Texts(f.Value)),
        _ => [],
    };

    /// <summary>Names of renamed sources and of the informant, now and earlier, longest first, with what takes their place.</summary>
    public IEnumerable<(string Name, string Marker)> FormerNames =>
        former.Where(f => f.Key.Length >= ShortestName && f.Key != f.Value).OrderByDescending(f => f.Key.Length).Select(f => (f.Key, f.Value));

    /// <summary>The kinds whose journal rows are looked at.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
        [nameof(Source), nameof(Informant), nameof(SourceRevision), nameof(Coding), nameof(VariableValue), nameof(Evidence), nameof(Note)];

    /// <summary>Learns from an addition or removal in the journal whether that entity, perhaps long gone, is concerned.</summary>
    public void Learn(string kind, Guid id, JsonElement fields)
    {
        var owner = kind switch
        {
            nameof(SourceRevision) or nameof(Coding) => "SourceId",
            nameof(VariableValue) => "InformantId",
            nameof(Evidence) => "CodingId",
            nameof(Note) => "TargetId",
            _ => null,
        };
        if (owner is null || !fields.TryGetProperty(owner, out var value) || value.ValueKind == JsonValueKind.Null || MarkerOf(value.GetGuid()) is not { } marker) return;
        markers[id] = marker;
        if (kind == nameof(SourceRevision) && fields.TryGetProperty("TextHash", out var hash) && hash.GetString() != CanonicalText.HashOf(marker)) TextHashes.Add(hash.GetString()!);
    }

    /// <summary>What a field is to say: JSON, or null for no value; false when it stays as it is.</summary>
    public bool Overwrites(string kind, Guid id, string field, JsonElement value, out string? json)
    {
        json = null;
        if (names.TryGetValue(id, out var name) && (kind, field) == (nameof(Source), nameof(Source.Name)))
        {
            if (value.ValueKind == JsonValueKind.String) former[value.GetString()!] = name;
            json = Json.Write(name);
            return true;
        }

        if (MarkerOf(id) is not { } marker || value.ValueKind == JsonValueKind.Null) return false;
        if ((kind, field) == (nameof(Informant), nameof(Informant.Name)) && value.ValueKind == JsonValueKind.String) former[value.GetString()!] = marker;
        switch (kind, field)
        {
            case (nameof(Coding), nameof(Coding.Quote)) or (nameof(Note), nameof(Note.Text)) or (nameof(Informant), nameof(Informant.Name)) or (nameof(VariableValue), nameof(VariableValue.Value)):
                json = Json.Write(marker);
                return true;
            case (nameof(Evidence), nameof(Evidence.Statement)) when value.ValueKind != JsonValueKind.String || value.GetString() != "":
                json = Json.Write(marker);
                return true;
            case (nameof(Coding), nameof(Coding.Before) or nameof(Coding.After)) or (nameof(Informant), nameof(Informant.Consent)):
                json = "\"\"";
                return true;
            case (nameof(Coding), nameof(Coding.Orphaned)):
                json = "true";
                return true;
            case (nameof(SourceRevision), nameof(SourceRevision.TextHash)):
                json = Json.Write(CanonicalText.HashOf(marker));
                return true;
            case (nameof(SourceRevision), nameof(SourceRevision.Turns) or nameof(SourceRevision.Losses)):
                json = "[]";
                return true;
            case (nameof(Source), nameof(Source.ImportedFrom) or nameof(Source.Interview)):
                return purgedSources.Contains(id);
            default:
                return false;
        }
    }
}
