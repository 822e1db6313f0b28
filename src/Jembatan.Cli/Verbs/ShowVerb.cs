using System.CommandLine;
using System.Globalization;
using Jembatan.App.Sources;
using Jembatan.Cli.Frame;

namespace Jembatan.Cli.Verbs;

internal static class ShowVerb
{
    public static Verb Verb { get; } = new("show", "Shows a source: text, turns, codings.", TakesStudy: true, Build);

    private static void Build(Command command)
    {
        var study = Globals.Study();
        var source = new Argument<string>("SOURCE") { Description = "Name or identity of the source." };
        command.Add(study);
        command.Add(source);
        command.Reads(study, async (session, db) =>
        {
            var shown = await ShowSource.HandleAsync(new ShowSource.Request(session.Get(source)), db, session.Cancel);
            if (shown.Problem is { } problem) return problem;
            var s = shown.Value;
            return new Answer(
                new
                {
                    source = new
                    {
                        s.Id,
                        s.Name,
                        s.Kind,
                        s.Revision,
                        s.Length,
                        s.Hash,
                        s.ImportedFrom,
                        s.ImportedAt,
                        s.Purged,
                        s.Informant,
                        s.Interview,
                        s.DoneBy,
                        s.Blind,
                        s.Losses,
                        s.Text,
                        s.Turns,
                        Codings = s.Codings.Select(CodingsVerb.Document),
                        Orphaned = s.Orphaned.Select(CodingsVerb.Document),
                    },
                },
                sheet => Print(sheet, s));
        });
    }

    private static void Print(Sheet sheet, ShowSource.Response s)
    {
        sheet.Heading(s.Name);
        sheet.Line(sheet.Say(
            $"Revisi {s.Revision}, {sheet.Number(s.Length)} karakter, {sheet.Number(s.Turns.Count)} giliran bicara, narasumber: {s.Informant?.Name ?? "-"}",
            $"Revision {s.Revision}, {sheet.Number(s.Length)} characters, {sheet.Number(s.Turns.Count)} speaker turns, informant: {s.Informant?.Name ?? "-"}"));
        if (s.Blind is { } blind)
            sheet.Line(sheet.Say(
                $"Dikode tanpa saling melihat oleh {string.Join(", ", blind.Coders)}; {(blind.Waiting.Count == 0 ? "semuanya selesai" : "belum selesai: " + string.Join(", ", blind.Waiting))}",
                $"Coded blind by {string.Join(", ", blind.Coders)}; {(blind.Waiting.Count == 0 ? "all have finished" : "not finished: " + string.Join(", ", blind.Waiting))}"));
        foreach (var loss in s.Losses) sheet.Line(sheet.Say("Tidak terbawa: ", "") + sheet.Say(LossWords.Of(loss)));
        sheet.Line();
        Lines(sheet, s);
        if (s.Codings.Count + s.Orphaned.Count == 0) return;
        sheet.Line();
        sheet.Table(
            ["Id", sheet.Say("Dari", "Start") + " #", sheet.Say("Sampai", "End") + " #", sheet.Say("Kode", "Code"), sheet.Say("Pengode", "Coder"), sheet.Say("Kutipan", "Quote")],
            s.Codings.Concat(s.Orphaned).Select(c => (IReadOnlyList<string>)
            [
                Sheet.Short(c.Id.Value), c.Start.ToString(CultureInfo.InvariantCulture), c.End.ToString(CultureInfo.InvariantCulture), c.Code, c.Coder,
                (c.Orphaned ? sheet.Say("(lepas) ", "(orphaned) ") : "") + Sheet.Clip(c.Text, 80),
            ]));
    }

    // Each line after the position of its first character, as 'code' takes it.
    private static void Lines(Sheet sheet, ShowSource.Response s)
    {
        var (position, width) = (0, Math.Max(3, s.Length.ToString(CultureInfo.InvariantCulture).Length));
        foreach (var line in s.Text.Split('\n'))
        {
            sheet.Line(line.Length == 0 ? "" : $"{position.ToString(CultureInfo.InvariantCulture).PadLeft(width)}  {line}");
            position += line.EnumerateRunes().Count() + 1;
        }
    }
}
