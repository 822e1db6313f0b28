using Jembatan.App.Agreement;
using Jembatan.App.Lookups;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Codings;

/// <summary>Says that a coder has finished a source, which puts it into the universe of agreement.</summary>
public static class MarkDone
{
    /// <param name="Source">Name or identity of the source.</param>
    /// <param name="Done">False takes the mark back.</param>
    public sealed record Request(string Source, bool Done = true);

    /// <param name="Changed">Whether it was not so before.</param>
    public sealed record Response(string Source, string Coder, bool Done, bool Changed);

    /// <returns>The mark, or <c>source/not-found</c>, <c>assignment/opened</c>.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, string coder, JembatanDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var source = await db.SourceAsync(request.Source, cancellationToken);
        if (source.Problem is { } problem) return problem;
        var acting = await db.CoderAsync(coder, cancellationToken);
        var mark = await db.DoneMarks.FirstOrDefaultAsync(d => d.SourceId == source.Value.Id && d.CoderId == acting.Id, cancellationToken);
        var changed = request.Done != (mark is not null);
        if (changed)
        {
            if (mark is not null && await Blinds.OpenedAsync(db, source.Value.Id, acting.Name, cancellationToken) is { } opened) return opened;
            if (mark is null) db.DoneMarks.Add(new DoneMark(source.Value.Id, acting.Id, clock.GetUtcNow()));
            else db.DoneMarks.Remove(mark);
            await db.CommitAsync(request.Done ? "Mark source done" : "Mark source not done", acting.Id, cancellationToken);
        }

        return new Response(source.Value.Name, acting.Name, request.Done, changed);
    }
}
