using System.Text.RegularExpressions;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Interchange.Documents;

namespace Jembatan.App.Reports;

/// <summary>Traces that an analyst put into a text, written <c>[[coding:…]]</c> or <c>[[FI02]]</c>.</summary>
internal static partial class EmbeddedTraces
{
    public static IEnumerable<Id<Coding>> Codings(Bilingual text) =>
        Pattern().Matches(text.Id + "\n" + text.En).Select(m => m.Groups[1].Value)
            .Where(t => t.StartsWith("coding:", StringComparison.Ordinal)).Select(t => Id<Coding>.TryParse(t[7..], null, out var id) ? id : (Id<Coding>?)null).OfType<Id<Coding>>();

    /// <summary>The paragraphs of a text, each trace a link to its place in the report.</summary>
    public static IEnumerable<Block> Paragraphs(string text, ReportContext context, ParagraphStyle style = ParagraphStyle.Body) =>
        text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(p => new Paragraph([.. Inlines(p, context)], style));

    private static IEnumerable<Inline> Inlines(string paragraph, ReportContext context)
    {
        var at = 0;
        foreach (Match match in Pattern().Matches(paragraph))
        {
            if (match.Index > at) yield return new Plain(paragraph[at..match.Index]);
            yield return context.Trace(match.Groups[1].Value);
            at = match.Index + match.Length;
        }

        if (at < paragraph.Length) yield return new Plain(paragraph[at..]);
    }

    [GeneratedRegex(@"\[\[([^\[\]]{1,120})\]\]")]
    private static partial Regex Pattern();
}
