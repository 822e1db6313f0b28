using Jembatan.App.Lookups;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Codings;

/// <summary>Changes stance, basis, strategy or the note of a coding.</summary>
public static class MarkCoding
{
    /// <summary>What is null stays as it is.</summary>
    /// <param name="Coding">Identity of the coding, or its end.</param>
    /// <param name="Stance">1, 0 or −1.</param>
    /// <param name="Basis">How the informant knows it.</param>
    /// <param name="ClearBasis">Whether the basis is taken away.</param>
    /// <param name="Strategy">The strategy spoken about; empty takes it away.</param>
    /// <param name="Note">This coder's note on it; empty takes it away.</param>
    public sealed record Request(string Coding, int? Stance = null, Basis? Basis = null, bool ClearBasis = false, string? Strategy = null, string? Note = null);

    public sealed record Response(CodingRow Coding);

    /// <returns>The coding as it stands then, or <c>coding/not-found</c>, <c>coding/stance</c>, <c>strategy/not-found</c>.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, string coder, JembatanDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var found = await db.CodingAsync(request.Coding, cancellationToken);
        if (found.Problem is { } problem) return problem;
        var coding = found.Value;
        var marks = await Marks.OfAsync(request.Stance ?? coding.Stance, request.ClearBasis ? null : request.Basis ?? coding.Basis, request.Strategy, db, cancellationToken);
        if (marks.Problem is { } bad) return bad;
        coding.Mark(request.Strategy is null ? marks.Value with { StrategyId = coding.StrategyId } : marks.Value);

        var acting = await db.CoderAsync(coder, cancellationToken);
        if (request.Note is { } text) await NoteAsync(coding, text.Trim(), acting, db, clock, cancellationToken);
        await db.CommitAsync("Mark coding", acting.Id, cancellationToken);
        return new Response((await CodingRows.ReadAsync(db, db.Codings.Where(c => c.Id == coding.Id), cancellationToken))[0]);
    }

    private static async Task NoteAsync(Coding coding, string text, Coder coder, JembatanDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var note = await db.Notes.FirstOrDefaultAsync(n => n.TargetId == coding.Id.Value && n.CoderId == coder.Id, cancellationToken);
        if (note is not null && text.Length == 0) db.Notes.Remove(note);
        else if (note is not null) note.Write(text);
        else if (text.Length > 0) db.Notes.Add(new Note("coding", coding.Id.Value, text, coder.Id, clock.GetUtcNow()));
    }
}
