using Jembatan.Core.Strategies;
using Jembatan.Web.Strategies;

namespace Jembatan.Web.Tests.Strategies;

public sealed class AffectedTextTests
{
    [Theory]
    [InlineData("1,5 juta; 2 juta; 3 juta", 1_500_000, 2_000_000, 3_000_000)]
    [InlineData("1.5 million;2 MILLION;3jt", 1_500_000, 2_000_000, 3_000_000)]
    [InlineData("1,000; 2,000; 3,000", 1_000, 2_000, 3_000)]
    [InlineData("1.000; 2.000.000; 3.000.000", 1_000, 2_000_000, 3_000_000)]
    [InlineData("1 000; 2 000; 3 000 000", 1_000, 2_000, 3_000_000)]
    [InlineData("10 ribu; 50 ribu; 200000", 10_000, 50_000, 200_000)]
    public void Numbers_of_persons_are_read_as_people_write_them(string text, double low, double mid, double high) =>
        Assert.Equal(new AffectedPersons(low, mid, high), AffectedText.Read(text)?.Value);

    [Theory]
    [InlineData("1000;2000")]
    [InlineData("1;2;3;4")]
    [InlineData("1;2;")]
    [InlineData("1,5; 2; 3")]
    [InlineData("1.000,000; 2; 3")]
    [InlineData("12,34,567; 2; 3")]
    [InlineData("banyak; 2; 3")]
    [InlineData("-1; 2; 3")]
    public void Anything_else_is_refused_and_never_dropped(string text) => Assert.Equal("misfit/bad-affected", AffectedText.Read(text)?.Problem?.Code);

    [Fact]
    public void Nothing_written_changes_nothing() => Assert.Null(AffectedText.Read("  "));
}
