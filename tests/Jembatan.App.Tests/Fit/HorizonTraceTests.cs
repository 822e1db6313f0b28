using Jembatan.App.Servo;
using Jembatan.App.Strategies;
using Jembatan.App.Studies;
using Jembatan.App.Traces;
using Jembatan.Core;
using Jembatan.Storage;

namespace Jembatan.App.Tests.Fit;

/// <summary>A number opens to the ratings that made it: those of its own time, in the reader's language, under the body that issued them.</summary>
public sealed class HorizonTraceTests
{
    private static async Task<RatedStudy> StudyAsync()
    {
        var study = await RatedStudy.NewAsync();
        await study.RateAsync("SE1", "-2", "A", study.First);
        await study.AskAsync(db => RateCriterion.HandleAsync(
            new("perisai", "SE1", "1", Observed: "nanti", Rationale: "karena", Evidence: [study.Second], Horizon: "2030"), "A", db, SmallStudy.Clock, SmallStudy.Token));
        return study;
    }

    private static async Task<TraceNode> TraceAsync(RatedStudy study, string id, TraceDirection direction, Language? language = null) =>
        (await study.AskAsync(db => Trace.HandleAsync(new(id, direction, Language: language), db, SmallStudy.Token))).Node;

    private static IEnumerable<TraceNode> All(TraceNode node) => [node, .. node.Down.SelectMany(All), .. node.Up.SelectMany(All)];

    [Fact]
    public async Task A_fit_opens_the_ratings_of_its_own_time_and_they_lead_back_to_it()
    {
        await using var study = await StudyAsync();
        var pair = (await study.BoardAsync()).Strategies[0].Pairs.First(p => p.Pair == Core.Strategies.Pair.SE);
        Assert.Equal(("fit:perisai/SE", "fit:perisai/SE@2030", -1.0, .5), (pair.Trace, pair.HorizonTrace, pair.Fit, pair.HorizonFit));
        foreach (var (id, value, words) in new[] { (pair.Trace, "\u22122", study.First), (pair.HorizonTrace!, "1", study.Second) })
        {
            var down = All(await TraceAsync(study, id, TraceDirection.Down)).ToList();
            var rating = Assert.Single(down, n => n.Kind == "rating");
            Assert.Equal(value, rating.Value!.Id);
            Assert.Equal($"coding:{words}", Assert.Single(down, n => n.Kind == "coding").Id);
            Assert.Equal([id], All(await TraceAsync(study, words, TraceDirection.Up)).Where(n => n.Kind == "fit").Select(n => n.Id).Distinct());
        }

        Assert.Equal("trace/not-found", (await study.RefusalAsync(db => Trace.HandleAsync(new("fit:perisai/SE@2031"), db, SmallStudy.Token))).Code);
    }

    [Fact]
    public async Task Texts_of_a_trace_are_in_the_language_asked_for()
    {
        await using var study = await StudyAsync();
        var (id, en) = (All(await TraceAsync(study, "fit:perisai/SE", TraceDirection.Down, Language.Indonesian)).ToList(), All(await TraceAsync(study, "fit:perisai/SE", TraceDirection.Down, Language.English)).ToList());
        Assert.Equal(("Tanya SE1?", "Ask SE1?"), (id.First(n => n.Kind == "criterion").Text, en.First(n => n.Kind == "criterion").Text));
        Assert.Contains("\u22121,00", id[0].Text, StringComparison.Ordinal);
        Assert.Contains("\u22121.00", en[0].Text, StringComparison.Ordinal);
        Assert.Equal(("14.308,14 Rp/USD", "14,308.14 Rp/USD"), await ValueAsync("series:exchange-rate/2021"));

        async Task<(string, string)> ValueAsync(string point)
        {
            var node = await TraceAsync(study, point, TraceDirection.Down);
            return (node.Value!.Id, node.Value.En);
        }
    }

    [Fact]
    public async Task Points_of_one_institute_are_one_group_however_many_papers_printed_them()
    {
        var folder = Directory.CreateTempSubdirectory("jembatan-");
        var made = await CreateStudy.HandleAsync(new("Satu", Template: Template.InformalCoverage), new StudyLocation.File(Path.Combine(folder.FullName, "s.jembatan")), SmallStudy.Clock, SmallStudy.Token);
        Assert.True(made.IsOk, made.Problem?.Message);
        await using (var store = (await StudyStore.OpenAsync(new StudyLocation.File(Path.Combine(folder.FullName, "s.jembatan")), StudyAccess.Write, SmallStudy.Clock, SmallStudy.Token)).Value)
        {
            await using var db = store.NewDb();
            var rated = await RateCriterion.HandleAsync(
                new("jmo", "SR1", "1", "butuh", "teramati", "karena", ["series:informal-share/2024-08", "series:informal-workers/2023-08", "series:informal-share-feb/2025-02"]), "Ana", db, SmallStudy.Clock, SmallStudy.Token);
            Assert.True(rated.IsOk, rated.Problem?.Message);
            await using var again = store.NewDb();
            var pair = (await ServoBoard.HandleAsync(new("jmo"), again, SmallStudy.Token)).Value.Strategies[0].Pairs.First(p => p.Pair == Core.Strategies.Pair.SR);
            Assert.Equal((3, 1, .6), (pair.Evidence, pair.Groups, Math.Round(pair.Strength, 12)));
        }

        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1e-4)]
    [InlineData(1e4)]
    [InlineData(1e308)]
    [InlineData(double.NaN)]
    public async Task A_weight_beyond_judgement_is_refused(double weight)
    {
        await using var study = await RatedStudy.NewAsync();
        var refused = await study.RefusalAsync(db => AddCriterion.HandleAsync(new("SE9", Core.Strategies.Pair.SE, new("Tanya?", "Ask?"), null, weight), "Dewi", db, SmallStudy.Clock, SmallStudy.Token));
        Assert.Equal("criterion/bad-weight", refused.Code);
    }
}
