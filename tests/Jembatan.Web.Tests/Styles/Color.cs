using System.Globalization;

namespace Jembatan.Web.Tests.Styles;

/// <summary>A colour in linear light, each part 0 to 1.</summary>
internal readonly record struct Color(double R, double G, double B)
{
    /// <summary>Reads <c>#rrggbb</c>.</summary>
    public static Color Of(string hex)
    {
        double Part(int at) => Linear(int.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0);
        return new(Part(1), Part(3), Part(5));
    }

    /// <summary>Contrast ratio of WCAG 2.2, 1 to 21.</summary>
    public static double Contrast(Color a, Color b)
    {
        var (high, low) = (Math.Max(a.Luminance, b.Luminance), Math.Min(a.Luminance, b.Luminance));
        return (high + .05) / (low + .05);
    }

    /// <summary>Distance in OKLab (Björn Ottosson, 2020).</summary>
    public static double Distance(Color a, Color b)
    {
        var (p, q) = (a.OkLab, b.OkLab);
        return Math.Sqrt(Math.Pow(p.L - q.L, 2) + Math.Pow(p.A - q.A, 2) + Math.Pow(p.B - q.B, 2));
    }

    /// <summary>The colour through a matrix in linear light, such as one that simulates a deficiency of colour vision.</summary>
    public Color Through(double[] m) => new(
        Math.Clamp((m[0] * R) + (m[1] * G) + (m[2] * B), 0, 1), Math.Clamp((m[3] * R) + (m[4] * G) + (m[5] * B), 0, 1), Math.Clamp((m[6] * R) + (m[7] * G) + (m[8] * B), 0, 1));

    private double Luminance => (.2126 * R) + (.7152 * G) + (.0722 * B);

    private (double L, double A, double B) OkLab
    {
        get
        {
            var l = Math.Cbrt((.4122214708 * R) + (.5363325363 * G) + (.0514459929 * B));
            var m = Math.Cbrt((.2119034982 * R) + (.6806995451 * G) + (.1073969566 * B));
            var s = Math.Cbrt((.0883024619 * R) + (.2817188376 * G) + (.6299787005 * B));
            return ((.2104542553 * l) + (.7936177850 * m) - (.0040720468 * s), (1.9779984951 * l) - (2.4285922050 * m) + (.4505937099 * s), (.0259040371 * l) + (.7827717662 * m) - (.8086757660 * s));
        }
    }

    private static double Linear(double part) => part <= .04045 ? part / 12.92 : Math.Pow((part + .055) / 1.055, 2.4);
}
