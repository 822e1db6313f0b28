namespace Jembatan.Statistics.Unitizing;

/// <summary>Every measure of agreement in unitizing. A new one is one file and one line here.</summary>
public static class UnitizingMeasures
{
    /// <summary>All measures.</summary>
    public static IReadOnlyList<UnitizingMeasure> All { get; } = [new UAlpha(), new UAlphaBinary(), new CuAlpha(), new KuAlpha()];

    /// <summary>The measure of an id, or null.</summary>
    /// <param name="id">Such as <c>u-alpha</c>.</param>
    public static UnitizingMeasure? Find(string id) => All.FirstOrDefault(m => m.Id == id);
}
