namespace Jembatan.Core.Qualitative;

/// <summary>This coder is to code this source. Blind: until all who are assigned blind have finished it, none of them sees what another coded.</summary>
public sealed class Assignment : IEntity
{
    private Assignment() { }

    /// <summary>A new assignment.</summary>
    /// <param name="sourceId">The source.</param>
    /// <param name="coderId">The coder.</param>
    /// <param name="blind">Whether the coder works blind.</param>
    /// <param name="at">When.</param>
    public Assignment(Id<Source> sourceId, Id<Coder> coderId, bool blind, DateTimeOffset at) =>
        (Id, SourceId, CoderId, Blind, At) = (Id<Assignment>.New(), sourceId, coderId, blind, at);

    /// <summary>Its identity.</summary>
    public Id<Assignment> Id { get; private set; }

    Guid IEntity.Key => Id.Value;

    /// <summary>The source.</summary>
    public Id<Source> SourceId { get; private set; }

    /// <summary>The coder.</summary>
    public Id<Coder> CoderId { get; private set; }

    /// <summary>Whether the coder works blind.</summary>
    public bool Blind { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Lets the coder work blind, or not any more.</summary>
    /// <param name="blind">Whether.</param>
    public void Work(bool blind) => Blind = blind;
}
