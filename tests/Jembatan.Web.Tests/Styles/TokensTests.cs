using System.Text.RegularExpressions;
using Jembatan.Web.Marks;

namespace Jembatan.Web.Tests.Styles;

public sealed class TokensTests
{
    // Machado, Oliveira and Fernandes (2009), severity 1.0, for linear light.
    private static readonly double[] Protanopia = [.152286, 1.052583, -.204868, .114503, .786281, .099216, -.003882, -.048116, 1.051998];
    private static readonly double[] Deuteranopia = [.367322, .860646, -.227968, .280085, .672501, .047413, -.011820, .042940, .968881];
    private static readonly double[] Tritanopia = [1.255528, -.076749, -.178779, -.078411, .930809, .147602, .004733, .691367, .303900];
    private static readonly string[] Surfaces = ["paper", "surface", "sunken", "raised"];

    public static TheoryData<string> Themes => ["light", "dark"];

    [Theory]
    [MemberData(nameof(Themes))]
    public void Text_stands_out_on_every_surface(string theme)
    {
        var t = Tokens(theme);
        var weak = from ink in new (string Name, double Least)[] { ("ink", 6.5), ("ink-2", 6.5), ("ink-3", 4.5), ("accent", 4.5), ("accent-hover", 4.5), ("fit-p-text", 4.5), ("fit-n-text", 4.5), ("danger", 4.5) }
                   from surface in Surfaces
                   let ratio = Color.Contrast(t[ink.Name], t[surface])
                   where ratio < ink.Least
                   select $"{ink.Name} on {surface}: {ratio:F2}, less than {ink.Least}";
        Assert.Empty(weak);
        Assert.True(Color.Contrast(t["on-accent"], t["accent"]) >= 4.5);
        Assert.True(Color.Contrast(t["ink-inverse"], t["ink"]) >= 6.5);
        Assert.True(Color.Contrast(t["warn"], t["warn-weak"]) >= 4.5);
        Assert.True(Color.Contrast(t["danger"], t["danger-weak"]) >= 4.5);
        Assert.True(Color.Contrast(t["ink"], t["select"]) >= 6.5);
        Assert.True(Color.Contrast(t["accent"], t["accent-weak"]) >= 4.5);
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void Borders_marks_and_codes_can_be_seen_on_the_surface(string theme)
    {
        var t = Tokens(theme);
        var weak = from name in t.Keys.Where(k => k.StartsWith("c-", StringComparison.Ordinal)).Concat(["line-strong", "focus", "fit-p2", "fit-n2", "u-worker", "u-agent", "u-branch", "u-local", "u-head", "u-expert"])
                   let ratio = Color.Contrast(t[name], t["surface"])
                   where ratio < (name.StartsWith("c-", StringComparison.Ordinal) ? CodeLeast : 3)
                   select $"{name}: {ratio:F2}";
        Assert.Empty(weak);
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void Colours_of_codes_can_be_told_apart_also_with_a_deficiency_of_colour_vision(string theme)
    {
        var t = Tokens(theme);
        var codes = t.Keys.Where(k => k.StartsWith("c-", StringComparison.Ordinal)).ToList();
        Assert.Equal(12, codes.Count);
        double Closest(Func<Color, Color> seen) => (from a in codes from b in codes where string.CompareOrdinal(a, b) < 0 select Color.Distance(seen(t[a]), seen(t[b]))).Min();
        Assert.True(Closest(c => c) >= .125, $"{Closest(c => c):F3}");
        foreach (var sight in new[] { Protanopia, Deuteranopia, Tritanopia }) Assert.True(Closest(c => c.Through(sight)) >= .09, $"{Closest(c => c.Through(sight)):F3}");
    }

    [Fact]
    public void Both_themes_set_the_same_colours_and_the_palette_of_codes_is_theirs()
    {
        var (light, dark) = (Raw("light"), Raw("dark"));
        Assert.Empty(light.Where(l => !dark.ContainsKey(l.Key)).Select(l => l.Key));
        foreach (var (name, value) in light.Where(l => l.Key.StartsWith("c-", StringComparison.Ordinal))) Assert.Equal("c" + name[2..], CodeColor.ClassOf(value));
        Assert.Equal("cX", CodeColor.ClassOf("#123456"));
        Assert.Equal("cX", CodeColor.ClassOf(null));
    }

    [Fact]
    public void Style_sheets_name_only_tokens_that_exist()
    {
        var all = Sheets().ToList();
        var set = all.SelectMany(s => Regex.Matches(s, @"--([a-zA-Z0-9-]+)\s*:").Select(m => m.Groups[1].Value)).ToHashSet();
        var used = all.SelectMany(s => Regex.Matches(s, @"var\(--([a-zA-Z0-9-]+)").Select(m => m.Groups[1].Value)).Distinct();
        Assert.Empty(used.Except(set));
        Assert.DoesNotContain(all, s => s.Contains("url(http", StringComparison.OrdinalIgnoreCase) || s.Contains("@import", StringComparison.OrdinalIgnoreCase));
        Assert.Empty(all.Skip(1).SelectMany(s => Regex.Matches(Regex.Replace(s, @"@media print \{[\s\S]*$", ""), "#[0-9a-fA-F]{6}").Select(m => m.Value)));
    }

    private const double CodeLeast = 2.9;

    private static IEnumerable<string> Sheets() => Directory.GetFiles(Path.Combine(Repository.Root, "src", "Jembatan.Web", "wwwroot"), "*.css").OrderByDescending(f => f.EndsWith("tokens.css", StringComparison.Ordinal)).Select(File.ReadAllText);

    private static Dictionary<string, Color> Tokens(string theme) => Raw(theme).ToDictionary(p => p.Key, p => Color.Of(p.Value));

    private static Dictionary<string, string> Raw(string theme)
    {
        var css = Sheets().First();
        var at = css.IndexOf(":root[data-theme=\"dark\"]", StringComparison.Ordinal);
        var part = theme == "dark" ? css[at..css.IndexOf('}', at)] : css[..at];
        return Regex.Matches(part, @"--([a-zA-Z0-9-]+):\s*(#[0-9a-f]{6})").ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);
    }
}
