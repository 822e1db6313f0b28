using System.CommandLine;
using Jembatan.App.Causes;
using Jembatan.App.Coverage;
using Jembatan.App.Gaps;
using Jembatan.App.Lookups;
using Jembatan.App.Samples;
using Jembatan.App.Servo;
using Jembatan.Cli.Frame;
using Jembatan.Cli.Verbs.Documents;
using Jembatan.Core;
using Jembatan.Storage;
using Jembatan.Web.Hosting;

namespace Jembatan.Cli.Verbs;

/// <summary>Makes the sample study, analyses it, writes its report and serves it.</summary>
internal static class DemoVerb
{
    private const string DefaultFolder = "jembatan-demo", DemoShock = "2020-like";

    public static Verb Verb { get; } = new("demo", "Makes the sample study, analyses it, writes the report and serves the workspace.", TakesStudy: false, Build);

    private static void Build(Command command)
    {
        var dir = new Option<string>("--dir") { Description = $"Folder of the sample; default {DefaultFolder} here. A sample that is there already is used.", HelpName = "DIR", DefaultValueFactory = _ => DefaultFolder };
        var noServe = new Option<bool>("--no-serve") { Description = "End when the reports are written." };
        var pdf = new Option<bool>("--pdf") { Description = "Print the report as PDF too; needs Chromium and takes a while." };
        var open = new Option<bool>("--open") { Description = "Open the address in the browser." };
        command.Add(dir);
        foreach (var option in (Option[])[noServe, pdf, open]) command.Add(option);
        command.SetAction(async (parse, cancel) =>
        {
            var session = new Session(parse, cancel);
            var folder = Path.GetFullPath(session.Get(dir)!);
            var prepared = await PrepareAsync(folder, session.Get(pdf), session);
            if (prepared.Problem is { } problem) return await Host.SayAsync(session, problem);
            var demo = prepared.Value;
            if (session.Get(noServe)) return await Host.SayAsync(session, new Answer(DemoDocument.Of(demo, null), sheet => DemoDocument.Print(sheet, demo)));

            if (!session.Json)
            {
                var sheet = new Sheet(demo.Language);
                DemoDocument.Print(sheet, demo);
                sheet.Line(sheet.Say("Ruang kerja, sampai Ctrl-C:", "The workspace, until Ctrl-C:"));
            }

            var options = new WorkspaceOptions { Coder = session.Coder(Globals.Coder()), Language = session.Has(Globals.Language) ? session.Language : null };
            return await ServeVerb.ServeAsync(session, new StudyLocation.File(demo.Study), options, session.Get(open), address => DemoDocument.Of(demo, address));
        });
    }

    private static async Task<Result<Demo>> PrepareAsync(string folder, bool pdf, Session session)
    {
        var path = Path.Combine(folder, BuildSampleStudy.FileName);
        var isNew = !File.Exists(path);
        if (isNew)
        {
            using var bar = ProgressBar.OnTerminal(session.Clock);
            var built = await BuildSampleStudy.HandleAsync(new(folder, session.NewStudyLanguage), new Stages(bar, session.Language), session.Clock, session.Cancel);
            if (built.Problem is { } problem) return problem;
        }

        // For writing: a sample that an older program made is brought up to date.
        return await session.WithAsync(path, StudyAccess.Write, (_, db) => AnalyseAsync(path, isNew, pdf ? ["html", "docx", "pdf"] : ["html", "docx"], session, db));
    }

    private static async Task<Result<Demo>> AnalyseAsync(string path, bool isNew, IReadOnlyList<string> formats, Session session, JembatanDb db)
    {
        var study = await db.StudyAsync(session.Cancel);
        if (study.Problem is { } unread) return unread;
        if (study.Value.SampleNotice is not { } notice)
            return new Problem("demo/own-study", $"'{path}' is a study of your own; the demo leaves it alone. Name another folder with --dir.", path);

        var gap = await ShowGap.HandleAsync(db, session.Cancel);
        if (gap.Problem is { } noGap) return noGap;
        var judged = await JudgeStudy.HandleAsync(db, session.Cancel);
        if (judged.Problem is { } unjudged) return unjudged;

        var runs = new KeptRuns();
        var coverage = await ShowCoverage.HandleAsync(new(new(DemoShock, []), WithCost: false), db, session.Cancel, runs);
        if (coverage.Problem is { } noCoverage) return noCoverage;

        var (written, missing) = (new List<string>(), new List<DemoReport>());
        using var bar = ProgressBar.OnTerminal(session.Clock);
        var name = session.Language == Language.Indonesian ? "laporan" : "report";
        foreach (var (i, format) in formats.Index())
        {
            var report = Path.Combine(Path.GetDirectoryName(path)!, $"{name}.{format}");
            bar.At(session.Language == Language.Indonesian ? "menulis laporan" : "writing the report", i, formats.Count);
            var made = await ReportFile.WriteAsync(report, [], session.Language, db, session.Clock, session.Cancel, runs);
            if (made.Problem is not { } problem) written.Add(report);
            else if (format == "pdf") missing.Add(new(report, problem));
            else return problem;
        }

        return new Demo(path, study.Value.Title, notice, isNew, session.Language, gap.Value, judged.Value.Causes, judged.Value.Board, coverage.Value, written, missing);
    }

    private sealed class Stages(ProgressBar bar, Language language) : IProgress<SampleProgress>
    {
        public void Report(SampleProgress value) => bar.At(
            (value.Stage, language) switch
            {
                (SampleStage.Import, Language.Indonesian) => "membaca wawancara",
                (SampleStage.Import, _) => "reading interviews",
                (SampleStage.Code, Language.Indonesian) => "mengodekan",
                (SampleStage.Code, _) => "coding",
                (_, Language.Indonesian) => "menilai strategi",
                _ => "rating strategies",
            },
            value.Done, value.Of);
    }
}

/// <summary>The sample study, analysed and reported.</summary>
/// <param name="Study">Path of the study file.</param>
/// <param name="IsNew">Whether this run made it.</param>
/// <param name="Reports">Paths of the reports.</param>
/// <param name="NotWritten">Reports that this machine cannot write, with the reason.</param>
internal sealed record Demo(
    string Study, string Title, Bilingual Notice, bool IsNew, Language Language, ShowGap.Response Gap, RankCauses.Response Causes, ServoBoard.Response Board, ShowCoverage.Response Coverage, IReadOnlyList<string> Reports,
    IReadOnlyList<DemoReport> NotWritten);

/// <summary>A report that could not be written.</summary>
internal sealed record DemoReport(string Path, Problem Reason);
