using System.Text.Json;
using Jembatan.Storage.Bulk;
using Jembatan.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.Storage.Journal;

/// <summary>Does all that the journal tells again, from nothing, in memory.</summary>
public static class JournalReplay
{
    /// <summary>The study as the journal tells it, in the form of <see cref="StudyDump"/>.</summary>
    /// <remarks>Holds the whole study in memory; to check a large one use doctor, which keeps only digests.</remarks>
    public static async Task<IReadOnlyList<string>> LinesAsync(JembatanDb db, CancellationToken cancellationToken)
    {
        var study = EntityKind.All.ToDictionary(k => k.Name, _ => new Dictionary<Guid, Dictionary<string, string>>());
        await foreach (var change in StoredChanges(db, cancellationToken))
        {
            var kind = EntityKind.Named(change.Entity);
            var type = db.Model.FindEntityType(kind.Type)!;
            var entities = study[kind.Name];
            async Task<string?> ValueAsync(string field, JsonElement value) =>
                type.FindProperty(field) is { } p ? Payload.Normal(p.ClrType, await Payload.WholeAsync(db, value, cancellationToken)) : null;

            if (change.Operation is ChangeOperation.AddMany or ChangeOperation.RemoveMany)
            {
                using var many = BulkRows.Open(change.Payload);
                foreach (var row in many.RootElement.EnumerateArray())
                    await ApplyAsync(entities, change.Operation == ChangeOperation.AddMany ? ChangeOperation.Add : ChangeOperation.Remove, row.GetProperty("Id").GetGuid(), row, ValueAsync);
            }
            else
            {
                using var payload = JsonDocument.Parse(change.Payload);
                await ApplyAsync(entities, change.Operation, change.EntityId, payload.RootElement, ValueAsync);
            }
        }

        return
        [
            .. from kind in EntityKind.All
               let names = db.Model.FindEntityType(kind.Type)!.GetProperties().Select(p => p.Name).ToArray()
               from entity in study[kind.Name].OrderBy(e => e.Key)
               select StudyDump.Line(kind, names.Select(n => (n, entity.Value.GetValueOrDefault(n)))),
        ];
    }

    /// <summary>All changes in the order in which they were made; between two of them the connection is free for other questions.</summary>
    internal static async IAsyncEnumerable<Change> StoredChanges(
        JembatanDb db, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        const int Page = 100;
        var (clock, ordinal) = (0L, -1);
        while (true)
        {
            var page = await (from s in db.ChangeSets.AsNoTracking()
                              join c in db.Changes.AsNoTracking() on s.Id equals c.ChangeSetId
                              where s.Clock >= clock && (s.Clock > clock || c.Ordinal > ordinal)
                              orderby s.Clock, c.Ordinal
                              select new { s.Clock, Change = c }).Take(Page).ToListAsync(cancellationToken);
            foreach (var row in page) yield return row.Change;
            if (page.Count < Page) yield break;
            (clock, ordinal) = (page[^1].Clock, page[^1].Change.Ordinal);
        }
    }

    private static async Task ApplyAsync(
        Dictionary<Guid, Dictionary<string, string>> entities, ChangeOperation operation, Guid id, JsonElement fields, Func<string, JsonElement, Task<string?>> value)
    {
        if (operation == ChangeOperation.Remove)
        {
            entities.Remove(id);
            return;
        }

        if (!entities.TryGetValue(id, out var entity)) entities[id] = entity = [];
        foreach (var field in fields.EnumerateObject())
        {
            if (await value(field.Name, operation == ChangeOperation.Set ? field.Value[1] : field.Value) is { } json) entity[field.Name] = json;
            else entity.Remove(field.Name);
        }
    }
}
