using System.CommandLine;
using Jembatan.App.Agreement;
using Jembatan.Cli.Frame;
using Jembatan.Cli.Verbs.Documents;
using Jembatan.Core;
using Jembatan.Statistics.Agreement;

namespace Jembatan.Cli.Verbs;

internal static class AgreementVerb
{
    public static Verb Verb { get; } = new("agreement", "Measures agreement between coders, in a study or in a file.", TakesStudy: true, Build);

    /// <summary>An estimate as JSON shows it.</summary>
    public static object Document(AgreementEstimate e, AgreementScope? scope = null) => new
    {
        e.Measure,
        e.Level,
        e.Weights,
        e.Category,
        e.Value,
        e.Observed,
        e.Expected,
        e.StandardError,
        e.Low,
        e.High,
        e.Confidence,
        e.Interval,
        e.N,
        e.Coverage,
        e.Seed,
        e.Reason,
        e.Replicates,
        e.UndefinedReplicates,
        e.MissingRule,
        e.Universe,
        e.Warning,
        e.Undefined,
        e.Resampled,
        e.RequestedReplicates,
        scope,
    };

    private static void Build(Command command)
    {
        var study = new Argument<string?>("STUDY") { Description = "Path of a study file, NAME.jembatan.", Arity = ArgumentArity.ZeroOrOne };
        var files = new Dictionary<ReliabilityFileKind, Option<string?>>
        {
            [ReliabilityFileKind.Data] = new("--data") { Description = "CSV: coder names in the first row, then one row a unit; empty is missing.", HelpName = "FILE.csv" },
            [ReliabilityFileKind.Table] = new("--table") { Description = "CSV: square contingency table of two coders with labels.", HelpName = "FILE.csv" },
            [ReliabilityFileKind.Units] = new("--units") { Description = "CSV: continuum,coder,start,end,category; optional rows #length,CONTINUUM,N and #coder,NAME.", HelpName = "FILE.csv" },
        };
        var options = new AgreementOptions();
        command.Add(study);
        foreach (var file in files.Values) command.Add(file);
        options.AddTo(command);
        command.Validators.Add(result =>
        {
            var inputs = files.Values.Count(f => result.GetResult(f) is not null) + (result.GetValue(study) is null ? 0 : 1);
            if (result.GetValue(study) is null)
                foreach (var option in options.ForStudyOnly(result)) result.AddError($"{option} is for a study. Leave it out, or give STUDY.");
            if (options.HasCoders(result) && (result.GetResult(files[ReliabilityFileKind.Data]) is not null || result.GetResult(files[ReliabilityFileKind.Table]) is not null))
                result.AddError("--coders is for a study or --units. Leave it out, and leave columns out of the file instead.");
            if (inputs != 1) result.AddError("Give one of STUDY, --data, --table or --units.");
        });
        command.Does(async session =>
        {
            var choice = options.Choice(session);
            var file = files.FirstOrDefault(f => session.Get(f.Value) is not null);
            return file.Value is null
                ? await AgreementOfStudy.AnswerAsync(session, session.Maybe(study)!, choice, options)
                : await OfFileAsync(file.Key, session.Get(file.Value)!, choice, options.Coders(session), session);
        });
    }

    private static async Task<Result<Answer>> OfFileAsync(ReliabilityFileKind kind, string path, AgreementChoice choice, IReadOnlyList<string> coders, Session session)
    {
        if (!File.Exists(path)) return new Problem("file/not-found", $"There is no file '{path}'. Check the spelling and the folder.", path);
        await using var content = File.OpenRead(path);
        var measured = await MeasureFile.HandleAsync(new(kind, Path.GetFileName(path), content, choice, coders), session.Cancel);
        if (measured.Problem is { } problem) return problem;
        var answer = measured.Value;
        return new Answer(new { answer.Data, estimates = answer.Estimates.Select(e => Document(e)), notices = answer.Notices.Select(n => n.In(session.Language)) }, sheet => Print(sheet, answer));
    }

    /// <summary>Says estimates to people.</summary>
    /// <param name="scopes">What each estimate is about; null for those of a file.</param>
    public static void Print(Sheet sheet, AgreementAnswer answer, IReadOnlyList<AgreementScope>? scopes = null)
    {
        var d = answer.Data;
        sheet.Line(sheet.Say(
            $"{sheet.Number(d.Units)} unit, {d.Coders} pengode, {sheet.Number(d.Values)} nilai, {sheet.Number(d.Missing)} kosong, {sheet.Number(d.DroppedUnits)} unit dengan kurang dari dua nilai.",
            $"{sheet.Number(d.Units)} units, {d.Coders} coders, {sheet.Number(d.Values)} values, {sheet.Number(d.Missing)} missing, {sheet.Number(d.DroppedUnits)} units with fewer than two values."));
        Print(sheet, answer.Estimates, scopes);
        foreach (var notice in answer.Notices) sheet.Line(notice.In(sheet));
    }

    private static void Print(Sheet sheet, IReadOnlyList<AgreementEstimate> estimates, IReadOnlyList<AgreementScope>? scopes)
    {
        var withCategory = estimates.Any(e => e.Category is not null);
        List<string> headings = withCategory ? [sheet.Say("Kategori", "Category")] : [];
        headings.AddRange([sheet.Say("Ukuran", "Measure"), sheet.Say("Tingkat/bobot", "Level/weights")]);
        if (scopes is not null) headings.Add(sheet.Say("Lingkup", "Scope"));
        headings.AddRange([sheet.Say("Nilai", "Value") + " #", sheet.Say("Galat baku", "Std. error") + " #", sheet.Say("Selang 95%", "95% interval") + " #", "n #", sheet.Say("Cakupan", "Coverage") + " #", sheet.Say("Catatan", "Note")]);
        sheet.Table(headings, estimates.Select((e, i) =>
        {
            List<string> cells = withCategory ? [e.Category ?? ""] : [];
            cells.AddRange([e.Measure, e.Level ?? (e.Weights is { } w ? JsonOutput.Word(w) : "")]);
            if (scopes is not null) cells.Add(Words(sheet, scopes[i]));
            cells.AddRange([Number(sheet, e.Value), Number(sheet, e.StandardError), e.Low is null ? "" : sheet.Say($"{Number(sheet, e.Low)} s.d. {Number(sheet, e.High)}", $"{Number(sheet, e.Low)} to {Number(sheet, e.High)}"),
                Shown.Number(sheet, e.N), Number(sheet, e.Coverage), Note(sheet, e)]);
            return (IReadOnlyList<string>)cells;
        }));
        if (estimates.Count == 0) return;
        var any = estimates.FirstOrDefault(e => e.Seed is not null) ?? estimates[0];
        var undefined = estimates.Max(e => e.UndefinedReplicates ?? 0);
        sheet.Line(sheet.Say($"Selang: {JsonOutput.Word(any.Interval)}", $"Interval: {JsonOutput.Word(any.Interval)}")
            + (any.Seed is { } seed ? sheet.Say($", {any.RequestedReplicates} ulangan, benih {seed}", $", {any.RequestedReplicates} replicates, seed {seed}") : "")
            + (undefined > 0 ? sheet.Say($", hingga {undefined} di antaranya tanpa nilai dan tidak masuk selang", $", up to {undefined} of them without a value and left out of the interval") : "") + (any.Resampled is { } drawn ? sheet.Say($", atas {drawn}", $", over {drawn}") : "") + ".");
    }

    private static string Words(Sheet sheet, AgreementScope scope) => scope switch
    {
        AgreementScope.Code => sheet.Say("kode itu saja", "code alone"),
        AgreementScope.Family => sheet.Say("kode dan yang di bawahnya", "code and those below"),
        AgreementScope.Domain => sheet.Say("unsur SERVO", "SERVO element"),
        AgreementScope.Source => sheet.Say("sumber", "source"),
        AgreementScope.Pair => sheet.Say("dua pengode", "two coders"),
        _ => sheet.Say("semua kode", "all codes"),
    };

    // Resamples without a value are told once, below the table.
    private static string Note(Sheet sheet, AgreementEstimate estimate) => AgreementNotes.Of(estimate.Reason ?? AgreementNotes.BesideResamples(estimate.Warning ?? "")).In(sheet);

    private static string Number(Sheet sheet, double? value) => value is { } v ? Shown.Decimals(sheet, v) : "";
}
