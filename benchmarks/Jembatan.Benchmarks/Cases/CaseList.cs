namespace Jembatan.Benchmarks.Cases;

/// <summary>All cases, in the order of the report.</summary>
internal static class CaseList
{
    public static IReadOnlyList<Case> All { get; } = [.. StudyCases.All, .. JudgingCases.All, .. PageCases.All, .. ProgramCases.All, .. ImportCases.All, .. AgreementCases.All, .. MergeCases.All, .. TableCases.All];
}
