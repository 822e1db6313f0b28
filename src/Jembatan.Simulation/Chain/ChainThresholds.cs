namespace Jembatan.Simulation.Chain;

/// <summary>Probabilities of a chain as thresholds for the upper 31 bits of a random word: a person moves on by as many states as thresholds lie at or under the word.</summary>
/// <remarks>Thresholds run from 0 (always) to 2³¹ (never), so that a probability of zero or one is kept exactly; others are rounded by at most 2⁻³².</remarks>
internal sealed class ChainThresholds
{
    private const double One = 1u << 31;

    public ChainThresholds(ChainModel model)
    {
        States = model.States.Length;
        Columns = Math.Max(16, States);
        Start = Row(model.Start);
        Moves = new uint[(States - 1) * Columns];
        for (var from = 0; from < States; from++)
        {
            var row = Row(model.Monthly[from]);
            for (var j = 0; j < States - 1; j++) Moves[(j * Columns) + from] = row[j];
        }
    }

    public int States { get; }

    /// <summary>Distance between the thresholds of one state; at least 16, the size of a table in lanes.</summary>
    public int Columns { get; }

    /// <summary>Thresholds of month 0.</summary>
    public uint[] Start { get; }

    /// <summary>Threshold j of the row of a state at j·<see cref="Columns"/> + state.</summary>
    public uint[] Moves { get; }

    private static uint[] Row(IReadOnlyList<double> probabilities)
    {
        var (row, sum) = (new uint[probabilities.Count - 1], 0.0);
        var last = probabilities.Count - 1;
        while (last > 0 && probabilities[last] == 0) last--;
        for (var j = 0; j < row.Length; j++)
        {
            sum += probabilities[j];
            row[j] = j >= last ? (uint)One : (uint)Math.Min(One, Math.Round(sum * One));
        }

        return row;
    }
}
