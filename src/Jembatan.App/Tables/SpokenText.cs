using Jembatan.Core.Qualitative;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Tables;

/// <summary>How many code points are spoken in each source by others than the interviewer.</summary>
internal static class SpokenText
{
    /// <summary>One number for each source, in the order of the passages' sources; a source without turns is spoken throughout.</summary>
    public static async Task<IReadOnlyList<long>> ReadAsync(JembatanDb db, CodedPassages passages, bool withInterviewer, CancellationToken cancellationToken)
    {
        var revisions = await CurrentAsync(db, passages, cancellationToken);
        return [.. revisions.Select(r => r is null ? 0 : Spoken(r, withInterviewer))];
    }

    /// <summary>The current revision of each source; null for a source without one.</summary>
    public static async Task<IReadOnlyList<SourceRevision?>> CurrentAsync(JembatanDb db, CodedPassages passages, CancellationToken cancellationToken)
    {
        var current = (await (from r in db.Revisions.AsNoTracking() join s in db.Sources on r.SourceId equals s.Id where r.Number == s.Revision select r).ToListAsync(cancellationToken))
            .ToDictionary(r => r.SourceId);
        return [.. passages.Sources.Select(s => current.GetValueOrDefault(s.Id))];
    }

    private static long Spoken(SourceRevision revision, bool withInterviewer) =>
        withInterviewer || revision.Turns.Count == 0 ? revision.Length : revision.Length - revision.Turns.Where(t => t.Voice == Voice.Interviewer).Sum(t => (long)t.End - t.Start);
}
