using Jembatan.App.Causes;
using Jembatan.App.Lookups;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Statistics.Tables;
using Jembatan.Storage;

namespace Jembatan.App.Tables;

/// <summary>A code that may occur with others.</summary>
/// <param name="Occurrences">Passages with it, or units that hold it.</param>
public sealed record CooccurringCode(Id<Code> Id, string Code, Bilingual Name, string Color, long Occurrences);

/// <summary>Two codes that occur together at least once.</summary>
/// <param name="Both">Pairs of passages that meet, or units that hold both.</param>
/// <param name="First">Passages of the first code that meet the second, or units that hold both.</param>
/// <param name="Second">The same of the second code.</param>
/// <param name="Measures">Every measure by its id; Jaccard and lift of overlapping passages are of the text that carries both.</param>
/// <param name="Distorted">Whether one passage makes it look like more than it is.</param>
public sealed record CodePair(
    string A, string B, Bilingual NameA, Bilingual NameB, long Both, int First, int Second, IReadOnlyDictionary<string, Estimate> Measures, bool Distorted);

/// <summary>Counts which codes occur together, and arranges the codes by it.</summary>
public static class CooccurCodes
{
    /// <summary>The most codes that are clustered and mapped: beyond it nobody could read the picture.</summary>
    public const int MostArranged = 80;

    /// <param name="Within">What two codes must share.</param>
    /// <param name="Words">Most words between two passages, for <see cref="CooccurrenceUnit.Words"/>.</param>
    /// <param name="Code">Only pairs with this code.</param>
    /// <param name="Coders"><c>any</c>, <c>all</c> or the name of one coder.</param>
    /// <param name="WithInterviewer">Count codings in interviewer turns too.</param>
    /// <param name="Linkage">Rule of clustering.</param>
    /// <param name="Map">Whether the codes are set on a plane too.</param>
    /// <param name="WithAlone">Whether codes that share nothing with any other are clustered and mapped too.</param>
    /// <param name="Most">Only so many pairs, the strongest; null for all.</param>
    public sealed record Request(
        CooccurrenceUnit Within = CooccurrenceUnit.Overlap, int Words = 0, string? Code = null, string Coders = "any", bool WithInterviewer = false, string Linkage = "average", bool Map = true, bool WithAlone = true, int? Most = null);

    /// <param name="Units">Units looked at; null for passages.</param>
    /// <param name="Pairs">Pairs that occur together, most strongly first by Jaccard.</param>
    /// <param name="Arranged">Labels of the codes that are clustered and mapped.</param>
    /// <param name="Tree">Their tree on 1 − Jaccard.</param>
    /// <param name="Points">Their places on two axes (ordinal scaling); null when not asked for.</param>
    /// <param name="Notices">What must be said beside the figures.</param>
    public sealed record Response(
        CooccurrenceUnit Within, int Words, long? Units, IReadOnlyList<CooccurringCode> Codes, IReadOnlyList<CodePair> Pairs, string Coders, bool WithInterviewer,
        IReadOnlyList<string> Arranged, string Linkage, Dendrogram Tree, Arrangement? Points, IReadOnlyList<Bilingual> Notices);

    /// <returns>The pairs, or <c>coder/not-found</c>, <c>code/not-found</c>, <c>cooccur/words</c>, <c>cooccur/linkage</c>, <c>cooccur/too-many-codes</c>.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, JembatanDb db, CancellationToken cancellationToken)
    {
        if (request.Words is < 0 or > 10_000) return new Problem("cooccur/words", "Passages may lie 0 to 10,000 words apart. Choose a number between.");
        if (Linkages.All.FirstOrDefault(l => l.Id == request.Linkage) is not { } linkage)
            return new Problem("cooccur/linkage", $"There is no linkage '{request.Linkage}'. Choose {string.Join(", ", Linkages.All.Select(l => l.Id))}.", request.Linkage);
        var read = await CodedPassages.ReadAsync(db, request.Coders, request.WithInterviewer, cancellationToken);
        if (read.Problem is { } unread) return unread;
        var passages = read.Value;
        if (passages.Codes.Count > Cooccurrence.MaxCodes)
            return new Problem("cooccur/too-many-codes", $"The codebook has {passages.Codes.Count} codes; pairs are counted for at most {Cooccurrence.MaxCodes}. Retire codes that are not used.");
        int? only = null;
        if (request.Code is { } code)
        {
            var found = await db.CodeAsync(code, cancellationToken);
            if (found.Problem is { } missing) return missing;
            only = passages.Codes.Index().Where(c => c.Item.Id == found.Value.Id).Select(c => (int?)c.Index).FirstOrDefault() ?? -1;
        }

        var counts = await CooccurrenceMaterial.CountAsync(db, passages, request.Within, request.Words, request.WithInterviewer, cancellationToken);
        var text = counts;
        if (counts.Units is null)
        {
            var length = await SpokenText.LengthAsync(db, passages, request.WithInterviewer, cancellationToken);
            text = Cooccurrence.SharedText(CooccurrenceMaterial.Stretches(passages), passages.Codes.Count, length, cancellationToken);
        }

        var names = passages.Codes;
        bool Shares(int c) => request.WithAlone || Enumerable.Range(0, names.Count).Any(other => other != c && counts.Both(Math.Min(c, other), Math.Max(c, other)) > 0);
        var arranged = Enumerable.Range(0, names.Count).Where(c => counts.Occurrences[c] > 0 && Shares(c)).OrderByDescending(c => counts.Occurrences[c]).ThenBy(c => c).Take(MostArranged).Order().ToArray();
        var distances = Grid.Of(arranged.Length, arranged.Length, (i, j) => i == j ? 0 : 1 - Jaccard(counts, text, request.Within, arranged[Math.Min(i, j)], arranged[Math.Max(i, j)]));
        return new Response(
            request.Within, request.Words, counts.Units,
            [.. names.Select((c, i) => new CooccurringCode(c.Id, c.Label, c.Name, c.Color, counts.Occurrences[i])).Where(c => c.Occurrences > 0)],
            Pairs(names, counts, text, request, only), request.Coders, request.WithInterviewer,
            [.. arranged.Select(c => names[c].Label)], linkage.Id, Clustering.Tree(distances, linkage), request.Map ? Scaling.Ordinal(distances, cancellationToken: cancellationToken) : null, [.. Notices(passages, request.Map ? distances : null)]);
    }

    private static IEnumerable<Bilingual> Notices(CodedPassages passages, Grid? mapped)
    {
        if (passages.Pooled > 1)
        {
            yield return new(
                $"Pengodean {passages.Pooled} pengode digabung: dua kode yang diberikan pengode berbeda pada kata yang sama pun terhitung muncul bersama, padahal itu bisa berarti mereka tidak sepakat. Pilih satu pengode atau konsensus (cooccur --coders NAMA) untuk menghindarinya.",
                $"Codings of {passages.Pooled} coders are pooled: two codes that different coders put on the same words count as occurring together too, though that may be a disagreement. Choose one coder or the consensus (cooccur --coders NAME) to avoid it.");
        }

        if (mapped is null) yield break;
        var (pairs, apart) = (mapped.Rows * (mapped.Rows - 1) / 2, 0);
        for (var i = 0; i < mapped.Rows; i++)
            for (var j = i + 1; j < mapped.Rows; j++) if (mapped[i, j] == 1) apart++;
        if (2 * apart > pairs)
        {
            yield return new(
                $"{apart} dari {pairs} pasang kode tidak berbagi apa pun, jadi jaraknya sama. Peta menata jarak yang sama dengan bebas; tegangan yang kecil tidak berarti peta itu banyak mengatakan sesuatu.",
                $"{apart} of {pairs} pairs of codes share nothing, so their distances are equal. The map arranges equal distances freely; a small stress does not mean that the map says much.");
        }
    }

    private static List<CodePair> Pairs(IReadOnlyList<Code> names, CooccurrenceCounts counts, CooccurrenceCounts text, Request request, int? only)
    {
        Estimate Measured(CooccurrenceMeasure measure, int a, int b) => measure.Measure((request.Within == CooccurrenceUnit.Overlap && measure.Id is "jaccard" or "lift" ? text : counts).Pair(a, b));
        var jaccard = CooccurrenceMeasures.Find("jaccard")!;
        var pairs = new List<(int A, int B, double Jaccard)>();
        for (var a = 0; a < names.Count; a++)
        {
            for (var b = a + 1; b < names.Count; b++)
                if (counts.Both(a, b) > 0 && (only is not { } one || a == one || b == one)) pairs.Add((a, b, Measured(jaccard, a, b).Value ?? -1));
        }

        return
        [
            .. pairs.OrderByDescending(p => p.Jaccard).ThenByDescending(p => counts.Both(p.A, p.B)).ThenBy(p => names[p.A].Label, StringComparer.Ordinal).ThenBy(p => names[p.B].Label, StringComparer.Ordinal)
                .Take(request.Most ?? int.MaxValue)
                .Select(p => new CodePair(
                    names[p.A].Label, names[p.B].Label, names[p.A].Name, names[p.B].Name, counts.Both(p.A, p.B), counts.Touching(p.A, p.B), counts.Touching(p.B, p.A),
                    CooccurrenceMeasures.All.ToDictionary(m => m.Id, m => Measured(m, p.A, p.B)), counts.IsDistorted(p.A, p.B))),
        ];
    }

    // Within n words there is no set of which both are parts; the share of passages that meet, from both sides, stands in for it.
    private static double Jaccard(CooccurrenceCounts counts, CooccurrenceCounts text, CooccurrenceUnit within, int a, int b)
    {
        if (within == CooccurrenceUnit.Words)
        {
            double met = counts.Touching(a, b) + counts.Touching(b, a), all = counts.Occurrences[a] + counts.Occurrences[b];
            return all == 0 ? 0 : met / all;
        }

        return Math.Clamp(CooccurrenceMeasures.Find("jaccard")!.Measure((within == CooccurrenceUnit.Overlap ? text : counts).Pair(a, b)).Value ?? 0, 0, 1);
    }
}
