using System.Buffers;
using Jembatan.Core;
using Jembatan.Core.Qualitative;

namespace Jembatan.Storage.Bulk;

/// <summary>All codings of a SQLite study, of each coder a list of numbers: the place of the code, the place of the source, a digit that tells stance and basis.</summary>
internal sealed class PackedCodings
{
    // SQLite sorts nothing and passes few rows: so many codings come in one string.
    private const int RowsAtOnce = 20_000;
    private const int Hex = 32, Against = 4, DigitBits = 3, SourceBits = 36;
    private readonly Dictionary<Id<Code>, int> codeAt = [];
    private readonly Dictionary<Id<Source>, int> sourceAt = [];
    private readonly Dictionary<Id<Coder>, List<ulong>> codings = [];

    private PackedCodings()
    {
    }

    /// <param name="db">The study, its connection open.</param>
    /// <param name="conditions">The WHERE of <see cref="CodingCounts.Conditions"/>, never empty.</param>
    /// <param name="digit">SQL of the digit, 0 to 7.</param>
    public static async Task<PackedCodings> ReadAsync(JembatanDb db, string conditions, string digit, CancellationToken cancellationToken)
    {
        var packed = new PackedCodings();
        await using var command = Rows.Command(db, $"""
            SELECT MAX(place), CAST(group_concat(hex(coder) || hex(code) || hex(source) || digit, '') AS BLOB) FROM (
              SELECT rowid AS place, "CoderId" AS coder, "CodeId" AS code, "SourceId" AS source, {digit} AS digit FROM "Codings" NOT INDEXED {conditions} AND rowid > @last ORDER BY rowid LIMIT {RowsAtOnce})
            """);
        CodingCounts.BindConditions(db, command, null);
        var last = command.Bind("@last", long.MinValue);
        while (true)
        {
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            if (!await reader.ReadAsync(cancellationToken) || await reader.IsDBNullAsync(0, cancellationToken)) return packed;
            last.Value = reader.GetInt64(0);
            packed.Add(reader.GetFieldValue<byte[]>(1));
        }
    }

    /// <summary>Counts them, coder after coder.</summary>
    public IEnumerable<(Id<Coder> Coder, List<CodingCount> Counts)> ByCoder()
    {
        Id<Code>[] codes = [.. codeAt.Keys];
        Id<Source>[] sources = [.. sourceAt.Keys];
        foreach (var (coder, own) in codings)
        {
            own.Sort();
            yield return (coder, Counted(own, codes, sources));
        }
    }

    private static List<CodingCount> Counted(List<ulong> sorted, Id<Code>[] codes, Id<Source>[] sources)
    {
        var counts = new List<CodingCount>();
        Span<int> digits = stackalloc int[2 * Against];
        for (var at = 0; at < sorted.Count;)
        {
            var pair = sorted[at] >> DigitBits;
            digits.Clear();
            for (; at < sorted.Count && sorted[at] >> DigitBits == pair; at++) digits[(int)(sorted[at] & ((1 << DigitBits) - 1))]++;
            counts.Add(CodingCount.OfDigits(codes[(int)(pair >> SourceBits)], sources[(int)(pair & ((1UL << SourceBits) - 1))], digits));
        }

        return counts;
    }

    private void Add(ReadOnlySpan<byte> text)
    {
        Span<byte> ids = stackalloc byte[3 * Hex / 2];
        for (var at = 0; at < text.Length; at += (3 * Hex) + 1)
        {
            if (Convert.FromHexString(text.Slice(at, 3 * Hex), ids, out _, out _) != OperationStatus.Done) throw new InvalidDataException("An identity of a coder, a code or a source is not one.");
            var coder = new Id<Coder>(new Guid(ids[..16], bigEndian: true));
            var (code, source) = (new Id<Code>(new Guid(ids[16..32], bigEndian: true)), new Id<Source>(new Guid(ids[32..], bigEndian: true)));
            if (!codings.TryGetValue(coder, out var own)) codings.Add(coder, own = []);
            own.Add(((((ulong)Place(codeAt, code) << SourceBits) | (uint)Place(sourceAt, source)) << DigitBits) | (uint)(text[at + (3 * Hex)] - '0'));
        }
    }

    private static int Place<T>(Dictionary<Id<T>, int> places, Id<T> id)
    {
        if (!places.TryGetValue(id, out var place)) places.Add(id, place = places.Count);
        return place;
    }
}
