using Jembatan.App.Lookups;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage;

namespace Jembatan.App.Tables;

/// <summary>The words under a co-occurrence: where two codes meet.</summary>
public static class ListPairPassages
{
    /// <param name="A">One code.</param>
    /// <param name="B">Another code.</param>
    /// <param name="Within">What they share.</param>
    /// <param name="Words">Most words between them, for <see cref="CooccurrenceUnit.Words"/>.</param>
    /// <param name="Limit">How many places at most.</param>
    public sealed record Request(string A, string B, CooccurrenceUnit Within = CooccurrenceUnit.Overlap, int Words = 0, string Coders = "any", bool WithInterviewer = false, int Limit = 40);

    /// <summary>A place with both codes: from the beginning of the earlier passage to the end of the later.</summary>
    public sealed record Place(string Source, string? Informant, int Start, int End, string Text);

    /// <param name="Total">Places beyond the limit too.</param>
    public sealed record Response(IReadOnlyList<Place> Passages, int Total);

    /// <returns>The places, or <c>code/not-found</c>, <c>coder/not-found</c>.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, JembatanDb db, CancellationToken cancellationToken)
    {
        var a = await db.CodeAsync(request.A, cancellationToken);
        if (a.Problem is { } noA) return noA;
        var b = await db.CodeAsync(request.B, cancellationToken);
        if (b.Problem is { } noB) return noB;
        var read = await CodedPassages.ReadAsync(db, request.Coders, request.WithInterviewer, cancellationToken);
        if (read.Problem is { } unread) return unread;
        var passages = read.Value;
        var revisions = await SpokenText.CurrentAsync(db, passages, cancellationToken);
        var (places, total) = (new List<Place>(), 0);
        foreach (var source in passages.Passages.GroupBy(p => p.Source))
        {
            var first = source.Where(p => passages.Codes[p.Code].Id == a.Value.Id).ToList();
            var second = source.Where(p => passages.Codes[p.Code].Id == b.Value.Id).ToList();
            if (first.Count == 0 || second.Count == 0 || revisions[source.Key] is not { } revision) continue;
            CanonicalText? text = null;
            var units = request.Within == CooccurrenceUnit.Turn ? TextUnits.Turns(revision) : null;
            if (request.Within is CooccurrenceUnit.Paragraph or CooccurrenceUnit.Words)
            {
                text = await TextAsync(revision, db, cancellationToken);
                units = request.Within == CooccurrenceUnit.Paragraph ? TextUnits.Paragraphs(text.Value) : TextUnits.Words(text.Value);
            }

            foreach (var (x, y) in first.SelectMany(x => second.Select(y => (x, y))).Where(pair => Meet(pair.x, pair.y, request, units)))
            {
                if (++total > request.Limit) continue;
                text ??= await TextAsync(revision, db, cancellationToken);
                var (start, end) = (Math.Min(x.Start, y.Start), Math.Min(text.Length, Math.Max(x.End, y.End)));
                places.Add(new(passages.Sources[source.Key].Name, passages.Sources[source.Key].Informant, start, end, text.Slice(start, Math.Min(end, start + 400)) + (end > start + 400 ? "…" : "")));
            }
        }

        return new Response(places, total);
    }

    private static async Task<CanonicalText> TextAsync(SourceRevision revision, JembatanDb db, CancellationToken cancellationToken) =>
        CanonicalText.From(await db.ReadTextAsync(revision.TextHash, cancellationToken));

    private static bool Meet(Passage x, Passage y, Request request, List<(int Start, int End)>? units)
    {
        if (request.Within == CooccurrenceUnit.Source) return true;
        if (units is null) return x.Start < y.End && y.Start < x.End;
        if (request.Within == CooccurrenceUnit.Words)
        {
            var ((a, b), (c, d)) = (TextUnits.InWords(units, x.Start, x.End), TextUnits.InWords(units, y.Start, y.End));
            return a - d <= request.Words && c - b <= request.Words;
        }

        var (u, v) = (TextUnits.FirstEndingAfter(units, x.Start), TextUnits.FirstEndingAfter(units, y.Start));
        for (; u < units.Count && units[u].Start < x.End; u++)
            if (u >= v && units[u].Start < y.End && units[u].End > y.Start) return true;
        return false;
    }
}
