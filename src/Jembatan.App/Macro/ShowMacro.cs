using Jembatan.App.Causes;
using Jembatan.App.Gaps;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;
using Jembatan.Storage;

namespace Jembatan.App.Macro;

/// <summary>The macro-economy beside what informants say of it. Descriptive, never a causal claim.</summary>
public static class ShowMacro
{
    /// <param name="Notice">That the view is descriptive.</param>
    /// <param name="Series">Every series with the codes it speaks to.</param>
    /// <param name="Unlinked">MX and FI codes that no series speaks to.</param>
    /// <param name="Citations">Sources by number.</param>
    public sealed record Response(Bilingual Notice, IReadOnlyList<MacroSeries> Series, IReadOnlyList<MacroVoice> Unlinked, int OfInformants, IReadOnlyDictionary<string, GapCitation> Citations);

    public static Task<Result<Response>> HandleAsync(JembatanDb db, CancellationToken cancellationToken) => throw new NotImplementedException();
}

/// <summary>A series as printed.</summary>
/// <param name="Month">The month of the year that all points are of; null when the points are of whole years.</param>
/// <param name="Caution">What must not be done with it.</param>
/// <param name="Voices">The codes it speaks to, with what informants say.</param>
/// <param name="Ratings">S–E ratings that rest on a point of it.</param>
public sealed record MacroSeries(
    string Key, Bilingual Name, string Unit, Bilingual Definition, string? Month, Bilingual? Caution, IReadOnlyList<MacroPoint> Points, IReadOnlyList<MacroVoice> Voices,
    IReadOnlyList<MacroRating> Ratings);

/// <summary>A point as printed.</summary>
/// <param name="TraceId">Such as <c>series:informal-share/2025-08</c>.</param>
/// <param name="Printed">The value as it was printed.</param>
public sealed record MacroPoint(string TraceId, string Date, double? Value, string? Printed, string Mark, Bilingual? Note, IReadOnlyList<string> Sources);

/// <summary>What informants say of one code.</summary>
public sealed record MacroVoice(
    string Code, Bilingual Name, Bilingual Definition, int Informants, IReadOnlyDictionary<InformantGroup, int> Groups, int Codings, int Contradicting, IReadOnlyList<CauseQuote> Quotes);

/// <summary>A rating that rests on a point of a series.</summary>
public sealed record MacroRating(Id<Rating> Id, string Strategy, Bilingual Title, string Criterion, string Rater, string Value, string? Horizon, string Point, Id<Evidence> Evidence);
