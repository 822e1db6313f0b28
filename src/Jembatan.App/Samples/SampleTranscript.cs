using Jembatan.Core;

namespace Jembatan.App.Samples;

/// <summary>A transcript of the sample taken apart: lines above the talk, then turns.</summary>
internal sealed record SampleTranscript(IReadOnlyList<string> TitleLines, IReadOnlyList<(string Speaker, string Words)> Turns)
{
    /// <summary>First line of every transcript.</summary>
    public const string Notice = "Wawancara rekaan untuk studi contoh Jembatan; bukan wawancara sungguhan.";

    private const int LongestSpeaker = 20;

    /// <returns>The transcript, or <c>sample/bad-entry</c>.</returns>
    public static Result<SampleTranscript> Of(string interview)
    {
        var lines = SampleFiles.Transcript(interview).Split('\n').Select(l => l.TrimEnd('\r')).ToList();
        if (lines[0] != Notice) return SampleFiles.Problem($"interviews/{interview}.txt", "line 1", $"It must be '{Notice}'");
        var title = lines.TakeWhile(l => l.Length > 0).ToList();
        var turns = new List<(string, string)>();
        foreach (var (i, line) in lines.Index().Skip(title.Count).Where(l => l.Item.Length > 0))
        {
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            if (colon is < 1 or > LongestSpeaker) return SampleFiles.Problem($"interviews/{interview}.txt", $"line {i + 1}", "A turn begins with its speaker and a colon.");
            turns.Add((line[..colon], line[(colon + 2)..]));
        }

        return new SampleTranscript(title, turns);
    }
}
