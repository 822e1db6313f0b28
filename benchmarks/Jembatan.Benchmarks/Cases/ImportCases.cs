using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using Jembatan.Storage;

namespace Jembatan.Benchmarks.Cases;

/// <summary>Bringing in files: a mix of Word documents and plain texts made for the run, through the program.</summary>
internal static class ImportCases
{
    private const int CharactersOfFile = 60_000;

    public static IReadOnlyList<Case> All { get; } =
    [
        new("import", "import text as docx and txt, half each", null, 1, (bench, turn, cancellationToken) => PrepareAsync(bench, turn, everyDocx: 2, cancellationToken)) { OnPostgres = false, LimitMb = 500 },
        new("import", "import text as docx only", null, 1, (bench, turn, cancellationToken) => PrepareAsync(bench, turn, everyDocx: 1, cancellationToken)) { OnPostgres = false, LimitMb = 500 },
    ];

    /// <summary>What is promised: this much text in a minute.</summary>
    public const double MegabytesPerMinute = 50;

    private static async Task<Prepared> PrepareAsync(Bench bench, int turn, int everyDocx, CancellationToken cancellationToken)
    {
        // The warming turn brings in little: every turn is a program of its own, so only the disk's cache is warmed.
        var folder = Directory.CreateTempSubdirectory("jembatan-import-").FullName;
        var files = Directory.CreateDirectory(Path.Combine(folder, "files")).FullName;
        var (bytes, wanted, number) = (0L, (turn == 0 ? 1L : bench.Options.ImportMegabytes) << 20, 0);
        for (; bytes < wanted; number++)
        {
            var text = Interview(number);
            var name = Path.Combine(files, string.Create(CultureInfo.InvariantCulture, $"N{number:D4}"));
            if (number % everyDocx == 0) await WriteDocxAsync(name + ".docx", text, cancellationToken);
            else await File.WriteAllTextAsync(name + ".txt", text, cancellationToken);
            bytes += Encoding.UTF8.GetByteCount(text);
        }

        var study = Path.Combine(folder, "import.jembatan");
        await ProgramCases.RunAsync(["new", study, "--title", "Import", "--json"], cancellationToken);
        return new Prepared(
            async running =>
            {
                var outcome = await ProgramCases.RunAsync(["import", study, files, "--json"], running);
                return outcome with { Check = FormattableString.Invariant($"{number} files, {bytes / 1048576.0:F1} MB of text, {bytes / 1048576.0 / outcome.WallMs!.Value * 60_000:F0} MB a minute ({bytes / 1048576.0 / outcome.CpuMs!.Value * 60_000:F0} by processor time)") };
            },
            new Folder(folder));
    }

    // Questions and answers as people type them up, one paragraph a turn.
    private static string Interview(int number)
    {
        var words = SyntheticStudy.Words(number, CharactersOfFile).Replace('\n', ' ');
        var text = new StringBuilder(words.Length + 4096);
        for (var (at, turn) = (0, 0); at < words.Length; turn++)
        {
            var length = Math.Min(turn % 2 == 0 ? 90 : 420, words.Length - at);
            text.Append(turn % 2 == 0 ? "P: " : "N: ").Append(words, at, length).Append('\n');
            at += length;
        }

        return text.ToString();
    }

    private static async Task WriteDocxAsync(string path, string text, CancellationToken cancellationToken)
    {
        await using var zip = await ZipFile.OpenAsync(path, ZipArchiveMode.Create, cancellationToken);
        await PartAsync(zip, "[Content_Types].xml", """<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""", cancellationToken);
        await PartAsync(zip, "_rels/.rels", """<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>""", cancellationToken);
        var body = new StringBuilder("""<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>""");
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            body.Append("""<w:p><w:pPr><w:spacing w:after="120"/></w:pPr>""");
            foreach (var run in line.Chunk(140)) body.Append("""<w:r><w:rPr><w:lang w:val="id-ID"/></w:rPr><w:t xml:space="preserve">""").Append(SecurityElement.Escape(new string(run))).Append("</w:t></w:r>");
            body.Append("</w:p>");
        }

        await PartAsync(zip, "word/document.xml", body.Append("</w:body></w:document>").ToString(), cancellationToken);
    }

    private static async Task PartAsync(ZipArchive zip, string name, string content, CancellationToken cancellationToken)
    {
        await using var stream = await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(cancellationToken);
        await stream.WriteAsync(Encoding.UTF8.GetBytes(content), cancellationToken);
    }

    private sealed class Folder(string path) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            Directory.Delete(path, recursive: true);
            return ValueTask.CompletedTask;
        }
    }
}
