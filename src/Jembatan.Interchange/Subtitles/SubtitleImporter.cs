using System.Net;
using Jembatan.Core;
using Jembatan.Interchange.Intake;
using Jembatan.Text.Turns;

namespace Jembatan.Interchange.Subtitles;

/// <summary>Reads subtitles, WebVTT (.vtt) or SubRip (.srt), as a transcript with time stamps.</summary>
/// <remarks>
/// Kept: the words of each cue, one line per line; the speaker of <c>&lt;v Name&gt;</c> as a label; the begin of each turn in seconds. Cues of one speaker in a row make one turn.
/// <para>Left out: end times, places on the screen, colours, notes and styles of the file.</para>
/// <para>Source: W3C WebVTT (2019); SubRip as its users write it.</para>
/// </remarks>
/// <param name="format">The format, which fixes id and extension.</param>
/// <param name="limits">How much is read.</param>
public sealed class SubtitleImporter(FileFormat format, ImportLimits limits) : ISourceImporter
{
    /// <summary>WebVTT.</summary>
    public static FileFormat Vtt { get; } = new("vtt", "WebVTT subtitles", [".vtt"]);

    /// <summary>SubRip.</summary>
    public static FileFormat Srt { get; } = new("srt", "SubRip subtitles", [".srt"]);

    /// <inheritdoc/>
    public FileFormat Format { get; } = format;

    /// <inheritdoc/>
    /// <returns>The text, or <c>import/empty</c>, <c>import/too-large</c>, <c>text/binary</c>, <c>vtt/no-cues</c> or <c>srt/no-cues</c>.</returns>
    public async Task<Result<ImportedText>> ImportAsync(string name, Stream content, CancellationToken cancellationToken)
    {
        var read = await TextFile.ReadAsync(name, content, limits, cancellationToken);
        if (read.Problem is { } problem) return problem;

        var manuscript = new Manuscript();
        var cues = Cue.Read(read.Value.Text, manuscript);
        if (cues.Count == 0)
            return new Problem($"{Format.Id}/no-cues", $"'{name}' holds no cue such as 00:00:01.000 --> 00:00:04.000. If it is a plain transcript, rename it to .txt and import that.", name);

        var text = new SubtitleText();
        foreach (var cue in cues) text.Add(cue);
        manuscript.LeaveOut("end times of cues", cues.Count);
        return text.ToImportedText(manuscript, read.Value.Doubts);
    }
}

/// <summary>Joins cues to a text with turns.</summary>
internal sealed class SubtitleText
{
    private readonly System.Text.StringBuilder text = new();
    private readonly List<(int Start, int Speech, string Speaker, double At)> begun = [];

    internal void Add(Cue cue)
    {
        foreach (var raw in cue.Lines.SelectMany(Voices))
        {
            var voice = CuePatterns.Voice().Match(raw);
            var speaker = voice is { Success: true, Index: 0 } ? WebUtility.HtmlDecode(voice.Groups["name"].Value).Trim() : null;
            var words = Plain(raw);
            if (words.Length == 0) continue;
            if (text.Length > 0) text.Append('\n');
            var start = text.Length;
            if (speaker is not null && (begun.Count == 0 || begun[^1].Speaker != speaker)) text.Append(speaker).Append(": ");
            if (speaker is null || begun.Count == 0 || begun[^1].Speaker != speaker) begun.Add((start, text.Length, speaker ?? "", cue.StartSeconds));
            text.Append(words);
        }
    }

    internal ImportedText ToImportedText(Manuscript losses, IReadOnlyList<string> doubts)
    {
        var whole = text.ToString();
        var found = begun.Exists(b => b.Speaker.Length > 0) ? [] : TurnFinder.Find(whole);     // "Ana: …" inside the cues
        IReadOnlyList<FoundTurn> turns = found.Count > 0
            ? [.. found.Select(f => f with { AtSeconds = f.AtSeconds ?? begun.LastOrDefault(b => b.Start <= f.Start).At })]
            : Own(whole);
        return ImportedText.From(whole, losses.Losses(doubts), turns);
    }

    private List<FoundTurn> Own(string whole)
    {
        var roles = SpeakerRoles.Resolve(begun.Select(b => b.Speaker).Where(s => s.Length > 0), whole);
        var turns = new List<FoundTurn>(begun.Count);
        for (var i = 0; i < begun.Count; i++)
        {
            var (start, speech, speaker, at) = begun[i];
            var end = i + 1 < begun.Count ? begun[i + 1].Start - 1 : whole.Length;
            turns.Add(new(start, end, speech, speaker, speaker.Length > 0 ? roles[speaker] : SpeakerRole.Informant, at));
        }

        return turns;
    }

    // Characters that the canonical text would move or drop are settled here, since turns hold positions.
    // A line may hold several voices, each with a tag of its own.
    private static IEnumerable<string> Voices(string line)
    {
        var start = 0;
        foreach (var tag in CuePatterns.Voice().Matches(line).Select(m => m.Index).Where(i => i > 0))
        {
            yield return line[start..tag].Trim();
            start = tag;
        }

        yield return start == 0 ? line : line[start..];
    }

    private static string Plain(string line) => WebUtility.HtmlDecode(CuePatterns.Marks().Replace(line, "")).Replace('\r', ' ').Replace('\n', ' ').TrimStart('\uFEFF').Trim();
}
