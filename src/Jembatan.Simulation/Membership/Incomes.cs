using Jembatan.Simulation.Parameters;
using Jembatan.Simulation.Population;

namespace Jembatan.Simulation.Membership;

/// <summary>The usual log income of kinds of persons: what is known of them in published tables.</summary>
/// <remarks>
/// ln median + ln ratios by age, province and status; where no figure was read the ratio is 1. An income that came with the population stands in its place.
/// <para><b>Unit</b>: log rupiah a month. <b>Source</b>: BPS 2022: informal average Rp1,862,958; by age 15–24 1,555,364, 25–54 2,007,345, 55+ 1,566,025; DKI 4,201,899, Kaltim 2,615,014, Babel 2,362,600,
/// Kepri 2,355,801, NTT 1,035,532. Casual work against own account, August 2020: 1.4 and 1.7 million; casual agriculture 1.0 million.</para>
/// <para><b>Left out</b>: unpaid family workers have no income of their own; they are given the household's, that is no ratio.</para>
/// </remarks>
internal static class Incomes
{
    private const double Mean = 1_862_958;

    private static readonly float[] Province = [.. Provinces.Names.Select(name => (float)Math.Log(name switch
    {
        "DKI Jakarta" => 4_201_899 / Mean,
        "Kalimantan Timur" => 2_615_014 / Mean,
        "Kepulauan Bangka Belitung" => 2_362_600 / Mean,
        "Kepulauan Riau" => 2_355_801 / Mean,
        "Nusa Tenggara Timur" => 1_035_532 / Mean,
        _ => 1,
    }))];

    private static readonly float Young = (float)Math.Log(1_555_364 / Mean), Middle = (float)Math.Log(2_007_345 / Mean), Old = (float)Math.Log(1_566_025 / Mean),
        CasualAgriculture = (float)Math.Log(1.0 / 1.7), CasualOther = (float)Math.Log(1.4 / 1.7);

    /// <summary>Usual log income of a kind of person, without the permanent difference between persons.</summary>
    /// <param name="row">The kind.</param>
    /// <param name="logMedian">ln of the median.</param>
    public static float LogUsual(PersonRow row, float logMedian)
    {
        if (row.IncomePerMonthRupiah is { } known and > 0) return MathF.Log(known);
        var age = row.AgeYears < 25 ? Young : row.AgeYears < 55 ? Middle : Old;
        var status = row.Status switch
        {
            WorkStatus.CasualAgriculture => CasualAgriculture,
            WorkStatus.CasualOther => CasualOther,
            _ => 0,
        };
        return logMedian + age + Province[row.Province] + status;
    }

    /// <summary>Standard deviation of the permanent difference that is left once the kinds differ: √(σ² − variance among kinds), at least 0.2; 0 when every income is known.</summary>
    public static double ResidualSd(PersonTable population, ParameterSet parameters)
    {
        if (population.Rows.All(r => r.IncomePerMonthRupiah is not null)) return 0;
        double sum = 0, squares = 0;
        var persons = 0L;
        for (var i = 0; i < population.Rows.Length; i++)
        {
            if (population.Rows[i].EntersInYear > 0) continue; // the spread is that of who is there
            var (w, x) = ((double)population.CountOf(i), (double)LogUsual(population.Rows[i], 0));
            (sum, squares, persons) = (sum + (w * x), squares + (w * x * x), persons + population.CountOf(i));
        }

        var mean = sum / persons;
        var sd = parameters["income.sd-permanent"];
        return Math.Sqrt(Math.Max(.04, (sd * sd) - ((squares / persons) - (mean * mean))));
    }
}
