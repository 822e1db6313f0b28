using System.CommandLine;
using Jembatan.App.Coverage;
using Jembatan.Cli.Frame;
using Jembatan.Core;

namespace Jembatan.Cli.Verbs.Coverage;

/// <summary>Takes a file that an option names.</summary>
internal static class TypedFile
{
    private const long MostBytes = 64L << 20;

    /// <summary><c>coverage/no-folder</c> when a file to be written has no folder to stand in, told before anything is run.</summary>
    public static Problem? NoFolder(string? path) => path is null || Path.GetDirectoryName(Path.GetFullPath(path)) is not { } folder || Directory.Exists(folder) ? null
        : new("coverage/no-folder", $"There is no folder '{folder}'. Make it, or write to another place.", "--out");

    /// <returns>The file, null when the option was left out, or <c>coverage/no-file</c>, <c>import/too-large</c>.</returns>
    public static async Task<Result<NamedFile?>> OfAsync(Session session, Option<string?> option)
    {
        if (session.Get(option) is not { } path) return (NamedFile?)null;
        if (!File.Exists(path)) return new Problem("coverage/no-file", $"There is no file '{path}'. Check the name and the folder.", path);
        if (new FileInfo(path).Length > MostBytes) return new Problem("import/too-large", $"'{path}' is larger than 64 MB. Give a file of figures only.", path);
        return new NamedFile(Path.GetFileName(path), await File.ReadAllBytesAsync(path, session.Cancel));
    }
}
