namespace Jembatan.Statistics.Agreement;

/// <summary>Every measure of agreement on common units. A new one is one file and one line here; verb, page and methods page list it by themselves.</summary>
public static class AgreementMeasures
{
    /// <summary>All measures, those corrected for chance first.</summary>
    public static IReadOnlyList<AgreementMeasure> All { get; } =
    [
        new KrippendorffAlpha(),
        new CohenKappa(),
        new ScottPi(),
        new FleissKappa(),
        new CongerKappa(),
        new LightKappa(),
        new GwetAc1(),
        new GwetAc2(),
        new BrennanPrediger(),
        new PercentAgreement(),
    ];

    /// <summary>The measure of an id, or null.</summary>
    /// <param name="id">Such as <c>krippendorff-alpha</c>.</param>
    public static AgreementMeasure? Find(string id) => All.FirstOrDefault(m => m.Id == id);
}
