using System.CommandLine;
using System.Globalization;
using Jembatan.App.Agreement;
using Jembatan.Cli.Frame;
using Jembatan.Cli.Verbs.Documents;

namespace Jembatan.Cli.Verbs;

internal static class AdjudicateVerb
{
    public static Verb Verb { get; } = new("adjudicate", "Lists where coders disagree, worst first, or settles one disagreement into the coder 'consensus'.", TakesStudy: true, Build);

    private static void Build(Command command)
    {
        var study = Globals.Study();
        var source = new Option<string?>("--source") { Description = "The source.", HelpName = "SOURCE" };
        var code = new Option<string?>("--code") { Description = "The code; in a list, with those below it.", HelpName = "CODE" };
        var coders = new Option<string[]>("--coders") { Description = "Only these coders.", HelpName = "NAMES", AllowMultipleArgumentsPerToken = true };
        var at = new Option<string?>("--at") { Description = "The passage to settle, START-END in code points.", HelpName = "START-END" };
        var accept = new Option<string?>("--accept") { Description = "Whose marks to take: the name of a coder, both or neither.", HelpName = "NAME" };
        var span = new Option<string?>("--span") { Description = "A new extent to take instead.", HelpName = "START-END" };
        var alike = new Option<bool>("--alike") { Description = "Takes what all marked alike into the consensus, on sources where no difference is open." };
        var limit = new Option<int?>("--limit") { Description = "How many to list.", HelpName = "N" };
        var coder = Globals.Coder();
        command.Add(study);
        foreach (var option in (Option[])[source, code, coders, at, accept, span, alike, limit, coder]) command.Add(option);
        command.Validators.Add(result =>
        {
            if (result.GetValue(alike) && ((Option[])[code, coders, at, accept, span, limit]).Any(o => result.GetResult(o) is not null)) result.AddError("--alike goes with --source alone, or by itself.");
            if (result.GetResult(at) is null)
            {
                if (result.GetResult(accept) is not null || result.GetResult(span) is not null) result.AddError("--accept and --span settle the passage --at START-END. Name it.");
                return;
            }

            if (result.GetResult(source) is null || result.GetResult(code) is null) result.AddError("A passage is named by --source, --code and --at.");
            if (result.GetResult(accept) is null == result.GetResult(span) is null) result.AddError("Settle with one of --accept and --span.");
            if (Range(result.GetValue(at)) is null || (result.GetResult(span) is not null && Range(result.GetValue(span)) is null)) result.AddError("A passage is START-END, two whole numbers.");
        });
        command.ReadsOrWrites(study, session => session.Has(at) || session.Get(alike), async (session, db) =>
        {
            await Blinds.PutOnAsync(db, session.Coder(coder), session.Cancel);
            if (session.Get(alike))
            {
                var taken = await AdoptAlike.HandleAsync(new(session.Get(source)), session.Coder(coder), db, session.Clock, session.Cancel);
                return taken.Problem is { } open ? open : new Answer(new { taken.Value.Taken }, sheet => sheet.Line(sheet.Say(
                    $"Konsensus mengambil yang ditandai sama di {taken.Value.Taken.Count} sumber: {taken.Value.Taken.Sum(t => t.Codings)} pengodean.",
                    $"The consensus takes what was marked alike in {taken.Value.Taken.Count} sources: {taken.Value.Taken.Sum(t => t.Codings)} codings.")));
            }

            if (Range(session.Get(at)) is { } passage)
            {
                var to = Range(session.Get(span));
                var settled = await Adjudicate.HandleAsync(
                    new(session.Get(source)!, session.Get(code)!, passage.Start, passage.End, session.Get(accept), to?.Start, to?.End), session.Coder(coder), db, session.Clock, session.Cancel);
                return settled.Problem is { } refused ? refused : new Answer(
                    new { settled.Value.Source, settled.Value.Code, settled.Value.Decision, consensus = settled.Value.Consensus.Select(CodingsVerb.Document) },
                    sheet => sheet.Line(sheet.Say($"Diputuskan: {settled.Value.Decision}; konsensus memuat {settled.Value.Consensus.Count} pengodean di sini.", $"Settled: {settled.Value.Decision}; the consensus holds {settled.Value.Consensus.Count} codings here.")));
            }

            var names = (session.Get(coders) ?? []).SelectMany(n => n.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToList();
            var list = await ListDisagreements.HandleAsync(new(session.Get(code), session.Get(source), names, Limit: session.Get(limit) is { } most ? Math.Max(0, most) : null), db, session.Cancel);
            return list.Problem is { } problem ? problem : new Answer(
                new { disagreements = list.Value.Items, list.Value.Total, list.Value.Settled }, sheet => Print(sheet, list.Value));
        });
    }

    private static void Print(Sheet sheet, ListDisagreements.Response list)
    {
        sheet.Table(
            [sheet.Say("Sumber", "Source"), sheet.Say("Kode", "Code"), sheet.Say("Tempat", "Place"), sheet.Say("Tumpang tindih", "Overlap") + " #", sheet.Say("Karakter", "Characters") + " #", sheet.Say("Oleh", "By"), sheet.Say("Putus", "Settled"), sheet.Say("Kutipan", "Quote")],
            list.Items.Select(i => (IReadOnlyList<string>)
            [
                i.Source, i.Code, string.Create(CultureInfo.InvariantCulture, $"{i.Start}-{i.End}"), Shown.Number(sheet, i.Overlap), sheet.Number(i.Characters),
                string.Join(", ", i.Sides.Where(s => s.Passages.Count > 0).Select(s => s.Coder)), i.Settled ? sheet.Say("ya", "yes") : "", Sheet.Clip(i.Text, 80),
            ]));
        sheet.Line(sheet.Say($"{sheet.Number(list.Total)} ketidaksepakatan, {sheet.Number(list.Settled)} sudah diputus.", $"{sheet.Number(list.Total)} disagreements, {sheet.Number(list.Settled)} settled."));
    }

    private static (int Start, int End)? Range(string? text)
    {
        var parts = text?.Split('-') ?? [];
        return parts.Length == 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var start) && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var end) ? (start, end) : null;
    }
}
