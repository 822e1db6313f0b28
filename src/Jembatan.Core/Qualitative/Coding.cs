using Jembatan.Core.Strategies;

namespace Jembatan.Core.Qualitative;

/// <summary>How an informant knows what is said.</summary>
public enum Basis
{
    /// <summary>Lived through it (<i>pengalaman</i>).</summary>
    Experience,

    /// <summary>Knows it from learning, reading or being told (<i>pengetahuan</i>).</summary>
    Knowledge,

    /// <summary>Saw it in others (<i>pengamatan</i>).</summary>
    Observation,
}

/// <summary>A person in the act of coding, rating or judging.</summary>
public sealed class Coder : IEntity
{
    private Coder() { }

    /// <summary>A new coder.</summary>
    /// <param name="name">Name, unique in the study.</param>
    public Coder(string name) => (Id, Name) = (Id<Coder>.New(), name);

    /// <summary>Its identity.</summary>
    public Id<Coder> Id { get; private set; }

    Guid IEntity.Key => Id.Value;

    /// <summary>Name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Gives another name.</summary>
    /// <param name="name">The new name.</param>
    public void Rename(string name) => Name = name;
}

/// <summary>One code put on one selection by one coder.</summary>
public sealed class Coding : IEntity
{
    private Coding() { }

    /// <summary>Its identity.</summary>
    public Id<Coding> Id { get; private set; }

    Guid IEntity.Key => Id.Value;

    /// <summary>The source.</summary>
    public Id<Source> SourceId { get; private set; }

    /// <summary>Number of the revision that the positions belong to.</summary>
    public int Revision { get; private set; }

    /// <summary>The code.</summary>
    public Id<Code> CodeId { get; private set; }

    /// <summary>The coder.</summary>
    public Id<Coder> CoderId { get; private set; }

    /// <summary>First position, code points.</summary>
    public int Start { get; private set; }

    /// <summary>Position after the last, code points.</summary>
    public int End { get; private set; }

    /// <summary>The exact words.</summary>
    public string Quote { get; private set; } = "";

    /// <summary>Context before.</summary>
    public string Before { get; private set; } = "";

    /// <summary>Context after.</summary>
    public string After { get; private set; } = "";

    /// <summary>Whose words they are, from the turns of the revision.</summary>
    public Voice Voice { get; private set; }

    /// <summary>About the code's statement: 1 it holds, −1 it is contradicted, 0 mentioned without taking a side.</summary>
    public int Stance { get; private set; } = 1;

    /// <summary>How the informant knows it; null when not judged.</summary>
    public Basis? Basis { get; private set; }

    /// <summary>The strategy that the words speak about; null for none.</summary>
    public Id<Strategy>? StrategyId { get; private set; }

    /// <summary>Whether the words could not be found again in a later revision.</summary>
    public bool Orphaned { get; private set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Puts a code on a selection.</summary>
    /// <param name="revision">The revision that was selected in.</param>
    /// <param name="selection">The selection.</param>
    /// <param name="codeId">The code.</param>
    /// <param name="coderId">The coder.</param>
    /// <param name="marks">Stance, basis and strategy.</param>
    /// <param name="at">When.</param>
    public static Coding Of(SourceRevision revision, TextSelection selection, Id<Code> codeId, Id<Coder> coderId, CodingMarks marks, DateTimeOffset at) => new()
    {
        Id = Id<Coding>.New(), SourceId = revision.SourceId, Revision = revision.Number, CodeId = codeId, CoderId = coderId,
        Start = selection.Start, End = selection.End, Quote = selection.Quote, Before = selection.Before, After = selection.After,
        Voice = Turn.Of(revision.Turns, selection.Start, selection.End), Stance = marks.Stance, Basis = marks.Basis, StrategyId = marks.StrategyId, CreatedAt = at,
    };

    /// <summary>Changes stance, basis and strategy.</summary>
    /// <param name="marks">The new marks.</param>
    public void Mark(CodingMarks marks) => (Stance, Basis, StrategyId) = (marks.Stance, marks.Basis, marks.StrategyId);

    /// <summary>Gives the selection another code, as when codes are merged.</summary>
    /// <param name="codeId">The code.</param>
    public void Recode(Id<Code> codeId) => CodeId = codeId;

    /// <summary>Puts it on the same words in a later revision.</summary>
    /// <param name="revision">The revision.</param>
    /// <param name="selection">Where the words stand now.</param>
    public void Reanchor(SourceRevision revision, TextSelection selection) =>
        (Revision, Start, End, Quote, Before, After, Voice, Orphaned) =
        (revision.Number, selection.Start, selection.End, selection.Quote, selection.Before, selection.After, Turn.Of(revision.Turns, selection.Start, selection.End), false);

    /// <summary>Notes that its words are not found in the current revision.</summary>
    public void Orphan() => Orphaned = true;

    /// <summary>Takes over the voice of the turns, as when turns were marked anew.</summary>
    /// <param name="turns">The turns of its revision.</param>
    public void Hear(IReadOnlyList<Turn> turns) => Voice = Turn.Of(turns, Start, End);

    /// <summary>Overwrites the words on withdrawn consent; positions stay.</summary>
    /// <param name="marker">What stands in their place.</param>
    public void Purge(string marker) => (Quote, Before, After, Orphaned) = (marker, "", "", true);
}

/// <summary>What a coder says of a coding beyond code and selection.</summary>
/// <param name="Stance">1, 0 or −1.</param>
/// <param name="Basis">Experience, knowledge or observation.</param>
/// <param name="StrategyId">The strategy spoken about.</param>
public sealed record CodingMarks(int Stance = 1, Basis? Basis = null, Id<Strategy>? StrategyId = null);

/// <summary>This coder has finished this source: it belongs to the universe of agreement.</summary>
public sealed class DoneMark : IEntity
{
    private DoneMark() { }

    /// <summary>A new mark.</summary>
    /// <param name="sourceId">The source.</param>
    /// <param name="coderId">The coder.</param>
    /// <param name="at">When.</param>
    public DoneMark(Id<Source> sourceId, Id<Coder> coderId, DateTimeOffset at) =>
        (Id, SourceId, CoderId, At) = (Id<DoneMark>.New(), sourceId, coderId, at);

    /// <summary>Its identity.</summary>
    public Id<DoneMark> Id { get; private set; }

    Guid IEntity.Key => Id.Value;

    /// <summary>The source.</summary>
    public Id<Source> SourceId { get; private set; }

    /// <summary>The coder.</summary>
    public Id<Coder> CoderId { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }
}

/// <summary>Free text on anything (shown as <i>memo</i>).</summary>
public sealed class Note : IEntity
{
    private Note() { }

    /// <summary>A new note.</summary>
    /// <param name="targetKind">What it is on, such as <c>coding</c> or <c>code</c>.</param>
    /// <param name="targetId">Identity of what it is on.</param>
    /// <param name="text">The text.</param>
    /// <param name="coderId">Who wrote it.</param>
    /// <param name="at">When.</param>
    public Note(string targetKind, Guid targetId, string text, Id<Coder> coderId, DateTimeOffset at) =>
        (Id, TargetKind, TargetId, Text, CoderId, At) = (Id<Note>.New(), targetKind, targetId, text, coderId, at);

    /// <summary>Its identity.</summary>
    public Id<Note> Id { get; private set; }

    Guid IEntity.Key => Id.Value;

    /// <summary>What it is on.</summary>
    public string TargetKind { get; private set; } = "";

    /// <summary>Identity of what it is on.</summary>
    public Guid TargetId { get; private set; }

    /// <summary>The text.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Who wrote it.</summary>
    public Id<Coder> CoderId { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Changes the text.</summary>
    /// <param name="text">The new text.</param>
    public void Write(string text) => Text = text;
}
