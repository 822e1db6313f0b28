using Jembatan.Core;
using Jembatan.Storage.Journal;
using Jembatan.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Jembatan.Storage.Bulk;

/// <summary>Takes a bulk step back, or does it again, inside the caller's transaction.</summary>
internal static class BulkInversion
{
    /// <summary>Removes what was added and adds what was removed, last first.</summary>
    /// <returns>The entity that is not any more as the step left it; null when all went well.</returns>
    public static async Task<Obstacle?> RunAsync(JembatanDb db, List<Change> changes, PendingAct act, TimeProvider clock, CancellationToken cancellationToken)
    {
        var inverse = await HybridClock.StartAsync(db, act, clock, cancellationToken);
        db.Add(inverse);
        foreach (var (ordinal, change) in changes.Index())
        {
            var type = db.Model.FindEntityType(EntityKind.Named(change.Entity).Type)!;
            var rows = BulkRows.Unpack(type, change.Payload);
            var adding = change.Operation == ChangeOperation.RemoveMany;
            if (adding) await BulkWriter.Of(db).InsertAsync(db, type, rows, cancellationToken);
            else if (await BulkWriter.DeleteAsync(db, type, rows, cancellationToken) is { } missing) return new Obstacle(change.Entity, missing);
            await BulkRows.AppendAsync(db, inverse, ordinal, adding ? ChangeOperation.AddMany : ChangeOperation.RemoveMany, change.Entity, change.Payload, cancellationToken);
        }

        return null;
    }
}
