using System.Text;
using Jembatan.Simulation.Population;
using Jembatan.Simulation.Records;

namespace Jembatan.Simulation.Tests.Population;

public sealed class PopulationTests
{
    private static readonly PersonTable Shipped = SyntheticPopulation.Shipped();

    [Fact]
    public void Whole_persons_are_the_weights_rounded_up_or_down_and_keep_the_total() => Gen.Select(Gen.Double[0, 9].Array[1, 40], Gen.ULong).Sample((weights, seed) =>
    {
        var counts = WholePersons.Of(weights, seed).Value;
        return weights.Zip(counts).All(p => p.Second == (long)Math.Floor(p.First) || p.Second == (long)Math.Floor(p.First) + 1)
            && Math.Abs(counts.Sum() - weights.Sum()) < 1 && WholePersons.Of(weights, seed).Value.SequenceEqual(counts);
    });

    [Fact]
    public void A_row_of_weight_a_quarter_is_there_once_in_four_seeds()
    {
        var hits = Enumerable.Range(0, 4000).Count(seed => WholePersons.Of([0.25, 0.5, 0.75, 2], (ulong)seed).Value[0] == 1);
        Assert.Equal(1000, hits, 4 * Math.Sqrt(4000 * 0.25 * 0.75));
        Assert.Equal("population/weight", WholePersons.Of([1, double.NaN], 1).Problem!.Code);
    }

    [Fact]
    public void The_shipped_population_has_84_58_million_informal_workers_of_34_provinces()
    {
        Assert.Equal(84_580_000, Shipped.Persons, 1.0);
        Assert.Equal(Enumerable.Range(0, 34), Counts(r => (int)r.Province).Keys.Order());
        Assert.All(Shipped.Rows, r => Assert.True(WorkStatuses.IsInformal(r.Status) && r.AgeYears is >= 15 and <= 64));
    }

    // Published: shares of the employed, Sakernas August 2025; urban share February 2023.
    [Theory]
    [InlineData(WorkStatus.OwnAccount, 21.40)]
    [InlineData(WorkStatus.Assisted, 13.86)]
    [InlineData(WorkStatus.FamilyWorker, 12.96)]
    [InlineData(WorkStatus.CasualOther, 5.16)]
    [InlineData(WorkStatus.CasualAgriculture, 4.42)]
    public void Statuses_are_as_published(WorkStatus status, double percentOfEmployed) =>
        Assert.Equal(percentOfEmployed / 57.80, Counts(r => r.Status)[status] / (double)Shipped.Persons, 1e-6);

    [Fact]
    public void Area_is_as_published_and_agriculture_stays_below_all_who_work_there()
    {
        Assert.Equal(0.4412, Counts(r => r.IsUrban)[true] / (double)Shipped.Persons, 1e-5);
        var agriculture = Counts(r => r.Sector)[Sector.Agriculture] / 84.58e6 * 57.80;
        Assert.InRange(agriculture, 20, 28.15); // 28.15 % of the employed work in agriculture, formal ones included
        Assert.All(Shipped.Rows.Where(r => r.Status == WorkStatus.CasualAgriculture), r => Assert.Equal(Sector.Agriculture, r.Sector));
    }

    [Fact]
    public void The_population_is_the_same_at_every_call()
    {
        var again = SyntheticPopulation.Shipped();
        Assert.True(again.Rows.SequenceEqual(Shipped.Rows));
        Assert.Equal(Shipped.CountOf(777), again.CountOf(777));
    }

    [Fact]
    public void A_person_belongs_to_the_row_whose_run_of_numbers_holds_it()
    {
        var table = new PersonTable([.. Enumerable.Range(0, 5).Select(i => new PersonRow((byte)i, false, false, 30, Schooling.None, Sector.Trade, WorkStatus.OwnAccount, null))], [2, 0, 0, 3, 1], "test");
        Assert.Equal([0, 0, 3, 3, 3, 4], Enumerable.Range(0, 6).Select(p => table.RowOf(p)));
        Assert.Equal([2L, 0, 0, 3, 1], Enumerable.Range(0, 5).Select(table.CountOf));
        Assert.Throws<ArgumentOutOfRangeException>(() => table.RowOf(6));
        Assert.Throws<ArgumentException>(() => new PersonTable(table.Rows, [0, 0, 0, 0, 0], "nobody"));
    }

    [Fact]
    public void A_sample_takes_different_persons_and_the_whole_population_is_its_own_sample() => Gen.Select(Gen.Long[1, 5000], Gen.Long[1, 5000]).Sample((persons, wanted) =>
    {
        var n = Math.Min(persons, wanted);
        var table = new PersonTable([default], [persons], "test");
        var sample = Enumerable.Range(0, (int)n).Select(k => table.Sampled(k, n)).ToList();
        return sample.Distinct().Count() == n && sample.All(p => p >= 0 && p < persons) && (n != persons || sample.SequenceEqual(Enumerable.Range(0, (int)n).Select(k => (long)k)));
    });

    [Fact]
    public void A_province_is_found_by_name_and_an_unknown_one_told()
    {
        Assert.Equal("Jawa Barat", Provinces.Names[Provinces.Find("jawa barat").Value]);
        Assert.Equal("population/no-province", Provinces.Find("Jawa Utara").Problem!.Code);
    }

    [Theory]
    [InlineData("\"status\": \"own-account\", \"sharePercent\"", "\"status\": \"own-acount\", \"sharePercent\"", "data/bad-field")]
    [InlineData("\"urbanShare\": 0.4412", "\"urbanShare\": 4.412", "data/bad-field")]
    [InlineData("\"persons\": [7671507,", "\"persons\": [", "data/bad-field")]
    [InlineData("\"women\"", "\"womn\"", "data/missing-field")]
    [InlineData("\"name\": \"lodging\", ", "", "data/missing-field")]
    public void A_damaged_file_of_margins_is_told(string what, string by, string code)
    {
        var text = Encoding.UTF8.GetString(JsonRecords.Shipped("population.json"));
        Assert.Contains(what, text, StringComparison.Ordinal);
        Assert.Equal(code, SyntheticPopulation.Make("mine.json", Encoding.UTF8.GetBytes(text.Replace(what, by, StringComparison.Ordinal)), 1).Problem!.Code);
    }

    private static Dictionary<T, long> Counts<T>(Func<PersonRow, T> key) where T : notnull =>
        Shipped.Rows.Select((r, i) => (Key: key(r), Count: Shipped.CountOf(i))).GroupBy(r => r.Key).ToDictionary(g => g.Key, g => g.Sum(r => r.Count));
}
