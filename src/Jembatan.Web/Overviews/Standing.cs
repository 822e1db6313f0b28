using Jembatan.App.Gaps;
using Jembatan.App.Journals;
using Jembatan.App.Servo;
using Jembatan.App.Sources;
using Jembatan.Core;
using Jembatan.Core.Strategies;
using Jembatan.Storage;
using Jembatan.Web.Marks;
using Jembatan.Web.Words;

namespace Jembatan.Web.Overviews;

/// <summary>Something that stands between the study and a verdict.</summary>
/// <param name="Blocks">Whether a verdict should wait for it.</param>
public sealed record Lack(bool Blocks, Bilingual What, Bilingual? Why, string Href, Bilingual Do);

/// <summary>Where the study stands, as the overview shows it.</summary>
/// <param name="Done">Share done of each of the five stations, 0 to 1.</param>
/// <param name="Now">The station to work at, from 0.</param>
public sealed record Standing(
    ListSources.Response Sources, ServoBoard.Response Board, ShowGap.Response? Gap, IReadOnlyList<ReadJournal.Entry> News, int CodesUsed, IReadOnlyList<double> Done, int Now, IReadOnlyList<Lack> Lacks)
{
    public IEnumerable<BoardPair> Cells => Board.Strategies.SelectMany(s => s.Pairs).Where(p => Elements.MainPairs.Contains(p.Pair));

    public static async Task<Result<Standing>> ReadAsync(JembatanDb db, CancellationToken cancellationToken)
    {
        var sources = await ListSources.HandleAsync(new(), db, cancellationToken);
        if (sources.Problem is { } unread) return unread;
        var board = await ServoBoard.HandleAsync(new(), db, cancellationToken);
        if (board.Problem is { } noBoard) return noBoard;
        var codes = await App.Codebooks.ListCodes.HandleAsync(new(WithInformants: false), db, cancellationToken);
        if (codes.Problem is { } noCodes) return noCodes;
        var news = await ReadJournal.HandleAsync(new(Limit: 60), db, cancellationToken);
        var gap = await ShowGap.HandleAsync(db, cancellationToken);
        var done = Shares(sources.Value, board.Value);
        var now = done.Index().FirstOrDefault(s => s.Item < 1, (Index: 4, Item: 1)).Index;
        return new Standing(sources.Value, board.Value, gap.IsOk ? gap.Value : null, news.IsOk ? news.Value.Entries : [], codes.Value.Codes.Count(c => c.Codings > 0), done, now, LacksOf(board.Value));
    }

    private static List<double> Shares(ListSources.Response sources, ServoBoard.Response board)
    {
        var all = sources.Sources.Count;
        var cells = board.Strategies.Count * Elements.MainPairs.Count;
        double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
        return
        [
            all > 0 ? 1 : 0,
            Share(sources.Sources.Count(s => s.Codings > 0), all),
            Share(sources.Sources.Count(s => s.DoneBy.Count > 1), all),
            Share(board.Strategies.Sum(s => s.Pairs.Count(p => Elements.MainPairs.Contains(p.Pair) && p.Verdict != VerdictKind.Insufficient)), cells),
            Share(board.Strategies.Count(s => s.Verdict is not null), board.Strategies.Count),
        ];
    }

    private static List<Lack> LacksOf(ServoBoard.Response board)
    {
        var lacks = new List<Lack>();
        foreach (var s in board.Strategies)
        {
            var title = s.Title;
            foreach (var pair in s.Pairs.Where(p => Elements.MainPairs.Contains(p.Pair)))
            {
                var name = new Bilingual($"{title.In(Language.Indonesian)} · {SharedWords.Short(pair.Pair)}", $"{title.In(Language.English)} · {SharedWords.Short(pair.Pair)}");
                if (pair.Criteria.Any(c => c.Ratings.Any(r => r.State == RatingState.Reopened)))
                    lacks.Add(new(true, name, OverviewWords.Reopened, Links.Cell(s.Label, pair.Pair), OverviewWords.RateAgain));
                else if (pair.Verdict == VerdictKind.Insufficient)
                    lacks.Add(new(true, name, pair.Reason, Links.Cell(s.Label, pair.Pair), OverviewWords.AddEvidence));
            }

            if (s.Verdict is null && s.Computed != VerdictKind.Insufficient) lacks.Add(new(false, title, OverviewWords.NoVerdict, Links.Strategy(s.Label) + "#verdict", OverviewWords.Give));
            else if (s.Disagrees) lacks.Add(new(false, title, OverviewWords.Disagrees, Links.Strategy(s.Label) + "#verdict", OverviewWords.Review));
        }

        lacks.AddRange(board.Misfits.Where(m => m.Disposition == Disposition.Undecided && m.Status == BoardMisfitStatus.Confirmed)
            .Select(m => new Lack(false, Bilingual.Same(m.Statement), OverviewWords.Undecided, $"/misfits/{m.Key}", OverviewWords.Decide)));
        return [.. lacks.OrderByDescending(l => l.Blocks)];
    }
}
