using System.Buffers.Binary;
using System.IO.Compression;

namespace Jembatan.Interchange.Spss;

/// <summary>The data as elements of eight bytes, plain or behind command bytes.</summary>
internal sealed class SpssElements(byte[] data, bool isCompressed, double bias, bool isBigEndian)
{
    private readonly byte[] commands = new byte[8];
    private int at;
    private int command = 8;

    /// <summary>The next element; false at the end.</summary>
    public bool Next(Span<byte> element)
    {
        if (!isCompressed) return Raw(element);
        while (true)
        {
            if (command == 8)
            {
                if (!Raw(commands)) return false;
                command = 0;
            }

            var code = commands[command++];
            switch (code)
            {
                case 0: continue;
                case 252: return false;
                case 253: return Raw(element);
                case 254:
                    element.Fill((byte)' ');
                    return true;
                default:
                    var value = code == 255 ? -double.MaxValue : code - bias;
                    if (isBigEndian) BinaryPrimitives.WriteDoubleBigEndian(element, value); else BinaryPrimitives.WriteDoubleLittleEndian(element, value);
                    return true;
            }
        }
    }

    private bool Raw(Span<byte> element)
    {
        if (at + 8 > data.Length) return false;
        data.AsSpan(at, 8).CopyTo(element);
        at += 8;
        return true;
    }
}

/// <summary>The blocks of a zlib-compressed file.</summary>
internal static class SpssBlocks
{
    /// <summary>The command bytes behind the blocks, or null when a block is damaged or expands beyond the limit.</summary>
    public static byte[]? Expand(byte[] bytes, int headerAt, bool isBigEndian, ImportLimits limits)
    {
        var c = new Intake.ByteCursor(bytes, isBigEndian) { At = headerAt };
        c.Skip(8);
        var (trailer, length) = (c.Int64(), c.Int64());
        if (c.IsBeyond || trailer < headerAt || trailer > bytes.Length - 24 || length < 24) return null;
        c.At = (int)trailer + 20;
        var blocks = c.Int32();
        if (blocks < 0 || (long)blocks * 24 > c.Left) return null;
        using var all = new MemoryStream();
        for (var b = 0; b < blocks; b++)
        {
            c.Skip(8);
            var (from, expanded, stored) = (c.Int64(), c.Int32(), c.Int32());
            if (from < 0 || stored < 0 || expanded < 0 || from + stored > bytes.Length || all.Length + expanded > limits.MaxExpandedBytes) return null;
            try
            {
                using var zlib = new ZLibStream(new MemoryStream(bytes, (int)from, stored), CompressionMode.Decompress);
                var block = new byte[expanded];
                zlib.ReadExactly(block);
                all.Write(block);
            }
            catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
            {
                return null;
            }
        }

        return all.ToArray();
    }
}
