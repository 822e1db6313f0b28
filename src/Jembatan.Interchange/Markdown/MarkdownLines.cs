using System.Text;
using Jembatan.Interchange.Intake;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Jembatan.Interchange.Markdown;

/// <summary>Writes the blocks of a Markdown document as lines, blank lines between paragraphs kept.</summary>
internal static class MarkdownLines
{
    internal static void Write(MarkdownDocument document, Manuscript manuscript)
    {
        var lastLine = -1;
        foreach (var leaf in document.Descendants<LeafBlock>())
        {
            if (leaf is LinkReferenceDefinition or ThematicBreakBlock) continue;
            if (lastLine >= 0 && leaf.Line > lastLine + 1) manuscript.Line("");
            var words = leaf.Inline is { } inline ? Words(inline) : leaf.Lines.ToString();
            manuscript.Line(words);
            lastLine = leaf.Line + words.Count(c => c == '\n');
        }
    }

    private static string Words(ContainerInline container)
    {
        var text = new StringBuilder();
        foreach (var inline in container.Descendants())
        {
            switch (inline)
            {
                case LiteralInline literal: text.Append(literal.Content.ToString()); break;
                case LineBreakInline: text.Append('\n'); break;
                case CodeInline code: text.Append(code.Content); break;
                case AutolinkInline link: text.Append(link.Url); break;
                case DelimiterInline open: text.Append(open.ToLiteral()); break;      // a bracket or star that nothing closes
                case HtmlEntityInline entity: text.Append(entity.Transcoded.ToString()); break;
                case HtmlInline html when !IsElement(html.Tag): text.Append(html.Tag); break;
            }
        }

        return text.ToString();
    }

    // "<b>" is a mark; "<tertawa>" is what a transcriber wrote.
    private static bool IsElement(string tag) =>
        tag.StartsWith("<!--", StringComparison.Ordinal)
        || tag.TrimStart('<', '/').TrimEnd('>', '/', ' ').Split(' ')[0].ToLowerInvariant() is "b" or "i" or "u" or "em" or "strong" or "br" or "span" or "sub" or "sup" or "a" or "p" or "div" or "s" or "mark" or "small" or "font";
}
