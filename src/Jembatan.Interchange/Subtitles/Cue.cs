using System.Globalization;
using System.Text.RegularExpressions;
using Jembatan.Interchange.Intake;

namespace Jembatan.Interchange.Subtitles;

/// <summary>One cue of a subtitle file.</summary>
/// <param name="StartSeconds">When it begins.</param>
/// <param name="Lines">Its lines, speaker marks and all.</param>
internal sealed record Cue(double StartSeconds, IReadOnlyList<string> Lines)
{
    /// <summary>Reads the blocks of a WebVTT or SubRip file; what is not a cue is counted.</summary>
    internal static IReadOnlyList<Cue> Read(string text, Manuscript manuscript)
    {
        var cues = new List<Cue>();
        foreach (var block in Blocks(text))
        {
            var arrow = block.FindIndex(l => l.Contains("-->", StringComparison.Ordinal));
            if (arrow is 0 or 1 && Begin(block[arrow]) is { } start) cues.Add(new(start, [.. block.Skip(arrow + 1)]));
            else if (block[0].StartsWith("NOTE", StringComparison.Ordinal)) manuscript.LeaveOut("notes of the subtitle file");
            else if (block[0].StartsWith("STYLE", StringComparison.Ordinal) || block[0].StartsWith("REGION", StringComparison.Ordinal)) manuscript.LeaveOut("styles of the subtitle file");
            else if (!block[0].TrimStart('\uFEFF').StartsWith("WEBVTT", StringComparison.Ordinal)) manuscript.LeaveOut("blocks without a time");
        }

        return cues;
    }

    private static IEnumerable<List<string>> Blocks(string text)
    {
        var block = new List<string>();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (!string.IsNullOrWhiteSpace(line)) block.Add(line);
            else if (block.Count > 0)
            {
                yield return block;
                block = [];
            }
        }

        if (block.Count > 0) yield return block;
    }

    private static double? Begin(string line)
    {
        var match = CuePatterns.Start().Match(line);
        if (!match.Success) return null;
        double Part(string group) => match.Groups[group].Success ? double.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture) : 0;
        return (Part("h") * 3600) + (Part("m") * 60) + Part("s") + (Part("f") / 1000);
    }
}

/// <summary>Patterns of subtitle files.</summary>
internal static partial class CuePatterns
{
    [GeneratedRegex(@"^\s*(?:(?<h>\d{1,4}):)?(?<m>\d{1,2}):(?<s>\d{2})[.,](?<f>\d{3})\s*-->", RegexOptions.CultureInvariant)]
    internal static partial Regex Start();

    [GeneratedRegex(@"<v(?:\.[^\s<>]*)?\s(?<name>[^<>]+)>", RegexOptions.CultureInvariant)]
    internal static partial Regex Voice();

    [GeneratedRegex(@"</?(?:[cbiuv]|ruby|rt|lang|font)(?:[.\s][^<>]*)?>|<\d{1,4}:\d{2}(?::\d{2})?\.\d{3}>|\{\\[^{}]*\}", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    internal static partial Regex Marks();
}
