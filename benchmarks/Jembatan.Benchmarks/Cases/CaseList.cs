namespace Jembatan.Benchmarks.Cases;

/// <summary>All cases, in the order of the report.</summary>
internal static class CaseList
{
    public static IReadOnlyList<Case> All { get; } = [.. StudyCases.All, .. AgreementCases.All, .. MergeCases.All];
}
