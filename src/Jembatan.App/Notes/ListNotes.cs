using Jembatan.App.Agreement;
using Jembatan.App.Lookups;
using Jembatan.App.Traces;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Notes;

/// <summary>Reads memos, newest first, each with the name of what it is on.</summary>
public static class ListNotes
{
    /// <param name="On">Identities of the things that they are on; null for all memos of the study.</param>
    public sealed record Request(IReadOnlyCollection<Guid>? On = null);

    public sealed record Response(IReadOnlyList<Row> Notes);

    /// <param name="Kind">What it is on: <c>study</c>, <c>source</c>, <c>code</c>, <c>coding</c>, <c>strategy</c> and so on.</param>
    /// <param name="On">Identity of that.</param>
    /// <param name="Thing">How people call it, and where it stands.</param>
    public sealed record Row(Id<Note> Id, string Kind, Guid On, NotedThing Thing, string Text, string Coder, DateTimeOffset At)
    {
        /// <summary>What <see cref="WriteNote"/> takes for it.</summary>
        public string Target => Kind == "study" ? Kind : $"{Kind}:{On}";
    }

    /// <remarks>While sources are coded blind, memos of others on them and on what was coded there are left out, as the codings are.</remarks>
    public static async Task<Result<Response>> HandleAsync(Request request, JembatanDb db, CancellationToken cancellationToken)
    {
        var asked = db.Notes.AsNoTracking().Where(n => n.TargetKind != Settlements.Kind);
        if (request.On is { } on)
        {
            var ids = on.ToList();
            asked = asked.Where(n => ids.Contains(n.TargetId));
        }

        var notes = (await asked.ToListAsync(cancellationToken)).Where(n => !IsHidden(n, db.Blindfold)).ToList();
        var coders = await db.Coders.AsNoTracking().ToDictionaryAsync(c => c.Id, c => c.Name, cancellationToken);
        var things = await ThingsAsync(notes, db, cancellationToken);
        return new Response([.. notes.Where(n => n.TargetKind != "coding" || things.ContainsKey(n.TargetId)).OrderByDescending(n => n.At).ThenBy(n => n.Id.Value)
            .Select(n => new Row(n.Id, n.TargetKind, n.TargetId, things.GetValueOrDefault(n.TargetId, NotedThing.Gone), n.Text, coders.GetValueOrDefault(n.CoderId, "?"), n.At))]);
    }

    private static bool IsHidden(Note note, Blindfold? blind) => blind is not null && note.CoderId != blind.Reader
        && (note.TargetKind == "evidence" || (note.TargetKind == "source" && blind.Sources.Contains(new Id<Source>(note.TargetId))));

    private static async Task<Dictionary<Guid, NotedThing>> ThingsAsync(List<Note> notes, JembatanDb db, CancellationToken cancellationToken)
    {
        var found = new Dictionary<Guid, NotedThing>();
        var wanted = notes.ToLookup(n => n.TargetKind, n => n.TargetId);
        var codings = wanted["coding"].Distinct().Select(id => new Id<Coding>(id)).ToList();
        if (codings.Count > 0)
        {
            var rows = from c in db.SeenCodings
                       join s in db.Sources on c.SourceId equals s.Id
                       join k in db.Codes on c.CodeId equals k.Id
                       where codings.Contains(c.Id)
                       select new { c.Id, c.Quote, c.Start, c.End, Source = s.Name, Code = k.Label };
            foreach (var c in await rows.ToListAsync(cancellationToken)) found[c.Id.Value] = new(Bilingual.Same($"{c.Code} · {c.Source}"), c.Source, c.Start, c.End, c.Quote);
        }

        if (wanted["source"].Any())
            foreach (var s in await db.Sources.AsNoTracking().ToListAsync(cancellationToken)) found[s.Id.Value] = new(Bilingual.Same(s.Name), s.Name);
        if (wanted["code"].Any())
            foreach (var c in await db.Codes.AsNoTracking().ToListAsync(cancellationToken)) found[c.Id.Value] = new(new($"{c.Label} {c.Name.In(Language.Indonesian)}", $"{c.Label} {c.Name.In(Language.English)}"), c.Label);
        if (wanted["strategy"].Any())
            foreach (var s in await db.Strategies.AsNoTracking().ToListAsync(cancellationToken)) found[s.Id.Value] = new(s.Details.Title, s.Label);
        if (wanted["study"].Any() && await db.StudyAsync(cancellationToken) is { IsOk: true, Value: var study }) found[study.Id.Value] = new(Bilingual.Same(study.Title), "");
        foreach (var note in notes.Where(n => n.TargetKind != "coding" && !found.ContainsKey(n.TargetId)).DistinctBy(n => n.TargetId))
        {
            var trace = await Trace.HandleAsync(new($"{note.TargetKind}:{note.TargetId}", Depth: 0), db, cancellationToken);
            if (trace.IsOk) found[note.TargetId] = new(trace.Value.Node.Label, "");
        }

        return found;
    }
}

/// <summary>What a memo is on.</summary>
/// <param name="Name">How people call it.</param>
/// <param name="Key">Name of the source, label of the code or strategy, of a coding its source; empty for anything else.</param>
/// <param name="Start">Of a coding its first position, code points.</param>
/// <param name="End">Of a coding the position after its last.</param>
/// <param name="Quote">Of a coding its words.</param>
public sealed record NotedThing(Bilingual Name, string Key, int Start = 0, int End = 0, string? Quote = null)
{
    internal static readonly NotedThing Gone = new(new("sudah tidak ada dalam studi", "no longer in the study"), "");
}
