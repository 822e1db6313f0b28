using System.CommandLine;
using Jembatan.App.Codings;
using Jembatan.Cli.Frame;
using Jembatan.Core.Qualitative;

namespace Jembatan.Cli.Verbs;

internal static class CodeVerb
{
    public static Verb Verb { get; } = new("code", "Puts a code on a selection of a source.", TakesStudy: true, Build);

    private static void Build(Command command)
    {
        var study = Globals.Study();
        var source = new Argument<string>("SOURCE") { Description = "Name or identity of the source." };
        var start = new Argument<int>("START") { Description = "First position, in Unicode code points, zero-based." };
        var end = new Argument<int>("END") { Description = "Position after the last one, in Unicode code points." };
        var code = new Argument<string>("CODE") { Description = "Label of the code." };
        var coder = Globals.Coder();
        var stance = new Option<int>("--stance") { Description = "1 the code's statement holds, -1 it is contradicted, 0 mentioned without taking a side.", DefaultValueFactory = _ => 1 };
        var basis = Globals.Word("--basis", "How the informant knows it.", "experience", "knowledge", "observation");
        var strategy = new Option<string?>("--strategy") { Description = "The strategy that the words speak about.", HelpName = "ID" };
        var note = new Option<string?>("--note") { Description = "A note on the coding.", HelpName = "TEXT" };
        foreach (var argument in (Argument[])[study, source, start, end, code]) command.Add(argument);
        foreach (var option in (Option[])[coder, stance, basis, strategy, note]) command.Add(option);
        command.Writes(study, async (session, db) =>
        {
            var request = new ApplyCode.Request(
                session.Get(source), session.Get(start), session.Get(end), session.Get(code), session.Get(stance),
                session.Get(basis) is { } word ? Enum.Parse<Basis>(word, ignoreCase: true) : null, session.Get(strategy), session.Get(note));
            var applied = await ApplyCode.HandleAsync(request, session.Coder(coder), db, session.Clock, session.Cancel);
            if (applied.Problem is { } problem) return problem;
            var c = applied.Value.Coding;
            return new Answer(
                new { coding = CodingsVerb.Document(c), applied.Value.WasThere },
                sheet => sheet.Line(applied.Value.WasThere
                    ? sheet.Say($"Sudah ada: {Sheet.Short(c.Id.Value)} {c.Code} oleh {c.Coder}", $"There already: {Sheet.Short(c.Id.Value)} {c.Code} by {c.Coder}")
                    : sheet.Say($"Dikodekan: {Sheet.Short(c.Id.Value)} {c.Code} pada \"{Sheet.Clip(c.Text, 80)}\"", $"Coded: {Sheet.Short(c.Id.Value)} {c.Code} on \"{Sheet.Clip(c.Text, 80)}\"")));
        });
    }
}
