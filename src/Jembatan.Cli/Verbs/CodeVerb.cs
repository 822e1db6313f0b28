using System.CommandLine;
using Jembatan.App.Codings;
using Jembatan.Cli.Frame;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage;

namespace Jembatan.Cli.Verbs;

internal static class CodeVerb
{
    public static Verb Verb { get; } = new("code", "Puts a code on a selection of a source.", TakesStudy: true, Build);

    private static void Build(Command command)
    {
        var study = Globals.Study();
        var source = new Argument<string?>("SOURCE") { Description = "Name or identity of the source.", Arity = ArgumentArity.ZeroOrOne };
        var start = new Argument<int?>("START") { Description = "First position, in Unicode code points, zero-based.", Arity = ArgumentArity.ZeroOrOne };
        var end = new Argument<int?>("END") { Description = "Position after the last one, in Unicode code points.", Arity = ArgumentArity.ZeroOrOne };
        var code = new Argument<string?>("CODE") { Description = "Label of the code.", Arity = ArgumentArity.ZeroOrOne };
        var coder = Globals.Coder();
        var stance = new Option<int?>("--stance") { Description = "1 the code's statement holds (default), -1 it is contradicted, 0 mentioned without taking a side." };
        var basis = Globals.Word("--basis", "How the informant knows it.", "experience", "knowledge", "observation");
        var strategy = new Option<string?>("--strategy") { Description = "The strategy that the words speak about.", HelpName = "ID" };
        var note = new Option<string?>("--note") { Description = "A note on the coding.", HelpName = "TEXT" };
        var batch = new Option<string?>("--batch") { Description = $"Many codings from a file, or '-' for standard input: a line each, with tabs between {CodeBatch.Columns}.", HelpName = "FILE" };
        foreach (var argument in (Argument[])[study, source, start, end, code]) command.Add(argument);
        foreach (var option in (Option[])[coder, stance, basis, strategy, note, batch]) command.Add(option);
        command.Validators.Add(result =>
        {
            var whole = result.GetValue(code) is not null;
            if (result.GetValue(batch) is null && !whole) result.AddError("Write SOURCE START END CODE, or --batch FILE.");
            if (result.GetValue(batch) is not null && result.GetValue(source) is not null) result.AddError("Either SOURCE START END CODE or --batch FILE, not both.");
        });
        command.Uses(study, StudyAccess.Write, async (session, store, db) =>
        {
            if (session.Get(batch) is { } file) return await CodeBatch.RunAsync(file, session.Coder(coder), session, store);
            var request = new ApplyCode.Request(
                session.Maybe(source)!, session.Maybe(start)!.Value, session.Maybe(end)!.Value, session.Maybe(code)!, session.Get(stance) ?? 1,
                session.Get(basis) is { } word ? Enum.Parse<Basis>(word, ignoreCase: true) : null, session.Get(strategy), session.Get(note));
            var applied = await ApplyAsync(request, session.Get(stance), session.Coder(coder), db, session);
            return applied.Problem is { } problem ? problem : Say(applied.Value);
        });
    }

    /// <summary>Puts the code there; where the same coder has it there already, what is said of it now takes the place of what was said before.</summary>
    public static async Task<Result<ApplyCode.Response>> ApplyAsync(ApplyCode.Request request, int? stance, string coder, JembatanDb db, Session session)
    {
        var applied = await ApplyCode.HandleAsync(request, coder, db, session.Clock, session.Cancel);
        if (applied.Problem is not null || !applied.Value.WasThere || (stance is null && request is { Basis: null, Strategy: null, Note: null })) return applied;
        var marked = await MarkCoding.HandleAsync(
            new(applied.Value.Coding.Id.ToString(), stance, request.Basis, Strategy: request.Strategy, Note: request.Note), coder, db, session.Clock, session.Cancel);
        return marked.Problem is { } problem ? problem : applied.Value with { Coding = marked.Value.Coding };
    }

    private static Answer Say(ApplyCode.Response applied)
    {
        var c = applied.Coding;
        return new Answer(
            new { coding = CodingsVerb.Document(c), applied.WasThere },
            sheet => sheet.Line(applied.WasThere
                ? sheet.Say($"Sudah ada: {Sheet.Short(c.Id.Value)} {c.Code} oleh {c.Coder}", $"There already: {Sheet.Short(c.Id.Value)} {c.Code} by {c.Coder}")
                : sheet.Say($"Dikodekan: {Sheet.Short(c.Id.Value)} {c.Code} pada \"{Sheet.Clip(c.Text, 80)}\"", $"Coded: {Sheet.Short(c.Id.Value)} {c.Code} on \"{Sheet.Clip(c.Text, 80)}\"")));
    }
}
