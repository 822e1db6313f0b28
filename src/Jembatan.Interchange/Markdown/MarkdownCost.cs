namespace Jembatan.Interchange.Markdown;

/// <summary>Bounds the work of parsing marks, which grows with the square of their number in a paragraph.</summary>
internal static class MarkdownCost
{
    private const long MostWork = 100_000_000;     // pairs of marks; a few seconds

    internal static bool IsExcessive(string text)
    {
        long work = 0, marks = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.IsWhiteSpace())
            {
                work += marks * marks;
                marks = 0;
            }
            else
            {
                marks += line.Count('[') + line.Count('*') + line.Count('_') + line.Count('<') + line.Count('`');
            }

            if (work + (marks * marks) > MostWork) return true;
        }

        return false;
    }
}
