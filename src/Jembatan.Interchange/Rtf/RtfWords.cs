namespace Jembatan.Interchange.Rtf;

/// <summary>Which destinations are no part of the body.</summary>
internal static class RtfWords
{
    /// <param name="word">A control word.</param>
    /// <param name="ignorable">Whether <c>\*</c> stood before it: a reader that does not know it leaves it out.</param>
    /// <param name="told">What the loss report says; null when it holds no words of the author.</param>
    internal static bool LeftOut(string word, bool ignorable, out string? told)
    {
        told = word switch
        {
            "header" or "headerl" or "headerr" or "headerf" => "page headers",
            "footer" or "footerl" or "footerr" or "footerf" => "page footers",
            "footnote" => "footnotes",
            "annotation" => "comments",
            "pict" => "pictures",
            "object" => "embedded objects",
            "shptxt" => "text boxes",
            _ => null,
        };
        return told is not null || ignorable
            || word is "fonttbl" or "colortbl" or "stylesheet" or "info" or "filetbl" or "fldinst" or "xe" or "tc" or "nonshppict" or "atnid" or "atnauthor" or "listtext" or "pntext" or "upr" or "sp";
    }
}
