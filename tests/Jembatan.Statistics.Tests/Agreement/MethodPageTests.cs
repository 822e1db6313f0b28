using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Jembatan.Statistics.Agreement;
using Jembatan.Statistics.Unitizing;

namespace Jembatan.Statistics.Tests.Agreement;

/// <summary>A page for each measure in <c>docs/methods/agreement</c>, made of its docstring. Run with JEMBATAN_WRITE_PAGES=1 to write them.</summary>
public sealed partial class MethodPageTests
{
    public static TheoryData<string> Ids => [.. AgreementMeasures.All.Select(m => m.Id), .. UnitizingMeasures.All.Select(m => m.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_page_of_a_measure_is_its_docstring(string id)
    {
        object measure = (object?)AgreementMeasures.Find(id) ?? UnitizingMeasures.Find(id)!;
        var (name, source) = measure is AgreementMeasure a ? (a.Name, a.Source) : (((UnitizingMeasure)measure).Name, ((UnitizingMeasure)measure).Source);
        var page = Page(measure.GetType(), id, name, source, (measure as AgreementMeasure)?.MissingRule);
        Assert.Contains("Why our number differs from another tool's", page, StringComparison.Ordinal);
        var path = Path.Combine(Repository.Root, "docs", "methods", "agreement", id + ".md");
        if (Environment.GetEnvironmentVariable("JEMBATAN_WRITE_PAGES") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, page);
        }

        Assert.True(File.Exists(path), $"There is no {path}. Run this test with JEMBATAN_WRITE_PAGES=1.");
        Assert.Equal(page, File.ReadAllText(path));
    }

    [Fact]
    public void The_index_names_every_measure()
    {
        var index = File.ReadAllText(Path.Combine(Repository.Root, "docs", "methods", "agreement.md"));
        Assert.All(Ids.Select(row => row.Data), id => Assert.Contains($"(agreement/{id}.md)", index, StringComparison.Ordinal));
    }

    private static string Page(Type type, string id, string name, string source, string? missing)
    {
        var docs = XDocument.Load(Path.ChangeExtension(type.Assembly.Location, ".xml")).Descendants("member").Single(m => (string?)m.Attribute("name") == "T:" + type.FullName);
        var page = new StringBuilder();
        page.Append(Lines($"# {name}")).Append(Lines($"`jembatan agreement … --measure {id}`")).Append(Lines(Text(docs.Element("summary")!)));
        var remarks = docs.Element("remarks")!;
        var formula = string.Concat(remarks.Nodes().TakeWhile(n => n is not XElement { Name.LocalName: "para" }).Select(n => n is XElement e ? Text(e) : Flat(n.ToString())));
        if (formula.Trim().Length > 0) page.Append(Lines("## Formula")).Append(Lines(formula.Trim()));
        foreach (var paragraph in remarks.Elements("para"))
        {
            var label = paragraph.Element("b")?.Value ?? "Note";
            page.Append(Lines("## " + label)).Append(Lines(Sentence(Text(paragraph)[(paragraph.Element("b") is null ? 0 : label.Length)..].TrimStart(':', ' '))));
        }

        if (missing is not null) page.Append(Lines("## What is done with missing values")).Append(Lines(missing));
        page.Append(Lines("## Cite")).Append(Lines(source + ".")).Append("This page is made of the code's own documentation; see [the index](../agreement.md).\n");
        return page.ToString();
    }

    private static string Sentence(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static string Lines(string text) => text + "\n\n";

    private static string Text(XElement element)
    {
        var copy = new XElement(element);
        foreach (var see in copy.Descendants("see").ToList()) see.ReplaceWith(((string?)see.Attribute("cref") ?? (string?)see.Attribute("langword") ?? "").Split('.')[^1]);
        foreach (var code in copy.Descendants("c").ToList()) code.ReplaceWith($"`{code.Value}`");
        return Flat(copy.Value).Trim();
    }

    private static string Flat(string text) => Space().Replace(text, " ");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
