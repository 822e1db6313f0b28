using System.Collections.Immutable;
using Jembatan.Core;
using Jembatan.Simulation.Records;

namespace Jembatan.Simulation.Population;

/// <summary>Indonesia's informal workers, made of published margins alone: nobody in it is real.</summary>
/// <remarks>
/// Start odds: status × sector and status × schooling of August 2008, area by sector assumed. Raked to the statuses of August 2025 and the urban share of February 2023; then spread over province, sex and age by their
/// shares, independently; then made whole. Every figure stands in <c>population.json</c> with its source; those marked P are assumptions.
/// <para><b>Unit</b>: persons; 84.58 million.</para>
/// <para><b>Left out</b>: links between province, age, sex and the rest, since no joint table was read; the sector totals of 2025 are not forced, but checked.</para>
/// </remarks>
public static class SyntheticPopulation
{
    // The nine sectors of 2008 among the seventeen of today; trade is split.
    private static readonly Sector[] Nine =
        [Sector.Agriculture, Sector.Mining, Sector.Manufacturing, Sector.Water, Sector.Construction, Sector.Trade, Sector.Transport, Sector.Business, Sector.OtherServices];

    /// <summary>The shipped population; the same bytes at every call.</summary>
    public static PersonTable Shipped() => Make("population.json", JsonRecords.Shipped("population.json"), 1).Value;

    /// <summary>Makes a population from a file of margins of the same shape as the shipped one.</summary>
    /// <param name="file">Name of the file, for problems.</param>
    /// <param name="utf8">The file.</param>
    /// <param name="seed">Seed of the rounding to whole persons.</param>
    /// <returns>The population, or a problem of reading or of <see cref="Raking"/>.</returns>
    public static Result<PersonTable> Make(string file, ReadOnlySpan<byte> utf8, ulong seed)
    {
        var read = PopulationFile.Read(file, utf8);
        if (read.Problem is { } problem) return problem;
        var margins = read.Value;
        var core = Core(margins);
        if (core.Problem is { } unraked) return unraked;

        var rows = ImmutableArray.CreateBuilder<PersonRow>();
        var weights = new List<double>();
        for (byte province = 0; province < margins.Provinces.Length; province++)
            foreach (var (kind, persons) in core.Value)
                for (var age = 0; age < margins.Ages.Length; age++)
                    foreach (var (isWoman, share) in new[] { (false, 1 - margins.Women), (true, margins.Women) })
                    {
                        rows.Add(kind with { Province = province, AgeYears = (short)(17 + (5 * age)), IsWoman = isWoman });
                        weights.Add(persons * margins.Provinces[province] * margins.Ages[age] * share);
                    }

        var counts = WholePersons.Of(weights, seed);
        if (counts.Problem is { } broken) return broken;
        return new PersonTable(rows.ToImmutable(), counts.Value, "Synthetic, from published margins only");
    }

    private static Result<List<(PersonRow Kind, double Persons)>> Core(PopulationMargins m)
    {
        var (rows, weights) = (new List<PersonRow>(), new List<double>());
        foreach (var status in WorkStatuses.Informal)
            foreach (var (sector, odds) in Sectorwise(m, status))
                for (var schooling = Schooling.None; schooling <= Schooling.Tertiary; schooling++)
                    foreach (var isUrban in new[] { false, true })
                    {
                        var urban = sector == Sector.Agriculture ? m.UrbanAgriculture : m.UrbanOther;
                        rows.Add(new(0, isUrban, false, 0, schooling, sector, status, null));
                        weights.Add(odds * m.Schooling[status][(int)schooling] * (isUrban ? urban : 1 - urban));
                    }

        var statuses = WorkStatuses.Informal.ToList();
        var shares = statuses.Select(s => m.Statuses[s]).ToArray();
        var raked = Raking.Rake(weights,
        [
            new("status", [.. statuses.Select(WorkStatuses.Id)], [.. shares.Select(s => m.Persons * s / shares.Sum())], [.. rows.Select(r => statuses.IndexOf(r.Status))]),
            new("area", ["rural", "urban"], [m.Persons * (1 - m.Urban), m.Persons * m.Urban], [.. rows.Select(r => r.IsUrban ? 1 : 0)]),
        ]);
        if (raked.Problem is { } problem) return problem;
        return rows.Select((r, i) => (r, raked.Value.Weights[i])).ToList();
    }

    private static IEnumerable<(Sector Sector, double Odds)> Sectorwise(PopulationMargins m, WorkStatus status)
    {
        for (var s = 0; s < Nine.Length; s++)
        {
            var odds = m.Sectors[status][s];
            if (odds == 0) continue;
            yield return (Nine[s], Nine[s] == Sector.Trade ? odds * (1 - m.Lodging) : odds);
            if (Nine[s] == Sector.Trade) yield return (Sector.Lodging, odds * m.Lodging);
        }
    }
}
