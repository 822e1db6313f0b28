using Jembatan.App.Lookups;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Sources;

/// <summary>Gives a source another name.</summary>
public static class RenameSource
{
    /// <param name="Source">Name or identity of the source.</param>
    /// <param name="Name">Its name from now on.</param>
    public sealed record Request(string Source, string Name);

    public sealed record Response(Id<Source> SourceId, string Name);

    /// <returns>The source, or <c>source/not-found</c>, <c>source/bad-name</c>, <c>source/name-taken</c>.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, string coder, JembatanDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var found = await db.SourceAsync(request.Source, cancellationToken);
        if (found.Problem is { } problem) return problem;
        var name = request.Name.Trim();
        if (name.Length == 0 || name.Any(char.IsControl)) return new Problem("source/bad-name", "A source's name has at least one character and stands in one line. Choose another.", name);
        if (await db.Sources.AnyAsync(s => s.Name == name && s.Id != found.Value.Id, cancellationToken))
            return new Problem("source/name-taken", $"There is a source '{name}' already. Choose another name.", name);
        found.Value.Rename(name);
        await db.CommitAsync("Rename source", (await db.CoderAsync(coder, cancellationToken)).Id, cancellationToken);
        return new Response(found.Value.Id, name);
    }
}
