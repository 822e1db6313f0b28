using System.Buffers.Binary;
using Jembatan.Core;

namespace Jembatan.Storage.Sqlite;

/// <summary>The first hundred bytes of a study file: they tell our files from others before SQLite touches them.</summary>
internal static class StudyFileHeader
{
    public static async Task<Result<Done>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var header = new byte[100];
        try
        {
            await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var read = await stream.ReadAtLeastAsync(header, header.Length, throwOnEndOfStream: false, cancellationToken);
            if (read < header.Length || !header.AsSpan(0, 16).SequenceEqual("SQLite format 3\0"u8))
                return new Problem("study/not-a-study", $"'{Path.GetFileName(path)}' is not a Jembatan study. Choose a file made by 'jembatan new', or import this one into a study.", path);
        }
        catch (UnauthorizedAccessException)
        {
            return new Problem("study/no-access", $"'{path}' may not be read. Ask its owner for permission.", path);
        }

        var application = BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(68));
        var format = BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(60));
        if (application != SqliteBackend.ApplicationId)
            return new Problem("study/not-a-study", $"'{Path.GetFileName(path)}' is a database of another program. Choose a file made by 'jembatan new'.", path);
        if (format > SqliteBackend.Format)
            return new Problem("study/newer", $"'{Path.GetFileName(path)}' was written by a newer Jembatan (format {format}, this program reads {SqliteBackend.Format}). Update the program.", path);
        return default(Done);
    }
}
