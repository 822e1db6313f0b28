namespace Jembatan.Interchange.Tests.Hostile;

/// <summary>A stream of letters without end to speak of, which counts what is taken from it.</summary>
internal sealed class LongStream(long length, bool canSeek) : Stream
{
    internal long Taken { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => canSeek;

    public override bool CanWrite => false;

    public override long Length => canSeek ? length : throw new NotSupportedException();

    public override long Position { get => Taken; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        count = (int)Math.Min(count, length - Taken);
        Array.Fill(buffer, (byte)'a', offset, count);
        Taken += count;
        return count;
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

/// <summary>A stream whose file goes away after some bytes.</summary>
internal sealed class VanishingStream(byte[] bytes, int after) : Stream
{
    private int at;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => at; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (at >= after) throw new IOException("The network name is no longer available.");
        count = Math.Min(count, Math.Min(after, bytes.Length) - at);
        Array.Copy(bytes, at, buffer, offset, count);
        at += count;
        return count;
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
