namespace Jembatan.Simulation.Membership;

/// <summary>States of a stretch of persons in every month, person-major.</summary>
/// <param name="persons">Most persons held.</param>
/// <param name="months">Months after the start.</param>
internal sealed class StateRecord(long persons, int months)
{
    /// <summary>The states, months + 1 a person.</summary>
    public byte[] States { get; } = new byte[persons * (months + 1)];

    /// <summary>Place in the sample of the first person held.</summary>
    public long First { get; set; }

    /// <summary>The state of a person in a month.</summary>
    /// <param name="place">Place in the sample.</param>
    /// <param name="month">Months after the start.</param>
    public ref byte At(long place, int month) => ref States[((place - First) * (months + 1)) + month];
}
