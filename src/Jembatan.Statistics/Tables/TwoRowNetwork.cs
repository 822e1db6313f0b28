using Jembatan.Statistics.Functions;

namespace Jembatan.Statistics.Tables;

/// <summary>The network of <see cref="FisherNetwork"/> for two rows, where a node is one number: what the first row has left.</summary>
/// <remarks>The paths into a node are sorted by worth, with running sums. So between two nodes the paths whose completions all count are one sum, those of which none counts are passed over, and only those between are walked on.</remarks>
internal sealed class TwoRowNetwork
{
    private readonly int[] columns;
    private readonly int[] behind; // what the columns from each on hold together
    private readonly double limit;
    private readonly long maxSteps;
    private readonly CancellationToken cancellationToken;
    private readonly double[][] worths;  // of each column and count in the first row: −ln t! − ln (c − t)!
    private readonly Dictionary<int, (double Longest, double Shortest)>[] ends;
    private double[] buffer = new double[256], counts = new double[256];
    private long steps;

    /// <param name="columns">Totals of the columns, two or more, most first.</param>
    /// <param name="limit">A table counts when its worth is at most this.</param>
    /// <param name="maxSteps">Most steps; the total of the columns is no more.</param>
    /// <param name="cancellationToken">Stops the walk.</param>
    public TwoRowNetwork(int[] columns, double limit, long maxSteps, CancellationToken cancellationToken)
    {
        (this.columns, this.limit, this.maxSteps, this.cancellationToken) = (columns, limit, maxSteps, cancellationToken);
        behind = new int[columns.Length + 1];
        for (var j = columns.Length - 1; j >= 0; j--) behind[j] = behind[j + 1] + columns[j];
        worths = [.. columns.Select(c => Enumerable.Range(0, c + 1).Select(t => -LogGamma.Factorial(t) - LogGamma.Factorial(c - t)).ToArray())];
        ends = [.. columns.Select(_ => new Dictionary<int, (double, double)>())];
    }

    // Paths into a node by worth, equal ones together: how many, and the logarithm of the sum of exp(worth) up to each.
    private sealed record Paths(double[] Worth, double[] Count, double[] Running);

    /// <summary>ln Σ exp(worth) over all tables whose worth is at most the limit.</summary>
    /// <param name="left">Total of a row.</param>
    public double Walk(int left)
    {
        var sum = new LogSum();
        var level = new SortedDictionary<int, Paths> { [Either(left, 0)] = new([0], [1], [0]) };
        for (var column = 0; column < columns.Length - 2; column++)
        {
            var (next, kept) = (new SortedDictionary<int, Paths>(), 0);
            foreach (var (node, sources) in Arrows(level.Keys, column))
            {
                var arrived = 0;
                foreach (var (from, worth) in sources) arrived = Take(level[from], worth, node, column + 1, arrived, sum);
                if (arrived == 0) continue;
                next[node] = Joined(arrived);
                if ((kept += next[node].Worth.Length) > FisherNetwork.MostPaths) throw new FisherNetwork.OutOfStepsException();
            }

            level = next;
        }

        foreach (var (node, paths) in level) LookUp(node, paths, sum);
        return sum.Value;
    }

    // Rows may change about without changing anything: the one with less left stands for both.
    private int Either(int left, int column) => Math.Min(left, behind[column] - left);

    // For each node behind a column, from where and at what worth it is reached.
    private SortedDictionary<int, List<(int From, double Worth)>> Arrows(IEnumerable<int> nodes, int column)
    {
        var arrows = new SortedDictionary<int, List<(int, double)>>();
        foreach (var node in nodes)
        {
            var (least, most) = Range(node, column);
            for (var t = least; t <= most; t++)
            {
                Step(1);
                var to = Either(node - t, column + 1);
                if (!arrows.TryGetValue(to, out var list)) arrows.Add(to, list = []);
                list.Add((node, worths[column][t]));
            }
        }

        return arrows;
    }

    // How much of a column the first row can take.
    private (int Least, int Most) Range(int left, int column) => (Math.Max(0, left - behind[column + 1]), Math.Min(left, columns[column]));

    private int Take(Paths paths, double worth, int node, int column, int arrived, LogSum sum)
    {
        var (longest, shortest) = Ends(node, column);
        var all = Below(paths.Worth, limit - worth - longest);
        var some = Below(paths.Worth, limit - worth - shortest);
        if (all > 0) sum.Add(paths.Running[all - 1] + worth + AllPaths(node, column));
        if (some <= all) return arrived;
        Step(some - all);
        if (arrived + some - all > buffer.Length)
        {
            var room = Math.Max(2 * buffer.Length, arrived + some - all);
            Array.Resize(ref buffer, room);
            Array.Resize(ref counts, room);
        }

        for (var i = all; i < some; i++, arrived++) (buffer[arrived], counts[arrived]) = (paths.Worth[i] + worth, paths.Count[i]);
        return arrived;
    }

    private Paths Joined(int arrived)
    {
        Array.Sort(buffer, counts, 0, arrived);
        var (kept, key) = (-1, long.MinValue);
        for (var i = 0; i < arrived; i++)
        {
            var own = (long)Math.Round(buffer[i] * FisherNetwork.Quantum);
            if (kept >= 0 && own == key) counts[kept] += counts[i];
            else (buffer[++kept], counts[kept], key) = (buffer[i], counts[i], own);
        }

        var running = new double[kept + 1];
        var sum = new LogSum();
        for (var i = 0; i <= kept; i++)
        {
            sum.Add(buffer[i] + Math.Log(counts[i]));
            running[i] = sum.Value;
        }

        return new(buffer[..(kept + 1)], counts[..(kept + 1)], running);
    }

    // With two columns left a node has a list of completions; of each path those count that stay within the limit.
    private void LookUp(int node, Paths paths, LogSum sum)
    {
        var (least, most) = Range(node, columns.Length - 2);
        var completions = new double[most - least + 1];
        for (var t = least; t <= most; t++) completions[t - least] = worths[^2][t] + worths[^1][node - t];
        Step(completions.Length + paths.Worth.Length);
        Array.Sort(completions);
        var part = new LogSum();
        var at = paths.Worth.Length;
        // The likelier the completion, the fewer paths may go before it.
        for (var i = 0; i < completions.Length; i++)
        {
            while (at > 0 && paths.Worth[at - 1] + completions[i] > limit) at--;
            if (at == 0) break;
            part.Add(completions[i] + paths.Running[at - 1]);
        }

        sum.Add(part.Value);
    }

    // The greatest and least worth from a node to the end, remembered.
    private (double Longest, double Shortest) Ends(int node, int column)
    {
        if (column == columns.Length - 1) return (worths[^1][node], worths[^1][node]);
        if (ends[column].TryGetValue(node, out var known)) return known;
        double longest = double.NegativeInfinity, shortest = double.PositiveInfinity;
        var (least, most) = Range(node, column);
        Step(most - least + 1);
        for (var t = least; t <= most; t++)
        {
            var rest = Ends(Either(node - t, column + 1), column + 1);
            longest = Math.Max(longest, worths[column][t] + rest.Longest);
            shortest = Math.Min(shortest, worths[column][t] + rest.Shortest);
        }

        return ends[column][node] = (longest, shortest);
    }

    // ln Σ exp(worth) over every way to fill the columns: n! ÷ (Π r! Π c!).
    private double AllPaths(int node, int column)
    {
        var log = LogGamma.Factorial(behind[column]) - LogGamma.Factorial(node) - LogGamma.Factorial(behind[column] - node);
        for (var j = column; j < columns.Length; j++) log -= LogGamma.Factorial(columns[j]);
        return log;
    }

    // How many of rising numbers are at most a limit.
    private static int Below(double[] rising, double most)
    {
        int low = 0, high = rising.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (rising[middle] <= most) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private void Step(long more)
    {
        var before = steps;
        if ((steps += more) > maxSteps) throw new FisherNetwork.OutOfStepsException();
        if (before >> 16 != steps >> 16) cancellationToken.ThrowIfCancellationRequested();
    }
}
