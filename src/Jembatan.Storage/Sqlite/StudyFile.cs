using Jembatan.Core;

namespace Jembatan.Storage.Sqlite;

/// <summary>The file around the database: where it may be made, and whether it may be written to.</summary>
internal static class StudyFile
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Why no file can be made at a path; null when one can.</summary>
    public static Problem? Place(string path)
    {
        if (Path.Exists(path)) return Taken(path);
        return Directory.Exists(Path.GetDirectoryName(path)) ? null
            : new Problem("study/no-folder", $"The folder of '{path}' does not exist. Make it first, or choose another.", path);
    }

    /// <summary>Where a file is made before it takes its name: whoever sees the name sees a whole study.</summary>
    public static string DraftOf(string path) => $"{path}.{Guid.CreateVersion7():N}.new";

    /// <summary>Gives a draft its name.</summary>
    public static Problem? Settle(string draft, string path)
    {
        try
        {
            File.Move(draft, path, overwrite: false);
            return null;
        }
        catch (IOException) when (Path.Exists(path))
        {
            return Taken(path);
        }
    }

    /// <summary>Removes what is left of a draft.</summary>
    public static void Discard(string draft)
    {
        foreach (var file in (string[])[draft, draft + "-wal", draft + "-shm", draft + "-journal"]) File.Delete(file);
    }

    /// <summary>Whether the file may be written to and its folder can hold the log. A file marked read-only is left alone even where its reader could write.</summary>
    public static bool CanWrite(string path)
    {
        if (File.GetAttributes(path).HasFlag(FileAttributes.ReadOnly)) return false;
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            using var probe = new FileStream(DraftOf(path), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>Waits until no other program brings the study up to date. The turn ends with what is given back, or with the program.</summary>
    /// <returns>The turn; null when another program kept it for all of the time.</returns>
    public static async Task<FileStream?> TakeTurnAsync(string path, TimeSpan most, CancellationToken cancellationToken)
    {
        for (var waited = TimeSpan.Zero; ; waited += Pause)
        {
            try
            {
                return new FileStream(path + "-update", FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException) when (waited < most)
            {
                await Task.Delay(Pause, cancellationToken);
            }
            catch (IOException)
            {
                return null;
            }
        }
    }

    private static Problem Taken(string path) =>
        new("study/exists", $"'{Path.GetFileName(path)}' is there already. Choose another name, or open it.", path);
}
