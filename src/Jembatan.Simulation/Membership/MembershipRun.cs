using Jembatan.Core;
using Jembatan.Simulation.Engine;
using Jembatan.Simulation.Outputs;

namespace Jembatan.Simulation.Membership;

/// <summary>The membership model made ready to run person by person, month by month.</summary>
/// <remarks>
/// Persons are made where they are run, from their number alone, in tiles of 256 through all months. Equal scenario, persons, months, seed and replicate give equal histories whatever the threads, shards or width.
/// <para><b>Unit</b>: persons of the sample; the population has <see cref="Population.PersonTable.Persons"/>.</para>
/// <para><b>Cost</b>: two Philox blocks and six polynomials a person-month.</para>
/// </remarks>
public sealed class MembershipRun
{
    private const int DecileSample = 20_000;
    private readonly MembershipTables tables;
    private volatile TenthEnds? known;

    private MembershipRun(MembershipTables tables) => this.tables = tables;

    /// <summary>The scenario.</summary>
    public Scenario Scenario => tables.Scenario;

    /// <summary>Makes a scenario ready.</summary>
    /// <param name="scenario">The model with its levers.</param>
    /// <param name="months">Months after the start.</param>
    /// <returns>The run, or a problem of the scenario such as <c>rules/no-contribution</c>.</returns>
    public static Result<MembershipRun> Of(Scenario scenario, int months)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        if (scenario.Model.Parameters.All.Values.FirstOrDefault(p => p.IsUnverified) is { } unverified)
            return new Problem("coverage/unverified", $"'{unverified.Id}' rests on memory alone ({unverified.Source}); runs refuse it. Name a source that was read.", unverified.Id);
        var made = MembershipTables.Of(scenario, months);
        return made.Problem is { } problem ? problem : new MembershipRun(made.Value);
    }

    /// <summary>Counts a repetition.</summary>
    /// <param name="settings">Persons, seed, shard, threads; the months are those it was made for.</param>
    /// <param name="replicate">Which repetition, from 0.</param>
    /// <param name="progress">Told of persons done.</param>
    /// <param name="cancellationToken">Stops between blocks.</param>
    /// <returns>The counts, or <c>coverage/too-many-persons</c>.</returns>
    public Result<Tally> Count(RunSettings settings, int replicate, IProgress<long>? progress, CancellationToken cancellationToken) => Count(settings, replicate, null, progress, cancellationToken);

    /// <summary>Counts a repetition beside the same persons' lives in a baseline, with the same luck, block by block.</summary>
    /// <remarks>The scenario's counts hold besides, by group, whose contributions its subsidy pays and for whom the month is paid in the baseline too.</remarks>
    /// <param name="baseline">The other run: same population, same months.</param>
    /// <param name="settings">Persons, seed, shard, threads.</param>
    /// <param name="replicate">Which repetition, from 0.</param>
    /// <param name="progress">Told of persons done.</param>
    /// <param name="cancellationToken">Stops between blocks.</param>
    /// <returns>The counts of both, or <c>coverage/too-many-persons</c>.</returns>
    /// <exception cref="ArgumentException">The two have other persons or other months.</exception>
    public Result<PairedTally> CountBeside(MembershipRun baseline, RunSettings settings, int replicate, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(settings);
        if (baseline.tables.Months != tables.Months || !baseline.tables.Model.Population.IsSameAs(tables.Model.Population)) throw new ArgumentException("Both have the same persons and months.", nameof(baseline));
        if (TooMany(settings) is { } problem) return problem;
        var run = settings with { Months = tables.Months };
        var (ends, others) = (Tenths(run), baseline.Tenths(run));
        if (Scenario.IsCoupled || baseline.Scenario.IsCoupled) return CountTogether(baseline, run, replicate, progress, cancellationToken);
        var counted = new PairedTally(new(), new());
        Blocks.Each(
            run, () => new PairedBlock(record => new(baseline.tables, run, (uint)replicate, others, record), record => new(tables, run, (uint)replicate, ends, null, record), tables.Months),
            (worker, first, count) => worker.Run(first, count), worker => worker.AddTo(counted), progress, cancellationToken);
        return counted;
    }

    /// <summary>What counts say.</summary>
    /// <param name="tallies">One a repetition.</param>
    /// <param name="persons">Persons in each tally: fewer than the run's in a part of it.</param>
    /// <param name="of">What varies between tallies: <c>replicates</c> or <c>draws</c>.</param>
    public Projection Project(IReadOnlyList<Tally> tallies, long persons, string of) => MembershipProjection.Of(tables, tallies, persons, of);

    /// <summary>States of every person in every month, person-major, months + 1 a person; for tests.</summary>
    internal byte[] Histories(RunSettings settings)
    {
        var histories = new StateRecord(settings.Persons, tables.Months);
        return Count(settings, 0, histories, null, CancellationToken.None).IsOk ? histories.States : [];
    }

    private Result<Tally> Count(RunSettings settings, int replicate, StateRecord? histories, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (TooMany(settings) is { } problem) return problem;
        var run = settings with { Months = tables.Months };
        var ends = Tenths(run);
        if (Scenario.IsCoupled)
            return Together(settings) is { } refused ? refused : new CoupledRun(tables, run, () => new MembershipBlock(tables, run, (uint)replicate, ends, histories)).Run(progress, cancellationToken);
        return Blocks.Run(
            run, () => new MembershipBlock(tables, run, (uint)replicate, ends, histories), (worker, first, count) => worker.Run(first, count), worker => worker.Close(), progress, cancellationToken);
    }

    // The whole baseline first, with every state kept; then the scenario beside it.
    private Result<PairedTally> CountTogether(MembershipRun baseline, RunSettings run, int replicate, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        if (Together(run) is { } refused) return refused;
        var (record, ends) = (new StateRecord(run.Persons, tables.Months), Tenths(run));
        var before = baseline.Count(run, replicate, record, null, cancellationToken);
        if (before.Problem is { } problem) return problem;
        Func<MembershipBlock> worker = () => new(tables, run, (uint)replicate, ends, null, record);
        var after = Scenario.IsCoupled ? new CoupledRun(tables, run, worker).Run(progress, cancellationToken)
            : Blocks.Run(run, worker, (w, first, count) => w.Run(first, count), w => w.Close(), progress, cancellationToken);
        return new PairedTally(before.Value, after);
    }

    // Who matters to each other goes together, or not at all.
    private Problem? Together(RunSettings settings)
    {
        var all = tables.Model.Population.Persons;
        if (all > CoupledRun.MostPersons)
            return new("coverage/coupled", $"Peers or a capacity of agents tie {all:N0} persons together month by month; at most {CoupledRun.MostPersons:N0} are kept at a time. Use the population of a smaller area, or switch peers off and leave agents.capacity out.", "switches.peers");
        return settings.Persons == all && settings.Shard.Of == 1 && settings.Batch.Of == 1 ? null
            : new("coverage/coupled", $"Peers or a capacity of agents tie all persons together month by month: neither a part nor a sample can be run. Leave --shard out and ask for all of them (--persons {all.ToString(System.Globalization.CultureInfo.InvariantCulture)}), or switch peers off and leave agents.capacity out.", settings.Shard.Of == 1 ? "--persons" : "--shard");
    }

    private Problem? TooMany(RunSettings settings) => settings.Persons <= tables.Model.Population.Persons ? null
        : new("coverage/too-many-persons", $"{settings.Persons:N0} persons were asked for, but the population has {tables.Model.Population.Persons:N0}. Ask for fewer.", "--persons");

    private float[] Tenths(RunSettings run) =>
        (known is { } made && made.Seed == run.Seed && made.Persons == run.Persons ? made : known = new(run.Seed, run.Persons, Deciles(run))).Ends;

    // Upper ends of the nine lower tenths of usual income, from a fixed sample of the population: as large as the run, between 2,000 and 20,000.
    private float[] Deciles(RunSettings settings)
    {
        var n = (int)Math.Min(Math.Clamp(settings.Persons, 2_000, DecileSample), tables.Model.Population.Persons);
        var start = new TileStart(tables, settings with { Persons = n, Batch = Shard.Whole }, 0);
        var (tile, incomes) = (new Tile(), new List<float>(n));
        for (var first = 0; first < n; first += Tile.Size)
        {
            start.Fill(tile, first, Math.Min(Tile.Size, n - first));
            incomes.AddRange(tile.Usual.AsSpan(0, tile.Count));
        }

        incomes.Sort();
        return [.. Enumerable.Range(1, 9).Select(d => incomes[Math.Min(n - 1, n * d / 10)])];
    }

    private sealed record TenthEnds(ulong Seed, long Persons, float[] Ends);
}

/// <summary>Counts of a baseline and of a scenario over the same persons with the same luck.</summary>
/// <param name="Baseline">Those of the baseline.</param>
/// <param name="Scenario">Those of the scenario.</param>
public sealed record PairedTally(Tally Baseline, Tally Scenario);

/// <summary>A worker that takes each block of persons through the baseline and then through the scenario.</summary>
internal sealed class PairedBlock
{
    private readonly StateRecord record;
    private readonly MembershipBlock baseline, scenario;

    public PairedBlock(Func<StateRecord, MembershipBlock> baseline, Func<StateRecord, MembershipBlock> scenario, int months)
    {
        record = new(Blocks.Size, months);
        (this.baseline, this.scenario) = (baseline(record), scenario(record));
    }

    public void Run(long first, int count)
    {
        record.First = first;
        baseline.Run(first, count);
        scenario.Run(first, count);
    }

    public void AddTo(PairedTally counted)
    {
        counted.Baseline.Add(baseline.Close());
        counted.Scenario.Add(scenario.Close());
    }
}
