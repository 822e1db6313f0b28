using Jembatan.Statistics.Functions;
using Jembatan.Statistics.Random;

namespace Jembatan.Statistics.Tables;

/// <summary>How a p-value of Fisher's test was reached.</summary>
public enum FisherMethod
{
    /// <summary>Over all tables with the same margins.</summary>
    Exact,

    /// <summary>Over tables drawn at random with the same margins, because that was asked for.</summary>
    MonteCarlo,
}

/// <summary>The outcome of Fisher's test.</summary>
/// <param name="P">Probability of a table that is as unlikely or more so, 0 to 1.</param>
/// <param name="Method">How it was reached.</param>
/// <param name="Replicates">Tables drawn; null when exact.</param>
/// <param name="Seed">Seed of the draws; null when exact.</param>
public sealed record FisherResult(Estimate P, FisherMethod Method, int? Replicates, ulong? Seed);

/// <summary>Fisher's exact test of independence, for any number of rows and columns.</summary>
/// <remarks>
/// p = Σ P(T) over all tables T with the observed margins and P(T) ≤ P(observed)·(1 + 10⁻⁷), P(T) = Π rᵢ! Π cⱼ! ÷ (n! Π tᵢⱼ!).
/// Tables are walked column by column as a network whose nodes are the counts that the rows have left (order of rows does not matter); paths whose completions all count, or none, are not walked.
/// <para><b>Unit</b>: probability.</para>
/// <para><b>Cost</b>: bounded by a number of steps and by two million paths in memory; beyond them there is no number but a reason, and <see cref="Simulate"/> is the way on. Nothing is approximated unasked.</para>
/// <para><b>Source</b>: Freeman, G. H. and Halton, J. H. (1951). Note on an exact treatment of contingency. Biometrika 38, 141–149; Mehta, C. R. and Patel, N. R. (1983). A network algorithm for performing Fisher's exact test in r × c contingency tables. JASA 78(382), 427–434.</para>
/// <para><b>Oracle</b>: R 4.2.2 <c>fisher.test</c>: job satisfaction .7826849 (Agresti 2002, p. 57), tea tasting .4857143; enumeration of all tables for small ones.</para>
/// </remarks>
public static class FisherExact
{
    /// <summary>How many steps a test may take unless told otherwise: seconds on one core.</summary>
    public const long DefaultSteps = 60_000_000;

    /// <summary>The exact p-value.</summary>
    /// <param name="table">Counts of cases, each case in one cell.</param>
    /// <param name="maxSteps">Most steps, at least 1.</param>
    /// <param name="cancellationToken">Stops the walk.</param>
    /// <returns>1 when there is one such table only; <see cref="Undefined.TooLarge"/> beyond the steps; <see cref="Undefined.Empty"/>, <see cref="Undefined.OneRow"/> or <see cref="Undefined.OneColumn"/> where nothing can be compared.</returns>
    public static FisherResult Test(ContingencyTable table, long maxSteps = DefaultSteps, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxSteps, 1);
        if (table.Reason() is { } reason) return new(Estimate.None(reason), FisherMethod.Exact, null, null);
        var occupied = table.Occupied();
        var p = occupied is { Rows: 2, Columns: 2 } && table.Total <= 100_000_000 ? Estimate.Of(TwoByTwo(occupied)) : FisherNetwork.P(occupied, maxSteps, cancellationToken);
        return new(p, FisherMethod.Exact, null, null);
    }

    /// <summary>The p-value by drawing tables: (1 + those as unlikely) ÷ (1 + replicates).</summary>
    /// <param name="table">Counts of cases, each case in one cell.</param>
    /// <param name="replicates">Tables to draw, at least 1.</param>
    /// <param name="seed">Seed of the draws.</param>
    /// <param name="cancellationToken">Stops the draws.</param>
    /// <returns>Above 0; the same reasons as <see cref="Test"/> where nothing can be compared.</returns>
    public static FisherResult Simulate(ContingencyTable table, int replicates, ulong seed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentOutOfRangeException.ThrowIfLessThan(replicates, 1);
        if (table.Reason() is { } reason) return new(Estimate.None(reason), FisherMethod.MonteCarlo, replicates, seed);
        var occupied = table.Occupied();
        if (occupied.Total > 10_000_000) return new(Estimate.None(Undefined.TooLarge), FisherMethod.MonteCarlo, replicates, seed);

        var rowOf = Spread(occupied.RowTotals);
        var columnOf = Spread(occupied.ColumnTotals);
        var observed = 0.0;
        for (var r = 0; r < occupied.Rows; r++)
            for (var c = 0; c < occupied.Columns; c++) observed += LogGamma.Factorial(occupied[r, c]);

        var cells = new int[occupied.Rows * occupied.Columns];
        var asUnlikely = 0;
        for (var b = 0; b < replicates; b++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var stream = new PhiloxStream(seed, "tables/fisher", (ulong)b);
            for (var i = columnOf.Length - 1; i > 0; i--)
            {
                var j = stream.NextBelow(i + 1);
                (columnOf[i], columnOf[j]) = (columnOf[j], columnOf[i]);
            }

            Array.Clear(cells);
            for (var i = 0; i < rowOf.Length; i++) cells[(rowOf[i] * occupied.Columns) + columnOf[i]]++;
            var drawn = 0.0;
            foreach (var cell in cells) drawn += LogGamma.Factorial(cell);
            if (drawn >= observed - FisherNetwork.Tie) asUnlikely++;
            columnOf = Spread(occupied.ColumnTotals); // each replicate begins from the same order, so that it stands alone
        }

        return new(Estimate.Of((1.0 + asUnlikely) / (1.0 + replicates)), FisherMethod.MonteCarlo, replicates, seed);
    }

    private static int[] Spread(IReadOnlyList<long> totals) => [.. totals.Select((t, i) => (t, i)).SelectMany(x => Enumerable.Repeat(x.i, (int)x.t))];

    private static double TwoByTwo(ContingencyTable table)
    {
        long a = table[0, 0], r1 = table.RowTotals[0], r2 = table.RowTotals[1], c1 = table.ColumnTotals[0];
        long least = Math.Max(0, c1 - r2), most = Math.Min(r1, c1);
        var all = LogChoose(r1 + r2, c1);
        double Log(long x) => LogChoose(r1, x) + LogChoose(r2, c1 - x) - all;
        var limit = Log(a) + FisherNetwork.Tie;
        double p = 0;
        for (var x = least; x <= most; x++)
        {
            var log = Log(x);
            if (log <= limit) p += Math.Exp(log);
        }

        return Math.Min(1, p);
    }

    private static double LogChoose(long n, long k) => LogGamma.Factorial(n) - LogGamma.Factorial(k) - LogGamma.Factorial(n - k);
}
