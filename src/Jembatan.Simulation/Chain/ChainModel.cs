using System.Collections.Immutable;
using Jembatan.Core;

namespace Jembatan.Simulation.Chain;

/// <summary>The check case: states, shares at the start, and one matrix of monthly probabilities for everybody.</summary>
/// <remarks>
/// p(t+1) = p(t)·M. Rows are normalised after they were found to sum to one within 10⁻⁹.
/// <para><b>Source</b>: any text on Markov chains; closed forms of two states in the methods page.</para>
/// </remarks>
public sealed record ChainModel
{
    private const double Tolerance = 1e-9;

    /// <summary>Most states a chain may have.</summary>
    public const int MostStates = 256;

    private ChainModel(ImmutableArray<string> states, ImmutableArray<double> start, ImmutableArray<ImmutableArray<double>> monthly, ImmutableArray<int>? covered) =>
        (States, Start, Monthly, Covered) = (states, start, monthly, covered);

    /// <summary>Names of the states, each once.</summary>
    public ImmutableArray<string> States { get; }

    /// <summary>Share of persons in each state at month 0; sums to 1.</summary>
    public ImmutableArray<double> Start { get; }

    /// <summary>Probabilities from row to column in one month; each row sums to 1.</summary>
    public ImmutableArray<ImmutableArray<double>> Monthly { get; }

    /// <summary>Numbers of the states that count as covered; null when the model names none.</summary>
    public ImmutableArray<int>? Covered { get; }

    /// <summary>A chain, when everything fits together.</summary>
    /// <param name="states">Names.</param>
    /// <param name="start">One share a state.</param>
    /// <param name="monthly">States × states.</param>
    /// <param name="covered">Names among the states; null for none.</param>
    /// <returns>The chain, or a problem whose place is the field, such as <c>monthly[1][0]</c>.</returns>
    public static Result<ChainModel> Of(IReadOnlyList<string> states, IReadOnlyList<double> start, IReadOnlyList<IReadOnlyList<double>> monthly, IReadOnlyList<string>? covered)
    {
        ArgumentNullException.ThrowIfNull(states);
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(monthly);
        if (states.Count is 0 or > MostStates) return Wrong("chain/states", $"There are {states.Count} states; a chain has 1 to {MostStates}. Name each state once in 'states'.", "states");
        for (var i = 0; i < states.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(states[i])) return Wrong("chain/states", "A state has no name. Give each state a name.", $"states[{i}]");
            for (var j = 0; j < i; j++)
                if (states[i] == states[j]) return Wrong("chain/states", $"The state '{states[i]}' is named twice. Give each state its own name.", $"states[{i}]");
        }

        if (start.Count != states.Count) return Wrong("chain/start-length", $"'start' has {start.Count} shares for {states.Count} states. Write one share a state.", "start");
        if (CheckShares(start, "start", "chain/start-sum", "the shares at the start sum") is { } wrongStart) return wrongStart;
        if (monthly.Count != states.Count) return Wrong("chain/rows", $"'monthly' has {monthly.Count} rows for {states.Count} states. Write one row a state.", "monthly");
        for (var i = 0; i < monthly.Count; i++)
        {
            if (monthly[i].Count != states.Count)
                return Wrong("chain/columns", $"The row of '{states[i]}' has {monthly[i].Count} probabilities for {states.Count} states. Write one a state.", $"monthly[{i}]");
            if (CheckShares(monthly[i], $"monthly[{i}]", "chain/row-sum", $"the row of '{states[i]}' sums") is { } wrongRow) return wrongRow;
        }

        if (covered is { Count: 0 }) return Wrong("chain/covered", "'covered' names no state. Name the states that count as covered, or leave 'covered' out.", "covered");
        var numbers = ImmutableArray.CreateBuilder<int>();
        for (var i = 0; i < (covered?.Count ?? 0); i++)
        {
            var number = states.ToList().IndexOf(covered![i]);
            if (number < 0) return Wrong("chain/covered", $"'covered' names '{covered[i]}', which is no state. Use names from 'states'.", $"covered[{i}]");
            if (numbers.Contains(number)) return Wrong("chain/covered", $"'covered' names '{covered[i]}' twice. Name each state once.", $"covered[{i}]");
            numbers.Add(number);
        }

        return new ChainModel([.. states], Normal(start), [.. monthly.Select(Normal)], covered is null ? null : numbers.ToImmutable());
    }

    private static Problem? CheckShares(IReadOnlyList<double> shares, string field, string code, string what)
    {
        for (var i = 0; i < shares.Count; i++)
            if (!(shares[i] is >= 0 and <= 1))
                return Wrong("chain/probability", FormattableString.Invariant($"{shares[i]} is no probability. Write numbers from 0 to 1."), $"{field}[{i}]");
        var sum = shares.Sum();
        return Math.Abs(sum - 1) <= Tolerance
            ? null
            : Wrong(code, FormattableString.Invariant($"{char.ToUpperInvariant(what[0])}{what[1..]} to {sum:0.############}, not to 1. Correct the numbers so that they sum to one."), field);
    }

    private static ImmutableArray<double> Normal(IReadOnlyList<double> shares)
    {
        var sum = shares.Sum();
        return [.. shares.Select(s => s / sum)];
    }

    private static Problem Wrong(string code, string message, string field) => new(code, message, field);
}
