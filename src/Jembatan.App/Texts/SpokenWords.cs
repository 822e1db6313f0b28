using Jembatan.App.Codings;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage;
using Jembatan.Text.Tokens;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Texts;

/// <summary>A source with the words that informants say in it.</summary>
internal sealed record SpokenSourceWords(string Name, int Revision, Id<Informant>? InformantId, CanonicalText Text, IReadOnlyList<Token> Words, IReadOnlyList<Turn> Turns);

/// <summary>Reads the words of a study, source by source; speaker labels and interviewer turns are left out.</summary>
internal static class SpokenWords
{
    /// <summary>Sources in order of name.</summary>
    public static async IAsyncEnumerable<SpokenSourceWords> ReadAsync(
        JembatanDb db, bool withInterviewer, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows = await (from r in db.Revisions.AsNoTracking()
                          join s in db.Sources on r.SourceId equals s.Id
                          where r.Number == s.Revision && !s.Purged
                          orderby s.Name
                          select new { s.Name, s.InformantId, Revision = r }).ToListAsync(cancellationToken);
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var text = CanonicalText.From(await db.ReadTextAsync(row.Revision.TextHash, cancellationToken));
            var words = Tokenizer.Words(text.Value);
            yield return new(row.Name, row.Revision.Number, row.InformantId, text, Spoken(words, row.Revision.Turns, withInterviewer), row.Revision.Turns);
        }
    }

    // Words outside turns (headers, remarks) and before the speech of a turn are nobody's.
    private static IReadOnlyList<Token> Spoken(IReadOnlyList<Token> words, IReadOnlyList<Turn> turns, bool withInterviewer)
    {
        if (turns.Count == 0) return words;
        var kept = new List<Token>(words.Count);
        var at = 0;
        foreach (var turn in turns)
        {
            while (at < words.Count && words[at].Start < turn.SpeechStart) at++;
            for (; at < words.Count && words[at].Start < turn.End; at++)
                if (withInterviewer || turn.Voice != Voice.Interviewer) kept.Add(words[at]);
        }

        return kept;
    }

    /// <summary>The stems of which language are compared: as asked, else the study's; null for the words as they stand.</summary>
    public static StemLanguage? Stems(bool stem, Language language) => !stem ? null : language == Language.English ? StemLanguage.English : StemLanguage.Indonesian;

    /// <summary>The condition's informants, or all.</summary>
    public static async Task<Result<HashSet<Id<Informant>>?>> OfCaseAsync(string? condition, JembatanDb db, CancellationToken cancellationToken)
    {
        if (condition is null) return (HashSet<Id<Informant>>?)null;
        var informants = await CaseFilter.InformantsAsync(condition, db, cancellationToken);
        return informants.Problem is { } problem ? problem : informants.Value;
    }
}
