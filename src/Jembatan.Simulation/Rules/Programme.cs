using Jembatan.Core;

namespace Jembatan.Simulation.Rules;

/// <summary>The programmes of BPJS Ketenagakerjaan that are open to non-wage workers.</summary>
public enum Programme : byte
{
    /// <summary>JKK, work accident.</summary>
    WorkAccident,

    /// <summary>JKM, death.</summary>
    Death,

    /// <summary>JHT, old-age savings; optional.</summary>
    OldAge,
}

/// <summary>Who pays a contribution.</summary>
public enum Payer : byte
{
    /// <summary>The member.</summary>
    Self,

    /// <summary>The budget of a province, regency or city (APBD).</summary>
    LocalBudget,

    /// <summary>The regions' share of tobacco excise (DBH-CHT), spent through the local budget.</summary>
    TobaccoFund,

    /// <summary>The budget of a village.</summary>
    Village,

    /// <summary>A company or a neighbour (CSR, GN Lingkaran, SERTAKAN).</summary>
    Donor,

    /// <summary>The central budget (APBN).</summary>
    CentralBudget,
}

/// <summary>The words of programmes and payers.</summary>
public static class RuleWords
{
    /// <summary>Programmes by the id that stands in files.</summary>
    public static IReadOnlyDictionary<string, Programme> Programmes { get; } = new Dictionary<string, Programme>(StringComparer.Ordinal)
    {
        ["jkk"] = Programme.WorkAccident, ["jkm"] = Programme.Death, ["jht"] = Programme.OldAge,
    };

    /// <summary>Payers by the id that stands in files.</summary>
    public static IReadOnlyDictionary<string, Payer> Payers { get; } = new Dictionary<string, Payer>(StringComparer.Ordinal)
    {
        ["self"] = Payer.Self, ["local-budget"] = Payer.LocalBudget, ["tobacco-fund"] = Payer.TobaccoFund, ["village"] = Payer.Village, ["donor"] = Payer.Donor, ["central-budget"] = Payer.CentralBudget,
    };

    /// <summary>The id of a payer in files.</summary>
    /// <param name="payer">The payer.</param>
    public static string Id(Payer payer) => Payers.First(p => p.Value == payer).Key;

    /// <summary>The name of a payer for people.</summary>
    /// <param name="payer">The payer.</param>
    public static Bilingual Name(Payer payer) => payer switch
    {
        Payer.Self => new("Peserta sendiri", "The member"),
        Payer.LocalBudget => new("APBD", "Local budget"),
        Payer.TobaccoFund => new("DBH-CHT", "Tobacco excise fund"),
        Payer.Village => new("Anggaran desa", "Village budget"),
        Payer.Donor => new("CSR atau SERTAKAN", "Company or neighbour"),
        _ => new("APBN", "Central budget"),
    };

    /// <summary>The basic package: work accident and death.</summary>
    public static IReadOnlyList<Programme> Basic { get; } = [Programme.WorkAccident, Programme.Death];

    /// <summary>The basic package and old-age savings.</summary>
    public static IReadOnlyList<Programme> All { get; } = [Programme.WorkAccident, Programme.Death, Programme.OldAge];
}
