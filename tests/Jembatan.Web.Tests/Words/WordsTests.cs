using System.Reflection;
using System.Text.RegularExpressions;
using Jembatan.App.Journals;
using Jembatan.App.Reports;
using Jembatan.App.Agreement;
using Jembatan.App.Sources;
using Jembatan.Core;
using Jembatan.Core.Strategies;
using Jembatan.Statistics.Agreement;
using Jembatan.Web.Frame;
using Jembatan.Web.Words;
using Microsoft.AspNetCore.Http;

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
    public void A_section_of_the_report_has_one_name_in_the_report_and_on_the_pages()
    {
        Assert.NotEmpty(WriteReport.SectionNames);
        foreach (var name in WriteReport.SectionNames)
        {
            Assert.Equal(SectionTitles.Of(name), ReportWords.OfSection(name));
            Assert.NotEqual(name, SectionTitles.Of(name).Id);
        }
    }

    // The page is called Penyebab; a cause is "sebab".
    [Fact]
    public void A_cause_has_one_word_in_Indonesian()
    {
        string[] endings = [".cs", ".razor", ".json"];
        var files = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*", SearchOption.AllDirectories)
            .Where(f => endings.Contains(Path.GetExtension(f)) && !f.Split(Path.DirectorySeparatorChar).Any(p => p is "obj" or "bin")).ToList();
        Assert.True(files.Count > 300, $"Only {files.Count} files were found.");
        Assert.DoesNotContain(files, f => Regex.IsMatch(File.ReadAllText(f), @"(?<![\w-])penyebab"));
    }

    [Fact]
    public void Every_step_that_the_program_journals_has_Indonesian_words()
    {
        var labels = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Jembatan.App"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(f => Regex.Matches(File.ReadAllText(f), """(?:CommitAsync\(|label = |\? |: )\$?"((?:Add|Apply|Assign|Begin|Confirm|Describe|Dismiss|Freeze|Give|Import|Load|Mark|Match|Merge|Move|Rate|Recommend|Record|Remove|Rename|Restore|Retire|Revise|Set|Withdraw|Write|Code)(?: [a-z{][^"]*)?)"(?=[,;)\s])"""))
            .Select(m => m.Groups[1].Value).Distinct().ToList();
        Assert.True(labels.Count >= 25, string.Join(", ", labels));
        Assert.All(labels, l => Assert.True(StepWords.Knows(l), l));
    }

    [Fact]
    public void Every_kind_of_thing_in_the_journal_has_a_name()
    {
        var kinds = typeof(Bilingual).Assembly.GetTypes().Where(t => t.IsClass && t.GetInterfaces().Any(i => i.Name == "IEntity")).Select(t => t.Name);
        Assert.All(kinds, k => Assert.NotEqual(k, StepWords.OfEntity(k).Id));
    }

    [Fact]
    public void Every_field_of_every_kind_of_thing_has_a_name()
    {
        var things = typeof(Bilingual).Assembly.GetTypes().Where(t => t.IsClass && t.GetInterfaces().Any(i => i.Name == "IEntity")).ToList();
        var fields = things.SelectMany(t => t.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.SetMethod is not null).Select(p => (Thing: t.Name, p.Name))).ToList();
        Assert.True(fields.Count > 100, $"Only {fields.Count} fields were found.");
        Assert.Empty(fields.Where(f => !FieldWords.Knows(f.Name)).Select(f => $"{f.Thing}.{f.Name}"));
        Assert.Equal("tidak dipakai lagi", FieldWords.Of("Retired").Id);
        Assert.Equal("Unheard", FieldWords.Of("Unheard").Id);
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

    [Fact]
    public void Everything_that_importers_leave_out_is_told_in_Indonesian()
    {
        var things = Interchange("*.cs").SelectMany(code => Regex.Matches(code, @"LeaveOut\((?<a>[^;]*)|LeftOut =\s*(?<a>[^;]*)|(Items|Worded)\((?<a>""[^;]*)|=> (?<a>""[a-z ]+""),")).Select(m => m.Groups["a"].Value)
            .SelectMany(call => Regex.Matches(call, @"""(?<a>[a-z][a-z ()]{3,})""")).Select(m => m.Groups["a"].Value).Except(["endnote", "comment", "footnote", "script", "deletion", "object", "type"]).Append("scripts").Distinct().ToList();
        Assert.True(things.Count > 20, string.Join(", ", things));
        Assert.All(things, t => Assert.NotEqual($"3 {t}.", LossWords.Of($"Left out: 3 {t}.").Id));
    }

    [Fact]
    public void Why_there_is_no_coefficient_or_interval_is_told_in_Indonesian()
    {
        Assert.All(Enum.GetValues<Undefined>(), u => Assert.StartsWith("Tidak terdefinisi: ", AgreementNotes.Of(u.Sentence()).Id, StringComparison.Ordinal));
        var written = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Jembatan.Statistics", "Agreement"), "*.cs").SelectMany(f => Regex.Matches(File.ReadAllText(f), "\"(No interval: [^\"]+)\"")).Select(m => m.Groups[1].Value.Replace("{clusters.Word}", "sources", StringComparison.Ordinal)).ToList();
        Assert.True(written.Count > 3);
        Assert.All(written, w => Assert.StartsWith("Tanpa selang: ", AgreementNotes.Of(w).Id, StringComparison.Ordinal));
        const string Both = "4 of 1000 resamples had no variation and are left out of the interval. Only 5 sources vary, so the interval is rough and tends to be too narrow.";
        Assert.Equal("4 dari 1000 ulangan tanpa variasi dan tidak masuk selang. Hanya 5 sumber yang divariasikan, sehingga selangnya kasar dan cenderung terlalu sempit.", AgreementNotes.Of(Both).Id);
        Assert.Equal("Only 5 sources vary, so the interval is rough and tends to be too narrow.", AgreementNotes.BesideResamples(Both));
    }

    [Theory]
    [InlineData("3 of 12 pages hold no text: 2, 5, 9. They may be pictures of text.", "3 dari 12 halaman tidak memuat teks: 2, 5, 9. Mungkin berupa gambar teks.")]
    [InlineData("Left out: 2 further sheets; only 'Lembar {1}' was read.", "2 lembar lain; hanya 'Lembar {1}' yang dibaca.")]
    [InlineData("Left out: the columns umur, desa.", "Kolom umur, desa.")]
    [InlineData("The file mixes encodings: 4 of 90 lines are not UTF-8 and were read as Windows-1252, the first of them line 7. Check their accents.", "Berkas mencampur penyandian: 4 dari 90 baris bukan UTF-8 dan dibaca sebagai Windows-1252, yang pertama baris 7. Periksa huruf beraksennya.")]
    [InlineData("A sentence of a later version.", "A sentence of a later version.")]
    public void What_was_left_out_keeps_its_numbers_and_names(string english, string indonesian) => Assert.Equal(new Bilingual(indonesian, english), LossWords.Of(english));

    [Fact]
    public void Every_problem_of_a_file_with_interviews_has_Indonesian_words()
    {
        string[] others = ["Dbf", "Spss", "Stata", "Microdata", "Yaml", "Survey", "Tables"];
        var codes = Interchange("*.cs", others).SelectMany(code => Regex.Matches(code, @"Problem\(\$?""(\{[A-Za-z.]+\}|[a-z]+)/([a-z-]+)""")).Select(m => (m.Groups[1].Value.StartsWith('{') ? "docx" : m.Groups[1].Value) + "/" + m.Groups[2].Value).Distinct().ToList();
        Assert.True(codes.Count > 12, string.Join(", ", codes));
        var look = new Look(new DefaultHttpContext(), null, Language.Indonesian, "Sari", TimeProvider.System);
        Assert.All(codes, c => Assert.False(ProblemWords.Of(new Problem(c, "English"), look) == "English", c));
    }

    [Theory]
    [InlineData("study/damaged", "Berkas studi ini rusak")]
    [InlineData("docx/damaged", "Berkas ini rusak. Buka dengan programnya")]
    [InlineData("misfit/ambiguous", "Ini cocok dengan lebih dari satu hal")]
    [InlineData("merge/damaged", "English")]
    [InlineData("data/too-large", "English")]
    public void Advice_for_a_file_of_interviews_is_given_for_no_other(string code, string begins) =>
        Assert.StartsWith(begins, ProblemWords.Of(new Problem(code, "English"), new Look(new DefaultHttpContext(), null, Language.Indonesian, "Sari", TimeProvider.System)), StringComparison.Ordinal);

    private static IEnumerable<string> Interchange(string pattern, params string[] without) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Jembatan.Interchange"), pattern, SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && !without.Any(w => f.Contains($"{Path.DirectorySeparatorChar}{w}{Path.DirectorySeparatorChar}", StringComparison.Ordinal)))
            .Select(File.ReadAllText);
}
