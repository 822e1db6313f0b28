using System.Collections.Immutable;
using Jembatan.Core;
using Jembatan.Simulation.Levers;
using Jembatan.Simulation.Parameters;

namespace Jembatan.App.Coverage;

/// <summary>A shock that can be chosen.</summary>
/// <param name="Id">Id of the preset.</param>
/// <param name="Name">For people.</param>
/// <param name="Source">What it rests on.</param>
public sealed record ShockChoice(string Id, Bilingual Name, string Source);

/// <summary>A lever as it stands in a scenario.</summary>
/// <param name="Lever">The lever.</param>
/// <param name="Value">Value of its strength field.</param>
/// <param name="IsPulled">Whether it is pulled at all.</param>
/// <param name="Claims">Codes of the causes it claims to remove, with how many informants name each in this study.</param>
public sealed record LeverCard(Lever Lever, double Value, bool IsPulled, IReadOnlyList<NamedCause> Claims)
{
    /// <summary>The field that the slider moves.</summary>
    public LeverField Slider => Lever.Fields.First(f => f.Name == Lever.Strength);
}

/// <summary>A cause with the informants who name it in this study.</summary>
/// <param name="Code">Its label.</param>
/// <param name="Name">For people.</param>
/// <param name="Informants">Who name it; 0 when nobody does.</param>
public sealed record NamedCause(string Code, Bilingual Name, int Informants);

/// <summary>A parameter with the causes whose mechanism it carries.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Causes">Causes of this study.</param>
public sealed record ParameterRow(Parameter Parameter, IReadOnlyList<NamedCause> Causes);

/// <summary>What a scenario does to one sector.</summary>
/// <param name="Sector">Id of the sector.</param>
/// <param name="Name">For people.</param>
/// <param name="Persons">Unweighted persons of the sample.</param>
/// <param name="Baseline">Figures without shock and levers: memberStock, payingCoverage, meanIncome, lapseShare.</param>
/// <param name="Scenario">The same figures in the scenario.</param>
/// <param name="Reason">Why there are no figures; null when there are.</param>
public sealed record SectorEffect(
    string Sector, Bilingual Name, long Persons, IReadOnlyDictionary<string, double?> Baseline, IReadOnlyDictionary<string, double?> Scenario, string? Reason);

/// <summary>A member stock as printed.</summary>
/// <param name="TraceId">Opens its source.</param>
/// <param name="Date">Year and month.</param>
/// <param name="Month">Months after the model's start; negative before it.</param>
/// <param name="Millions">Members, million persons.</param>
public sealed record RecordedStock(string TraceId, string Date, int Month, double Millions);

/// <summary>Words about indicators of the coverage model.</summary>
public static class IndicatorWords
{
    private static readonly ImmutableSortedDictionary<string, Bilingual> Known = new Dictionary<string, Bilingual>
    {
        ["memberStock"] = new("Stok peserta (aktif dan menunggak) ÷ pekerja informal 15–64", "Member stock (active and in arrears) ÷ informal workers 15–64"),
        ["payingCoverage"] = new("Peserta yang membayar ÷ pekerja informal 15–64", "Paying members ÷ informal workers 15–64"),
        ["coveredInYear"] = new("Membayar sekurangnya sekali dalam 12 bulan (definisi ILO)", "Paid at least once in 12 months (ILO definition)"),
        ["members"] = new("Peserta, orang", "Members, persons"),
        ["sponsoredShare"] = new("Bagian peserta aktif yang iurannya ditanggung", "Share of active members who are sponsored"),
        ["lapseShare"] = new("Putus iuran per bulan, bagian dari peserta", "Lapse per month, share of members"),
        ["meanIncome"] = new("Penghasilan rata-rata, rupiah sebulan", "Mean income, rupiah a month"),
        ["fiscalCost"] = new("Biaya negara, rupiah pada bulan itu", "Public cost, rupiah in that month"),
        ["sponsorCost"] = new("Iuran dibayar penanggung, rupiah pada bulan itu", "Contributions paid by sponsors, rupiah in that month"),
        ["coveredPersonYears"] = new("Orang-tahun terlindungi selama proyeksi", "Covered person-years over the projection"),
        ["fiscalCostTotal"] = new("Biaya negara selama proyeksi, rupiah", "Public cost over the projection, rupiah"),
        ["sponsorCostTotal"] = new("Iuran dibayar penanggung selama proyeksi, rupiah", "Contributions paid by sponsors over the projection, rupiah"),
        ["lapses"] = new("Kepesertaan yang gugur selama proyeksi", "Memberships that lapse over the projection"),
        ["contributionDensity"] = new("Kepadatan iuran: bulan dibayar ÷ bulan sejak terdaftar", "Contribution density: months paid ÷ months since registration"),
        ["densityUnderHalf"] = new("Bagian peserta dengan kepadatan di bawah separuh", "Share of registered persons with density under one half"),
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>The indicator in words; its id when it is not known.</summary>
    public static Bilingual Of(string indicator) => Known.GetValueOrDefault(indicator, Bilingual.Same(indicator));

    /// <summary>Whether the indicator is a share of persons, 0 to 1.</summary>
    public static bool IsShare(string indicator) =>
        indicator is "memberStock" or "payingCoverage" or "coveredInYear" or "sponsoredShare" or "lapseShare" or "contributionDensity" or "densityUnderHalf";

    /// <summary>A value as it is written: shares as per cent, persons and money in millions.</summary>
    public static Bilingual Written(string indicator, double value)
    {
        string Text(string format, double v)
        {
            var text = v.ToString(format, System.Globalization.CultureInfo.InvariantCulture);
            return text.Any(c => c is >= '1' and <= '9') ? text.Replace('-', '\u2212') : text.TrimStart('-');
        }

        Bilingual Both(string number, string id, string en) => new($"{number.Replace(',', ' ').Replace('.', ',').Replace(' ', '.')}{id}", $"{number}{en}");
        if (IsShare(indicator)) return Both(Text(indicator == "lapseShare" ? "0.00" : "0.0", value * 100), "%", "%");
        return indicator is "meanIncome" ? Both(Text("#,##0", value), " rupiah", " rupiah")
            : Math.Abs(value) >= 1e12 ? Both(Text("#,##0.00", value / 1e12), " triliun", " trillion")
            : Math.Abs(value) >= 1e9 ? Both(Text("#,##0.00", value / 1e9), " miliar", " billion")
            : Both(Text("#,##0.00", value / 1e6), " juta", " million");
    }
}
