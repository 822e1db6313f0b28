using System.Globalization;
using Jembatan.Core;
using Spectre.Console;
using Words = Spectre.Console.Text;

namespace Jembatan.Cli.Frame;

/// <summary>Where answers for people are written: tables with lines on a terminal, plain columns elsewhere or under NO_COLOR.</summary>
internal sealed class Sheet
{
    private readonly IAnsiConsole console;

    public Sheet(Language language)
    {
        Language = language;
        IsPlain = Console.IsOutputRedirected || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 };
        console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = IsPlain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = IsPlain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(Console.Out),
        });
        if (Console.IsOutputRedirected) console.Profile.Width = WidthOfPipe;
    }

    // What reads a pipe wants a line a row, unless COLUMNS says how wide a line may be.
    private static int WidthOfPipe => int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out var columns) && columns is >= 40 and <= 4000 ? columns : 4000;

    /// <summary>Language of headings and words.</summary>
    public Language Language { get; }

    /// <summary>Whether neither colours nor lines are drawn.</summary>
    public bool IsPlain { get; }

    /// <summary>How many columns a line has.</summary>
    public int Width => console.Profile.Width;

    /// <summary>Whether a line has fewer columns than a sentence with what stands about it.</summary>
    public bool IsNarrow => Width < 160;

    /// <summary>Words in the language of the sheet.</summary>
    public string Say(Bilingual words) => Say(words.Id, words.En);

    /// <summary>A word in the language of the sheet.</summary>
    public string Say(string indonesian, string english) => Language == Language.Indonesian ? indonesian : english;

    /// <summary>A whole number with the thousands' separator of the language.</summary>
    public string Number(long number) => number.ToString("N0", CultureInfo.GetCultureInfo(Language == Language.Indonesian ? "id-ID" : "en-GB"));

    /// <summary>One line of text.</summary>
    public void Line(string text = "") => console.WriteLine(text);

    /// <summary>A heading.</summary>
    public void Heading(string text) => console.Write(new Words(text + "\n", IsPlain ? Style.Plain : new Style(decoration: Decoration.Bold)));

    /// <summary>A table; a column whose heading ends in <c>#</c> is set flush right. Where it is too wide, columns that say the same throughout stand above it and long texts under their rows.</summary>
    public void Table(IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows)
    {
        IReadOnlyList<IReadOnlyList<string>> cells = [.. rows.Select(r => (IReadOnlyList<string>)[.. r.Select(c => c.ReplaceLineEndings(" "))])];
        var wanted = headings.Select((h, i) => cells.Select(r => NarrowTable.WidthOf(r[i])).Append(NarrowTable.WidthOf(h.TrimEnd('#').TrimEnd())).Max()).Sum();
        if (wanted + (headings.Count * (IsPlain ? 2 : 3)) + 1 > console.Profile.Width)
        {
            foreach (var (text, isHeading) in NarrowTable.Lines(headings, cells, console.Profile.Width))
                console.Write(new Words(text + "\n", IsPlain || !isHeading ? Style.Plain : new Style(decoration: Decoration.Bold)));
            return;
        }

        var table = new Table { Border = IsPlain ? TableBorder.None : TableBorder.Rounded };
        foreach (var heading in headings)
        {
            var isNumber = heading.EndsWith('#');
            table.AddColumn(new TableColumn(new Words(heading.TrimEnd('#').TrimEnd(), IsPlain ? Style.Plain : new Style(decoration: Decoration.Bold)))
            {
                Alignment = isNumber ? Justify.Right : Justify.Left, NoWrap = IsPlain,
            });
        }

        foreach (var row in cells) table.AddRow(row.Select(cell => new Words(cell)));
        console.Write(table);
    }

    /// <summary>Shortens a text for a cell.</summary>
    public static string Clip(string text, int length)
    {
        var line = text.ReplaceLineEndings(" ");
        if (new StringInfo(line) is not { } graphemes || graphemes.LengthInTextElements <= length) return line;
        return graphemes.SubstringByTextElements(0, length - 1) + "…";
    }

    /// <summary>Shortens a text for a cell, keeping its end.</summary>
    public static string ClipStart(string text, int length)
    {
        var line = text.ReplaceLineEndings(" ");
        if (new StringInfo(line) is not { } graphemes || graphemes.LengthInTextElements <= length) return line;
        return "…" + graphemes.SubstringByTextElements(graphemes.LengthInTextElements - length + 1);
    }

    /// <summary>The end of an identity, enough to name it again on the command line.</summary>
    public static string Short(Guid id) => id.ToString("N")[^8..];
}
