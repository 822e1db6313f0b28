using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Codings;

/// <summary>Takes codings out of a study with everything that rests on them; the caller commits.</summary>
internal static class CodingRemoval
{
    /// <param name="Evidence">Items of evidence removed.</param>
    /// <param name="Ratings">Ratings opened again.</param>
    /// <param name="MentionedIn">Sections of the analyst's text that name one of the codings.</param>
    public sealed record Outcome(int Evidence, int Ratings, IReadOnlyList<string> MentionedIn);

    public static async Task<Outcome> RemoveAsync(JembatanDb db, IReadOnlyCollection<Coding> codings, string because, CancellationToken cancellationToken)
    {
        var ids = codings.Select(c => c.Id).ToHashSet();
        var keys = ids.Select(i => i.Value).ToList();
        var resting = (await db.Evidence.Where(e => e.CodingId != null).ToListAsync(cancellationToken)).Where(e => ids.Contains(e.CodingId!.Value)).ToList();
        var gone = resting.Select(e => e.Id).ToHashSet();
        var reopened = gone.Count == 0 ? 0 : await ReopenAsync(db, gone, because, cancellationToken);
        if (gone.Count > 0) await ForgetEvidenceAsync(db, gone, cancellationToken);
        foreach (var code in (await db.Codes.Where(c => c.AnchorExample != null).ToListAsync(cancellationToken)).Where(c => ids.Contains(c.AnchorExample!.Value))) code.Show(null);
        db.Notes.RemoveRange(await db.Notes.Where(n => keys.Contains(n.TargetId)).ToListAsync(cancellationToken));
        db.Evidence.RemoveRange(resting);
        db.Codings.RemoveRange(codings);
        return new Outcome(resting.Count, reopened, await MentionedInAsync(db, keys, cancellationToken));
    }

    /// <summary>Sections of the analyst's text that name one of the codings.</summary>
    public static async Task<IReadOnlyList<string>> MentionedInAsync(JembatanDb db, IReadOnlyList<Guid> keys, CancellationToken cancellationToken) =>
        [.. (await db.Narratives.AsNoTracking().ToListAsync(cancellationToken)).Where(n => keys.Any(k => Names(n.Text.Id, k) || Names(n.Text.En, k))).Select(n => n.Section)];

    private static async Task<int> ReopenAsync(JembatanDb db, HashSet<Id<Evidence>> gone, string because, CancellationToken cancellationToken)
    {
        var reopened = 0;
        foreach (var rating in await db.Ratings.ToListAsync(cancellationToken))
        {
            var lost = rating.Evidence.Where(gone.Contains).ToList();
            foreach (var evidence in lost) rating.Reopen(evidence, because);
            if (lost.Count > 0) reopened++;
        }

        return reopened;
    }

    private static async Task ForgetEvidenceAsync(JembatanDb db, HashSet<Id<Evidence>> gone, CancellationToken cancellationToken)
    {
        foreach (var factor in (await db.Factors.ToListAsync(cancellationToken)).Where(f => f.Evidence.Any(gone.Contains)))
            factor.Revise(factor.Statement, [.. factor.Evidence.Where(e => !gone.Contains(e))]);
        foreach (var recommendation in (await db.Recommendations.ToListAsync(cancellationToken)).Where(r => r.Details.Evidence.Any(gone.Contains)))
            recommendation.Revise(recommendation.Details with { Evidence = [.. recommendation.Details.Evidence.Where(e => !gone.Contains(e))] });
    }

    private static bool Names(string text, Guid key) => text.Contains(key.ToString(), StringComparison.OrdinalIgnoreCase);
}
