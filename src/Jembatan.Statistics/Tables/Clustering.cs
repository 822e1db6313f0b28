namespace Jembatan.Statistics.Tables;

/// <summary>One rule for the distance between two clusters.</summary>
/// <param name="Id">Stable id, such as <c>average</c> or <c>ward.D2</c>.</param>
/// <param name="Name">Name for readers.</param>
/// <param name="Formula">Distance from cluster k to the union of i and j.</param>
/// <param name="Source">Author, year, work.</param>
/// <param name="Distance">(d(k,i), d(k,j), d(i,j), sizes of k, i, j) to d(k, i ∪ j).</param>
public sealed record Linkage(string Id, string Name, string Formula, string Source, Func<double, double, double, int, int, int, double> Distance);

/// <summary>The rules for the distance between clusters.</summary>
public static class Linkages
{
    /// <summary>Nearest members.</summary>
    public static Linkage Single { get; } = new("single", "Single", "min(d(k,i), d(k,j))", "Sneath, P. H. A. (1957). The application of computers to taxonomy. Journal of General Microbiology 17, 201–226",
        (ki, kj, _, _, _, _) => Math.Min(ki, kj));

    /// <summary>Farthest members.</summary>
    public static Linkage Complete { get; } = new("complete", "Complete", "max(d(k,i), d(k,j))", "Sørensen, T. (1948). A method of establishing groups of equal amplitude in plant sociology. Biologiske Skrifter 5, 1–34",
        (ki, kj, _, _, _, _) => Math.Max(ki, kj));

    /// <summary>Mean over pairs of members (UPGMA).</summary>
    public static Linkage Average { get; } = new("average", "Average (UPGMA)", "(nᵢ d(k,i) + nⱼ d(k,j)) / (nᵢ + nⱼ)",
        "Sokal, R. R. and Michener, C. D. (1958). A statistical method for evaluating systematic relationships. University of Kansas Science Bulletin 38, 1409–1438",
        (ki, kj, _, _, i, j) => ((i * ki) + (j * kj)) / (i + j));

    /// <summary>Ward's criterion on squared distances: R's <c>ward.D2</c>, not <c>ward.D</c>.</summary>
    public static Linkage Ward { get; } = new("ward.D2", "Ward (ward.D2)", "√(((nₖ+nᵢ) d(k,i)² + (nₖ+nⱼ) d(k,j)² − nₖ d(i,j)²) / (nₖ + nᵢ + nⱼ))",
        "Murtagh, F. and Legendre, P. (2014). Ward's hierarchical agglomerative clustering method: which algorithms implement Ward's criterion? Journal of Classification 31, 274–295",
        (ki, kj, ij, k, i, j) => Math.Sqrt(Math.Max(0, ((k + i) * ki * ki) + ((k + j) * kj * kj) - (k * ij * ij)) / (k + i + j)));

    /// <summary>Every rule, in the order of display.</summary>
    public static IReadOnlyList<Linkage> All { get; } = [Average, Ward, Single, Complete];
}

/// <summary>Two clusters becoming one.</summary>
/// <param name="Left">The cluster of lower number: an item below n, else n + the number of an earlier merge.</param>
/// <param name="Right">The other cluster.</param>
/// <param name="Height">Distance at which they merge.</param>
/// <param name="Size">Items in the new cluster.</param>
public readonly record struct Fusion(int Left, int Right, double Height, int Size);

/// <summary>A tree of clusters.</summary>
/// <param name="Items">How many items, n.</param>
/// <param name="Fusions">The n − 1 merges, lowest first.</param>
public sealed record Dendrogram(int Items, IReadOnlyList<Fusion> Fusions)
{
    /// <summary>The items in an order in which no branches cross, the cluster of lower number first.</summary>
    public IReadOnlyList<int> Order()
    {
        var order = new List<int>(Items);
        var open = new Stack<int>();
        if (Items > 0) open.Push(Items + Fusions.Count - 1);
        while (open.TryPop(out var cluster))
        {
            if (cluster < Items)
            {
                order.Add(cluster);
                continue;
            }

            open.Push(Fusions[cluster - Items].Right);
            open.Push(Fusions[cluster - Items].Left);
        }

        return order;
    }

    /// <summary>The height at which each pair of items comes together, items × items, 0 on the diagonal.</summary>
    public Grid Cophenetic()
    {
        var members = Enumerable.Range(0, Items).Select(i => (List<int>)[i]).ToList();
        var heights = new double[Items, Items];
        foreach (var f in Fusions)
        {
            foreach (var a in members[f.Left])
                foreach (var b in members[f.Right]) heights[a, b] = heights[b, a] = f.Height;
            members.Add([.. members[f.Left], .. members[f.Right]]);
        }

        return Grid.Of(Items, Items, (r, c) => heights[r, c]);
    }

    /// <summary>The cluster of each item when the tree is cut into so many, numbered from 0 in order of first item.</summary>
    /// <param name="clusters">From 1 to the number of items.</param>
    public IReadOnlyList<int> Cut(int clusters)
    {
        if (Items == 0) return [];
        ArgumentOutOfRangeException.ThrowIfLessThan(clusters, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(clusters, Items);
        var of = Enumerable.Range(0, Items).Select(i => (List<int>)[i]).ToList();
        var alive = Enumerable.Range(0, Items).ToHashSet();
        foreach (var f in Fusions.Take(Items - clusters))
        {
            alive.ExceptWith([f.Left, f.Right]);
            alive.Add(of.Count);
            of.Add([.. of[f.Left], .. of[f.Right]]);
        }

        var result = new int[Items];
        foreach (var (cluster, number) in alive.OrderBy(c => of[c].Min()).Select((c, n) => (c, n)))
            foreach (var item in of[cluster]) result[item] = number;
        return result;
    }
}

/// <summary>Agglomerative hierarchical clustering.</summary>
/// <remarks>
/// Begins with each item alone and joins the two nearest clusters until one is left. Codes are clustered on 1 − Jaccard.
/// <para><b>Unit</b>: heights in the unit of the distances.</para>
/// <para><b>Cost</b>: O(n³) at worst, near O(n²): each cluster remembers its nearest. Ties go to the clusters of lowest number.</para>
/// <para><b>Source</b>: Lance, G. N. and Williams, W. T. (1967). A general theory of classificatory sorting strategies. Computer Journal 9, 373–380.</para>
/// <para><b>Oracle</b>: scipy 1.10.1 (single, average); R 4.2.2 <c>hclust(dist(USArrests), "ward.D2")</c>.</para>
/// </remarks>
public static class Clustering
{
    /// <summary>The tree of items by a rule.</summary>
    /// <param name="distances">Items × items, symmetric, at least 0; the diagonal is not read.</param>
    /// <param name="linkage">One of <see cref="Linkages"/>.</param>
    /// <returns>n − 1 merges; none for one item or no item.</returns>
    /// <exception cref="ArgumentException">The grid is not square, or a distance is negative or not symmetric.</exception>
    public static Dendrogram Tree(Grid distances, Linkage linkage)
    {
        ArgumentNullException.ThrowIfNull(distances);
        ArgumentNullException.ThrowIfNull(linkage);
        var n = distances.Rows;
        var d = Distances.Checked(distances);
        var (number, size, alive) = (Enumerable.Range(0, n).ToArray(), Enumerable.Repeat(1, n).ToArray(), Enumerable.Repeat(true, n).ToArray());
        var nearest = new int[n];
        for (var i = 0; i < n; i++) nearest[i] = Nearest(i);

        var fusions = new List<Fusion>(Math.Max(0, n - 1));
        while (fusions.Count < n - 1)
        {
            var i = -1;
            for (var k = 0; k < n; k++)
                if (alive[k] && nearest[k] >= 0 && (i < 0 || d[k][nearest[k]] < d[i][nearest[i]])) i = k;
            var j = nearest[i];
            var height = d[i][j];
            for (var k = 0; k < n; k++)
                if (alive[k] && k != i && k != j) d[k][i] = d[i][k] = linkage.Distance(d[k][i], d[k][j], height, size[k], size[i], size[j]);
            size[i] += size[j];
            alive[j] = false;
            fusions.Add(new(Math.Min(number[i], number[j]), Math.Max(number[i], number[j]), height, size[i]));
            number[i] = n + fusions.Count - 1;

            // Only pairs with i or j have changed: their neighbours look again, the others compare with i.
            for (var k = 0; k < n; k++)
            {
                if (!alive[k]) continue;
                if (k == i || nearest[k] == i || nearest[k] == j) nearest[k] = Nearest(k);
                else if (i > k && (nearest[k] < 0 || d[k][i] < d[k][nearest[k]])) nearest[k] = i;
            }
        }

        return new(n, fusions);

        int Nearest(int of)
        {
            var best = -1;
            for (var k = of + 1; k < n; k++)
                if (alive[k] && (best < 0 || d[of][k] < d[of][best])) best = k;
            return best;
        }
    }
}

/// <summary>Checks of distances before they are worked with.</summary>
internal static class Distances
{
    /// <summary>A copy as rows that may be changed.</summary>
    public static double[][] Checked(Grid distances)
    {
        if (distances.Rows != distances.Columns) throw new ArgumentException($"Distances are square, not {distances.Rows} × {distances.Columns}.", nameof(distances));
        for (var r = 0; r < distances.Rows; r++)
        {
            for (var c = 0; c < r; c++)
            {
                if (!(distances[r, c] >= 0) || !double.IsFinite(distances[r, c])) throw new ArgumentException($"The distance of {r} and {c} is not a number from 0 up.", nameof(distances));
                if (distances[r, c] != distances[c, r]) throw new ArgumentException($"The distances of {r} and {c} differ by direction.", nameof(distances));
            }
        }

        return [.. distances.Select(row => row.ToArray())];
    }
}
