using Jembatan.App.Lookups;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;
using Jembatan.Storage;
using Jembatan.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Journals;

/// <summary>Reads the journal, newest first: who did what to which things, and when.</summary>
public static class ReadJournal
{
    /// <param name="Since">Only steps at or after this moment.</param>
    /// <param name="Coder">Only this coder's steps.</param>
    /// <param name="Offset">How many to pass over.</param>
    /// <param name="Limit">How many at most.</param>
    public sealed record Request(DateTimeOffset? Since = null, string? Coder = null, int Offset = 0, int Limit = 100);

    /// <param name="Total">How many steps there are beyond this page too.</param>
    public sealed record Response(IReadOnlyList<Entry> Entries, int Total);

    /// <param name="Coder">Name of who did it; null for the program itself.</param>
    /// <param name="Undone">Whether it has been taken back since.</param>
    /// <param name="Count">How many things it changed; those of a bulk step count as one row of the journal.</param>
    /// <param name="Changes">What it did, up to <see cref="Shown"/> of them.</param>
    public sealed record Entry(Guid Id, DateTimeOffset At, string? Coder, string Label, ChangeSetKind Kind, bool Undone, int Count, IReadOnlyList<JournalChange> Changes);

    /// <summary>Most changes shown of one step.</summary>
    public const int Shown = 20;

    /// <returns>The steps, or <c>coder/not-found</c>.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, JembatanDb db, CancellationToken cancellationToken)
    {
        var sets = db.ChangeSets.AsNoTracking();
        if (request.Coder is { } name)
        {
            var coder = await db.CoderNamedAsync(name, cancellationToken);
            if (coder.Problem is { } problem) return problem;
            Guid? id = coder.Value.Id.Value;
            sets = sets.Where(s => s.CoderId == id);
        }

        if (request.Since is { } since) sets = sets.Where(s => s.At >= since);
        var total = await sets.CountAsync(cancellationToken);
        var page = await sets.OrderByDescending(s => s.Clock).Skip(request.Offset).Take(request.Limit).ToListAsync(cancellationToken);
        var ids = page.Select(s => s.Id).ToList();
        var counts = await db.Changes.Where(c => ids.Contains(c.ChangeSetId)).GroupBy(c => c.ChangeSetId).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var shown = await db.Changes.AsNoTracking().Where(c => ids.Contains(c.ChangeSetId) && c.Ordinal < Shown).OrderBy(c => c.Ordinal).ToListAsync(cancellationToken);
        var changes = shown.ToLookup(c => c.ChangeSetId);
        var names = await JournalNames.ReadAsync(shown, db, cancellationToken);
        var coders = await db.Coders.AsNoTracking().ToDictionaryAsync(c => c.Id.Value, c => c.Name, cancellationToken);
        var undone = await UndoneAsync(db, ids, cancellationToken);
        return new Response(
            [.. page.Select(s => new Entry(
                s.Id, s.At, s.CoderId is { } by ? coders.GetValueOrDefault(by) : null, s.Label, s.Kind, undone.Contains(s.Id), counts.GetValueOrDefault(s.Id),
                [.. changes[s.Id].Select(c => JournalChange.Of(c, names, IsHidden(db, s, c)))]))],
            total);
    }

    // While sources are coded blind, what others coded is told without words, wherever it was: the step may be about a coding that is gone.
    private static bool IsHidden(JembatanDb db, ChangeSet step, Change change) =>
        db.Blindfold is { } blind && step.CoderId != blind.Reader.Value && change.Entity is nameof(Coding) or nameof(Note) or nameof(Evidence);

    // Of the undos and redos of a step the newest counts.
    private static async Task<HashSet<Guid>> UndoneAsync(JembatanDb db, List<Guid> ids, CancellationToken cancellationToken)
    {
        var later = await db.ChangeSets.AsNoTracking().Where(s => s.Target != null && ids.Contains(s.Target.Value)).ToListAsync(cancellationToken);
        return [.. later.GroupBy(s => s.Target!.Value).Where(g => g.MaxBy(s => s.Clock)!.Kind == ChangeSetKind.Undo).Select(g => g.Key)];
    }
}
