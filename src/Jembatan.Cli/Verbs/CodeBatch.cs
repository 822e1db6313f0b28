using System.Globalization;
using Jembatan.App.Codings;
using Jembatan.Cli.Frame;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage;

namespace Jembatan.Cli.Verbs;

/// <summary>Many codings by one call: a line each, with tabs between, each a step of its own that is acknowledged as soon as it is durable.</summary>
internal static class CodeBatch
{
    public const string Columns = "SOURCE, START, END, CODE, and if wanted STANCE, BASIS, STRATEGY, NOTE";

    private const int FewestCells = 4;

    /// <param name="path">The file; <c>-</c> for standard input.</param>
    public static async Task<Result<Answer>> RunAsync(string path, string coder, Session session, StudyStore store)
    {
        if (path != "-" && !File.Exists(path)) return new Problem("code/no-batch", $"There is no file '{path}'. Name one with a coding a line, or '-' for standard input.", path);
        using var lines = path == "-" ? Console.In : File.OpenText(path);
        var (rows, failed, number) = (new List<object>(), new List<object>(), 0);
        Problem? first = null;
        while (await lines.ReadLineAsync(session.Cancel) is { } read)
        {
            number++;
            var line = number == 1 ? read.TrimStart('\uFEFF') : read;       // the mark of a file that comes through a pipe
            if (line.Trim().Length == 0 || line[0] == '#') continue;
            var applied = await OneAsync(line, number, coder, session, store);
            if (applied.Problem is { } problem)
            {
                first ??= problem;
                failed.Add(new { line = number, problem });
                if (!session.Json) await Console.Error.WriteLineAsync($"{number}\t{problem.Code}: {problem.Message}");
                continue;
            }

            var c = applied.Value.Coding;
            if (session.Json)
            {
                rows.Add(new { line = number, coding = CodingsVerb.Document(c), applied.Value.WasThere });
            }
            else
            {
                await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{number}\t{c.Id}"));
                await Console.Out.FlushAsync(session.Cancel);
            }
        }

        var some = first is null ? null : failed.Count == 1 ? first : new Problem("code/some-failed", $"{failed.Count} lines were not taken; the others are kept. The first of them: {first.Message}", first.At);
        return new Answer(new { codings = rows, failed, problem = some }, _ => { }) { Problem = some };
    }

    private static async Task<Result<ApplyCode.Response>> OneAsync(string line, int number, string coder, Session session, StudyStore store)
    {
        var cells = line.Split('\t');
        string? At(int i) => i < cells.Length && cells[i].Trim() is { Length: > 0 } cell ? cell : null;
        if (cells.Length < FewestCells || !Whole(At(1), out var start) || !Whole(At(2), out var end) || At(0) is not { } source || At(3) is not { } code)
            return new Problem("code/bad-line", $"Line {number} is no coding. Write with tabs between: {Columns}.", $"line {number}");
        int? stance = null;
        if (At(4) is { } word)
        {
            if (!int.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var given)) return new Problem("coding/stance", $"Line {number}: '{word}' is no stance. Write 1, 0 or -1.", $"line {number}");
            stance = given;
        }

        Basis? basis = null;
        if (At(5) is { } known)
        {
            if (!Enum.TryParse<Basis>(known, ignoreCase: true, out var parsed)) return new Problem("coding/basis", $"Line {number}: '{known}' is no basis. Write experience, knowledge or observation.", $"line {number}");
            basis = parsed;
        }

        await using var db = store.NewDb();
        return await CodeVerb.ApplyAsync(new(source, start, end, code, stance ?? 1, basis, At(6), At(7)), stance, coder, db, session);
    }

    private static bool Whole(string? text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
