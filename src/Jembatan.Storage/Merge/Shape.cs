using Jembatan.Storage.Journal;
using Jembatan.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Jembatan.Storage.Merge;

/// <summary>What merging needs to know of a kind of entity, read from the model: references, what must be unique, and which fields tell both.</summary>
internal sealed class Shape
{
    private Shape(EntityKind kind, IEntityType type, int order)
    {
        (Kind, Type, Order) = (kind, type, order);
        References = [.. type.GetForeignKeys().Select(k => (k.Properties[0].Name, k.PrincipalEntityType.ClrType.Name)).OrderBy(r => r.Item1, StringComparer.Ordinal)];
        var unique = type.GetIndexes().Where(i => i.IsUnique).ToList();
        Key = unique.Where(i => i.GetFilter() is null).OrderByDescending(i => i.Properties.Count).FirstOrDefault()?.Properties.Select(p => p.Name).ToArray() ?? [];
        NullsAreEqual = unique.Any(i => i.GetFilter() is not null);
        IsReferred = type.GetReferencingForeignKeys().Any();
        Label = Key.Length == 1 && IsReferred && type.FindProperty(Key[0])!.ClrType == typeof(string) ? Key[0] : null;
        HoldsSoft = SoftReferences.Holders.Contains(Name);
        Watched = [.. References.Select(r => r.Field).Concat(Key).Concat(Name is nameof(Core.Qualitative.Source) or nameof(Core.Qualitative.SourceRevision) ? ["Revision", "Number", "TextHash", "Length"] : Array.Empty<string>()).Distinct()];
        Self = References.Select(r => r.Target).ToList().IndexOf(Name);
    }

    /// <summary>All kinds by name.</summary>
    public static Dictionary<string, Shape> Of(IModel model) =>
        EntityKind.All.Select((kind, i) => new Shape(kind, model.FindEntityType(kind.Type)!, i)).ToDictionary(s => s.Name);

    public EntityKind Kind { get; }

    public IEntityType Type { get; }

    /// <summary>Its place: those that others refer to come first.</summary>
    public int Order { get; }

    public string Name => Kind.Name;

    /// <summary>Foreign keys: the field, and the kind that it names.</summary>
    public (string Field, string Target)[] References { get; }

    /// <summary>Fields that are unique together; empty when none are.</summary>
    public string[] Key { get; }

    /// <summary>Whether two entities without a value in a field of the key have the same key.</summary>
    public bool NullsAreEqual { get; }

    /// <summary>Whether foreign keys point to it.</summary>
    public bool IsReferred { get; }

    /// <summary>The one field by which people name it, unique among its kind; null for kinds that fill a slot, such as a coder's mark on a source.</summary>
    public string? Label { get; }

    /// <summary>Whether it names others in lists that no foreign key holds.</summary>
    public bool HoldsSoft { get; }

    /// <summary>Fields that tell references and keys.</summary>
    public string[] Watched { get; }

    /// <summary>Place of the reference to its own kind, such as a code's parent; −1 when there is none.</summary>
    public int Self { get; }
}
