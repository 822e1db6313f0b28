using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Jembatan.Core;
using Jembatan.Interchange.Intake;

namespace Jembatan.Interchange.Html;

/// <summary>Reads the words of a web page saved as a file.</summary>
/// <remarks>
/// Kept: the words of the body, one line per block, table cells with tabs, tables with the shape of a transcript as turns. Left out: head, scripts, styles, pictures, forms, addresses.
/// <para>Untrusted input: nothing is run and nothing is fetched; a document type with declarations of its own, which HTML does not know, is refused.</para>
/// <para>Source: WHATWG HTML, parsing by AngleSharp.</para>
/// </remarks>
/// <param name="limits">How much is read.</param>
public sealed partial class HtmlImporter(ImportLimits limits) : ISourceImporter
{
    /// <inheritdoc/>
    public FileFormat Format { get; } = new("html", "Web page", [".html", ".htm", ".xhtml"]);

    /// <inheritdoc/>
    /// <returns>The text, or <c>import/empty</c>, <c>import/too-large</c>, <c>text/binary</c> <c>html/too-deep</c> or <c>html/entities</c>.</returns>
    public async Task<Result<ImportedText>> ImportAsync(string name, Stream content, CancellationToken cancellationToken)
    {
        var bytes = await FileBytes.ReadAsync(name, content, limits, cancellationToken);
        if (bytes.Problem is { } unread) return unread;
        var decoded = TextFile.Decode(name, bytes.Value);
        if (decoded.Problem is { } problem) return problem;
        if (HtmlDepth.Exceeds(decoded.Value.Text, limits.MaxDepth))
            return new Problem("html/too-deep", $"'{name}' nests its elements beyond all measure. Open it in a browser, copy the words into a .docx or .txt file, and import that.", name);
        if (InternalSubset().IsMatch(decoded.Value.Text))
            return new Problem("html/entities", $"'{name}' declares entities of its own in its document type. Open it in a browser, copy the words into a .docx or .txt file, and import that.", name);

        var parser = new HtmlParser(new HtmlParserOptions { IsScripting = false });
        var named = decoded.Value.Encoding == "Windows-1252";      // a page may name its encoding itself
        using var page = named ? parser.ParseDocument(new MemoryStream(bytes.Value, writable: false)) : parser.ParseDocument(decoded.Value.Text);

        var manuscript = new Manuscript();
        foreach (var (what, selector) in LeftOut) manuscript.LeaveOut(what, page.QuerySelectorAll(selector).Length);
        HtmlLines.Write((INode?)page.Body ?? page, manuscript);
        return manuscript.HasWords
            ? manuscript.ToImportedText(named ? [] : decoded.Value.Doubts)
            : new Problem("import/empty", $"'{name}' holds no words. If the page shows some in a browser, a script puts them there: copy them into a .txt file and import that.", name);
    }

    private static readonly IReadOnlyList<(string What, string Selector)> LeftOut =
        [("pictures", "img, svg, canvas, picture"), ("scripts", "script"), ("embedded pages or media", "iframe, object, embed, video, audio"), ("form fields", "input, select, textarea")];

    // A document type with a bracket in it, after nothing but white space, instructions and comments.
    [GeneratedRegex("""^(?>\s+|<\?[^>]*>|<!--.*?-->)*<!DOCTYPE(?>[^>\["']+|"[^"]*"|'[^']*')*\[""", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex InternalSubset();
}
