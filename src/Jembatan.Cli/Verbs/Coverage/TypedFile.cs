using System.CommandLine;
using System.Text;
using Jembatan.App.Coverage;
using Jembatan.Cli.Frame;
using Jembatan.Core;

namespace Jembatan.Cli.Verbs.Coverage;

/// <summary>Takes a file that an option names.</summary>
internal static class TypedFile
{
    private const long MostBytes = 64L << 20, LongestText = 16L << 20;

    /// <summary><c>coverage/no-folder</c> when a file to be written has no folder to stand in, <c>coverage/is-folder</c> when it is one itself, told before anything is run.</summary>
    public static Problem? NoFolder(string? path) => Directory.Exists(path) ? new("coverage/is-folder", $"'{path}' is a folder. Name a file in it to write to.", "--out")
        : path is null || Path.GetDirectoryName(Path.GetFullPath(path)) is not { } folder || Directory.Exists(folder) ? null
        : new("coverage/no-folder", $"There is no folder '{folder}'. Make it, or write to another place.", "--out");

    /// <summary><c>coverage/would-overwrite</c> when a file to be written is one that the verb reads, or a study.</summary>
    public static Problem? WouldOverwrite(string? path, params IEnumerable<string?> read)
    {
        if (path is null) return null;
        var target = Path.GetFullPath(path);
        if (read.OfType<string>().Any(r => Path.GetFullPath(r) == target)) return new("coverage/would-overwrite", $"'{path}' is read by this command and would be lost. Write to another file.", "--out");
        if (!File.Exists(target)) return null;
        using var file = File.OpenRead(target);
        Span<byte> head = stackalloc byte[16];
        return file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && head.StartsWith("SQLite format 3"u8)
            ? new("coverage/would-overwrite", $"'{path}' is a study or another database and would be lost. Write to another file.", "--out")
            : null;
    }

    /// <summary>A model or scenario as text, in UTF-8, or in UTF-16 when a byte-order mark says so.</summary>
    /// <returns>The text, or <c>coverage/no-file</c>, <c>coverage/file-too-long</c>, <c>coverage/encoding</c>.</returns>
    public static async Task<Result<string>> TextAsync(string path, CancellationToken cancellationToken)
    {
        if (Missing(path) is { } missing) return missing;
        if (new FileInfo(path).Length > LongestText) return new Problem("coverage/file-too-long", $"'{path}' is longer than {LongestText >> 20} MB; a model or scenario is not. Check that it is the right file.", path);
        try
        {
            return await File.ReadAllTextAsync(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true), cancellationToken);
        }
        catch (DecoderFallbackException)
        {
            return new Problem("coverage/encoding", $"'{path}' is not UTF-8 text. Save it as UTF-8 and try again.", path);
        }
    }

    private static Problem? Missing(string path) =>
        Directory.Exists(path) ? new("coverage/is-folder", $"'{path}' is a folder, not a file. Name a file in it.", path)
        : File.Exists(path) ? null : new("coverage/no-file", $"There is no file '{path}'. Check the name and the folder.", path);

    /// <returns>The file, null when the option was left out, or <c>coverage/no-file</c>, <c>import/too-large</c>.</returns>
    public static async Task<Result<NamedFile?>> OfAsync(Session session, Option<string?> option)
    {
        if (session.Get(option) is not { } path) return (NamedFile?)null;
        if (Missing(path) is { } missing) return missing;
        if (new FileInfo(path).Length > MostBytes) return new Problem("import/too-large", $"'{path}' is larger than 64 MB. Give a file of figures only.", path);
        return new NamedFile(Path.GetFileName(path), await File.ReadAllBytesAsync(path, session.Cancel));
    }
}
