using System.Data;
using Jembatan.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.Storage.Bulk;

/// <summary>Carries a study with its journal from a storage of one kind into an empty file.</summary>
internal static class WholeCopy
{
    private static readonly System.Reflection.MethodInfo RowsMethod = typeof(WholeCopy).GetMethod(nameof(RowsOf), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!;

    /// <summary>Writes what the study held at one moment, row by row; the new file is a replica of its own.</summary>
    public static async Task FillAsync(JembatanDb from, SqliteJembatanDb file, CancellationToken cancellationToken)
    {
        await using var moment = await from.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        await using var transaction = await file.Database.BeginTransactionAsync(cancellationToken);
        await file.Database.ExecuteSqlRawAsync("PRAGMA defer_foreign_keys=ON", cancellationToken);       // codes refer to codes
        var writer = BulkWriter.Of(file);
        foreach (var type in file.Model.GetEntityTypes().Where(t => t.ClrType != typeof(Replica)))
        {
            var rows = (IEnumerable<object>)RowsMethod.MakeGenericMethod(type.ClrType).Invoke(null, [from])!;
            await writer.InsertAsync(file, type, rows, cancellationToken);
        }

        await writer.InsertAsync(file, file.Model.FindEntityType(typeof(Replica))!, [new Replica { Id = Guid.CreateVersion7() }], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static IQueryable<object> RowsOf<T>(JembatanDb db) where T : class => db.Set<T>().AsNoTracking();
}
