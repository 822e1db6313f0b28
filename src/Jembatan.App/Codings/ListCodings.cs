using System.Runtime.CompilerServices;
using Jembatan.App.Codebooks;
using Jembatan.App.Lookups;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Codings;

/// <summary>Lists codings in the order of source and place.</summary>
public static class ListCodings
{
    private const int AtATime = 5000;

    /// <param name="Code">Only this code and those below it.</param>
    /// <param name="Source">Only this source.</param>
    /// <param name="Coder">Only this coder.</param>
    /// <param name="Case">Only informants with this value of a variable, <c>VARIABLE=VALUE</c>; the group is <c>group=worker</c>.</param>
    /// <param name="Stance">Only codings of this stance.</param>
    /// <param name="Offset">How many to pass over.</param>
    /// <param name="Limit">How many at most; null for all.</param>
    public sealed record Request(string? Code = null, string? Source = null, string? Coder = null, string? Case = null, int? Stance = null, int Offset = 0, int? Limit = null);

    /// <param name="Total">How many there are beyond this page too.</param>
    public sealed record Response(IReadOnlyList<CodingRow> Codings, int Total);

    /// <param name="Codings">All that were asked for, read while they are asked for: a few thousand are in memory, however many there are. Only while the study is open, and once.</param>
    /// <param name="Total">How many there are beyond these too.</param>
    public sealed record Stream(IAsyncEnumerable<CodingRow> Codings, int Total);

    /// <summary>The same as <see cref="HandleAsync"/>, for a list that may be too long for the memory.</summary>
    /// <returns>The codings, or a problem as there.</returns>
    public static Task<Result<Stream>> StreamAsync(Request request, JembatanDb db, CancellationToken cancellationToken) => StreamAsync(request, db, AtATime, cancellationToken);

    internal static async Task<Result<Stream>> StreamAsync(Request request, JembatanDb db, int atATime, CancellationToken cancellationToken)
    {
        var filtered = await FilterAsync(request, db, cancellationToken);
        if (filtered.Problem is { } problem) return problem;
        var parts = await PartsAsync(filtered.Value.Codings, db, cancellationToken);
        return new Stream(ReadAsync(parts, request.Offset, request.Limit ?? int.MaxValue, atATime, filtered.Value.Codings, db, cancellationToken), parts.Sum(p => p.Count));
    }

    /// <returns>The codings, or <c>code/not-found</c>, <c>source/not-found</c>, <c>coder/not-found</c>, <c>case/unreadable</c>, <c>variable/not-found</c>.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, JembatanDb db, CancellationToken cancellationToken)
    {
        var filtered = await FilterAsync(request, db, cancellationToken);
        if (filtered.Problem is { } problem) return problem;
        if (request.Limit is not { } limit && request.Offset == 0)
        {
            var all = await CodingRows.ReadAsync(db, filtered.Value.Codings, cancellationToken);
            return new Response(all, all.Count);
        }

        return await PageAsync(request.Offset, request.Limit ?? int.MaxValue, filtered.Value.Codings, db, cancellationToken);
    }

    // A page is asked of the few sources it lies in, so that a million codings are counted but not sorted.
    internal static async Task<Response> PageAsync(int offset, int limit, IQueryable<Coding> codings, JembatanDb db, CancellationToken cancellationToken)
    {
        var parts = await PartsAsync(codings, db, cancellationToken);
        var rows = await ReadAsync(parts, offset, limit, AtATime, codings, db, cancellationToken).ToListAsync(cancellationToken);
        return new Response(rows, parts.Sum(p => p.Count));
    }

    // The sources that have some, in their order.
    private static async Task<IReadOnlyList<Part>> PartsAsync(IQueryable<Coding> codings, JembatanDb db, CancellationToken cancellationToken)
    {
        var counts = await codings.GroupBy(c => c.SourceId).Select(g => new { Source = g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Source, g => g.Count, cancellationToken);
        var order = await db.Sources.OrderBy(s => s.Name).Select(s => s.Id).ToListAsync(cancellationToken);
        return [.. order.Where(counts.ContainsKey).Select(s => new Part(s, counts[s]))];
    }

    private static async IAsyncEnumerable<CodingRow> ReadAsync(
        IReadOnlyList<Part> parts, int offset, long limit, int atATime, IQueryable<Coding> codings, JembatanDb db, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (next, skip, left) = (0, offset, limit);
        while (next < parts.Count && skip >= parts[next].Count) skip -= parts[next++].Count;
        var names = next < parts.Count && left > 0 ? await CodingRows.NamesAsync(db, cancellationToken) : null;
        while (next < parts.Count && left > 0)
        {
            var (within, held) = (new List<Id<Source>>(), -skip);
            while (next < parts.Count && held < left && (held <= 0 || held + parts[next].Count <= atATime))
            {
                within.Add(parts[next].Source);
                held += parts[next++].Count;
            }

            foreach (var row in await CodingRows.ReadAsync(db, codings.Where(c => within.Contains(c.SourceId)), cancellationToken, skip, (int)Math.Min(left, int.MaxValue), names)) yield return row;
            (skip, left) = (0, left - held);
        }
    }

    internal static async Task<Result<Filtered>> FilterAsync(Request request, JembatanDb db, CancellationToken cancellationToken)
    {
        var codings = db.SeenCodings;
        if (request.Code is { } code)
        {
            var found = await db.CodeAsync(code, cancellationToken);
            if (found.Problem is { } problem) return problem;
            var within = CodeTree.Of(await db.Codes.AsNoTracking().ToListAsync(cancellationToken)).Within(found.Value.Id);
            codings = codings.Where(c => within.Contains(c.CodeId));
        }

        if (request.Source is { } source)
        {
            var found = await db.SourceAsync(source, cancellationToken);
            if (found.Problem is { } problem) return problem;
            var id = found.Value.Id;
            codings = codings.Where(c => c.SourceId == id);
        }

        if (request.Coder is { } coder)
        {
            var found = await db.CoderNamedAsync(coder, cancellationToken);
            if (found.Problem is { } problem) return problem;
            var id = found.Value.Id;
            codings = codings.Where(c => c.CoderId == id);
        }

        if (request.Stance is { } stance) codings = codings.Where(c => c.Stance == stance);
        if (request.Case is { } condition)
        {
            var informants = await CaseFilter.InformantsAsync(condition, db, cancellationToken);
            if (informants.Problem is { } problem) return problem;
            var sources = await db.Sources.Where(s => s.InformantId != null).Select(s => new { s.Id, s.InformantId }).ToListAsync(cancellationToken);
            var ids = sources.Where(s => informants.Value.Contains(s.InformantId!.Value)).Select(s => s.Id).ToList();
            codings = codings.Where(c => ids.Contains(c.SourceId));
        }

        return new Filtered(codings);
    }

    internal sealed record Filtered(IQueryable<Coding> Codings);

    private readonly record struct Part(Id<Source> Source, int Count);
}
