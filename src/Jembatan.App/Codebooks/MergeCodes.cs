using Jembatan.App.Lookups;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Codebooks;

/// <summary>Merges a code into another: codings move, the same coding of both folds into one, and all that named the one names the other.</summary>
public static class MergeCodes
{
    /// <param name="From">Label or identity of the code that is retired.</param>
    /// <param name="Into">Label or identity of the code that stays.</param>
    public sealed record Request(string From, string Into);

    /// <param name="Moved">Codings that changed their code.</param>
    /// <param name="Folded">Codings that stood under both codes and became one.</param>
    public sealed record Response(string From, string Into, int Moved, int Folded);

    /// <returns>What moved, or <c>code/not-found</c>, <c>code/cycle</c>, <c>codebook/frozen</c>.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, string coder, JembatanDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var from = await db.CodeAsync(request.From, cancellationToken);
        if (from.Problem is { } noFrom) return noFrom;
        var into = await db.CodeAsync(request.Into, cancellationToken);
        if (into.Problem is { } noInto) return noInto;
        var (gone, kept) = (from.Value, into.Value);
        var codes = await db.Codes.ToListAsync(cancellationToken);
        if (gone == kept || CodeTree.Of(codes).Within(gone.Id).Contains(kept.Id))
            return new Problem("code/cycle", $"{gone.Label} cannot be merged into {kept.Label}, which is itself or stands below it. Move {kept.Label} away first.", kept.Label);
        if (await Frozen.RefusesAsync(db, [gone, kept], cancellationToken) is { } frozen) return frozen;

        var (moved, folded) = await FoldAsync(gone, kept, db, cancellationToken);
        foreach (var child in codes.Where(c => c.ParentId == gone.Id)) child.Move(kept.Id);
        if (kept.AnchorExample is null && gone.AnchorExample is { } example) kept.Show(example);
        gone.Show(null);
        gone.MergeInto(kept.Id);
        await ReplaceAsync(gone.Id, kept.Id, db, cancellationToken);
        await db.CommitAsync("Merge codes", (await db.CoderAsync(coder, cancellationToken)).Id, cancellationToken);
        return new Response(gone.Label, kept.Label, moved, folded);
    }

    private static async Task<(int Moved, int Folded)> FoldAsync(Code gone, Code kept, JembatanDb db, CancellationToken cancellationToken)
    {
        var there = (await db.Codings.AsNoTracking().Where(c => c.CodeId == kept.Id).ToListAsync(cancellationToken)).ToDictionary(Place);
        var (moved, folded) = (0, 0);
        foreach (var coding in await db.Codings.Where(c => c.CodeId == gone.Id).ToListAsync(cancellationToken))
        {
            if (!there.TryGetValue(Place(coding), out var same))
            {
                coding.Recode(kept.Id);
                moved++;
                continue;
            }

            foreach (var evidence in await db.Evidence.Where(e => e.CodingId == coding.Id).ToListAsync(cancellationToken)) evidence.RestOn(same.Id);
            foreach (var note in await db.Notes.Where(n => n.TargetId == coding.Id.Value).ToListAsync(cancellationToken))
            {
                db.Notes.Add(new Note(note.TargetKind, same.Id.Value, note.Text, note.CoderId, note.At));
                db.Notes.Remove(note);
            }

            if (gone.AnchorExample == coding.Id) gone.Show(same.Id);
            db.Codings.Remove(coding);
            folded++;
        }

        return (moved, folded);
    }

    private static (Id<Source>, int, int, Id<Coder>, int) Place(Coding c) => (c.SourceId, c.Start, c.End, c.CoderId, c.Revision);

    private static async Task ReplaceAsync(Id<Code> gone, Id<Code> kept, JembatanDb db, CancellationToken cancellationToken)
    {
        IReadOnlyList<Id<Code>> Replaced(IReadOnlyList<Id<Code>> codes) => [.. codes.Select(c => c == gone ? kept : c).Distinct()];
        foreach (var strategy in (await db.Strategies.ToListAsync(cancellationToken)).Where(s => s.Mechanism.Contains(gone)))
            strategy.Revise(strategy.Details with { Mechanism = Replaced(strategy.Mechanism) });
        foreach (var misfit in (await db.Misfits.ToListAsync(cancellationToken)).Where(m => m.Details.Causes.Contains(gone)))
            misfit.Revise(misfit.Details with { Causes = Replaced(misfit.Details.Causes) });
        foreach (var recommendation in (await db.Recommendations.ToListAsync(cancellationToken)).Where(r => r.Details.Causes.Contains(gone)))
            recommendation.Revise(recommendation.Details with { Causes = Replaced(recommendation.Details.Causes) });
    }
}
