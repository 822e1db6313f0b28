using System.Runtime.InteropServices;
using Jembatan.App.Agreement;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Servo;
using Jembatan.Storage;
using Jembatan.Storage.Bulk;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Causes;

/// <summary>Who spoke in a source.</summary>
/// <param name="Witness">The informant; an interview or survey answer without a matched informant stands for one unknown informant.</param>
internal sealed record SpokenSource(Id<Source> Id, string Name, Id<Informant> Witness, string? Informant, InformantGroup? Group);

/// <summary>The codings of a study summed up per code and source; a million codings are never loaded.</summary>
internal sealed class CodeUses
{
    private CodeUses(IReadOnlyDictionary<Id<Source>, SpokenSource> sources, IReadOnlyList<Code> codes, List<CodingCount> counts)
    {
        (Sources, Codes, Counts) = (sources, codes, counts);
        ByName = [.. sources.Values.OrderBy(s => s.Name, StringComparer.Ordinal)];
        var places = ByName.Index().ToDictionary(s => s.Item.Id, s => s.Index);
        var (kept, placeOf) = (0, new int[counts.Count]);
        var all = CollectionsMarshal.AsSpan(counts);
        foreach (var count in all)
        {
            if (!places.TryGetValue(count.Source, out var place)) continue;
            (all[kept], placeOf[kept]) = (count, place);
            kept++;
        }

        counts.RemoveRange(kept, counts.Count - kept);
        PlaceOf = placeOf;
    }

    /// <summary>Sources in which somebody speaks.</summary>
    public IReadOnlyDictionary<Id<Source>, SpokenSource> Sources { get; }

    /// <summary>The same sources in the order of their names.</summary>
    public IReadOnlyList<SpokenSource> ByName { get; }

    public IReadOnlyList<Code> Codes { get; }

    /// <summary>Whose codings are left out; null for nobody's.</summary>
    public Id<Coder>? Except { get; private init; }

    /// <summary>Counts in those sources, code after code.</summary>
    public List<CodingCount> Counts { get; }

    /// <summary>Beside each count, the place of its source among those by name.</summary>
    public int[] PlaceOf { get; }

    /// <summary>Informants with a coded source, each with a group or null.</summary>
    public required IReadOnlyDictionary<Id<Informant>, InformantGroup?> Coded { get; init; }

    /// <summary>Which codings count.</summary>
    /// <param name="coder">Only this coder's; null for any.</param>
    /// <param name="withInterviewer">Also those in interviewer turns.</param>
    /// <param name="except">Not this coder's; null for nobody.</param>
    public static IQueryable<Coding> Counting(JembatanDb db, Id<Coder>? coder, bool withInterviewer, Id<Coder>? except = null)
    {
        var codings = db.SeenCodings.AsNoTracking().Where(c => !c.Orphaned);
        if (!withInterviewer) codings = codings.Where(c => c.Voice != Voice.Interviewer);
        if (except is { } other) codings = codings.Where(c => c.CoderId != other);
        return coder is { } one ? codings.Where(c => c.CoderId == one) : codings;
    }

    /// <summary>The consensus, where coders are taken together: what it holds was copied from them and would count twice. Null where nobody else has coded.</summary>
    public static async Task<Id<Coder>?> CopiedAsync(JembatanDb db, CancellationToken cancellationToken) =>
        await db.Coders.AsNoTracking().FirstOrDefaultAsync(c => c.Name == CodedSources.Consensus, cancellationToken) is { Id: var consensus }
            && await db.SeenCodings.AnyAsync(c => c.CoderId != consensus, cancellationToken) ? consensus : null;

    /// <param name="db">The study.</param>
    /// <param name="coder">Only this coder's codings; null for any.</param>
    /// <param name="withInterviewer">Also codings in interviewer turns.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <param name="only">Only codings of these codes themselves; null for all. Who is coded at all does not depend on it.</param>
    public static async Task<CodeUses> ReadAsync(
        JembatanDb db, Id<Coder>? coder, bool withInterviewer, CancellationToken cancellationToken, IReadOnlyCollection<Id<Code>>? only = null)
    {
        var informants = await db.Informants.AsNoTracking().ToDictionaryAsync(i => i.Id, cancellationToken);
        var sources = (await db.Sources.AsNoTracking().Where(s => s.InformantId != null || s.Kind != SourceKind.Document)
                .Select(s => new { s.Id, s.Name, s.InformantId }).ToListAsync(cancellationToken))
            .Select(s => s.InformantId is { } id && informants.TryGetValue(id, out var known)
                ? new SpokenSource(s.Id, s.Name, id, known.Name, known.Group)
                : new SpokenSource(s.Id, s.Name, new(s.Id.Value), null, null))
            .ToDictionary(s => s.Id);
        var all = coder is { } one ? db.SeenCodings.Where(c => c.CoderId == one) : db.SeenCodings;
        var coded = await db.Sources.AsNoTracking().Where(s => !s.Purged && all.Any(c => c.SourceId == s.Id)).Select(s => s.Id).ToListAsync(cancellationToken);
        var except = coder is null ? await CopiedAsync(db, cancellationToken) : null;
        var counts = await CodingCounts.ReadAsync(db, coder, withOrphaned: false, withInterviewer, cancellationToken, only, except);
        var codes = await db.Codes.AsNoTracking().ToListAsync(cancellationToken);
        return new(sources, codes, counts)
        {
            Except = except,
            Coded = coded.Select(id => sources.GetValueOrDefault(id)).OfType<SpokenSource>().DistinctBy(s => s.Witness).ToDictionary(s => s.Witness, s => s.Group),
        };
    }

    /// <summary>The counts as the ranking takes them.</summary>
    public IReadOnlyList<CodeUse> PerInformant()
    {
        var all = new CodeUse[Counts.Count];
        for (var i = 0; i < all.Length; i++)
        {
            var (c, source) = (Counts[i], ByName[PlaceOf[i]]);
            all[i] = new CodeUse(c.Code, source.Witness, source.Group, c.Holding, c.Contradicting, c.Experience, c.Knowledge, c.Observation);
        }

        return all;
    }
}
