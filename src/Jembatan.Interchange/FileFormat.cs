namespace Jembatan.Interchange;

/// <summary>A file format that is read.</summary>
/// <param name="Id">Stable id, lower case, also the first half of its problem codes.</param>
/// <param name="Name">Its name in English.</param>
/// <param name="Extensions">File extensions with the dot, lower case.</param>
public sealed record FileFormat(string Id, string Name, IReadOnlyList<string> Extensions);
