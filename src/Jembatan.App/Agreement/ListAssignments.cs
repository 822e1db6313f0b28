using Jembatan.App.Sources;
using Jembatan.App.Studies;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Agreement;

/// <summary>Lists who is to code each source, whether they work blind, and who has finished; nothing of what they coded.</summary>
public static class ListAssignments
{
    public sealed record Request;

    /// <param name="Sources">Every source, by name.</param>
    /// <param name="Coders">Everybody who can be assigned: all coders of the study but the consensus and the program, which brought the template.</param>
    public sealed record Response(IReadOnlyList<Row> Sources, IReadOnlyList<string> Coders);

    /// <param name="Coders">Who is assigned, by name.</param>
    /// <param name="OthersDone">Who has finished it without being assigned.</param>
    /// <param name="Purged">Whether its text was overwritten on withdrawn consent.</param>
    public sealed record Row(Id<Source> Id, string Source, InformantCard? Informant, IReadOnlyList<Place> Coders, IReadOnlyList<string> OthersDone, bool Purged)
    {
        /// <summary>Whether somebody codes it blind.</summary>
        public bool IsBlind => Coders.Any(c => c.Blind);

        /// <summary>Whether those who code it blind may see each other's work, since all of them have finished; null when nobody codes it blind.</summary>
        public bool? IsOpened => IsBlind ? Coders.All(c => !c.Blind || c.Done) : null;
    }

    /// <param name="Blind">Whether the coder works blind.</param>
    /// <param name="Done">Whether the coder has finished the source.</param>
    public sealed record Place(string Coder, bool Blind, bool Done);

    public static async Task<Result<Response>> HandleAsync(Request request, JembatanDb db, CancellationToken cancellationToken)
    {
        var sources = await db.Sources.AsNoTracking().OrderBy(s => s.Name).Select(s => new { s.Id, s.Name, s.InformantId, s.Purged }).ToListAsync(cancellationToken);
        var coders = await db.Coders.AsNoTracking().ToDictionaryAsync(c => c.Id, c => c.Name, cancellationToken);
        var assigned = (await db.Assignments.AsNoTracking().ToListAsync(cancellationToken)).ToLookup(a => a.SourceId);
        var done = (await db.DoneMarks.AsNoTracking().Select(d => new { d.SourceId, d.CoderId }).ToListAsync(cancellationToken)).ToLookup(d => d.SourceId, d => d.CoderId);
        var informants = await InformantCard.AllAsync(db, cancellationToken);
        return new Response(
            [.. sources.Select(s =>
            {
                var finished = done[s.Id].ToHashSet();
                var places = assigned[s.Id].Select(a => new Place(coders[a.CoderId], a.Blind, finished.Remove(a.CoderId))).OrderBy(p => p.Coder, StringComparer.Ordinal);
                IReadOnlyList<Place> ordered = [.. places];
                return new Row(s.Id, s.Name, s.InformantId is { } id ? informants.GetValueOrDefault(id) : null, ordered, [.. finished.Select(c => coders[c]).Order(StringComparer.Ordinal)], s.Purged);
            })],
            [.. coders.Values.Where(n => n is not (CodedSources.Consensus or Template.CoderName)).Order(StringComparer.Ordinal)]);
    }
}
