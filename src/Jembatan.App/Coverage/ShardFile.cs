using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Jembatan.Core;
using Jembatan.Simulation.Engine;

namespace Jembatan.App.Coverage;

/// <summary>The file of one part of a run: what identifies the run, which part it is, and what was counted.</summary>
internal sealed record ShardFile
{
    private const int Version = 1;
    private const long MostBytes = 256L << 20;

    public string Format { get; init; } = "jembatan-coverage-shard";

    public int FormatVersion { get; init; } = Version;

    /// <summary>Digest of everything that parts of one run have in common.</summary>
    public required string Run { get; init; }

    public required string ModelName { get; init; }

    public required string Model { get; init; }

    public required IReadOnlyList<string> Levers { get; init; }

    public string? Scenario { get; init; }

    public required long Persons { get; init; }

    public required int Months { get; init; }

    public required ulong Seed { get; init; }

    public required int Replicates { get; init; }

    public required int Draws { get; init; }

    public required int Shard { get; init; }

    public required int Of { get; init; }

    public required IReadOnlyList<ShardTally> Tallies { get; init; }

    public static ShardFile From(CoverageModel model, RunCounts counts)
    {
        var s = counts.Settings;
        var file = new ShardFile
        {
            Run = "", ModelName = model.Name, Model = model.Text, Levers = counts.Levers, Scenario = counts.Scenario, Persons = s.Persons, Months = s.Months, Seed = s.Seed,
            Replicates = s.Replicates, Draws = counts.Draws, Shard = s.Shard.Index, Of = s.Shard.Of,
            Tallies = [.. counts.Tallies.Select(t => ShardTally.From(t))],
        };
        return file with { Run = file.Identity() };
    }

    public byte[] Bytes() => JsonSerializer.SerializeToUtf8Bytes(this, ShardJson.Default.ShardFile);

    /// <summary>Reads a file and checks that it is whole and says the truth about which run it belongs to.</summary>
    public static async Task<Result<ShardFile>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var name = Path.GetFileName(path);
        if (!File.Exists(path)) return new Problem("coverage/no-shard", $"There is no file '{path}'. Check the name.", path);
        if (new FileInfo(path).Length > MostBytes) return NotOne(name);
        ShardFile? file;
        try
        {
            file = JsonSerializer.Deserialize(await File.ReadAllBytesAsync(path, cancellationToken), ShardJson.Default.ShardFile);
        }
        catch (JsonException)
        {
            return NotOne(name);
        }

        if (file is not { Format: "jembatan-coverage-shard", FormatVersion: Version } || file.Run != file.Identity()) return NotOne(name);
        var isPart = file.Of is >= 1 and <= 100_000 && file.Shard >= 1 && file.Shard <= file.Of && file.Persons >= file.Of && file.Months is >= 1 and <= 1200;
        return isPart && file.Tallies.Count > 0 && file.Tallies.All(t => t.Digest == t.Seal() && t.IsNumbers(file.Of)) ? file : NotOne(name);
    }

    public Tally TallyOf(int at)
    {
        var tally = new Tally();
        foreach (var (name, values) in Tallies[at].Parts) values.CopyTo(tally.Part(name, values.Length), 0);
        tally.AddHash(UInt128.Parse(Tallies[at].Hash, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
        return tally;
    }

    private string Identity()
    {
        var parts = string.Create(CultureInfo.InvariantCulture, $"{Version}\n{Persons} {Months} {Seed} {Replicates} {Draws} {Of}\n{string.Join('\n', Levers)}\n\n{Scenario}\n\n{Model}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(parts)));
    }

    private static Problem NotOne(string name) =>
        new("coverage/not-a-shard", $"{name} is not the file of one part of a run, or was changed since. Name files that 'coverage run … --shard i/n --out FILE' wrote.", name);
}

/// <summary>What one repetition of a part counted.</summary>
/// <param name="Hash">Digest of the histories.</param>
/// <param name="Digest">Seal of this record, so that a changed file is seen.</param>
/// <param name="Parts">Counts by name.</param>
internal sealed record ShardTally(string Hash, string Digest, SortedDictionary<string, long[]> Parts)
{
    public static ShardTally From(Tally tally)
    {
        var made = new ShardTally(tally.HashText, "", new(tally.Parts.ToDictionary(p => p.Key, p => p.Value)));
        return made with { Digest = made.Seal() };
    }

    public string Seal()
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        digest.AppendData(Encoding.UTF8.GetBytes(Hash));
        foreach (var (name, values) in Parts)
        {
            digest.AppendData(Encoding.UTF8.GetBytes($"\n{name} {values.Length}\n"));
            var bytes = new byte[8];
            foreach (var value in values)
            {
                BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
                digest.AppendData(bytes);
            }
        }

        return Convert.ToHexStringLower(digest.GetHashAndReset());
    }

    // Numbers small enough that the sum over all parts stays a 64-bit number.
    public bool IsNumbers(int of) =>
        UInt128.TryParse(Hash, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _)
        && Parts.Values.All(values => values.All(v => v <= long.MaxValue / of && v >= -(long.MaxValue / of)));
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ShardFile))]
internal sealed partial class ShardJson : JsonSerializerContext;
