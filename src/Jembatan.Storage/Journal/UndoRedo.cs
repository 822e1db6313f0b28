using System.Data.Common;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.Storage.Journal;

/// <summary>Takes steps back and does them again by appending inverse change sets; history is never rewritten.</summary>
public static class UndoRedo
{
    /// <summary>Takes back this coder's newest step made in this copy and not yet undone.</summary>
    /// <param name="coder">Whose step; null for steps of the program itself.</param>
    /// <param name="refusal">Asked of the step and its changes before anything is done; what it answers is returned in place of the step. Null takes back any.</param>
    /// <returns>The step taken back, or <c>journal/nothing-to-undo</c>, <c>journal/purged</c>, the refusal, or <c>journal/changed-since</c> naming the later step.</returns>
    public static Task<Result<ChangeSet>> UndoAsync(JembatanDb db, Id<Coder>? coder, TimeProvider clock, CancellationToken cancellationToken, Func<ChangeSet, IReadOnlyList<Change>, Task<Problem?>>? refusal = null) =>
        InvertAsync(db, coder, NewestStandingAsync, ChangeSetKind.Undo, clock, cancellationToken, refusal);

    /// <summary>Does again the step that this coder took back last, unless something new was done since.</summary>
    /// <param name="coder">Whose step.</param>
    /// <returns>The step done again, or <c>journal/nothing-to-redo</c>, or <c>journal/changed-since</c> naming the later step.</returns>
    public static Task<Result<ChangeSet>> RedoAsync(JembatanDb db, Id<Coder>? coder, TimeProvider clock, CancellationToken cancellationToken, Func<ChangeSet, IReadOnlyList<Change>, Task<Problem?>>? refusal = null) =>
        InvertAsync(db, coder, NewestTakenBackAsync, ChangeSetKind.Redo, clock, cancellationToken, refusal);

    private sealed record Step(Guid Id, ChangeSetKind Kind, Guid? Target);

    /// <summary>The set to turn round, and the act that it is about.</summary>
    private sealed record Choice(Guid Latest, Guid Act);

    private static async Task<Result<Choice>> NewestStandingAsync(IAsyncEnumerable<Step> steps)
    {
        var latest = new Dictionary<Guid, Step>();      // the newest undo or redo of each act
        await foreach (var step in steps)
        {
            switch (step.Kind)
            {
                case ChangeSetKind.Undo or ChangeSetKind.Redo:
                    latest.TryAdd(step.Target!.Value, step);
                    break;
                case ChangeSetKind.Act when !latest.TryGetValue(step.Id, out var done):
                    return new Choice(step.Id, step.Id);
                case ChangeSetKind.Act when latest[step.Id] is { Kind: ChangeSetKind.Redo } redone:
                    return new Choice(redone.Id, step.Id);
                case ChangeSetKind.Purge:
                    return new Problem("journal/purged", "The last step overwrote text on withdrawn consent. That cannot be taken back; go on from here.");
            }
        }

        return new Problem("journal/nothing-to-undo", "There is no step of yours left to take back in this copy of the study. 'jembatan journal' lists all steps.");
    }

    private static async Task<Result<Choice>> NewestTakenBackAsync(IAsyncEnumerable<Step> steps)
    {
        var redone = new HashSet<Guid>();
        await foreach (var step in steps)
        {
            if (step.Kind == ChangeSetKind.Redo) redone.Add(step.Target!.Value);
            else if (step.Kind != ChangeSetKind.Undo) break;
            else if (!redone.Remove(step.Target!.Value)) return new Choice(step.Id, step.Target.Value);
        }

        return new Problem("journal/nothing-to-redo", "There is nothing to do again: no step was taken back, or something new was done since.");
    }

    private static async Task<Result<ChangeSet>> InvertAsync(
        JembatanDb db, Id<Coder>? coder, Func<IAsyncEnumerable<Step>, Task<Result<Choice>>> choose, ChangeSetKind kind, TimeProvider clock, CancellationToken cancellationToken, Func<ChangeSet, IReadOnlyList<Change>, Task<Problem?>>? refusal = null)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await CommitLock.BeginAsync(db, cancellationToken);
        var choice = await choose(Steps(db, coder, (await db.Replicas.AsNoTracking().FirstAsync(cancellationToken)).Id));
        if (choice.Problem is { } problem) return problem;

        var act = await db.ChangeSets.AsNoTracking().SingleAsync(s => s.Id == choice.Value.Act, cancellationToken);
        var latest = choice.Value.Latest == act.Id ? act : await db.ChangeSets.AsNoTracking().SingleAsync(s => s.Id == choice.Value.Latest, cancellationToken);
        // Who did it stays: without the coder nobody could do the step again, and the journal would not say whose it was.
        var self = coder?.Value;
        var changes = await db.Changes.AsNoTracking().Where(c => c.ChangeSetId == latest.Id && !(c.Entity == nameof(Coder) && c.EntityId == self && c.Operation == ChangeOperation.Add))
            .OrderByDescending(c => c.Ordinal).ToListAsync(cancellationToken);
        if (refusal is not null && await refusal(act, changes) is { } refused) return refused;
        var pending = new PendingAct(act.Label, coder?.Value, kind, act.Id);

        var obstacle = await LaterWork.FindAsync(db, latest, changes, cancellationToken) ?? await SharedThings.FindAsync(db, changes, cancellationToken);
        if (obstacle is null)
        {
            var turned = await TurnAsync(db, latest, changes, pending, clock, cancellationToken);
            if (turned.Done)
            {
                await transaction.CommitAsync(cancellationToken);
                return act;
            }

            obstacle = turned.Obstacle;
        }

        await transaction.RollbackAsync(cancellationToken);
        obstacle ??= await Obstacles.FindAsync(db, changes, cancellationToken) ?? new Obstacle(changes[0].Entity, changes[0].EntityId);
        db.ChangeTracker.Clear();
        return await LaterWork.NameAsync(db, latest, obstacle, kind, cancellationToken);
    }

    // Done, or what stands in the way, or neither when the database refused and must be asked after the rollback.
    private static async Task<(bool Done, Obstacle? Obstacle)> TurnAsync(
        JembatanDb db, ChangeSet latest, List<Change> changes, PendingAct pending, TimeProvider clock, CancellationToken cancellationToken)
    {
        try
        {
            Obstacle? obstacle = null;
            for (var i = 0; i < changes.Count; i++)
            {
                (changes[i], var missing) = await RevisionMarks.RenumberedAsync(db, changes[i], cancellationToken);
                if (missing is { } gone && !changes.Exists(c => c.EntityId == gone)) obstacle ??= new Obstacle(nameof(SourceRevision), gone);
            }

            if (obstacle is not null) return (false, obstacle);
            obstacle = changes.Any(c => c.Operation is ChangeOperation.AddMany or ChangeOperation.RemoveMany)
                ? await Bulk.BulkInversion.RunAsync(db, changes, pending, clock, cancellationToken)
                : await Inversion.RunAsync(db, changes, pending, cancellationToken);
            db.ChangeTracker.Clear();
            obstacle ??= await Obstacles.DanglingAsync(db, latest, changes, cancellationToken);
            return (obstacle is null, obstacle);
        }
        catch (DbUpdateException e) when (Refused(e))
        {
            return (false, null);
        }
        catch (DbException e) when (Refused(e))
        {
            return (false, null);
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private static bool Refused(Exception e) => StorageProblems.From(e)?.Code is "study/duplicate" or "study/still-used" or "study/changed-meanwhile";

    private static IAsyncEnumerable<Step> Steps(JembatanDb db, Id<Coder>? coder, Guid replica)
    {
        var by = coder?.Value;
        return db.ChangeSets.AsNoTracking().Where(s => s.CoderId == by && s.ReplicaId == replica)
            .OrderByDescending(s => s.Clock).Select(s => new Step(s.Id, s.Kind, s.Target)).AsAsyncEnumerable();
    }
}

/// <summary>What stands in the way of turning a step round.</summary>
/// <param name="Entity">Kind of the entity that is concerned.</param>
/// <param name="EntityId">Its identity.</param>
/// <param name="By">The later step, when it is known already.</param>
internal sealed record Obstacle(string Entity, Guid EntityId, Guid? By = null);
