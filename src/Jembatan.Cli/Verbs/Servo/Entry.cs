using System.CommandLine;
using Jembatan.Cli.Frame;
using Jembatan.Core;

namespace Jembatan.Cli.Verbs.Servo;

/// <summary>What the verbs that enter things share.</summary>
internal static class Entry
{
    /// <summary>An option with one text.</summary>
    public static Option<string?> Text(string name, string description, string help = "TEXT", params string[] aliases) => new(name, aliases) { Description = description, HelpName = help };

    /// <summary>An option with several words: repeated, in a row, or with commas between.</summary>
    public static Option<string[]> Many(string name, string description, string help, params string[] aliases) =>
        new(name, aliases) { Description = description, HelpName = help, AllowMultipleArgumentsPerToken = true, Arity = ArgumentArity.OneOrMore };

    /// <summary>The words of such an option; null when it was not written.</summary>
    public static IReadOnlyList<string>? Words(this Session session, Option<string[]> option) =>
        session.Has(option) ? [.. (session.Get(option) ?? []).SelectMany(w => w.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))] : null;

    /// <summary>A text that was typed in one language stands for both; null when it was not written.</summary>
    public static Bilingual? Both(this Session session, Option<string?> option) => session.Get(option) is { } text ? Bilingual.Same(text.Trim()) : null;

    /// <summary>A word of an enumeration, as options write it.</summary>
    public static T? WordOf<T>(this Session session, Option<string?> option) where T : struct, Enum =>
        session.Get(option) is { } word ? Enum.Parse<T>(word.Replace("-", "", StringComparison.Ordinal), ignoreCase: true) : null;

    /// <summary>An option whose value is a word of an enumeration.</summary>
    public static Option<string?> WordOption<T>(string name, string description, Func<T, bool>? only = null) where T : struct, Enum =>
        Globals.Word(name, description, [.. Enum.GetValues<T>().Where(v => only is null || only(v)).Select(JsonOutput.Word)]);

    /// <summary>An answer of one thing done: JSON under its name, one line for people.</summary>
    public static Answer Done(string name, object document, string indonesian, string english) =>
        new(new Dictionary<string, object?> { [name] = document }, sheet => sheet.Line(sheet.Say(indonesian, english)));
}
