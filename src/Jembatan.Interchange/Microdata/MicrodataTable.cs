using Jembatan.Interchange.Tables;

namespace Jembatan.Interchange.Microdata;

/// <summary>A column of a statistics file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Label">What it asks, in the words of the file; empty when the file does not say.</param>
/// <param name="ValueLabels">What codes mean: value in invariant notation → words; empty for columns without.</param>
public sealed record MicrodataColumn(string Name, string Label, IReadOnlyDictionary<string, string> ValueLabels);

/// <summary>A survey file: a table of codes, and what the codes mean.</summary>
/// <param name="Table">Header and rows; numbers in invariant notation, an empty cell is missing.</param>
/// <param name="Columns">One a column of the header, in its order.</param>
public sealed record MicrodataTable(Table Table, IReadOnlyList<MicrodataColumn> Columns);
