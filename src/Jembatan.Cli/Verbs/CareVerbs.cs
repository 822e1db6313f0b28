using System.CommandLine;
using Jembatan.App.Checks;
using Jembatan.App.Journals;
using Jembatan.App.Sources;
using Jembatan.App.Studies;
using Jembatan.Cli.Frame;
using Jembatan.Core;
using Jembatan.Storage;

namespace Jembatan.Cli.Verbs;

/// <summary>The verbs that take care of a study: copy, purge, doctor.</summary>
internal static class CareVerbs
{
    public static Verb Copy { get; } = new("copy", "Makes a safe copy, also while others work.", TakesStudy: true, BuildCopy);

    public static Verb Purge { get; } = new("purge", "Overwrites the words of a source or informant on withdrawn consent.", TakesStudy: true, BuildPurge);

    public static Verb Doctor { get; } = new("doctor", "Checks texts, anchors, references and the journal; changes nothing.", TakesStudy: true, BuildDoctor);

    private static void BuildCopy(Command command)
    {
        var study = Globals.Study();
        var output = new Argument<string>("OUT") { Description = "The new file; it must not exist." };
        command.Add(study);
        command.Add(output);
        command.Uses(study, StudyAccess.Read, async (session, store, _) =>
        {
            var copied = await CopyStudy.HandleAsync(new(session.Get(output)), store, session.Cancel);
            if (copied.Problem is { } problem) return problem;
            var c = copied.Value;
            return new Answer(new { copy = new { c.Path, c.Bytes } }, sheet => sheet.Line(sheet.Say($"Disalin: {c.Path} ({sheet.Number(c.Bytes)} bita)", $"Copied: {c.Path} ({sheet.Number(c.Bytes)} bytes)")));
        });
    }

    private static void BuildPurge(Command command)
    {
        var study = Globals.Study();
        var target = new Argument<string>("SOURCE|INFORMANT") { Description = "Name or identity; 'source:' or 'informant:' before it says which. A bare name that is both means the source." };
        var yes = new Option<bool>("--yes") { Description = "Does it without asking." };
        var coder = Globals.Coder();
        command.Add(study);
        command.Add(target);
        command.Add(yes);
        command.Add(coder);
        command.Uses(study, StudyAccess.Write, async (session, store, db) =>
        {
            var request = new PurgeWords.Request(session.Get(target));
            var found = await PurgeWords.FindAsync(request, db, session.Cancel);
            if (found.Problem is { } missing) return missing;
            if (!session.Get(yes) && !Agreed(session, found.Value)) return NotAgreed(found.Value.Name);
            var purged = await PurgeWords.HandleAsync(request, session.Coder(coder), store, session.Cancel);
            return purged.Problem is { } problem ? problem : Say(purged.Value);
        });
    }

    private static bool Agreed(Session session, (string Kind, string Name) target)
    {
        if (session.Json || Console.IsInputRedirected) return false;
        Console.Error.Write(session.Language == Language.Indonesian
            ? $"Kata-kata {(target.Kind == "source" ? "sumber" : "narasumber")} '{target.Name}' akan dihapus untuk selamanya. Ketik namanya untuk setuju: "
            : $"The words of {target.Kind} '{target.Name}' will be gone for good. Type its name to agree: ");
        return Console.ReadLine()?.Trim() == target.Name;
    }

    private static Problem NotAgreed(string name) =>
        new("purge/not-agreed", $"Nothing was purged. A purge cannot be undone: say so with --yes, and keep a copy first only if your protocol allows it.", name);

    private static Answer Say(PurgeWords.Response r) => new(
        new
        {
            purged = new
            {
                r.Kind,
                r.Name,
                r.Outcome.Sources,
                r.Outcome.Codings,
                r.Outcome.Notes,
                journalRows = r.Outcome.JournalRows,
                r.RatingsReopened,
                sameTextIn = r.Outcome.SameTextIn,
                stillQuotedIn = r.Outcome.StillQuotedIn.Select(q => new { kind = q.Kind, id = q.Id }),
            },
        },
        sheet =>
        {
            sheet.Line(sheet.Say(
                $"Ditimpa: {r.Outcome.Sources} sumber, {r.Outcome.Codings} pengodean, {r.Outcome.Notes} memo, {r.Outcome.JournalRows} baris jurnal. Penilaian yang dibuka kembali: {r.RatingsReopened}.",
                $"Overwritten: {r.Outcome.Sources} sources, {r.Outcome.Codings} codings, {r.Outcome.Notes} memos, {r.Outcome.JournalRows} rows of the journal. Ratings opened again: {r.RatingsReopened}."));
            if (r.Outcome.SameTextIn.Count > 0) sheet.Line(sheet.Say("Teks yang sama masih ada di: ", "The very same text still stands in: ") + string.Join(", ", r.Outcome.SameTextIn));
            foreach (var (kind, id) in r.Outcome.StillQuotedIn) sheet.Line(sheet.Say("Masih dikutip analis dalam", "Still quoted by an analyst in") + $": {sheet.Say(StepWords.OfEntity(kind))} {Sheet.Short(id)}");
            sheet.Line(sheet.Say(
                "Salinan, ekspor, dan laporan yang dibuat sebelumnya tidak terjangkau; hapus sendiri.", "Copies, exports and reports made before are beyond its reach; delete them yourself."));
        });

    private static void BuildDoctor(Command command)
    {
        var study = Globals.Study();
        command.Add(study);
        command.Uses(study, StudyAccess.Read, async (session, store, db) =>
        {
            var check = await CheckStudy.HandleAsync(store, db, session.Cancel);
            if (check.Problem is { } failed) return failed;
            var c = check.Value;
            var problem = c.Findings.Count == 0 ? null : new Problem("doctor/findings", $"{c.Findings.Count} things are wrong, the first: {c.Findings[0].Message}", c.Findings[0].At);
            return new Answer(
                new { healthy = c.Findings.Count == 0, findings = c.Findings, c.CheckedRevisions, c.CheckedCodings, c.JournalSteps, problem },
                sheet =>
                {
                    foreach (var f in c.Findings) sheet.Line($"{f.Code}: {f.Message}{(f.At is { } at ? $" ({at})" : "")}");
                    sheet.Line(c.Findings.Count == 0
                        ? sheet.Say($"Sehat: {sheet.Number(c.CheckedRevisions)} teks, {sheet.Number(c.CheckedCodings)} pengodean, {sheet.Number(c.JournalSteps)} langkah jurnal diperiksa.",
                            $"Healthy: {sheet.Number(c.CheckedRevisions)} texts, {sheet.Number(c.CheckedCodings)} codings, {sheet.Number(c.JournalSteps)} steps of the journal checked.")
                        : sheet.Say($"{c.Findings.Count} temuan.", $"{c.Findings.Count} findings."));
                })
            { Problem = problem };
        });
    }
}
