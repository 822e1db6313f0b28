namespace Jembatan.Simulation.Parameters;

/// <summary>What a parameter rests on; the grade floors how sure its prior may be.</summary>
public enum EvidenceGrade
{
    /// <summary>The institution's own trial or flow of administrative records.</summary>
    A,

    /// <summary>A trial elsewhere.</summary>
    B,

    /// <summary>Observation without a trial.</summary>
    C,

    /// <summary>Elicited from experts, or an assumption that somebody signs.</summary>
    D,

    /// <summary>Interviews alone: the mechanism is named, its size is not evidenced.</summary>
    E,
}

/// <summary>What grades mean in numbers.</summary>
public static class EvidenceGrades
{
    /// <summary>Least standard deviation of a prior on the scale of log-odds.</summary>
    /// <remarks>A .15, B .35, C .5, D .7, E 1.0. <b>Source</b>: a design choice, marked as an assumption in the methods page.</remarks>
    /// <param name="grade">The grade.</param>
    public static double LeastSdLogOdds(EvidenceGrade grade) => grade switch
    {
        EvidenceGrade.A => .15,
        EvidenceGrade.B => .35,
        EvidenceGrade.C => .5,
        EvidenceGrade.D => .7,
        _ => 1.0,
    };
}
