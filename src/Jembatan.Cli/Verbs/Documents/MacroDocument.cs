using Jembatan.App.Macro;
using Jembatan.Cli.Frame;
using Jembatan.Core;

namespace Jembatan.Cli.Verbs.Documents;

/// <summary>The macro-economy beside informants' words, as JSON and as tables.</summary>
internal static class MacroDocument
{
    public static object Of(ShowMacro.Response macro, Language language) => new
    {
        notice = macro.Notice.In(language),
        series = macro.Series.Select(s => new
        {
            s.Key,
            name = s.Name.In(language),
            s.Unit,
            definition = s.Definition.In(language),
            s.Month,
            caution = s.Caution?.In(language),
            s.IsBreakdown,
            points = s.Points.Select(p => new { p.Date, p.Value, p.Printed, p.Mark, note = p.Note?.In(language), p.Sources, label = p.Label?.In(language), trace = p.TraceId }),
            codes = s.Voices.Select(v => Voice(v, language)),
            ratings = s.Ratings,
        }),
        unlinked = macro.Unlinked.Select(v => Voice(v, language)),
        macro.OfInformants,
        caution = macro.Caution.In(language),
        citations = macro.Citations,
    };

    public static void Print(Sheet sheet, ShowMacro.Response macro)
    {
        sheet.Line(macro.Notice.In(sheet));
        sheet.Table(
            [sheet.Say("Deret", "Series"), sheet.Say("Terakhir", "Latest"), sheet.Say("Nilai", "Value") + " #", sheet.Say("Titik", "Points") + " #", sheet.Say("Narasumber", "Informants"), sheet.Say("Nilai S–E", "S–E ratings") + " #"],
            macro.Series.Where(s => !s.IsBreakdown && s.Points.Count > 0).Select(s => (IReadOnlyList<string>)
            [
                Sheet.Clip(s.Name.In(sheet), 44), s.Points[^1].Date, $"{(s.Points[^1].Printed is { } printed ? App.Data.PrintedNumber.In(printed, sheet.Language) : Shown.Number(sheet, s.Points[^1].Value))} {Shown.Unit(sheet, s.Unit)}", sheet.Number(s.Points.Count),
                string.Join(", ", s.Voices.Select(v => $"{v.Code} {v.Informants}/{macro.OfInformants}")), sheet.Number(s.Ratings.Count),
            ]));
        if (macro.Unlinked.Any(v => v.Informants > 0))
            sheet.Line(sheet.Say("Disebut narasumber, tanpa deret: ", "Named by informants, without a series: ")
                + string.Join(", ", macro.Unlinked.Where(v => v.Informants > 0).Select(v => $"{v.Code} {v.Name.In(sheet)} ({v.Informants})")));
    }

    private static object Voice(MacroVoice v, Language language) => new
    {
        v.Code,
        label = v.Name.In(language),
        v.Informants,
        v.Groups,
        v.Codings,
        v.Contradicting,
        quotes = v.Quotes.Select(q => new { q.Source, q.Start, q.End, q.Text, coding = q.CodingId, q.Informant, q.Group }),
    };
}
