using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;
using Jembatan.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.Storage.Journal;

/// <summary>A reference that the database does not watch over: in a list, or to a thing of any kind.</summary>
/// <param name="From">The entity that refers.</param>
/// <param name="Kind">Kind of what it refers to.</param>
/// <param name="Id">Identity of what it refers to.</param>
internal readonly record struct SoftReference(IEntity From, string Kind, Guid Id);

/// <summary>Finds references that no foreign key holds.</summary>
internal static class SoftReferences
{
    private const int Few = 40;

    /// <summary>The kinds of entity that hold such references.</summary>
    public static IReadOnlyList<string> Holders { get; } =
        [nameof(Code), nameof(Note), nameof(Strategy), nameof(Factor), nameof(Rating), nameof(Misfit), nameof(Recommendation)];

    /// <summary>What an entity refers to beside its foreign keys.</summary>
    public static IEnumerable<SoftReference> Of(IEntity entity)
    {
        IEnumerable<(string, Guid)> to = entity switch
        {
            Code c => [.. One(c.MergedInto), .. One(c.AnchorExample)],
            Note n => EntityKind.Find(n.TargetKind) is { } kind ? [(kind.Name, n.TargetId)] : [],
            Strategy s => s.Mechanism.SelectMany(id => One<Code>(id)),
            Factor f => f.Evidence.SelectMany(id => One<Evidence>(id)),
            Rating r => r.Evidence.SelectMany(id => One<Evidence>(id)),
            Misfit m => m.Details.Causes.SelectMany(id => One<Code>(id)),
            Recommendation r =>
            [
                .. r.Details.Misfits.SelectMany(id => One<Misfit>(id)), .. One(r.Details.StrategyId),
                .. r.Details.Causes.SelectMany(id => One<Code>(id)), .. r.Details.Evidence.SelectMany(id => One<Evidence>(id)),
            ],
            _ => [],
        };
        return to.Select(t => new SoftReference(entity, t.Item1, t.Item2));
    }

    /// <summary>References to any of these, which are there no longer.</summary>
    public static async IAsyncEnumerable<SoftReference> ToAsync(
        JembatanDb db, IReadOnlyDictionary<Guid, string> gone, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var kinds = gone.Values.ToHashSet();
        foreach (var id in gone.Count <= Few ? gone.Keys : [])
        {
            foreach (var note in await db.Notes.AsNoTracking().Where(n => n.TargetId == id).ToListAsync(cancellationToken)) yield return new(note, gone[id], id);
        }

        foreach (var holder in Holders)
        {
            if (!CanName(holder, kinds) || (holder == nameof(Note) && gone.Count <= Few)) continue;
            await foreach (var entity in EntityKind.Named(holder).Rows(db).WithCancellation(cancellationToken))
            {
                foreach (var reference in Of(entity))
                {
                    if (gone.ContainsKey(reference.Id)) yield return reference;
                }
            }
        }
    }

    private static bool CanName(string holder, HashSet<string> kinds) => holder switch
    {
        nameof(Code) => kinds.Contains(nameof(Code)) || kinds.Contains(nameof(Coding)),
        nameof(Strategy) or nameof(Misfit) => kinds.Contains(nameof(Code)),
        nameof(Factor) or nameof(Rating) => kinds.Contains(nameof(Evidence)),
        nameof(Recommendation) => kinds.Overlaps([nameof(Misfit), nameof(Strategy), nameof(Code), nameof(Evidence)]),
        _ => true,
    };

    private static IEnumerable<(string, Guid)> One<T>(Id<T>? id) => id is { } there ? [(typeof(T).Name, there.Value)] : [];
}
