using System.Text;

namespace Jembatan.Interchange.Tests.RealData;

/// <summary>Twenty-four Indonesian narratives, spoken and written (Moeljadi 2014): no interviews, so no turns.</summary>
public sealed class FrogTests
{
    [Fact]
    public async Task Twenty_four_narratives_come_in_whole_and_without_turns()
    {
        var files = Directory.GetFiles(SharedData.Folder("interviews/frog"), "*.txt");
        Assert.Equal(24, files.Length);
        foreach (var file in files)
        {
            await using var stream = File.OpenRead(file);
            var imported = (await Importers.ImportAsync(Path.GetFileName(file), stream, TestContext.Current.CancellationToken)).Value;
            Assert.Equal(File.ReadAllText(file, Encoding.UTF8).ReplaceLineEndings("\n"), imported.Text.Value);
            Assert.Empty(imported.Losses);
            Assert.True(imported.Turns.Count == 0, $"{file}: {imported.Turns.Count} turns");
        }
    }
}
