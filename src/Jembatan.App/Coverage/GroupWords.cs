using Jembatan.Core;
using Jembatan.Simulation.Outputs;
using Jembatan.Simulation.Population;

namespace Jembatan.App.Coverage;

/// <summary>Words about the groups of persons that a run tells apart.</summary>
public static class GroupWords
{
    /// <summary>What persons are grouped by, in the order in which it is shown; sectors stand in a table of their own.</summary>
    public static IReadOnlyList<(string By, Bilingual Words)> Dimensions { get; } =
    [
        ("sex", new("Jenis kelamin", "Sex")), ("area", new("Wilayah", "Area")), ("age", new("Umur pada awal", "Age at the start")), ("income-decile", new("Persepuluhan penghasilan, 1 termiskin", "Tenth of income, 1 the poorest")),
        ("status", new("Status pekerjaan", "Status in employment")), ("province", new("Provinsi", "Province")),
    ];

    /// <summary>Figures of groups that pages and reports show.</summary>
    public static IReadOnlyList<(string Indicator, Bilingual Short)> Figures { get; } =
    [
        ("memberStock", new("Stok peserta", "Member stock")), ("coveredInYear", new("Bayar dalam 12 bulan", "Paid in 12 months")), ("sdgCoverage", new("SDG 1.3.1", "SDG 1.3.1")),
        ("contributionDensity", new("Kepadatan iuran", "Contribution density")), ("monthsToLapse", new("Bulan sampai putus iuran", "Months to lapse")), ("oldAgeAdequacy", new("JHT, bulan penghasilan", "Savings, months of income")),
        ("subsidyShare", new("Bagian iuran ditanggung", "Share of supported contributions")),
        ("deadweightShare", new("Beban mati, bagian subsidi", "Deadweight, share of the subsidy")),
    ];

    /// <summary>Of these figures, those that some group of a run can have.</summary>
    public static IReadOnlyList<(string Indicator, Bilingual Short)> FiguresOf(IReadOnlyList<GroupFigures> groups) => [.. Figures.Where(f => groups.Any(g => g.Figures.ContainsKey(f.Indicator)))];

    /// <summary>What persons are grouped by, in words; its id when it is not known.</summary>
    public static Bilingual OfDimension(string by) => by == "sector" ? new("Sektor", "Sector") : Dimensions.FirstOrDefault(d => d.By == by) is { Words: { } words } ? words : Bilingual.Same(by);

    /// <summary>A group in words.</summary>
    public static Bilingual Of(GroupFigures group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return (group.By, group.Group) switch
        {
            ("sex", "men") => new("Laki-laki", "Men"),
            ("sex", "women") => new("Perempuan", "Women"),
            ("area", "rural") => new("Perdesaan", "Rural"),
            ("area", "urban") => new("Perkotaan", "Urban"),
            ("sector", var id) when Sectors.ById.TryGetValue(id, out var sector) => Sectors.Name(sector),
            ("status", var id) when WorkStatuses.ById.TryGetValue(id, out var status) => WorkStatuses.Name(status),
            ("age", var ages) => Bilingual.Same(ages.Replace('-', '–')),
            (_, var name) => Bilingual.Same(name),
        };
    }

    /// <summary>A figure of a group as it is written; null when there is none.</summary>
    public static Bilingual? Written(GroupFigures? group, string indicator) =>
        group?.Figures.GetValueOrDefault(indicator) is not { } value ? null
        : indicator switch
        {
            "monthsToLapse" => Number(value, "0.#"),
            "oldAgeAdequacy" => Number(value, "0.00"),
            _ => IndicatorWords.Written(indicator, value),
        };

    private static Bilingual Number(double value, string format)
    {
        var text = value.ToString(format, System.Globalization.CultureInfo.InvariantCulture);
        return new(text.Replace('.', ','), text);
    }
}
