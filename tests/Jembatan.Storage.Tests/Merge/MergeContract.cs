using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;
using Jembatan.Storage.Bulk;
using Jembatan.Storage.Journal;
using Jembatan.Storage.Merge;
using Jembatan.Storage.Tests.Contract;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.Storage.Tests.Merge;

/// <summary>Merging, case by case, in a file and in a database.</summary>
public abstract partial class MergeContract(Ground ground) : GroundContract(ground)
{
    private readonly Sample sample = new();

    [Fact]
    public async Task A_code_renamed_here_and_removed_there_is_gone_and_listed_and_can_be_chosen_back()
    {
        var (a, b) = await TwoAsync();
        await ActAsync(a, async db => (await CodeAsync(db)).Relabel("FI02-baru"));
        await ActAsync(b, RemoveCodeAsync);
        var conflict = await BothWaysAsync(a, b);
        Assert.Equal((ConflictKind.RemovedAndChanged, "Code", false), (conflict.Kind, conflict.Entity, conflict.TookOurs));
        Assert.Contains("FI02-baru", conflict.Ours, StringComparison.Ordinal);
        Assert.Null(conflict.Theirs);
        await ChooseAsync(a, conflict, ours: true);
        await using (var db = a.NewDb()) Assert.Equal("FI02-baru", (await db.Codes.SingleAsync(c => c.Id == sample.Code.Id, Stop)).Label);
        await Copies.MergeAsync(b, a);
        Assert.Equal(await Ground.DumpAsync(a), await Ground.DumpAsync(b));
        await Copies.AssertSoundAsync(b);
    }

    [Fact]
    public async Task A_code_removed_here_and_used_there_stays_with_the_surviving_coding_and_is_listed()
    {
        var (a, b) = await TwoAsync();
        await ActAsync(a, RemoveCodeAsync);
        var kept = NewCoding(3, 12);
        await ActAsync(b, db => AddAsync(db, kept));
        var conflict = await BothWaysAsync(a, b);
        Assert.Equal((ConflictKind.RemovedAndUsed, sample.Code.Id.Value, "{\"Coding\":1}"), (conflict.Kind, conflict.EntityId, conflict.Theirs));
        await using var db = a.NewDb();
        Assert.Equal([kept.Id], await db.Codings.Select(c => c.Id).ToListAsync(Stop));
    }

    [Fact]
    public async Task Moves_that_together_close_a_circle_leave_a_tree_and_are_listed()
    {
        var (a, b) = await TwoAsync();
        await ActAsync(a, async db => (await CodeAsync(db)).Move(null));
        await Copies.MergeAsync(b, a);
        await ActAsync(a, async db => (await CodeAsync(db)).Move(sample.Parent.Id));
        await ActAsync(b, async db => (await db.Codes.SingleAsync(c => c.Id == sample.Parent.Id, Stop)).Move(sample.Code.Id));
        var conflict = await BothWaysAsync(a, b);
        Assert.Equal((ConflictKind.Circle, "ParentId"), (conflict.Kind, conflict.Field));
    }

    [Fact]
    public async Task The_same_code_made_in_both_copies_becomes_one_with_the_codings_of_both()
    {
        var (a, b) = await TwoAsync();
        var (here, there) = (new Code("FI77", new CodeRules(Bilingual.Same("Gaji")), null, 9), new Code("FI77", new CodeRules(Bilingual.Same("Upah")), null, 9));
        await ActAsync(a, db => AddAsync(db, here, NewCoding(1, 5, here)));
        await ActAsync(b, db => AddAsync(db, there, NewCoding(1, 5, there), NewCoding(30, 35, there)));
        var conflict = await BothWaysAsync(a, b);
        Assert.Equal((ConflictKind.Field, "Name"), (conflict.Kind, conflict.Field));
        await using var db = a.NewDb();
        var code = await db.Codes.SingleAsync(c => c.Label == "FI77", Stop);
        Assert.Equal(here.Id < there.Id ? here.Id : there.Id, code.Id);
        Assert.Equal("Upah", code.Name.Id);
        Assert.Equal(2, await db.Codings.CountAsync(c => c.CodeId == code.Id, Stop));       // the equal ones of both became one
        Assert.Equal(2, await db.Aliases.CountAsync(Stop));
    }

    [Fact]
    public async Task Equal_codings_become_the_smaller_identity_and_what_rests_on_either_rests_on_it()
    {
        var (a, b) = await TwoAsync();
        var (here, there) = (NewCoding(1, 5), NewCoding(1, 5));
        await ActAsync(a, db => AddAsync(db, here, new Note("coding", here.Id.Value, "dari A", sample.Ani.Id, Ground.Clock.GetUtcNow())));
        await ActAsync(b, db => AddAsync(db, there, new Evidence(EvidenceKind.Quote, new EvidenceDetails("bukti"), there.Id, null, sample.Ani.Id, Ground.Clock.GetUtcNow())));
        await Copies.MergeAsync(a, b);
        await Copies.MergeAsync(b, a);
        Assert.Equal(await Ground.DumpAsync(a), await Ground.DumpAsync(b));
        await using (var db = a.NewDb())
        {
            var kept = here.Id < there.Id ? here : there;
            Assert.Equal(kept.Id, (await db.Codings.SingleAsync(c => c.Start == 1, Stop)).Id);
            Assert.Equal(kept.Id, (await db.Evidence.SingleAsync(e => e.Statement == "bukti", Stop)).CodingId);
            Assert.Equal(kept.Id.Value, (await db.Notes.SingleAsync(n => n.Text == "dari A", Stop)).TargetId);
            var alias = await db.Aliases.SingleAsync(Stop);
            Assert.Equal((here.Id < there.Id ? there.Id : here.Id).Value, alias.Id);
            Assert.Equal("journal/changed-since", (await UndoRedo.UndoAsync(db, sample.Ani.Id, Ground.Clock, Stop)).Problem?.Code);
        }

        // Taken away by hand it is gone under both identities, in every copy, and undo brings it back.
        var before = await Ground.DumpAsync(a);
        await ActAsync(a, async db =>
        {
            db.RemoveRange(await db.Notes.Where(n => n.Text == "dari A").ToListAsync(Stop));
            db.RemoveRange(await db.Evidence.Where(e => e.Statement == "bukti").ToListAsync(Stop));
            db.Remove(await db.Codings.SingleAsync(c => c.Start == 1, Stop));
        });
        await Copies.AssertSoundAsync(a);
        await Copies.MergeAsync(b, a);
        await using (var db = b.NewDb()) Assert.False(await db.Codings.AnyAsync(c => c.Start == 1, Stop));
        await using (var db = a.NewDb()) Assert.Null((await UndoRedo.UndoAsync(db, sample.Ani.Id, Ground.Clock, Stop)).Problem);
        Assert.Equal(before, await Ground.DumpAsync(a));
        await Copies.AssertSoundAsync(a);
    }

    [Fact]
    public async Task A_source_revised_here_keeps_the_coding_added_there_on_the_revision_that_it_was_made_on()
    {
        var (a, b) = await TwoAsync();
        await ActAsync(a, db => ReviseAsync(db, "x"));
        var added = NewCoding(1, 5);
        await ActAsync(b, db => AddAsync(db, added));
        await Copies.MergeAsync(a, b);
        await Copies.MergeAsync(b, a);
        Assert.Equal(await Ground.DumpAsync(a), await Ground.DumpAsync(b));
        await using var db = b.NewDb();
        Assert.Equal(2, (await db.Sources.SingleAsync(Stop)).Revision);
        Assert.Equal((1, 1, 5), (await db.Codings.Where(c => c.Id == added.Id).Select(c => new ValueTuple<int, int, int>(c.Revision, c.Start, c.End)).SingleAsync(Stop)));
        Assert.Equal((2, 28), (await db.Codings.Where(c => c.Id == sample.Coding.Id).Select(c => new ValueTuple<int, int>(c.Revision, c.Start)).SingleAsync(Stop)));
        Assert.Equal("x" + Sample.Text.Value, await db.ReadTextAsync((await db.Revisions.SingleAsync(r => r.Number == 2, Stop)).TextHash, Stop));
    }

    [Fact]
    public async Task A_source_revised_in_both_copies_keeps_both_texts_and_anchors_of_one_copy_whole()
    {
        var (a, b) = await TwoAsync();
        await ActAsync(a, db => ReviseAsync(db, "xx"));
        await ActAsync(b, db => ReviseAsync(db, "yyyy"));
        var conflict = await BothWaysAsync(a, b);
        Assert.Equal(("Source", "Revision"), (conflict.Entity, conflict.Field));
        await using var db = a.NewDb();
        var coding = await db.Codings.SingleAsync(Stop);
        var revision = await db.Revisions.SingleAsync(r => r.Number == coding.Revision, Stop);
        Assert.Equal((await db.Sources.SingleAsync(Stop)).Revision, coding.Revision);
        Assert.Equal(coding.Quote, CanonicalText.From(await db.ReadTextAsync(revision.TextHash, Stop)).Slice(coding.Start, coding.End));
        Assert.Equal(3, await db.Revisions.CountAsync(Stop));
    }

    [Fact]
    public async Task What_comes_back_after_merging_stands_on_the_words_that_it_was_chosen_in()
    {
        var (a, b) = await TwoAsync();
        await ActAsync(b, db => ReviseAsync(db, "yyyy"));        // both copies count to revision 2
        await ActAsync(a, db => ReviseAsync(db, "xx"));
        await using (var db = a.NewDb())
        {
            var revision = await db.Revisions.SingleAsync(r => r.Number == 2, Stop);
            var text = CanonicalText.From(await db.ReadTextAsync(revision.TextHash, Stop));
            var added = Coding.Of(revision, text.Select(3, 9).Value, sample.Code.Id, sample.Ani.Id, new CodingMarks(), Ground.Clock.GetUtcNow());
            await ActAsync(a, d => AddAsync(d, added));
            await ActAsync(a, async d => d.Remove(await d.Codings.SingleAsync(c => c.Id == added.Id, Stop)));
        }

        await BothWaysAsync(a, b);
        await using (var db = a.NewDb()) Assert.Null((await UndoRedo.UndoAsync(db, sample.Ani.Id, Ground.Clock, Stop)).Problem);
        await Copies.AssertSoundAsync(a);
        await Copies.MergeAsync(b, a);
        Assert.Equal(await Ground.DumpAsync(a), await Ground.DumpAsync(b));
        await using var there = b.NewDb();
        var back = await there.Codings.SingleAsync(c => c.Start == 3 && c.End == 9, Stop);
        var words = await there.ReadTextAsync((await there.Revisions.SingleAsync(r => r.Number == back.Revision, Stop)).TextHash, Stop);
        Assert.StartsWith("xx", words, StringComparison.Ordinal);
        Assert.Equal(back.Quote, CanonicalText.From(words).Slice(3, 9));
    }

    [Fact]
    public async Task The_later_write_wins_field_by_field_and_both_values_are_listed()
    {
        var (a, b) = await TwoAsync();
        await ActAsync(a, async db => (await db.Codings.SingleAsync(Stop)).Mark(new CodingMarks(1, Basis.Experience, sample.Strategy.Id)));
        await ActAsync(b, async db => (await db.Codings.SingleAsync(Stop)).Mark(new CodingMarks(0, Basis.Observation, sample.Strategy.Id)));
        await ActAsync(b, async db => (await CodeAsync(db)).Relabel("FI03"));
        var conflict = await BothWaysAsync(a, b);
        Assert.Equal(("Stance", "1", "0", false), (conflict.Field, conflict.Ours, conflict.Theirs, conflict.TookOurs));
        await using (var db = a.NewDb())
        {
            var coding = await db.Codings.SingleAsync(Stop);
            Assert.Equal((0, (Basis?)Basis.Experience), (coding.Stance, coding.Basis));          // B did not change the basis, A did
            Assert.Equal("FI03", (await CodeAsync(db)).Label);
        }

        await ChooseAsync(a, conflict, ours: true);
        await Copies.MergeAsync(b, a);
        await using (var db = b.NewDb())
        {
            Assert.Equal(1, (await db.Codings.SingleAsync(Stop)).Stance);
            Assert.Single(await db.MergeChoices.Where(c => c.ConflictId == conflict.Id).ToListAsync(Stop));
        }

        await using (var db = a.NewDb()) Assert.Equal("Choose", (await UndoRedo.UndoAsync(db, sample.Ani.Id, Ground.Clock, Stop)).Value.Label);
        await using (var db = a.NewDb()) Assert.Equal(0, (await db.Codings.SingleAsync(Stop)).Stance);
    }

    [Fact]
    public async Task A_clock_that_is_days_ahead_is_reported_and_the_next_step_here_still_comes_after()
    {
        var (a, _) = await TwoAsync();
        var wrong = new FixedClock();
        wrong.Advance(TimeSpan.FromDays(40));
        var b = await Ground.CopyAsync(a, wrong);
        await ActAsync(b, async db => (await CodeAsync(db)).Relabel("FI40"));
        var outcome = await Copies.MergeAsync(a, b);
        Assert.Contains(outcome.Warnings, w => w.Code == "merge/clock-ahead");
        await ActAsync(a, async db => (await CodeAsync(db)).Relabel("FI41"));
        await Copies.MergeAsync(b, a);
        await using var db = b.NewDb();
        Assert.Equal("FI41", (await CodeAsync(db)).Label);
        await Copies.AssertSoundAsync(b);
    }

    [Fact]
    public async Task Two_names_given_to_different_codes_stay_apart_and_are_listed()
    {
        var (a, b) = await TwoAsync();
        await ActAsync(a, async db => (await CodeAsync(db)).Relabel("XX"));
        await ActAsync(b, async db => (await db.Codes.SingleAsync(c => c.Id == sample.Parent.Id, Stop)).Relabel("XX"));
        var conflict = await BothWaysAsync(a, b);
        Assert.Equal((ConflictKind.SameName, "Label"), (conflict.Kind, conflict.Field));
        await using var db = a.NewDb();
        Assert.Equal(["XX", "XX-2"], await db.Codes.Select(c => c.Label).OrderBy(l => l).ToListAsync(Stop));
    }

    [Fact]
    public async Task Bulk_steps_marks_and_informants_of_both_copies_come_together()
    {
        var (a, b) = await TwoAsync();
        await ActAsync(a, db => AddAsync(db, new Informant("N99", InformantGroup.Worker), new Coder("Citra")));
        await ActAsync(b, db => AddAsync(db, new Informant("N99", InformantGroup.Agent), new Coder("Citra"), new DoneMark(sample.Source.Id, sample.Budi.Id, Ground.Clock.GetUtcNow())));
        await using (var db = a.NewDb()) await BulkRows.AddAsync(db, Enumerable.Range(0, 30).Select(i => NewCoding(i, i + 2)), "Import", sample.Ani.Id, Ground.Clock, Stop);
        await using (var db = b.NewDb()) await BulkRows.AddAsync(db, Enumerable.Range(15, 30).Select(i => NewCoding(i, i + 2)), "Import", sample.Ani.Id, Ground.Clock, Stop);
        var conflict = await BothWaysAsync(a, b);
        Assert.Equal(("Informant", "Group"), (conflict.Entity, conflict.Field));
        await using var merged = a.NewDb();
        Assert.Equal(46, await merged.Codings.CountAsync(Stop));
        Assert.Equal(3, await merged.Coders.CountAsync(Stop));
        Assert.Equal(2, await merged.DoneMarks.CountAsync(Stop));
    }

    [Fact]
    public async Task Everything_that_a_study_can_hold_comes_over_to_an_older_copy()
    {
        var a = await Ground.NewStudyAsync();
        var b = await Ground.CopyAsync(a);
        await EntityContract.AddAllAsync(a, sample);
        await Copies.MergeAsync(b, a);
        Assert.Equal(await Ground.DumpAsync(a), await Ground.DumpAsync(b));
        await Copies.AssertSoundAsync(b);
    }

    [Fact]
    public async Task Words_purged_in_one_copy_are_purged_in_the_other_and_do_not_come_back()
    {
        var (a, b) = await TwoAsync();
        Assert.Null((await Purge.RunAsync(a, [sample.Source.Id], null, sample.Ani.Id, Stop)).Problem);
        await ActAsync(b, db => AddAsync(db, NewCoding(30, 45)));
        await ActAsync(b, db => ReviseAsync(db, "rahasia "));
        var c = await Ground.CopyAsync(b);
        await Copies.MergeAsync(b, a);
        await Copies.MergeAsync(a, c);
        foreach (var store in (StudyStore[])[a, b])
        {
            await using var db = store.NewDb();
            Assert.All(await db.Codings.ToListAsync(Stop), x => Assert.StartsWith("[purged", x.Quote, StringComparison.Ordinal));
            Assert.DoesNotContain(await db.Blobs.ToListAsync(Stop), x => System.Text.Encoding.UTF8.GetString(x.Content).Contains("gagal panen", StringComparison.Ordinal));
            await Copies.AssertSoundAsync(store);
        }

        Assert.Equal(await Ground.DumpAsync(a), await Ground.DumpAsync(b));
    }

    [Fact]
    public async Task Copies_of_different_studies_and_a_study_with_itself_are_refused()
    {
        var (a, _) = await TwoAsync();
        var other = await Ground.NewStudyAsync();
        var before = await Ground.DumpAsync(a);
        Assert.Equal("merge/different-study", (await MergeCopies.RunAsync(a, [other], dryRun: false, Stop)).Problem?.Code);
        Assert.Equal("merge/same-copy", (await MergeCopies.RunAsync(a, [a], dryRun: false, Stop)).Problem?.Code);
        Assert.Equal(before, await Ground.DumpAsync(a));
    }

    private async Task<(StudyStore A, StudyStore B)> TwoAsync()
    {
        var a = await Ground.NewStudyAsync();
        await EntityContract.AddAllAsync(a, sample);
        return (a, await Ground.CopyAsync(a));
    }

    // Merges both ways, sees that both hold the same, and hands back the one conflict.
    private async Task<Conflict> BothWaysAsync(StudyStore a, StudyStore b)
    {
        var before = await Ground.DumpAsync(a);
        var dry = (await MergeCopies.RunAsync(a, [b], dryRun: true, Stop)).Value.Single();
        Assert.Equal(before, await Ground.DumpAsync(a));
        var outcome = await Copies.MergeAsync(a, b);
        Assert.Equal(dry.Conflicts.Select(c => c.Id), outcome.Conflicts.Select(c => c.Id));
        var back = await Copies.MergeAsync(b, a);
        Assert.Equal(await Ground.DumpAsync(a), await Ground.DumpAsync(b));
        await Copies.AssertSoundAsync(a);
        var conflict = Assert.Single(outcome.Conflicts);
        Assert.Equal(conflict.Id, Assert.Single(back.Conflicts).Id);
        return conflict;
    }

    private async Task ActAsync(StudyStore store, Func<JembatanDb, Task> act)
    {
        Ground.Clock.Advance(TimeSpan.FromSeconds(1));
        await using var db = store.NewDb();
        await act(db);
        await db.CommitAsync("Act B", sample.Ani.Id, Stop);
    }

    private static Task AddAsync(JembatanDb db, params IEntity[] entities)
    {
        db.AddRange(entities);
        return Task.CompletedTask;
    }

    private Coding NewCoding(int start, int end, Code? code = null) =>
        Coding.Of(sample.Revision, Sample.Text.Select(start, end).Value, (code ?? sample.Code).Id, sample.Ani.Id, new CodingMarks(), Ground.Clock.GetUtcNow());

    private Task<Code> CodeAsync(JembatanDb db) => db.Codes.SingleAsync(c => c.Id == sample.Code.Id, Stop);

    // With all that rests on it, as the program does.
    private async Task RemoveCodeAsync(JembatanDb db)
    {
        (await CodeAsync(db)).Show(null);
        db.RemoveRange(await db.Notes.ToListAsync(Stop));
        foreach (var strategy in await db.Strategies.ToListAsync(Stop)) strategy.Revise(strategy.Details with { Mechanism = [] });
        db.RemoveRange(await db.Recommendations.ToListAsync(Stop));
        db.RemoveRange(await db.Misfits.ToListAsync(Stop));
        db.RemoveRange(await db.Ratings.ToListAsync(Stop));
        db.RemoveRange(await db.Factors.ToListAsync(Stop));
        db.RemoveRange(await db.Evidence.ToListAsync(Stop));
        db.RemoveRange(await db.Codings.ToListAsync(Stop));
        db.Remove(await CodeAsync(db));
    }

    private async Task ReviseAsync(JembatanDb db, string before)
    {
        var source = await db.Sources.SingleAsync(Stop);
        var text = CanonicalText.From(before + Sample.Text.Value);
        await db.KeepAsync(text.Value, Stop);
        var revision = source.Revise(text, [], [], Ground.Clock.GetUtcNow());
        db.Add(revision);
        foreach (var coding in await db.Codings.ToListAsync(Stop)) coding.Reanchor(revision, text.Select(coding.Start + before.Length, coding.End + before.Length).Value);
    }

    private async Task ChooseAsync(StudyStore store, Conflict conflict, bool ours)
    {
        Ground.Clock.Advance(TimeSpan.FromSeconds(1));
        await using var db = store.NewDb();
        Assert.Null((await Choosing.ChooseAsync(db, conflict, ours, sample.Ani.Id, Ground.Clock, Stop)).Problem);
        await db.CommitAsync("Choose", sample.Ani.Id, Stop);
    }
}

public sealed class FileMergeTests() : MergeContract(new FileGround());

public sealed class DatabaseMergeTests(PostgresServer server) : MergeContract(new DatabaseGround(server));
