using Jembatan.Statistics.Functions;

namespace Jembatan.Statistics.Tables;

/// <summary>The network behind <see cref="FisherExact"/>: column by column, from the counts that rows have left to the end.</summary>
/// <remarks>A path is worth Σ −ln tᵢⱼ! over the columns behind it. Paths of equal worth into one node are counted together; the last two columns are not walked but looked up in a sorted list.</remarks>
internal sealed class FisherNetwork
{
    /// <summary>Two tables are equally likely when the logarithms of their probabilities differ by less: R's relative 10⁻⁷.</summary>
    public const double Tie = 1e-7;

    public const double Quantum = 1e12; // worths closer than a millionth of a millionth are the same number but for rounding
    /// <summary>Most paths that are kept from one column to the next: some hundred megabytes.</summary>
    public const int MostPaths = 2_000_000;

    private readonly int[] columns;
    private readonly double limit;
    private readonly long maxSteps;
    private readonly CancellationToken cancellationToken;
    private readonly Dictionary<Node, (double Longest, double Shortest)>[] ends;
    private long steps;

    private FisherNetwork(int[] columns, double limit, long maxSteps, CancellationToken cancellationToken)
    {
        (this.columns, this.limit, this.maxSteps, this.cancellationToken) = (columns, limit, maxSteps, cancellationToken);
        ends = [.. columns.Select(_ => new Dictionary<Node, (double, double)>())];
    }

    /// <summary>The exact p-value of a table without empty rows and columns, or the reason that it takes too long.</summary>
    public static Estimate P(ContingencyTable table, long maxSteps, CancellationToken cancellationToken)
    {
        var (rows, columns) = table.Rows <= table.Columns ? (table.RowTotals, table.ColumnTotals) : (table.ColumnTotals, table.RowTotals);
        if (table.Total > int.MaxValue || (rows.Count == 2 && table.Total > maxSteps)) return Estimate.None(Undefined.TooLarge);
        int[] wide = [.. columns.Select(c => (int)c).OrderDescending()];
        double observed = 0, margins = -LogGamma.Factorial(table.Total);
        for (var r = 0; r < table.Rows; r++)
            for (var c = 0; c < table.Columns; c++) observed -= LogGamma.Factorial(table[r, c]);
        foreach (var t in rows.Concat(columns)) margins += LogGamma.Factorial(t);

        try
        {
            int[] left = [.. rows.Select(r => (int)r)];
            var log = margins + (left.Length == 2
                ? new TwoRowNetwork(wide, observed + Tie, maxSteps, cancellationToken).Walk(left[0])
                : new FisherNetwork(wide, observed + Tie, maxSteps, cancellationToken).Walk(Node.Of(left)));
            return Estimate.Of(Math.Clamp(Math.Exp(log), 0, 1));
        }
        catch (OutOfStepsException)
        {
            return Estimate.None(Undefined.TooLarge);
        }
    }

    // ln Σ exp(worth) over all paths whose worth is at most the limit.
    private double Walk(Node start)
    {
        var sum = new LogSum();
        var level = new Dictionary<Node, Dictionary<long, (double Worth, double Paths)>> { [start] = new() { [0] = (0, 1) } };
        for (var column = 0; column < columns.Length - 2; column++)
        {
            var (next, kept) = (new Dictionary<Node, Dictionary<long, (double Worth, double Paths)>>(), 0);
            foreach (var (node, paths) in level)
            {
                foreach (var (left, worth) in Steps(node, columns[column]))
                {
                    var (longest, shortest) = Ends(left, column + 1);
                    double? all = null;
                    foreach (var (past, count) in paths.Values)
                    {
                        Step();
                        var here = past + worth;
                        if (here + shortest > limit) continue;
                        if (here + longest <= limit)
                        {
                            sum.Add(here + (all ??= left.AllPaths(columns.AsSpan(column + 1))) + Math.Log(count));
                            continue;
                        }

                        if (!next.TryGetValue(left, out var arrived)) next[left] = arrived = [];
                        var key = (long)Math.Round(here * Quantum);
                        var isKnown = arrived.TryGetValue(key, out var known);
                        arrived[key] = isKnown ? (known.Worth, known.Paths + count) : (here, count);
                        if (!isKnown && ++kept > MostPaths) throw new OutOfStepsException();
                    }
                }
            }

            level = next;
        }

        foreach (var (node, paths) in level) LookUp(node, paths, sum);
        return sum.Value;
    }

    // With two columns left a node has a list of completions; sorted with running sums, each path finds its share by halving.
    private void LookUp(Node node, Dictionary<long, (double Worth, double Paths)> paths, LogSum sum)
    {
        double[] worths = [.. Steps(node, columns[^2]).Select(s => s.Worth + s.Left.Last())];
        Array.Sort(worths);
        var running = new double[worths.Length];
        var part = new LogSum();
        for (var i = 0; i < worths.Length; i++)
        {
            Step();
            part.Add(worths[i]);
            running[i] = part.Value;
        }

        foreach (var (past, count) in paths.Values)
        {
            Step();
            int low = 0, high = worths.Length;
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (past + worths[middle] <= limit) low = middle + 1;
                else high = middle;
            }

            if (low > 0) sum.Add(past + running[low - 1] + Math.Log(count));
        }
    }

    // The greatest and least worth from a node to the end, remembered.
    private (double Longest, double Shortest) Ends(Node node, int column)
    {
        if (column == columns.Length - 1) return (node.Last(), node.Last());
        if (ends[column].TryGetValue(node, out var known)) return known;
        double longest = double.NegativeInfinity, shortest = double.PositiveInfinity;
        foreach (var (left, worth) in Steps(node, columns[column]))
        {
            Step();
            var rest = Ends(left, column + 1);
            longest = Math.Max(longest, worth + rest.Longest);
            shortest = Math.Min(shortest, worth + rest.Shortest);
        }

        return ends[column][node] = (longest, shortest);
    }

    // Every way to fill one column from what the rows have left.
    private static IEnumerable<(Node Left, double Worth)> Steps(Node node, int total)
    {
        var rows = node.Rows;
        var behind = new int[rows.Length + 1]; // what the rows from here on have
        for (var i = rows.Length - 1; i >= 0; i--) behind[i] = behind[i + 1] + rows[i];
        var taken = new int[rows.Length];
        var open = new int[rows.Length + 1];
        var worth = new double[rows.Length + 1];
        open[0] = total;
        var at = 0;
        taken[0] = Math.Max(0, total - behind[1]) - 1;
        while (at >= 0)
        {
            if (++taken[at] > Math.Min(rows[at], open[at]))
            {
                at--;
                continue;
            }

            open[at + 1] = open[at] - taken[at];
            worth[at + 1] = worth[at] - LogGamma.Factorial(taken[at]);
            if (at < rows.Length - 1)
            {
                at++;
                taken[at] = Math.Max(0, open[at] - behind[at + 1]) - 1;
                continue;
            }

            var left = new int[rows.Length];
            for (var i = 0; i < rows.Length; i++) left[i] = rows[i] - taken[i];
            yield return (Node.Of(left), worth[rows.Length]);
        }
    }

    private void Step()
    {
        if (++steps > maxSteps) throw new OutOfStepsException();
        if ((steps & 0xFFFF) == 0) cancellationToken.ThrowIfCancellationRequested();
    }

    internal sealed class OutOfStepsException : InvalidOperationException;

    /// <summary>What the rows have left, least first: rows may change about without changing anything.</summary>
    private readonly struct Node : IEquatable<Node>
    {
        private readonly int hash;

        private Node(int[] rows)
        {
            Rows = rows;
            var code = new HashCode();
            foreach (var r in rows) code.Add(r);
            hash = code.ToHashCode();
        }

        public int[] Rows { get; }

        public static Node Of(int[] rows)
        {
            Array.Sort(rows);
            return new(rows);
        }

        /// <summary>The worth of the last column, which takes all that is left.</summary>
        public double Last()
        {
            double worth = 0;
            foreach (var r in Rows) worth -= LogGamma.Factorial(r);
            return worth;
        }

        /// <summary>ln Σ exp(worth) over every way to fill the columns: n! ÷ (Π r! Π c!).</summary>
        public double AllPaths(ReadOnlySpan<int> columns)
        {
            long total = 0;
            double log = 0;
            foreach (var r in Rows)
            {
                total += r;
                log -= LogGamma.Factorial(r);
            }

            foreach (var c in columns) log -= LogGamma.Factorial(c);
            return log + LogGamma.Factorial(total);
        }

        public bool Equals(Node other) => hash == other.hash && Rows.AsSpan().SequenceEqual(other.Rows);

        public override bool Equals(object? obj) => obj is Node other && Equals(other);

        public override int GetHashCode() => hash;
    }
}
