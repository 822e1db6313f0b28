using System.Buffers.Binary;

namespace Jembatan.Interchange.Intake;

/// <summary>Walks over the bytes of a binary file; a step beyond the end is noted and gives zeros, never an exception.</summary>
internal ref struct ByteCursor(ReadOnlySpan<byte> bytes, bool isBigEndian)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;

    /// <summary>The next place.</summary>
    public int At { get; set; }

    /// <summary>Whether numbers have their high byte first.</summary>
    public bool IsBigEndian { get; set; } = isBigEndian;

    /// <summary>Whether something was asked for beyond the end.</summary>
    public bool IsBeyond { get; private set; }

    /// <summary>Bytes that are left.</summary>
    public readonly int Left => bytes.Length - At;

    /// <summary>The next bytes; none when there are not so many.</summary>
    public ReadOnlySpan<byte> Take(long count)
    {
        if (count < 0 || At < 0 || count > Left)
        {
            IsBeyond = true;
            return [];
        }

        var taken = bytes.Slice(At, (int)count);
        At += (int)count;
        return taken;
    }

    public void Skip(long count) => Take(count);

    public byte Byte() => Take(1) is { Length: 1 } b ? b[0] : (byte)0;

    public ushort UInt16() => Take(2) is { Length: 2 } b ? IsBigEndian ? BinaryPrimitives.ReadUInt16BigEndian(b) : BinaryPrimitives.ReadUInt16LittleEndian(b) : (ushort)0;

    public int Int32() => Take(4) is { Length: 4 } b ? IsBigEndian ? BinaryPrimitives.ReadInt32BigEndian(b) : BinaryPrimitives.ReadInt32LittleEndian(b) : 0;

    public long Int64() => Take(8) is { Length: 8 } b ? IsBigEndian ? BinaryPrimitives.ReadInt64BigEndian(b) : BinaryPrimitives.ReadInt64LittleEndian(b) : 0;

    public float Single() => BitConverter.Int32BitsToSingle(Int32());

    public double Double() => BitConverter.Int64BitsToDouble(Int64());
}
