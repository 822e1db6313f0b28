namespace Jembatan.Interchange.Documents;

/// <summary>A report as blocks, written alike as HTML and as a Word document.</summary>
/// <param name="Title">Title of the document.</param>
/// <param name="Language">BCP 47 tag of the document's own words, such as <c>id</c>.</param>
/// <param name="Notice">Said on every page; null when there is nothing to say.</param>
/// <param name="Words">The words that the writers add themselves.</param>
/// <param name="Blocks">The blocks, in order.</param>
public sealed record RichDocument(string Title, string Language, string? Notice, DocumentWords Words, IReadOnlyList<Block> Blocks)
{
    /// <summary>Every name by which links reach parts of the document.</summary>
    public IReadOnlySet<string> Anchors => DocumentText.Anchors(this);
}

/// <summary>Words that a document's frame needs, in the document's language.</summary>
/// <param name="Table">Before the number of a table, such as <c>Tabel</c>.</param>
/// <param name="Figure">Before the number of a figure, such as <c>Gambar</c>.</param>
/// <param name="Notes">Heading of the footnotes.</param>
/// <param name="Page">Before a page number.</param>
public sealed record DocumentWords(string Table, string Figure, string Notes, string Page);

/// <summary>A part of a document that stands on lines of its own.</summary>
public abstract record Block;

/// <summary>A heading.</summary>
/// <param name="Level">1 to 4.</param>
/// <param name="Text">Its words.</param>
/// <param name="Anchor">Name by which links reach it; null makes none.</param>
public sealed record Heading(int Level, string Text, string? Anchor = null) : Block;

/// <summary>How a paragraph is set.</summary>
public enum ParagraphStyle
{
    /// <summary>Running text.</summary>
    Body,

    /// <summary>The first lines of a section, set larger.</summary>
    Lead,

    /// <summary>A limit of method that the reader must see.</summary>
    Note,

    /// <summary>Small print: sources, definitions.</summary>
    Small,
}

/// <summary>A paragraph.</summary>
/// <param name="Inlines">Its runs.</param>
/// <param name="Style">How it is set.</param>
/// <param name="Anchor">Name by which links reach it.</param>
public sealed record Paragraph(IReadOnlyList<Inline> Inlines, ParagraphStyle Style = ParagraphStyle.Body, string? Anchor = null) : Block;

/// <summary>Words of an informant.</summary>
/// <param name="Words">The words, never changed.</param>
/// <param name="WordsLanguage">BCP 47 tag of the words; empty when unknown.</param>
/// <param name="Attribution">Who, where, in what sense.</param>
/// <param name="Contradicts">Whether they contradict what they stand under.</param>
/// <param name="Anchor">Name by which links reach it.</param>
public sealed record Quotation(string Words, string WordsLanguage, IReadOnlyList<Inline> Attribution, bool Contradicts = false, string? Anchor = null) : Block;

/// <summary>A list.</summary>
/// <param name="Items">Its items.</param>
/// <param name="Ordered">Whether items are numbered.</param>
public sealed record Bullets(IReadOnlyList<IReadOnlyList<Inline>> Items, bool Ordered = false) : Block;

/// <summary>A cell of a table.</summary>
/// <param name="Inlines">Its runs.</param>
/// <param name="IsNumber">Whether it is set to the right.</param>
/// <param name="Tone">Name of a tone such as <c>fit</c>, <c>misfit</c>, <c>unclear</c>, <c>insufficient</c>; null for none. Words and sign carry the meaning; the tone only repeats it.</param>
/// <param name="Anchor">Name by which links reach it.</param>
public sealed record Cell(IReadOnlyList<Inline> Inlines, bool IsNumber = false, string? Tone = null, string? Anchor = null)
{
    /// <summary>A cell of plain words.</summary>
    /// <param name="text">The words.</param>
    /// <param name="isNumber">Whether it is set to the right.</param>
    public static Cell Of(string text, bool isNumber = false) => new([new Plain(text)], isNumber);
}

/// <summary>A table with a caption.</summary>
/// <param name="Caption">The caption; writers put the number before it.</param>
/// <param name="Header">One cell per column.</param>
/// <param name="Rows">Rows, each with as many cells as the header; the first cell names the row.</param>
/// <param name="Anchor">Name by which links reach it.</param>
/// <param name="IsNumbered">Whether it is counted among the tables of the document.</param>
public sealed record Table(string Caption, IReadOnlyList<Cell> Header, IReadOnlyList<IReadOnlyList<Cell>> Rows, string? Anchor = null, bool IsNumbered = true) : Block;

/// <summary>A figure, with the table that says the same and follows it.</summary>
/// <param name="Caption">The caption; writers put the number before it.</param>
/// <param name="Svg">A complete <c>svg</c> element without script; trusted, made by the program.</param>
/// <param name="Description">What it shows, in words.</param>
/// <param name="Data">The same as a table; HTML has it below the drawing, Word in its place.</param>
/// <param name="Anchor">Name by which links reach it.</param>
public sealed record Figure(string Caption, string Svg, string Description, Table Data, string? Anchor = null) : Block;

/// <summary>The list of the chapters: headings of level 2 that have an anchor.</summary>
/// <param name="Title">Its heading.</param>
public sealed record ContentsList(string Title) : Block;

/// <summary>Begins a new page in print.</summary>
public sealed record PageBreak : Block;

/// <summary>A part of a line.</summary>
public abstract record Inline;

/// <summary>Words of the document itself.</summary>
/// <param name="Value">The words.</param>
/// <param name="Bold">Set strong.</param>
/// <param name="Italic">Set in italics.</param>
/// <param name="Title">Said when the reader points at it, such as the id of a figure; null for nothing.</param>
public sealed record Plain(string Value, bool Bold = false, bool Italic = false, string? Title = null) : Inline;

/// <summary>Words of an informant within a line.</summary>
/// <param name="Value">The words.</param>
/// <param name="Language">BCP 47 tag.</param>
public sealed record Voiced(string Value, string Language) : Inline;

/// <summary>A link to an anchor of the same document: the way down to the evidence.</summary>
/// <param name="Label">What stands there.</param>
/// <param name="Target">Name of the anchor.</param>
/// <param name="Title">Said when the reader points at it, such as the id that it opens; null for nothing.</param>
/// <param name="IsMark">Set small and raised, as a mark beside a sentence.</param>
public sealed record Link(string Label, string Target, string? Title = null, bool IsMark = false) : Inline;

/// <summary>A footnote.</summary>
/// <param name="Note">Its words.</param>
public sealed record Footnote(string Note) : Inline;
