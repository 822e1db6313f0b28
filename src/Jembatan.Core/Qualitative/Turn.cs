namespace Jembatan.Core.Qualitative;

/// <summary>Whose words a stretch of a transcript holds.</summary>
public enum Voice
{
    /// <summary>An informant speaks; also everything in a text without turns.</summary>
    Informant,

    /// <summary>The interviewer speaks; left out of counts unless asked for.</summary>
    Interviewer,

    /// <summary>Header, stage direction or note: nobody speaks.</summary>
    None,
}

/// <summary>One turn at speaking in a transcript.</summary>
/// <param name="Start">First position of the turn, its label included; code points.</param>
/// <param name="End">Position after its last character; code points.</param>
/// <param name="SpeechStart">First position of what is said, after the label; code points.</param>
/// <param name="Speaker">The label as written, without colon or time stamp.</param>
/// <param name="Voice">Whose words they are.</param>
/// <param name="AtSeconds">Time stamp in seconds from the start of the recording; null when none stands there.</param>
public sealed record Turn(int Start, int End, int SpeechStart, string Speaker, Voice Voice, double? AtSeconds = null)
{
    /// <summary>Whose words a selection holds: the interviewer's only when no informant speaks in any part of it.</summary>
    /// <param name="turns">The turns of the revision, in order, not overlapping; empty when none were found.</param>
    /// <param name="start">First position of the selection, code points.</param>
    /// <param name="end">Position after its last, code points.</param>
    public static Voice Of(IReadOnlyList<Turn> turns, int start, int end)
    {
        ArgumentNullException.ThrowIfNull(turns);
        if (turns.Count == 0) return Voice.Informant;
        var found = Voice.None;
        var touched = false;
        for (var i = FirstEndingAfter(turns, start); i < turns.Count && turns[i].Start < end; i++)
        {
            touched = true;
            if (turns[i].Voice == Voice.Informant) return Voice.Informant;
            if (turns[i].Voice == Voice.Interviewer) found = Voice.Interviewer;
        }

        return touched ? found : Voice.None;
    }

    private static int FirstEndingAfter(IReadOnlyList<Turn> turns, int position)
    {
        int low = 0, high = turns.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (turns[middle].End <= position) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
