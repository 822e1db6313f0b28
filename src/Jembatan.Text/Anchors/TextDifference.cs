using DiffPlex;
using DiffPlex.Chunkers;

namespace Jembatan.Text.Anchors;

/// <summary>A stretch that both versions have.</summary>
/// <param name="Old">Where it begins in the old text, UTF-16 units.</param>
/// <param name="New">Where it begins in the new text.</param>
/// <param name="Length">How long it is.</param>
internal readonly record struct KeptStretch(int Old, int New, int Length);

/// <summary>The stretches that two versions of a text share, by lines first and by words inside changed lines.</summary>
internal static class TextDifference
{
    private const int LongestRefined = 60_000;     // beyond it a changed block is taken as rewritten

    internal static IReadOnlyList<KeptStretch> Kept(string oldText, string newText)
    {
        var kept = new List<KeptStretch>();
        Compare(oldText, newText, 0, 0, refine: true, kept);
        return kept;
    }

    /// <summary>The stretch that holds a position of the old text, or null.</summary>
    internal static KeptStretch? Find(IReadOnlyList<KeptStretch> kept, int position)
    {
        int low = 0, high = kept.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (kept[middle].Old + kept[middle].Length <= position) low = middle + 1;
            else high = middle;
        }

        return low < kept.Count && kept[low].Old <= position ? kept[low] : null;
    }

    private static void Compare(string oldText, string newText, int oldAt, int newAt, bool refine, List<KeptStretch> kept)
    {
        IChunker chunker = refine ? LineEndingsPreservingChunker.Instance : new CustomFunctionChunker(Words);
        var difference = Differ.Instance.CreateDiffs(oldText, newText, ignoreWhiteSpace: false, ignoreCase: false, chunker);
        var oldStarts = Starts(difference.PiecesOld);
        var newStarts = Starts(difference.PiecesNew);
        int a = 0, b = 0;
        foreach (var block in difference.DiffBlocks)
        {
            Keep(oldStarts[a], newStarts[b], oldStarts[block.DeleteStartA] - oldStarts[a]);
            var (oldFrom, oldTo) = (oldStarts[block.DeleteStartA], oldStarts[block.DeleteStartA + block.DeleteCountA]);
            var (newFrom, newTo) = (newStarts[block.InsertStartB], newStarts[block.InsertStartB + block.InsertCountB]);
            if (refine && oldTo > oldFrom && newTo > newFrom && oldTo - oldFrom <= LongestRefined && newTo - newFrom <= LongestRefined)
                Compare(oldText[oldFrom..oldTo], newText[newFrom..newTo], oldAt + oldFrom, newAt + newFrom, refine: false, kept);
            (a, b) = (block.DeleteStartA + block.DeleteCountA, block.InsertStartB + block.InsertCountB);
        }

        Keep(oldStarts[a], newStarts[b], oldText.Length - oldStarts[a]);

        void Keep(int from, int to, int length)
        {
            if (length == 0) return;
            var next = new KeptStretch(oldAt + from, newAt + to, length);
            if (kept is [.., var last] && last.Old + last.Length == next.Old && last.New + last.Length == next.New) kept[^1] = last with { Length = last.Length + length };
            else kept.Add(next);
        }
    }

    private static int[] Starts(IReadOnlyList<string> pieces)
    {
        var starts = new int[pieces.Count + 1];
        for (var i = 0; i < pieces.Count; i++) starts[i + 1] = starts[i] + pieces[i].Length;
        return starts;
    }

    // Runs of letters and digits are words; every other character stands alone, surrogate pairs whole.
    private static string[] Words(string text)
    {
        var pieces = new List<string>();
        for (var i = 0; i < text.Length;)
        {
            var from = i++;
            if (char.IsLetterOrDigit(text[from])) while (i < text.Length && char.IsLetterOrDigit(text[i])) i++;
            else if (char.IsHighSurrogate(text[from]) && i < text.Length && char.IsLowSurrogate(text[i])) i++;
            pieces.Add(text[from..i]);
        }

        return [.. pieces];
    }
}
