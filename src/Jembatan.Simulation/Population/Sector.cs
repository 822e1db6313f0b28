using Jembatan.Core;

namespace Jembatan.Simulation.Population;

/// <summary>The 17 groups of KBLI categories in which the labour survey tabulates employment.</summary>
/// <remarks><b>Source</b>: BPS, Klasifikasi Baku Lapangan Usaha Indonesia, categories A to U, grouped as in Sakernas (M with N, R with S, T and U).</remarks>
public enum Sector : byte
{
    /// <summary>A. Agriculture, forestry and fishing.</summary>
    Agriculture,

    /// <summary>B. Mining and quarrying.</summary>
    Mining,

    /// <summary>C. Manufacturing.</summary>
    Manufacturing,

    /// <summary>D. Electricity and gas.</summary>
    Electricity,

    /// <summary>E. Water, waste and recycling.</summary>
    Water,

    /// <summary>F. Construction.</summary>
    Construction,

    /// <summary>G. Trade and repair.</summary>
    Trade,

    /// <summary>H. Transport and storage.</summary>
    Transport,

    /// <summary>I. Accommodation and food.</summary>
    Lodging,

    /// <summary>J. Information and communication.</summary>
    Information,

    /// <summary>K. Finance and insurance.</summary>
    Finance,

    /// <summary>L. Real estate.</summary>
    RealEstate,

    /// <summary>M and N. Business services.</summary>
    Business,

    /// <summary>O. Public administration.</summary>
    PublicAdministration,

    /// <summary>P. Education.</summary>
    Education,

    /// <summary>Q. Health and social work.</summary>
    Health,

    /// <summary>R to U. Other services.</summary>
    OtherServices,
}

/// <summary>The words of sectors: the id in files, the KBLI letters and the name for people.</summary>
public static class Sectors
{
    private static readonly (Sector Sector, string Id, string Letters, string Indonesian, string English)[] Known =
    [
        (Sector.Agriculture, "agriculture", "A", "Pertanian, kehutanan, perikanan", "Agriculture, forestry, fishing"),
        (Sector.Mining, "mining", "B", "Pertambangan dan penggalian", "Mining and quarrying"),
        (Sector.Manufacturing, "manufacturing", "C", "Industri pengolahan", "Manufacturing"),
        (Sector.Electricity, "electricity", "D", "Listrik dan gas", "Electricity and gas"),
        (Sector.Water, "water", "E", "Air, limbah, daur ulang", "Water, waste, recycling"),
        (Sector.Construction, "construction", "F", "Konstruksi", "Construction"),
        (Sector.Trade, "trade", "G", "Perdagangan dan reparasi", "Trade and repair"),
        (Sector.Transport, "transport", "H", "Transportasi dan pergudangan", "Transport and storage"),
        (Sector.Lodging, "lodging", "I", "Akomodasi dan makan minum", "Accommodation and food"),
        (Sector.Information, "information", "J", "Informasi dan komunikasi", "Information and communication"),
        (Sector.Finance, "finance", "K", "Keuangan dan asuransi", "Finance and insurance"),
        (Sector.RealEstate, "real-estate", "L", "Real estat", "Real estate"),
        (Sector.Business, "business", "M,N", "Jasa perusahaan", "Business services"),
        (Sector.PublicAdministration, "public-administration", "O", "Administrasi pemerintahan", "Public administration"),
        (Sector.Education, "education", "P", "Pendidikan", "Education"),
        (Sector.Health, "health", "Q", "Kesehatan dan kegiatan sosial", "Health and social work"),
        (Sector.OtherServices, "other-services", "R,S,T,U", "Jasa lainnya", "Other services"),
    ];

    /// <summary>How many there are.</summary>
    public const int Count = 17;

    /// <summary>Every sector, in the order of its letter.</summary>
    public static IReadOnlyList<Sector> All { get; } = [.. Known.Select(k => k.Sector)];

    /// <summary>Sectors by the id that stands in files.</summary>
    public static IReadOnlyDictionary<string, Sector> ById { get; } = Known.ToDictionary(k => k.Id, k => k.Sector, StringComparer.Ordinal);

    /// <summary>Sectors by KBLI letter, A to U.</summary>
    public static IReadOnlyDictionary<string, Sector> ByLetter { get; } =
        Known.SelectMany(k => k.Letters.Split(',').Select(l => (Letter: l, k.Sector))).ToDictionary(k => k.Letter, k => k.Sector, StringComparer.OrdinalIgnoreCase);

    /// <summary>The id in files.</summary>
    /// <param name="sector">The sector.</param>
    public static string Id(Sector sector) => Known[(int)sector].Id;

    /// <summary>The name for people.</summary>
    /// <param name="sector">The sector.</param>
    public static Bilingual Name(Sector sector) => new(Known[(int)sector].Indonesian, Known[(int)sector].English);
}
