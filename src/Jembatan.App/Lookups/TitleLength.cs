using Jembatan.Core;

namespace Jembatan.App.Lookups;

/// <summary>How long a title, name or question may be that stands in tables and on boards.</summary>
internal static class TitleLength
{
    public const int Most = 200;

    /// <summary>Whether there is nothing but blanks in either language.</summary>
    public static bool IsBlank(Bilingual words) => string.IsNullOrWhiteSpace(words.Id) && string.IsNullOrWhiteSpace(words.En);

    public static bool IsOver(Bilingual words) => words.Id.Length > Most || words.En.Length > Most;
}
