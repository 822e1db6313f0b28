using Jembatan.Storage.Bulk;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.Storage.Journal;

/// <summary>Gives each change set its place in time: wall time, but always after every set that is there.</summary>
internal static class HybridClock
{
    /// <summary>Begins a change set with the next tick; call it under the <see cref="CommitLock"/>.</summary>
    public static async Task<ChangeSet> StartAsync(JembatanDb db, PendingAct act, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = Rows.Command(db, "SELECT \"Id\", (SELECT MAX(\"Clock\") FROM \"ChangeSets\") FROM \"Replicas\"");
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            var found = await reader.ReadAsync(cancellationToken);
            var replica = found ? Rows.ReadGuid(reader, 0) : db.Replicas.Local.Single().Id;     // the first set of a study is written beside its replica
            var last = found && !await reader.IsDBNullAsync(1, cancellationToken) ? reader.GetInt64(1) : 0;
            return new ChangeSet
            {
                Id = Guid.CreateVersion7(now), Label = act.Label, CoderId = act.CoderId, ReplicaId = replica, Kind = act.Kind, Target = act.Target,
                Clock = Math.Max(now.ToUnixTimeMilliseconds() << 16, last + 1), At = now,
            };
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
