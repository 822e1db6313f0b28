using Jembatan.App.Lookups;
using Jembatan.App.Traces;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Notes;

/// <summary>Keeps a memo of a coder on anything: the study, a source, a code, a coding, an informant, a strategy, a rating and what follows from it.</summary>
public static class WriteNote
{
    private static readonly string[] Kinds = ["source", "code", "strategy", "criterion", "informant", "coding", "evidence", "rating", "misfit", "recommendation", "performance"];

    /// <param name="Target"><c>study</c>, or a name, label or identity, with its kind before it (<c>code:FI02</c>) where it is not clear.</param>
    /// <param name="Text">The memo; empty takes the coder's memo on it away. A second one replaces the first.</param>
    public sealed record Request(string Target, string Text);

    /// <param name="NoteId">Null when there is none any more.</param>
    /// <param name="Kind">What it is on.</param>
    /// <param name="Name">How people call that.</param>
    public sealed record Response(Id<Note>? NoteId, string Kind, string Name, string Text);

    /// <returns>The memo, or <c>note/not-found</c>, <c>note/ambiguous</c>, <c>KIND/not-found</c>, <c>KIND/ambiguous</c>.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, string coder, JembatanDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var found = await FindAsync(request.Target.Trim(), db, cancellationToken);
        if (found.Problem is { } problem) return problem;
        var target = found.Value;
        var acting = await db.CoderAsync(coder, cancellationToken);
        var note = await db.Notes.FirstOrDefaultAsync(n => n.TargetId == target.Id && n.CoderId == acting.Id, cancellationToken);
        var text = request.Text.Trim();
        if (text.Length == 0)
        {
            if (note is not null) db.Notes.Remove(note);
            await db.CommitAsync("Remove note", acting.Id, cancellationToken);
            return new Response(null, target.Kind, target.Name, "");
        }

        if (note is null) db.Notes.Add(note = new Note(target.Kind, target.Id, text, acting.Id, clock.GetUtcNow()));
        else note.Write(text);
        await db.CommitAsync("Write note", acting.Id, cancellationToken);
        return new Response(note.Id, target.Kind, target.Name, text);
    }

    private sealed record Target(string Kind, Guid Id, string Name);

    private static async Task<Result<Target>> FindAsync(string asked, JembatanDb db, CancellationToken cancellationToken)
    {
        if (asked == "study") return await db.StudyAsync(cancellationToken) is { IsOk: true, Value: var study } ? new Target("study", study.Id.Value, study.Title) : Problem.NotFound("study", asked);
        if (asked.Split(':', 2) is [var before, { Length: > 0 } after] && Kinds.Contains(before)) return await OfKindAsync(before, after, db, cancellationToken);

        var found = new List<Target>();
        foreach (var kind in Kinds)
        {
            var one = await OfKindAsync(kind, asked, db, cancellationToken);
            if (one.IsOk) found.Add(one.Value);
            else if (one.Problem.Code.EndsWith("/ambiguous", StringComparison.Ordinal)) return one;
        }

        // A transcript and the informant in it often share a name; the transcript is meant.
        if (found is [{ Kind: "source" } source, { Kind: "informant" }]) return source;
        return found.Count switch
        {
            1 => found[0],
            0 => new Problem("note/not-found", $"Nothing in this study is called '{asked}'. Write its kind before it, such as 'code:FI02', or list what there is.", asked),
            _ => new Problem("note/ambiguous", $"'{asked}' stands for {found.Count} things: {string.Join(", ", found.Select(f => f.Kind))}. Write the kind before it, such as '{found[0].Kind}:{asked}'.", asked),
        };
    }

    private static async Task<Result<Target>> OfKindAsync(string kind, string name, JembatanDb db, CancellationToken cancellationToken) => kind switch
    {
        "source" => Of(kind, await db.SourceAsync(name, cancellationToken), s => s.Name),
        "code" => Of(kind, await db.CodeAsync(name, cancellationToken), c => c.Label),
        "strategy" => Of(kind, await db.StrategyAsync(name, cancellationToken), s => s.Label),
        "criterion" => Of(kind, await db.CriterionAsync(name, cancellationToken), c => c.Label),
        "informant" => Of(kind, await db.InformantAsync(name, cancellationToken), i => i.Name),
        "coding" => Of(kind, await db.CodingAsync(name, cancellationToken), c => c.Quote),
        "evidence" => Of(kind, await db.EvidenceAsync(name, cancellationToken), e => e.Statement),
        _ => await ByTraceAsync(kind, name, db, cancellationToken),
    };

    private static Result<Target> Of<T>(string kind, Result<T> found, Func<T, string> name) where T : IEntity =>
        found.Problem is { } problem ? problem : new Target(kind, found.Value.Key, name(found.Value));

    private static async Task<Result<Target>> ByTraceAsync(string kind, string name, JembatanDb db, CancellationToken cancellationToken)
    {
        var trace = await Trace.HandleAsync(new($"{kind}:{name}", Depth: 0), db, cancellationToken);
        if (trace.Problem is { Code: "trace/ambiguous" } twice) return twice with { Code = $"{kind}/ambiguous" };
        return trace.IsOk && trace.Value.Id.Split(':', 2) is [var of, var id] && of == kind && Guid.TryParse(id, out var key)
            ? new Target(kind, key, trace.Value.Node.Label.En)
            : Problem.NotFound(kind, name);
    }
}
