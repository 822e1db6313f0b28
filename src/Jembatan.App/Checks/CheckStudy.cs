using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage;
using Jembatan.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Checks;

/// <summary>Checks a study: the storage itself, hashes of texts, anchors of codings, references, and that the journal tells what the tables hold. It changes nothing.</summary>
public static class CheckStudy
{
    private const int MostFindings = 50;

    /// <param name="Findings">What is wrong; empty when all is well, fifty at most.</param>
    /// <param name="CheckedRevisions">Texts whose hash was computed anew.</param>
    /// <param name="CheckedCodings">Codings whose words were looked for at their place.</param>
    /// <param name="JournalSteps">Steps of the journal that were told again.</param>
    public sealed record Response(IReadOnlyList<Problem> Findings, int CheckedRevisions, int CheckedCodings, int JournalSteps);

    public static async Task<Result<Response>> HandleAsync(StudyStore store, JembatanDb db, CancellationToken cancellationToken)
    {
        var findings = new List<Problem>(await store.CheckAsync(cancellationToken));
        if (findings.Exists(f => f.Code == "study/damaged")) return new Response(findings, 0, 0, 0);

        var revisions = await db.Revisions.AsNoTracking().OrderBy(r => r.SourceId).ThenBy(r => r.Number)
            .Select(r => new Text(r.SourceId, r.Number, r.TextHash, r.Length)).ToListAsync(cancellationToken);
        var sources = await db.Sources.AsNoTracking().ToDictionaryAsync(s => s.Id, cancellationToken);
        var codings = 0;
        foreach (var text in revisions)
        {
            if (findings.Count >= MostFindings) break;
            var purged = sources.TryGetValue(text.SourceId, out var source) && source.Purged;
            codings += await TextAsync(text, source?.Name ?? text.SourceId.ToString(), purged, findings, db, cancellationToken);
        }

        var known = revisions.Select(r => r.SourceId).Distinct().Count();
        if (sources.Count > known) findings.Add(new("source/no-text", $"{sources.Count - known} sources have no text. Go back to the last copy of the study."));
        var counted = await db.Codings.CountAsync(cancellationToken);
        if (counted > codings && findings.Count < MostFindings)
            findings.Add(new("coding/no-revision", $"{counted - codings} codings stand on a revision that is not there. Go back to the last copy of the study."));

        findings.AddRange((await ReferenceCheck.RunAsync(db, cancellationToken)).Take(MostFindings));
        var journal = await JournalCheck.RunAsync(db, MostFindings, cancellationToken);
        findings.AddRange(journal.Findings);
        return new Response([.. findings.Take(MostFindings)], revisions.Count, codings, journal.Steps);
    }

    private sealed record Text(Id<Source> SourceId, int Number, string Hash, int Length);

    // Of a purged source the marker stands where the words were; lengths and positions stay those of the words.
    private static async Task<int> TextAsync(Text text, string name, bool purged, List<Problem> findings, JembatanDb db, CancellationToken cancellationToken)
    {
        var value = await db.ReadTextAsync(text.Hash, cancellationToken);
        var place = $"{name}, revision {text.Number}";
        if (CanonicalText.HashOf(value) != text.Hash && !(value.Length == 0 && text.Length == 0))
        {
            findings.Add(new("text/hash", value.Length == 0
                ? $"The text of {place} is gone. Go back to the last copy of the study."
                : $"The text of {place} is not the one that was imported. Go back to the last copy of the study.", place));
            return await db.Codings.CountAsync(c => c.SourceId == text.SourceId && c.Revision == text.Number, cancellationToken);
        }

        var canonical = CanonicalText.From(value);
        if (!purged && canonical.Length != text.Length) findings.Add(new("text/length", $"The text of {place} has {canonical.Length} code points; the study says {text.Length}.", place));
        var codings = await db.Codings.AsNoTracking().Where(c => c.SourceId == text.SourceId && c.Revision == text.Number)
            .Select(c => new { c.Id, c.Start, c.End, c.Quote, c.Orphaned }).ToListAsync(cancellationToken);
        foreach (var c in codings.Where(c => !purged && !c.Orphaned))
        {
            if (findings.Count >= MostFindings) break;
            if (c.Start < 0 || c.End > canonical.Length || c.Start >= c.End || canonical.Slice(c.Start, c.End) != c.Quote)
                findings.Add(new("coding/anchor", $"The words of a coding do not stand at {c.Start}–{c.End} of {place}. Take it back with 'jembatan uncode' and code the words again.", $"coding:{c.Id}"));
        }

        return codings.Count;
    }
}
