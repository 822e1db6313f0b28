using System.CommandLine;
using System.Globalization;
using Jembatan.App.Journals;
using Jembatan.Cli.Frame;
using Jembatan.Core;
using Jembatan.Storage.Journal;

namespace Jembatan.Cli.Verbs;

internal static class JournalVerb
{
    public static Verb Verb { get; } = new("journal", "Shows who did what, newest first.", TakesStudy: true, Build);

    private static void Build(Command command)
    {
        var study = Globals.Study();
        var since = new Option<string?>("--since") { Description = "Only from this day or moment on, such as 2026-06-30.", HelpName = "DATE" };
        var coder = new Option<string?>("--coder") { Description = "Only this coder's steps.", HelpName = "NAME" };
        var offset = new Option<int>("--offset") { Description = "How many to pass over." };
        var limit = new Option<int>("--limit") { Description = "How many at most.", DefaultValueFactory = _ => 100 };
        command.Add(study);
        foreach (var option in (Option[])[since, coder, offset, limit]) command.Add(option);
        command.Reads(study, async (session, db) =>
        {
            DateTimeOffset? from = null;
            if (session.Get(since) is { } text)
            {
                if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out var moment))
                    return new Problem("journal/since", $"'{text}' is not a date. Write it as 2026-06-30, or with a time as 2026-06-30T14:00.", text);
                from = moment;
            }

            var read = await ReadJournal.HandleAsync(new ReadJournal.Request(from, session.Get(coder), Math.Max(0, session.Get(offset)), Math.Max(0, session.Get(limit))), db, session.Cancel);
            return read.Problem is { } problem ? problem : new Answer(new { journal = read.Value.Entries, read.Value.Total }, sheet => Print(sheet, read.Value));
        });
    }

    private static void Print(Sheet sheet, ReadJournal.Response journal)
    {
        sheet.Table(
            [sheet.Say("Waktu", "When"), sheet.Say("Oleh", "By"), sheet.Say("Langkah", "Step"), sheet.Say("Keadaan", "State"), sheet.Say("Perubahan", "Changes") + " #", sheet.Say("Pada", "On")],
            journal.Entries.Select(e => (IReadOnlyList<string>)
            [
                e.At.ToLocalTime().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), e.Coder ?? "Jembatan", sheet.Say(StepWords.Of(e.Label)),
                e.Undone ? sheet.Say("diurungkan", "taken back") : State(sheet, e.Kind), sheet.Number(e.Count), string.Join("; ", e.Changes.Take(2).Select(c => On(sheet, c))),
            ]));
        if (journal.Total > journal.Entries.Count) sheet.Line(sheet.Say($"{journal.Entries.Count} dari {journal.Total} langkah.", $"{journal.Entries.Count} of {journal.Total} steps."));
    }

    private static string On(Sheet sheet, JournalChange change)
    {
        var entity = sheet.Say(StepWords.OfEntity(change.Entity));
        return change.Name is null ? entity : $"{entity} {Sheet.Clip(change.Name, 40)}";
    }

    private static string State(Sheet sheet, ChangeSetKind kind) => kind switch
    {
        ChangeSetKind.Undo => sheet.Say("mengurungkan", "undo"),
        ChangeSetKind.Redo => sheet.Say("mengulangi", "redo"),
        ChangeSetKind.Purge => sheet.Say("menghapus isi", "purge"),
        ChangeSetKind.Create => sheet.Say("membuat", "create"),
        _ => "",
    };
}
