using System.IO.Compression;
using System.Text;

namespace Jembatan.Cli.Tests.Hostile;

/// <summary>Containers made for tests.</summary>
internal static class Zips
{
    public static byte[] Of(params (string Name, byte[] Content)[] parts)
    {
        using var held = new MemoryStream();
        using (var archive = new ZipArchive(held, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var stream = archive.CreateEntry(name).Open();
                stream.Write(content);
            }
        }

        return held.ToArray();
    }

    public static byte[] Docx(string xml, params (string Name, byte[] Content)[] more) => Of(
        [("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"u8.ToArray()), ("word/document.xml", Encoding.UTF8.GetBytes(xml)), .. more]);

    public static byte[] Talk() => Docx(Body(
        "<w:p><w:r><w:t>Pewawancara: Kenapa berhenti?</w:t></w:r></w:p><w:p><w:r><w:t>Narasumber: Uangnya tidak tentu.</w:t></w:r></w:p>"));

    public static string Body(string body) => $"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}</w:body></w:document>";

    /// <summary>An old Office container; with the name of the part that encryption makes.</summary>
    public static byte[] Encrypted() => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[512], .. Encoding.Unicode.GetBytes("EncryptedPackage")];

    /// <summary>A PDF that says it is encrypted, with a key that opens nothing.</summary>
    public static byte[] EncryptedPdf()
    {
        var text = new StringBuilder("%PDF-1.4\n");
        var at = new List<int>();
        void Add(string body)
        {
            at.Add(text.Length);
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{at.Count} 0 obj\n{body}\nendobj\n");
        }

        Add("<</Type/Catalog/Pages 2 0 R>>");
        Add("<</Type/Pages/Kids[3 0 R]/Count 1>>");
        Add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>");
        var key = string.Concat(Enumerable.Repeat("41", 32));
        Add($"<</Filter/Standard/V 1/R 2/Length 40/P -44/O<{key}>/U<{key}>>>");
        var xref = text.Length;
        text.Append("xref\n0 5\n0000000000 65535 f \n");
        foreach (var offset in at) text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"trailer\n<</Size 5/Root 1 0 R/Encrypt 4 0 R/ID[<{key}><{key}>]>>\nstartxref\n{xref}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(text.ToString());
    }
}
