using System.Text;

namespace Jembatan.Interchange.Documents;

/// <summary>Text as XML and HTML allow it, and the parts of a document that links reach.</summary>
internal static class DocumentText
{
    /// <summary>The text without control characters, non-characters and lone surrogates: files that hold them do not open.</summary>
    public static string Legal(string text)
    {
        if (text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0) return text;
        var legal = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\t' or '\n' || (!Rune.IsControl(rune) && (rune.Value & 0xFFFE) != 0xFFFE && rune.Value is < 0xFDD0 or > 0xFDEF)) legal.Append(rune.ToString());
        }

        return legal.ToString();
    }

    /// <summary>Every name by which links reach parts of a document.</summary>
    public static HashSet<string> Anchors(RichDocument document) => [.. document.Blocks.SelectMany(AnchorsOf)];

    private static IEnumerable<string> AnchorsOf(Block block) => (block switch
    {
        Heading h => [h.Anchor],
        Paragraph p => [p.Anchor],
        Quotation q => [q.Anchor],
        Figure f => [f.Anchor, .. AnchorsOf(f.Data)],
        Table t => t.Rows.SelectMany(r => r).Select(c => c.Anchor).Append(t.Anchor),
        _ => (IEnumerable<string?>)[],
    }).OfType<string>();
}
