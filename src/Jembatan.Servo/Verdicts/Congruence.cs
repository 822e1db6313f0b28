using Jembatan.Core;
using Jembatan.Core.Strategies;

namespace Jembatan.Servo;

/// <summary>How environment, values and resources overlap around a strategy (E–V–R congruence).</summary>
public enum CongruenceKind
{
    /// <summary>All three support it.</summary>
    Congruent,

    /// <summary>Resources stand apart: known and wanted, means are missing.</summary>
    ConsciouslyIncompetent,

    /// <summary>Values stand apart: the means are there, priorities lie elsewhere.</summary>
    UnconsciouslyCompetent,

    /// <summary>Environment stands apart: coherent inside, no longer matching outside.</summary>
    StrategicDrift,

    /// <summary>Two or three stand apart.</summary>
    LostOrganisation,
}

/// <summary>The congruence of a strategy, or why it has none.</summary>
/// <param name="Kind">The pattern; null when a pair has no fit.</param>
/// <param name="Reason">Why there is none.</param>
/// <param name="IsProvisional">Whether it rests on a pair whose evidence is not enough for a verdict.</param>
public sealed record CongruenceResult(CongruenceKind? Kind, Reason? Reason, bool IsProvisional);

/// <summary>The congruence rule and its words.</summary>
public static class Congruence
{
    /// <summary>The pattern of the four main pairs.</summary>
    /// <remarks>
    /// R = min(S–R, S–O). None of E, R, V below fairly-fit → congruent; exactly one → its pattern; two or three → lost organisation.
    /// <para><b>Source</b>: Thompson's E–V–R congruence as retold in secondary texts, which disagree on the name of the pattern in which values stand apart; hence editable words.</para>
    /// </remarks>
    /// <param name="pairs">Fits of the main pairs.</param>
    /// <param name="thresholds">Where support begins.</param>
    /// <returns>No label, with the reason, when any of the four has no fit.</returns>
    public static CongruenceResult Of(IReadOnlyList<PairFitResult> pairs, VerdictThresholds thresholds)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        ArgumentNullException.ThrowIfNull(thresholds);
        var main = Elements.MainPairs.Select(p => pairs.FirstOrDefault(x => x.Pair == p)).ToList();
        var unrated = Elements.MainPairs.Where((_, i) => main[i]?.Fit is null).Select(p => $"S–{p.Other().Letter()}").ToList();
        if (unrated.Count > 0)
        {
            var names = string.Join(", ", unrated);
            return new(null, Reason.Of("congruence/unrated", $"Belum dinilai: {names}", $"Not rated yet: {names}"), false);
        }

        var provisional = main.Exists(p => !p!.IsDecided);
        bool Apart(int place) => !thresholds.Supports(main[place]!.Fit!.Value);
        var (environment, resources, values) = (Apart(0), Apart(1) || Apart(3), Apart(2));
        var kind = (environment, resources, values) switch
        {
            (false, false, false) => CongruenceKind.Congruent,
            (false, true, false) => CongruenceKind.ConsciouslyIncompetent,
            (false, false, true) => CongruenceKind.UnconsciouslyCompetent,
            (true, false, false) => CongruenceKind.StrategicDrift,
            _ => CongruenceKind.LostOrganisation,
        };
        return new(kind, null, provisional);
    }

    /// <summary>The machine id, such as <c>strategic-drift</c>.</summary>
    /// <param name="kind">The pattern.</param>
    public static string Id(this CongruenceKind kind) => kind switch
    {
        CongruenceKind.Congruent => "congruent",
        CongruenceKind.ConsciouslyIncompetent => "consciously-incompetent",
        CongruenceKind.UnconsciouslyCompetent => "unconsciously-competent",
        CongruenceKind.StrategicDrift => "strategic-drift",
        _ => "lost-organisation",
    };

    /// <summary>The default label.</summary>
    /// <param name="kind">The pattern.</param>
    public static Bilingual Words(this CongruenceKind kind) => kind switch
    {
        CongruenceKind.Congruent => new("Selaras", "Congruent"),
        CongruenceKind.ConsciouslyIncompetent => new("Tahu, mau, belum mampu", "Consciously incompetent"),
        CongruenceKind.UnconsciouslyCompetent => new("Mampu, belum diutamakan", "Unconsciously competent"),
        CongruenceKind.StrategicDrift => new("Strategi hanyut", "Strategic drift"),
        _ => new("Tidak saling menopang", "Lost organisation"),
    };

    /// <summary>The label of a study: its own words where it has set them, else the default.</summary>
    /// <param name="kind">The pattern.</param>
    /// <param name="particulars">The study's particulars; keys <c>servo.congruence.ID.id</c> and <c>servo.congruence.ID.en</c>.</param>
    public static Bilingual Words(this CongruenceKind kind, IReadOnlyDictionary<string, string> particulars)
    {
        ArgumentNullException.ThrowIfNull(particulars);
        var (key, words) = ($"servo.congruence.{kind.Id()}", kind.Words());
        return new(particulars.GetValueOrDefault(key + ".id", words.Id), particulars.GetValueOrDefault(key + ".en", words.En));
    }
}
