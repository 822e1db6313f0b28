using System.CommandLine;
using System.Globalization;
using Jembatan.App.Codings;
using Jembatan.Cli.Frame;

namespace Jembatan.Cli.Verbs;

internal static class CodingsVerb
{
    private const int MostToRead = 10_000;

    public static Verb Verb { get; } = new("codings", "Lists codings.", TakesStudy: true, Build);

    /// <summary>A coding as JSON shows it.</summary>
    public static object Document(CodingRow c) => new
    {
        c.Id,
        c.Source,
        c.Revision,
        c.Code,
        c.Coder,
        c.Start,
        c.End,
        c.Text,
        c.Stance,
        c.Basis,
        c.Strategy,
        c.Orphaned,
        c.Voice,
        c.Note,
        c.CreatedAt,
    };

    private static void Build(Command command)
    {
        var study = Globals.Study();
        var code = new Option<string?>("--code") { Description = "Only this code and those below it.", HelpName = "CODE" };
        var source = new Option<string?>("--source") { Description = "Only this source.", HelpName = "SOURCE" };
        var coder = new Option<string?>("--coder") { Description = "Only this coder.", HelpName = "NAME" };
        var only = new Option<string?>("--case") { Description = "Only informants with this value, such as group=worker.", HelpName = "VARIABLE=VALUE" };
        var offset = new Option<int>("--offset") { Description = "How many to pass over." };
        var limit = new Option<int?>("--limit") { Description = "How many at most; a table for reading ends at 10,000, JSON does not." };
        command.Add(study);
        foreach (var option in (Option[])[code, source, coder, only, offset, limit]) command.Add(option);
        command.Reads(study, async (session, db) =>
        {
            var request = new ListCodings.Request(
                session.Get(code), session.Get(source), session.Get(coder), session.Get(only), null, Math.Max(0, session.Get(offset)), session.Get(limit) is { } most ? Math.Max(0, most) : null);
            if (session.Json)
            {
                var all = await ListCodings.StreamAsync(request, db, session.Cancel);
                if (all.Problem is { } unknown) return unknown;
                await JsonOutput.StreamAsync(new { codings = all.Value.Codings.Select(Document), all.Value.Total }, session.Cancel);
                return new Answer(new { }, _ => { }) { IsWritten = true };
            }

            var list = await ListCodings.HandleAsync(request with { Limit = request.Limit ?? MostToRead }, db, session.Cancel);
            return list.Problem is { } problem ? problem : new Answer(new { }, sheet => Print(sheet, list.Value));
        });
    }

    private static void Print(Sheet sheet, ListCodings.Response list)
    {
        if (list.Codings.Count == 0)
        {
            sheet.Line(sheet.Say("Tidak ada pengodean yang cocok.", "No coding matches."));
            return;
        }

        sheet.Table(
            [
                "Id", sheet.Say("Sumber", "Source"), sheet.Say("Dari", "Start") + " #", sheet.Say("Sampai", "End") + " #", sheet.Say("Kode", "Code"), sheet.Say("Pengode", "Coder"),
                sheet.Say("Sikap", "Stance") + " #", sheet.Say("Dasar", "Basis"), sheet.Say("Kutipan", "Quote"),
            ],
            list.Codings.Select(c => (IReadOnlyList<string>)
            [
                Sheet.Short(c.Id.Value), c.Source, c.Start.ToString(CultureInfo.InvariantCulture), c.End.ToString(CultureInfo.InvariantCulture), c.Code, c.Coder,
                c.Stance.ToString(CultureInfo.InvariantCulture), c.Basis is { } basis ? JsonOutput.Word(basis) : "", (c.Orphaned ? sheet.Say("(lepas) ", "(orphaned) ") : "") + Sheet.Clip(c.Text, 100),
            ]));
        if (list.Total > list.Codings.Count) sheet.Line(sheet.Say($"{sheet.Number(list.Codings.Count)} dari {sheet.Number(list.Total)} pengodean.", $"{sheet.Number(list.Codings.Count)} of {sheet.Number(list.Total)} codings."));
    }
}
