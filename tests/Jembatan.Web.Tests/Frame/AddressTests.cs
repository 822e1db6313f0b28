using System.Reflection;
using Jembatan.Web.Frame;
using Microsoft.AspNetCore.Components;

namespace Jembatan.Web.Tests.Frame;

/// <summary>What an address says never keeps a page from opening.</summary>
public sealed class AddressTests : Page
{
    [Theory]
    [InlineData("7", 7)]
    [InlineData("-3", -3)]
    [InlineData("99999999", 1_000_000)]
    [InlineData("99999999999", null)]
    [InlineData("abc", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_number_in_an_address_is_read_or_passed_over(string? given, int? number) => Assert.Equal(number, Whole(given));

    /// <summary>Anything but text is parsed before the page sees it, and a slip ends in an error of the server.</summary>
    [Fact]
    public void Every_page_takes_what_an_address_asks_for_as_text()
    {
        var asked = typeof(Page).Assembly.GetTypes().SelectMany(t => t.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(p => p.GetCustomAttribute<SupplyParameterFromQueryAttribute>() is not null).ToList();
        Assert.True(asked.Count > 15, $"Only {asked.Count} parameters were found.");
        Assert.Empty(asked.Where(p => p.PropertyType != typeof(string) && p.PropertyType != typeof(string[])).Select(p => $"{p.DeclaringType!.Name}.{p.Name}"));
    }
}
