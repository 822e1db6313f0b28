using Jembatan.Core;
using Jembatan.Storage;

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
        var assigned = await AssignSources.HandleAsync(new(request.Coders, [request.Source], Kind: request.Blind ? AssignmentKind.Blind : AssignmentKind.Open), coder, db, clock, cancellationToken);
        if (assigned.Problem is { } problem) return problem;
        var row = assigned.Value.Assigned[0];
        var working = row.Coders.Where(c => c.Blind == request.Blind).ToList();
        return new Response(row.Source, [.. working.Select(c => c.Coder)], request.Blind, [.. working.Where(c => c.Done).Select(c => c.Coder)]);
    }
}
