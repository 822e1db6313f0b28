using System.Globalization;

namespace Jembatan.Simulation.Engine;

/// <summary>What a run counted: named arrays of whole numbers and the digest of all histories, both of which simply add up over blocks, threads, shards and machines.</summary>
/// <remarks>Weights and rupiah are in fixed point before they come here, so that no order of adding can change a result.</remarks>
public sealed class Tally
{
    private readonly SortedDictionary<string, long[]> parts = new(StringComparer.Ordinal);

    /// <summary>The arrays by name.</summary>
    public IReadOnlyDictionary<string, long[]> Parts => parts;

    /// <summary>Sum over persons, modulo 2¹²⁸, of the finalised digests of their histories.</summary>
    public UInt128 Hash { get; private set; }

    /// <summary>The digest as 32 hexadecimal digits.</summary>
    public string HashText => Hash.ToString("x32", CultureInfo.InvariantCulture);

    /// <summary>The array of a name; made with zeros when it is not there yet.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="length">Its length.</param>
    /// <exception cref="ArgumentException">It is there with another length.</exception>
    public long[] Part(string name, int length)
    {
        if (!parts.TryGetValue(name, out var values)) parts[name] = values = new long[length];
        return values.Length == length ? values : throw new ArgumentException($"'{name}' has {values.Length} entries, not {length}.", nameof(length));
    }

    /// <summary>Adds the digest of one or more persons.</summary>
    /// <param name="hash">Sum of finalised digests.</param>
    public void AddHash(UInt128 hash) => Hash = unchecked(Hash + hash);

    /// <summary>Adds what another part of the same run counted.</summary>
    /// <param name="other">The other part: arrays of the same names and lengths, or names not seen here yet.</param>
    public void Add(Tally other)
    {
        ArgumentNullException.ThrowIfNull(other);
        foreach (var (name, values) in other.parts)
        {
            var mine = Part(name, values.Length);
            for (var i = 0; i < values.Length; i++) mine[i] = checked(mine[i] + values[i]);
        }

        AddHash(other.Hash);
    }
}
