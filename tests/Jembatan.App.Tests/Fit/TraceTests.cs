using Jembatan.App.Gaps;
using Jembatan.App.Macro;
using Jembatan.App.Narratives;
using Jembatan.App.Servo;
using Jembatan.App.Strategies;
using Jembatan.App.Traces;
using Jembatan.Core;
using Jembatan.Core.Strategies;

namespace Jembatan.App.Tests.Fit;

/// <summary>Every number opens down to words, and words up to every number that rests on them.</summary>
public sealed class TraceTests
{
    private static async Task<RatedStudy> StudyAsync()
    {
        var study = await RatedStudy.NewAsync();
        await study.RateAsync("SE1", "-2", "A", study.First);
        await study.MisfitAsync("perisai/SE1", new(Statement: "Uang tidak ada."));
        await study.AskAsync(db => Recommend.HandleAsync(new("Tagih setelah panen.", ["perisai/SE1"]), "Dewi", db, SmallStudy.Clock, SmallStudy.Token));
        await study.AskAsync(db => GiveVerdict.HandleAsync(new("perisai", "misfit", "Tidak ada uang."), "Dewi", db, SmallStudy.Clock, SmallStudy.Token));
        await study.AskAsync(db => WriteNarrative.HandleAsync(new("answer", new($"Uang tidak tentu [[coding:{study.First}]].", "")), "Dewi", db, SmallStudy.Clock, SmallStudy.Token));
        return study;
    }

    private static Task<Trace.Response> TraceAsync(RatedStudy study, string id) => study.AskAsync(db => Trace.HandleAsync(new(id), db, SmallStudy.Token));

    private static IEnumerable<TraceNode> All(TraceNode node) => [node, .. node.Down.SelectMany(All), .. node.Up.SelectMany(All)];

    [Fact]
    public async Task A_verdict_opens_down_to_the_words()
    {
        await using var study = await StudyAsync();
        var node = (await TraceAsync(study, "verdict:perisai")).Node;
        string[] kinds = ["verdict", "fit", "criterion", "rating", "evidence", "coding"];
        var at = node;
        foreach (var kind in kinds)
        {
            Assert.Equal(kind, at.Kind);
            if (kind != "coding") at = at.Down[0];
        }

        var words = Assert.IsType<TraceWords>(at.Words);
        Assert.Equal(("satu", 1, "tidak ada sama sekali", "N1"), (words.Source, words.Revision, words.Text, words.Informant));
        Assert.Equal("P: bagaimana uangnya?\nN: kadang ada kadang ", words.Before);
        Assert.Equal(words.Before.Length, words.Start);
    }

    [Fact]
    public async Task Words_open_up_to_everything_that_uses_them()
    {
        await using var study = await StudyAsync();
        var up = All((await TraceAsync(study, study.First)).Node).Select(n => n.Kind).ToHashSet();
        Assert.Superset(new HashSet<string> { "coding", "evidence", "rating", "criterion", "fit", "verdict", "misfit", "recommendation", "cause", "code", "strategy", "narrative" }, up);
    }

    [Fact]
    public async Task Every_node_of_a_trace_opens_by_its_own_id_and_reaches_the_words()
    {
        await using var study = await StudyAsync();
        var nodes = All((await TraceAsync(study, "verdict:perisai")).Node).Concat(All((await TraceAsync(study, study.First)).Node)).DistinctBy(n => n.Id).ToList();
        Assert.True(nodes.Count > 10);
        foreach (var node in nodes)
        {
            var opened = (await TraceAsync(study, node.Id)).Node;
            Assert.Equal((node.Id, node.Kind, node.Label), (opened.Id, opened.Kind, opened.Label));
            if (node.Kind is "source" or "fit" or "criterion") continue;
            Assert.Contains(All(opened with { Up = [] }), n => n.Id == $"coding:{study.First}");
        }
    }

    [Fact]
    public async Task Labels_and_endings_stand_for_whole_ids()
    {
        await using var study = await StudyAsync();
        Assert.Equal("cause:FI02", (await TraceAsync(study, "fi02")).Id);
        Assert.Equal("strategy:perisai", (await TraceAsync(study, "PERISAI")).Id);
        Assert.Equal("criterion:SE1", (await TraceAsync(study, "SE1")).Id);
        Assert.Equal($"coding:{study.First}", (await TraceAsync(study, study.First[^8..])).Id);
        Assert.Equal("fit:perisai/SE", (await TraceAsync(study, "fit:perisai/SE")).Id);
        Assert.Equal("source:satu", (await TraceAsync(study, "source:satu")).Id);
        Assert.Equal("trace/not-found", (await study.RefusalAsync(db => Trace.HandleAsync(new("tidak-ada"), db, SmallStudy.Token))).Code);
        Assert.Equal("trace/not-found", (await study.RefusalAsync(db => Trace.HandleAsync(new("series:tidak/2020"), db, SmallStudy.Token))).Code);
    }

    [Fact]
    public async Task A_text_that_points_nowhere_is_refused()
    {
        await using var study = await StudyAsync();
        var refused = await study.RefusalAsync(db => WriteNarrative.HandleAsync(new("limits", Bilingual.Same("lihat [[fit:entah/SE]]")), "Dewi", db, SmallStudy.Clock, SmallStudy.Token));
        Assert.Equal("narrative/broken-trace", refused.Code);
        Assert.Equal("narrative/unknown-section", (await study.RefusalAsync(db => WriteNarrative.HandleAsync(new("entah", Bilingual.Same("x")), "Dewi", db, SmallStudy.Clock, SmallStudy.Token))).Code);
    }

    [Fact]
    public async Task Every_figure_of_the_gap_and_the_macro_economy_opens()
    {
        await using var study = await StudyAsync();
        await study.AskAsync(db => RecordPerformance.HandleAsync(new("perisai", "2018-12", Bilingual.Same("Peserta"), 600000, 400000, "Buku", "orang"), "Dewi", db, SmallStudy.Clock, SmallStudy.Token));
        var gap = await study.AskAsync(db => ShowGap.HandleAsync(db, SmallStudy.Token));
        var macro = await study.AskAsync(db => ShowMacro.HandleAsync(db, SmallStudy.Token));
        var ids = gap.Members.Concat(gap.InformalShare).Append(gap.InformalWorkers!).SelectMany(s => s.Points).Select(p => p.TraceId)
            .Concat(gap.Ratios.Select(r => r.TraceId)).Concat(gap.Targets.Select(t => t.TraceId)).Concat(gap.Strategies.SelectMany(s => s.Points).Select(p => p.TraceId))
            .Concat(macro.Series.SelectMany(s => s.Points).Select(p => p.TraceId)).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count() + gap.InformalShare.Append(gap.InformalWorkers!).Sum(s => s.Points.Count));
        await using var db = study.Small.Db();
        foreach (var id in ids)
        {
            var opened = await Trace.HandleAsync(new(id, Depth: 1), db, SmallStudy.Token);
            Assert.True(opened.IsOk, id);
            Assert.Equal(id, opened.Value.Id);
            Assert.False(string.IsNullOrWhiteSpace(opened.Value.Node.Text), id);
        }
    }
}
