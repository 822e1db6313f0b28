using System.Text.Json;

namespace Jembatan.Cli.Tests.Contract;

/// <summary>Questions about the shape of a document.</summary>
internal static class Shape
{
    /// <summary>The object begins with these properties, in this order.</summary>
    public static JsonElement Begins(this JsonElement element, params string[] names)
    {
        Assert.Equal(JsonValueKind.Object, element.ValueKind);
        Assert.Equal(names, element.EnumerateObject().Select(p => p.Name).Take(names.Length));
        return element;
    }

    /// <summary>The items of an array; there is at least one.</summary>
    public static IReadOnlyList<JsonElement> Items(this JsonElement element, string name)
    {
        var items = element.GetProperty(name).EnumerateArray().ToList();
        Assert.NotEmpty(items);
        return items;
    }

    public static string Text(this JsonElement element, string name) => element.GetProperty(name).GetString()!;

    public static int Number(this JsonElement element, string name) => element.GetProperty(name).GetInt32();

    /// <summary>No number is NaN or written as a word, every name is camelCase.</summary>
    public static void IsPlain(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var p in element.EnumerateObject())
                {
                    Assert.True(p.Name.Length > 0 && (!char.IsUpper(p.Name[0]) || IsKey(p.Name)), $"'{p.Name}' is not camelCase");
                    IsPlain(p.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray()) IsPlain(item);
                break;
            case JsonValueKind.String:
                Assert.DoesNotContain(element.GetString(), (string[])["NaN", "Infinity", "-Infinity"]);
                break;
        }
    }

    // Citations and variables are named by their own keys.
    private static bool IsKey(string name) => name.Any(char.IsAsciiDigit) || name.Length <= 3;
}
