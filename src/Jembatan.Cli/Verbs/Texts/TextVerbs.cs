using System.CommandLine;
using System.Globalization;
using Jembatan.App.Texts;
using Jembatan.Cli.Frame;
using Jembatan.Cli.Verbs.Documents;
using Jembatan.Cli.Verbs.Tables;

namespace Jembatan.Cli.Verbs.Texts;

/// <summary>The verbs that look at words: search, concordance, frequencies, keyness.</summary>
internal static class TextVerbs
{
    private const int Most = 50;

    public static Verb Search { get; } = new("search", "Finds the paragraphs in which words stand.", TakesStudy: true, c => BuildFind(c, concordance: false));

    public static Verb Kwic { get; } = new("kwic", "Shows each place of words with what stands about it.", TakesStudy: true, c => BuildFind(c, concordance: true));

    public static Verb Words { get; } = new("words", "Counts the words that informants say.", TakesStudy: true, BuildWords);

    public static Verb KeynessVerb { get; } = new("keyness", "Finds the words that tell some informants from the others.", TakesStudy: true, BuildKeyness);

    private static Option<bool> Stem() => new("--stem") { Description = "Words of one stem count as one; the language is that of --language or the study." };

    private static Option<string?> Case() => new("--case") { Description = "Only informants with this value, such as group=worker.", HelpName = "VARIABLE=VALUE" };

    private static Option<int> Least() => new("--least") { Description = "Leave out words that stand fewer times.", DefaultValueFactory = _ => 1 };

    private static Option<bool> All() => new("--all") { Description = $"Print all, not the first {Most}." };

    private static void BuildFind(Command command, bool concordance)
    {
        var study = Globals.Study();
        var query = new Argument<string>("QUERY") { Description = "Words in a row; * stands for any letters." };
        var (stem, only, interviewer) = (Stem(), Case(), TableOptions.WithInterviewer());
        var window = new Option<int>("--window") { Description = "Words of context on each side.", DefaultValueFactory = _ => 8 };
        var limit = new Option<int>("--limit") { Description = "How many at most.", DefaultValueFactory = _ => 1000 };
        command.Add(study);
        command.Add(query);
        foreach (var option in (Option[])[stem, only, interviewer, limit]) command.Add(option);
        if (concordance) command.Add(window);
        command.Reads(study, async (session, db) =>
        {
            var found = await FindWords.HandleAsync(
                new(session.Get(query), session.Get(stem), session.Language, session.Get(only), session.Get(interviewer), concordance ? session.Get(window) : 8, Math.Max(0, session.Get(limit))), db, session.Cancel);
            if (found.Problem is { } problem) return problem;
            var r = found.Value;
            return concordance
                ? new Answer(
                    new { lines = r.Lines.Select(l => new { l.Source, l.Revision, l.Speaker, l.Start, l.End, left = l.Before, match = l.Match, right = l.After }), r.Total, r.Sources, r.Words, r.Stem },
                    sheet => Print(sheet, r.Total, r.Lines.Count, () => Concordance(sheet, r.Lines)))
                : new Answer(
                    new
                    {
                        hits = r.Lines.GroupBy(l => (l.Source, l.ParagraphStart)).Select(g => new
                        {
                            g.First().Source,
                            g.First().Revision,
                            g.First().Speaker,
                            start = g.First().ParagraphStart,
                            end = g.First().ParagraphEnd,
                            text = g.First().Paragraph,
                            matches = g.Select(l => new { l.Start, l.End }),
                        }),
                        r.Total,
                        r.Sources,
                        r.Words,
                        r.Stem,
                    },
                    sheet => Print(sheet, r.Total, r.Lines.Count, () => sheet.Table(
                        [sheet.Say("Sumber", "Source"), sheet.Say("Dari", "Start") + " #", sheet.Say("Paragraf", "Paragraph")],
                        r.Lines.DistinctBy(l => (l.Source, l.ParagraphStart)).Select(l => (IReadOnlyList<string>)[l.Source, l.ParagraphStart.ToString(CultureInfo.InvariantCulture), Sheet.Clip(l.Paragraph, 200)]))));
        });
    }

    // A line a match, so that the word stands in the middle; on a narrow terminal with fewer words about it.
    private static void Concordance(Sheet sheet, IReadOnlyList<FindWords.Line> lines)
    {
        const int Borders = (5 * 3) + 1, Least = 10, LongestName = 22;
        var names = lines.Select(l => Sheet.Clip(l.Source, sheet.IsNarrow ? LongestName : int.MaxValue)).ToList();
        var taken = names.Max(NarrowTable.WidthOf) + Math.Max(5, lines.Max(l => NarrowTable.WidthOf(l.Match))) + 5 + Borders;
        var side = sheet.IsNarrow ? Math.Max(Least, (sheet.Width - taken) / 2) : int.MaxValue;
        sheet.Table(
            [sheet.Say("Sumber", "Source"), sheet.Say("Dari", "Start") + " #", sheet.Say("Sebelum", "Before") + " #", sheet.Say("Kata", "Match"), sheet.Say("Sesudah", "After")],
            lines.Select((l, i) => (IReadOnlyList<string>)[names[i], l.Start.ToString(CultureInfo.InvariantCulture), Sheet.ClipStart(l.Before.Trim(), side), l.Match, Sheet.Clip(l.After.Trim(), side)]));
    }

    private static void Print(Sheet sheet, int total, int shown, Action table)
    {
        if (total == 0)
        {
            sheet.Line(sheet.Say("Tidak ditemukan.", "Nothing found."));
            return;
        }

        table();
        sheet.Line(sheet.Say($"{sheet.Number(shown)} dari {sheet.Number(total)} tempat.", $"{sheet.Number(shown)} of {sheet.Number(total)} places."));
    }

    private static void BuildWords(Command command)
    {
        var study = Globals.Study();
        var (stem, only, interviewer, least, all) = (Stem(), Case(), TableOptions.WithInterviewer(), Least(), All());
        command.Add(study);
        foreach (var option in (Option[])[stem, only, interviewer, least, all]) command.Add(option);
        command.Reads(study, async (session, db) =>
        {
            var counted = await CountWords.HandleAsync(new(session.Get(stem), session.Language, session.Get(only), session.Get(interviewer), session.Get(least)), db, session.Cancel);
            if (counted.Problem is { } problem) return problem;
            var r = counted.Value;
            return new Answer(
                new { words = r.Rows.Select(w => new { w.Word, w.Count, w.PerThousand, w.Sources }), total = r.Words, r.Different, r.Stem },
                sheet => sheet.Table(
                    [sheet.Say("Kata", "Word"), sheet.Say("Kali", "Times") + " #", "‰ #", sheet.Say("Sumber", "Sources") + " #"],
                    r.Rows.Take(session.Get(all) ? int.MaxValue : Most).Select(w => (IReadOnlyList<string>)[w.Word, sheet.Number(w.Count), Shown.Number(sheet, w.PerThousand), sheet.Number(w.Sources)])));
        });
    }

    private static void BuildKeyness(Command command)
    {
        var study = Globals.Study();
        var target = new Option<string>("--target") { Description = "The informants whose words are compared with all others, such as group=worker.", HelpName = "VARIABLE=VALUE", Required = true };
        var (stem, interviewer, least, all) = (Stem(), TableOptions.WithInterviewer(), Least(), All());
        command.Add(study);
        foreach (var option in (Option[])[target, stem, interviewer, least, all]) command.Add(option);
        command.Reads(study, async (session, db) =>
        {
            var measured = await CountWords.KeynessAsync(session.Get(target)!, new(session.Get(stem), session.Language, null, session.Get(interviewer), session.Get(least)), db, session.Cancel);
            if (measured.Problem is { } problem) return problem;
            var r = measured.Value;
            return new Answer(
                new
                {
                    r.Target,
                    r.TargetWords,
                    r.ReferenceWords,
                    r.Stem,
                    adjustment = "benjamini-hochberg",
                    words = r.Rows.Select(w => new
                    {
                        w.Word,
                        target = w.Keyness.Target,
                        reference = w.Keyness.Reference,
                        g2FourCell = w.Keyness.G2,
                        g2TwoTerm = w.Keyness.G2TwoTerm,
                        w.Keyness.ChiSquared,
                        w.P,
                        w.AdjustedP,
                        w.Keyness.LogRatio,
                        w.Keyness.PercentDifference,
                        w.Keyness.OddsRatio,
                        w.Keyness.Bic,
                        reason = w.Keyness.LogRatio is null || w.Keyness.OddsRatio is null ? "keyness/missing-on-one-side" : null,
                    }),
                },
                sheet => sheet.Table(
                    [sheet.Say("Kata", "Word"), sheet.Say("Target", "Target") + " #", sheet.Say("Lainnya", "Others") + " #", "G² #", "p (BH) #", sheet.Say("Rasio log", "Log ratio") + " #"],
                    r.Rows.Take(session.Get(all) ? int.MaxValue : Most).Select(w => (IReadOnlyList<string>)
                    [
                        w.Word, sheet.Number(w.Keyness.Target), sheet.Number(w.Keyness.Reference), Shown.Number(sheet, w.Keyness.G2), TableOptions.P(sheet, w.AdjustedP), Shown.Number(sheet, w.Keyness.LogRatio),
                    ])));
        });
    }
}
