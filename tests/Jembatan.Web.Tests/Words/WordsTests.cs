using System.Reflection;
using System.Text.RegularExpressions;
using Jembatan.Core;
using Jembatan.Core.Strategies;
using Jembatan.Web.Words;

namespace Jembatan.Web.Tests.Words;

public sealed class WordsTests
{
    private static readonly IReadOnlyList<(string Name, Bilingual Words)> All =
    [
        .. from type in typeof(FrameWords).Assembly.GetTypes()
           where type.Namespace == "Jembatan.Web.Words"
           from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
           where field.FieldType == typeof(Bilingual)
           select ($"{type.Name}.{field.Name}", (Bilingual)field.GetValue(null)!),
    ];

    [Fact]
    public void Every_word_of_the_pages_is_there_in_both_languages_with_the_same_gaps()
    {
        Assert.True(All.Count > 300, $"Only {All.Count} words were found.");
        Assert.Empty(All.Where(w => string.IsNullOrWhiteSpace(w.Words.Id) || string.IsNullOrWhiteSpace(w.Words.En)).Select(w => w.Name));
        Assert.Empty(All.Where(w => !Gaps(w.Words.Id).SetEquals(Gaps(w.Words.En))).Select(w => w.Name));
    }

    [Fact]
    public void Words_keep_the_tone()
    {
        Assert.Empty(All.Where(w => (w.Words.Id + w.Words.En).Contains('!')).Select(w => w.Name));
        Assert.Empty(All.Where(w => (w.Words.Id + w.Words.En).Contains('—')).Select(w => w.Name));
        var wrong = new Regex(@"\b(koding|responden|premi|bekas peserta)\b", RegexOptions.IgnoreCase);
        Assert.Empty(All.Where(w => w.Name != "ImportWords.Survey" && wrong.IsMatch(w.Words.Id)).Select(w => $"{w.Name}: {w.Words.Id}"));
    }

    [Fact]
    public void Every_step_that_the_program_journals_has_Indonesian_words()
    {
        var labels = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Jembatan.App"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(f => Regex.Matches(File.ReadAllText(f), """(?:CommitAsync\(|label = |\? |: )\$?"((?:Add|Apply|Assign|Begin|Confirm|Describe|Dismiss|Freeze|Give|Import|Load|Mark|Match|Merge|Move|Rate|Recommend|Record|Remove|Rename|Restore|Retire|Revise|Set|Withdraw|Write|Code)(?: [a-z{][^"]*)?)"(?=[,;)\s])"""))
            .Select(m => m.Groups[1].Value).Distinct().ToList();
        Assert.True(labels.Count >= 25, string.Join(", ", labels));
        Assert.All(labels, l => Assert.True(JournalWords.Knows(l), l));
    }

    [Fact]
    public void Every_kind_of_thing_in_the_journal_has_a_name()
    {
        var kinds = typeof(Bilingual).Assembly.GetTypes().Where(t => t.IsClass && t.GetInterfaces().Any(i => i.Name == "IEntity")).Select(t => t.Name);
        Assert.All(kinds, k => Assert.NotEqual(k, JournalWords.OfEntity(k).Id));
    }

    [Fact]
    public void Every_verdict_disposition_and_kind_has_its_own_words()
    {
        Assert.Equal(5, Enum.GetValues<VerdictKind>().Select(v => SharedWords.Of(v).Id).Distinct().Count());
        Assert.Equal(5, Enum.GetValues<Disposition>().Select(d => SharedWords.Of(d).En).Distinct().Count());
        Assert.Equal(5, Enum.GetValues<Element>().Select(e => SharedWords.Of(e).Id).Distinct().Count());
    }

    [Fact]
    public void Every_shipped_unit_is_said_in_Indonesian()
    {
        var units = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Jembatan.App", "Data"), "*.json")
            .SelectMany(f => Regex.Matches(File.ReadAllText(f), "\"unit\":\\s*\"([^\"]+)\"")).Select(m => m.Groups[1].Value).Distinct();
        Assert.All(units.Where(u => Regex.IsMatch(u, "[a-z]{4}")), u => Assert.NotEqual(u, SharedWords.OfUnit(u).Id));
    }

    private static HashSet<string> Gaps(string text) => [.. Regex.Matches(text, @"\{(\d)\}").Select(m => m.Value)];
}
