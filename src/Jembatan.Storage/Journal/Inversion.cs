using System.Text.Json;
using Jembatan.Core;
using Jembatan.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.Storage.Journal;

/// <summary>Applies changes backwards to the entities as they are now, inside the caller's transaction.</summary>
internal static class Inversion
{
    /// <summary>Applies and saves them all.</summary>
    /// <param name="changes">The changes, last first.</param>
    /// <returns>The entity that is not any more as its change left it; null when all went well.</returns>
    public static async Task<Obstacle?> RunAsync(JembatanDb db, List<Change> changes, PendingAct act, CancellationToken cancellationToken)
    {
        foreach (var change in changes)
        {
            if (!await ApplyAsync(db, change, cancellationToken)) return new Obstacle(change.Entity, change.EntityId);
        }

        db.ChangeTracker.DetectChanges();
        await db.SaveAsync(act, cancellationToken);
        return null;
    }

    private static async Task<bool> ApplyAsync(JembatanDb db, Change change, CancellationToken cancellationToken)
    {
        var kind = EntityKind.Named(change.Entity);
        using var payload = JsonDocument.Parse(change.Payload);
        var fields = payload.RootElement;
        if (change.Operation != ChangeOperation.Set && SharedThings.IsBeside(fields)) return true;
        var entity = await kind.FindAsync(db, change.EntityId, cancellationToken);
        switch (change.Operation)
        {
            case ChangeOperation.Remove:
                if (entity is not null) return false;
                entity = kind.Blank();
                await Payload.FillAsync(db, db.Model.FindEntityType(kind.Type)!, entity, fields, cancellationToken);
                db.Add(entity);
                return true;
            case ChangeOperation.Add:
                if (entity is null || !await StandsAsync(db, entity, fields, cancellationToken)) return false;
                db.Remove(entity);
                return true;
            default:
                return entity is not null && await SetBackAsync(db, entity, fields, cancellationToken);
        }
    }

    private static async Task<bool> StandsAsync(JembatanDb db, IEntity entity, JsonElement fields, CancellationToken cancellationToken)
    {
        foreach (var property in db.Entry(entity).Properties)
        {
            var after = fields.TryGetProperty(property.Metadata.Name, out var value) ? await Payload.WholeAsync(db, value, cancellationToken) : default;
            if (Field.Write(property, property.CurrentValue) != Payload.Normal(property.Metadata.ClrType, after)) return false;
        }

        return true;
    }

    private static async Task<bool> SetBackAsync(JembatanDb db, IEntity entity, JsonElement fields, CancellationToken cancellationToken)
    {
        var entry = db.Entry(entity);
        foreach (var field in fields.EnumerateObject().Where(f => !RevisionMarks.IsMark(f.Name)))
        {
            var property = entry.Property(field.Name);
            var type = property.Metadata.ClrType;
            var after = await Payload.WholeAsync(db, field.Value[1], cancellationToken);
            if (Field.Write(property, property.CurrentValue) != Payload.Normal(type, after)) return false;
            property.CurrentValue = Field.Read(type, await Payload.WholeAsync(db, field.Value[0], cancellationToken));
        }

        return true;
    }
}
