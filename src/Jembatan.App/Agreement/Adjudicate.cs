using Jembatan.App.Codings;
using Jembatan.App.Lookups;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Agreement;

/// <summary>Settles a disagreement: takes one coder's marks, those of all, none, or a new extent, into the codings of the third coder "consensus". One step of undo; the coders' own marks stay.</summary>
public static class Adjudicate
{
    /// <summary>Takes what everybody marked, joined.</summary>
    public const string Both = "both";

    /// <summary>Takes nothing.</summary>
    public const string Neither = "neither";

    /// <param name="Source">Name or identity of the source.</param>
    /// <param name="Code">Label, name or identity of the code.</param>
    /// <param name="Start">A position in the passage, code points.</param>
    /// <param name="End">Position after the passage.</param>
    /// <param name="Accept">Name of the coder whose marks are taken, <c>both</c>, <c>neither</c>, or null with a new extent.</param>
    /// <param name="NewStart">First position of the new extent.</param>
    /// <param name="NewEnd">Position after the new extent.</param>
    public sealed record Request(string Source, string Code, int Start, int End, string? Accept, int? NewStart = null, int? NewEnd = null);

    /// <param name="Decision">Whose marks, <c>both</c>, <c>neither</c> or <c>span</c>.</param>
    /// <param name="Consensus">What the consensus now holds here.</param>
    public sealed record Response(string Source, string Code, string Decision, IReadOnlyList<CodingRow> Consensus);

    /// <returns>What was decided, or <c>agreement/no-disagreement</c>, <c>agreement/decision</c>, <c>selection/outside</c>, <c>selection/empty</c>, a thing that is not found.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, string coder, JembatanDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var source = await db.SourceAsync(request.Source, cancellationToken);
        if (source.Problem is { } noSource) return noSource;
        var code = await db.CodeAsync(request.Code, cancellationToken);
        if (code.Problem is { } noCode) return noCode;
        var universe = await CodedSources.ReadAsync(db, [], source.Value.Id, cancellationToken);
        if (universe.Problem is { } problem) return problem;
        var disagreement = Disagreement.All(universe.Value).FirstOrDefault(d => d.Code == code.Value.Id && d.Start < request.End && d.End > request.Start);
        if (disagreement is null)
            return new Problem("agreement/no-disagreement", $"The coders do not differ about {code.Value.Label} at {request.Start}–{request.End} of '{source.Value.Name}'. Choose a passage from the list of disagreements.", $"{request.Start}-{request.End}");
        var extents = Extents(request, disagreement, universe.Value);
        if (extents.Problem is { } unclear) return unclear;
        var (decision, stretches) = extents.Value;

        var text = await disagreement.Source.TextAsync(db, cancellationToken);
        if (text.Problem is { } noText) return noText;
        var consensus = await db.CoderAsync(CodedSources.Consensus, cancellationToken);
        var acting = await db.CoderAsync(coder, cancellationToken);
        var before = await db.Codings.Where(c => c.SourceId == source.Value.Id && c.CodeId == code.Value.Id && c.CoderId == consensus.Id && c.Start < disagreement.End && c.End > disagreement.Start).ToListAsync(cancellationToken);
        await CodingRemoval.RemoveAsync(db, before, $"A quote under it was adjudicated anew by {acting.Name}.", cancellationToken);
        var made = new List<CodingRow>();
        foreach (var stretch in stretches)
        {
            var selection = text.Value.Select(stretch.Start, stretch.End);
            if (selection.Problem is { } outside) return outside;
            var coding = Coding.Of(disagreement.Source.Revision, selection.Value, code.Value.Id, consensus.Id, await AdoptAlike.MarksAsync(db, disagreement, stretch, cancellationToken), clock.GetUtcNow());
            db.Codings.Add(coding);
            made.Add(CodingRow.Of(coding, source.Value.Name, code.Value.Label, consensus.Name, null, null));
        }

        foreach (var mark in disagreement.Marks)
            db.Notes.Add(new Note(Settlements.Kind, mark.Coding.Value, Settlements.Words(decision, disagreement.Start, disagreement.End), acting.Id, clock.GetUtcNow()));
        await CompleteAsync(db, disagreement, clock, cancellationToken);
        await db.CommitAsync("Adjudicate", acting.Id, cancellationToken);
        return new Response(source.Value.Name, code.Value.Label, decision, made);
    }

    // With its last disagreement settled a source is done: what everybody marked alike joins the consensus, here and on sources on which nobody differs.
    private static async Task CompleteAsync(JembatanDb db, Disagreement last, TimeProvider clock, CancellationToken cancellationToken)
    {
        var settled = await Settlements.ReadAsync(db, cancellationToken);
        bool Knows(Disagreement d) => settled.Knows(d) || (d.Source.Source.Id == last.Source.Source.Id && d.Code == last.Code && d.Start == last.Start);
        if (!AdoptAlike.IsSettled(last.Source, Knows)) return;
        var universe = await CodedSources.ReadAsync(db, [], null, cancellationToken);
        if (universe.Problem is null) await AdoptAlike.IntoConsensusAsync(db, universe.Value, Knows, clock, cancellationToken);
    }

    private static Result<(string Decision, IReadOnlyList<Stretch> Stretches)> Extents(Request request, Disagreement disagreement, CodedSources universe)
    {
        if (request.Accept is null)
        {
            return request is { NewStart: { } start, NewEnd: { } end }
                ? ("span", (IReadOnlyList<Stretch>)[new(start, end)])
                : new Problem("agreement/decision", $"Say what to take: the name of a coder, {Both}, {Neither}, or a new extent.");
        }

        if (request.Accept == Neither) return (Neither, (IReadOnlyList<Stretch>)[]);
        if (request.Accept == Both) return (Both, (IReadOnlyList<Stretch>)[new(disagreement.Start, disagreement.End)]);
        var who = universe.Coders.Index().Where(c => c.Item.Name == request.Accept).Select(c => (int?)c.Index).FirstOrDefault();
        if (who is null || !disagreement.Source.Done[who.Value])
            return new Problem("agreement/decision", $"'{request.Accept}' is no coder who finished this source. Take {string.Join(", ", universe.Coders.Select(c => c.Name))}, {Both} or {Neither}.", request.Accept);
        return (request.Accept, (IReadOnlyList<Stretch>)[.. disagreement.Marks.Where(m => m.Coder == who).Select(m => new Stretch(m.Start, m.End)).Distinct()]);
    }
}
