using System.CommandLine;
using System.CommandLine.Invocation;
using System.Text;
using System.Text.RegularExpressions;
using Jembatan.Cli.Verbs;
using Jembatan.Core;
using Jembatan.Storage;

namespace Jembatan.Cli.Frame;

/// <summary>The program: reads the command line, runs one verb, and turns its outcome into output and an exit code.</summary>
internal static class Host
{
    public const int DoneCode = 0;
    public const int FailedCode = 1;
    public const int UsageCode = 2;
    public const int InterruptedCode = 130;

    public static async Task<int> RunAsync(string[] args)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var given = WithStudy(args);
        if (!Serves(given)) AppContext.SetSwitch("Microsoft.Extensions.DependencyInjection.DisableDynamicEngine", true);
        var root = Root(given);
        var parse = root.Parse(given, new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false });
        if (parse.Errors.Count > 0 && parse.Action is ParseErrorAction) return await RefuseAsync(parse);
        try
        {
            return await parse.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(10) });
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Interrupted. What was acknowledged before is kept; nothing is half done.");
            return InterruptedCode;
        }
        catch (Exception e)
        {
            if (parse.GetValue(Globals.Verbose)) await Console.Error.WriteLineAsync(e.ToString());
            return e is HalfWrittenException { InnerException: { } why } ? await FailAsync(ProblemOf(why), json: false) : await FailAsync(ProblemOf(e), parse.GetValue(Globals.Json));
        }
    }

    /// <summary>Writes an answer or a problem, and says with which code to end.</summary>
    public static async Task<int> SayAsync(Session session, Result<Answer> outcome)
    {
        if (outcome.Problem is { } problem) return await FailAsync(problem, session.Json);
        var answer = outcome.Value;
        if (session.Json && !answer.IsWritten) await JsonOutput.WriteAsync(answer.Document, session.Cancel);
        else answer.Print(new Sheet(session.Language));
        if (answer.Problem is not { } partly) return DoneCode;
        await Console.Error.WriteLineAsync($"{partly.Code}: {partly.Message}");
        return FailedCode;
    }

    private static async Task<int> FailAsync(Problem problem, bool json)
    {
        if (json) await JsonOutput.WriteAsync(JsonOutput.Of(problem), CancellationToken.None);
        await Console.Error.WriteLineAsync($"{problem.Code}: {problem.Message.ReplaceLineEndings(" ")}");
        return problem.Code.StartsWith("usage/", StringComparison.Ordinal) ? UsageCode : FailedCode;
    }

    private static Problem ProblemOf(Exception exception) => StorageProblems.From(exception) ?? exception switch
    {
        IOException e => new Problem("file/unreadable", $"{e.Message} Check that the file is there, is not in use and that the disk has room; then try again."),
        UnauthorizedAccessException e => new Problem("file/refused", $"{e.Message} Change its permissions, or choose another place."),
        _ => new Problem("internal/unexpected", $"Something unforeseen went wrong ({exception.GetType().Name}: {exception.Message}). Nothing acknowledged is lost; run it again with --verbose and report what it prints."),
    };

    private static async Task<int> RefuseAsync(ParseResult parse)
    {
        var verb = parse.CommandResult.Command;
        var message = string.Join(" ", parse.Errors.Select(e => Plain(e.Message)).Distinct());
        var path = string.Join(' ', parse.CommandResult.Command.Parents.OfType<Command>().Where(c => c is not RootCommand).Select(c => c.Name).Append(verb.Name));
        var hint = verb is RootCommand ? "See 'jembatan --help' for the verbs." : $"See 'jembatan {path} --help'.";
        var problem = new Problem("usage", $"{message} {hint}");
        if (parse.GetValue(Globals.Json)) await JsonOutput.WriteAsync(JsonOutput.Of(problem), CancellationToken.None);
        await Console.Error.WriteLineAsync($"{problem.Code}: {problem.Message}");
        return UsageCode;
    }

    // The parser's words on one line, with the kind of number in place of the name of a type.
    private static string Plain(string message) => Regex.Replace(message.ReplaceLineEndings(" ").Replace("\t", "", StringComparison.Ordinal), " as expected type '([^']*)'", m =>
        m.Groups[1].Value.Contains("Double", StringComparison.Ordinal) ? ": it is no number with a point, such as 0.05"
        : m.Groups[1].Value.Contains("UInt", StringComparison.Ordinal) ? ": it is no whole number of 0 or more"
        : m.Groups[1].Value.Contains("Int", StringComparison.Ordinal) ? ": it is no whole number" : "");

    // Only the verb that is asked for is built; with another word or --help, all are.
    private static RootCommand Root(IReadOnlyList<string> given)
    {
        var root = new RootCommand("From interviews to causes of non-coverage and a judgement on strategies.") { Globals.Json, Globals.Language, Globals.Database, Globals.StudyName, Globals.Verbose };
        var asked = AllVerbs.All.FirstOrDefault(v => given.FirstOrDefault(a => !a.StartsWith('-')) == v.Name);
        foreach (var verb in asked is null ? AllVerbs.All : [asked]) root.Add(verb.Make());
        return root;
    }

    // A command asks EF for each of its parts once or twice: compiling how they are made costs more than making them. A server asks again and again.
    private static bool Serves(string[] given) => given.FirstOrDefault(a => !a.StartsWith('-')) is "serve" or "demo";

    // With --database the argument STUDY is left out; a stand-in keeps the others in their places.
    private static string[] WithStudy(string[] args)
    {
        if (!args.Any(a => a == Globals.Database.Name || a.StartsWith(Globals.Database.Name + "=", StringComparison.Ordinal))) return args;
        var at = Array.FindIndex(args, a => AllVerbs.All.Any(v => v.TakesStudy && v.Name == a));
        return at < 0 ? args : [.. args[..(at + 1)], "(database)", .. args[(at + 1)..]];
    }
}
