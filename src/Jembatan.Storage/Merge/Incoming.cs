using System.Text;
using System.Text.RegularExpressions;
using Jembatan.Core.Qualitative;
using Jembatan.Storage.Bulk;
using Jembatan.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.Storage.Merge;

/// <summary>The steps that the other copy has and this one lacks, with the long texts that they name.</summary>
internal static partial class Incoming
{
    private const long LatestMilliseconds = 253_402_300_799_999;      // the end of the year 9999
    private const int FewSets = 500;

    /// <summary>Copies them into this copy's journal.</summary>
    public static async Task BringAsync(JembatanDb ours, JembatanDb theirs, List<ChangeSet> sets, CancellationToken cancellationToken)
    {
        if (sets.Exists(s => s.Clock <= 0 || s.Clock >> 16 > LatestMilliseconds)) throw new InvalidDataException("A step of the journal lies outside all time.");
        await BulkWriter.Of(ours).InsertAsync(ours, ours.Model.FindEntityType(typeof(ChangeSet))!, sets, cancellationToken);
        var hashes = new HashSet<string>();
        foreach (var chunk in await ChunksAsync(theirs, sets, cancellationToken))
        {
            foreach (var change in chunk) hashes.UnionWith(Texts(change));
            await BulkWriter.Of(ours).InsertAsync(ours, ours.Model.FindEntityType(typeof(Change))!, chunk, cancellationToken);
        }

        foreach (var some in hashes.Chunk(FewSets))
        {
            var known = (await ours.Blobs.Where(b => some.Contains(b.Hash)).Select(b => b.Hash).ToListAsync(cancellationToken)).ToHashSet();
            foreach (var hash in some.Where(h => !known.Contains(h)))
            {
                if (await theirs.Blobs.AsNoTracking().FirstOrDefaultAsync(b => b.Hash == hash, cancellationToken) is not { } blob) continue;
                if (CanonicalText.HashOf(Encoding.UTF8.GetString(blob.Content)) != hash) throw new InvalidDataException("A text of the copy is not what its hash says.");
                await BulkWriter.Of(ours).InsertAsync(ours, ours.Model.FindEntityType(typeof(Blob))!, [blob], cancellationToken);
            }
        }
    }

    private static async Task<IEnumerable<Change[]>> ChunksAsync(JembatanDb theirs, List<ChangeSet> sets, CancellationToken cancellationToken)
    {
        var wanted = sets.Select(s => s.Id).ToHashSet();
        var found = new List<Change>();
        if (sets.Count <= FewSets)
        {
            foreach (var id in wanted) found.AddRange(await theirs.Changes.AsNoTracking().Where(c => c.ChangeSetId == id).ToListAsync(cancellationToken));
        }
        else
        {
            await foreach (var change in theirs.Changes.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                if (wanted.Contains(change.ChangeSetId)) found.Add(change);
            }
        }

        return found.Chunk(BulkRows.RowsPerChange);
    }

    private static IEnumerable<string> Texts(Change change)
    {
        var many = change.Operation is ChangeOperation.AddMany or ChangeOperation.RemoveMany;
        if (many && change.Entity != nameof(SourceRevision)) return [];
        if (!many && change.Entity == nameof(Coding)) return [];
        using var document = many ? BulkRows.Open(change.Payload) : null;
        var text = document?.RootElement.GetRawText() ?? Encoding.UTF8.GetString(change.Payload);
        return Hashes().Matches(text).Select(m => m.Groups[1].Value);
    }

    [GeneratedRegex("\"([0-9a-f]{64})\"")]
    private static partial Regex Hashes();
}
