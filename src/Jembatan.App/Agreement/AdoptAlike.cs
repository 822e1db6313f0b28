using Jembatan.App.Lookups;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Agreement;

/// <summary>Takes into the consensus what coders marked alike on sources that have no open disagreement, and marks them as done by it: so tables of the consensus hold all double-coded sources, not those alone that needed a decision.</summary>
public static class AdoptAlike
{
    /// <param name="Source">Only this source; null for all.</param>
    public sealed record Request(string? Source = null);

    /// <param name="Codings">Codings that the consensus got here.</param>
    public sealed record Taken(string Source, int Codings);

    public sealed record Response(IReadOnlyList<Taken> Taken);

    /// <returns>What was taken, or <c>agreement/still-open</c> when a named source has open disagreements, <c>agreement/no-double-coding</c>, <c>agreement/blind</c>, <c>source/not-found</c>.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, string coder, JembatanDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        Id<Source>? only = null;
        if (request.Source is not null)
        {
            var source = await db.SourceAsync(request.Source, cancellationToken);
            if (source.Problem is { } noSource) return noSource;
            only = source.Value.Id;
        }

        var universe = await CodedSources.ReadAsync(db, [], only, cancellationToken);
        if (universe.Problem is { } problem) return problem;
        var settled = await Settlements.ReadAsync(db, cancellationToken);
        if (only is not null && universe.Value.Sources[0] is var named && !IsSettled(named, settled.Knows))
            return new Problem("agreement/still-open", $"The coders of '{named.Source.Name}' still differ. Settle that first; 'jembatan adjudicate' lists where.", named.Source.Name);
        var taken = await IntoConsensusAsync(db, universe.Value, settled.Knows, clock, cancellationToken);
        if (taken.Count > 0) await db.CommitAsync("Adjudicate", (await db.CoderAsync(coder, cancellationToken)).Id, cancellationToken);
        return new Response(taken);
    }

    /// <summary>Whether nothing is open on a source.</summary>
    internal static bool IsSettled(CodedSource source, Func<Disagreement, bool> knows) => Disagreement.Passages(source).All(p => p.Characters == 0 || knows(p));

    /// <summary>Adds, without saving, what all marked alike on every settled source that the consensus has not finished.</summary>
    internal static async Task<IReadOnlyList<Taken>> IntoConsensusAsync(JembatanDb db, CodedSources universe, Func<Disagreement, bool> knows, TimeProvider clock, CancellationToken cancellationToken)
    {
        var consensus = await db.CoderAsync(CodedSources.Consensus, cancellationToken);
        var finished = (await db.DoneMarks.AsNoTracking().Where(d => d.CoderId == consensus.Id).Select(d => d.SourceId).ToListAsync(cancellationToken)).ToHashSet();
        var taken = new List<Taken>();
        foreach (var source in universe.Sources.Where(s => !finished.Contains(s.Source.Id) && IsSettled(s, knows)))
        {
            var text = await source.TextAsync(db, cancellationToken);
            if (text.Problem is not null) continue;
            var codings = 0;
            foreach (var alike in Disagreement.Passages(source))
            {
                foreach (var stretch in alike.Alike())
                {
                    if (text.Value.Select(stretch.Start, stretch.End) is not { IsOk: true } selection) continue;
                    db.Codings.Add(Coding.Of(source.Revision, selection.Value, alike.Code, consensus.Id, await MarksAsync(db, alike, stretch, cancellationToken), clock.GetUtcNow()));
                    codings++;
                }
            }

            db.DoneMarks.Add(new DoneMark(source.Source.Id, consensus.Id, clock.GetUtcNow()));
            taken.Add(new(source.Source.Name, codings));
        }

        return taken;
    }

    /// <summary>Stance and basis of the coding that shares most with a new one.</summary>
    internal static async Task<CodingMarks> MarksAsync(JembatanDb db, Disagreement passage, Stretch stretch, CancellationToken cancellationToken)
    {
        var nearest = passage.Marks.MaxBy(m => Math.Min(m.End, stretch.End) - Math.Max(m.Start, stretch.Start));
        var coding = await db.Codings.AsNoTracking().SingleAsync(c => c.Id == nearest.Coding, cancellationToken);
        return new CodingMarks(coding.Stance, coding.Basis, coding.StrategyId);
    }
}
