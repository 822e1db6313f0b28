using System.CommandLine;
using System.Globalization;
using Jembatan.App.Saturation;
using Jembatan.Cli.Frame;
using Jembatan.Cli.Verbs.Documents;
using Jembatan.Core;

namespace Jembatan.Cli.Verbs.Tables;

internal static class SaturationVerb
{
    public static Verb Verb { get; } = new("saturation", "Asks whether further interviews still bring new codes, for all informants and each group.", TakesStudy: true, Build);

    private static void Build(Command command)
    {
        var study = Globals.Study();
        var @base = new Option<int>("--base") { Description = "Interviews that make the base.", DefaultValueFactory = _ => 4 };
        var run = new Option<int>("--run") { Description = "Interviews in a run.", DefaultValueFactory = _ => 2 };
        var threshold = new Option<string>("--threshold") { Description = "Share of new codes that counts as saturated, such as 0.05, 5% or 0.", HelpName = "P", DefaultValueFactory = _ => "0.05" };
        var group = new Option<string>("--group") { Description = "The variable whose values are the groups.", HelpName = "VARIABLE", DefaultValueFactory = _ => "group" };
        var permutations = new Option<int>("--permutations") { Description = "Orders of interviews to draw for the band, at least 500.", DefaultValueFactory = _ => 1000 };
        var (coders, interviewer, seed) = (TableOptions.Coders(), TableOptions.WithInterviewer(), TableOptions.Seed());
        var output = new Option<string?>("--out") { Description = "Write the curve of all informants as .png or .svg.", HelpName = "FILE" };
        command.Add(study);
        foreach (var option in (Option[])[@base, run, threshold, group, permutations, seed, coders, interviewer, output]) command.Add(option);
        command.Reads(study, async (session, db) =>
        {
            if (Share(session.Get(threshold)!) is not { } share)
                return new Problem("saturation/threshold", $"'{session.Get(threshold)}' is not a share. Write one such as 0.05, 5% or 0.", session.Get(threshold));
            var result = await MeasureSaturation.HandleAsync(
                new(session.Get(@base), session.Get(run), share, session.Get(group)!, session.Get(permutations), unchecked((ulong)session.Get(seed)), session.Get(coders)!, session.Get(interviewer)),
                db, session.Cancel);
            if (result.Problem is { } problem) return problem;
            if (session.Get(output) is { } file && await DrawAsync(file, result.Value, session) is { } undrawn) return undrawn;
            return new Answer(Document(result.Value, session.Language), sheet => Print(sheet, result.Value));
        });
    }

    private static async Task<Problem?> DrawAsync(string file, MeasureSaturation.Response result, Session session)
    {
        var path = Path.GetFullPath(file);
        if (!Directory.Exists(Path.GetDirectoryName(path))) return new Problem("saturation/no-folder", $"There is no folder for '{path}'. Make it first, or name another place.", file);
        var name = session.Language == Language.Indonesian ? "Semua narasumber" : "All informants";
        var drawn = DrawSaturation.Of(result.Groups[0], name, Path.GetExtension(path).TrimStart('.').ToLowerInvariant(), session.Language);
        if (drawn.Problem is { } problem) return problem;
        await File.WriteAllBytesAsync(path, drawn.Value.Content, session.Cancel);
        return null;
    }

    // "5%" and "5" are five percent: no threshold reaches one.
    private static double? Share(string text)
    {
        var percent = text.EndsWith('%');
        if (!double.TryParse(text.TrimEnd('%').Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value)) return null;
        return percent || value >= 1 ? value / 100 : value;
    }

    private static object Document(MeasureSaturation.Response r, Language language) => new
    {
        r.Base,
        r.Run,
        r.Threshold,
        r.Variable,
        r.Order,
        groups = r.Groups.Select(g => new
        {
            group = g.Group ?? "all",
            informants = g.Informants.Count,
            g.Codes,
            names = g.Informants,
            newPerInformant = g.Measured.NewPerEvent,
            g.Measured.Cumulative,
            g.Measured.BaseCodes,
            runs = g.Measured.Runs.Select(s => new { s.UpTo, s.NewCodes, s.Share }),
            g.Measured.SaturatedAt,
            enoughAt = g.Measured.SaturatedAt - r.Run,
            notation = g.Measured.SaturatedAt is { } at ? string.Create(CultureInfo.InvariantCulture, $"{at - r.Run}+{r.Run}") : null,
            g.Measured.Reason,
            reasonText = TableOptions.Words(g.Measured.Reason, language),
            orders = g.Orders is { } o
                ? new { o.Permutations, o.Seed, o.Reached, o.ReachedShare, o.Low, o.Median, o.High, curve = o.Curve.Select(p => new { p.Events, p.Expected, p.Low, p.Median, p.High }) }
                : null,
            codeSaturation = g.CodeSteps.Select(s => new { s.Events, s.NewCodes, s.Codes, s.Share }),
            meaningSaturation = g.Meaning.Select(m => new { m.Code, label = m.Name.In(language), m.FirstAt, m.LastNewAt, m.Facets, m.Informants }),
        }),
        r.WithoutValue,
        r.Coders,
        r.WithInterviewer,
    };

    private static void Print(Sheet sheet, MeasureSaturation.Response r)
    {
        sheet.Table(
            [
                sheet.Say("Kelompok", "Group"), sheet.Say("Narasumber", "Informants") + " #", sheet.Say("Kode", "Codes") + " #", sheet.Say("Kode basis", "Codes of base") + " #",
                sheet.Say("Jenuh", "Saturated"), sheet.Say("Urutan lain", "Other orders"),
            ],
            r.Groups.Select(g => (IReadOnlyList<string>)
            [
                g.Group ?? sheet.Say("semua", "all"), sheet.Number(g.Informants.Count), sheet.Number(g.Codes), g.Measured.BaseCodes is { } codes ? sheet.Number(codes) : "·",
                g.Measured.SaturatedAt is { } at ? $"{at - r.Run}+{r.Run}" : TableOptions.Words(g.Measured.Reason, sheet.Language) ?? "",
                g.Orders is { Reached: > 0 } o
                    ? sheet.Say($"{Shown.Percent(sheet, o.ReachedShare)} jenuh, median {Shown.Number(sheet, o.Median)}", $"{Shown.Percent(sheet, o.ReachedShare)} saturate, median {Shown.Number(sheet, o.Median)}")
                    : "·",
            ]));
        sheet.Line(sheet.Say(
            $"Guest, Namey dan Chen: basis {r.Base}, putaran {r.Run}, ambang {Shown.Percent(sheet, r.Threshold)} kode baru. \"9+2\": sembilan wawancara cukup, dua lagi memastikannya.",
            $"Guest, Namey and Chen: base {r.Base}, run {r.Run}, threshold {Shown.Percent(sheet, r.Threshold)} new codes. \"9+2\": nine interviews were enough, two more confirmed it."));
    }
}
