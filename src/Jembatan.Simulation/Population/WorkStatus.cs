using Jembatan.Core;

namespace Jembatan.Simulation.Population;

/// <summary>The seven statuses in employment of BPS; the number is that of the questionnaire.</summary>
/// <remarks>Informal are 1, 2, 5, 6 and 7. <b>Source</b>: BPS, Sakernas, question on status in main employment.</remarks>
public enum WorkStatus : byte
{
    /// <summary>Own-account worker.</summary>
    OwnAccount = 1,

    /// <summary>Assisted by temporary or unpaid workers.</summary>
    Assisted = 2,

    /// <summary>Employer with permanent, paid workers. Formal.</summary>
    Employer = 3,

    /// <summary>Employee. Formal.</summary>
    Employee = 4,

    /// <summary>Casual worker in agriculture.</summary>
    CasualAgriculture = 5,

    /// <summary>Casual worker elsewhere.</summary>
    CasualOther = 6,

    /// <summary>Unpaid family worker.</summary>
    FamilyWorker = 7,
}

/// <summary>The words of statuses in employment.</summary>
public static class WorkStatuses
{
    /// <summary>The five that BPS counts as informal.</summary>
    public static IReadOnlyList<WorkStatus> Informal { get; } = [WorkStatus.OwnAccount, WorkStatus.Assisted, WorkStatus.CasualAgriculture, WorkStatus.CasualOther, WorkStatus.FamilyWorker];

    /// <summary>Statuses by the id that stands in files.</summary>
    public static IReadOnlyDictionary<string, WorkStatus> ById { get; } = new Dictionary<string, WorkStatus>(StringComparer.Ordinal)
    {
        ["own-account"] = WorkStatus.OwnAccount, ["assisted"] = WorkStatus.Assisted, ["employer"] = WorkStatus.Employer, ["employee"] = WorkStatus.Employee,
        ["casual-agriculture"] = WorkStatus.CasualAgriculture, ["casual-other"] = WorkStatus.CasualOther, ["family-worker"] = WorkStatus.FamilyWorker,
    };

    /// <summary>Whether BPS counts a status as informal.</summary>
    /// <param name="status">The status.</param>
    public static bool IsInformal(WorkStatus status) => Informal.Contains(status);

    /// <summary>The id in files.</summary>
    /// <param name="status">The status.</param>
    public static string Id(WorkStatus status) => ById.First(p => p.Value == status).Key;

    /// <summary>The name for people.</summary>
    /// <param name="status">The status.</param>
    public static Bilingual Name(WorkStatus status) => status switch
    {
        WorkStatus.OwnAccount => new("Berusaha sendiri", "Own-account"),
        WorkStatus.Assisted => new("Berusaha dibantu buruh tidak tetap atau tidak dibayar", "Assisted by temporary or unpaid workers"),
        WorkStatus.Employer => new("Berusaha dibantu buruh tetap", "Employer with permanent workers"),
        WorkStatus.Employee => new("Buruh, karyawan, pegawai", "Employee"),
        WorkStatus.CasualAgriculture => new("Pekerja bebas di pertanian", "Casual worker in agriculture"),
        WorkStatus.CasualOther => new("Pekerja bebas di luar pertanian", "Casual worker outside agriculture"),
        _ => new("Pekerja keluarga tidak dibayar", "Unpaid family worker"),
    };
}
