using Jembatan.App.Codings;
using Jembatan.Core.Qualitative;

namespace Jembatan.Web.Sources;

/// <summary>A stretch of a line under the same codings.</summary>
/// <param name="Text">The words.</param>
/// <param name="Codings">Codings over it, the longest first, so that the shortest is drawn on top.</param>
/// <param name="IsAt">Whether the address points here.</param>
/// <param name="IsFirstAt">Whether it is the first such stretch of the page.</param>
public sealed record Stretch(string Text, IReadOnlyList<CodingRow> Codings, bool IsAt, bool IsFirstAt);

/// <summary>A stored line of a transcript; the reader's screen may wrap it, its number stays.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Start">Position of its first shown character, code points.</param>
/// <param name="End">Position after its last character, code points.</param>
/// <param name="Speaker">Who begins to speak on it; null when it goes on or nobody speaks.</param>
/// <param name="Voice">Whose words it holds.</param>
/// <param name="Begins">Codings whose first character stands on it.</param>
/// <param name="Runs">Codings that began above and reach into it.</param>
public sealed record Line(
    int Number, int Start, int End, string? Speaker, Voice Voice, IReadOnlyList<Stretch> Stretches, IReadOnlyList<CodingRow> Begins, IReadOnlyList<CodingRow> Runs);

/// <summary>A transcript cut into lines and stretches, once per request.</summary>
public static class Transcript
{
    /// <summary>Cuts a text; blank lines keep their number and are left out.</summary>
    /// <param name="text">The canonical text.</param>
    /// <param name="turns">Its speaker turns, in order.</param>
    /// <param name="codings">Codings of this revision.</param>
    /// <param name="at">The selection that the address points to; null for none.</param>
    public static IReadOnlyList<Line> Cut(CanonicalText text, IReadOnlyList<Turn> turns, IReadOnlyList<CodingRow> codings, (int Start, int End)? at)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(turns);
        ArgumentNullException.ThrowIfNull(codings);
        var lines = new List<Line>();
        var waiting = new Queue<CodingRow>(codings.OrderBy(c => c.Start).ThenByDescending(c => c.End));
        var active = new List<CodingRow>();
        var begins = new List<CodingRow>();
        var turn = 0;
        var number = 0;
        var isMarked = false;
        for (int index = 0, position = 0; index <= text.Value.Length;)
        {
            var newline = text.Value.IndexOf('\n', index);
            var endIndex = newline < 0 ? text.Value.Length : newline;
            var end = position + CodePoints(text.Value.AsSpan(index, endIndex - index));
            number++;
            while (turn + 1 < turns.Count && turns[turn + 1].Start < Math.Max(end, position + 1)) turn++;
            var current = turn < turns.Count && turns[turn].Start < Math.Max(end, position + 1) && turns[turn].End > position ? turns[turn] : null;
            var opens = current is not null && current.Start >= position;
            var start = opens && current!.Start == position ? Math.Min(current.SpeechStart, end) : position;
            active.RemoveAll(c => c.End <= position);
            var runs = active.Where(c => c.End > start).ToList();
            while (waiting.TryPeek(out var next) && next.Start < end)
            {
                waiting.Dequeue();
                if (next.End <= start) continue;
                begins.Add(next);
                active.Add(next);
            }

            if (end > position)
            {
                var stretches = Stretches(text, start, end, active, at, ref isMarked);
                begins.RemoveAll(c => c.End <= start);    // one that began on a blank line is carried to the line where its words stand
                lines.Add(new Line(number, start, end, opens ? current!.Speaker : null, current?.Voice ?? (turns.Count == 0 ? Voice.Informant : Voice.None), stretches, begins, runs));
                begins = [];
            }

            if (newline < 0) break;
            (index, position) = (newline + 1, end + 1);
        }

        return lines;
    }

    /// <summary>The number of the line that holds a position.</summary>
    public static int NumberAt(IReadOnlyList<Line> lines, int position)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var (low, high) = (0, lines.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (lines[middle].Start <= position) low = middle;
            else high = middle - 1;
        }

        return lines.Count == 0 ? 1 : lines[low].Number;
    }

    private static List<Stretch> Stretches(CanonicalText text, int start, int end, List<CodingRow> active, (int Start, int End)? at, ref bool isMarked)
    {
        var cuts = new SortedSet<int> { start, end };
        foreach (var c in active)
        {
            if (c.Start > start && c.Start < end) cuts.Add(c.Start);
            if (c.End > start && c.End < end) cuts.Add(c.End);
        }

        if (at is { } a)
        {
            if (a.Start > start && a.Start < end) cuts.Add(a.Start);
            if (a.End > start && a.End < end) cuts.Add(a.End);
        }

        var stretches = new List<Stretch>(cuts.Count - 1);
        var from = start;
        foreach (var to in cuts.Skip(1))
        {
            var over = active.Count == 0 ? [] : active.Where(c => c.Start < to && c.End > from).OrderByDescending(c => c.End - c.Start).ToList();
            var isAt = at is { } place && place.Start < to && place.End > from;
            stretches.Add(new Stretch(text.Slice(from, to), over, isAt, isAt && !isMarked));
            isMarked |= isAt;
            from = to;
        }

        return stretches;
    }

    private static int CodePoints(ReadOnlySpan<char> text)
    {
        var count = text.Length;
        foreach (var c in text) if (char.IsLowSurrogate(c)) count--;
        return count;
    }
}
