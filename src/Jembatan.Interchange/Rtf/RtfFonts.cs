using System.Runtime.InteropServices;
using System.Text;

namespace Jembatan.Interchange.Rtf;

/// <summary>The code page in which a font's bytes are written.</summary>
internal sealed class RtfFonts
{
    private readonly Dictionary<int, int> codePages = [];

    /// <summary>The code page of the document, unless a font says otherwise.</summary>
    internal int DocumentCodePage { get; set; } = 1252;

    internal void Declare(int font, int charset)
    {
        if (CodePage(charset) is { } codePage) codePages[font] = codePage;
    }

    internal string Decode(List<byte> bytes, int font) => Of(codePages.GetValueOrDefault(font, DocumentCodePage)).GetString(CollectionsMarshal.AsSpan(bytes));

    private static Encoding Of(int codePage)
    {
        if (codePage == 65001) return new UTF8Encoding(false);
        return CodePagesEncodingProvider.Instance.GetEncoding(codePage) ?? CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    }

    private static int? CodePage(int charset) => charset switch
    {
        77 => 10000,
        128 => 932,
        129 => 949,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        _ => null,
    };
}
