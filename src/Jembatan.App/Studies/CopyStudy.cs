using Jembatan.Core;
using Jembatan.Storage;

namespace Jembatan.App.Studies;

/// <summary>Makes a safe copy of a study, also while others write to it.</summary>
public static class CopyStudy
{
    /// <param name="Path">The new file; it must not exist.</param>
    public sealed record Request(string Path);

    /// <param name="Path">Full path of the copy.</param>
    /// <param name="Bytes">Its size.</param>
    public sealed record Response(string Path, long Bytes);

    /// <returns>The copy, or <c>study/exists</c>, <c>study/no-folder</c>, <c>study/disk-full</c>.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, StudyStore store, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(request.Path);
        var copied = await store.CopyAsync(path, cancellationToken);
        return copied.Problem is { } problem ? problem : new Response(path, new FileInfo(path).Length);
    }
}
