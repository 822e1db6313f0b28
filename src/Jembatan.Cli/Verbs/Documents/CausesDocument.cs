using System.Globalization;
using Jembatan.App.Causes;
using Jembatan.App.Traces;
using Jembatan.Cli.Frame;
using Jembatan.Core;
using Jembatan.Servo;

namespace Jembatan.Cli.Verbs.Documents;

/// <summary>The causes as JSON and as a table.</summary>
internal static class CausesDocument
{
    /// <summary>The contract's properties first, in its order; further ones follow.</summary>
    public static object Of(RankCauses.Response ranking, Language language) => new
    {
        causes = Causes(ranking, language),
        ranking.OfInformants,
        ranking.GroupSizes,
        ranking.Coders,
        ranking.WithInterviewer,
        notice = ranking.Notice.In(language),
        categories = ranking.Categories.Select(c => Cause(c, language)),
        unnamed = ranking.Unnamed.Select(u => new
        {
            id = u.Label,
            title = u.Title.In(language),
            u.NamesNone,
            causes = u.Causes.Select(c => new { c.Code, label = c.Name.In(language), c.Contradicting }),
        }),
        notices = (string[])[RankCauses.Counting.In(language)],
    };

    /// <summary>The ranked causes.</summary>
    public static IEnumerable<object> Causes(RankCauses.Response ranking, Language language) => ranking.Causes.Select(c => Cause(c, language));

    public static void Print(Sheet sheet, RankCauses.Response ranking, int most)
    {
        var named = ranking.Causes.Where(c => c.Informants + c.Contradicting > 0).ToList();
        if (named.Count == 0)
        {
            sheet.Line(sheet.Say("Belum ada sebab yang dikode pada ucapan narasumber.", "No cause is coded on informants' words yet."));
            return;
        }

        sheet.Line(ranking.Notice.In(sheet));
        sheet.Table(
            [sheet.Say("Kode", "Code"), sheet.Say("Sebab", "Cause"), sheet.Say("Disebut", "Named by") + " #", sheet.Say("Disanggah", "Against") + " #", sheet.Say("Status", "Status"), sheet.Say("Strategi terbaik", "Best strategy")],
            named.Take(most).Select(c => (IReadOnlyList<string>)
            [
                c.Code, Sheet.Clip(c.Name.In(sheet), 26), $"{c.Informants}/{c.OfInformants}", c.Contradicting.ToString(CultureInfo.InvariantCulture), c.StatusWords.In(sheet),
                c.Strategies is [{ Fit: not null } best, ..] ? $"{best.Label} {Shown.Fit(sheet, best.Fit)}" : c.Strategies.Count > 0 ? string.Join(", ", c.Strategies.Select(s => s.Label)) : "",
            ]));
        if (named.Count > most) sheet.Line(sheet.Say($"{most} dari {named.Count} sebab; semuanya dengan --all.", $"{most} of {named.Count} causes; all with --all."));
        sheet.Line(RankCauses.Counting.In(sheet));
        foreach (var aim in ranking.Unnamed.Where(u => u.NamesNone))
            sheet.Line(sheet.Say($"Strategi {aim.Label} menyasar sebab yang tidak disebut siapa pun: ", $"Strategy {aim.Label} aims at causes that nobody names: ") + string.Join(", ", aim.Causes.Select(c => c.Code)));
    }

    private static object Cause(RankedCause c, Language language) => new
    {
        c.Code,
        label = c.Name.In(language),
        c.Element,
        c.Informants,
        c.OfInformants,
        c.Groups,
        c.Codings,
        c.Contradicting,
        basis = new { c.Basis.Experience, c.Basis.Knowledge, c.Basis.Observation, c.Basis.Unstated },
        c.Status,
        strategies = c.Strategies.Select(s => new { id = s.Label, s.Pair, s.Fit, verdict = s.Verdict.Id(), verdictLabel = s.VerdictWords.In(language), title = s.Title.In(language) }),
        quotes = c.Quotes.Select(Quote),
        labels = new { c.Name.Id, c.Name.En },
        statusLabel = c.StatusWords.In(language),
        c.Place,
        c.Origin,
        c.Level,
        c.Parent,
        c.ContradictingGroups,
        contradictions = c.Contradictions.Select(Quote),
        cooccurring = c.Cooccurring.Select(o => new { o.Code, label = o.Name.In(language), o.Informants }),
        trace = TraceId.Cause(c.Code),
    };

    private static object Quote(CauseQuote q) => new { q.Source, q.Start, q.End, q.Text, coding = q.CodingId, q.Revision, q.Informant, q.Group, q.Basis, q.Stance, q.Code };
}
