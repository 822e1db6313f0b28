using Jembatan.Simulation.Engine;
using Jembatan.Simulation.Engine.Lanes;
using Jembatan.Simulation.Population;
using Jembatan.Statistics.Random;
using One = Jembatan.Simulation.Engine.Lanes.Functions<Jembatan.Simulation.Engine.Lanes.Lanes1, float, uint>;

namespace Jembatan.Simulation.Membership;

/// <summary>Makes persons: what the population says of them, and what is drawn once for each.</summary>
/// <remarks>
/// Purpose <see cref="Purpose.Start"/>: words 0 and 1 frailty and persistent income, 2 the state, 3 the time in it. <see cref="Purpose.StartIncome"/>: 0 and 1 permanent income and buffer, 2 the age within the band,
/// 3 old-age savings. <see cref="Purpose.Traits"/>: 0 the channel. <see cref="Purpose.Sponsors"/> and <see cref="Purpose.Reach"/>: word 0 under the number of the sponsor or lever in place of the month.
/// </remarks>
internal sealed class TileStart(MembershipTables tables, RunSettings settings, uint replicate)
{
    /// <summary>Ages that a band of five years is spread over.</summary>
    public const int AgeSteps = 12;

    private readonly float[] cumulative = Cumulative(tables.Model.StartShares);
    private readonly float logMedian = (float)Math.Log(tables.P["income.median"]);
    private readonly float persistentSd = (float)(tables.SdInnovation / Math.Sqrt(1 - (tables.Rho * (double)tables.Rho)));
    private readonly PersonTable population = tables.Model.Population;
    private readonly float logBuffer = (float)Math.Log(tables.P["liquidity.median"]), bufferSd = (float)tables.P["liquidity.sd"], digital = (float)tables.P["cost.share-digital"],
        saving = (float)tables.P["savings.share"], deathIntercept = (float)tables.P["death.intercept"], deathSlope = (float)(tables.P["death.slope"] / 12), formal = (float)tables.P["formal-job.probability"];

    /// <summary>Fills a tile with the persons from a place in the sample on.</summary>
    public void Fill(Tile tile, long first, int count)
    {
        tile.Count = count;
        var row = population.RowOf(population.Sampled(settings.PlaceOf(first), settings.Persons));
        var end = population.EndOf(row);
        for (var k = 0; k < count; k++)
        {
            var person = population.Sampled(settings.PlaceOf(first + k), settings.Persons);
            while (person >= end) end = population.EndOf(++row); // numbers rise within a tile
            Person(tile, k, person, row);
        }

        for (var k = count; k < tile.Lanes; k++) Nobody(tile, k);
        Array.Clear(tile.Relative);
    }

    private void Person(Tile tile, int k, long person, int row)
    {
        var id = population.KeyOf(row, person);
        var kind = population.Rows[row];
        var start = Draw(id, Purpose.Start, 0);
        var income = Draw(id, Purpose.StartIncome, 0);
        var traits = Draw(id, Purpose.Traits, 0);
        var (frailty, persistent) = One.Normals(start.W0, start.W1);
        var (permanent, buffer) = One.Normals(income.W0, income.W1);
        tile.Id[k] = id;
        tile.Row[k] = row;
        tile.Group[k] = MembershipTables.GroupOf(kind.Sector, kind.Status, kind.IsUrban);
        tile.Frailty[k] = tables.FrailtySd * frailty;
        tile.Persistent[k] = persistentSd * persistent;
        tile.Usual[k] = Incomes.LogUsual(kind, logMedian) + (tables.PermanentSd * permanent);
        tile.Expected[k] = One.Exp(tile.Usual[k] + tables.LogExpected);
        tile.Liquidity[k] = tables.Response == 0 ? tables.MostLiquidity
            : Math.Min(tables.MostLiquidity, One.Exp(logBuffer + (bufferSd * buffer)));
        tile.Cost[k] = (kind.Sector == Sector.Transport ? 1u : 0) | (One.Uniform(traits.W0) < digital ? 2u : 0) | (One.Uniform(income.W3) < saving ? 4u : 0);
        tile.Age[k] = AgeMonths(kind, (int)(One.Uniform(income.W2) * AgeSteps));
        tile.Death[k] = One.Exp(deathIntercept + (deathSlope * tile.Age[k])) / 12;
        tile.FormalJob[k] = formal * FormalFactor(tile.Age[k], kind.Schooling);
        var bits = 0u;
        foreach (var reach in tables.Reaches)
            if (reach.Reach.Target.Has(kind) && (reach.Reach.Share >= 1 || One.Uniform(Draw(id, Purpose.Reach, reach.Stream).W0) < reach.Reach.Share)) bits |= reach.Bit;
        tile.Bits[k] = bits;
        if ((bits & tables.PriceBit) != 0) tile.Cost[k] |= 8;
        var places = 0u;
        for (var s = 0; s < tables.SponsorShare.Length; s++)
            if (tables.Model.Sponsors[s].Holds(kind) && One.Uniform(Draw(id, Purpose.Sponsors, tables.SponsorStream[s]).W0) < tables.SponsorShare[s]) places |= 1u << s;
        tile.Sponsors[k] = places;
        if (kind.EntersInYear > 0) Minor(tile, k);
        else State(tile, k, One.Uniform(start.W2), One.Uniform(start.W3));
    }

    private static void Minor(Tile tile, int k)
    {
        (tile.State[k], tile.Class[k], tile.HashA[k], tile.HashB[k]) = ((uint)PersonState.Minor, (uint)PersonState.Minor, (uint)PersonState.Minor, (uint)PersonState.Minor);
        (tile.Duration[k], tile.PaidStored[k], tile.Registered[k], tile.PaidMonths[k], tile.Mask[k], tile.Savings[k], tile.Flags[k]) = (0, 0, 0, 0, 0, 0, 0);
    }

    private void State(Tile tile, int k, float which, float since)
    {
        var state = 0u;
        while (state < PersonStates.Counted - 1 && which >= cumulative[state]) state++;
        var isMember = state is (uint)PersonState.Active or (uint)PersonState.Grace;
        tile.State[k] = state;
        tile.Duration[k] = state switch
        {
            (uint)PersonState.Grace => 1 + (uint)(since * (tables.GraceEnd - 1)),
            (uint)PersonState.Ended or (uint)PersonState.Claimed => (uint)(since * 24),
            _ => 0,
        };
        tile.PaidStored[k] = state == (uint)PersonState.Active ? 1u : 0;
        tile.Registered[k] = isMember || state is (uint)PersonState.Registered or (uint)PersonState.Ended or (uint)PersonState.Claimed ? 1u : 0;
        var saved = (tile.Cost[k] & 4) != 0 && (isMember || state == (uint)PersonState.Ended);
        (tile.PaidMonths[k], tile.Mask[k], tile.Savings[k], tile.Flags[k]) = (0, isMember ? 1u : 0, saved ? tables.SavingsRupiah : 0, 0);
        (tile.HashA[k], tile.HashB[k], tile.Class[k]) = (state, state, state);
    }

    private static void Nobody(Tile tile, int k)
    {
        (tile.Id[k], tile.State[k], tile.Class[k], tile.Duration[k], tile.Bits[k], tile.Sponsors[k], tile.Cost[k], tile.PaidStored[k], tile.Age[k]) =
            (0, CountedClass.Nobody, CountedClass.Nobody, 0, 0, 0, 0, 0, 15 * 12);
        (tile.Usual[k], tile.Persistent[k], tile.Liquidity[k], tile.Frailty[k], tile.Savings[k], tile.Death[k], tile.FormalJob[k], tile.Group[k], tile.Row[k]) = (14, 0, 1, 0, 0, 0, 0, 0, 0);
        (tile.Flags[k], tile.Registered[k], tile.PaidMonths[k], tile.Mask[k]) = (0, 0, 0, 0);
    }

    private PhiloxBlock Draw(uint id, Purpose purpose, uint second) => Philox.Block(new(id, second, (uint)purpose, replicate), settings.Seed);

    /// <summary>Age in months of a kind of person at a step: of its year or five years, or of the twelve months of the year in which it turns 15, 180 months less the month of the run.</summary>
    public static uint AgeMonths(PersonRow row, int step) => row.EntersInYear > 0 ? (uint)((15 * 12) - (((row.EntersInYear - 1) * 12) + 1 + step)) : row.IsOneYear ? (uint)((row.AgeYears * 12) + step) : AgeMonths(row.AgeYears, step);

    /// <summary>Age in months of a step of five years around a middle in completed years: 17 stands for 15.0 to 20.0, in twelve steps of five months, each at its middle.</summary>
    public static uint AgeMonths(int middleYears, int step) => (uint)Math.Max((middleYears * 12) - 22 + (step * 5), 15 * 12);

    /// <summary>How much readier than others a person finds a formal job.</summary>
    public static float FormalFactor(uint ageMonths, Schooling schooling) => (ageMonths < 25 * 12 ? 1.5f : ageMonths < 45 * 12 ? 1 : .5f) * schooling switch
    {
        Schooling.None => .5f,
        Schooling.Primary => .7f,
        Schooling.Junior => 1,
        Schooling.Senior => 1.4f,
        _ => 2,
    };

    private static float[] Cumulative(IReadOnlyList<double> shares)
    {
        var (sum, result) = (0.0, new float[shares.Count]);
        for (var i = 0; i < shares.Count; i++) result[i] = (float)(sum += shares[i]);
        return result;
    }
}
