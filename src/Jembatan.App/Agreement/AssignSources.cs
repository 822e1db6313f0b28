using System.Globalization;
using Jembatan.App.Lookups;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Agreement;

/// <summary>Assigns coders to several sources at once, or takes them off, in one step that is undone as one.</summary>
public static class AssignSources
{
    /// <param name="Coders">Names of the coders; those who are new are made, unless they are withdrawn. They join those who are assigned already.</param>
    /// <param name="Sources">Names or identities of the sources; unused when all or a group is asked for.</param>
    /// <param name="All">Whether it concerns every source that has its text.</param>
    /// <param name="Group">Every source of an informant of this group that has its text.</param>
    /// <param name="Kind">How they work.</param>
    public sealed record Request(IReadOnlyList<string> Coders, IReadOnlyList<string> Sources, bool All = false, InformantGroup? Group = null, AssignmentKind Kind = AssignmentKind.Blind);

    /// <param name="Assigned">What stands now on each of the sources, by name.</param>
    public sealed record Response(IReadOnlyList<ListAssignments.Row> Assigned);

    /// <returns>The assignments, or <c>source/not-found</c>, <c>assignment/sources</c>, <c>assignment/coders</c>, <c>assignment/own</c>; then nothing has changed anywhere.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, string coder, JembatanDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var named = Named(request.Coders);
        if (named.Problem is { } nobody) return nobody;
        var chosen = await ChosenAsync(request, db, cancellationToken);
        if (chosen.Problem is { } none) return none;
        var sources = chosen.Value;
        var ids = sources.Select(s => s.Id).ToHashSet();
        var there = (await db.Assignments.ToListAsync(cancellationToken)).Where(a => ids.Contains(a.SourceId)).ToLookup(a => a.SourceId);
        var names = await db.Coders.ToDictionaryAsync(c => c.Id, c => c.Name, cancellationToken);
        // A name in another case is the coder who is there: a second one of almost the same name would keep the source blind for ever.
        IReadOnlyList<string> people = [.. named.Value.Select(n => names.Values.FirstOrDefault(k => k == n) ?? names.Values.FirstOrDefault(k => Lookup.SameWord(k, n)) ?? n).Distinct(StringComparer.Ordinal)];
        var done = (await db.DoneMarks.AsNoTracking().Select(d => new { d.SourceId, d.CoderId }).ToListAsync(cancellationToken)).Select(d => (d.SourceId, d.CoderId)).ToHashSet();
        foreach (var source in sources)
        {
            var blind = there[source.Id].Where(a => a.Blind).ToList();
            var isWaiting = blind.Exists(a => !done.Contains((a.SourceId, a.CoderId)));
            if (isWaiting && request.Kind == AssignmentKind.Withdrawn && await IsHarmlessAsync(people, coder, source, done, names, db, cancellationToken)) isWaiting = false;
            if (Refusal(request.Kind, people, source.Name, [.. blind.Select(a => names[a.CoderId])], isWaiting ? coder : null) is { } refusal) return refusal;
        }

        foreach (var name in people)
        {
            if (request.Kind == AssignmentKind.Withdrawn)
            {
                db.Assignments.RemoveRange(there.SelectMany(g => g).Where(a => names[a.CoderId] == name));
                continue;
            }

            var assigned = await db.CoderAsync(name, cancellationToken);
            foreach (var source in sources)
            {
                if (there[source.Id].FirstOrDefault(a => a.CoderId == assigned.Id) is { } known) known.Work(request.Kind == AssignmentKind.Blind);
                else db.Assignments.Add(new Assignment(source.Id, assigned.Id, request.Kind == AssignmentKind.Blind, clock.GetUtcNow()));
            }
        }

        var acting = await db.CoderAsync(coder, cancellationToken);
        await db.CommitAsync(Label(request.Kind, sources.Count), acting.Id, cancellationToken);
        var list = await ListAssignments.HandleAsync(new(), db, cancellationToken);
        if (list.Problem is { } problem) return problem;
        return new Response([.. list.Value.Sources.Where(r => ids.Contains(r.Id))]);
    }

    // Who has finished a source may take off those who never coded it, such as a name that was mistyped.
    private static async Task<bool> IsHarmlessAsync(
        IReadOnlyList<string> people, string acting, Source source, HashSet<(Id<Source>, Id<Coder>)> done, Dictionary<Id<Coder>, string> names, JembatanDb db, CancellationToken cancellationToken)
    {
        var own = names.Where(n => n.Value == acting).Select(n => n.Key).ToList();
        if (people.Contains(acting) || own.Count == 0 || !done.Contains((source.Id, own[0]))) return false;
        var others = names.Where(n => people.Contains(n.Value)).Select(n => n.Key).ToList();
        return !await db.Codings.AnyAsync(c => c.SourceId == source.Id && others.Contains(c.CoderId), cancellationToken);
    }

    private static string Label(AssignmentKind kind, int sources) => kind == AssignmentKind.Withdrawn ? "Withdraw coders" : sources == 1 ? "Assign source" : "Assign sources";

    private static Result<IReadOnlyList<string>> Named(IReadOnlyList<string> coders)
    {
        var names = coders.Select(n => n.Trim()).Where(n => n.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        if (names.Count == 0) return new Problem("assignment/coders", "Nobody is named. Name who is to code it, such as Ratna,Bima.");
        if (names.Contains(CodedSources.Consensus)) return new Problem("assignment/coders", $"'{CodedSources.Consensus}' holds what was agreed on and codes nothing itself. Name people.");
        return names.Find(n => n.Any(char.IsControl)) is not null ? new Problem("assignment/coders", "A coder's name is one line of text. Write it without control characters.") : names;
    }

    private static async Task<Result<IReadOnlyList<Source>>> ChosenAsync(Request request, JembatanDb db, CancellationToken cancellationToken)
    {
        var chosen = new List<Source>();
        if (request.All || request.Group is not null)
        {
            var group = request.Group is { } asked ? (await db.Informants.AsNoTracking().Where(i => i.Group == asked).Select(i => i.Id).ToListAsync(cancellationToken)).ToHashSet() : null;
            chosen.AddRange((await db.Sources.AsNoTracking().Where(s => !s.Purged).OrderBy(s => s.Name).ToListAsync(cancellationToken)).Where(s => group is null || (s.InformantId is { } id && group.Contains(id))));
        }
        else
        {
            foreach (var name in request.Sources.Distinct(StringComparer.Ordinal))
            {
                var source = await db.SourceAsync(name, cancellationToken);
                if (source.Problem is { } problem) return problem;
                chosen.Add(source.Value);
            }
        }

        return chosen.Count == 0
            ? new Problem("assignment/sources", request.Group is null ? "No source is chosen. Choose at least one, or all." : "No source is of an informant of this group. Choose another group, or match sources and informants first.")
            : chosen.DistinctBy(s => s.Id).ToList();
    }

    // The last argument is who acts, where somebody who codes the source blind has not finished it.
    private static Problem? Refusal(AssignmentKind kind, IReadOnlyList<string> names, string source, IReadOnlyList<string> blind, string? whileWaiting)
    {
        if (kind != AssignmentKind.Blind && whileWaiting is not null && blind.Contains(whileWaiting))
            return new Problem("assignment/own", $"'{whileWaiting}' codes '{source}' blind and cannot lift that. Let who leads the coding do it, or finish it first.", source);
        if (kind == AssignmentKind.Blind && names.Union(blind, StringComparer.Ordinal).Count() < 2)
            return new Problem("assignment/coders", "Blind double coding needs two coders. Name at least two, such as Ratna,Bima.", source);
        var left = blind.Except(names, StringComparer.Ordinal).ToList();
        return kind == AssignmentKind.Withdrawn && left.Count == 1 && blind.Count > 1
            ? new Problem("assignment/coders", string.Create(CultureInfo.InvariantCulture, $"Only '{left[0]}' would then code '{source}' blind, and that needs two coders. Assign another first, or withdraw all of them."), source)
            : null;
    }
}
