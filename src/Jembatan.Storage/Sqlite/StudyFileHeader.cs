using System.Buffers.Binary;
using Jembatan.Core;

namespace Jembatan.Storage.Sqlite;

/// <summary>The first hundred bytes of a study file: they tell our files from others before SQLite touches them.</summary>
internal static class StudyFileHeader
{
    public static async Task<Result<Done>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var header = new byte[100];
        long length;
        try
        {
            await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            length = stream.Length;
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
        if (length < Promised(header) && !File.Exists(path + "-wal"))
            return new Problem("study/damaged", $"'{Path.GetFileName(path)}' is cut off: {length:N0} of {Promised(header):N0} bytes are there. Copy it again from where it came, or go back to the last copy.", path);
        return default(Done);
    }

    // Page size times pages, as the header counts them; a page size of 1 stands for 65,536.
    private static long Promised(byte[] header)
    {
        var pageBytes = BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(16)) is var size and not 1 ? size : 65_536L;
        return pageBytes * BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(28));
    }
}
