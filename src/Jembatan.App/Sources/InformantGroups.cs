using System.Text;
using Jembatan.Core.Qualitative;

namespace Jembatan.App.Sources;

/// <summary>Informant groups as people write them, in Indonesian and English.</summary>
public static class InformantGroups
{
    private static readonly (InformantGroup Group, string[] Words)[] Known =
    [
        (InformantGroup.HeadOffice, ["headoffice", "head office", "hq", "kantorpusat", "pusat", "headquarters"]),
        (InformantGroup.Branch, ["branch", "branchoffice", "cabang", "kantorcabang", "kacab", "kcp"]),
        (InformantGroup.Agent, ["agent", "agen", "perisai", "agenperisai", "perisaiagent", "mitra"]),
        (InformantGroup.LocalGovernment, ["localgovernment", "pemda", "pemerintahdaerah", "pemerintahdesa", "pemdes", "disnaker", "dinas", "government", "desa"]),
        (InformantGroup.Expert, ["expert", "ahli", "pakar", "akademisi", "academic"]),
        (InformantGroup.Worker, ["worker", "pekerja", "pekerjainformal", "informalworker", "buruh", "bpu", "peserta"]),
    ];

    /// <summary>The groups as the command line and JSON write them.</summary>
    public static IReadOnlyList<string> Words { get; } = ["head-office", "branch", "agent", "local-government", "expert", "worker"];

    /// <summary>Whether a column of a case table holds the group.</summary>
    public static bool IsGroupColumn(string name) => Bare(name) is "group" or "kelompok" or "informantgroup" or "kelompoknarasumber" or "golongan";

    /// <summary>The group that a word names; null when it names none.</summary>
    public static InformantGroup? Parse(string word)
    {
        var bare = Bare(word);
        foreach (var (group, words) in Known)
            if (words.Any(w => Bare(w) == bare)) return group;
        return null;
    }

    private static string Bare(string word)
    {
        var bare = new StringBuilder(word.Length);
        foreach (var c in word.Where(char.IsLetterOrDigit)) bare.Append(char.ToLowerInvariant(c));
        return bare.ToString();
    }
}
