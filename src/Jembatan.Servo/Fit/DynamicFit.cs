using Jembatan.Core;

namespace Jembatan.Servo;

/// <summary>What kind of change a fit now and at a horizon calls for.</summary>
public enum ChangeKind
{
    /// <summary>None.</summary>
    None,

    /// <summary>It fits now and will not: anticipatory change.</summary>
    DriftRisk,

    /// <summary>It does not fit and performance is below target.</summary>
    Reactive,

    /// <summary>The same, and time presses.</summary>
    Crisis,
}

/// <summary>Fit now against fit at a horizon.</summary>
/// <param name="Change">F at the horizon − F now; null when either is missing.</param>
/// <param name="Kind">The change called for; null when F now is missing.</param>
/// <param name="Reason">Why something is missing; null when nothing is.</param>
public sealed record DynamicFitResult(double? Change, ChangeKind? Kind, Reason? Reason);

/// <summary>Dynamic fit: rated twice, now and at a horizon.</summary>
public static class DynamicFit
{
    /// <summary>How much F must fall for a drift risk.</summary>
    public const double Drift = .3;

    /// <summary>The change that two fits call for.</summary>
    /// <remarks>
    /// F now below 0 and performance below target → reactive; with time pressing → crisis. Otherwise ΔF &lt; −.3 with F now at least fairly-fit → drift risk.
    /// The two conditions exclude each other, since one needs F now below 0 and the other above.
    /// <para><b>Source</b>: the idea of needed against realised change is Zajac, Kraatz and Bresser (2000), SMJ 21:429–453; the figures are a proposal of Jembatan.</para>
    /// </remarks>
    /// <param name="now">F now, of a pair or of a strategy's weakest pair; null when there is none.</param>
    /// <param name="horizon">F at the horizon; null when not rated.</param>
    /// <param name="belowTarget">Whether performance is below target; null when not known, which counts as no.</param>
    /// <param name="timeCritical">Whether time presses.</param>
    /// <param name="thresholds">Where support begins.</param>
    public static DynamicFitResult Of(double? now, double? horizon, bool? belowTarget, bool timeCritical, VerdictThresholds thresholds)
    {
        ArgumentNullException.ThrowIfNull(thresholds);
        if (now is not { } f) return new(null, null, Reason.Of("dynamic/no-fit-now", "Kesesuaian sekarang belum ada", "There is no fit now"));
        var change = horizon - f;
        var kind = f < 0 && belowTarget == true ? (timeCritical ? ChangeKind.Crisis : ChangeKind.Reactive)
            : change is { } d && !VerdictThresholds.AtLeast(d, -Drift) && thresholds.Supports(f) ? ChangeKind.DriftRisk
            : ChangeKind.None;
        return new(change, kind, change is null ? Reason.Of("dynamic/no-horizon", "Belum dinilai untuk masa depan", "Not rated for a horizon") : null);
    }

    /// <summary>The machine id: <c>none</c>, <c>drift-risk</c>, <c>reactive</c> or <c>crisis</c>.</summary>
    /// <param name="kind">The kind.</param>
    public static string Id(this ChangeKind kind) => kind switch
    {
        ChangeKind.DriftRisk => "drift-risk",
        ChangeKind.Reactive => "reactive",
        ChangeKind.Crisis => "crisis",
        _ => "none",
    };

    /// <summary>The kind in words.</summary>
    /// <param name="kind">The kind.</param>
    public static Bilingual Words(this ChangeKind kind) => kind switch
    {
        ChangeKind.DriftRisk => new("Berisiko hanyut: ubah sebelum terlambat", "Drift risk: change ahead of time"),
        ChangeKind.Reactive => new("Perubahan reaktif", "Reactive change"),
        ChangeKind.Crisis => new("Krisis", "Crisis"),
        _ => new("Tidak ada perubahan yang mendesak", "No change called for"),
    };
}
