namespace Jembatan.Text.Turns;

/// <summary>What a speaker label says about its speaker.</summary>
public enum SpeakerRole
{
    /// <summary>Answers, tells; also every label whose role is not known.</summary>
    Informant,

    /// <summary>Asks.</summary>
    Interviewer,

    /// <summary>Neither: translator, note taker, observer.</summary>
    Other,
}

/// <summary>One turn at speaking found in a text.</summary>
/// <param name="Start">First position, label and time stamp included; UTF-16 units.</param>
/// <param name="End">Position after its last character that is not white space; UTF-16 units.</param>
/// <param name="SpeechStart">First position of what is said; UTF-16 units.</param>
/// <param name="Speaker">The label as written, without colon or time stamp.</param>
/// <param name="Role">What the label says.</param>
/// <param name="AtSeconds">Time stamp in seconds; null when none stands there.</param>
public sealed record FoundTurn(int Start, int End, int SpeechStart, string Speaker, SpeakerRole Role, double? AtSeconds = null);
