using Jembatan.Core;

namespace Jembatan.App.Sources;

/// <summary>A file to bring in, from the disk or from a browser.</summary>
/// <param name="Name">Its name without folder.</param>
/// <param name="OpenAsync">Opens it from its beginning.</param>
/// <param name="FromFolder">Whether a folder was named rather than the file; then what has no importer is passed over.</param>
/// <param name="Path">Its full path; null when it comes from elsewhere.</param>
public sealed record ImportFile(string Name, Func<CancellationToken, Task<Stream>> OpenAsync, bool FromFolder = false, string? Path = null)
{
    /// <summary>Extensions of the files that come in as texts, with their dot.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [.. Interchange.Importers.All.SelectMany(i => i.Format.Extensions)];

    private const int DeepestFolder = 16;

    /// <summary>A file on the disk.</summary>
    public static ImportFile At(string path, bool fromFolder = false) => new(
        System.IO.Path.GetFileName(path),
        _ => Task.FromResult<Stream>(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 81_920, FileOptions.Asynchronous | FileOptions.SequentialScan)),
        fromFolder, System.IO.Path.GetFullPath(path));

    /// <summary>The files of paths: a file itself, of a folder all that it holds, in the order of their names; hidden files and links are passed over.</summary>
    public static IReadOnlyList<ImportFile> Of(IEnumerable<string> paths)
    {
        var inside = new EnumerationOptions
        {
            RecurseSubdirectories = true, MaxRecursionDepth = DeepestFolder, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
        };
        return [.. paths.SelectMany(path => Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*", inside).Where(f => !System.IO.Path.GetFileName(f).StartsWith("~$", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal).Select(f => At(f, fromFolder: true))
            : [At(path)])];
    }

    /// <summary>Opens the file and reads it; a file that cannot be opened or goes away is a problem, not an exception.</summary>
    /// <returns>What was read, or <c>import/not-found</c>, <c>import/refused</c>, <c>import/unreadable</c>, or the reader's problem.</returns>
    public async Task<Result<T>> ReadAsync<T>(Func<Stream, Task<Result<T>>> read, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = await OpenAsync(cancellationToken);
            return await read(stream);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return new Problem("import/not-found", $"'{Name}' is not there, or went away while it was imported. Check the path and import it again.", Name);
        }
        catch (UnauthorizedAccessException)
        {
            return new Problem("import/refused", $"'{Name}' may not be read. Change its permissions, or copy it, and import it again.", Name);
        }
        catch (IOException)
        {
            return new Problem("import/unreadable", $"'{Name}' could not be read to its end. Check the disk or the connection, and import it again.", Name);
        }
    }
}
