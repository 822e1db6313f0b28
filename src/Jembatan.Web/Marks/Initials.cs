namespace Jembatan.Web.Marks;

/// <summary>A person in two letters, for the round mark beside an act.</summary>
internal static class Initials
{
    public static string Of(string? name)
    {
        var words = (name ?? "").Split([' ', '.', '-', '_'], StringSplitOptions.RemoveEmptyEntries);
        var letters = words.Length switch
        {
            0 => "?",
            1 => string.Concat(words[0].EnumerateRunes().Take(2)),
            _ => string.Concat(words[0].EnumerateRunes().Take(1).Concat(words[^1].EnumerateRunes().Take(1))),
        };
        return letters.ToUpperInvariant();
    }
}
