using System.Globalization;
using Jembatan.Core.Qualitative;
using Jembatan.Text.Turns;

namespace Jembatan.Interchange;

/// <summary>What an importer made of a file.</summary>
/// <param name="Text">The canonical text.</param>
/// <param name="Turns">Its speaker turns in order; empty when none were found.</param>
/// <param name="Losses">What was left out or is in doubt, one English sentence each.</param>
/// <param name="Interview">How the interview was held, when the file says so.</param>
public sealed record ImportedText(CanonicalText Text, IReadOnlyList<Turn> Turns, IReadOnlyList<string> Losses, InterviewRecord? Interview = null)
{
    /// <summary>Makes the canonical text and finds its turns.</summary>
    /// <param name="decoded">The text as decoded.</param>
    /// <param name="losses">What was left out.</param>
    public static ImportedText From(string decoded, IEnumerable<string> losses) => From(decoded, losses, turns: null);

    /// <summary>Makes the canonical text with turns that the format itself told.</summary>
    /// <param name="decoded">The text; line ends are LF already when turns are given.</param>
    /// <param name="losses">What was left out.</param>
    /// <param name="turns">Turns in UTF-16 positions of the text, or null to find them.</param>
    internal static ImportedText From(string decoded, IEnumerable<string> losses, IReadOnlyList<FoundTurn>? turns)
    {
        var text = CanonicalText.From(decoded);
        var told = new List<string>(losses);
        if (text.Replaced > 0)
            told.Add(string.Create(CultureInfo.InvariantCulture, $"{text.Replaced} characters that no text may hold (NUL or half a surrogate pair) were replaced by U+FFFD."));
        return new(text, [.. (turns ?? TurnFinder.Find(text.Value)).Select(t => Convert(text, t))], told);
    }

    private static Turn Convert(CanonicalText text, FoundTurn turn) => new(
        text.FromUtf16(turn.Start), text.FromUtf16(turn.End), text.FromUtf16(turn.SpeechStart), turn.Speaker,
        turn.Role switch { SpeakerRole.Interviewer => Voice.Interviewer, SpeakerRole.Other => Voice.None, _ => Voice.Informant },
        turn.AtSeconds);
}
