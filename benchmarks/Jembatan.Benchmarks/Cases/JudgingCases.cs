using Jembatan.App.Causes;
using Jembatan.App.Servo;

namespace Jembatan.Benchmarks.Cases;

/// <summary>Causes and fit of the whole study.</summary>
internal static class JudgingCases
{
    private const string Group = "judging";

    public static IReadOnlyList<Case> All { get; } =
    [
        Case.Question(Group, "SERVO and causes of the whole study", 2000, 7, async (_, db, cancellationToken) =>
        {
            var judged = StudyCases.Good(await JudgeStudy.HandleAsync(db, cancellationToken));
            return $"{Board(judged.Board)}; {Causes(judged.Causes)}";
        }),
        Case.Question(Group, "SERVO board", null, 7, async (_, db, cancellationToken) => Board(StudyCases.Good(await ServoBoard.HandleAsync(new(), db, cancellationToken)))),
        Case.Question(Group, "causes with quotes", null, 7, async (_, db, cancellationToken) => Causes(StudyCases.Good(await RankCauses.HandleAsync(new(), db, cancellationToken)))),
        Case.Question(Group, "causes that every coder sees", null, 3, async (_, db, cancellationToken) => Causes(StudyCases.Good(await RankCauses.HandleAsync(new("all"), db, cancellationToken)))),
    ];

    private static string Board(ServoBoard.Response board) => FormattableString.Invariant(
        $"{board.Strategies.Count} strategies, {board.Strategies.Sum(s => s.Pairs.Count(p => p.Fit is not null))} pairs, fit {board.Strategies.Sum(s => s.Pairs.Sum(p => p.Fit ?? 0)):F3}");

    private static string Causes(RankCauses.Response causes) =>
        $"{causes.Causes.Count} causes, {causes.Causes.Sum(c => c.Codings)} codings, {causes.Causes.Sum(c => c.Quotes.Count)} quotes, {causes.OfInformants} informants";
}
