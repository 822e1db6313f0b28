using System.Text;
using Jembatan.Core;
using Jembatan.Simulation.Rules;

namespace Jembatan.Simulation.Tests.Rules;

public sealed class RuleFileTests
{
    private const string Arrears = """ "arrears": [ { "graceMonths": 3, "fineRupiah": 0, "mark": "A", "source": "x" } ] """;

    [Fact]
    public void Overlapping_discounts_are_refused_with_file_line_and_field()
    {
        var problem = Read("""
            {
              "discounts": [
                { "id": "a", "programmes": ["jkk"], "share": 0.5, "from": "2026-01", "to": "2026-06", "sectors": ["transport"], "mark": "B", "source": "x" },
                { "id": "b", "programmes": ["jkk", "jkm"], "share": 0.5,
                  "from": "2026-06", "to": "2026-12", "mark": "B", "source": "x" }
              ],
            """);
        Assert.Equal("rules/overlap", problem.Code);
        Assert.Equal("mine.json, line 5, field discounts[1].from", problem.At);
        Assert.Contains("'a' (line 3)", problem.Message, StringComparison.Ordinal);
        Assert.Contains("transport", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"sectors\": [\"trade\"],", "")] // another sector
    [InlineData("", "\"exceptPayers\": [\"self\",\"local-budget\",\"tobacco-fund\",\"village\",\"donor\",\"central-budget\"],")] // nobody
    public void Discounts_that_share_no_member_may_hold_at_the_same_time(string first, string second) => Assert.True(RuleFile.Read("mine.json", Encoding.UTF8.GetBytes($$"""
        { "discounts": [
            { "id": "a", "programmes": ["jkk"], "share": 0.5, "from": "2026-01", "to": "2026-06", {{first}} "mark": "B", "source": "x" },
            { "id": "b", "programmes": ["jkk"], "share": 0.5, "from": "2026-06", "to": "2026-12", "exceptSectors": ["trade"], {{second}} "mark": "B", "source": "x" } ],
        {{Arrears}} }
        """), false).IsOk);

    [Fact]
    public void Two_contributions_of_one_programme_do_not_overlap()
    {
        var problem = Read("""
            { "contributions": [
              { "id": "a", "programme": "jkk", "amountRupiah": 1, "from": "2020-01", "mark": "B", "source": "x" },
              { "id": "b", "programme": "jkk", "amountRupiah": 2, "from": "2021-01", "mark": "B", "source": "x" } ],
            """);
        Assert.Equal("rules/overlap", problem.Code);
        Assert.Contains("line 3", problem.At, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"share\": 1.5", "data/bad-field", "discounts[0].share")]
    [InlineData("\"share\": \"half\"", "data/bad-field", "discounts[0].share")]
    [InlineData("\"share\": 0.5, \"shrae\": 1", "data/unknown-field", "discounts[0].shrae")]
    [InlineData("\"portion\": 0.5", "data/missing-field", "discounts[0].share")]
    public void A_bad_field_is_named(string share, string code, string field)
    {
        var problem = Read($$"""
            { "discounts": [
              { "id": "a", "programmes": ["jkk"], {{share}}, "from": "2026-01", "to": "2026-06", "mark": "B", "source": "x" } ],
            """);
        Assert.Equal(code, problem.Code);
        Assert.Equal($"mine.json, line 2, field {field}", problem.At);
    }

    [Theory]
    [InlineData("\"from\": \"2026-07\", \"to\": \"2026-06\"", "rules/backwards")]
    [InlineData("\"from\": \"2026-13\", \"to\": \"2026-06\"", "data/bad-field")]
    [InlineData("\"from\": \"2026-01\", \"from\": \"2026-02\", \"to\": \"2026-06\"", "data/repeated-field")]
    public void Months_must_make_sense(string months, string code) => Assert.Equal(code, Read($$"""
        { "discounts": [ { "id": "a", "programmes": ["jkk"], "share": 0.5, {{months}}, "mark": "B", "source": "x" } ],
        """).Code);

    [Theory]
    [InlineData("", "data/not-json")]
    [InlineData("[]", "data/shape")]
    [InlineData("{ \"discounts\": [ 1 ] }", "data/shape")]
    [InlineData("{ \"discounts\": [ { ", "data/not-json")]
    [InlineData("{}", "rules/no-arrears")]
    [InlineData("\u0000\u0001", "data/not-json")]
    [InlineData("{ \"discounts\": [ { \"id\": \"\\ud800\" } ] }", "data/shape")]
    public void A_file_of_another_shape_is_a_problem(string text, string code) => Assert.Equal(code, RuleFile.Read("mine.json", Encoding.UTF8.GetBytes(text), false).Problem!.Code);

    [Fact]
    public void Damaged_rules_never_crash() => Gen.Select(Gen.Int[0, 6000], Gen.Byte).Sample((at, value) =>
    {
        var bytes = Records.JsonRecords.Shipped("rules.json");
        bytes[at % bytes.Length] = value;
        var read = RuleFile.Read("mine.json", bytes, false);
        return read.IsOk || read.Problem!.Message.Length > 0;
    });

    private static Problem Read(string start) => RuleFile.Read("mine.json", Encoding.UTF8.GetBytes(start + Arrears + "}"), false).Problem!;
}
