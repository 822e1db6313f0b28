using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Jembatan.Storage.Journal;

/// <summary>One writer at a time: steps of the journal have one order, and what a step read before it wrote still holds when it is written.</summary>
internal static class CommitLock
{
    /// <summary>Begins a transaction that nobody else can write beside.</summary>
    public static async Task<IDbContextTransaction> BeginAsync(JembatanDb db, CancellationToken cancellationToken)
    {
        db.Database.AutoSavepointsEnabled = false;                                          // a step that fails is rolled back whole
        var transaction = await db.Database.BeginTransactionAsync(cancellationToken);       // SQLite: BEGIN IMMEDIATE
        if (db is PostgresJembatanDb)
            await db.Database.ExecuteSqlRawAsync("SELECT pg_advisory_xact_lock(hashtextextended(current_schema(), 0))", cancellationToken);
        return transaction;
    }
}
