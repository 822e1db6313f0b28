namespace Jembatan.App.Agreement;

/// <summary>How coders work on a source that they are given, or that they are given it no more.</summary>
public enum AssignmentKind
{
    /// <summary>None sees what another coded until all have finished.</summary>
    Blind,

    /// <summary>They see each other's codings.</summary>
    Open,

    /// <summary>They are not to code it any more; what they coded stays.</summary>
    Withdrawn,
}
