using System.Text.Json;
using Jembatan.App.Coverage;
using Jembatan.App.Causes;
using Jembatan.App.Samples;
using Jembatan.App.Servo;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Tests.Samples;

/// <summary>The sample study as it is built once for all tests here.</summary>
public sealed class BuiltSample : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("jembatan-sample-").FullName;

    internal BuildSampleStudy.Response Built { get; private set; } = null!;

    internal StudyStore Store { get; private set; } = null!;

    /// <summary>Runs of the coverage model that a test has made for the next.</summary>
    internal KeptRuns Runs { get; } = new();

    public async ValueTask InitializeAsync()
    {
        var built = await BuildSampleStudy.HandleAsync(new(folder), null, TimeProvider.System, CancellationToken.None);
        Assert.True(built.IsOk, built.Problem?.Message);
        Built = built.Value;
        Store = (await StudyStore.OpenAsync(new StudyLocation.File(Built.Study), StudyAccess.Read, TimeProvider.System, CancellationToken.None)).Value;
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}

/// <summary>What comes out when the sample is brought in, coded and rated through the parts that users use.</summary>
public sealed class BuildSampleStudyTests(BuiltSample sample) : IClassFixture<BuiltSample>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_that_stands_in_the_files_is_in_the_study()
    {
        await using var db = sample.Store.NewDb();
        var written = SampleFiles.Interviews.Sum(n => SampleFiles.Codings(n).Value.Codings.Count);
        Assert.Equal((18, written), (await db.Sources.CountAsync(Token), await db.Codings.CountAsync(Token)));
        Assert.Equal(18, await db.Informants.CountAsync(i => i.Group != null, Token));
        Assert.Equal(18, await db.Sources.CountAsync(s => s.InformantId != null, Token));
        Assert.Equal(36, await db.DoneMarks.CountAsync(Token));
        Assert.Equal(0, await db.Codings.CountAsync(c => c.Voice != Voice.Informant, Token));
        Assert.Equal(SampleFiles.Servo().Value.Strategies.Sum(s => s.Ratings.Sum(r => r.Answers.Count)), await db.Ratings.CountAsync(Token));
        Assert.Equal(10, await db.Verdicts.CountAsync(Token));
        var study = await db.Studies.SingleAsync(Token);
        Assert.Equal(2, study.CodebookVersion);
        Assert.Contains("rekaan", study.SampleNotice!.Id, StringComparison.Ordinal);
        Assert.Contains("invented", study.SampleNotice.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_board_shows_every_kind_of_verdict_and_disagreement_with_the_analyst()
    {
        await using var db = sample.Store.NewDb();
        var board = (await ServoBoard.HandleAsync(new(), db, Token)).Value;
        Assert.Equal(10, board.Strategies.Count);
        var computed = board.Strategies.Select(s => s.Computed).ToHashSet();
        Assert.Superset(new HashSet<VerdictKind> { VerdictKind.FairlyFit, VerdictKind.Unclear, VerdictKind.Misfit, VerdictKind.Insufficient }, computed);
        Assert.True(board.Strategies.Count(s => s.Disagrees) >= 2);
        Assert.True(board.Strategies.Count(s => !s.Disagrees) >= 2);
        Assert.All(board.Strategies, s => Assert.Equal(0, s.ReopenedRatings));
        Assert.Contains(board.Strategies.SelectMany(s => s.Pairs), p => p.Change.Kind == "drift-risk");
        Assert.Single(board.Dismissed);
        Assert.Contains(board.Misfits, m => m.Status == BoardMisfitStatus.Confirmed && m.Priority.Rank == 1);
        Assert.InRange(board.Recommendations.Count, 6, 8);
    }

    [Fact]
    public async Task Head_office_and_workers_contradict_each_other_and_some_causes_are_left_unaddressed()
    {
        await using var db = sample.Store.NewDb();
        var causes = (await RankCauses.HandleAsync(new(), db, Token)).Value;
        Assert.Equal(18, causes.OfInformants);
        var unaware = causes.Causes.Single(c => c.Code == "AW01");
        Assert.Contains(InformantGroup.Worker, unaware.Groups.Keys);
        Assert.Contains(InformantGroup.HeadOffice, unaware.ContradictingGroups.Keys);
        Assert.Contains(causes.Causes, c => c.Code.StartsWith("ND", StringComparison.Ordinal) && c.Status == "unaddressed");
        Assert.Contains(causes.Causes, c => c.Status == "addressed-fits");
        Assert.Contains(causes.Causes, c => c.Status == "addressed-misfit");
    }

    [Fact]
    public async Task One_cause_by_itself_is_its_row_of_the_ranking_but_for_its_place()
    {
        await using var db = sample.Store.NewDb();
        var ranking = (await RankCauses.HandleAsync(new(WithQuotes: false), db, Token)).Value;
        var material = (await ServoMaterial.ReadAsync(db, Token)).Value;
        Assert.NotEmpty(ranking.Categories);
        foreach (var row in ranking.Causes.Concat(ranking.Categories))
        {
            var (one, of) = await RankCauses.OneAsync(material.Codes[row.Id], material, db, Token);
            Assert.Equal(ranking.OfInformants, of);
            Assert.NotNull(one);
            Assert.Equal(JsonSerializer.Serialize(row with { Place = 0 }), JsonSerializer.Serialize(one with { Place = 0 }));
        }
    }

    [Fact]
    public async Task Texts_of_the_analyst_point_to_words()
    {
        await using var db = sample.Store.NewDb();
        var texts = await db.Narratives.AsNoTracking().ToListAsync(Token);
        Assert.Equal(SampleFiles.Servo().Value.Narratives.Count, texts.Count);
        Assert.All(texts, t => Assert.DoesNotContain("{{", t.Text.Id + t.Text.En, StringComparison.Ordinal));
        Assert.Contains(texts, t => t.Text.Id.Contains("[[coding:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_folder_that_holds_the_study_is_left_alone()
    {
        var again = await BuildSampleStudy.HandleAsync(new(Path.GetDirectoryName(sample.Built.Study)!), null, TimeProvider.System, Token);
        Assert.Equal("study/exists", again.Problem?.Code);
    }
}
