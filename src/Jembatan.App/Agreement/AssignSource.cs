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
    /// <param name="Coders">Names of the coders; those who are new are made.</param>
    /// <param name="Blind">Whether they work blind.</param>
    public sealed record Request(string Source, IReadOnlyList<string> Coders, bool Blind = true);

    /// <param name="Done">Who of them has finished.</param>
    public sealed record Response(string Source, IReadOnlyList<string> Coders, bool Blind, IReadOnlyList<string> Done);

    /// <returns>The assignment, or <c>source/not-found</c>, <c>assignment/coders</c>.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, string coder, JembatanDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var source = await db.SourceAsync(request.Source, cancellationToken);
        if (source.Problem is { } problem) return problem;
        var names = request.Coders.Select(n => n.Trim()).Where(n => n.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        if (names.Count == 0 || (request.Blind && names.Count < 2))
            return new Problem("assignment/coders", "Blind double coding needs two coders. Name at least two, such as --coders Ratna,Bima.");
        if (names.Contains(CodedSources.Consensus)) return new Problem("assignment/coders", $"'{CodedSources.Consensus}' holds what was agreed on and codes nothing itself. Name people.");
        var there = await db.Assignments.Where(a => a.SourceId == source.Value.Id).ToListAsync(cancellationToken);
        foreach (var name in names)
        {
            var assigned = await db.CoderAsync(name, cancellationToken);
            if (there.FirstOrDefault(a => a.CoderId == assigned.Id) is { } known) known.Work(request.Blind);
            else db.Assignments.Add(new Assignment(source.Value.Id, assigned.Id, request.Blind, clock.GetUtcNow()));
        }

        var acting = await db.CoderAsync(coder, cancellationToken);
        await db.CommitAsync("Assign source", acting.Id, cancellationToken);
        var done = await (from d in db.DoneMarks join c in db.Coders on d.CoderId equals c.Id where d.SourceId == source.Value.Id && names.Contains(c.Name) orderby c.Name select c.Name).ToListAsync(cancellationToken);
        return new Response(source.Value.Name, names, request.Blind, done);
    }
}
