using System.IO.Compression;
using System.Text.Json;
using Jembatan.Storage.Journal;

namespace Jembatan.Storage.Merge;

/// <summary>A change set as merging sees it: its place in time, and which copy knows it.</summary>
internal sealed record Head(Guid Id, long Clock, Guid Replica, ChangeSetKind Kind, Side Side) : IComparable<Head>
{
    /// <summary>The order of history: clock, then replica, then identity.</summary>
    public int CompareTo(Head? other) => other is null ? 1 : (Clock, Replica, Id).CompareTo((other.Clock, other.Replica, other.Id));
}

/// <summary>What a step did to one entity.</summary>
internal readonly record struct Deed(Shape Shape, Guid Id, ChangeOperation What, ReadOnlyMemory<byte> Payload)
{
    private const int LargestBytes = 512 << 20;

    /// <summary>The deeds of a change; those of many are taken apart.</summary>
    public static IEnumerable<Deed> Of(Change change, IReadOnlyDictionary<string, Shape> shapes)
    {
        if (!shapes.TryGetValue(change.Entity, out var shape)) throw new InvalidDataException($"The journal names an unknown kind of entity '{change.Entity}'.");
        if (change.Operation is not (ChangeOperation.AddMany or ChangeOperation.RemoveMany))
        {
            if (change.Payload.Length < 2 || change.Payload[0] != (byte)'{') throw new InvalidDataException("A step of the journal holds no fields.");
            return [new Deed(shape, change.EntityId, change.Operation, change.Payload)];
        }

        var what = change.Operation == ChangeOperation.AddMany ? ChangeOperation.Add : ChangeOperation.Remove;
        return Apart(Unpacked(change.Payload)).ConvertAll(row => new Deed(shape, row.Id, what, row.Fields));
    }

    private static byte[] Unpacked(byte[] payload)
    {
        using var stream = new BrotliStream(new MemoryStream(payload), CompressionMode.Decompress);
        using var whole = new MemoryStream(payload.Length * 4);
        var buffer = new byte[1 << 16];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            if (whole.Length + read > LargestBytes) throw new InvalidDataException("A step of the journal is larger than any that this program writes.");
            whole.Write(buffer, 0, read);
        }

        return whole.ToArray();
    }

    private static List<(Guid Id, ReadOnlyMemory<byte> Fields)> Apart(byte[] rows)
    {
        var found = new List<(Guid, ReadOnlyMemory<byte>)>();
        var reader = new Utf8JsonReader(rows);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            var start = (int)reader.TokenStartIndex;
            var id = Guid.Empty;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isId = reader.ValueTextEquals("Id"u8);
                reader.Read();
                if (isId) id = reader.GetGuid();
                else reader.Skip();
            }

            found.Add((id, rows.AsMemory(start, (int)reader.BytesConsumed - start)));
        }

        return found;
    }
}
