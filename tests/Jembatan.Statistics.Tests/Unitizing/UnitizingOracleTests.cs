using System.Text.Json;
using Jembatan.Statistics.Agreement;
using Jembatan.Statistics.Unitizing;

namespace Jembatan.Statistics.Tests.Unitizing;

public sealed class UnitizingOracleTests
{
    public static TheoryData<string> Cases => AgreementOracle.Names("unitizing.json", "u_alpha_family");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_coefficient_and_coverage_is_that_of_the_exact_implementation(string name)
    {
        var oracle = AgreementOracle.Case("unitizing.json", name);
        var expected = oracle.GetProperty("expected");
        var estimates = UnitizingReliability.Estimate(DataOf(oracle), UnitizingMeasures.All, new AgreementSettings(), CancellationToken.None);
        AgreementOracle.Near(expected.GetProperty("u_alpha").GetDouble(), Of("u-alpha"), 1e-12, "u");
        AgreementOracle.Near(expected.GetProperty("bar_u_alpha").GetDouble(), Of("u-alpha-binary"), 1e-12, "|u");
        if (!expected.TryGetProperty("cu_alpha", out var cu)) return;
        AgreementOracle.Near(cu.GetDouble(), Of("cu-alpha"), 1e-12, "cu");
        AgreementOracle.Near(expected.GetProperty("cu_coverage").GetDouble(), estimates.Single(e => e.Measure == "cu-alpha").Coverage, 1e-12, "cu coverage");
        foreach (var k in expected.GetProperty("ku_alpha").EnumerateObject())
        {
            AgreementOracle.Near(k.Value.GetDouble(), Of("k-u-alpha", k.Name), 1e-12, $"k {k.Name}");
            AgreementOracle.Near(expected.GetProperty("ku_coverage").GetProperty(k.Name).GetDouble(), estimates.Single(e => e.Measure == "k-u-alpha" && e.Category == k.Name).Coverage, 1e-12, "k coverage");
        }

        double? Of(string measure, string? category = null) => estimates.Single(e => e.Measure == measure && e.Category == category).Value;
    }

    internal static UnitizingData DataOf(JsonElement oracle)
    {
        var data = oracle.GetProperty("data");
        var coders = data.GetProperty("coders").EnumerateArray().ToList();
        List<string> categories = [.. coders.SelectMany(c => c.EnumerateArray()).Select(u => u[0].GetString()!).Distinct().Order(StringComparer.Ordinal)];
        var sections = coders.Select(c => (IReadOnlyList<Section>)[.. c.EnumerateArray().Select(u => new Section(u[1].GetInt64(), u[2].GetInt64(), categories.IndexOf(u[0].GetString()!)))]).ToList();
        return new([.. coders.Select((_, i) => FormattableString.Invariant($"coder {i}"))], categories, [new Continuum("text", data.GetProperty("continuum_length").GetInt64(), sections)]);
    }
}
