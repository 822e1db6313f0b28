using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage.Bulk;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace Jembatan.Storage;

/// <summary>A revision of a source with its text.</summary>
/// <param name="Revision">The revision, for reading only: it is shared. Load it anew to change it.</param>
/// <param name="Text">Its text.</param>
public sealed record RevisionText(SourceRevision Revision, CanonicalText Text);

/// <summary>Texts that an open study has read lately, with their speaker turns: the next coding in a long interview need not decode both again.</summary>
/// <remarks>What is remembered is held against the row each time, so that another program's change is seen. Texts go after ten minutes without use, at once when the storage is rewritten after a purge, and with the store.</remarks>
internal sealed class KnownTexts : IDisposable
{
    /// <summary>How much is kept, in UTF-16 units of text and turns: some forty long interviews, 16 MB.</summary>
    public const long Capacity = 8_000_000;

    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(10);
    private readonly MemoryCache known = new(new MemoryCacheOptions { SizeLimit = Capacity });

    /// <summary>The revision of that number with its text; null when there is none.</summary>
    public async Task<RevisionText?> ReadAsync(JembatanDb db, Id<Source> source, int number, CancellationToken cancellationToken)
    {
        if (await RowAsync(db, source, number, cancellationToken) is not var (id, row)) return null;
        if (known.Get<(Row Row, RevisionText Text)?>(id) is { } kept && kept.Row == row) return kept.Text;
        var revision = await db.Revisions.AsNoTracking().SingleAsync(r => r.Id == new Id<SourceRevision>(id), cancellationToken);
        var text = new RevisionText(revision, CanonicalText.From(await db.ReadTextAsync(revision.TextHash, cancellationToken)));
        if (text.Text.Length == revision.Length)
            known.Set(id, ((Row, RevisionText)?)(row, text), new MemoryCacheEntryOptions { Size = text.Text.Value.Length + row.Turns.Length, SlidingExpiration = Idle });
        return text;
    }

    /// <summary>Forgets everything: some of it may have to be gone.</summary>
    public void Clear() => known.Clear();

    public void Dispose() => known.Dispose();

    private static async Task<(Guid Id, Row Row)?> RowAsync(JembatanDb db, Id<Source> source, int number, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = Rows.Command(db, "SELECT \"Id\", \"TextHash\", \"Turns\", \"Losses\" FROM \"Revisions\" WHERE \"SourceId\" = @p0 AND \"Number\" = @p1");
            command.Bind("@p0", Rows.Stored(db, source.Value));
            command.Bind("@p1", number);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            return await reader.ReadAsync(cancellationToken) ? (Rows.ReadGuid(reader, 0), new Row(number, reader.GetString(1), reader.GetString(2), reader.GetString(3))) : null;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>What must be as it was for a remembered text to hold.</summary>
    private sealed record Row(int Number, string TextHash, string Turns, string Losses);
}
