using System.CommandLine;
using System.Globalization;
using Jembatan.App.Tables;
using Jembatan.Cli.Frame;
using Jembatan.Cli.Verbs.Documents;
using Jembatan.Core;

namespace Jembatan.Cli.Verbs.Tables;

internal static class CooccurVerb
{
    private const int MostPairs = 25;

    public static Verb Verb { get; } = new("cooccur", "Counts which codes occur together, with measures and clusters.", TakesStudy: true, Build);

    private static void Build(Command command)
    {
        var study = Globals.Study();
        var within = new Option<string>("--within") { Description = "overlap (default), paragraph, turn, source, or words:N for at most N words apart.", HelpName = "UNIT", DefaultValueFactory = _ => "overlap" };
        var code = new Option<string?>("--code") { Description = "Only pairs with this code.", HelpName = "CODE" };
        var (coders, interviewer) = (TableOptions.Coders(), TableOptions.WithInterviewer());
        var linkage = new Option<string>("--linkage") { Description = "average (default), ward.D2, single or complete.", HelpName = "RULE", DefaultValueFactory = _ => "average" };
        var all = new Option<bool>("--all") { Description = $"Print every pair, not the first {MostPairs}." };
        var output = new Option<string?>("--out") { Description = "Write every pair with its measures for R or SPSS: .csv, .xlsx or .parquet.", HelpName = "FILE" };
        command.Add(study);
        foreach (var option in (Option[])[within, code, coders, interviewer, linkage, all, output]) command.Add(option);
        command.Reads(study, async (session, db) =>
        {
            var unit = Unit(session.Get(within)!);
            if (unit.Problem is { } unclear) return unclear;
            var pairs = await CooccurCodes.HandleAsync(
                new(unit.Value.Unit, unit.Value.Words, session.Get(code), session.Get(coders)!, session.Get(interviewer), session.Get(linkage)!, Map: session.Json), db, session.Cancel);
            if (pairs.Problem is { } problem) return problem;
            string? written = null;
            if (session.Get(output) is { } file)
            {
                var table = await WriteCodePairs.HandleAsync(new(Path.GetFullPath(file), pairs.Value.Pairs), session.Cancel);
                if (table.Problem is { } unwritten) return unwritten;
                written = table.Value.Path;
            }

            return new Answer(Document(pairs.Value, written, session.Language), sheet => Print(sheet, pairs.Value, session.Get(all) ? int.MaxValue : MostPairs, written));
        });
    }

    private static Result<(CooccurrenceUnit Unit, int Words)> Unit(string within)
    {
        if (within.StartsWith("words:", StringComparison.OrdinalIgnoreCase) && int.TryParse(within["words:".Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var words))
            return (CooccurrenceUnit.Words, words);
        return within.ToLowerInvariant() switch
        {
            "overlap" => (CooccurrenceUnit.Overlap, 0),
            "paragraph" => (CooccurrenceUnit.Paragraph, 0),
            "turn" => (CooccurrenceUnit.Turn, 0),
            "source" => (CooccurrenceUnit.Source, 0),
            _ => new Problem("cooccur/within", $"'{within}' is not something that codes share. Choose overlap, paragraph, turn, source or words:N.", within),
        };
    }

    private static object Document(CooccurCodes.Response r, string? written, Language language) => new
    {
        r.Within,
        words = r.Within == CooccurrenceUnit.Words ? r.Words : (int?)null,
        counted = r.Units is null ? "codings" : "units",
        r.Units,
        codes = r.Codes.Select(c => new { c.Code, label = c.Name.In(language), c.Occurrences }),
        pairs = r.Pairs.Select(p => new
        {
            p.A,
            p.B,
            p.Both,
            codingsOfA = p.First,
            codingsOfB = p.Second,
            cCoefficient = p.Measures["c-coefficient"].Value,
            jaccard = p.Measures["jaccard"].Value,
            dice = p.Measures["dice"].Value,
            cosine = p.Measures["cosine"].Value,
            overlap = p.Measures["overlap"].Value,
            lift = p.Measures["lift"].Value,
            p.Distorted,
            reason = p.Measures.Values.Select(m => m.Reason).FirstOrDefault(m => m is not null),
        }),
        r.Coders,
        r.WithInterviewer,
        clusters = new
        {
            distance = "1-jaccard",
            r.Linkage,
            items = r.Arranged,
            merges = r.Tree.Fusions.Select(f => new { f.Left, f.Right, f.Height, f.Size }),
            order = r.Tree.Order().Select(i => r.Arranged[i]),
        },
        scaling = r.Points is { } plane
            ? new { method = "kruskal-ordinal", stress1 = plane.Stress.Value, plane.Stress.Reason, points = r.Arranged.Select((code, i) => new { code, x = plane.Points[i, 0], y = plane.Points[i, 1] }) }
            : null,
        notices = r.Notices.Select(n => n.In(language)),
        written,
    };

    private static void Print(Sheet sheet, CooccurCodes.Response r, int most, string? written)
    {
        if (r.Pairs.Count == 0)
        {
            sheet.Line(sheet.Say("Tidak ada dua kode yang muncul bersama.", "No two codes occur together."));
            return;
        }

        sheet.Table(
            ["A", "B", sheet.Say("Bersama", "Together") + " #", "c #", "Jaccard #", "Lift #", ""],
            r.Pairs.Take(most).Select(p => (IReadOnlyList<string>)
            [
                $"{p.A} {Sheet.Clip(p.NameA.In(sheet), 22)}", $"{p.B} {Sheet.Clip(p.NameB.In(sheet), 22)}", sheet.Number(p.Both),
                Shown.Number(sheet, p.Measures["c-coefficient"].Value), Shown.Number(sheet, p.Measures["jaccard"].Value), Shown.Number(sheet, p.Measures["lift"].Value),
                p.Distorted ? sheet.Say("! satu kutipan mendominasi", "! one passage dominates") : "",
            ]));
        foreach (var notice in r.Notices) sheet.Line(notice.In(sheet));
        if (written is not null) sheet.Line(sheet.Say($"Pasangan ditulis: {written}", $"Pairs written: {written}"));
        if (r.Pairs.Count > most) sheet.Line(sheet.Say($"{most} dari {sheet.Number(r.Pairs.Count)} pasangan; semuanya dengan --all.", $"{most} of {sheet.Number(r.Pairs.Count)} pairs; all with --all."));
    }
}
