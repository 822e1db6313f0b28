using Jembatan.Text.Turns;

namespace Jembatan.Interchange.Intake;

/// <summary>One row of a transcript laid out as a table.</summary>
/// <param name="Before">The cells before the words, each followed by a tab.</param>
/// <param name="Words">What is said, and cells after it.</param>
/// <param name="Speaker">The label; null for a heading row.</param>
/// <param name="Role">The label's role.</param>
/// <param name="AtSeconds">The row's time stamp.</param>
internal sealed record SpeechRow(string Before, string Words, string? Speaker, SpeakerRole Role, double? AtSeconds);

/// <summary>Recognises transcripts laid out as tables: a column of labels, perhaps one of times or numbers, and a column of words.</summary>
internal static class SpeakerTable
{
    private const int LongestLabel = 40;

    /// <returns>The rows as speech, or null when the table is of another kind.</returns>
    internal static IReadOnlyList<SpeechRow>? Read(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        if (rows.Count < 2 || rows[0].Count is < 2 or > 4 || rows.Any(r => r.Count != rows[0].Count)) return null;
        var width = rows[0].Count;
        var words = Enumerable.Range(0, width).MaxBy(c => rows.Sum(r => r[c].Length));
        var label = Enumerable.Range(0, words).FirstOrDefault(c => IsLabelColumn(rows, c), -1);
        if (label < 0) return null;

        var labels = rows.Select(r => Clean(r[label])).ToList();
        var roles = SpeakerRoles.Resolve(labels.Where(l => l.Length > 0), string.Join('\n', rows.Select(r => r[words])));
        if (!labels.Any(l => l.Length > 0 && roles[l] == SpeakerRole.Interviewer)) return null;
        if (!labels.Any(l => l.Length > 0 && roles[l] == SpeakerRole.Informant)) return null;

        var result = new List<SpeechRow>(rows.Count);
        string? speaker = null;
        for (var r = 0; r < rows.Count; r++)
        {
            var before = string.Concat(rows[r].Take(words).Select(c => Flat(c) + "\t"));
            var said = string.Join('\t', rows[r].Skip(words));
            var heading = r == 0 && labels[0].Length > 0 && labels.Count(l => l == labels[0]) == 1 && !SpeakerRoles.IsRoleWord(labels[0]) && IsHeading(labels[0]);
            if (labels[r].Length > 0 && !heading) speaker = labels[r];      // an empty cell continues the turn above
            double? at = null;
            for (var c = 0; c < width && at is null; c++) if (c != words && c != label) at = TimeStamp.Seconds(rows[r][c]);
            result.Add(new(before, said, heading ? null : speaker, speaker is null ? SpeakerRole.Informant : roles[speaker], at));
        }

        return result;
    }

    private static bool IsLabelColumn(IReadOnlyList<IReadOnlyList<string>> rows, int column)
    {
        var labels = rows.Select(r => Clean(r[column])).Where(l => l.Length > 0).ToList();
        if (labels.Count < 2 || labels.Any(l => l.Length > LongestLabel || !char.IsLetter(l[0]))) return false;
        return labels.Distinct(StringComparer.OrdinalIgnoreCase).Count() <= Math.Max(2, (labels.Count + 3) / 2);
    }

    private static bool IsHeading(string label) =>
        label.ToLowerInvariant() is "pembicara" or "penutur" or "speaker" or "who" or "siapa" or "nama" or "name" or "peran" or "role" or "kode" or "code";

    private static string Clean(string cell) => Flat(cell).Trim().TrimEnd(':').TrimEnd();

    private static string Flat(string cell) => cell.Replace('\n', ' ');
}
