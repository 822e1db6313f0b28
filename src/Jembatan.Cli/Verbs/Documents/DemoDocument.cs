using System.Globalization;
using Jembatan.Cli.Frame;
using Jembatan.Core;
using Jembatan.Core.Strategies;
using Jembatan.Servo;

namespace Jembatan.Cli.Verbs.Documents;

/// <summary>What the demo found, as JSON and as a page of 80 columns.</summary>
internal static class DemoDocument
{
    private const int Causes = 8;
    private const int Width = 80;

    /// <param name="address">Where the workspace answers; null when it is not served.</param>
    public static object Of(Demo demo, string? address) => new
    {
        study = new { path = demo.Study, demo.Title, notice = demo.Notice.In(demo.Language), isSample = true, made = demo.IsNew },
        gap = GapDocument.Of(demo.Gap, demo.Language),
        causes = CausesDocument.Causes(demo.Causes, demo.Language),
        demo.Causes.OfInformants,
        notice = demo.Causes.Notice.In(demo.Language),
        strategies = ServoDocument.Strategies(demo.Board, demo.Language),
        misfits = demo.Board.Misfits.Select(m => ServoDocument.Misfit(m, demo.Language)),
        recommendations = demo.Board.Recommendations,
        coverage = CoverageDocument.Of(demo.Coverage, demo.Language),
        reports = demo.Reports,
        notWritten = demo.NotWritten.Select(r => new { r.Path, reason = r.Reason.Message }),
        address,
    };

    public static void Print(Sheet sheet, Demo demo)
    {
        sheet.Heading(demo.Title);
        Wrap(sheet, demo.Notice.In(sheet));
        sheet.Line(demo.IsNew ? sheet.Say($"Dibuat: {demo.Study}", $"Made: {demo.Study}") : sheet.Say($"Sudah ada, dipakai lagi: {demo.Study}", $"There already, used again: {demo.Study}"));
        sheet.Line();
        Gap(sheet, demo);
        CausesOf(sheet, demo);
        Board(sheet, demo);
        sheet.Line();
        CoverageDocument.Print(sheet, demo.Coverage);
        sheet.Line();
        sheet.Heading(sheet.Say("Laporan", "Report"));
        foreach (var report in demo.Reports) sheet.Line("  " + report);
        foreach (var report in demo.NotWritten) Wrap(sheet, $"  {Path.GetFileName(report.Path)}: {report.Reason.Message}");
        sheet.Line();
        sheet.Line(sheet.Say("Dari angka ke kata-katanya, misalnya:", "From a number down to the words, for example:"));
        sheet.Line($"  jembatan trace {Path.GetRelativePath(Environment.CurrentDirectory, demo.Study)} cause:{demo.Causes.Causes[0].Code} --down");
    }

    private static void Gap(Sheet sheet, Demo demo)
    {
        sheet.Heading(sheet.Say("Kesenjangan", "The gap"));
        foreach (var ratio in demo.Gap.Ratios.Where(r => r.TraceId.Contains("/bpu-active/", StringComparison.Ordinal)).TakeLast(1))
            Wrap(sheet, sheet.Say("Peserta BPU aktif dibagi pekerja informal: ", "Active BPU members divided by informal workers: ") + ratio.Arithmetic.In(sheet));
        sheet.Line();
    }

    private static void CausesOf(Sheet sheet, Demo demo)
    {
        sheet.Heading(sheet.Say("Mengapa belum terlindungi", "Why they are not covered"));
        sheet.Table(
            ["", sheet.Say("Sebab", "Cause"), sheet.Say("Disebut", "Named by") + " #", "Status"],
            demo.Causes.Causes.Take(Causes).Select(c => (IReadOnlyList<string>)
                [c.Code, Sheet.Clip(c.Name.In(sheet), 32), string.Create(CultureInfo.InvariantCulture, $"{c.Informants}/{c.OfInformants}"), c.StatusWords.In(sheet)]));
        Wrap(sheet, demo.Causes.Notice.In(sheet));
        sheet.Line();
    }

    private static void Board(Sheet sheet, Demo demo)
    {
        sheet.Heading(sheet.Say("Apakah strateginya cocok", "Does the strategy fit"));
        sheet.Table(
            [sheet.Say("Strategi", "Strategy"), "S–E #", "S–R #", "S–V #", "S–O #", sheet.Say("Analis", "Analyst")],
            demo.Board.Strategies.Select(s => (IReadOnlyList<string>)
                [Sheet.Clip(s.Label, 22), .. Elements.MainPairs.Select(p => ServoDocument.Cell(sheet, s, p)), (s.Verdict?.Words.In(sheet) ?? sheet.Say("(belum ada)", "(none yet)")) + (s.Disagrees ? " ≠" : "")]));
        Wrap(sheet, ServoDocument.Legend(sheet));
    }

    // Long lines are broken here, for a file or a pipe has no width.
    private static void Wrap(Sheet sheet, string text)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > Width)
            {
                sheet.Line(line);
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        sheet.Line(line);
    }
}
