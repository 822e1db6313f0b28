using Jembatan.App.Lookups;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Agreement;

/// <summary>Assigns coders to a source, blind unless asked otherwise: then none of them sees what another coded until all have finished.</summary>
public static class AssignSource
{
    /// <param name="Source">Name or identity of the source.</param>
    /// <param name="Coders">Names of the coders; those who are new are made. They join those who are assigned already.</param>
    /// <param name="Blind">Whether they work blind.</param>
    public sealed record Request(string Source, IReadOnlyList<string> Coders, bool Blind = true);

    /// <param name="Coders">All who are assigned to it and work so.</param>
    /// <param name="Done">Who of them has finished.</param>
    public sealed record Response(string Source, IReadOnlyList<string> Coders, bool Blind, IReadOnlyList<string> Done);

    /// <returns>The assignment, or <c>source/not-found</c>, <c>assignment/coders</c>, <c>assignment/own</c>.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, string coder, JembatanDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var source = await db.SourceAsync(request.Source, cancellationToken);
        if (source.Problem is { } problem) return problem;
        var id = source.Value.Id;
        var names = request.Coders.Select(n => n.Trim()).Where(n => n.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        if (names.Count == 0) return new Problem("assignment/coders", "Nobody is named. Name who is to code it, such as --coders Ratna,Bima.");
        if (names.Contains(CodedSources.Consensus)) return new Problem("assignment/coders", $"'{CodedSources.Consensus}' holds what was agreed on and codes nothing itself. Name people.");
        if (names.Find(n => n.Any(char.IsControl)) is not null) return new Problem("assignment/coders", "A coder's name is one line of text. Write it without control characters.");
        var blind = await Blinds.OnAsync(db, id, cancellationToken);
        if (request.Blind && names.Union(blind?.Coders ?? []).Count() < 2)
            return new Problem("assignment/coders", "Blind double coding needs two coders. Name at least two, such as --coders Ratna,Bima.");
        if (!request.Blind && blind is { Waiting.Count: > 0 } && blind.Coders.Contains(coder))
            return new Problem("assignment/own", $"'{coder}' codes this source blind and cannot lift that. Let who leads the coding do it, or finish first with 'jembatan done'.", coder);
        var there = await db.Assignments.Where(a => a.SourceId == id).ToListAsync(cancellationToken);
        foreach (var name in names)
        {
            var assigned = await db.CoderAsync(name, cancellationToken);
            if (there.Find(a => a.CoderId == assigned.Id) is { } known) known.Work(request.Blind);
            else db.Assignments.Add(new Assignment(id, assigned.Id, request.Blind, clock.GetUtcNow()));
        }

        var acting = await db.CoderAsync(coder, cancellationToken);
        await db.CommitAsync("Assign source", acting.Id, cancellationToken);
        var all = await (from a in db.Assignments.AsNoTracking() join c in db.Coders on a.CoderId equals c.Id where a.SourceId == id && a.Blind == request.Blind orderby c.Name select new { a.CoderId, c.Name }).ToListAsync(cancellationToken);
        var done = await db.DoneMarks.AsNoTracking().Where(d => d.SourceId == id).Select(d => d.CoderId).ToListAsync(cancellationToken);
        return new Response(source.Value.Name, [.. all.Select(a => a.Name)], request.Blind, [.. all.Where(a => done.Contains(a.CoderId)).Select(a => a.Name)]);
    }
}
