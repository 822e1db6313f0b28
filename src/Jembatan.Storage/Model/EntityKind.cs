using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.Storage.Model;

/// <summary>One type of entity, for code that treats all of them alike.</summary>
internal abstract class EntityKind
{
    /// <summary>Every type of entity; those that others refer to come first.</summary>
    public static IReadOnlyList<EntityKind> All { get; } =
    [
        Of<Study>(), Of<Coder>(), Of<Informant>(), Of<Variable>(), Of<VariableValue>(), Of<Source>(), Of<SourceRevision>(), Of<Code>(), Of<CodebookVersion>(),
        Of<Strategy>(), Of<Performance>(), Of<Coding>(), Of<DoneMark>(), Of<Assignment>(), Of<Note>(), Of<Evidence>(), Of<Factor>(), Of<Criterion>(), Of<Rating>(), Of<Verdict>(),
        Of<Misfit>(), Of<Recommendation>(), Of<Narrative>(), Of<MergeChoice>(),
    ];

    /// <summary>The type.</summary>
    public abstract Type Type { get; }

    /// <summary>The name that the journal gives it.</summary>
    public string Name => Type.Name;

    /// <summary>The kind of a name; null when there is none.</summary>
    public static EntityKind? Find(string name) => All.FirstOrDefault(k => string.Equals(k.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The kind of a name that the journal holds.</summary>
    public static EntityKind Named(string name) => Find(name) ?? throw new InvalidDataException($"The journal names an unknown kind of entity '{name}'.");

    /// <summary>All rows in the order of their identities, not tracked.</summary>
    public abstract IAsyncEnumerable<IEntity> Rows(JembatanDb db);

    /// <summary>The entity as it is now, tracked; null when it is not there.</summary>
    public abstract Task<IEntity?> FindAsync(JembatanDb db, Guid id, CancellationToken cancellationToken);

    /// <summary>Whether it is there.</summary>
    public abstract Task<bool> ExistsAsync(JembatanDb db, Guid id, CancellationToken cancellationToken);

    /// <summary>An entity whose fields are still to be set.</summary>
    public IEntity Blank() => (IEntity)Activator.CreateInstance(Type, nonPublic: true)!;

    private static Kind<T> Of<T>() where T : class, IEntity => new();

    private sealed class Kind<T> : EntityKind where T : class, IEntity
    {
        public override Type Type => typeof(T);

        public override IAsyncEnumerable<IEntity> Rows(JembatanDb db) => db.Set<T>().AsNoTracking().OrderBy(e => EF.Property<Id<T>>(e, "Id")).AsAsyncEnumerable();

        public override async Task<IEntity?> FindAsync(JembatanDb db, Guid id, CancellationToken cancellationToken) => await db.FindAsync<T>([new Id<T>(id)], cancellationToken);

        public override async Task<bool> ExistsAsync(JembatanDb db, Guid id, CancellationToken cancellationToken)
        {
            var wanted = new Id<T>(id);
            return await db.Set<T>().AnyAsync(e => EF.Property<Id<T>>(e, "Id") == wanted, cancellationToken);
        }
    }
}
