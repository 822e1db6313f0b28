using Jembatan.App.Lookups;
using Jembatan.App.Servo;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;
using Jembatan.Servo;
using Jembatan.Storage;

namespace Jembatan.App.Causes;

/// <summary>Ranks the causes of non-coverage by the informants who name them, and judges each through the fit of the strategies that claim to remove it.</summary>
public static class RankCauses
{
    /// <param name="Coders"><c>any</c>: a coding by any coder counts; <c>all</c>: an informant counts when every coder of the informant's sources coded it so; else the name of one coder.</param>
    /// <param name="WithInterviewer">Count codings in interviewer turns too.</param>
    /// <param name="WithQuotes">Choose quotes and co-occurring causes; lists that show none are faster without.</param>
    /// <param name="QuotesOf">Of which rows, when not of all; it is given the ranking without them.</param>
    public sealed record Request(string Coders = "any", bool WithInterviewer = false, bool WithQuotes = true, Func<Response, IEnumerable<RankedCause>>? QuotesOf = null);

    /// <param name="OfInformants">Informants with a coded source.</param>
    /// <param name="GroupSizes">The same by group.</param>
    /// <param name="Notice">That shares of purposively chosen informants are not prevalences.</param>
    /// <param name="Causes">Codes that name a cause and are coded or claimed by a strategy: informants, then groups reached, then code.</param>
    /// <param name="Categories">Categories and themes above them, counted the same way.</param>
    /// <param name="Unnamed">Strategies aimed at causes that nobody names.</param>
    public sealed record Response(
        int OfInformants, IReadOnlyDictionary<InformantGroup, int> GroupSizes, string Coders, bool WithInterviewer, Bilingual Notice, IReadOnlyList<RankedCause> Causes,
        IReadOnlyList<RankedCause> Categories, IReadOnlyList<AimAtUnnamed> Unnamed);

    /// <summary>What must be said wherever informants are counted.</summary>
    public static Bilingual Notice { get; } = new(
        "Narasumber dipilih dengan sengaja (purposif). Jumlah narasumber yang menyebut suatu sebab bukan prevalensi di antara pekerja.",
        "Informants were chosen on purpose. How many of them name a cause is not a prevalence among workers.");

    /// <summary>How the counts here differ from those of a crosstab.</summary>
    public static Bilingual Counting { get; } = new(
        "Penyebut di sini: semua narasumber yang sumbernya dikode, juga bila hanya ucapan pewawancaranya yang dikode. Pengodean: setiap tanda setiap pengode, yang menyanggah juga. Tabel silang (crosstab) hanya memakai narasumber dengan pengodean yang ikut dihitung, tanpa yang menyanggah, dan menghitung kata yang sama dari beberapa pengode sekali.",
        "Informants here are out of all with a coded source, also where only the interviewer's words are coded. Codings are every mark of every coder, contradicting ones too. A crosstab takes only informants with a coding that counts, leaves contradicting ones out, and counts the same words by several coders once.");

    /// <returns>The ranking, or <c>coder/not-found</c>, or <c>servo/thresholds</c>.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, JembatanDb db, CancellationToken cancellationToken)
    {
        var material = await ServoMaterial.ReadAsync(db, cancellationToken);
        return material.Problem is { } unread ? unread : await OfAsync(request, material.Value, db, cancellationToken);
    }

    /// <summary>One cause or category by itself: its row is that of the whole ranking but for its place and the causes it goes with.</summary>
    internal static async Task<(RankedCause? Row, int OfInformants)> OneAsync(Code code, ServoMaterial material, JembatanDb db, CancellationToken cancellationToken)
    {
        var uses = await CodeUses.ReadAsync(db, null, withInterviewer: false, cancellationToken, [.. new CodeTree(material.Codes.Values).Below(code.Id)]);
        var (tree, perInformant) = (new CodeTree(uses.Codes), uses.PerInformant());
        return (new CauseRows(material, uses, tree, Ranking(uses, perInformant), perInformant).Of(code), uses.Coded.Count);
    }

    private static CauseRanking Ranking(CodeUses uses, IReadOnlyList<CodeUse> perInformant, bool everyCoder = false) =>
        new([.. uses.Codes.Select(c => new CauseCode(c.Id, c.Label, everyCoder ? null : c.ParentId, c.IsCause || c.Level != CodeLevel.Code))], perInformant);

    internal static async Task<Result<Response>> OfAsync(Request request, ServoMaterial material, JembatanDb db, CancellationToken cancellationToken)
    {
        Id<Coder>? coder = null;
        if (request.Coders is not ("any" or "all"))
        {
            var named = await db.CoderNamedAsync(request.Coders, cancellationToken);
            if (named.Problem is { } noCoder) return noCoder;
            coder = named.Value.Id;
        }

        var uses = await CodeUses.ReadAsync(db, coder, request.WithInterviewer, cancellationToken);
        var tree = new CodeTree(uses.Codes);
        var everyCoder = request.Coders == "all";
        var perInformant = everyCoder ? await EveryCoder.ReadAsync(db, uses, tree, request.WithInterviewer, cancellationToken) : uses.PerInformant();
        var ranking = Ranking(uses, perInformant, everyCoder);
        var rows = new CauseRows(material, uses, tree, ranking, perInformant);
        var causes = rows.List();
        var response = new Response(
            uses.Coded.Count, Count(uses.Coded.Values), request.Coders, request.WithInterviewer, Notice,
            [.. causes.Where(c => c.Level == CodeLevel.Code)], [.. causes.Where(c => c.Level != CodeLevel.Code)], rows.Unnamed(causes));
        if (!request.WithQuotes) return response;
        var coded = ranking.Rows.Select(r => r.Code).ToHashSet();
        if (request.QuotesOf is { } some) coded.IntersectWith(some(response).Select(c => c.Id));
        var quotes = new CauseQuotes(uses, tree);
        await quotes.ReadAsync(db, coded, coder, request.WithInterviewer, cancellationToken);
        IReadOnlyList<RankedCause> Detailed(IReadOnlyList<RankedCause> list) => [.. list.Select(c => coded.Contains(c.Id) ? rows.Detailed(c, quotes) : c)];
        return response with { Causes = Detailed(response.Causes), Categories = Detailed(response.Categories) };
    }

    internal static IReadOnlyDictionary<InformantGroup, int> Count(IEnumerable<InformantGroup?> groups) =>
        new SortedDictionary<InformantGroup, int>(groups.OfType<InformantGroup>().GroupBy(g => g).ToDictionary(g => g.Key, g => g.Count()));
}
