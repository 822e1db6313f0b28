using System.CommandLine;
using System.Globalization;

namespace Jembatan.Cli.Frame;

/// <summary>The arguments and options that verbs share.</summary>
internal static class Globals
{
    public static Option<bool> Json { get; } = new("--json") { Description = "Exactly one JSON document on standard output.", Recursive = true };

    public static Option<string?> Language { get; } = WordOf("--language", "Language of words in reports and tables.", "id", "en");

    public static Option<string?> Database { get; } = new("--database") { Description = "PostgreSQL connection string; with --study it stands in for STUDY.", HelpName = "CONNECTION", Recursive = true };

    public static Option<string?> StudyName { get; } = new("--study") { Description = "Name of the study in the database.", HelpName = "NAME", Recursive = true };

    public static Option<bool> Verbose { get; } = new("--verbose") { Description = "On an unexpected error, print where it happened.", Recursive = true };

    /// <summary>The path of a study file.</summary>
    public static Argument<string> Study() => new("STUDY") { Description = "Path of a study file, NAME.jembatan." };

    /// <summary>Who acts; left out, JEMBATAN_CODER or the user of the machine.</summary>
    public static Option<string?> Coder(string name = "--coder") => new(name) { Description = "Who does it; default JEMBATAN_CODER, else the user's name.", HelpName = "NAME" };

    /// <summary>An option whose value is one of some words.</summary>
    public static Option<string?> Word(string name, string description, params string[] words)
    {
        var option = new Option<string?>(name) { Description = description };
        option.AcceptOnlyFromAmong(words);
        return option;
    }

    /// <summary>An option whose value is a number with a point, whatever the language of the machine; a comma is refused and not taken for a thousands' separator.</summary>
    public static Option<double?> Number(string name, string description, string? helpName = null)
    {
        var option = new Option<double?>(name) { Description = description };
        if (helpName is not null) option.HelpName = helpName;
        option.CustomParser = result =>
        {
            var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)) return value;
            result.AddError($"'{text}' after {name} is no number. Write it with a point, such as 0.05.");
            return null;
        };
        return option;
    }

    private static Option<string?> WordOf(string name, string description, params string[] words)
    {
        var option = Word(name, description, words);
        option.Recursive = true;
        return option;
    }
}
