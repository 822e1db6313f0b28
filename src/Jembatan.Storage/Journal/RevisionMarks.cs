using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage.Bulk;
using Jembatan.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Jembatan.Storage.Journal;

/// <summary>Which revision a number in the journal means. Two copies may each count to the same number, so beside the number a step names the revision's identity.</summary>
internal sealed class RevisionMarks
{
    /// <summary>The mark beside a step's fields: an identity, or [before, after].</summary>
    public const string Key = "$revision";

    private readonly Dictionary<(Guid Source, int Number), Guid> known = [];

    /// <summary>Fields of a coding that say where it stands, which only together with a revision mean something.</summary>
    public static IReadOnlySet<string> Anchor { get; } =
        new HashSet<string> { nameof(Coding.Revision), nameof(Coding.Start), nameof(Coding.End), nameof(Coding.Quote), nameof(Coding.Before), nameof(Coding.After), nameof(Coding.Voice), nameof(Coding.Orphaned) };

    /// <summary>Whether a name in a payload is a mark and no field.</summary>
    public static bool IsMark(string name) => name.StartsWith('$');

    /// <summary>The marks that steps on these entities need.</summary>
    public static async Task<RevisionMarks> OfAsync(JembatanDb db, IEnumerable<IEntity> entities, CancellationToken cancellationToken)
    {
        var marks = new RevisionMarks();
        var sources = new HashSet<Guid>();
        foreach (var entity in entities)
        {
            if (entity is Coding coding) sources.Add(coding.SourceId.Value);
            else if (entity is Source source) sources.Add(source.Id.Value);
        }

        if (sources.Count == 0) return marks;
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = Rows.Command(db, "SELECT \"Id\", \"Number\" FROM \"Revisions\" WHERE \"SourceId\" = @p0");
            var parameter = command.Bind("@p0", null);
            foreach (var source in sources)
            {
                parameter.Value = Rows.Stored(db, source);
                await using var reader = await command.ExecuteReaderAsync(cancellationToken);
                while (await reader.ReadAsync(cancellationToken)) marks.known[(source, reader.GetInt32(1))] = Rows.ReadGuid(reader, 0);
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }

        foreach (var entry in db.ChangeTracker.Entries<SourceRevision>()) marks.known.TryAdd((entry.Entity.SourceId.Value, entry.Entity.Number), entry.Entity.Id.Value);
        return marks;
    }

    /// <summary>Writes the mark of an entity that is added or removed.</summary>
    public void Write(Utf8JsonWriter writer, IEntity entity)
    {
        if (Standing(entity) is { } at && known.TryGetValue(at, out var id)) writer.WriteString(Key, id);
    }

    /// <summary>Writes the mark of what is about to be saved.</summary>
    public void Write(Utf8JsonWriter writer, EntityEntry entry)
    {
        if (entry.Entity is not (Coding or Source)) return;
        var source = entry.Entity is Coding c ? c.SourceId.Value : ((Source)entry.Entity).Id.Value;
        var number = entry.Property(nameof(Coding.Revision));
        if (entry.State != EntityState.Modified)
        {
            if (Find(source, entry.State == EntityState.Deleted ? number.OriginalValue : number.CurrentValue) is { } id) writer.WriteString(Key, id);
            return;
        }

        if (entry.Entity is Source ? !number.IsModified : !entry.Properties.Any(p => p.IsModified && Anchor.Contains(p.Metadata.Name))) return;
        if (Find(source, number.OriginalValue) is not { } before || Find(source, number.CurrentValue) is not { } after) return;
        writer.WriteStartArray(Key);
        writer.WriteStringValue(before);
        writer.WriteStringValue(after);
        writer.WriteEndArray();
    }

    /// <summary>A step as its numbers are in this copy now: a merge since may have given a revision another one.</summary>
    /// <returns>The step, and the first revision that it names and that is not there any more.</returns>
    public static async Task<(Change Change, Guid? Missing)> RenumberedAsync(JembatanDb db, Change change, CancellationToken cancellationToken)
    {
        if (change.Entity is not (nameof(Coding) or nameof(Source) or nameof(SourceRevision))) return (change, null);
        var many = change.Operation is ChangeOperation.AddMany or ChangeOperation.RemoveMany;
        using var document = many ? BulkRows.Open(change.Payload) : JsonDocument.Parse(change.Payload);
        var named = new HashSet<Guid>();
        foreach (var row in many ? document.RootElement.EnumerateArray().AsEnumerable() : [document.RootElement])
        {
            if (change.Entity == nameof(SourceRevision)) named.Add(many ? row.GetProperty("Id").GetGuid() : change.EntityId);
            else if (row.TryGetProperty(Key, out var mark)) named.UnionWith(mark.ValueKind == JsonValueKind.Array ? mark.EnumerateArray().Select(m => m.GetGuid()) : [mark.GetGuid()]);
        }

        if (named.Count == 0) return (change, null);
        var numbers = await NumbersAsync(db, named, cancellationToken);
        var (differs, missing) = (false, (Guid?)null);
        var brings = change.Operation is ChangeOperation.Remove or ChangeOperation.RemoveMany or ChangeOperation.Set;
        JsonNode Renumber(JsonElement row, Guid id)
        {
            var fields = JsonObject.Create(row)!;
            if (change.Entity == nameof(SourceRevision))
            {
                if (fields["Number"] is { } written && numbers.TryGetValue(id, out var now) && written.GetValue<int>() != now) (fields["Number"], differs) = (now, true);
                return fields;
            }

            if (fields[Key] is JsonArray both)
            {
                for (var side = 0; side < 2; side++)
                {
                    var of = both[side]!.GetValue<Guid>();
                    if (!numbers.TryGetValue(of, out var now)) missing ??= side == 0 ? of : null;
                    else if (fields["Revision"] is JsonArray written && written[side]!.GetValue<int>() != now) (written[side], differs) = (now, true);
                }
            }
            else if (fields[Key] is { } mark && fields["Revision"] is { } written)
            {
                if (!numbers.TryGetValue(mark.GetValue<Guid>(), out var now)) missing ??= brings ? mark.GetValue<Guid>() : null;
                else if (written.GetValue<int>() != now) (fields["Revision"], differs) = (now, true);
            }

            return fields;
        }

        var root = many ? new JsonArray([.. document.RootElement.EnumerateArray().Select(r => Renumber(r, r.GetProperty("Id").GetGuid()))]) : Renumber(document.RootElement, change.EntityId);
        if (!differs) return (change, missing);
        var text = Encoding.UTF8.GetBytes(root.ToJsonString(Json.Options));
        return (new Change
        {
            ChangeSetId = change.ChangeSetId, Ordinal = change.Ordinal, Entity = change.Entity, EntityId = change.EntityId, Operation = change.Operation,
            Payload = many ? BulkRows.Compress(text) : text,
        }, missing);
    }

    // The numbers that revisions have now, those folded into others included.
    private static async Task<Dictionary<Guid, int>> NumbersAsync(JembatanDb db, HashSet<Guid> named, CancellationToken cancellationToken)
    {
        var numbers = new Dictionary<Guid, int>();
        foreach (var some in named.Chunk(500))
        {
            var aliases = await db.Aliases.AsNoTracking().Where(a => some.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.StandsFor, cancellationToken);
            var ids = some.Concat(aliases.Values).Distinct().Select(id => new Id<SourceRevision>(id)).ToList();
            var there = await db.Revisions.AsNoTracking().Where(r => ids.Contains(r.Id)).Select(r => new { r.Id, r.Number }).ToDictionaryAsync(r => r.Id.Value, r => r.Number, cancellationToken);
            foreach (var id in some)
                if (there.TryGetValue(aliases.GetValueOrDefault(id, id), out var number)) numbers[id] = number;
        }

        return numbers;
    }

    private static (Guid, int)? Standing(IEntity entity) => entity switch
    {
        Coding c => (c.SourceId.Value, c.Revision),
        Source s => (s.Id.Value, s.Revision),
        _ => null,
    };

    private Guid? Find(Guid source, object? number) => number is int n && known.TryGetValue((source, n), out var id) ? id : null;
}
