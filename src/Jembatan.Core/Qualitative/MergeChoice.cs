namespace Jembatan.Core.Qualitative;

/// <summary>A reader's choice in a conflict that merging two copies of the study listed.</summary>
public sealed class MergeChoice : IEntity
{
    private MergeChoice() { }

    /// <summary>A new choice.</summary>
    /// <param name="conflictId">The conflict, which has the same identity in every copy.</param>
    /// <param name="chosen">The change set whose value was chosen.</param>
    /// <param name="coderId">Who chose.</param>
    /// <param name="at">When.</param>
    public MergeChoice(Guid conflictId, Guid chosen, Id<Coder> coderId, DateTimeOffset at) =>
        (Id, ConflictId, Chosen, CoderId, At) = (Id<MergeChoice>.New(), conflictId, chosen, coderId, at);

    /// <summary>Its identity.</summary>
    public Id<MergeChoice> Id { get; private set; }

    Guid IEntity.Key => Id.Value;

    /// <summary>The conflict.</summary>
    public Guid ConflictId { get; private set; }

    /// <summary>The change set whose value was chosen.</summary>
    public Guid Chosen { get; private set; }

    /// <summary>Who chose.</summary>
    public Id<Coder> CoderId { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }
}
