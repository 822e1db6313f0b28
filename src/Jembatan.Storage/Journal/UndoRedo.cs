using System.Text;
using System.Text.Json;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.Storage.Journal;

/// <summary>Takes steps back and does them again by appending inverse change sets; history is never rewritten.</summary>
public static class UndoRedo
{
    /// <summary>Takes back this coder's newest step made in this copy and not yet undone.</summary>
    /// <param name="coder">Whose step; null for steps of the program itself.</param>
    /// <returns>The step taken back, or <c>journal/nothing-to-undo</c>, or <c>journal/changed-since</c> naming the later step.</returns>
    public static async Task<Result<ChangeSet>> UndoAsync(JembatanDb db, Id<Coder>? coder, TimeProvider clock, CancellationToken cancellationToken)
    {
        var undone = new HashSet<Guid>();
        var seen = new HashSet<Guid>();
        foreach (var step in await StepsAsync(db, coder, cancellationToken))
        {
            if (step.Kind is ChangeSetKind.Undo or ChangeSetKind.Redo)
            {
                if (seen.Add(step.Target!.Value) && step.Kind == ChangeSetKind.Undo) undone.Add(step.Target.Value);
            }
            else if (step.Kind == ChangeSetKind.Act && !undone.Contains(step.Id) && step.Label != "Create study")
            {
                var set = await db.ChangeSets.AsNoTracking().SingleAsync(s => s.Id == step.Id, cancellationToken);
                var latest = await LatestDoingAsync(db, set, cancellationToken);
                var done = await InvertAsync(db, latest, new PendingAct(set.Label, coder?.Value, ChangeSetKind.Undo, set.Id), clock, cancellationToken);
                return done.Problem is { } problem ? problem : set;
            }
            else if (step.Kind == ChangeSetKind.Purge)
            {
                return new Problem("journal/purged", "The last step overwrote text on withdrawn consent. That cannot be taken back.");
            }
        }

        return new Problem("journal/nothing-to-undo", "There is no step of yours left to take back in this copy of the study.");
    }

    /// <summary>Does again the step that this coder took back last, unless something new was done since.</summary>
    /// <param name="coder">Whose step.</param>
    /// <returns>The step done again, or <c>journal/nothing-to-redo</c>, or <c>journal/changed-since</c>.</returns>
    public static async Task<Result<ChangeSet>> RedoAsync(JembatanDb db, Id<Coder>? coder, TimeProvider clock, CancellationToken cancellationToken)
    {
        var redone = new HashSet<Guid>();
        foreach (var step in await StepsAsync(db, coder, cancellationToken))
        {
            if (step.Kind is ChangeSetKind.Act or ChangeSetKind.Purge) break;
            if (step.Kind == ChangeSetKind.Redo)
            {
                redone.Add(step.Target!.Value);
            }
            else if (!redone.Remove(step.Target!.Value))
            {
                var undo = await db.ChangeSets.AsNoTracking().SingleAsync(s => s.Id == step.Id, cancellationToken);
                var original = await db.ChangeSets.AsNoTracking().SingleAsync(s => s.Id == step.Target, cancellationToken);
                var done = await InvertAsync(db, undo, new PendingAct(original.Label, coder?.Value, ChangeSetKind.Redo, original.Id), clock, cancellationToken);
                return done.Problem is { } problem ? problem : original;
            }
        }

        return new Problem("journal/nothing-to-redo", "There is nothing to do again: no step was taken back, or something new was done since.");
    }

    private sealed record Step(Guid Id, ChangeSetKind Kind, Guid? Target, string Label);

    private static async Task<List<Step>> StepsAsync(JembatanDb db, Id<Coder>? coder, CancellationToken cancellationToken)
    {
        var replica = (await db.Replicas.AsNoTracking().FirstAsync(cancellationToken)).Id;
        var by = coder?.Value;
        return await db.ChangeSets.AsNoTracking().Where(s => s.CoderId == by && s.ReplicaId == replica)
            .OrderByDescending(s => s.Clock).Select(s => new Step(s.Id, s.Kind, s.Target, s.Label)).Take(10_000).ToListAsync(cancellationToken);
    }

    // A step that was undone and done again is undone by inverting the redo, whose values are the newer ones.
    private static async Task<ChangeSet> LatestDoingAsync(JembatanDb db, ChangeSet set, CancellationToken cancellationToken) =>
        await db.ChangeSets.AsNoTracking().Where(s => s.Target == set.Id && s.Kind == ChangeSetKind.Redo).OrderByDescending(s => s.Clock).FirstOrDefaultAsync(cancellationToken) ?? set;

    private static async Task<Result<Done>> InvertAsync(JembatanDb db, ChangeSet set, PendingAct act, TimeProvider clock, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var changes = await db.Changes.AsNoTracking().Where(c => c.ChangeSetId == set.Id).OrderByDescending(c => c.Ordinal).ToListAsync(cancellationToken);
        if (changes.Any(c => c.Operation is ChangeOperation.AddMany or ChangeOperation.RemoveMany))
            return await Bulk.BulkRows.InvertAsync(db, set, changes, act, clock, cancellationToken);

        var inversion = new Inversion(db);
        foreach (var change in changes)
        {
            if (!await inversion.ApplyAsync(change, cancellationToken)) return await ChangedSinceAsync(db, set, change, cancellationToken);
        }

        if (await inversion.StillReferredToAsync(cancellationToken) is { } held) return await ChangedSinceAsync(db, set, held, cancellationToken);
        db.Act = act;
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
        {
            return await ChangedSinceAsync(db, set, changes[0], cancellationToken);   // another row needs what would go, or stands where it would come back
        }
        finally
        {
            db.Act = null;
            db.ChangeTracker.Clear();
        }

        return default(Done);
    }

    internal static async Task<Problem> ChangedSinceAsync(JembatanDb db, ChangeSet set, Change change, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var later = await (from c in db.Changes.AsNoTracking()
                           join s in db.ChangeSets.AsNoTracking() on c.ChangeSetId equals s.Id
                           where c.EntityId == change.EntityId && s.Clock > set.Clock
                           orderby s.Clock descending
                           select s).FirstOrDefaultAsync(cancellationToken)
            ?? await db.ChangeSets.AsNoTracking().Where(s => s.Clock > set.Clock).OrderByDescending(s => s.Clock).FirstOrDefaultAsync(cancellationToken);
        var coder = later?.CoderId is { } id ? (await db.Coders.AsNoTracking().FirstOrDefaultAsync(c => c.Id == new Id<Coder>(id), cancellationToken))?.Name : null;
        var what = later is null ? "a later step" : $"'{later.Label}'{(coder is null ? "" : $" by {coder}")} ({later.At:yyyy-MM-dd HH:mm} UTC)";
        return new Problem("journal/changed-since", $"'{set.Label}' cannot be taken back: {what} changed or uses the same {change.Entity.ToLowerInvariant()}. Take that back first.", change.EntityId.ToString());
    }
}

/// <summary>Applies changes backwards to the entities as they are now.</summary>
internal sealed class Inversion(JembatanDb db)
{
    private readonly List<(Change Change, IEntity Entity)> removed = [];

    /// <summary>Applies one change backwards; false when the entity is not any more as the change left it.</summary>
    public async Task<bool> ApplyAsync(Change change, CancellationToken cancellationToken)
    {
        var type = Model.Mapping.EntityTypes.Single(t => t.Name == change.Entity);
        using var payload = JsonDocument.Parse(Encoding.UTF8.GetString(change.Payload));
        var key = Activator.CreateInstance(typeof(Id<>).MakeGenericType(type), change.EntityId)!;
        var entity = await db.FindAsync(type, [key], cancellationToken);
        if (change.Operation == ChangeOperation.Remove)
        {
            if (entity is not null && db.Entry(entity).State != EntityState.Deleted) return false;
            await AddAsync(type, payload.RootElement, cancellationToken);
            return true;
        }

        if (entity is null) return false;
        var entry = db.Entry(entity);
        foreach (var field in payload.RootElement.EnumerateObject())
        {
            var property = entry.Property(field.Name);
            var after = change.Operation == ChangeOperation.Set ? field.Value[1] : field.Value;
            if (Field.Write(property, property.CurrentValue) != Normal(property.Metadata.ClrType, await WholeAsync(after, cancellationToken))) return false;
            if (change.Operation == ChangeOperation.Set) property.CurrentValue = Field.Read(property.Metadata.ClrType, await WholeAsync(field.Value[0], cancellationToken));
        }

        if (change.Operation == ChangeOperation.Add)
        {
            db.Remove(entity);
            removed.Add((change, (IEntity)entity));
        }

        return true;
    }

    /// <summary>A removed entity that lists of other entities still name; null when there is none.</summary>
    public async Task<Change?> StillReferredToAsync(CancellationToken cancellationToken)
    {
        if (removed.Count == 0) return null;
        var gone = removed.ToDictionary(r => r.Entity.Key, r => r.Change);
        await foreach (var id in NamedInListsAsync(cancellationToken))
        {
            if (gone.TryGetValue(id, out var change)) return change;
        }

        return null;
    }

    private async IAsyncEnumerable<Guid> NamedInListsAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        bool Stays(object entity) => db.Entry(entity).State != EntityState.Deleted;
        foreach (var r in (await db.Ratings.ToListAsync(cancellationToken)).Where(Stays)) foreach (var e in r.Evidence) yield return e.Value;
        foreach (var f in (await db.Factors.ToListAsync(cancellationToken)).Where(Stays)) foreach (var e in f.Evidence) yield return e.Value;
        foreach (var s in (await db.Strategies.ToListAsync(cancellationToken)).Where(Stays)) foreach (var c in s.Mechanism) yield return c.Value;
        foreach (var m in (await db.Misfits.ToListAsync(cancellationToken)).Where(Stays)) foreach (var c in m.Details.Causes) yield return c.Value;
        foreach (var r in (await db.Recommendations.ToListAsync(cancellationToken)).Where(Stays))
        {
            foreach (var m in r.Details.Misfits) yield return m.Value;
            foreach (var c in r.Details.Causes) yield return c.Value;
            foreach (var e in r.Details.Evidence) yield return e.Value;
        }
    }

    private async Task AddAsync(Type type, JsonElement fields, CancellationToken cancellationToken)
    {
        var entry = db.Entry(Activator.CreateInstance(type, nonPublic: true)!);
        foreach (var property in entry.Metadata.GetProperties())
        {
            if (!fields.TryGetProperty(property.Name, out var value)) continue;
            var whole = await WholeAsync(value, cancellationToken);
            if (whole.ValueKind != JsonValueKind.Null) property.PropertyInfo!.SetValue(entry.Entity, Field.Read(property.ClrType, whole));
        }

        db.Add(entry.Entity);
    }

    // A long field is named by the hash of its text in the blobs.
    private async Task<JsonElement> WholeAsync(JsonElement value, CancellationToken cancellationToken)
    {
        if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty("$blob", out var hash)) return value;
        return JsonDocument.Parse(await db.ReadTextAsync(hash.GetString()!, cancellationToken)).RootElement;
    }

    private static string? Normal(Type type, JsonElement value) => Field.Write(type, Field.Read(type, value));
}
