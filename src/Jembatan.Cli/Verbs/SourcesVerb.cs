using System.CommandLine;
using System.Globalization;
using Jembatan.App.Sources;
using Jembatan.Cli.Frame;

namespace Jembatan.Cli.Verbs;

internal static class SourcesVerb
{
    public static Verb Verb { get; } = new("sources", "Lists the sources.", TakesStudy: true, Build);

    private static void Build(Command command)
    {
        var study = Globals.Study();
        command.Add(study);
        command.Reads(study, async (session, db) =>
        {
            var list = await ListSources.HandleAsync(new ListSources.Request(), db, session.Cancel);
            return list.Problem is { } problem ? problem : new Answer(new { sources = list.Value.Sources }, sheet => Print(sheet, list.Value));
        });
    }

    private static void Print(Sheet sheet, ListSources.Response list)
    {
        if (list.Sources.Count == 0)
        {
            sheet.Line(sheet.Say("Belum ada sumber. Masukkan dengan 'jembatan import'.", "There are no sources yet. Bring some in with 'jembatan import'."));
            return;
        }

        sheet.Table(
            [
                sheet.Say("Sumber", "Source"), sheet.Say("Narasumber", "Informant"), sheet.Say("Kelompok", "Group"), sheet.Say("Karakter", "Characters") + " #",
                sheet.Say("Giliran", "Turns") + " #", sheet.Say("Revisi", "Revision") + " #", sheet.Say("Pengodean", "Codings") + " #", sheet.Say("Selesai oleh", "Done by"),
            ],
            list.Sources.Select(s => (IReadOnlyList<string>)
            [
                s.Name, s.Informant?.Name ?? "", s.Informant?.Group is { } group ? JsonOutput.Word(group) : "", sheet.Number(s.Length), sheet.Number(s.Turns),
                s.Revision.ToString(CultureInfo.InvariantCulture), sheet.Number(s.Codings), string.Join(", ", s.DoneBy),
            ]));
    }
}
