using System.Globalization;
using System.IO.Compression;
using Jembatan.Core;

namespace Jembatan.Interchange.Intake;

/// <summary>A zip container (docx, odt, xlsx) opened with suspicion.</summary>
/// <remarks>Expanded bytes are counted while they are read; entry names that climb out, too many entries, encryption and implausible ratios are refused.</remarks>
internal sealed class Container : IDisposable
{
    private static readonly byte[] EncryptedPackage = System.Text.Encoding.Unicode.GetBytes("EncryptedPackage");

    private readonly ZipArchive archive;
    private readonly string format;
    private readonly string name;
    private readonly ImportLimits limits;

    private Container(ZipArchive archive, string format, string name, ImportLimits limits) =>
        (this.archive, this.format, this.name, this.limits) = (archive, format, name, limits);

    /// <summary>Opens a container.</summary>
    /// <param name="format">First half of the problem codes.</param>
    /// <param name="name">File name, for messages.</param>
    /// <param name="bytes">The whole file.</param>
    /// <param name="limits">Limits.</param>
    internal static Result<Container> Open(string format, string name, byte[] bytes, ImportLimits limits)
    {
        if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            return bytes.AsSpan().IndexOf(EncryptedPackage) >= 0
                ? Encrypted(format, name)
                : new Problem($"{format}/old-format", $"'{name}' is a file of an old Office version under a new name. Open it in its program, save it as .{format}, and import that.", name);
        }

        ZipArchive archive;
        try
        {
            archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            _ = archive.Entries.Count;      // reads the directory now rather than later
        }
        catch (InvalidDataException)
        {
            return new Problem($"{format}/not-a-zip", $"'{name}' is not a whole .{format} file: it is damaged or of another kind. Open it in its program, save it again, and import that.", name);
        }

        if (archive.Entries.Count > limits.MaxZipEntries)
            return Refuse(archive, $"{format}/too-many-parts", $"'{name}' holds {archive.Entries.Count} parts; at most {limits.MaxZipEntries} are read. Save the text alone as a new file and import that.", name);
        foreach (var entry in archive.Entries)
        {
            if (entry.IsEncrypted) return Refuse(archive, Encrypted(format, name));
            if (entry.FullName.Split('/', '\\').Contains("..") || entry.FullName.StartsWith('/') || entry.FullName.Contains(':', StringComparison.Ordinal))
                return Refuse(archive, $"{format}/unsafe-part", $"'{name}' holds a part that points outside the file, which no honest program writes. Ask for the file again from its author.", name);
        }

        return new Container(archive, format, name, limits);
    }

    /// <summary>Names of all parts.</summary>
    internal IEnumerable<string> Parts => archive.Entries.Select(e => e.FullName);

    /// <summary>Whether a part is there.</summary>
    internal bool Has(string part) => archive.GetEntry(part) is not null;

    /// <summary>The expanded bytes of a part.</summary>
    /// <param name="part">Its name.</param>
    /// <returns>The bytes, or <c>…/no-body</c>, <c>…/too-large</c>, <c>…/zip-bomb</c> or <c>…/damaged</c>.</returns>
    internal Result<byte[]> Read(string part)
    {
        if (archive.GetEntry(part) is not { } entry)
            return new Problem($"{format}/no-body", $"'{name}' has no part {part}. It may be a renamed file of another kind; save it as .{format} and import that.", name);
        try
        {
            using var stream = entry.Open();
            using var held = new MemoryStream();
            var buffer = new byte[81_920];
            for (int read; (read = stream.Read(buffer)) > 0;)
            {
                held.Write(buffer, 0, read);
                if (held.Length > limits.RatioFloorBytes && held.Length > entry.CompressedLength * limits.MaxRatio)
                    return new Problem($"{format}/zip-bomb", $"'{name}' expands beyond all measure, as files made to harm do. Ask for the file again from its author.", name);
                if (held.Length > limits.MaxExpandedBytes)
                    return new Problem($"{format}/too-large", string.Create(CultureInfo.InvariantCulture, $"'{name}' expands to more than {limits.MaxExpandedBytes >> 20} MB. Split it and import the pieces."), name);
            }

            return held.ToArray();
        }
        catch (InvalidDataException)
        {
            return new Problem($"{format}/damaged", $"'{name}' is damaged at {part}. Open it in its program, let it repair the file, save it, and import that.", name);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => archive.Dispose();

    internal static Problem Encrypted(string format, string name) =>
        new($"{format}/encrypted", $"'{name}' is protected by a password. Open it in its program, save it without the password, and import that.", name);

    private static Problem Refuse(ZipArchive archive, string code, string message, string name) => Refuse(archive, new Problem(code, message, name));

    private static Problem Refuse(ZipArchive archive, Problem problem)
    {
        archive.Dispose();
        return problem;
    }
}
