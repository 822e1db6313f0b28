namespace Jembatan.Storage.Journal;

/// <summary>Why a change set is there.</summary>
public enum ChangeSetKind
{
    /// <summary>Somebody did something.</summary>
    Act,

    /// <summary>It takes back the set named in <see cref="ChangeSet.Target"/>.</summary>
    Undo,

    /// <summary>It does again the set named in <see cref="ChangeSet.Target"/>.</summary>
    Redo,

    /// <summary>Text was overwritten on withdrawn consent; it cannot be undone.</summary>
    Purge,

    /// <summary>The study was made; it cannot be undone.</summary>
    Create,
}

/// <summary>What happened to an entity.</summary>
public enum ChangeOperation
{
    /// <summary>It was added; the payload holds its fields.</summary>
    Add,

    /// <summary>Fields were set; the payload holds each as [before, after].</summary>
    Set,

    /// <summary>It was removed; the payload holds its fields.</summary>
    Remove,

    /// <summary>Many of one kind were added; the payload is a compressed array of their fields.</summary>
    AddMany,

    /// <summary>Many of one kind were removed; the payload is a compressed array of their fields.</summary>
    RemoveMany,
}

/// <summary>One user action in the journal.</summary>
public sealed class ChangeSet
{
    /// <summary>Its identity.</summary>
    public Guid Id { get; internal set; }

    /// <summary>What was done, in English, such as <c>Apply code</c>.</summary>
    public string Label { get; internal set; } = "";

    /// <summary>Who did it; null for the program itself.</summary>
    public Guid? CoderId { get; internal set; }

    /// <summary>The copy of the study in which it was done.</summary>
    public Guid ReplicaId { get; internal set; }

    /// <summary>Hybrid logical clock: milliseconds since 1970 in the upper 48 bits, a counter below.</summary>
    public long Clock { get; internal set; }

    /// <summary>Wall time.</summary>
    public DateTimeOffset At { get; internal set; }

    /// <summary>Why it is there.</summary>
    public ChangeSetKind Kind { get; internal set; }

    /// <summary>The set that it undoes or redoes.</summary>
    public Guid? Target { get; internal set; }
}

/// <summary>What a change set did to one entity.</summary>
public sealed class Change
{
    /// <summary>The set.</summary>
    public Guid ChangeSetId { get; internal set; }

    /// <summary>Place in the set.</summary>
    public int Ordinal { get; internal set; }

    /// <summary>Name of the entity type.</summary>
    public string Entity { get; internal set; } = "";

    /// <summary>The entity; empty for many.</summary>
    public Guid EntityId { get; internal set; }

    /// <summary>What happened.</summary>
    public ChangeOperation Operation { get; internal set; }

    /// <summary>Fields as JSON (UTF-8), absent ones null; of fields set, [before, after]; for many, a compressed array.</summary>
    public byte[] Payload { get; internal set; } = [];
}

/// <summary>This copy of the study.</summary>
public sealed class Replica
{
    /// <summary>Its identity; another copy has another.</summary>
    public Guid Id { get; internal set; }

    /// <summary>Whether a program has it open for writing, as the file itself knows without its log.</summary>
    public bool InUse { get; internal set; }

    /// <summary>Whether it was once found without the log of its last use, so that changes may be missing.</summary>
    public bool LogLost { get; internal set; }
}

/// <summary>Text that is kept once, by its hash; only a purge overwrites it.</summary>
public sealed class Blob
{
    /// <summary>SHA-256 of the content as first stored, lower-case hex.</summary>
    public string Hash { get; internal set; } = "";

    /// <summary>UTF-8 text.</summary>
    public byte[] Content { get; internal set; } = [];
}
