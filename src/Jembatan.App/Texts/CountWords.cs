using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Statistics.Tables;
using Jembatan.Storage;
using Jembatan.Text.Tokens;

namespace Jembatan.App.Texts;

/// <summary>Counts words: how often each stands, and which tell one group of informants from the others.</summary>
public static class CountWords
{
    /// <param name="Stem">Whether words of one stem count together.</param>
    /// <param name="Language">Language of the stems.</param>
    /// <param name="Case">Only informants with this value of a variable.</param>
    /// <param name="Least">Words that stand fewer times are left out of the list.</param>
    public sealed record Request(bool Stem = false, Language Language = Language.Indonesian, string? Case = null, bool WithInterviewer = false, int Least = 1);

    /// <param name="Word">The word, or the stem.</param>
    /// <param name="PerThousand">Times in a thousand words.</param>
    /// <param name="Sources">Sources with it.</param>
    public sealed record Row(string Word, int Count, double PerThousand, int Sources);

    /// <param name="Words">Words counted.</param>
    /// <param name="Different">Different ones.</param>
    public sealed record Response(long Words, int Different, bool Stem, IReadOnlyList<Row> Rows);

    /// <summary>A word that one side uses more.</summary>
    /// <param name="P">Of the four-cell G².</param>
    /// <param name="AdjustedP">After Benjamini–Hochberg over the words listed.</param>
    public sealed record KeyWord(string Word, KeynessResult Keyness, double P, double AdjustedP);

    /// <param name="TargetWords">Words of the target.</param>
    /// <param name="ReferenceWords">Words of all other sources.</param>
    public sealed record KeynessResponse(string Target, long TargetWords, long ReferenceWords, bool Stem, IReadOnlyList<KeyWord> Rows);

    /// <returns>Words, most frequent first, or the problems of a case condition.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, JembatanDb db, CancellationToken cancellationToken)
    {
        var only = await SpokenWords.OfCaseAsync(request.Case, db, cancellationToken);
        if (only.Problem is { } problem) return problem;
        var counted = await CountAsync(request, db, id => only.Value is null || (id is { } i && only.Value.Contains(i)), cancellationToken);
        return new Response(
            counted.Target, counted.Words.Count(w => w.Value.Target > 0), request.Stem,
            [.. counted.Words.Where(w => w.Value.Target >= Math.Max(1, request.Least)).OrderByDescending(w => w.Value.Target).ThenBy(w => w.Key, StringComparer.Ordinal)
                .Select(w => new Row(w.Key, w.Value.Target, 1000.0 * w.Value.Target / counted.Target, w.Value.Sources))]);
    }

    /// <summary>Keyness of the words of some informants against all others.</summary>
    /// <param name="target">The informants, as <c>VARIABLE=VALUE</c>.</param>
    /// <param name="request">How to count; its case narrows nothing here.</param>
    /// <returns>Words by G², over-use first; or <c>keyness/one-side</c>, and the problems of a case condition.</returns>
    public static async Task<Result<KeynessResponse>> KeynessAsync(string target, Request request, JembatanDb db, CancellationToken cancellationToken)
    {
        var only = await SpokenWords.OfCaseAsync(target, db, cancellationToken);
        if (only.Problem is { } problem) return problem;
        var counted = await CountAsync(request, db, id => id is { } i && only.Value!.Contains(i), cancellationToken);
        if (counted.Target == 0 || counted.Reference == 0)
            return new Problem("keyness/one-side", $"'{target}' leaves no words on {(counted.Target == 0 ? "its own" : "the other")} side, so there is nothing to compare. Choose another value.", target);
        var rows = counted.Words.Where(w => w.Value.Target + w.Value.Reference >= Math.Max(1, request.Least))
            .Select(w => (Word: w.Key, Keyness: Keyness.Measure(w.Value.Target, w.Value.Reference, counted.Target, counted.Reference))).ToList();
        var p = rows.Select(r => NormalTail.TwoSided(Math.Sqrt(Math.Abs(r.Keyness.G2)))).ToList();
        var adjusted = MultipleTests.BenjaminiHochberg.Correct(p);
        return new KeynessResponse(
            target, counted.Target, counted.Reference, request.Stem,
            [.. rows.Select((r, i) => new KeyWord(r.Word, r.Keyness, p[i], adjusted[i])).OrderByDescending(r => r.Keyness.G2).ThenBy(r => r.Word, StringComparer.Ordinal)]);
    }

    private sealed record Counted(long Target, long Reference, Dictionary<string, (int Target, int Reference, int Sources)> Words);

    private static async Task<Counted> CountAsync(Request request, JembatanDb db, Func<Id<Informant>?, bool> isTarget, CancellationToken cancellationToken)
    {
        var words = new Dictionary<string, (int Target, int Reference, int Sources)>(StringComparer.Ordinal);
        var stems = new Dictionary<string, string>(StringComparer.Ordinal);
        var language = SpokenWords.Stems(request.Stem, request.Language);
        long target = 0, reference = 0;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var source in SpokenWords.ReadAsync(db, request.WithInterviewer, cancellationToken))
        {
            var mine = isTarget(source.InformantId);
            seen.Clear();
            foreach (var token in source.Words)
            {
                var word = token.Form;
                if (language is { } l && !stems.TryGetValue(token.Form, out word!)) stems[token.Form] = word = Stemmer.Stem(token.Form, l);
                var known = words.GetValueOrDefault(word);
                words[word] = mine
                    ? (known.Target + 1, known.Reference, known.Sources + (seen.Add(word) ? 1 : 0))
                    : (known.Target, known.Reference + 1, known.Sources);
            }

            if (mine) target += source.Words.Count;
            else reference += source.Words.Count;
        }

        return new(target, reference, words);
    }
}
