namespace Jembatan.Statistics.Tables;

/// <summary>How often two codes occur, and occur together.</summary>
/// <param name="First">Occurrences of the first code, at least 0.</param>
/// <param name="Second">Occurrences of the second code, at least 0.</param>
/// <param name="Both">Joint occurrences, at least 0. Counted in pairs of codings this may exceed the occurrences of either.</param>
/// <param name="Units">Units that were looked at; null when the occurrences are codings, which have no units.</param>
public readonly record struct PairCounts(double First, double Second, double Both, double? Units = null);

/// <summary>One measure of how two codes occur together.</summary>
/// <param name="Id">Stable id, such as <c>c-coefficient</c>.</param>
/// <param name="Name">Name for readers.</param>
/// <param name="Formula">The formula in one line, n₁ and n₂ occurrences, n₁₂ joint ones, N units.</param>
/// <param name="Source">Author, year, work.</param>
/// <param name="Measure">The measure; its number carries a reason when there is none.</param>
public sealed record CooccurrenceMeasure(string Id, string Name, string Formula, string Source, Func<PairCounts, Estimate> Measure);

/// <summary>The measures of co-occurrence of two codes.</summary>
/// <remarks>
/// <b>Unit</b>: dimensionless; 0 to 1, lift from 0 up. Where joint occurrences are pairs of codings (overlap), one coding may meet several, and c, Dice, cosine and overlap may exceed 1: that is not cut but flagged.
/// <para><b>Oracle</b>: the formula of the ATLAS.ti manual, three cases in tests/oracles/tables.json.</para>
/// </remarks>
public static class CooccurrenceMeasures
{
    /// <summary>Every measure, in the order of display.</summary>
    public static IReadOnlyList<CooccurrenceMeasure> All { get; } =
    [
        new("c-coefficient", "c-coefficient", "n₁₂ / (n₁ + n₂ − n₁₂)", "ATLAS.ti manual, Code Co-occurrence", Union),
        new("jaccard", "Jaccard", "n₁₂ / (n₁ + n₂ − n₁₂)", "Jaccard, P. (1901). Étude comparative de la distribution florale. Bulletin de la Société Vaudoise des Sciences Naturelles 37, 547–579", Union),
        new("dice", "Dice", "2 n₁₂ / (n₁ + n₂)", "Dice, L. R. (1945). Measures of the amount of ecologic association between species. Ecology 26(3), 297–302",
            n => Estimate.Ratio(2 * n.Both, n.First + n.Second, Undefined.NeitherOccurs)),
        new("cosine", "Cosine (Ochiai)", "n₁₂ / √(n₁ n₂)", "Ochiai, A. (1957). Zoogeographical studies on the soleoid fishes. Bulletin of the Japanese Society of Scientific Fisheries 22, 526–530",
            n => Estimate.Ratio(n.Both, Math.Sqrt(n.First * n.Second), Undefined.OneNeverOccurs)),
        new("overlap", "Overlap (Simpson)", "n₁₂ / min(n₁, n₂)", "Simpson, G. G. (1943). Mammals and the nature of continents. American Journal of Science 241, 1–31",
            n => Estimate.Ratio(n.Both, Math.Min(n.First, n.Second), Undefined.OneNeverOccurs)),
        new("lift", "Lift", "n₁₂ N / (n₁ n₂)", "Brin, S., Motwani, R., Ullman, J. D. and Tsur, S. (1997). Dynamic itemset counting. SIGMOD '97, 255–264", Lift),
    ];

    /// <summary>A measure by its id; null when there is none of that id.</summary>
    /// <param name="id">Such as <c>jaccard</c>.</param>
    public static CooccurrenceMeasure? Find(string id) => All.FirstOrDefault(m => m.Id == id);

    private static Estimate Union(PairCounts n) => n.First + n.Second == 0
        ? Estimate.None(Undefined.NeitherOccurs)
        : n.Both >= n.First + n.Second ? Estimate.None(Undefined.NothingBelowLine) : Estimate.Of(n.Both / (n.First + n.Second - n.Both));

    private static Estimate Lift(PairCounts n) => n.Units is not > 0
        ? Estimate.None(Undefined.NoUnits)
        : Estimate.Ratio(n.Both * n.Units.Value, n.First * n.Second, Undefined.OneNeverOccurs);
}
