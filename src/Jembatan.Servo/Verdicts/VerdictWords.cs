using Jembatan.Core;
using Jembatan.Core.Strategies;

namespace Jembatan.Servo;

/// <summary>The verdicts as machine ids and as words.</summary>
public static class VerdictWords
{
    /// <summary>All verdicts, best first, <i>insufficient</i> last.</summary>
    public static IReadOnlyList<VerdictKind> All { get; } =
        [VerdictKind.Fit, VerdictKind.FairlyFit, VerdictKind.Unclear, VerdictKind.Misfit, VerdictKind.Insufficient];

    /// <summary>The machine id: <c>fit</c>, <c>fairly-fit</c>, <c>unclear</c>, <c>misfit</c> or <c>insufficient</c>.</summary>
    /// <param name="verdict">The verdict.</param>
    public static string Id(this VerdictKind verdict) => verdict switch
    {
        VerdictKind.Fit => "fit",
        VerdictKind.FairlyFit => "fairly-fit",
        VerdictKind.Unclear => "unclear",
        VerdictKind.Misfit => "misfit",
        _ => "insufficient",
    };

    /// <summary>The verdict in words.</summary>
    /// <param name="verdict">The verdict.</param>
    public static Bilingual Words(this VerdictKind verdict) => verdict switch
    {
        VerdictKind.Fit => new("Sesuai", "Fit"),
        VerdictKind.FairlyFit => new("Cukup sesuai", "Fairly fit"),
        VerdictKind.Unclear => new("Belum jelas", "Unclear"),
        VerdictKind.Misfit => new("Tidak sesuai", "No fit"),
        _ => new("Bukti belum cukup", "Not enough evidence"),
    };

    /// <summary>Reads a machine id or the words of either language, whatever the case.</summary>
    /// <param name="text">Such as <c>fairly-fit</c> or <c>Cukup sesuai</c>.</param>
    /// <returns>The verdict, or null when the text names none.</returns>
    public static VerdictKind? Parse(string? text)
    {
        var t = text?.Trim();
        foreach (var v in All)
            if (Same(t, v.Id()) || Same(t, v.Words().Id) || Same(t, v.Words().En)) return v;
        return null;
    }

    private static bool Same(string? a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
