using Jembatan.App.Lookups;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Codebooks;

/// <summary>What may be a code's label.</summary>
internal static class CodeLabel
{
    private const int LongestCharacters = 80;

    /// <param name="self">The code that has the label now; null for a new one.</param>
    /// <returns>Nothing to say, or <c>code/bad-label</c>, <c>code/label-taken</c>.</returns>
    public static async Task<Result<Done>> CheckAsync(string label, Id<Code>? self, JembatanDb db, CancellationToken cancellationToken)
    {
        if (label.Length is 0 or > LongestCharacters || label.Any(char.IsControl))
            return new Problem("code/bad-label", $"A code's label has 1 to {LongestCharacters} characters in one line, such as FI02. Choose another.", label);
        var labels = await db.Codes.Select(c => new { c.Id, c.Label }).ToListAsync(cancellationToken);
        return labels.Any(c => c.Id != self && Lookup.SameWord(c.Label, label))
            ? new Problem("code/label-taken", $"There is a code '{label}' already. Use it, or choose another label.", label)
            : default(Done);
    }

    /// <summary>What is wrong with a code's name: <c>code/no-name</c>, <c>code/long-name</c>, or nothing.</summary>
    public static Problem? BadName(string label, Bilingual name) =>
        TitleLength.IsBlank(name) ? new Problem("code/no-name", $"The code '{label}' needs a name. Write a few words that say what it means.", label)
        : TitleLength.IsOver(name) ? new Problem("code/long-name", $"The name of a code has {TitleLength.Most} characters at most. Shorten it, and tell the rest in the definition.", label)
        : null;
}

/// <summary>The twelve colours that codes take in turn.</summary>
internal static class CodePalette
{
    /// <summary>The colour of rules that name none.</summary>
    public static string Unset { get; } = new CodeRules(Bilingual.Empty).Color;

    private static readonly string[] Hues =
        ["#2e6ea1", "#9a2a04", "#8c68eb", "#00a0c5", "#a56639", "#0d383f", "#da6f85", "#3c34b1", "#a79400", "#500079", "#664c5e", "#6a0102"];

    public static string Of(int order) => Hues[order % Hues.Length];
}
