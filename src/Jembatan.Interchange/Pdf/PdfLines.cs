using System.Text;
using UglyToad.PdfPig.Content;

namespace Jembatan.Interchange.Pdf;

/// <summary>Puts the words of a page into lines.</summary>
internal static class PdfLines
{
    /// <returns>The lines from top to bottom, an empty one where the gap is wide; no line when the page holds no text.</returns>
    internal static IReadOnlyList<string> Of(Page page)
    {
        var words = page.GetWords().Where(w => !string.IsNullOrWhiteSpace(w.Text)).ToList();
        var lines = new List<string>();
        double? previousBottom = null;
        double height = 0;
        foreach (var line in Lines(words))
        {
            var (top, bottom) = (line.Max(w => w.BoundingBox.Top), line.Min(w => w.BoundingBox.Bottom));
            if (previousBottom - top > 1.2 * Math.Max(height, top - bottom)) lines.Add("");
            lines.Add(Join(line));
            (previousBottom, height) = (bottom, top - bottom);
        }

        return lines;
    }

    // A word belongs to the line whose middle lies within its height.
    private static List<List<Word>> Lines(IEnumerable<Word> words)
    {
        var lines = new List<List<Word>>();
        double middle = 0, height = 0;
        foreach (var word in words.OrderByDescending(Baseline).ThenBy(w => w.BoundingBox.Left))
        {
            if (lines.Count > 0 && Math.Abs(Baseline(word) - middle) <= Math.Max(1, 0.4 * Math.Max(height, word.BoundingBox.Height)))
            {
                lines[^1].Add(word);
            }
            else
            {
                lines.Add([word]);
                (middle, height) = (Baseline(word), word.BoundingBox.Height);
            }
        }

        foreach (var line in lines) line.Sort((a, b) => a.BoundingBox.Left.CompareTo(b.BoundingBox.Left));
        return lines;
    }

    private static double Baseline(Word word) => word.Letters.Count > 0 ? word.Letters[0].StartBaseLine.Y : word.BoundingBox.Bottom;

    private static string Join(List<Word> line)
    {
        var text = new StringBuilder();
        foreach (var word in line) text.Append(text.Length > 0 ? " " : "").Append(word.Text);
        return text.ToString();
    }
}
