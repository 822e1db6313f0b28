using System.Text.RegularExpressions;

namespace Jembatan.EndToEnd.Tests.Stage;

/// <summary>Every page of the workspace, and one address of each page that needs a name.</summary>
internal static class Places
{
    public static IReadOnlyList<string> Fixed { get; } =
        ["/", "/sources", "/codebook", "/causes", "/servo", "/strategies", "/gap", "/macro", "/report", "/themes", "/journal", "/about", "/import",
         "/coverage", "/coverage/backtest", "/coverage/sensitivity", "/agreement", "/agreement/assignments", "/conflicts", "/memos", "/tables", "/tables/together", "/tables/saturation"];

    /// <summary>The fixed pages, and the first page of each kind that they lead to.</summary>
    public static async Task<IReadOnlyList<(string Name, string Path)>> AllAsync(Visitor visitor)
    {
        var found = Fixed.Select(p => (p == "/" ? "overview" : p[1..].Replace('/', '-'), p)).ToList();
        found.Add(("source", await FirstAsync(visitor, "/sources", @"/sources/[^/?""#]+")));
        found.Add(("source-at", await FirstAsync(visitor, found[^1].Item2, @"/sources/[^""]+coding=[^""#]+")));
        found.Add(("code", await FirstAsync(visitor, "/causes", @"/codes/[^""?#]+")));
        found.Add(("cell", await FirstAsync(visitor, "/servo", @"/servo\?cell=[^""#]+")));
        found.Add(("strategy", await FirstAsync(visitor, "/servo", @"/strategies/[^""?#]+")));
        found.Add(("misfit", await FirstAsync(visitor, "/servo", @"/misfits/[^""?#]+")));
        found.Add(("rate", await FirstAsync(visitor, found[^2].Item2, @"/strategies/[^""?#]+/rate/[^""?#]+")));
        found.Add(("trace", await FirstAsync(visitor, found[^4].Item2, @"/trace/fit[^""#]+")));
        return found;
    }

    private static async Task<string> FirstAsync(Visitor visitor, string page, string pattern)
    {
        await visitor.OpenAsync(page);
        var html = System.Net.WebUtility.HtmlDecode(await visitor.Page.ContentAsync());
        var match = Regex.Match(html, $"href=\"({pattern})");
        Assert.True(match.Success, $"No link {pattern} stands on {page}.");
        return match.Groups[1].Value;
    }
}
