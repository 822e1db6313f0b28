using System.CommandLine;
using System.Globalization;
using Jembatan.App.Tables;
using Jembatan.Cli.Frame;
using Jembatan.Cli.Verbs.Documents;
using Jembatan.Core;
using Jembatan.Statistics.Tables;

namespace Jembatan.Cli.Verbs.Tables;

internal static class CrosstabVerb
{
    public static Verb Verb { get; } = new("crosstab", "Crosses codes with a variable of the informants, with tests.", TakesStudy: true, Build);

    private static void Build(Command command)
    {
        var study = Globals.Study();
        var by = new Option<string>("--by") { Description = "The variable; group is the informant group.", HelpName = "VARIABLE", Required = true };
        var code = new Option<string?>("--code") { Description = "Only this code and those below it.", HelpName = "CODE" };
        var (coders, interviewer, seed) = (TableOptions.Coders(), TableOptions.WithInterviewer(), TableOptions.Seed());
        var simulate = new Option<int?>("--simulate") { Description = "Draw so many tables for Fisher's test instead of the exact one.", HelpName = "N" };
        var output = new Option<string?>("--out") { Description = "Write the matrix of informants and codes for R or SPSS: .csv, .xlsx or .parquet.", HelpName = "FILE" };
        var values = Globals.Word("--values", "What the matrix holds: presence (0/1, default), codings or share.", "presence", "codings", "share");
        command.Add(study);
        foreach (var option in (Option[])[by, code, coders, interviewer, simulate, seed, output, values]) command.Add(option);
        command.Reads(study, async (session, db) =>
        {
            var table = await CrosstabCodes.HandleAsync(
                new(session.Get(by)!, session.Get(code), session.Get(coders)!, session.Get(interviewer), session.Get(simulate), unchecked((ulong)session.Get(seed))), db, session.Cancel);
            if (table.Problem is { } problem) return problem;
            string? written = null;
            if (session.Get(output) is { } file)
            {
                var kind = Enum.Parse<MatrixValues>(session.Get(values) ?? "presence", ignoreCase: true);
                var matrix = await WriteCodeMatrix.HandleAsync(new(Path.GetFullPath(file), kind, session.Get(coders)!, session.Get(interviewer)), db, session.Cancel);
                if (matrix.Problem is { } unwritten) return unwritten;
                written = matrix.Value.Path;
            }

            return new Answer(Document(table.Value, written, session.Language), sheet => Print(sheet, table.Value, written));
        });
    }

    private static object Document(CrosstabCodes.Response t, string? written, Language language) => new
    {
        t.Variable,
        columns = t.Columns.Select(c => new { c.Value, c.Informants, c.Positions }),
        rows = t.Rows.Select(r => new
        {
            r.Code,
            label = r.Name.In(language),
            r.Element,
            r.Level,
            r.Informants,
            r.Codings,
            cells = r.Cells.Select((c, i) => new
            {
                value = t.Columns[i].Value,
                c.Informants,
                c.Codings,
                c.TextShare,
                adjustedResidual = c.Residual.Value,
                residualP = c.ResidualP,
                c.Residual.Reason,
            }),
            degreesOfFreedom = r.DegreesOfFreedom,
            chiSquared = Test(r.ChiSquared),
            likelihoodRatio = Test(r.LikelihoodRatio),
            expectedLargeEnough = r.IsLargeEnough,
            fisher = new { p = r.Fisher.P.Value, adjustedP = r.FisherAdjusted, r.Fisher.Method, r.Fisher.Replicates, r.Fisher.Seed, r.Fisher.P.Reason },
            cramersV = TableOptions.Of(r.CramersV, language),
            cramersVCorrected = TableOptions.Of(r.CramersVCorrected, language),
            oddsRatio = Odds(r.OddsRatio, language),
        }),
        t.OfInformants,
        t.WithoutValue,
        t.Coders,
        t.WithInterviewer,
        adjustment = t.Correction,
        map = new
        {
            t.Map.Reason,
            t.Map.Inertias,
            t.Map.TotalInertia,
            codes = t.MapCodes.Select((code, i) => new { code, mass = t.Map.RowMasses[i], coordinates = t.Map.RowCoordinates[i] }),
            values = t.Map.Columns.Select((c, i) => new { value = t.Columns[c].Value, mass = t.Map.ColumnMasses[i], coordinates = t.Map.ColumnCoordinates[i] }),
        },
        notice = t.Notice.In(language),
        notices = (string[])[CrosstabCodes.Counting.In(language)],
        written,
    };

    private static object Odds(OddsRatioResult o, Language language)
    {
        var reason = o.Conditional.Reason ?? o.Low.Reason ?? o.High.Reason;
        return new { conditional = o.Conditional.Value, low = o.Low.Value, high = o.High.Value, o.Confidence, reason, reasonText = TableOptions.Words(reason, language) };
    }

    private static object Test(IndependenceTest test) => new { statistic = test.Statistic.Value, p = test.P.Value, test.Statistic.Reason };

    private static void Print(Sheet sheet, CrosstabCodes.Response t, string? written)
    {
        if (t.Rows.Count == 0)
        {
            sheet.Line(sheet.Say("Belum ada kode pada narasumber yang punya nilai variabel ini.", "No code yet among informants who have a value of this variable."));
            return;
        }

        sheet.Line(t.Notice.In(sheet));
        sheet.Table(
            [sheet.Say("Kode", "Code"), sheet.Say("Nama", "Name"), .. t.Columns.Select(c => $"{c.Value} ({c.Informants}) #"), "Fisher p #", sheet.Say("p (BH) #", "p (BH) #"), "V #"],
            t.Rows.Select(r => (IReadOnlyList<string>)
            [
                r.Code, Sheet.Clip(r.Name.In(sheet), 30),
                .. r.Cells.Select(c => c.Informants.ToString(CultureInfo.InvariantCulture) + (c.ResidualP < .05 ? c.Residual.Value > 0 ? " +" : " \u2212" : "")),
                TableOptions.P(sheet, r.Fisher.P.Value), TableOptions.P(sheet, r.FisherAdjusted), Shown.Number(sheet, r.CramersV.Value),
            ]));
        sheet.Line(sheet.Say(
            $"Angka: narasumber yang punya kode itu atau kode di bawahnya. + dan \u2212: lebih banyak atau lebih sedikit daripada yang diharapkan (sisaan, p < 0,05 setelah Benjamini–Hochberg). Tanpa nilai: {t.WithoutValue}.",
            $"Numbers: informants who have the code or one below it. + and \u2212: more or fewer than expected (residual, p < 0.05 after Benjamini–Hochberg). Without a value: {t.WithoutValue}."));
        sheet.Line(CrosstabCodes.Counting.In(sheet));
        if (written is not null) sheet.Line(sheet.Say($"Matriks ditulis: {written}", $"Matrix written: {written}"));
    }
}
