using System.IO.Compression;
using System.Text;
using Jembatan.Core;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace Jembatan.Interchange.Tests;

/// <summary>Files made for tests: one talk of four turns in every format.</summary>
internal static class Samples
{
    internal const string Ask1 = "Kenapa berhenti?", Answer1 = "Uangnya tidak tentu.", Ask2 = "Lalu?", Answer2 = "Ya berhenti saja.";

    internal const string Talk = "Pewawancara: " + Ask1 + "\nNarasumber: " + Answer1 + "\nPewawancara: " + Ask2 + "\nNarasumber: " + Answer2 + "\n";

    /// <summary>The talk in a format, by the format's id.</summary>
    internal static byte[] Of(string formatId) => formatId switch
    {
        "text" => Encoding.UTF8.GetBytes(Talk),
        "markdown" => Encoding.UTF8.GetBytes("# Wawancara\n\n" + Talk.Replace("Pewawancara:", "**Pewawancara:**", StringComparison.Ordinal)),
        "docx" => Docx(string.Concat(Talk.TrimEnd().Split('\n').Select(l => $"<w:p><w:r><w:t>{l}</w:t></w:r></w:p>"))),
        "rtf" => Encoding.ASCII.GetBytes(@"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Arial;}}\f0 " + Talk.Replace("\n", @"\par ", StringComparison.Ordinal) + "}"),
        "odt" => Odt(string.Concat(Talk.TrimEnd().Split('\n').Select(l => $"<text:p>{l}</text:p>"))),
        "html" => Encoding.UTF8.GetBytes("<!doctype html><html><body>" + string.Concat(Talk.TrimEnd().Split('\n').Select(l => $"<p>{l}</p>")) + "</body></html>"),
        "pdf" => Pdf(Talk.TrimEnd().Split('\n')),
        "vtt" => Encoding.UTF8.GetBytes($"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Pewawancara>{Ask1}\n\n00:03.000 --> 00:04.000\n<v Narasumber>{Answer1}\n\n00:05.000 --> 00:06.000\n<v Pewawancara>{Ask2}\n\n00:07.000 --> 00:08.000\n<v Narasumber>{Answer2}\n"),
        "srt" => Encoding.UTF8.GetBytes($"1\n00:00:01,000 --> 00:00:02,000\nPewawancara: {Ask1}\n\n2\n00:00:03,000 --> 00:00:04,000\nNarasumber: {Answer1}\n\n3\n00:00:05,000 --> 00:00:06,000\nPewawancara: {Ask2}\n\n4\n00:00:07,000 --> 00:00:08,000\nNarasumber: {Answer2}\n"),
        _ => throw new ArgumentException($"Make a sample of the new format '{formatId}' here.", nameof(formatId)),
    };

    internal static byte[] Docx(string body, params (string Name, string Content)[] more) => Zip(
    [
        ("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"""),
        ("word/document.xml", $"""<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:wps="urn:wps"><w:body>{body}</w:body></w:document>"""),
        .. more,
    ]);

    internal static byte[] Odt(string body, params (string Name, string Content)[] more) => Zip(
    [
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", $"""<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"><office:body><office:text>{body}</office:text></office:body></office:document-content>"""),
        .. more,
    ]);

    internal static byte[] Zip(IEnumerable<(string Name, string Content)> parts) => Zip(parts.Select(p => (p.Name, Encoding.UTF8.GetBytes(p.Content))));

    internal static byte[] Zip(IEnumerable<(string Name, byte[] Content)> parts)
    {
        using var held = new MemoryStream();
        using (var archive = new ZipArchive(held, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                var entry = archive.CreateEntry(name);
                entry.LastWriteTime = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var stream = entry.Open();
                stream.Write(content);
            }
        }

        return held.ToArray();
    }

    internal static byte[] Pdf(params string[][] pages)
    {
        var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        foreach (var lines in pages)
        {
            var page = builder.AddPage(PageSize.A4);
            foreach (var (i, line) in lines.Index()) page.AddText(line, 12, new PdfPoint(50, 780 - (18 * i)), font);
        }

        return builder.Build();
    }

    internal static async Task<Result<ImportedText>> ImportAsync(string name, byte[] bytes) =>
        await Importers.ImportAsync(name, new MemoryStream(bytes, writable: false), TestContext.Current.CancellationToken);

    internal static Task<Result<ImportedText>> ImportAsync(string name, string content) => ImportAsync(name, Encoding.UTF8.GetBytes(content));
}
