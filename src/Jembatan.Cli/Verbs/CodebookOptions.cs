using System.CommandLine;
using Jembatan.Cli.Frame;

namespace Jembatan.Cli.Verbs;

/// <summary>The options of <c>codebook</c>: those that say what is done, and those that say with what.</summary>
internal sealed class CodebookOptions
{
    public Option<string?> Add { get; } = Of("--add", "Adds a code with this label.", "CODE");

    public Option<string?> Revise { get; } = Of("--revise", "Changes name, definition or rules of this code.", "CODE");

    public Option<string?> Rename { get; } = Of("--rename", "Gives this code another label (--to) or name (--name).", "CODE");

    public Option<string?> Move { get; } = Of("--move", "Moves this code below --parent; without --parent to the root.", "CODE");

    public Option<string?> Retire { get; } = Of("--retire", "Takes this code out of use; its codings stay.", "CODE");

    public Option<string?> Restore { get; } = Of("--restore", "Brings this code back into use.", "CODE");

    public Option<string?> Merge { get; } = Of("--merge", "Merges this code into --into.", "CODE");

    public Option<bool> Freeze { get; } = new("--freeze") { Description = "Freezes the codebook after the pilot." };

    public Option<bool> NewVersion { get; } = new("--new-version") { Description = "Begins the next version, open to changes." };

    public Option<string?> Name { get; } = Of("--name", "Name in the study's language, or both as INDONESIAN|ENGLISH.", "NAME");

    public Option<string?> Parent { get; } = Of("--parent", "The code above.", "CODE");

    public Option<string?> Element { get; } = Globals.Word("--element", "SERVO element.", "S", "E", "R", "V", "O");

    public Option<string?> Definition { get; } = Of("--definition", "What it means.", "TEXT");

    public Option<string?> Include { get; } = Of("--include", "When to use it.", "TEXT");

    public Option<string?> Exclude { get; } = Of("--exclude", "When not to.", "TEXT");

    public Option<string?> Indicator { get; } = Of("--indicator", "What could be measured for it.", "TEXT");

    public Option<string?> Abstraction { get; } = Of("--abstraction", "Why its members were gathered.", "TEXT");

    public Option<string?> Origin { get; } = Globals.Word("--origin", "Where it came from; default theory, and data once the codebook is frozen.", "theory", "data", "keyword");

    public Option<string?> Level { get; } = Globals.Word("--level", "How far it is abstracted; default code.", "code", "category", "theme");

    public Option<bool> NotCause { get; } = new("--not-cause") { Description = "It is not ranked among the causes of non-coverage." };

    public Option<string?> To { get; } = Of("--to", "The new label.", "NEW");

    public Option<string?> Into { get; } = Of("--into", "The code that stays.", "CODE");

    public Option<string?> Note { get; } = Of("--note", "Why the codebook is frozen.", "TEXT");

    public Option<string?> Coder { get; } = Globals.Coder();

    public IReadOnlyList<Option> Acts => [Add, Revise, Rename, Move, Retire, Restore, Merge, Freeze, NewVersion];

    public IReadOnlyList<Option> Details =>
        [Name, Parent, Element, Definition, Include, Exclude, Indicator, Abstraction, Origin, Level, NotCause, To, Into, Note];

    public IReadOnlyList<Option> All => [.. Acts, .. Details, Coder];

    private static Option<string?> Of(string name, string description, string helpName) => new(name) { Description = description, HelpName = helpName };
}
