using System.Collections.Frozen;

namespace Jembatan.Web.Marks;

/// <summary>The style class of a code's colour: one of the twelve of the palette, which both themes know.</summary>
internal static class CodeColor
{
    private static readonly FrozenDictionary<string, string> Palette = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["#2e6ea1"] = "cP", ["#9a2a04"] = "cK", ["#8c68eb"] = "cM", ["#00a0c5"] = "cC", ["#a56639"] = "cA", ["#0d383f"] = "cD",
        ["#da6f85"] = "cL", ["#3c34b1"] = "cT", ["#a79400"] = "cJ", ["#500079"] = "cU", ["#664c5e"] = "cG", ["#6a0102"] = "cH",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The class of a colour; one that is not of the palette keeps the neutral edge.</summary>
    public static string ClassOf(string? color) => color is not null && Palette.TryGetValue(color, out var name) ? name : "cX";
}
