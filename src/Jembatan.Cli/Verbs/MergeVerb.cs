using System.CommandLine;
using Jembatan.App.Journals;
using Jembatan.App.Merges;
using Jembatan.Cli.Frame;
using Jembatan.Core;
using Jembatan.Storage;
using Jembatan.Storage.Merge;

namespace Jembatan.Cli.Verbs;

internal static class MergeVerb
{
    public static Verb Merge { get; } = new("merge", "Brings copies of the study together, and lists where they disagree.", TakesStudy: true, BuildMerge);

    public static Verb Conflicts { get; } = new("conflicts", "Lists where merged copies disagreed, with both values.", TakesStudy: true, BuildConflicts);

    private static void BuildMerge(Command command)
    {
        var study = Globals.Study();
        var others = new Argument<string[]>("OTHER") { Description = "Files of other copies of the study.", Arity = ArgumentArity.ZeroOrMore };
        var dryRun = new Option<bool>("--dry-run") { Description = "Shows what would happen, and changes nothing." };
        var choose = new Option<string[]>("--choose")
        {
            Description = "Takes a value in a conflict: its id and 'ours' or 'theirs'.", HelpName = "CONFLICT ours|theirs", Arity = new ArgumentArity(0, 2), AllowMultipleArgumentsPerToken = true,
        };
        var coder = Globals.Coder();
        command.Add(study);
        command.Add(others);
        foreach (var option in (Option[])[dryRun, choose, coder]) command.Add(option);
        command.Validators.Add(result =>
        {
            var chosen = result.GetResult(choose) is { Implicit: false } ? result.GetValue(choose) : null;
            var copies = result.GetValue(others) is { Length: > 0 };
            if (chosen is null && !copies) result.AddError("Name the file of another copy, or a conflict after --choose.");
            if (chosen is not null && copies) result.AddError("Merge first, then choose: --choose takes no other copies.");
            if (chosen is not null and not [_, "ours" or "theirs"]) result.AddError("After --choose come the id of a conflict and 'ours' or 'theirs'.");
        });
        command.Uses(study, StudyAccess.Write, async (session, store, db) =>
        {
            if (session.Has(choose))
            {
                var pair = session.Get(choose)!;
                var chosen = await ChooseInConflict.HandleAsync(new(pair[0], pair[1] == "ours"), session.Coder(coder), db, session.Clock, session.Cancel);
                return chosen.Problem is { } refused ? refused : new Answer(new { conflict = Json(chosen.Value) }, sheet => Print(sheet, [chosen.Value]));
            }

            var request = new MergeStudies.Request([.. session.Get(others).Select(path => new StudyLocation.File(path))], session.Get(dryRun));
            var merged = await MergeStudies.HandleAsync(request, session.Coder(coder), store, session.Clock, session.Cancel);
            if (merged.Problem is { } problem) return problem;
            var outcome = merged.Value;
            return new Answer(
                new { outcome.DryRun, outcome.Merged, outcome.Reanchored, conflicts = outcome.Conflicts.Select(Json) },
                sheet => Print(sheet, outcome));
        });
    }

    private static void BuildConflicts(Command command)
    {
        var study = Globals.Study();
        var all = new Option<bool>("--all") { Description = "Also conflicts in which somebody chose." };
        command.Add(study);
        command.Add(all);
        command.Reads(study, async (session, db) =>
        {
            var listed = await ListConflicts.HandleAsync(new(session.Get(all)), db, session.Cancel);
            if (listed.Problem is { } problem) return problem;
            return new Answer(
                new { conflicts = listed.Value.Conflicts.Select(Json), listed.Value.Open, listed.Value.Settled },
                sheet => Print(sheet, listed.Value.Conflicts));
        });
    }

    private static object Json(ConflictRow row) =>
        new { row.Id, row.Kind, row.Entity, row.EntityId, row.Name, row.Field, row.Ours, row.Theirs, row.Chosen, row.Settled, row.By, row.At };

    private static void Print(Sheet sheet, MergeStudies.Response outcome)
    {
        foreach (var from in outcome.Merged)
        {
            sheet.Heading(sheet.Say($"{from.Copy}: {sheet.Number(from.Steps)} langkah yang belum ada di sini", $"{from.Copy}: {sheet.Number(from.Steps)} steps that were not here"));
            if (from.Kinds.Count > 0)
            {
                sheet.Table(
                    [sheet.Say("Jenis", "Kind"), sheet.Say("Ditambah", "Added") + " #", sheet.Say("Diubah", "Changed") + " #", sheet.Say("Hilang", "Gone") + " #"],
                    from.Kinds.Select(k => (IReadOnlyList<string>)[k.Kind, sheet.Number(k.Added), sheet.Number(k.Changed), sheet.Number(k.Removed)]));
            }

            if (from.Joined > 0) sheet.Line(sheet.Say($"{sheet.Number(from.Joined)} hal dibuat di kedua salinan dan menjadi satu.", $"{sheet.Number(from.Joined)} things were made in both copies and became one."));
            foreach (var warning in from.Warnings) sheet.Line($"{warning.Code}: {warning.Message}");
        }

        if (outcome.Reanchored > 0) sheet.Line(sheet.Say($"{sheet.Number(outcome.Reanchored)} pengodean dibawa ke revisi yang berlaku.", $"{sheet.Number(outcome.Reanchored)} codings were carried over to the revision in force."));
        if (outcome.DryRun) sheet.Line(sheet.Say("Ini hanya percobaan: tidak ada yang berubah.", "This was a dry run: nothing has changed."));
        Print(sheet, outcome.Conflicts);
    }

    private static void Print(Sheet sheet, IReadOnlyList<ConflictRow> conflicts)
    {
        if (conflicts.Count == 0)
        {
            sheet.Line(sheet.Say("Tidak ada pertentangan.", "There are no conflicts."));
            return;
        }

        sheet.Table(
            ["Id", sheet.Say("Hal", "Thing"), sheet.Say("Bidang", "Field"), sheet.Say("Di sini", "Ours"), sheet.Say("Di sana", "Theirs"), sheet.Say("Berlaku", "Stands"), sheet.Say("Dipilih", "Chosen")],
            conflicts.Select(c => (IReadOnlyList<string>)
            [
                Sheet.Short(c.Id), $"{sheet.Say(StepWords.OfEntity(c.Entity))} {Sheet.Clip(c.Name, 40)}", c.Field.Length == 0 ? "" : sheet.Say(FieldWords.Of(c.Field)), Value(sheet, c, c.Ours), Value(sheet, c, c.Theirs),
                c.Chosen == "ours" ? sheet.Say("di sini", "ours") : sheet.Say("di sana", "theirs"), c.Settled ? c.By ?? "" : "–",
            ]));
    }

    private static string Value(Sheet sheet, ConflictRow row, string? value) => value is not null ? Sheet.Clip(value, 60)
        : row.Kind is ConflictKind.RemovedAndChanged or ConflictKind.RemovedAndUsed ? sheet.Say("dihapus", "removed")
        : row.Kind is ConflictKind.RetiredAndUsed ? sheet.Say("tidak dipakai lagi", "out of use") : "–";
}
