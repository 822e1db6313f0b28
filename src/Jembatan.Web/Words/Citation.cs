using System.Text.RegularExpressions;

namespace Jembatan.Web.Words;

/// <summary>Sources as a narrow column shows them.</summary>
public static partial class Citation
{
    /// <summary>A source with each address cut to its host; the trace and the report have it whole.</summary>
    /// <param name="source">The source as written.</param>
    public static string WithoutPath(string source) => Address().Replace(source, "$1");

    [GeneratedRegex(@"https?://(?:www\.)?([^/\s?#]+)[^\s;]*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Address();
}
