namespace Jembatan.Storage.Merge;

/// <summary>How two copies differ about one thing.</summary>
public enum ConflictKind
{
    /// <summary>Both changed the same field; the later write stands until somebody chooses.</summary>
    Field,

    /// <summary>One removed it, the other changed it; it is gone until somebody chooses.</summary>
    RemovedAndChanged,

    /// <summary>One removed it, the other still uses it; it stays until somebody chooses.</summary>
    RemovedAndUsed,

    /// <summary>Together both moves would close a circle; the later move is left out until somebody chooses.</summary>
    Circle,

    /// <summary>Both gave the same name to different things; the later one has a number added.</summary>
    SameName,

    /// <summary>One took a code out of use or merged it into another, the other coded with it; it stays out of use, and with it the new codings, until somebody chooses.</summary>
    RetiredAndUsed,
}

/// <summary>Something that merging could not settle for people: both values, the one that stands, and what is needed to choose the other.</summary>
/// <remarks>Rows belong to this copy and are carried along by merging; a choice is a journalled <c>MergeChoice</c>.</remarks>
public sealed class Conflict
{
    /// <summary>Its identity, the same in every copy.</summary>
    public Guid Id { get; internal set; }

    /// <summary>How the copies differ.</summary>
    public ConflictKind Kind { get; internal set; }

    /// <summary>Kind of the thing.</summary>
    public string Entity { get; internal set; } = "";

    /// <summary>The thing.</summary>
    public Guid EntityId { get; internal set; }

    /// <summary>What people call it; empty when nothing serves.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>The field; empty when the whole thing is meant.</summary>
    public string Field { get; internal set; } = "";

    /// <summary>Value of this copy, as JSON; null for none. Of a thing removed: all its fields.</summary>
    public string? Ours { get; internal set; }

    /// <summary>Value of the other copy, as JSON; null for none.</summary>
    public string? Theirs { get; internal set; }

    /// <summary>The change set that wrote this copy's value.</summary>
    public Guid OurSet { get; internal set; }

    /// <summary>The change set that wrote the other copy's value.</summary>
    public Guid TheirSet { get; internal set; }

    /// <summary>Whether this copy's value was taken.</summary>
    public bool TookOurs { get; internal set; }

    /// <summary>When the copies were merged.</summary>
    public DateTimeOffset At { get; internal set; }
}

/// <summary>An identity that merging folded into another: both copies had made the same thing.</summary>
public sealed class Alias
{
    /// <summary>The identity that stands no longer by itself.</summary>
    public Guid Id { get; internal set; }

    /// <summary>Kind of the thing.</summary>
    public string Entity { get; internal set; } = "";

    /// <summary>The identity that stands for it.</summary>
    public Guid StandsFor { get; internal set; }
}
