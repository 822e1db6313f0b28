using Jembatan.Core;

namespace Jembatan.App.Samples;

/// <summary>Codings file of one invented interview: who spoke, how it was held, and what two coders made of it.</summary>
internal sealed record SampleInterview(string Source, SampleInformant Informant, SampleRecord Interview, IReadOnlyList<SampleCoding> Codings);

internal sealed record SampleInformant(string Name, string Group, string GroupDetail, string Consent, IReadOnlyDictionary<string, System.Text.Json.JsonElement> Variables);

internal sealed record SampleRecord(string Date, string Place, string Mode, int Minutes, string Language, string? OthersPresent);

/// <param name="Quote">Words that occur once in the interview, inside one turn of the informant.</param>
internal sealed record SampleCoding(string Coder, string Code, string Quote, int Stance = 1, string? Basis = null, string? Strategy = null, string? Note = null);

/// <summary>The file <c>servo.json</c>: everything of the sample study beyond interviews and codings.</summary>
internal sealed record SampleServo(
    Bilingual Notice, string Title, Bilingual Question, Bilingual UnitOfAnalysis, SampleCodebook Codebook, IReadOnlyList<SampleFactor> Factors, IReadOnlyList<SampleStrategy> Strategies,
    IReadOnlyList<SampleMisfit> Misfits, IReadOnlyList<SampleRecommendation> Recommendations, IReadOnlyList<SampleNarrative> Narratives, IReadOnlyDictionary<string, string> Particulars);

/// <param name="Pilot">Sources of the pilot, after which the first version was frozen.</param>
internal sealed record SampleCodebook(IReadOnlyList<string> Pilot, IReadOnlyList<SampleVersion> Versions, IReadOnlyList<SampleAnchor> Anchors);

internal sealed record SampleVersion(int Number, string Note);

internal sealed record SampleAnchor(string Source, string Code, string Quote);

internal sealed record SampleFactor(string Element, string Sub, Bilingual Statement, IReadOnlyList<SampleEvidence> Evidence);

/// <param name="Key">Name within its strategy; null outside strategies.</param>
/// <param name="Kind"><c>quote</c> (source, code and quote of an existing coding), <c>document</c>, <c>statistic</c> or <c>observation</c>.</param>
/// <param name="Tags">Numbers of the citations shipped with the program.</param>
/// <param name="Mark">A, B or C.</param>
internal sealed record SampleEvidence(
    string Kind, string? Key = null, string? Source = null, string? Code = null, string? Quote = null, string? Statement = null, string? Issuer = null,
    IReadOnlyList<string>? Tags = null, string? Date = null, string? Mark = null, string? SeriesPoint = null, int Stance = 1);

internal sealed record SampleStrategy(string Key, IReadOnlyList<SampleEvidence> Evidence, IReadOnlyList<SampleRating> Ratings, SampleVerdict Verdict);

/// <param name="Evidence">Keys of the strategy's evidence.</param>
/// <param name="Horizon">Null for now.</param>
internal sealed record SampleRating(string Criterion, string Required, string Observed, IReadOnlyList<string> Evidence, IReadOnlyList<SampleAnswer> Answers, string? Horizon = null);

internal sealed record SampleAnswer(string Rater, string Value, string Rationale);

internal sealed record SampleVerdict(string Is, string By, string Because);

internal sealed record SampleMisfit(
    string Key, string Strategy, string Criterion, string Status, string Type, string Statement, string Required, string Observed, IReadOnlyList<string> Causes, string Segment,
    SampleAffected? Affected, string Disposition, int Effort, string? Owner = null, string? Due = null, int? Severity = null);

internal sealed record SampleAffected(double Low, double Mid, double High);

/// <param name="Misfits">Keys of misfits.</param>
/// <param name="Evidence"><c>STRATEGY/KEY</c> each.</param>
internal sealed record SampleRecommendation(
    string Change, IReadOnlyList<string> Misfits, IReadOnlyList<string> Causes, IReadOnlyList<string> Evidence, string? Strategy = null, string? Owner = null, string? Due = null);

/// <param name="Text">May hold <c>{{SOURCE|QUOTE}}</c>, which becomes a trace to the coding of those words.</param>
internal sealed record SampleNarrative(string Section, string Author, Bilingual Text);
