using System.Globalization;

namespace Jembatan.Statistics.Agreement;

/// <summary>Reliability data: which value each coder gave each unit, missing ones left out.</summary>
/// <remarks><b>Cost</b>: one byte a value up to 254 categories and 20 coders or so; units with the same values of the same coders are kept once, with their number.</remarks>
public sealed class ReliabilityData
{
    /// <summary>Stands for a missing value in a matrix of bytes.</summary>
    public const byte Missing = 255;

    private ReliabilityData(IReadOnlyList<string> coders, IReadOnlyList<string> categories, IReadOnlyList<double>? numbers, bool isOrdered, Patterns patterns, string universe) =>
        (Coders, Categories, Numbers, IsOrdered, Patterns, Universe, Clusters) = (coders, categories, numbers, isOrdered, patterns, universe, Clusters.OfUnits(patterns));

    private ReliabilityData(ReliabilityData data, Clusters clusters)
        : this(data.Coders, data.Categories, data.Numbers, data.IsOrdered, data.Patterns, data.Universe) => Clusters = clusters;

    /// <summary>Names of the coders, length r.</summary>
    public IReadOnlyList<string> Coders { get; }

    /// <summary>The categories, length q, in order where there is one: by number, or as a table lists them; else by their letters.</summary>
    public IReadOnlyList<string> Categories { get; }

    /// <summary>The categories as numbers, length q, rising; null when some are words.</summary>
    public IReadOnlyList<double>? Numbers { get; }

    /// <summary>Whether the categories stand in an order: they are numbers, or a table lists them so.</summary>
    public bool IsOrdered { get; }

    /// <summary>Whether it came as a contingency table of two coders; then variances are divided by n, as the formulas for tables do.</summary>
    public bool IsTable { get; private init; }

    /// <summary>Number of units, those without a value too.</summary>
    public long Units => (long)Patterns.Total;

    /// <summary>Number of values.</summary>
    public long Values => (long)Patterns.Sum((p, count) => count * Patterns.Sizes[p]);

    /// <summary>Number of units with fewer than two values, which enter no coefficient but may enter margins.</summary>
    public long DroppedUnits => (long)Patterns.Sum((p, count) => Patterns.Sizes[p] < 2 ? count : 0);

    /// <summary>Which units were looked at, in English.</summary>
    public string Universe { get; }

    internal Patterns Patterns { get; }

    /// <summary>What intervals draw, or leave out, whole.</summary>
    internal Clusters Clusters { get; }

    /// <summary>Positions of the categories for weights: their numbers, or their places from 1 where there is an order; null otherwise.</summary>
    internal IReadOnlyList<double>? Positions => Numbers ?? (IsOrdered ? [.. Enumerable.Range(1, Categories.Count).Select(i => (double)i)] : null);

    /// <summary>Reads values as written.</summary>
    /// <param name="coders">Names of the coders, length r.</param>
    /// <param name="rows">Units × coders; null or empty is missing. Values are numbers when every one is a finite number in invariant notation; then 1 and 1.0 are one category.</param>
    /// <param name="universe">Which units these are, in English.</param>
    /// <exception cref="ArgumentException">A row has not one cell for each coder.</exception>
    public static ReliabilityData OfRows(IReadOnlyList<string> coders, IReadOnlyList<IReadOnlyList<string?>> rows, string universe = "all units")
    {
        ArgumentNullException.ThrowIfNull(coders);
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Any(r => r.Count != coders.Count)) throw new ArgumentException("Every unit has one cell for each coder.", nameof(rows));
        var words = rows.SelectMany(r => r).Where(v => !string.IsNullOrEmpty(v)).Select(v => v!).Distinct(StringComparer.Ordinal).ToList();
        var (categories, numbers, index) = Sort(words);
        var codes = new int[coders.Count][];
        for (var g = 0; g < codes.Length; g++)
        {
            codes[g] = new int[rows.Count];
            for (var u = 0; u < rows.Count; u++) codes[g][u] = rows[u][g] is { Length: > 0 } value ? index[value] : -1;
        }

        return new(coders, categories, numbers, numbers is not null, Patterns.Of(codes, rows.Count, categories.Count), universe);
    }

    /// <summary>Takes a loaded matrix of bytes.</summary>
    /// <param name="coders">Names of the coders, length r.</param>
    /// <param name="categories">The categories, length q up to 255, in order.</param>
    /// <param name="codes">Coders × units: places of the categories from 0, <see cref="Missing"/> for a missing value. All rows have one length.</param>
    /// <param name="universe">Which units these are, in English.</param>
    /// <param name="clusterOf">Which units hang together, so that intervals draw or leave them out together: for each unit a number from 0 without gaps; null when each stands alone.</param>
    /// <param name="clusters">What hangs together, in English, plural, such as <c>sources</c>.</param>
    /// <exception cref="ArgumentException">There are more than 255 categories, rows of different lengths, not one row for each coder, a place that is no category, or not one cluster for each unit.</exception>
    public static ReliabilityData OfCodes(
        IReadOnlyList<string> coders, IReadOnlyList<string> categories, IReadOnlyList<byte[]> codes, string universe = "all units", IReadOnlyList<int>? clusterOf = null, string clusters = "clusters")
    {
        ArgumentNullException.ThrowIfNull(coders);
        ArgumentNullException.ThrowIfNull(categories);
        ArgumentNullException.ThrowIfNull(codes);
        if (categories.Count > Missing) throw new ArgumentException("A byte holds 255 categories.", nameof(categories));
        if (codes.Count != coders.Count || codes.Any(c => c.Length != codes[0].Length)) throw new ArgumentException("There is one row of one length for each coder.", nameof(codes));
        var units = codes.Count == 0 ? 0 : codes[0].Length;
        if (clusterOf is not null && (clusterOf.Count != units || clusterOf.Any(c => c < 0))) throw new ArgumentException("Every unit is in one cluster, counted from 0.", nameof(clusterOf));
        var patterns = Patterns.Of(codes, units, categories.Count);
        return OfPatterns(coders, categories, patterns, universe, clusterOf is null ? null : Clusters.Of(codes, clusterOf, patterns, clusters));
    }

    internal static ReliabilityData OfPatterns(IReadOnlyList<string> coders, IReadOnlyList<string> categories, Patterns patterns, string universe, Clusters? clusters)
    {
        var data = new ReliabilityData(coders, categories, Rising(categories), true, patterns, universe);
        return clusters is null ? data : new(data, clusters);
    }

    /// <summary>Takes a contingency table of two coders.</summary>
    /// <param name="first">Name of the coder of the rows.</param>
    /// <param name="second">Name of the coder of the columns.</param>
    /// <param name="categories">The categories, length q, in order; all count, those that do not occur too.</param>
    /// <param name="counts">q × q numbers of units, none negative.</param>
    /// <param name="universe">Which units these are, in English.</param>
    /// <exception cref="ArgumentException">The table is not q × q, or a number is negative.</exception>
    public static ReliabilityData OfTable(string first, string second, IReadOnlyList<string> categories, IReadOnlyList<IReadOnlyList<long>> counts, string universe = "all units")
    {
        ArgumentNullException.ThrowIfNull(categories);
        ArgumentNullException.ThrowIfNull(counts);
        var q = categories.Count;
        if (counts.Count != q || counts.Any(r => r.Count != q || r.Any(c => c < 0))) throw new ArgumentException("The table is square and holds no negative number.", nameof(counts));
        var cells = from k in Enumerable.Range(0, q) from l in Enumerable.Range(0, q) where counts[k][l] > 0 select (k, l, counts[k][l]);
        var list = cells.ToList();
        var patterns = new Patterns(2, q, [.. list.SelectMany(c => new[] { c.k, c.l })], [.. list.Select(c => (double)c.Item3)]);
        return new([first, second], categories, Rising(categories), true, patterns, universe) { IsTable = true };
    }

    private static (List<string> Categories, List<double>? Numbers, Dictionary<string, int> Index) Sort(List<string> words)
    {
        var index = new Dictionary<string, int>(words.Count, StringComparer.Ordinal);
        if (NumbersOf(words) is { } numbers)
        {
            var groups = words.Zip(numbers).GroupBy(p => p.Second).OrderBy(g => g.Key).ToList();
            foreach (var (place, group) in groups.Index())
                foreach (var (word, _) in group) index[word] = place;
            return ([.. groups.Select(g => g.First().First)], [.. groups.Select(g => g.Key)], index);
        }

        words.Sort(StringComparer.Ordinal);
        foreach (var (place, word) in words.Index()) index[word] = place;
        return (words, null, index);
    }

    // Categories that are numbers in their order; they are words where some stand out of it.
    private static List<double>? Rising(IReadOnlyList<string> categories) =>
        NumbersOf(categories) is { } numbers && !numbers.Zip(numbers.Skip(1)).Any(p => p.First >= p.Second) ? numbers : null;

    private static List<double>? NumbersOf(IReadOnlyList<string> words)
    {
        var numbers = new List<double>(words.Count);
        foreach (var word in words)
        {
            if (!double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number)) return null;
            numbers.Add(number == 0 ? 0 : number);
        }

        return numbers;
    }
}
