using Jembatan.App.Lookups;
using Jembatan.App.Sources;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Codings;

/// <summary>Puts one code on one selection of a source.</summary>
/// <remarks>Idempotent: the same coder putting the same code on the same selection again gets the first coding back, as it is.
/// A race ends in the unique index, never in two codings.</remarks>
public static class ApplyCode
{
    private static readonly CompiledQuery<Func<JembatanDb, Id<Source>, int, int, int, Id<Code>, Id<Coder>, CancellationToken, Task<Coding?>>> SameCoding = new(() => EF.CompileAsyncQuery(
        (JembatanDb db, Id<Source> source, int revision, int start, int end, Id<Code> code, Id<Coder> coder, CancellationToken _) =>
            db.Codings.FirstOrDefault(c => c.SourceId == source && c.Start == start && c.End == end && c.CodeId == code && c.CoderId == coder && c.Revision == revision)));

    /// <param name="Source">Name or identity of the source.</param>
    /// <param name="Start">First position of the selection, in Unicode code points, zero-based.</param>
    /// <param name="End">Position after the last one, in Unicode code points.</param>
    /// <param name="Code">Label, name or identity of the code.</param>
    /// <param name="Stance">1 the code's statement holds, −1 it is contradicted, 0 mentioned without taking a side.</param>
    /// <param name="Basis">How the informant knows it; null when not judged.</param>
    /// <param name="Strategy">Label or identity of the strategy that the words speak about; null for none.</param>
    /// <param name="Note">A note on the coding; null for none.</param>
    public sealed record Request(string Source, int Start, int End, string Code, int Stance = 1, Basis? Basis = null, string? Strategy = null, string? Note = null);

    /// <param name="Coding">The new coding, or the one that was there.</param>
    /// <param name="WasThere">Whether it was there before; then its marks are as they were.</param>
    public sealed record Response(CodingRow Coding, bool WasThere);

    /// <returns>The coding, or <c>source/not-found</c>, <c>source/purged</c>, <c>code/not-found</c>, <c>code/retired</c>, <c>strategy/not-found</c>,
    /// <c>coding/stance</c>, <c>selection/outside</c>, <c>selection/empty</c>.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, string coder, JembatanDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var source = await db.SourceAsync(request.Source, cancellationToken);
        if (source.Problem is { } noSource) return noSource;
        var code = await db.CodeAsync(request.Code, cancellationToken);
        if (code.Problem is { } noCode) return noCode;
        if (code.Value.Retired) return Retired(code.Value);
        var marks = await Marks.OfAsync(request.Stance, request.Basis, request.Strategy, db, cancellationToken);
        if (marks.Problem is { } badMarks) return badMarks;
        var current = await CurrentText.OfAsync(source.Value, db, cancellationToken);
        if (current.Problem is { } noText) return noText;
        var selection = current.Value.Text.Select(request.Start, request.End);
        if (selection.Problem is { } problem) return problem;

        var acting = await db.CoderAsync(coder, cancellationToken);
        var coding = await FindAsync(source.Value, code.Value.Id, acting.Id, request, db, cancellationToken);
        var wasThere = coding is not null;
        if (coding is null)
        {
            coding = Coding.Of(current.Value.Revision, selection.Value, code.Value.Id, acting.Id, marks.Value, clock.GetUtcNow());
            db.Codings.Add(coding);
            if (!string.IsNullOrWhiteSpace(request.Note)) db.Notes.Add(new Note("coding", coding.Id.Value, request.Note.Trim(), acting.Id, clock.GetUtcNow()));
            await db.CommitAsync("Apply code", acting.Id, cancellationToken);
        }

        var strategy = coding.StrategyId is { } id ? await db.Strategies.FindAsync([id], cancellationToken) : null;
        var note = wasThere ? (await db.Notes.AsNoTracking().FirstOrDefaultAsync(n => n.TargetId == coding.Id.Value && n.CoderId == acting.Id, cancellationToken))?.Text : request.Note?.Trim();
        return new Response(CodingRow.Of(coding, source.Value.Name, code.Value.Label, acting.Name, strategy?.Label, note), wasThere);
    }

    private static Task<Coding?> FindAsync(Source source, Id<Code> codeId, Id<Coder> coderId, Request request, JembatanDb db, CancellationToken cancellationToken) =>
        SameCoding.On(db)(db, source.Id, source.Revision, request.Start, request.End, codeId, coderId, cancellationToken);

    private static Problem Retired(Code code) => new(
        "code/retired",
        code.MergedInto is null
            ? $"The code {code.Label} is retired. Use another one, or bring it back with 'jembatan codebook STUDY --restore {code.Label}'."
            : $"The code {code.Label} was merged into another. Use that one.",
        code.Label);
}
