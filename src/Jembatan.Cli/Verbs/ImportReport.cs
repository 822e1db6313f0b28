using Jembatan.App.ServoWorkbooks;
using Jembatan.App.Sources;
using Jembatan.Cli.Frame;
using Jembatan.Core;

namespace Jembatan.Cli.Verbs;

/// <summary>What <c>import</c> says when it is done: each file, what was left out of it, and how the cases matched.</summary>
internal static class ImportReport
{
    public static Answer Answer(ImportSources.Response response)
    {
        int Count(ImportStatus status) => response.Files.Count(f => f.Status == status);
        var document = new
        {
            files = response.Files,
            imported = Count(ImportStatus.Imported),
            skipped = Count(ImportStatus.Skipped),
            failed = Count(ImportStatus.Failed),
            cases = response.Cases,
            problem = response.Problem,
        };
        return new Answer(document, sheet => Print(sheet, response)) { Problem = response.Problem };
    }

    /// <summary>What SERVO workbooks brought in.</summary>
    public static Answer Servo(IReadOnlyList<(string File, Result<ImportServo.Response> Outcome)> taken)
    {
        var failed = taken.Where(t => !t.Outcome.IsOk).ToList();
        var document = new
        {
            files = taken.Select(t => new
            {
                t.File,
                status = t.Outcome.IsOk ? ImportStatus.Imported : ImportStatus.Failed,
                sources = Array.Empty<object>(),
                losses = t.Outcome.IsOk ? t.Outcome.Value.Losses : [],
                problem = t.Outcome.Problem,
                sheets = t.Outcome.IsOk ? t.Outcome.Value.Sheets : [],
            }),
            imported = taken.Count - failed.Count,
            skipped = 0,
            failed = failed.Count,
            cases = (object?)null,
            problem = failed.Select(f => f.Outcome.Problem).FirstOrDefault(),
        };
        return new Answer(document, sheet =>
        {
            sheet.Table([sheet.Say("Berkas", "File"), sheet.Say("Lembar", "Sheet"), sheet.Say("Baru", "New") + " #", sheet.Say("Diperbarui", "Revised") + " #"],
                taken.Where(t => t.Outcome.IsOk).SelectMany(t => t.Outcome.Value.Sheets.Select(s => (IReadOnlyList<string>)[t.File, s.Sheet, sheet.Number(s.Added), sheet.Number(s.Revised)])));
            foreach (var (file, outcome) in taken)
            {
                if (outcome.Problem is { } problem) sheet.Line($"  {file}: {problem.Message}");
                foreach (var loss in outcome.IsOk ? outcome.Value.Losses : []) sheet.Line($"  {file}: {sheet.Say(LossWords.Of(loss))}");
            }
        })
        { Problem = failed.Select(f => f.Outcome.Problem).FirstOrDefault() };
    }

    public static void PrintCases(Sheet sheet, MatchCases.Response cases)
    {
        sheet.Line(sheet.Say(
            $"Tabel kasus, kolom '{cases.Column}': {cases.Matches.Count} baris cocok, {cases.Unmatched.Count} tidak cocok, {cases.Duplicates.Count} ganda, {cases.Missing.Count} nama tanpa baris.",
            $"Case table, column '{cases.Column}': {cases.Matches.Count} rows matched, {cases.Unmatched.Count} unmatched, {cases.Duplicates.Count} duplicate, {cases.Missing.Count} names without a row."));
        sheet.Table([sheet.Say("Baris", "Row") + " #", sheet.Say("Tertulis", "As written"), sheet.Say("Dalam studi", "In the study")],
            cases.Matches.Select(m => (IReadOnlyList<string>)[sheet.Number(m.Row), m.Cell, m.Name])
                .Concat(cases.Unmatched.Select(r => (IReadOnlyList<string>)[sheet.Number(r.Row), r.Cell, sheet.Say("(tidak ada)", "(none)")]))
                .Concat(cases.Duplicates.Select(r => (IReadOnlyList<string>)[sheet.Number(r.Row), r.Cell, sheet.Say("(ganda, tidak dipakai)", "(duplicate, not used)")])));
        if (cases.Missing.Count > 0) sheet.Line(sheet.Say("Tanpa baris: ", "Without a row: ") + string.Join(", ", cases.Missing));
        if (cases.UnknownGroups.Count > 0) sheet.Line(sheet.Say("Bukan kelompok yang dikenal, disimpan sebagai variabel: ", "Not a known group, kept as a variable: ") + string.Join(", ", cases.UnknownGroups));
        foreach (var loss in cases.Losses) sheet.Line(sheet.Say(LossWords.Of(loss)));
    }

    private static void Print(Sheet sheet, ImportSources.Response response)
    {
        if (response.Files.Count > 0)
        {
            sheet.Table([sheet.Say("Berkas", "File"), sheet.Say("Hasil", "Outcome"), sheet.Say("Sumber", "Sources") + " #", sheet.Say("Karakter", "Characters") + " #", sheet.Say("Giliran", "Turns") + " #"],
                response.Files.Select(f => (IReadOnlyList<string>)
                [
                    f.File,
                    f.Status switch
                    {
                        ImportStatus.Imported => sheet.Say("masuk", "imported"),
                        ImportStatus.Skipped => sheet.Say("dilewati", "skipped"),
                        _ => sheet.Say("gagal", "failed"),
                    },
                    sheet.Number(f.Sources.Count), sheet.Number(f.Sources.Sum(s => (long)s.Length)), sheet.Number(f.Sources.Sum(s => s.Turns)),
                ]));
        }

        var told = response.Files.Where(f => f.Losses.Count > 0 || f.Problem is not null).ToList();
        sheet.Line(told.Count == 0 ? sheet.Say("Tidak ada yang tertinggal.", "Nothing was left out.") : sheet.Say("Yang tidak terbawa:", "What was left out:"));
        foreach (var file in told)
        {
            if (file.Problem is { } problem) sheet.Line($"  {file.File}: {problem.Message}");
            foreach (var loss in file.Losses) sheet.Line($"  {file.File}: {sheet.Say(LossWords.Of(loss))}");
        }

        if (response.Cases is { } cases) PrintCases(sheet, cases);
    }
}
