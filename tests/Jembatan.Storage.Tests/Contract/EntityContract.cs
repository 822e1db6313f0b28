using System.Reflection;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;
using Jembatan.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.Storage.Tests.Contract;

/// <summary>What every place that keeps studies must do with entities.</summary>
public abstract class EntityContract(Ground ground) : GroundContract(ground)
{
    [Fact]
    public void The_sample_leaves_no_field_of_any_kind_at_its_default()
    {
        var sample = new Sample();
        sample.Code.MergeInto(sample.Parent.Id);
        var kinds = typeof(IEntity).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(IEntity)) && t.IsClass && t != typeof(Study)).ToHashSet();
        Assert.Equal(kinds.Order(ByName), sample.All.Select(e => e.GetType()).Distinct().Order(ByName));
        var empty = from kind in kinds
                    from p in kind.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                    where p.SetMethod is not null && sample.All.Where(e => e.GetType() == kind).All(e => IsDefault(p.GetValue(e)))
                    select $"{kind.Name}.{p.Name}";
        Assert.Equal(["Coding.Orphaned", "Coding.Voice", "Criterion.Retired", "Informant.ConsentWithdrawn", "Rating.ReopenedBecause", "Rating.State", "Source.Purged"], empty.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_kind_of_entity_comes_back_with_every_field()
    {
        var store = await Ground.NewStudyAsync();
        var sample = new Sample();
        await AddAllAsync(store, sample);
        await using var db = store.NewDb();
        foreach (var entity in sample.All) Assert.Equal(Ground.Fields(entity), Ground.Fields(await LoadAsync(db, entity)));
    }

    [Fact]
    public async Task Every_change_of_every_kind_is_kept_and_can_be_taken_back_and_done_again()
    {
        var store = await Ground.NewStudyAsync();
        var sample = new Sample();
        await AddAllAsync(store, sample);
        var before = await Ground.DumpAsync(store);
        await using (var db = store.NewDb())
        {
            var loaded = new List<IEntity>();
            foreach (var entity in sample.All) loaded.Add(await LoadAsync(db, entity));
            Sample.ReviseAll(loaded);
            db.Studies.Single().Set("coreq.1", "Ani 🌱");
            await db.CommitAsync("Revise everything", sample.Ani.Id, Stop);
        }

        Sample.ReviseAll(sample.All);
        await using (var db = store.NewDb())
            foreach (var entity in sample.All) Assert.Equal(Ground.Fields(entity), Ground.Fields(await LoadAsync(db, entity)));
        var after = await Ground.DumpAsync(store);
        Assert.NotEqual(before, after);

        await using (var db = store.NewDb()) Assert.Equal("Revise everything", (await UndoRedo.UndoAsync(db, sample.Ani.Id, Ground.Clock, Stop)).Value.Label);
        Assert.Equal(before, await Ground.DumpAsync(store));
        await using (var db = store.NewDb()) Assert.Equal("Revise everything", (await UndoRedo.RedoAsync(db, sample.Ani.Id, Ground.Clock, Stop)).Value.Label);
        Assert.Equal(after, await Ground.DumpAsync(store));
        await using (var db = store.NewDb()) Assert.Equal(after, await JournalReplay.LinesAsync(db, Stop));
    }

    [Fact]
    public async Task Everything_can_be_removed_in_one_step_and_comes_back_on_undo()
    {
        var store = await Ground.NewStudyAsync();
        var empty = await Ground.DumpAsync(store);
        var sample = new Sample();
        await AddAllAsync(store, sample);
        var before = await Ground.DumpAsync(store);
        await using (var db = store.NewDb())
        {
            foreach (var entity in sample.All) db.Remove(await LoadAsync(db, entity));
            await db.CommitAsync("Remove everything", null, Stop);
        }

        Assert.Equal(empty, await Ground.DumpAsync(store));
        await using (var db = store.NewDb()) Assert.Null((await UndoRedo.UndoAsync(db, null, Ground.Clock, Stop)).Problem);
        Assert.Equal(before, await Ground.DumpAsync(store));
    }

    [Fact]
    public async Task A_moment_of_another_time_zone_is_the_same_moment_and_can_be_taken_back()
    {
        var store = await Ground.NewStudyAsync();
        var empty = await Ground.DumpAsync(store);
        var at = new DateTimeOffset(2026, 5, 6, 7, 8, 9, TimeSpan.FromHours(7));
        await using (var db = store.NewDb())
        {
            db.Sources.Add(new Source("s", SourceKind.Interview, null, at));
            await db.CommitAsync("Import", null, Stop);
        }

        await using (var db = store.NewDb())
        {
            Assert.Equal(at, (await db.Sources.SingleAsync(Stop)).ImportedAt);
            Assert.Null((await UndoRedo.UndoAsync(db, null, Ground.Clock, Stop)).Problem);
        }

        Assert.Equal(empty, await Ground.DumpAsync(store));
    }

    [Fact]
    public async Task What_must_be_unique_is_refused_a_second_time_and_nothing_of_the_step_stays()
    {
        var store = await Ground.NewStudyAsync();
        var sample = new Sample();
        await AddAllAsync(store, sample);
        var before = await Ground.DumpAsync(store);
        var marks = new CodingMarks();
        IEntity[] seconds =
        [
            new Coder(sample.Ani.Name), new Informant("N07", null), new Variable("status", VariableType.Text), new VariableValue(sample.Informant.Id, sample.Variable.Id, "x"),
            new Source(sample.Source.Name, SourceKind.Survey, null, default), new Code("FI02", new CodeRules(Bilingual.Empty), null, 0),
            new Strategy("dbh-cht", new StrategyDetails(Bilingual.Empty), 0), Coding.Of(sample.Revision, Sample.Text.Select(27, 50).Value, sample.Code.Id, sample.Ani.Id, marks, default),
            new DoneMark(sample.Source.Id, sample.Ani.Id, default), new Assignment(sample.Source.Id, sample.Ani.Id, false, default), new Criterion("SR1", Pair.SR, Bilingual.Empty, Bilingual.Empty, 1, 0),
            Rating.Of(sample.Criterion.Id, sample.Strategy.Id, sample.Ani.Id, "2030-01-01", new RatingAnswer(RatingValue.NotApplicable, "", "", "r", []), 1, default).Value,
            new Narrative("answer", Bilingual.Empty, sample.Ani.Id, default),
        ];
        foreach (var second in seconds)
        {
            await using var db = store.NewDb();
            db.Add(new Informant("beside", null));
            db.Add(second);
            var e = await Assert.ThrowsAnyAsync<DbUpdateException>(() => db.CommitAsync("Add again", null, Stop));
            Assert.Equal("study/duplicate", StorageProblems.From(e)?.Code);
        }

        Assert.Equal(before, await Ground.DumpAsync(store));
    }

    [Fact]
    public async Task One_rater_rates_a_criterion_once_for_now()
    {
        var store = await Ground.NewStudyAsync();
        var sample = new Sample();
        await AddAllAsync(store, sample);
        Rating Now() => Rating.Of(sample.Criterion.Id, sample.Strategy.Id, sample.Ani.Id, null, new RatingAnswer(RatingValue.NotApplicable, "", "", "r", []), 1, default).Value;
        await using var db = store.NewDb();
        db.Add(Now());
        await db.CommitAsync("Rate", null, Stop);
        db.Add(Now());
        Assert.Equal("study/duplicate", StorageProblems.From(await Assert.ThrowsAnyAsync<DbUpdateException>(() => db.CommitAsync("Rate", null, Stop)))?.Code);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_others_refer_to_cannot_be_removed(bool othersAreLoaded)
    {
        var store = await Ground.NewStudyAsync();
        var sample = new Sample();
        await AddAllAsync(store, sample);
        var before = await Ground.DumpAsync(store);
        IEntity[] needed = [sample.Ani, sample.Informant, sample.Variable, sample.Source, sample.Parent, sample.Code, sample.Strategy, sample.Coding, sample.Criterion];
        foreach (var entity in needed)
        {
            await using var db = store.NewDb();
            foreach (var other in sample.All.Where(_ => othersAreLoaded)) await LoadAsync(db, other);
            db.Remove(await LoadAsync(db, entity));
            var e = await Assert.ThrowsAnyAsync<DbUpdateException>(() => db.CommitAsync("Remove", null, Stop));
            Assert.True(StorageProblems.From(e)?.Code == "study/still-used", $"{entity.GetType().Name}: {e}");
        }

        Assert.Equal(before, await Ground.DumpAsync(store));
    }

    [Fact]
    public async Task A_commit_that_failed_can_be_mended_and_repeated()
    {
        var store = await Ground.NewStudyAsync();
        await using var db = store.NewDb();
        db.Coders.Add(new Coder("Ani"));
        await db.CommitAsync("Add coder", null, Stop);
        var twin = new Coder("Ani");
        db.Coders.Add(twin);
        await Assert.ThrowsAnyAsync<DbUpdateException>(() => db.CommitAsync("Add coder", null, Stop));
        twin.Rename("Ani 2");
        await db.CommitAsync("Add coder", null, Stop);
        await using var fresh = store.NewDb();
        Assert.Equal(["Ani", "Ani 2"], await fresh.Coders.OrderBy(c => c.Name).Select(c => c.Name).ToListAsync(Stop));
        Assert.Equal(await Ground.DumpAsync(store), await JournalReplay.LinesAsync(fresh, Stop));
    }

    [Fact]
    public async Task A_step_on_what_somebody_else_changed_meanwhile_is_refused()
    {
        var store = await Ground.NewStudyAsync();
        var sample = new Sample();
        await AddAllAsync(store, sample);
        await using var mine = store.NewDb();
        await using var theirs = store.NewDb();
        var (a, b) = (await mine.Codings.SingleAsync(Stop), await theirs.Codings.SingleAsync(Stop));
        b.Mark(new CodingMarks(1));
        await theirs.CommitAsync("Mark", sample.Budi.Id, Stop);
        a.Mark(new CodingMarks(0));
        Assert.Equal("study/changed-meanwhile", StorageProblems.From(await Assert.ThrowsAnyAsync<DbUpdateException>(() => mine.CommitAsync("Mark", sample.Ani.Id, Stop)))?.Code);
        await using var db = store.NewDb();
        Assert.Equal(1, (await db.Codings.SingleAsync(Stop)).Stance);
    }

    [Fact]
    public async Task A_step_that_changes_nothing_leaves_no_trace()
    {
        var store = await Ground.NewStudyAsync();
        await using var db = store.NewDb();
        var study = await db.Studies.SingleAsync(Stop);
        study.Describe(title: "other");
        study.Describe(title: "Mengapa pekerja informal belum terlindungi?");
        study.Set("a", null);
        await db.CommitAsync("Nothing", null, Stop);
        Assert.Equal(["Create study"], await db.ChangeSets.Select(s => s.Label).ToListAsync(Stop));
    }

    [Fact]
    public async Task The_model_has_no_change_that_the_migrations_lack()
    {
        var store = await Ground.NewStudyAsync();
        await using var db = store.NewDb();
        Assert.False(db.Database.HasPendingModelChanges());
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(Stop));
    }

    [Fact]
    public async Task Saving_past_the_journal_is_refused()
    {
        var store = await Ground.NewStudyAsync();
        await using var db = store.NewDb();
        db.Coders.Add(new Coder("Ani"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(Stop));
        Assert.Throws<InvalidOperationException>(() => db.SaveChanges());
    }

    internal static async Task AddAllAsync(StudyStore store, Sample sample)
    {
        await using var db = store.NewDb();
        await db.KeepAsync(Sample.Text.Value, Stop);
        db.AddRange(sample.All);
        await db.CommitAsync("Import", sample.Ani.Id, Stop);
    }

    private static async Task<IEntity> LoadAsync(JembatanDb db, IEntity entity) =>
        (IEntity)(await db.FindAsync(entity.GetType(), [Activator.CreateInstance(typeof(Id<>).MakeGenericType(entity.GetType()), entity.Key)], Stop))!;

    private static bool IsDefault(object? value) => value switch
    {
        null or 0 or 0.0 or false or "" => true,
        Enum e => Convert.ToInt32(e, null) == 0,
        System.Collections.ICollection list => list.Count == 0,
        Bilingual b => b.IsEmpty,
        _ => false,
    };

    private static readonly IComparer<Type> ByName = Comparer<Type>.Create((a, b) => string.CompareOrdinal(a.Name, b.Name));
}

public sealed class FileEntityTests() : EntityContract(new FileGround());

public sealed class DatabaseEntityTests(PostgresServer server) : EntityContract(new DatabaseGround(server));
