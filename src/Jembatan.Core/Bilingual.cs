namespace Jembatan.Core;

/// <summary>The languages that reports and pages are written in.</summary>
public enum Language
{
    /// <summary>Bahasa Indonesia.</summary>
    Indonesian,

    /// <summary>English.</summary>
    English,
}

/// <summary>A text in Indonesian and English; either may be empty, then the other stands in.</summary>
/// <param name="Id">The Indonesian text.</param>
/// <param name="En">The English text.</param>
public sealed record Bilingual(string Id, string En)
{
    /// <summary>No text in either language.</summary>
    public static Bilingual Empty { get; } = new("", "");

    /// <summary>The same text in both languages, as for a name that a user typed once.</summary>
    /// <param name="text">The text.</param>
    public static Bilingual Same(string text) => new(text, text);

    /// <summary>The text in a language, or in the other one when that is empty.</summary>
    /// <param name="language">The language wanted.</param>
    public string In(Language language) => language switch
    {
        Language.Indonesian => Id.Length > 0 ? Id : En,
        _ => En.Length > 0 ? En : Id,
    };

    /// <summary>Whether both are empty.</summary>
    public bool IsEmpty => Id.Length == 0 && En.Length == 0;
}
