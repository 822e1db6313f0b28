using Jembatan.App.Codebooks;
using Jembatan.App.Codings;
using Jembatan.App.Journals;
using Jembatan.App.Sources;
using Jembatan.Core;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.Benchmarks.Cases;

/// <summary>Opening, coding, listing and taking back, through the slices that pages and verbs call.</summary>
internal static class StudyCases
{
    private const string Group = "study";
    private const int FirstPage = 25;

    public static IReadOnlyList<Case> All { get; } =
    [
        new(Group, "open the study and read its title", 1000, 10, (bench, _, _) =>
        {
            var opened = new List<StudyStore>();
            return Task.FromResult(new Prepared(
                async cancellationToken =>
                {
                    var store = (await StudyStore.OpenAsync(bench.Store.Location, StudyAccess.Read, TimeProvider.System, cancellationToken)).Value;
                    opened.Add(store);
                    await using var db = store.NewDb();
                    return new((await db.Studies.AsNoTracking().SingleAsync(cancellationToken)).Title);
                },
                new Closing(opened)));
        }),
        Adding("add the first codings after the start, to a text of 20 KB", null, 100, SyntheticStudy.OrdinaryName, SyntheticStudy.OrdinaryText, 150),
        Adding("add one coding to a text of 20 KB, journalled and durable", 2, 3000, SyntheticStudy.OrdinaryName, SyntheticStudy.OrdinaryText),
        Adding("add one coding to a text of 300 KB, journalled and durable", 2, 1000, SyntheticStudy.TranscriptName, SyntheticStudy.Transcript),
        Adding("add one coding to a text of 1 MB, journalled and durable", null, 100, SyntheticStudy.LongName, SyntheticStudy.LongText),
        new(Group, "take a coding back (undo)", 10, 100, UndoAsync) { IsDurable = true },
        Case.Question(Group, "all codings of the 1 MB source", 10, 50, async (_, db, cancellationToken) =>
            Sum(Good(await ListCodings.HandleAsync(new(Source: SyntheticStudy.LongName), db, cancellationToken)))),
        Case.Question(Group, "codes with counts", 100, 20, async (_, db, cancellationToken) =>
        {
            var list = Good(await ListCodes.HandleAsync(new(WithInformants: false), db, cancellationToken));
            return $"{list.Codes.Count} codes, {list.Codes.Sum(c => c.Codings)} codings";
        }),
        Case.Question(Group, "codes with counts of codings and informants", null, 10, async (_, db, cancellationToken) =>
        {
            var list = Good(await ListCodes.HandleAsync(new(), db, cancellationToken));
            return $"{list.Codes.Count} codes, {list.Codes.Sum(c => c.Codings)} codings, {list.Codes.Sum(c => c.Informants)} informants";
        }),
        Case.Question(Group, "a code's quotes, first page", 50, 50, async (bench, db, cancellationToken) =>
            $"{Sum(Good(await ListCodings.HandleAsync(new(Code: bench.Busiest, Limit: FirstPage), db, cancellationToken)))} of {bench.Busiest}"),
        Case.Question(Group, "sources with their counts", null, 10, async (_, db, cancellationToken) =>
        {
            var list = Good(await ListSources.HandleAsync(new(), db, cancellationToken));
            return $"{list.Sources.Count} sources, {list.Sources.Sum(s => s.Codings)} codings";
        }),
    ];

    internal static T Good<T>(Result<T> result) => result.Problem is { } problem ? throw new InvalidOperationException($"{problem.Code}: {problem.Message}") : result.Value;

    private static string Sum(ListCodings.Response list) => $"{list.Codings.Count} of {list.Total} codings, {list.Codings.Sum(c => c.End - c.Start)} code points";

    private static Case Adding(string name, double? limitMs, int repeats, string source, int length, int span = 201) => new(Group, name, limitMs, repeats, (bench, turn, _) =>
        Task.FromResult(new Prepared(running => AddAsync(bench, source, turn * 7 % (length - 300), span, running))))
    { IsDurable = true };

    private static async Task<Outcome> AddAsync(Bench bench, string source, int start, int span, CancellationToken cancellationToken)
    {
        await using var db = bench.Store.NewDb();
        var applied = Good(await ApplyCode.HandleAsync(new(source, start, start + span, bench.Busiest), bench.Coder, db, bench.Store.Clock, cancellationToken));
        return new(applied.WasThere ? "was there" : "committed");
    }

    private static async Task<Prepared> UndoAsync(Bench bench, int turn, CancellationToken cancellationToken)
    {
        if (turn == 0) await AddAsync(bench, SyntheticStudy.OrdinaryName, 9_999, 201, cancellationToken);        // a coder who stays
        await AddAsync(bench, SyntheticStudy.OrdinaryName, 10_000 + turn, 202, cancellationToken);
        return new Prepared(async running =>
        {
            await using var db = bench.Store.NewDb();
            return new(Good(await Undo.HandleAsync(new(), bench.Coder, db, bench.Store.Clock, running)).Steps[0].Label);
        });
    }

    private sealed class Closing(List<StudyStore> stores) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            foreach (var store in stores) await store.DisposeAsync();
        }
    }
}
