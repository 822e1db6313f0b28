using System.Text;
using Jembatan.Interchange.Intake;

namespace Jembatan.Interchange.Rtf;

/// <summary>Puts the body's words and controls together as paragraphs and tables.</summary>
internal sealed class RtfText(Manuscript manuscript)
{
    private readonly StringBuilder line = new();
    private readonly List<string> cells = [];
    private readonly List<IReadOnlyList<string>> rows = [];

    /// <summary>What the reader should check.</summary>
    internal List<string> Doubts { get; } = [];

    internal void LeaveOut(string what) => manuscript.LeaveOut(what);

    internal void Append(string words) => line.Append(words);

    internal void Control(string word, bool inTable)
    {
        switch (word)
        {
            case "par" or "sect" or "page" when inTable: line.Append('\n'); break;
            case "par" or "sect" or "page": Paragraph(); break;
            case "line" or "lbr": line.Append('\n'); break;
            case "tab": line.Append('\t'); break;
            case "cell" or "nestcell":
                cells.Add(line.ToString());
                line.Clear();
                break;
            case "row" or "nestrow":
                if (cells.Count > 0) rows.Add([.. cells]);
                cells.Clear();
                break;
            case "emdash": line.Append('\u2014'); break;
            case "endash": line.Append('\u2013'); break;
            case "lquote": line.Append('\u2018'); break;
            case "rquote": line.Append('\u2019'); break;
            case "ldblquote": line.Append('\u201C'); break;
            case "rdblquote": line.Append('\u201D'); break;
            case "bullet": line.Append('\u2022'); break;
            case "emspace": line.Append('\u2003'); break;
            case "enspace": line.Append('\u2002'); break;
            case "qmspace": line.Append('\u2005'); break;
            case "zwj": line.Append('\u200D'); break;
            case "zwnj": line.Append('\u200C'); break;
        }
    }

    /// <summary>Hands on what is left.</summary>
    internal void End()
    {
        if (cells.Count > 0) Control("row", inTable: true);
        if (line.Length > 0) Paragraph();
        FinishTable();
    }

    private void Paragraph()
    {
        FinishTable();
        manuscript.Line(line.ToString());
        line.Clear();
    }

    private void FinishTable()
    {
        if (rows.Count > 0) manuscript.Table([.. rows]);
        rows.Clear();
    }
}
