namespace Jembatan.Text.Decoding;

/// <summary>First bytes by which other formats give themselves away.</summary>
internal static class Signatures
{
    internal static bool IsOtherFormat(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("%PDF-"u8) || bytes.StartsWith("PK\u0003\u0004"u8) || bytes.StartsWith("SQLite format 3\0"u8)
        || bytes.StartsWith("GIF8"u8) || bytes.StartsWith("ID3"u8) || bytes.StartsWith("OggS"u8) || bytes.StartsWith("fLaC"u8)
        || bytes.StartsWith("Rar!"u8) || bytes.StartsWith("7z\u00BC\u00AF"u8) || bytes.StartsWith("\u007FELF"u8)
        || bytes is [0x89, 0x50, 0x4E, 0x47, ..] or [0xFF, 0xD8, 0xFF, ..] or [0xD0, 0xCF, 0x11, 0xE0, ..] or [0x1F, 0x8B, ..]
        || (bytes.StartsWith("RIFF"u8) && bytes.Length > 12) || (bytes.Length > 8 && bytes[4..].StartsWith("ftyp"u8));
}
