using Jembatan.App.Tables;
using Jembatan.Core;
using Jembatan.Storage;
using Jembatan.Text.Tokens;

namespace Jembatan.App.Texts;

/// <summary>Finds words in a row in the texts: as a concordance, or as the paragraphs that hold them.</summary>
public static class FindWords
{
    /// <param name="Query">Words in a row; <c>*</c> stands for any letters.</param>
    /// <param name="Stem">Whether words match by stem.</param>
    /// <param name="Language">Language of the stems.</param>
    /// <param name="Case">Only informants with this value of a variable.</param>
    /// <param name="Window">Words of context on each side.</param>
    /// <param name="Limit">Most matches; the total counts further ones.</param>
    public sealed record Request(
        string Query, bool Stem = false, Language Language = Language.Indonesian, string? Case = null, bool WithInterviewer = false, int Window = 8, int Limit = 1000);

    /// <summary>A match with what stands about it; <paramref name="Start"/> and <paramref name="End"/> are code points.</summary>
    /// <param name="ParagraphStart">Beginning of the paragraph.</param>
    /// <param name="ParagraphEnd">End of the paragraph.</param>
    public sealed record Line(string Source, int Revision, string? Speaker, int Start, int End, string Before, string Match, string After, int ParagraphStart, int ParagraphEnd, string Paragraph);

    /// <param name="Total">Matches beyond the limit too.</param>
    /// <param name="Sources">Sources with a match.</param>
    public sealed record Response(IReadOnlyList<string> Words, bool Stem, IReadOnlyList<Line> Lines, int Total, int Sources);

    /// <returns>The matches in order of source and place, or <c>search/empty</c>, <c>search/window</c>, and the problems of a case condition.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, JembatanDb db, CancellationToken cancellationToken)
    {
        if (request.Window is < 0 or > 200) return new Problem("search/window", "The window has 0 to 200 words on each side. Choose another number.");
        if (WordQuery.Of(request.Query, SpokenWords.Stems(request.Stem, request.Language)) is not { } query)
            return new Problem("search/empty", "The query holds no word, or more than 20. Write one word or some in a row; * stands for any letters.", request.Query);
        var only = await SpokenWords.OfCaseAsync(request.Case, db, cancellationToken);
        if (only.Problem is { } problem) return problem;
        var lines = new List<Line>();
        var (total, sources) = (0, 0);
        await foreach (var source in SpokenWords.ReadAsync(db, request.WithInterviewer, cancellationToken))
        {
            if (only.Value is { } informants && !(source.InformantId is { } id && informants.Contains(id))) continue;
            List<(int Start, int End)>? paragraphs = null;
            var before = total;
            foreach (var match in query.Find(source.Words))
            {
                total++;
                if (lines.Count < request.Limit) lines.Add(Of(source, match, request.Window, paragraphs ??= TextUnits.Paragraphs(source.Text.Value)));
            }

            if (total > before) sources++;
        }

        return new Response(query.Patterns, request.Stem, lines, total, sources);
    }

    private static Line Of(SpokenSourceWords source, WordMatch match, int window, List<(int Start, int End)> paragraphs)
    {
        var words = source.Words;
        var (start, end) = (words[match.First].Start, words[match.Last].End);
        var p = Math.Min(TextUnits.FirstEndingAfter(paragraphs, start), paragraphs.Count - 1);
        var turn = source.Turns.LastOrDefault(t => t.Start <= start && start < t.End);
        // Context stays in the turn, or in the text where there are no turns.
        var (floor, ceiling) = turn is null ? (0, source.Text.Length) : (turn.SpeechStart, turn.End);
        var from = Math.Max(floor, window == 0 ? start : words[Math.Max(0, match.First - window)].Start);
        var to = Math.Min(ceiling, window == 0 ? end : words[Math.Min(words.Count - 1, match.Last + window)].End);
        return new(
            source.Name, source.Revision, turn?.Speaker, start, end, source.Text.Slice(Math.Min(from, start), start).TrimStart(), source.Text.Slice(start, end),
            source.Text.Slice(end, Math.Max(to, end)).TrimEnd(), paragraphs[p].Start, paragraphs[p].End, source.Text.Slice(paragraphs[p].Start, paragraphs[p].End).Trim());
    }
}
