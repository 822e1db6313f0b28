using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Agreement;

/// <summary>What a coder who works blind may not see yet: on sources that not all blind coders have finished, everybody else's codings.</summary>
internal static class Blinds
{
    /// <returns>Sources on which only the viewer's own codings are shown, with the viewer; no source for anybody who works blind nowhere.</returns>
    public static async Task<(Id<Coder> Viewer, IReadOnlyList<Id<Source>> Sources)> OfAsync(JembatanDb db, string? viewer, CancellationToken cancellationToken)
    {
        if (viewer is null || await db.Coders.AsNoTracking().FirstOrDefaultAsync(c => c.Name == viewer, cancellationToken) is not { } who) return (default, []);
        var own = await db.Assignments.AsNoTracking().Where(a => a.Blind && a.CoderId == who.Id).Select(a => a.SourceId).ToListAsync(cancellationToken);
        if (own.Count == 0) return (who.Id, []);
        var assigned = await db.Assignments.AsNoTracking().Where(a => a.Blind && own.Contains(a.SourceId)).Select(a => new { a.SourceId, a.CoderId }).ToListAsync(cancellationToken);
        var done = (await db.DoneMarks.AsNoTracking().Where(d => own.Contains(d.SourceId)).Select(d => new { d.SourceId, d.CoderId }).ToListAsync(cancellationToken)).ToHashSet();
        return (who.Id, [.. assigned.Where(a => !done.Contains(a)).Select(a => a.SourceId).Distinct()]);
    }

    /// <summary>Leaves out what the viewer may not see yet.</summary>
    public static async Task<IQueryable<Coding>> SeenAsync(this IQueryable<Coding> codings, JembatanDb db, string? viewer, CancellationToken cancellationToken)
    {
        var (who, hidden) = await OfAsync(db, viewer, cancellationToken);
        return hidden.Count == 0 ? codings : codings.Where(c => c.CoderId == who || !hidden.Contains(c.SourceId));
    }
}
