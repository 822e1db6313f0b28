using System.Collections.Immutable;
using System.Globalization;
using Jembatan.Core;

namespace Jembatan.App.Coverage;

/// <summary>What an indicator of a run is.</summary>
/// <param name="Indicator">Its id.</param>
/// <param name="Unit">Unit of its values.</param>
/// <param name="Definition">What is divided by what, in words.</param>
/// <param name="Reason">Why it has no value in this run; null when it has.</param>
public sealed record IndicatorDefinition(string Indicator, string Unit, string Definition, string? Reason);

/// <summary>Words about indicators of the coverage model: definition and unit of each.</summary>
public static class IndicatorWords
{
    private const string Share = "share, 0 to 1", Rupiah = "rupiah", Persons = "persons";

    private static readonly ImmutableSortedDictionary<string, (Bilingual Words, string Unit)> Known = new Dictionary<string, (Bilingual, string)>
    {
        ["activeCoverage"] = (new("Bagian orang pada keadaan yang disebut terlindungi", "Share of persons in the states that are named covered"), Share),
        ["memberStock"] = (new("Stok peserta (aktif dan menunggak) ÷ pekerja informal 15–64", "Member stock (active and in arrears) ÷ informal workers 15–64"), Share),
        ["payingCoverage"] = (new("Peserta yang membayar ÷ pekerja informal 15–64", "Paying members ÷ informal workers 15–64"), Share),
        ["coveredInYear"] = (new("Membayar sekurangnya sekali dalam 12 bulan (definisi ILO)", "Paid at least once in 12 months (ILO definition)"), Share),
        ["sdgCoverage"] = (
            new("SDG 1.3.1: iuran bulan ini dibayar (terlindungi jaminan kecelakaan kerja), atau menerima JHT dalam 12 bulan ÷ pekerja informal 15–64",
                "SDG 1.3.1: contribution of the month paid (covered in case of employment injury), or old-age savings received within 12 months ÷ informal workers 15–64"), Share),
        ["members"] = (new("Peserta, orang", "Members, persons"), Persons),
        ["informalWorkers"] = (new("Pekerja informal 15–64 pada bulan itu, orang", "Informal workers 15–64 in that month, persons"), Persons),
        ["sponsoredShare"] = (new("Bagian peserta aktif yang iurannya ditanggung", "Share of active members who are sponsored"), Share),
        ["lapseShare"] = (new("Putus iuran per bulan, bagian dari peserta", "Lapse per month, share of members"), "share a month"),
        ["meanIncome"] = (new("Penghasilan rata-rata, rupiah sebulan", "Mean income, rupiah a month"), "rupiah a month"),
        ["fiscalCost"] = (new("Biaya negara, rupiah pada bulan itu", "Public cost, rupiah in that month"), Rupiah),
        ["sponsorCost"] = (new("Iuran dibayar penanggung, rupiah pada bulan itu", "Contributions paid by sponsors, rupiah in that month"), Rupiah),
        ["coveredPersonYears"] = (new("Orang-tahun terlindungi selama proyeksi", "Covered person-years over the projection"), "person-years"),
        ["fiscalCostTotal"] = (new("Biaya negara selama proyeksi (bulan 1 sampai terakhir), rupiah", "Public cost over the projection (months 1 to the last), rupiah"), Rupiah),
        ["fiscalCostPresentValue"] = (new("Biaya negara, nilai kini pada suku diskonto cost.discount-rate, rupiah", "Public cost, present value at cost.discount-rate, rupiah"), Rupiah),
        ["sponsorCostTotal"] = (new("Iuran dibayar penanggung selama proyeksi (bulan 1 sampai terakhir), rupiah", "Contributions paid by sponsors over the projection (months 1 to the last), rupiah"), Rupiah),
        ["lapses"] = (new("Kepesertaan yang putus iuran selama proyeksi", "Memberships that lapse over the projection"), "memberships"),
        ["entries"] = (new("Kepesertaan baru selama proyeksi: mulai membayar tanpa pernah menjadi peserta", "New memberships over the projection: first payments of persons who were no members before"), "memberships"),
        ["returns"] = (new("Masuk kembali selama proyeksi: membayar lagi setelah kepesertaan berakhir", "Returns over the projection: payments of persons whose membership had ended"), "memberships"),
        ["contributionDensity"] = (new("Kepadatan iuran: bulan dibayar ÷ bulan sejak terdaftar", "Contribution density: months paid ÷ months since registration"), Share),
        ["densityUnderQuarter"] = (new("Bagian orang terdaftar dengan kepadatan di bawah seperempat", "Share of registered persons with density under one quarter"), Share),
        ["densityUnderHalf"] = (new("Bagian orang terdaftar dengan kepadatan di bawah separuh", "Share of registered persons with density under one half"), Share),
        ["densityUnderThreeQuarters"] = (new("Bagian orang terdaftar dengan kepadatan di bawah tiga perempat", "Share of registered persons with density under three quarters"), Share),
        ["monthsToLapse"] = (
            new("Bulan sampai putus iuran: median (Kaplan–Meier) dari masuk stok sampai diakhiri aturan, kepesertaan yang mulai selama proyeksi", "Months to lapse: median (Kaplan–Meier) from joining the stock to its end by the rule, of memberships begun in the projection"),
            "months"),
        ["oldAgeAdequacy"] = (
            new("Kecukupan JHT: saldo saat berusia 56 ÷ penghasilan rata-rata sendiri 12 bulan terakhir", "Old-age savings adequacy: balance on turning 56 ÷ own mean monthly income of the last 12 months"), "months of income"),
        ["subsidyConcentration"] = (
            new("Indeks konsentrasi iuran yang dibayar negara atau penanggung, menurut persepuluhan penghasilan: −1 semua ke termiskin, 1 semua ke terkaya", "Concentration index of contributions paid by the state or sponsors, over tenths of income: −1 all to the poorest, 1 all to the richest"),
            "−1 to 1"),
        ["subsidyPaid"] = (new("Subsidi iuran peserta mandiri yang dibayar negara selama proyeksi, rupiah", "Subsidy of members' own contributions that the state pays over the projection, rupiah"), Rupiah),
        ["deadweight"] = (
            new("Beban mati: subsidi untuk bulan yang juga dibayar orang yang sama tanpa skenario ini (aktif pada dasar), rupiah selama proyeksi",
                "Deadweight: subsidy for months that the same person pays without the scenario too (active in the baseline), rupiah over the projection"), Rupiah),
        ["deadweightShare"] = (new("Bagian subsidi yang menjadi beban mati", "Share of the subsidy that is deadweight"), Share),
        ["subsidyTotal"] = (new("Iuran yang dibayar negara atau penanggung selama proyeksi, rupiah", "Contributions paid by the state or sponsors over the projection, rupiah"), Rupiah),
        ["subsidyShare"] = (new("Bagian dari iuran yang dibayar negara atau penanggung", "Share of the contributions that the state or sponsors pay"), Share),
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>The indicator in words; its id when it is not known.</summary>
    public static Bilingual Of(string indicator) => Known.TryGetValue(indicator, out var known) ? known.Words : Bilingual.Same(indicator);

    /// <summary>Its unit; empty when it is not known.</summary>
    public static string Unit(string indicator) => Known.TryGetValue(indicator, out var known) ? known.Unit : "";

    /// <summary>Whether the indicator is a share of persons, 0 to 1.</summary>
    public static bool IsShare(string indicator) => Unit(indicator) is Share or "share a month";

    /// <summary>Definitions of every indicator that a run has, in its order, then of those of its groups alone.</summary>
    public static IReadOnlyList<IndicatorDefinition> Definitions(CoverageRun run, Language language) =>
        [.. run.Indicators.Keys.Concat(run.Groups.SelectMany(g => g.Figures.Keys)).Distinct(StringComparer.Ordinal)
            .Select(name => new IndicatorDefinition(name, Unit(name), Of(name).In(language), run.Indicators.GetValueOrDefault(name) is null ? run.Missing?.GetValueOrDefault(name) : null))];

    /// <summary>A value as it is written: shares as per cent, persons and money in millions.</summary>
    public static Bilingual Written(string indicator, double value)
    {
        string Text(string format, double v)
        {
            var text = v.ToString(format, CultureInfo.InvariantCulture);
            return text.Any(c => c is >= '1' and <= '9') ? text.Replace('-', '\u2212') : text.TrimStart('-');
        }

        Bilingual Both(string number, string id, string en) => new($"{number.Replace(',', ' ').Replace('.', ',').Replace(' ', '.')}{id}", $"{number}{en}");
        if (IsShare(indicator)) return Both(Text(indicator == "lapseShare" ? "0.00" : "0.0", value * 100), "%", "%");
        return indicator switch
        {
            "meanIncome" => Both(Text("#,##0", value), " rupiah", " rupiah"),
            "monthsToLapse" => Both(Text("0.#", value), " bulan", value == 1 ? " month" : " months"),
            "oldAgeAdequacy" => Both(Text("0.00", value), " bulan penghasilan", " months of income"),
            "subsidyConcentration" => Both(Text("0.000", value), "", ""),
            _ => Math.Abs(value) >= 1e12 ? Both(Text("#,##0.00", value / 1e12), " triliun", " trillion")
                : Math.Abs(value) >= 1e9 ? Both(Text("#,##0.00", value / 1e9), " miliar", " billion")
                : Both(Text("#,##0.00", value / 1e6), " juta", " million"),
        };
    }
}
