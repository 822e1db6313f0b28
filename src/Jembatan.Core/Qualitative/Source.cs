namespace Jembatan.Core.Qualitative;

/// <summary>What kind of text a source is.</summary>
public enum SourceKind
{
    /// <summary>A transcript of an interview or group.</summary>
    Interview,

    /// <summary>A report, a rule, a news item.</summary>
    Document,

    /// <summary>One respondent's answer to one open question of a survey.</summary>
    Survey,
}

/// <summary>What is analysed: a text with revisions.</summary>
public sealed class Source : IEntity
{
    private Source() { }

    /// <summary>A new source without a revision yet.</summary>
    /// <param name="name">Its name, unique in the study.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="importedFrom">Name of the file it came from, without folder; null when typed in.</param>
    /// <param name="importedAt">When it came in.</param>
    public Source(string name, SourceKind kind, string? importedFrom, DateTimeOffset importedAt) =>
        (Id, Name, Kind, ImportedFrom, ImportedAt) = (Id<Source>.New(), name, kind, importedFrom, importedAt);

    /// <summary>Its identity.</summary>
    public Id<Source> Id { get; private set; }

    Guid IEntity.Key => Id.Value;

    /// <summary>Its name, unique in the study.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Its kind.</summary>
    public SourceKind Kind { get; private set; }

    /// <summary>Who speaks in it; null until matched.</summary>
    public Id<Informant>? InformantId { get; private set; }

    /// <summary>Number of the current revision, from 1; 0 before the first.</summary>
    public int Revision { get; private set; }

    /// <summary>File name it came from.</summary>
    public string? ImportedFrom { get; private set; }

    /// <summary>When it came in.</summary>
    public DateTimeOffset ImportedAt { get; private set; }

    /// <summary>How the interview was held; null when nothing is known.</summary>
    public InterviewRecord? Interview { get; private set; }

    /// <summary>Whether its text was overwritten on withdrawn consent.</summary>
    public bool Purged { get; private set; }

    /// <summary>Gives it another name.</summary>
    /// <param name="name">The new name.</param>
    public void Rename(string name) => Name = name;

    /// <summary>Says who speaks in it.</summary>
    /// <param name="informant">The informant, or null to take the match back.</param>
    public void Match(Id<Informant>? informant) => InformantId = informant;

    /// <summary>Says how the interview was held.</summary>
    /// <param name="record">The record.</param>
    public void Describe(InterviewRecord? record) => Interview = record;

    /// <summary>Adds the next revision and makes it current.</summary>
    /// <param name="text">The canonical text.</param>
    /// <param name="turns">Its speaker turns, in order.</param>
    /// <param name="losses">What the importer left out.</param>
    /// <param name="at">When.</param>
    public SourceRevision Revise(CanonicalText text, IReadOnlyList<Turn> turns, IReadOnlyList<string> losses, DateTimeOffset at)
    {
        Revision++;
        return new SourceRevision(Id, Revision, text, turns, losses, at);
    }

    /// <summary>Notes that the text was overwritten.</summary>
    public void MarkPurged() => Purged = true;
}

/// <summary>How an interview was held, as reporting standards ask.</summary>
/// <param name="Date">When.</param>
/// <param name="Place">Where.</param>
/// <param name="Mode">Face to face, telephone, online.</param>
/// <param name="Minutes">Duration in minutes.</param>
/// <param name="Language">Languages and dialects spoken.</param>
/// <param name="OthersPresent">Who else was there.</param>
/// <param name="Interviewer">Who asked.</param>
/// <param name="GuideVersion">Version of the interview guide.</param>
/// <param name="ReturnedToInformant">Whether the transcript went back to the informant; null when not known.</param>
public sealed record InterviewRecord(
    DateOnly? Date = null, string? Place = null, string? Mode = null, int? Minutes = null, string? Language = null,
    string? OthersPresent = null, string? Interviewer = null, string? GuideVersion = null, bool? ReturnedToInformant = null);

/// <summary>One version of a source's text. It never changes in place; a correction makes the next.</summary>
public sealed class SourceRevision : IEntity
{
    private SourceRevision() { }

    internal SourceRevision(Id<Source> sourceId, int number, CanonicalText text, IReadOnlyList<Turn> turns, IReadOnlyList<string> losses, DateTimeOffset at) =>
        (Id, SourceId, Number, TextHash, Length, TurnCount, Turns, Losses, CreatedAt) =
        (Id<SourceRevision>.New(), sourceId, number, text.Hash, text.Length, turns.Count, turns, losses, at);

    /// <summary>Its identity.</summary>
    public Id<SourceRevision> Id { get; private set; }

    Guid IEntity.Key => Id.Value;

    /// <summary>The source.</summary>
    public Id<Source> SourceId { get; private set; }

    /// <summary>Its number, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>SHA-256 of the text, which is kept once, in the append-only blobs.</summary>
    public string TextHash { get; private set; } = "";

    /// <summary>Length in code points.</summary>
    public int Length { get; private set; }

    /// <summary>Number of speaker turns found.</summary>
    public int TurnCount { get; private set; }

    /// <summary>The speaker turns, in order.</summary>
    public IReadOnlyList<Turn> Turns { get; private set; } = [];

    /// <summary>What the importer left out, in words.</summary>
    public IReadOnlyList<string> Losses { get; private set; } = [];

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Replaces speaker turns, as when the reader marks who is who.</summary>
    /// <param name="turns">The turns, in order.</param>
    public void SetTurns(IReadOnlyList<Turn> turns) => (Turns, TurnCount) = (turns, turns.Count);

    /// <summary>Points to the marker that stands in place of a purged text.</summary>
    /// <param name="markerHash">Hash of the marker.</param>
    public void Purge(string markerHash) => (TextHash, Turns, Losses) = (markerHash, [], []);
}
