using System.Collections.Immutable;

namespace Jembatan.Simulation.Population;

/// <summary>Known totals of the cells of one way to divide a population.</summary>
/// <param name="Name">Such as <c>province × sex</c>, for problems.</param>
/// <param name="Cells">Names of the cells, for problems.</param>
/// <param name="Targets">Totals, as many as cells, 0 or more.</param>
/// <param name="CellOf">For every row of the population the number of its cell, from 0.</param>
public sealed record Margin(string Name, ImmutableArray<string> Cells, ImmutableArray<double> Targets, ImmutableArray<int> CellOf);

/// <summary>What to do with a cell that should hold people but for which there is no row.</summary>
public enum EmptyCells
{
    /// <summary>Refuse, and name the cell.</summary>
    Refuse,

    /// <summary>Give its total to the nearest cell of the same margin that has rows, and list it. Nobody is invented.</summary>
    Merge,
}

/// <summary>When raking stops.</summary>
/// <param name="MaxRelativeError">Largest error of a cell over its target at which it is done.</param>
/// <param name="MaxSweeps">Most sweeps over all margins.</param>
/// <param name="Empty">What to do with empty cells.</param>
public sealed record RakingSettings(double MaxRelativeError = 1e-6, int MaxSweeps = 500, EmptyCells Empty = EmptyCells.Refuse);

/// <summary>Weights that meet the margins, and how hard that was.</summary>
/// <param name="Weights">One a row, 0 or more.</param>
/// <param name="Sweeps">How many sweeps it took.</param>
/// <param name="MaxRelativeError">Largest error of a cell over its target, at the end.</param>
/// <param name="MaxWeightRatio">Largest weight over smallest, among rows above 0, relative to where each began: how uneven raking has made them.</param>
/// <param name="EffectiveSize">(Σw)²/Σw², rows.</param>
/// <param name="Merged">Empty cells whose totals went to a neighbour, one sentence each.</param>
public sealed record RakedWeights(ImmutableArray<double> Weights, int Sweeps, double MaxRelativeError, double MaxWeightRatio, double EffectiveSize, ImmutableArray<string> Merged);
