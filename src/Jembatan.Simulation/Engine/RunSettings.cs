using Jembatan.Simulation.Engine.Lanes;

namespace Jembatan.Simulation.Engine;

/// <summary>A part of a run: the persons of one machine or job.</summary>
/// <param name="Index">Which part, 1 to <paramref name="Of"/>.</param>
/// <param name="Of">How many parts there are.</param>
public readonly record struct Shard(int Index, int Of)
{
    /// <summary>The run in one piece.</summary>
    public static Shard Whole { get; } = new(1, 1);

    /// <summary>The persons of this part, of all that there are: from the first to before the end.</summary>
    /// <param name="persons">Persons of the whole run.</param>
    public (long First, long End) Range(long persons) => ((long)((Int128)persons * (Index - 1) / Of), (long)((Int128)persons * Index / Of));
}

/// <summary>How a model is run. Nothing here but <see cref="Persons"/>, <see cref="Months"/>, <see cref="Seed"/> and <see cref="Replicates"/> changes a result.</summary>
/// <remarks>Person, month, purpose and replicate are 32-bit words of the random counter, which bounds each of them.</remarks>
public sealed record RunSettings
{
    /// <summary>Persons, 1 to 4,000 million.</summary>
    public long Persons { get; init; } = 1_000_000;

    /// <summary>Months after the start, 1 to 1,200.</summary>
    public int Months { get; init; } = 120;

    /// <summary>The seed: key of every draw.</summary>
    public ulong Seed { get; init; } = 42;

    /// <summary>Repetitions with luck of their own, 1 to 1,000.</summary>
    public int Replicates { get; init; } = 1;

    /// <summary>Threads; 0 for one a core.</summary>
    public int Threads { get; init; }

    /// <summary>The part of the persons that is run.</summary>
    public Shard Shard { get; init; } = Shard.Whole;

    /// <summary>Every n-th person of the sample, from a first one on: parts that are alike, for intervals; the shard is taken of these.</summary>
    public Shard Batch { get; init; } = Shard.Whole;

    /// <summary>Persons of the batch.</summary>
    public long PersonsInBatch => (Persons - Batch.Index + Batch.Of) / Batch.Of;

    /// <summary>The place in the sample of a person of the batch.</summary>
    /// <param name="number">Number within the batch, from 0.</param>
    public long PlaceOf(long number) => (number * Batch.Of) + Batch.Index - 1;

    /// <summary>Persons handled at a time; for tests, since every width gives the same bits.</summary>
    public Width Width { get; init; } = Width.Best;

    /// <summary>Threads that will be used.</summary>
    public int ThreadsUsed => Threads > 0 ? Threads : Environment.ProcessorCount;
}
