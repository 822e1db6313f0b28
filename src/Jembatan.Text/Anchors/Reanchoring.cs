namespace Jembatan.Text.Anchors;

/// <summary>Carries anchors from one version of a text to the next: by the difference of the texts, then by words and context.</summary>
/// <remarks>
/// A stretch whose characters all survive moves with them. One whose first and last character and at least half of the rest survive, with nothing foreign at its edges, is taken as corrected.
/// Another is looked for by its exact words: it is found when they stand once with some context, or when one place fits its context better than all others.
/// <para>Cost: a difference of lines, then of words within changed lines; the search costs O(length) per anchor that the difference does not place.</para>
/// </remarks>
public static class Reanchoring
{
    private const int EnoughContext = 8;        // characters of context that make a place the same place
    private const int SpeakingQuote = 24;       // a quote this long that stands once needs no context

    /// <summary>Finds the new places.</summary>
    /// <param name="oldText">The text that the anchors belong to.</param>
    /// <param name="newText">Its next version.</param>
    /// <param name="anchors">The anchors.</param>
    /// <returns>One place per anchor, in their order; <see cref="AnchorMove.Lost"/> where none is certain.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An anchor lies outside the old text.</exception>
    public static IReadOnlyList<AnchorPlace> Move(string oldText, string newText, IReadOnlyList<Anchor> anchors)
    {
        ArgumentNullException.ThrowIfNull(oldText);
        ArgumentNullException.ThrowIfNull(newText);
        ArgumentNullException.ThrowIfNull(anchors);
        if (anchors.Count == 0) return [];
        var kept = TextDifference.Kept(oldText, newText);
        return [.. anchors.Select(anchor =>
        {
            ArgumentOutOfRangeException.ThrowIfNegative(anchor.Start);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(anchor.End, oldText.Length);
            var place = ByDifference(kept, newText, anchor);
            return place.How == AnchorMove.Lost ? ByWords(newText, anchor) : place;
        })];
    }

    private static AnchorPlace ByDifference(IReadOnlyList<KeptStretch> kept, string newText, Anchor anchor)
    {
        if (anchor.Start >= anchor.End) return AnchorPlace.Lost;
        if (TextDifference.Find(kept, anchor.Start) is not { } first || TextDifference.Find(kept, anchor.End - 1) is not { } last) return AnchorPlace.Lost;
        var start = first.New + anchor.Start - first.Old;
        var end = last.New + anchor.End - last.Old;
        if (end - start == anchor.End - anchor.Start && newText.AsSpan(start, end - start).SequenceEqual(anchor.Quote))
            return IsStray(first, anchor) ? AnchorPlace.Lost : new(AnchorMove.Kept, start, end);

        var surviving = kept.Sum(k => Math.Max(0, Math.Min(k.Old + k.Length, anchor.End) - Math.Max(k.Old, anchor.Start)));
        return surviving * 2 >= anchor.End - anchor.Start && surviving >= EnoughContext && end - start <= 2 * (anchor.End - anchor.Start) ? new(AnchorMove.Corrected, start, end) : AnchorPlace.Lost;
    }

    // A short word that alone survives in a rewritten line may be another one of the same spelling.
    private static bool IsStray(KeptStretch stretch, Anchor anchor) =>
        anchor.Quote.Length < SpeakingQuote && stretch.Length - anchor.Quote.Length < Math.Min(EnoughContext, anchor.Before.Length + anchor.After.Length);

    private static AnchorPlace ByWords(string newText, Anchor anchor)
    {
        if (anchor.Quote.Length == 0) return AnchorPlace.Lost;
        int best = -1, bestScore = -1, count = 0;
        var tied = false;
        for (var at = newText.IndexOf(anchor.Quote, StringComparison.Ordinal); at >= 0; at = newText.IndexOf(anchor.Quote, at + 1, StringComparison.Ordinal))
        {
            count++;
            var score = SameEnd(newText.AsSpan(0, at), anchor.Before) + newText.AsSpan(at + anchor.Quote.Length).CommonPrefixLength(anchor.After);
            tied = score == bestScore;
            if (score <= bestScore) continue;
            (best, bestScore, tied) = (at, score, false);
        }

        if (best < 0 || tied) return AnchorPlace.Lost;
        var enough = bestScore >= Math.Min(EnoughContext, anchor.Before.Length + anchor.After.Length) || (count == 1 && anchor.Quote.Length >= SpeakingQuote);
        return enough ? new(AnchorMove.Found, best, best + anchor.Quote.Length) : AnchorPlace.Lost;
    }

    private static int SameEnd(ReadOnlySpan<char> text, string before)
    {
        var same = 0;
        while (same < before.Length && same < text.Length && text[^(same + 1)] == before[^(same + 1)]) same++;
        return same;
    }
}
