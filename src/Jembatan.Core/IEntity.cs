namespace Jembatan.Core;

/// <summary>A thing of a study that is stored, journalled and exported under its own identity.</summary>
/// <remarks>Entities change only through named methods; the journal sees every change.</remarks>
public interface IEntity
{
    /// <summary>The identity as a plain GUID.</summary>
    Guid Key { get; }
}

/// <summary>Marks an interface that others may implement outside this repository.</summary>
[AttributeUsage(AttributeTargets.Interface)]
public sealed class ExtensionPointAttribute : Attribute;
