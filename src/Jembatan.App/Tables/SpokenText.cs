using Jembatan.Core.Qualitative;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Tables;

/// <summary>What of each source is spoken: the words of its turns, without labels of speakers, headers and the line breaks between turns.</summary>
internal static class SpokenText
{
    /// <summary>Stretches of code points for each source, rising and apart, in the order of the passages' sources; a source without turns is spoken throughout.</summary>
    public static async Task<IReadOnlyList<IReadOnlyList<(int Start, int End)>>> ReadAsync(JembatanDb db, CodedPassages passages, bool withInterviewer, CancellationToken cancellationToken)
    {
        var revisions = await CurrentAsync(db, passages, cancellationToken);
        return [.. revisions.Select(r => r is null ? [] : Spoken(r, withInterviewer))];
    }

    /// <summary>Code points that are spoken in all sources together.</summary>
    public static async Task<long> LengthAsync(JembatanDb db, CodedPassages passages, bool withInterviewer, CancellationToken cancellationToken) =>
        (await ReadAsync(db, passages, withInterviewer, cancellationToken)).Sum(s => s.Sum(t => (long)t.End - t.Start));

    /// <summary>The current revision of each source; null for a source without one.</summary>
    public static async Task<IReadOnlyList<SourceRevision?>> CurrentAsync(JembatanDb db, CodedPassages passages, CancellationToken cancellationToken)
    {
        var current = (await (from r in db.Revisions.AsNoTracking() join s in db.Sources on r.SourceId equals s.Id where r.Number == s.Revision select r).ToListAsync(cancellationToken))
            .ToDictionary(r => r.SourceId);
        return [.. passages.Sources.Select(s => current.GetValueOrDefault(s.Id))];
    }

    /// <summary>How many code points two lists of stretches share, each rising and apart.</summary>
    public static long Shared(IReadOnlyList<(int Start, int End)> first, IReadOnlyList<(int Start, int End)> second)
    {
        var (shared, i, j) = (0L, 0, 0);
        while (i < first.Count && j < second.Count)
        {
            shared += Math.Max(0, Math.Min(first[i].End, second[j].End) - Math.Max(first[i].Start, second[j].Start));
            if (first[i].End < second[j].End) i++;
            else j++;
        }

        return shared;
    }

    private static IReadOnlyList<(int Start, int End)> Spoken(SourceRevision revision, bool withInterviewer) =>
        revision.Turns.Count == 0
            ? [(0, revision.Length)]
            : [.. revision.Turns.Where(t => (t.Voice == Voice.Informant || (withInterviewer && t.Voice == Voice.Interviewer)) && t.End > t.SpeechStart).Select(t => (t.SpeechStart, t.End))];
}
