using CsCheck;
using Jembatan.App.Codings;
using Jembatan.App.Servo;
using Jembatan.App.Sources;
using Jembatan.App.Tests.Samples;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage;

namespace Jembatan.App.Tests.Codings;

/// <summary>Pages of codings against the whole list, which is read at once.</summary>
public sealed class ListCodingsTests(BuiltSample sample) : IClassFixture<BuiltSample>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private async Task<T> AskAsync<T>(Func<JembatanDb, Task<Result<T>>> ask)
    {
        await using var db = sample.Store.NewDb();
        var answer = await ask(db);
        Assert.True(answer.IsOk, answer.Problem?.Message);
        return answer.Value;
    }

    private Task<ListCodings.Response> ListAsync(ListCodings.Request request) => AskAsync(db => ListCodings.HandleAsync(request, db, Token));

    [Fact]
    public async Task Any_page_is_that_part_of_the_whole_list()
    {
        var coders = (await ListAsync(new())).Codings.Select(c => c.Coder).Distinct().ToArray();
        foreach (var filter in (ListCodings.Request[])[new(), new(Coder: coders[0]), new(Case: "group=worker"), new(Code: "FI02"), new(Stance: -1), new(Code: "FI02", Case: "group=expert", Stance: -1)])
        {
            var whole = await ListAsync(filter);
            Assert.Equal(whole.Codings.Count, whole.Total);
            var any = Gen.Select(Gen.Int[0, whole.Total + 3], Gen.Int[0, 60]);
            await any.SampleAsync(
                async (offset, limit) =>
                {
                    var page = await ListAsync(filter with { Offset = offset, Limit = limit });
                    Assert.Equal(whole.Total, page.Total);
                    Assert.Equal(whole.Codings.Skip(offset).Take(limit), page.Codings);
                },
                iter: 10, threads: 1);
        }

        var rest = await ListAsync(new(Offset: 700));
        Assert.Equal((await ListAsync(new())).Codings.Skip(700), rest.Codings);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(150)]
    [InlineData(100_000)]
    public async Task A_list_read_in_parts_is_the_list_whatever_their_size(int atATime)
    {
        foreach (var request in (ListCodings.Request[])[new(), new(Code: "FI02"), new(Case: "group=worker", Offset: 90), new(Offset: 33, Limit: 250), new(Offset: 100_000), new(Limit: 0)])
        {
            var list = await ListAsync(request);
            await using var db = sample.Store.NewDb();
            var stream = (await ListCodings.StreamAsync(request, db, atATime, Token)).Value;
            Assert.Equal(list.Total, stream.Total);
            Assert.Equal(list.Codings, await stream.Codings.ToListAsync(Token));
        }
    }

    [Fact]
    public async Task Quotes_of_a_code_are_its_codings_with_what_was_chosen()
    {
        var all = (await ListAsync(new("FI02"))).Codings;
        await using var db = sample.Store.NewDb();
        var groups = (await InformantCard.AllAsync(db, Token)).ToDictionary(i => i.Key, i => i.Value.Group);
        var coder = all[0].Coder;
        foreach (var (group, stance, by) in (IEnumerable<(InformantGroup?, int?, string?)>)[(null, null, null), (InformantGroup.Worker, null, null), (InformantGroup.Worker, 1, coder), (null, -1, null), (InformantGroup.HeadOffice, null, null)])
        {
            var expected = all.Where(q => (group is null || (q.InformantId is { } who && groups[who] == group)) && (stance is null || q.Stance == stance) && (by is null || q.Coder == by)).ToList();
            var quotes = await AskAsync(d => ListQuotes.HandleAsync(new("FI02", group, stance, by, 2, 5), d, Token));
            Assert.Equal(expected.Skip(2).Take(5), quotes.Codings);
            Assert.Equal((expected.Count, expected.Select(q => q.InformantId).Distinct().Count()), (quotes.Total, quotes.Informants));
            Assert.Equal(all.Select(q => q.Coder).Distinct().Order(StringComparer.Ordinal), quotes.Coders);
        }
    }

    [Fact]
    public async Task A_rater_is_offered_chosen_quotes_first_then_those_of_the_strategy_then_those_of_its_causes()
    {
        var all = (await ListAsync(new())).Codings;
        var chosen = all.Last(c => c.Strategy is null);
        var code = all.First(c => c.Strategy is null && c.Code != chosen.Code).Code;
        var said = all.Where(c => c.Strategy == "perisai" && c.Id != chosen.Id).ToList();
        var offered = await AskAsync(db => OfferQuotes.HandleAsync(new("perisai", [code], [chosen.Id], 5000), db, Token));
        Assert.NotEmpty(said);
        Assert.Equal([chosen, .. said, .. all.Where(c => c.Code == code && c.Strategy != "perisai" && c.Id != chosen.Id)], offered);
        var few = await AskAsync(db => OfferQuotes.HandleAsync(new("perisai", [code], [chosen.Id], 3), db, Token));
        Assert.Equal(offered.Take(3), few);
    }
}
