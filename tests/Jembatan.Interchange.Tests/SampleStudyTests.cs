using Jembatan.Core.Qualitative;

namespace Jembatan.Interchange.Tests;

/// <summary>The invented interviews of the sample study, in the label styles that their writers chose.</summary>
public sealed class SampleStudyTests
{
    [Fact]
    public async Task Every_labelled_line_of_the_sample_interviews_is_a_turn_of_the_right_voice()
    {
        var files = Directory.GetFiles(Path.Combine(Repository.Root, "samples", "informal-coverage", "interviews"), "*.txt");
        Assert.True(files.Length >= 16, $"only {files.Length} interviews");
        foreach (var file in files)
        {
            await using var stream = File.OpenRead(file);
            var imported = (await Importers.ImportAsync(Path.GetFileName(file), stream, TestContext.Current.CancellationToken)).Value;
            var labels = imported.Text.Value.Split('\n').Skip(2).Where(l => l.Length > 0).Select(l => l[..l.IndexOf(':', StringComparison.Ordinal)]);
            Assert.Equal(labels, imported.Turns.Select(t => t.Speaker));
            Assert.All(imported.Turns, t => Assert.Equal(t.Speaker is "P" or "Pewawancara" ? Voice.Interviewer : Voice.Informant, t.Voice));
        }
    }
}
