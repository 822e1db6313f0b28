namespace Jembatan.App.Agreement;

/// <summary>What agreement is measured over.</summary>
public enum AgreementUnit
{
    /// <summary>Every code point.</summary>
    Character,

    /// <summary>Every word.</summary>
    Token,

    /// <summary>Every sentence.</summary>
    Sentence,

    /// <summary>Every paragraph: a line with a word in it.</summary>
    Paragraph,

    /// <summary>Every turn at speaking; a text without turns counts by paragraphs.</summary>
    Turn,

    /// <summary>Every source.</summary>
    Source,
}
