using Jembatan.Interchange.Yaml;

namespace Jembatan.Interchange.Tests.Yaml;

public sealed class YamlTextTests
{
    [Fact]
    public void Values_know_their_lines()
    {
        var root = Assert.IsType<YamlMap>(YamlText.Read("kind: chain # words\nstates: [a, 'b']\nmonthly:\n  - [1, 0]\n  - [0.5, 0.5]\n", "m.yaml").Value);
        Assert.Equal(["kind", "states", "monthly"], root.Entries.Select(e => e.Key));
        var rows = Assert.IsType<YamlList>(root["monthly"]);
        Assert.Equal([4, 5], rows.Items.Select(r => r.Line));
        Assert.Equal(new YamlScalar("b", true, 2), ((YamlList)root["states"]!).Items[1]);
        Assert.Null(root["absent"]);
    }

    [Theory]
    [InlineData("", "yaml/empty")]
    [InlineData("# nothing\n", "yaml/empty")]
    [InlineData("a: [1, 2", "yaml/syntax")]
    [InlineData("a: 1\n b: 2\n", "yaml/syntax")]
    [InlineData("a: {b: }: 3", "yaml/syntax")]
    [InlineData("a: 1\na: 2\n", "yaml/twice")]
    [InlineData("a: &x 1\nb: *x\n", "yaml/unsupported")]
    [InlineData("a: !!python/object 1\n", "yaml/unsupported")]
    [InlineData("a: *x\n", "yaml/unsupported")]
    [InlineData("? [a, b]\n: 1\n", "yaml/unsupported")]
    [InlineData("a: 1\n---\nb: 2\n", "yaml/unsupported")]
    public void What_is_not_read_is_refused_by_name(string text, string code)
    {
        var problem = YamlText.Read(text, "m.yaml").Problem;
        Assert.Equal(code, problem?.Code);
        Assert.StartsWith("m.yaml", problem!.At, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kind: chain\nstates: [a, b\nstart: [1, 0]\n", 2)]
    [InlineData("kind: chain\nmonthly:\n  - [1, 0]\n  - [0, 1", 4)]
    [InlineData("a: 1\nb: {c: 1, d: [1, 2}\ne: 3\n", 2)]
    [InlineData("a: 1\nb: \"two\n", 2)]
    [InlineData("a: 1\n b: 2\n", 2)]
    public void What_is_no_yaml_is_told_with_the_line_where_to_look(string text, int line)
    {
        var problem = YamlText.Read(text, "m.yaml").Problem;
        Assert.Equal(("yaml/syntax", $"m.yaml:{line}"), (problem?.Code, problem?.At));
        Assert.Contains($"line {line}:", problem!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Deep_and_long_texts_are_refused_quickly()
    {
        Assert.Equal("yaml/unsupported", YamlText.Read(new string('[', 5000), "m").Problem?.Code);
        Assert.Equal("yaml/unsupported", YamlText.Read("[" + string.Concat(Enumerable.Repeat("1,", YamlText.MostNodes + 1)) + "]", "m").Problem?.Code);
        Assert.Equal("yaml/too-long", YamlText.Read(new string(' ', YamlText.MostCharacters + 1), "m").Problem?.Code);
    }

    [Fact]
    public void Any_text_gives_a_tree_or_a_problem() =>
        Gen.String[Gen.OneOf(Gen.Char, Gen.Char["\n: -[]{}&*!\"'|#\0"]), 0, 60]
            .Sample(text => YamlText.Read(text, "m") is { } read && (read.IsOk || read.Problem.Code.StartsWith("yaml/", StringComparison.Ordinal)));
}
