using Jembatan.App.Servo;
using Jembatan.Cli.Frame;
using Jembatan.Core;
using Jembatan.Core.Strategies;
using Jembatan.Servo;

namespace Jembatan.Cli.Verbs.Documents;

/// <summary>The SERVO board as JSON and as tables.</summary>
internal static class ServoDocument
{
    /// <summary>The contract's properties first, in its order; further ones follow.</summary>
    public static object Of(ServoBoard.Response board, Language language) => new
    {
        strategies = Strategies(board, language),
        misfits = board.Misfits.Select(m => Misfit(m, language)),
        dismissed = board.Dismissed.Select(m => Misfit(m, language)),
        recommendations = board.Recommendations,
        board.Horizon,
        board.Horizons,
        board.Thresholds,
    };

    /// <summary>The strategies with their pairs.</summary>
    public static IEnumerable<object> Strategies(ServoBoard.Response board, Language language) => board.Strategies.Select(s => Strategy(s, language));

    /// <summary>A misfit.</summary>
    public static object Misfit(BoardMisfit m, Language language) => new
    {
        m.Strategy,
        m.Pair,
        m.Type,
        m.Required,
        m.Observed,
        m.Causes,
        m.Disposition,
        priority = new { m.Priority.Rank, m.Priority.Low, m.Priority.High, m.Priority.Value, reason = m.Priority.Reason?.In(language) },
        m.Id,
        m.Key,
        m.Criterion,
        m.Status,
        m.Statement,
        m.Mean,
        m.Segment,
        m.Affected,
        m.Severity,
        m.Effort,
        m.Leverage,
        m.Owner,
        m.Due,
        m.Recommendations,
    };

    public static void Print(Sheet sheet, ServoBoard.Response board)
    {
        if (board.Strategies.Count == 0)
        {
            sheet.Line(sheet.Say("Belum ada strategi. Tambahkan dengan 'jembatan strategy STUDI --add LABEL --title JUDUL'.", "There are no strategies yet. Add one with 'jembatan strategy STUDY --add LABEL --title TITLE'."));
            return;
        }

        sheet.Table(
            [sheet.Say("Strategi", "Strategy"), "S–E #", "S–R #", "S–V #", "S–O #", sheet.Say("Analis", "Analyst"), sheet.Say("Hitungan", "Computed")],
            board.Strategies.Select(s => (IReadOnlyList<string>)
            [
                s.Label, .. Elements.MainPairs.Select(p => Cell(sheet, s, p)), s.Verdict?.Words.In(sheet) ?? sheet.Say("(belum ada)", "(none yet)"),
                s.Computed.Words().In(sheet) + (s.Disagrees ? " ≠" : ""),
            ]));
        sheet.Line(Legend(sheet));
        if (board.Strategies.Count == 1) One(sheet, board.Strategies[0]);
        Misfits(sheet, board.Misfits);
    }

    public static void Misfits(Sheet sheet, IReadOnlyList<BoardMisfit> misfits)
    {
        if (misfits.Count == 0) return;
        sheet.Line();
        sheet.Heading(sheet.Say("Ketidaksesuaian", "Misfits"));
        sheet.Table(
            [sheet.Say("Urutan", "Rank"), sheet.Say("Kunci", "Key"), "Status", sheet.Say("Tindak lanjut", "Disposition"), sheet.Say("Isi", "What")],
            misfits.Select(m => (IReadOnlyList<string>)
            [
                m.Priority.Rank is { } rank ? rank == m.Priority.Low && rank == m.Priority.High ? $"{rank}" : $"{rank} ({m.Priority.Low}–{m.Priority.High})" : "·", m.Key,
                Shown.Status(sheet, m.Status), Shown.Of(sheet, m.Disposition), Sheet.Clip(m.Statement, 70),
            ]));
    }

    private static object Strategy(BoardStrategy s, Language language) => new
    {
        id = s.Label,
        title = s.Title.In(language),
        pairs = s.Pairs.Select(p => Pair(p, language)),
        s.Weakest,
        congruence = s.Congruence.Words?.In(language),
        computed = s.Computed.Id(),
        verdict = s.Verdict?.Is.Id(),
        verdictBy = s.Verdict?.By,
        because = s.Verdict?.Because,
        s.Disagrees,
        s.Fit,
        s.Mean,
        computedLabel = s.Computed.Words().In(language),
        computedReason = s.ComputedReason?.In(language),
        verdictLabel = s.Verdict?.Words.In(language),
        congruenceKind = s.Congruence.Kind,
        congruenceReason = s.Congruence.Reason?.In(language),
        change = Change(s.Change, language),
        claims = s.Mechanism,
        status = s.Status,
        performance = s.Performance,
        reopenedRatings = s.ReopenedRatings,
        trace = s.Verdict is null ? App.Traces.TraceId.Strategy(s.Label) : App.Traces.TraceId.Verdict(s.Label),
    };

    private static object Pair(BoardPair p, Language language) => new
    {
        p.Pair,
        p.Fit,
        p.Low,
        p.High,
        p.Coverage,
        p.Strength,
        verdict = p.Verdict.Id(),
        verdictLabel = p.VerdictWords.In(language),
        p.RangeMethod,
        p.HorizonFit,
        p.Evidence,
        p.Supporting,
        p.Contradicting,
        p.Informants,
        p.Groups,
        reason = p.Reason?.In(language),
        p.ReasonCode,
        arithmetic = p.Arithmetic?.In(language),
        change = Change(p.Change, language),
        criteria = p.Criteria.Select(c => Criterion(c, language)),
        influences = p.Influences,
        p.Trace,
        p.HorizonTrace,
    };

    private static object Criterion(BoardCriterion c, Language language) => new
    {
        criterion = c.Label,
        question = c.Question.In(language),
        required = c.Required.In(language),
        c.Weight,
        c.State,
        c.Mean,
        ratings = c.Ratings.Select(r => new { r.Id, r.Rater, r.Value, r.Required, r.Observed, r.Rationale, r.State, r.ReopenedBecause, r.Horizon, r.CodebookVersion, r.At, r.Evidence }),
    };

    private static object Change(BoardChange change, Language language) => new { change.Kind, change.Difference, words = change.Words?.In(language), reason = change.Reason?.In(language) };

    /// <summary>What the marks in the table mean.</summary>
    public static string Legend(Sheet sheet) => sheet.Say(
        "Angka: kesesuaian −1 sampai 1; · belum dinilai; ? bukti belum cukup; * mata rantai terlemah; ≠ hitungan dan putusan analis berbeda.",
        "Figures: fit from −1 to 1; · not rated; ? not enough evidence; * weakest link; ≠ the computed and the analyst's verdict differ.");

    /// <summary>The fit of a pair with its mark.</summary>
    public static string Cell(Sheet sheet, BoardStrategy s, Pair pair)
    {
        var p = s.Pairs.First(x => x.Pair == pair);
        if (p.Fit is null) return "·";
        return Shown.Fit(sheet, p.Fit) + (p.Verdict == VerdictKind.Insufficient ? "?" : p.IsWeakest ? "*" : "");
    }

    private static void One(Sheet sheet, BoardStrategy s)
    {
        sheet.Line();
        sheet.Heading(s.Title.In(sheet));
        if (s.Verdict is { } verdict) sheet.Line($"{verdict.Words.In(sheet)} ({verdict.By}): {verdict.Because}");
        sheet.Table(
            ["", "F #", sheet.Say("Rentang kepekaan", "Sensitivity range"), sheet.Say("Cakupan", "Coverage") + " #", sheet.Say("Kuat", "Strength") + " #", sheet.Say("Bukti", "Evidence"),
                sheet.Say("Putusan", "Verdict")],
            s.Pairs.Select(p => (IReadOnlyList<string>)
            [
                p.Pair.ToString(), Shown.Fit(sheet, p.Fit), p.Low is null ? "·" : sheet.Say($"{Shown.Fit(sheet, p.Low)} sampai {Shown.Fit(sheet, p.High)}", $"{Shown.Fit(sheet, p.Low)} to {Shown.Fit(sheet, p.High)}"),
                Shown.Percent(sheet, p.Coverage), Shown.Number(sheet, p.Strength), $"{p.Evidence} (▲{p.Supporting} ▼{p.Contradicting})", p.VerdictWords.In(sheet) + (p.Reason is { } r ? $": {r.In(sheet)}" : ""),
            ]));
    }
}
