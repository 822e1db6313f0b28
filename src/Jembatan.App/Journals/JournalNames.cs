using System.Text.Json;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;
using Jembatan.Storage;
using Jembatan.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Journals;

/// <summary>What people call the things that steps of the journal changed, where the step itself does not say: as they are called now, or were when they went.</summary>
internal sealed class JournalNames
{
    private readonly Dictionary<Guid, string> names = [];
    private readonly Dictionary<Guid, string> sources = [];
    private readonly Dictionary<Guid, string> codes = [];
    private readonly Dictionary<Guid, string> places = [];

    /// <summary>The name of a thing that was set; null when nothing serves.</summary>
    public string? Of(Change change) => names.GetValueOrDefault(change.EntityId);

    /// <summary>The name of the source that a mark, an assignment or a revision is of; null when it is of none.</summary>
    public string? OfSource(JsonElement fields) => fields.TryGetProperty("SourceId", out var id) && id.TryGetGuid(out var source) ? sources.GetValueOrDefault(source) : null;

    /// <summary>Code and source of a coding that was set; null of anything else.</summary>
    public string? PlaceOf(Change change) => places.GetValueOrDefault(change.EntityId);

    /// <summary>Code and source of a coding, from its fields.</summary>
    public string? PlaceIn(JsonElement fields) => fields.TryGetProperty("CodeId", out var id) && id.TryGetGuid(out var code) ? Place(code, OfSource(fields)) : null;

    private string? Place(Guid code, string? source) =>
        string.Join(" · ", new[] { codes.GetValueOrDefault(code), source }.OfType<string>()) is { Length: > 0 } place ? place : null;

    /// <summary>Reads the names that these changes need.</summary>
    public static async Task<JournalNames> ReadAsync(IReadOnlyCollection<Change> changes, JembatanDb db, CancellationToken cancellationToken)
    {
        var found = new JournalNames();
        foreach (var source in await db.Sources.AsNoTracking().Select(s => new { s.Id, s.Name }).ToListAsync(cancellationToken)) found.sources[source.Id.Value] = source.Name;
        foreach (var code in await db.Codes.AsNoTracking().Select(c => new { c.Id, c.Label }).ToListAsync(cancellationToken)) found.codes[code.Id.Value] = code.Label;
        var set = changes.Where(c => c.Operation == ChangeOperation.Set).ToLookup(c => c.Entity, c => c.EntityId);
        if (set.Count == 0) return found;

        string? Source(Id<Source> id) => found.sources.GetValueOrDefault(id.Value);
        var strategies = await db.Strategies.AsNoTracking().ToDictionaryAsync(s => s.Id, s => s.Label, cancellationToken);
        var criteria = await db.Criteria.AsNoTracking().ToDictionaryAsync(c => c.Id, c => c.Label, cancellationToken);
        await found.NameAsync(db.Studies, set, s => s.Title, cancellationToken);
        await found.NameAsync(db.Sources, set, s => s.Name, cancellationToken);
        await found.NameAsync(db.Revisions, set, r => Source(r.SourceId), cancellationToken);
        await found.NameAsync(db.Informants, set, i => i.Name, cancellationToken);
        await found.NameAsync(db.Coders, set, c => c.Name, cancellationToken);
        await found.NameAsync(db.Codes, set, c => c.Label, cancellationToken);
        await found.NameAsync(db.Codings, set, c => c.Quote, cancellationToken);
        await found.PlaceAsync(db, set, cancellationToken);
        await found.NameAsync(db.DoneMarks, set, d => Source(d.SourceId), cancellationToken);
        await found.NameAsync(db.Assignments, set, a => Source(a.SourceId), cancellationToken);
        await found.NameAsync(db.Notes, set, n => n.Text, cancellationToken);
        await found.NameAsync(db.Variables, set, v => v.Name, cancellationToken);
        await found.NameAsync(db.VariableValues, set, v => v.Value, cancellationToken);
        await found.NameAsync(db.Strategies, set, s => s.Label, cancellationToken);
        await found.NameAsync(db.Criteria, set, c => c.Label, cancellationToken);
        await found.NameAsync(db.Factors, set, f => f.Statement.In(Language.Indonesian), cancellationToken);
        await found.NameAsync(db.Evidence, set, e => e.Statement, cancellationToken);
        await found.NameAsync(db.Ratings, set, r => $"{strategies.GetValueOrDefault(r.StrategyId)}/{criteria.GetValueOrDefault(r.CriterionId)}", cancellationToken);
        await found.NameAsync(db.Verdicts, set, v => strategies.GetValueOrDefault(v.StrategyId), cancellationToken);
        await found.NameAsync(db.Misfits, set, m => $"{strategies.GetValueOrDefault(m.StrategyId)}/{(m.CriterionId is { } c ? criteria.GetValueOrDefault(c) : m.Pair.ToString())}", cancellationToken);
        await found.NameAsync(db.Performances, set, p => p.Metric.In(Language.Indonesian), cancellationToken);
        await found.NameAsync(db.Narratives, set, n => n.Section, cancellationToken);
        await found.NameGoneAsync(set.SelectMany(s => s).Where(id => !found.names.ContainsKey(id)).Distinct().ToList(), db, cancellationToken);
        return found;
    }

    private async Task NameAsync<T>(IQueryable<T> rows, ILookup<string, Guid> set, Func<T, string?> name, CancellationToken cancellationToken) where T : class, IEntity
    {
        var wanted = set[typeof(T).Name].Distinct().Select(id => new Id<T>(id)).ToList();
        if (wanted.Count == 0) return;
        foreach (var row in await rows.AsNoTracking().Where(e => wanted.Contains(EF.Property<Id<T>>(e, "Id"))).ToListAsync(cancellationToken))
        {
            if (name(row) is { Length: > 0 } words) names[row.Key] = JournalChange.Clip(words);
        }
    }

    private async Task PlaceAsync(JembatanDb db, ILookup<string, Guid> set, CancellationToken cancellationToken)
    {
        var wanted = set[nameof(Coding)].Distinct().Select(id => new Id<Coding>(id)).ToList();
        if (wanted.Count == 0) return;
        foreach (var c in await db.Codings.AsNoTracking().Where(c => wanted.Contains(c.Id)).Select(c => new { c.Id, c.CodeId, c.SourceId }).ToListAsync(cancellationToken))
        {
            if (Place(c.CodeId.Value, sources.GetValueOrDefault(c.SourceId.Value)) is { } place) places[c.Id.Value] = place;
        }
    }

    private async Task NameGoneAsync(List<Guid> gone, JembatanDb db, CancellationToken cancellationToken)
    {
        if (gone.Count == 0) return;
        foreach (var last in await db.Changes.AsNoTracking().Where(c => gone.Contains(c.EntityId) && c.Operation == ChangeOperation.Remove).ToListAsync(cancellationToken))
        {
            using var payload = JsonDocument.Parse(last.Payload);
            if ((JournalChange.NameIn(payload.RootElement) ?? OfSource(payload.RootElement)) is { } name) names[last.EntityId] = name;
            if (last.Entity == nameof(Coding) && PlaceIn(payload.RootElement) is { } place) places[last.EntityId] = place;
        }
    }
}
