using System.Text;
using Jembatan.Text.Turns;

namespace Jembatan.Interchange.Intake;

/// <summary>Gathers the lines of a document in reading order, with the turns that its tables tell.</summary>
internal sealed class Manuscript
{
    private readonly StringBuilder text = new();
    private readonly List<FoundTurn> turns = [];
    private readonly SortedDictionary<string, int> left = new(StringComparer.Ordinal);

    /// <summary>Adds a line; breaks inside it stay breaks.</summary>
    internal void Line(string line)
    {
        if (text.Length > 0 || begun) text.Append('\n');
        begun = true;
        text.Append(Plain(line));
    }

    private bool begun;

    /// <summary>Counts something that is left out, under the words of the loss report, such as <c>footnotes</c>.</summary>
    internal void LeaveOut(string what, int count = 1)
    {
        if (count > 0) left[what] = left.GetValueOrDefault(what) + count;
    }

    /// <summary>Adds a table: as turns when it has the shape of a transcript, as lines with tabs otherwise.</summary>
    internal void Table(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        if (SpeakerTable.Read(rows) is not { } speech)
        {
            foreach (var row in rows) Line(string.Join('\t', row.Select(cell => Plain(cell).Replace('\n', ' '))));
            return;
        }

        foreach (var row in speech)
        {
            Line("");
            var start = text.Length;
            text.Append(Plain(row.Before));
            var speechStart = text.Length;
            text.Append(Plain(row.Words));
            if (row.Speaker is null) continue;
            var end = text.Length;
            while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
            if (end > start) turns.Add(new(start, end, Math.Min(speechStart, end), row.Speaker, row.Role, row.AtSeconds));
        }
    }

    /// <summary>The whole text with its losses.</summary>
    internal ImportedText ToImportedText(IEnumerable<string> doubts)
    {
        var losses = Losses(doubts);
        var whole = text.ToString();
        return turns.Count >= 2 && !whole.StartsWith('\uFEFF') ? ImportedText.From(whole, losses, turns) : ImportedText.From(whole, losses);
    }

    /// <summary>What was left out, then what is in doubt.</summary>
    internal IEnumerable<string> Losses(IEnumerable<string> doubts) => left.Select(l => FormattableString.Invariant($"Left out: {l.Value} {l.Key}.")).Concat(doubts);

    /// <summary>Whether any character but white space came in.</summary>
    internal bool HasWords => text.ToString().Any(c => !char.IsWhiteSpace(c) && c != '\uFEFF');

    private static string Plain(string words) => words.Contains('\r', StringComparison.Ordinal) ? words.ReplaceLineEndings("\n").Replace('\r', '\n') : words;
}
