using System.Collections.Immutable;
using Jembatan.Core;
using Jembatan.Statistics.Random;

namespace Jembatan.Simulation.Population;

/// <summary>The highest schooling finished, in five steps.</summary>
public enum Schooling : byte
{
    /// <summary>Primary school not finished.</summary>
    None,

    /// <summary>Primary school.</summary>
    Primary,

    /// <summary>Junior secondary school.</summary>
    Junior,

    /// <summary>Senior secondary school, general or vocational.</summary>
    Senior,

    /// <summary>Diploma or university.</summary>
    Tertiary,
}

/// <summary>Persons who are alike in all that the model knows of them at the start.</summary>
/// <param name="Province">Number of the province in <see cref="Provinces"/>, from 0.</param>
/// <param name="IsUrban">Whether they live in a town.</param>
/// <param name="IsWoman">Whether they are women.</param>
/// <param name="AgeYears">Age at the start, years, 15 to 64 for the workers that are counted; of a band its middle.</param>
/// <param name="Schooling">Highest schooling finished.</param>
/// <param name="Sector">Sector of the main work.</param>
/// <param name="Status">Status in employment.</param>
/// <param name="IncomePerMonthRupiah">Income of the main work, rupiah a month; null when it was not asked or not paid.</param>
public readonly record struct PersonRow(byte Province, bool IsUrban, bool IsWoman, short AgeYears, Schooling Schooling, Sector Sector, WorkStatus Status, float? IncomePerMonthRupiah)
{
    /// <summary>The year of the run in which they turn 15, from 1; 0 for those who are there at the start.</summary>
    public short EntersInYear { get; init; }

    /// <summary>Whether <see cref="AgeYears"/> is an age in completed years; otherwise it is the middle of five years.</summary>
    public bool IsOneYear { get; init; }

    /// <summary>A number of 32 bits that goes by what the kind is and by nothing else.</summary>
    internal uint Key() => Philox.Block(new(Philox.StreamOf(FormattableString.Invariant(
        $"{Provinces.Names[Province]}/{IsUrban}/{IsWoman}/{AgeYears}/{Schooling}/{Sectors.Id(Sector)}/{WorkStatuses.Id(Status)}/{IncomePerMonthRupiah}/{EntersInYear}{(IsOneYear ? "/1" : "")}")), 0, 0, 0), 0).W0;

    /// <summary>What kinds are sorted by when the order in which they came must not matter.</summary>
    internal (short, byte, bool, bool, short, (bool, Schooling, Sector, WorkStatus, float)) Order => (EntersInYear, Province, IsUrban, IsWoman, AgeYears, (IsOneYear, Schooling, Sector, Status, IncomePerMonthRupiah ?? -1));
}

/// <summary>A population: kinds of persons, and how many there are of each.</summary>
/// <remarks>
/// Person number p, 0 ≤ p &lt; <see cref="Persons"/>, belongs to the row in whose run of numbers p falls; the number never depends on how many persons a run draws. Luck goes by the person's key: the number,
/// or in a population of <see cref="OfKinds"/> the key of the kind plus the place within it, modulo 2³², so that it depends on no other kind. With very many persons two of them may share a key; they then share
/// their luck, which biases nothing.
/// </remarks>
public sealed class PersonTable
{
    private readonly long[] ends;
    private readonly uint[]? keys;

    /// <summary>A population of rows.</summary>
    /// <param name="rows">Kinds of persons.</param>
    /// <param name="counts">Persons of each, whole, 0 or more.</param>
    /// <param name="origin">What it is made of.</param>
    /// <exception cref="ArgumentException">There are not as many counts as rows, a count is negative, or there is nobody.</exception>
    public PersonTable(ImmutableArray<PersonRow> rows, IReadOnlyList<long> counts, string origin)
    {
        ArgumentNullException.ThrowIfNull(counts);
        if (rows.Length != counts.Count) throw new ArgumentException("Every row has one count.", nameof(counts));
        (Rows, Origin, ends) = (rows, origin, new long[rows.Length]);
        for (var i = 0; i < ends.Length; i++)
        {
            if (counts[i] < 0) throw new ArgumentException("A count is 0 or more.", nameof(counts));
            Persons = ends[i] = checked(Persons + counts[i]);
        }

        if (Persons == 0) throw new ArgumentException("There is nobody in the population.", nameof(counts));
    }

    private PersonTable(ImmutableArray<PersonRow> rows, IReadOnlyList<long> counts, string origin, bool byKind)
        : this(rows, counts, origin) => keys = byKind ? [.. rows.Select(r => r.Key())] : null;

    /// <summary>A population of kinds whose order does not matter: alike ones are joined, and adding, dropping or exchanging kinds moves nobody else's luck.</summary>
    /// <param name="rows">Kinds of persons, in any order.</param>
    /// <param name="counts">Persons of each, whole, 0 or more, not all 0.</param>
    /// <param name="origin">What it is made of.</param>
    /// <exception cref="ArgumentException">There are not as many counts as rows, a count is negative, or there is nobody.</exception>
    public static PersonTable OfKinds(IReadOnlyList<PersonRow> rows, IReadOnlyList<long> counts, string origin)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(counts);
        if (rows.Count != counts.Count) throw new ArgumentException("Every row has one count.", nameof(counts));
        var kinds = rows.Zip(counts).GroupBy(k => k.First, (kind, alike) => (Kind: kind, Count: alike.Sum(k => k.Second))).OrderBy(k => k.Kind.Order).ToList();
        return new([.. kinds.Select(k => k.Kind)], [.. kinds.Select(k => k.Count)], origin, byKind: true);
    }

    /// <summary>Kinds of persons.</summary>
    public ImmutableArray<PersonRow> Rows { get; }

    /// <summary>What the population is made of.</summary>
    public string Origin { get; }

    /// <summary>How many persons there are.</summary>
    public long Persons { get; }

    /// <summary>Longest run for which persons who turn 15 are made, months: none of them is unborn at the start.</summary>
    public const int MostMonthsWithEntrants = 180;

    private const int YoungestEnd = 20, YoungestYears = 5;

    /// <summary>The population with those who turn 15 in a run added after everybody else, so that no number changes.</summary>
    /// <remarks>Of each kind aged 15 to 19, one fifth of the persons turns 15 each year, whole persons by cumulated rounding: the coming cohorts are as large as those that are there, and work alike.</remarks>
    /// <param name="months">Months of the run, 1 to <see cref="MostMonthsWithEntrants"/>.</param>
    /// <returns>The larger population, or <c>coverage/entrants</c> when the run is too long or nobody is under 20.</returns>
    public Result<PersonTable> WithEntrants(int months)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(months, 1);
        if (months > MostMonthsWithEntrants)
            return new Problem("coverage/entrants", FormattableString.Invariant($"Who turns 15 is made for {MostMonthsWithEntrants} months at most, since later ones are not born yet; the run has {months}. Shorten it with --months, or switch entrants off."), "--months");
        var young = Enumerable.Range(0, Rows.Length).Where(i => Rows[i].AgeYears < YoungestEnd && CountOf(i) > 0).ToList();
        if (young.Count == 0) return new Problem("coverage/entrants", FormattableString.Invariant($"Nobody in the population is under {YoungestEnd}, so that those who turn 15 cannot be made after them. Add the youngest, or switch entrants off."), "switches.entrants");
        var (rows, counts) = (Rows.ToBuilder(), Enumerable.Range(0, Rows.Length).Select(CountOf).ToList());
        for (short year = 1; year <= (months + 11) / 12; year++)
        {
            foreach (var i in young)
            {
                rows.Add(Rows[i] with { EntersInYear = year });
                counts.Add((CountOf(i) * year / YoungestYears) - (CountOf(i) * (year - 1) / YoungestYears));
            }
        }

        return new PersonTable(rows.ToImmutable(), counts, Origin, keys is not null);
    }

    internal bool IsSameAs(PersonTable other) => ReferenceEquals(this, other) || (Rows.SequenceEqual(other.Rows) && ends.AsSpan().SequenceEqual(other.ends));

    /// <summary>How many persons a row stands for.</summary>
    /// <param name="row">Number of the row.</param>
    public long CountOf(int row) => ends[row] - (row == 0 ? 0 : ends[row - 1]);

    /// <summary>The key by which a person's luck goes.</summary>
    /// <param name="row">Number of the row.</param>
    /// <param name="person">Number of the person, one of that row.</param>
    internal uint KeyOf(int row, long person) => keys is null ? (uint)person : unchecked(keys[row] + (uint)(person - (ends[row] - CountOf(row))));

    /// <summary>The first person number after those of a row.</summary>
    /// <param name="row">Number of the row.</param>
    public long EndOf(int row) => ends[row];

    /// <summary>The number of the row that a person belongs to.</summary>
    /// <param name="person">Number of the person, 0 to <see cref="Persons"/> − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such person.</exception>
    public int RowOf(long person)
    {
        if (person < 0 || person >= Persons) throw new ArgumentOutOfRangeException(nameof(person), person, "There is no such person.");
        var at = Array.BinarySearch(ends, person + 1);
        if (at < 0) return ~at;
        while (at > 0 && ends[at - 1] > person) at--; // rows without persons share an end
        return at;
    }

    /// <summary>The persons of a sample of n, spread evenly over all: number ⌊(k + ½)·persons/n⌋ for k = 0 … n − 1.</summary>
    /// <param name="k">Place in the sample.</param>
    /// <param name="n">Size of the sample, 1 to <see cref="Persons"/>.</param>
    public long Sampled(long k, long n)
    {
        if (n < 1 || n > Persons) throw new ArgumentOutOfRangeException(nameof(n), n, "A sample has at least one person and at most all.");
        if (n == Persons) return k;
        var place = (2 * (ulong)k) + 1;
        return place <= ulong.MaxValue / (ulong)Persons ? (long)(place * (ulong)Persons / (2 * (ulong)n)) : (long)((UInt128)place * (ulong)Persons / (2 * (UInt128)n));
    }
}

/// <summary>The 34 provinces of the census of 2020, from west to east as in the published list.</summary>
public static class Provinces
{
    /// <summary>Names, in Indonesian.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "Aceh", "Sumatera Utara", "Sumatera Barat", "Riau", "Jambi", "Sumatera Selatan", "Bengkulu", "Lampung", "Kepulauan Bangka Belitung", "Kepulauan Riau", "DKI Jakarta", "Jawa Barat",
        "Jawa Tengah", "DI Yogyakarta", "Jawa Timur", "Banten", "Bali", "Nusa Tenggara Barat", "Nusa Tenggara Timur", "Kalimantan Barat", "Kalimantan Tengah", "Kalimantan Selatan",
        "Kalimantan Timur", "Kalimantan Utara", "Sulawesi Utara", "Sulawesi Tengah", "Sulawesi Selatan", "Sulawesi Tenggara", "Gorontalo", "Sulawesi Barat", "Maluku", "Maluku Utara", "Papua",
        "Papua Barat",
    ];

    /// <summary>The number of a province by name, without regard to case.</summary>
    /// <param name="name">Such as <c>Jawa Barat</c>.</param>
    /// <returns>The number, or <c>population/no-province</c>.</returns>
    public static Result<byte> Find(string name)
    {
        for (var i = 0; i < Names.Count; i++) if (string.Equals(Names[i], name?.Trim(), StringComparison.OrdinalIgnoreCase)) return (byte)i;
        return new Problem("population/no-province", $"There is no province '{name}'. Write one of: {string.Join(", ", Names)}.", name);
    }
}
