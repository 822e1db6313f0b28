using System.Globalization;
using Jembatan.App.Agreement;
using Jembatan.App.Codebooks;
using Jembatan.App.Codings;
using Jembatan.App.Journals;
using Jembatan.App.Lookups;
using Jembatan.App.Notes;
using Jembatan.App.Sources;
using Jembatan.App.Traces;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage;

namespace Jembatan.Web.Sources;

/// <summary>All that one page of a transcript shows, read once.</summary>
/// <param name="Coders">Who has coded here.</param>
/// <param name="Shown">Codings shown, after the filter by coder.</param>
/// <param name="Selected">Codings on the words that the address points to, the one asked for first.</param>
/// <param name="UsedBy">What rests on the first of them.</param>
/// <param name="History">This coder's latest steps.</param>
/// <param name="Notes">Memos on the source and on those codings.</param>
/// <param name="Blind">Who codes it blind; null when nobody does.</param>
public sealed record Reading(
    Source Source, InformantCard? Informant, CanonicalText Text, SourceRevision Revision, IReadOnlyList<Line> Lines, IReadOnlyList<string> Coders, IReadOnlyList<CodingRow> Shown,
    ListCodes.Response Codebook, (int Start, int End)? At, IReadOnlyList<CodingRow> Selected, IReadOnlyList<TraceNode> UsedBy, IReadOnlyList<ReadJournal.Entry> History, IReadOnlyList<string> DoneBy,
    IReadOnlyList<ListNotes.Row> Notes, BlindCoding? Blind)
{
    public IReadOnlyDictionary<string, ListCodes.Row> Codes { get; } = Codebook.Codes.ToDictionary(c => c.Code);

    /// <param name="Name">Name of the source.</param>
    /// <param name="At">Positions as the address writes them, <c>START-END</c>.</param>
    /// <param name="Coding">Identity of a coding to open.</param>
    /// <param name="By">Show only this coder's codings.</param>
    public sealed record Request(string Name, string? At, string? Coding, string? By);

    public static async Task<Result<Reading>> ReadAsync(Request request, string coder, JembatanDb db, CancellationToken cancellationToken)
    {
        var found = await db.SourceAsync(request.Name, cancellationToken);
        if (found.Problem is { } missing) return missing;
        var source = found.Value;
        var current = await CurrentText.OfAsync(source, db, cancellationToken);
        if (current.Problem is { } purged) return purged;
        var listed = await ListCodings.HandleAsync(new(Source: source.Name), db, cancellationToken);
        if (listed.Problem is { } problem) return problem;
        var codebook = await ListCodes.HandleAsync(new(WithInformants: false), db, cancellationToken);
        if (codebook.Problem is { } noBook) return noBook;
        var here = listed.Value.Codings.Where(c => c.Revision == current.Value.Revision.Number && !c.Orphaned).ToList();
        var shown = request.By is { Length: > 0 } by ? here.Where(c => c.Coder == by).ToList() : here;
        var at = Place(request.At, current.Value.Text.Length);
        var asked = here.FirstOrDefault(c => c.Id.ToString() == request.Coding);
        if (at is null && asked is not null) at = (asked.Start, asked.End);
        var selected = at is { } place
            ? here.Where(c => c.Start < place.End && c.End > place.Start).OrderByDescending(c => c == asked).ThenByDescending(c => c.Start == place.Start && c.End == place.End).ThenBy(c => c.Start).ToList()
            : [];
        var journal = await ReadJournal.HandleAsync(new(Coder: coder, Limit: 8), db, cancellationToken);
        var sources = await ListSources.HandleAsync(new(source.Id), db, cancellationToken);
        var notes = await ListNotes.HandleAsync(new([source.Id.Value, .. selected.Select(c => c.Id.Value)]), db, cancellationToken);
        var row = sources is { IsOk: true, Value.Sources: [var only] } ? only : null;
        return new Reading(
            source, row?.Informant, current.Value.Text, current.Value.Revision, Transcript.Cut(current.Value.Text, current.Value.Revision.Turns, shown, at),
            [.. here.Select(c => c.Coder).Distinct().Order(StringComparer.Ordinal)], shown, codebook.Value, at, selected, await UsedByAsync(selected, db, cancellationToken),
            journal.IsOk ? journal.Value.Entries : [], row?.DoneBy ?? [], notes.IsOk ? notes.Value.Notes : [], await Blinds.OnAsync(db, source.Id, cancellationToken));
    }

    /// <summary>Positions from an address; null when they are not a stretch of the text.</summary>
    public static (int Start, int End)? Place(string? at, int length)
    {
        var parts = at?.Split('-') ?? [];
        return parts.Length == 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var end) && start < end && end <= length ? (start, end) : null;
    }

    private static async Task<IReadOnlyList<TraceNode>> UsedByAsync(List<CodingRow> selected, JembatanDb db, CancellationToken cancellationToken)
    {
        if (selected.Count == 0) return [];
        var trace = await Trace.HandleAsync(new(TraceId.Of(selected[0].Id), TraceDirection.Up), db, cancellationToken);
        return trace.IsOk ? trace.Value.Node.Up : [];
    }
}
