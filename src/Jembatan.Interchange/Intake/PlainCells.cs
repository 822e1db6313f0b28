using System.Globalization;
using System.Text;
using Jembatan.Core.Qualitative;

namespace Jembatan.Interchange.Intake;

/// <summary>Cells of binary tables as text.</summary>
internal static class PlainCells
{
    /// <summary>A number in invariant notation, whole ones without a point; empty when it is none.</summary>
    public static string Number(double value) =>
        !double.IsFinite(value) ? "" : value == Math.Floor(value) && Math.Abs(value) < 1e15 ? value.ToString("0", CultureInfo.InvariantCulture) : value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A float: the shortest number that is that float.</summary>
    public static string Number(float value) =>
        !float.IsFinite(value) ? "" : value == MathF.Floor(value) && MathF.Abs(value) < 1e7f ? value.ToString("0", CultureInfo.InvariantCulture) : value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Text up to its first zero byte, without blanks at its ends.</summary>
    public static string Text(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        var end = bytes.IndexOf((byte)0);
        return CanonicalText.From(encoding.GetString(end < 0 ? bytes : bytes[..end])).Value.Trim();
    }

    /// <summary>A code page by number, or the western one when it is not known.</summary>
    public static Encoding CodePage(int number)
    {
        try
        {
            return number is 65001 or 0 ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(number) ?? Encoding.GetEncoding(number);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        }
    }
}
