using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;
using Jembatan.Storage.Bulk;
using Jembatan.Storage.Journal;
using Jembatan.Storage.Tests.Contract;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.Storage.Tests.Journal;

/// <summary>Undo and redo, case by case.</summary>
public abstract class UndoContract(Ground ground) : GroundContract(ground)
{
    private readonly Sample sample = new();

    [Fact]
    public async Task An_import_is_one_step()
    {
        var store = await Ground.NewStudyAsync();
        var empty = await Ground.DumpAsync(store);
        await EntityContract.AddAllAsync(store, sample);
        var whole = await Ground.DumpAsync(store);
        Assert.Equal("Import", (await UndoAsync(store, sample.Ani)).Value.Label);
        var who = Assert.Single((await Ground.DumpAsync(store)).Except(empty));      // who did it stays, else nobody could do it again
        Assert.StartsWith("Coder ", who, StringComparison.Ordinal);
        Assert.Contains(sample.Ani.Id.Value.ToString(), who, StringComparison.Ordinal);
        Assert.Empty(empty.Except(await Ground.DumpAsync(store)));
        Assert.Equal("journal/nothing-to-undo", (await UndoAsync(store, sample.Ani)).Problem?.Code);
        Assert.Equal("Import", (await RedoAsync(store, sample.Ani)).Value.Label);
        Assert.Equal(whole.Order(StringComparer.Ordinal), (await Ground.DumpAsync(store)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Of_two_who_make_a_coder_of_one_name_at_one_moment_the_second_works_as_the_first()
    {
        var store = await Ground.NewStudyAsync();
        await EntityContract.AddAllAsync(store, sample);
        await using (var one = store.NewDb())
        await using (var other = store.NewDb())
        {
            foreach (var db in new[] { one, other })
            {
                var coder = await db.CoderAsync("Cici", Stop);
                db.Notes.Add(new Note("coding", sample.Coding.Id.Value, db == one ? "c1" : "c2", coder.Id, Ground.Clock.GetUtcNow()));
                if (db == other) await one.CommitAsync("Note", (await one.CoderAsync("Cici", Stop)).Id, Stop);
            }

            await other.CommitAsync("Note", (await other.CoderAsync("Cici", Stop)).Id, Stop);
        }

        await using var now = store.NewDb();
        var cici = await now.Coders.SingleAsync(c => c.Name == "Cici", Stop);
        Assert.Equal(["c1", "c2"], await now.Notes.Where(n => n.CoderId == cici.Id).Select(n => n.Text).Order().ToListAsync(Stop));
        Assert.Equal(2, await now.ChangeSets.CountAsync(s => s.CoderId == cici.Id.Value, Stop));
    }

    [Fact]
    public async Task Each_coder_takes_back_his_own_steps_newest_first()
    {
        var store = await WithNotesAsync((sample.Ani, "a1"), (sample.Budi, "b1"), (sample.Ani, "a2"), (sample.Budi, "b2"));
        Assert.Equal("a2", (await UndoAsync(store, sample.Ani)).Value.Label);
        Assert.Equal("a1", (await UndoAsync(store, sample.Ani)).Value.Label);
        Assert.Equal(["b1", "b2"], await NotesAsync(store));
        Assert.Equal("b2", (await UndoAsync(store, sample.Budi)).Value.Label);
        Assert.Equal("a1", (await RedoAsync(store, sample.Ani)).Value.Label);
        Assert.Equal("a2", (await RedoAsync(store, sample.Ani)).Value.Label);
        Assert.Equal(["a1", "a2", "b1"], await NotesAsync(store));
        Assert.Equal("journal/nothing-to-redo", (await RedoAsync(store, sample.Ani)).Problem?.Code);
    }

    [Fact]
    public async Task A_new_act_clears_redo_but_not_that_of_another_coder()
    {
        var store = await WithNotesAsync((sample.Ani, "a1"), (sample.Budi, "b1"));
        await UndoAsync(store, sample.Ani);
        await UndoAsync(store, sample.Budi);
        await NoteAsync(store, sample.Ani, "a2");
        Assert.Equal("journal/nothing-to-redo", (await RedoAsync(store, sample.Ani)).Problem?.Code);
        Assert.Equal("b1", (await RedoAsync(store, sample.Budi)).Value.Label);
    }

    [Fact]
    public async Task Undo_refuses_what_somebody_changed_since_and_names_it()
    {
        var store = await Ground.NewStudyAsync();
        await EntityContract.AddAllAsync(store, sample);
        await MarkAsync(store, sample.Ani, 0);
        await MarkAsync(store, sample.Budi, 1);
        var before = await Ground.DumpAsync(store);
        var refused = (await UndoAsync(store, sample.Ani)).Problem;
        Assert.Equal("journal/changed-since", refused?.Code);
        Assert.Contains("'Mark 1' by Budi (2026-02-03 04:05 UTC)", refused?.Message, StringComparison.Ordinal);
        Assert.Equal(before, await Ground.DumpAsync(store));

        Assert.Null((await UndoAsync(store, sample.Budi)).Problem);
        Assert.Equal("Mark 0", (await UndoAsync(store, sample.Ani)).Value.Label);
    }

    [Fact]
    public async Task Undo_refuses_even_when_a_later_step_came_back_to_the_same_value()
    {
        var store = await Ground.NewStudyAsync();
        await EntityContract.AddAllAsync(store, sample);
        await MarkAsync(store, sample.Ani, 0);
        await MarkAsync(store, sample.Budi, 1);
        await MarkAsync(store, sample.Budi, 0);
        Assert.Equal("journal/changed-since", (await UndoAsync(store, sample.Ani)).Problem?.Code);
    }

    [Fact]
    public async Task Undo_leaves_other_fields_that_somebody_changed_since()
    {
        var store = await Ground.NewStudyAsync();
        await EntityContract.AddAllAsync(store, sample);
        await MarkAsync(store, sample.Ani, 0);
        await ActAsync(store, sample.Budi, "Recode", async db => (await db.Codings.SingleAsync(Stop)).Recode(sample.Parent.Id));
        Assert.Equal("Mark 0", (await UndoAsync(store, sample.Ani)).Value.Label);
        await using var db = store.NewDb();
        var coding = await db.Codings.SingleAsync(Stop);
        Assert.Equal((-1, sample.Parent.Id), (coding.Stance, coding.CodeId));
    }

    [Theory]
    [InlineData("coding")]
    [InlineData("note")]
    [InlineData("mechanism")]
    [InlineData("anchor")]
    [InlineData("factor")]
    public async Task Undo_never_takes_the_ground_from_under_later_work(string work)
    {
        var store = await Ground.NewStudyAsync();
        await EntityContract.AddAllAsync(store, sample);
        var code = new Code("NEW", new CodeRules(Bilingual.Same("Baru")), null, 9);
        var coding = Coding.Of(sample.Revision, Sample.Text.Select(0, 5).Value, code.Id, sample.Ani.Id, new CodingMarks(), default);
        var evidence = new Evidence(EvidenceKind.Document, new EvidenceDetails("d"), null, null, sample.Ani.Id, default);
        await ActAsync(store, sample.Ani, "Mine", db =>
        {
            db.Add(code);
            db.Add(evidence);
            if (work != "coding") db.Add(coding);
            return Task.CompletedTask;
        });
        await ActAsync(store, sample.Budi, "Theirs", async db =>
        {
            if (work == "coding") db.Add(coding);
            if (work == "note") db.Add(new Note("coding", coding.Id.Value, "memo", sample.Budi.Id, default));
            if (work == "mechanism") (await db.Strategies.SingleAsync(Stop)).Revise(sample.Strategy.Details with { Mechanism = [code.Id] });
            if (work == "anchor") (await db.Codes.SingleAsync(c => c.Label == "FI02", Stop)).Show(coding.Id);
            if (work == "factor") (await db.Factors.SingleAsync(Stop)).Revise(Bilingual.Empty, [evidence.Id]);
        });
        var before = await Ground.DumpAsync(store);
        var refused = (await UndoAsync(store, sample.Ani)).Problem;
        Assert.Equal("journal/changed-since", refused?.Code);
        Assert.Contains("'Theirs' by Budi", refused?.Message, StringComparison.Ordinal);
        Assert.Equal(before, await Ground.DumpAsync(store));
        await UndoAsync(store, sample.Budi);
        Assert.Equal("Mine", (await UndoAsync(store, sample.Ani)).Value.Label);
    }

    [Fact]
    public async Task A_revision_is_not_taken_back_from_under_the_coding_that_somebody_made_on_it()
    {
        var store = await Ground.NewStudyAsync();
        await EntityContract.AddAllAsync(store, sample);
        SourceRevision? revision = null;
        await ActAsync(store, sample.Ani, "Revise", async db =>
        {
            revision = (await db.Sources.SingleAsync(Stop)).Revise(Sample.Text, [], [], default);
            db.Add(revision);
            db.Keep(Sample.Text.Value);
        });
        await ActAsync(store, sample.Budi, "Code it", db => Task.FromResult(db.Add(
            Coding.Of(revision!, Sample.Text.Select(2, 8).Value, sample.Code.Id, sample.Budi.Id, new CodingMarks(), default))));
        var before = await Ground.DumpAsync(store);
        Assert.Contains("'Code it' by Budi", (await UndoAsync(store, sample.Ani)).Problem?.Message, StringComparison.Ordinal);
        Assert.Equal(before, await Ground.DumpAsync(store));
        Assert.Null((await UndoAsync(store, sample.Budi)).Problem);
        Assert.Equal("Revise", (await UndoAsync(store, sample.Ani)).Value.Label);
        await using var db = store.NewDb();
        Assert.Equal(1, await db.Revisions.CountAsync(Stop));
    }

    [Fact]
    public async Task What_was_removed_does_not_come_back_where_its_name_is_taken_or_its_ground_is_gone()
    {
        var store = await Ground.NewStudyAsync();
        await EntityContract.AddAllAsync(store, sample);
        var code = new Code("X", new CodeRules(Bilingual.Empty), sample.Parent.Id, 0);
        await ActAsync(store, null, "Add code", db => Task.FromResult(db.Add(code)));
        await ActAsync(store, sample.Ani, "Remove code", async db => db.Remove(await db.Codes.SingleAsync(c => c.Label == "X", Stop)));
        await ActAsync(store, sample.Budi, "Take the name", db => Task.FromResult(db.Add(new Code("X", new CodeRules(Bilingual.Empty), null, 0))));
        Assert.Contains("'Take the name' by Budi", (await UndoAsync(store, sample.Ani)).Problem?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bulk_step_is_taken_back_and_done_again_as_one()
    {
        var store = await Ground.NewStudyAsync();
        await EntityContract.AddAllAsync(store, sample);
        var before = await Ground.DumpAsync(store);
        await BulkAsync(store, BulkRows.RowsPerChange + 10);
        var after = await Ground.DumpAsync(store);
        Assert.Equal(before.Count + BulkRows.RowsPerChange + 12, after.Count);
        Assert.Equal("Import codings", (await UndoAsync(store, sample.Budi)).Value.Label);
        Assert.Equal(before, await Ground.DumpAsync(store));
        Assert.Equal("Import codings", (await RedoAsync(store, sample.Budi)).Value.Label);
        Assert.Equal(after, await Ground.DumpAsync(store));
        Assert.Equal("Import codings", (await UndoAsync(store, sample.Budi)).Value.Label);
        await using var db = store.NewDb();
        Assert.Equal(await Ground.DumpAsync(store), await JournalReplay.LinesAsync(db, Stop));
    }

    [Fact]
    public async Task A_bulk_step_stays_when_one_of_the_many_was_changed_or_is_used()
    {
        var store = await Ground.NewStudyAsync();
        await EntityContract.AddAllAsync(store, sample);
        await BulkAsync(store, 100);
        await ActAsync(store, sample.Ani, "Mark one", async db => (await db.Codings.OrderBy(c => c.Id).LastAsync(Stop)).Mark(new CodingMarks(0)));
        Assert.Contains("'Mark one' by Ani", (await UndoAsync(store, sample.Budi)).Problem?.Message, StringComparison.Ordinal);
        await UndoAsync(store, sample.Ani);
        await ActAsync(store, sample.Ani, "Use one", async db =>
            db.Add(new Evidence(EvidenceKind.Quote, new EvidenceDetails(""), (await db.Codings.OrderBy(c => c.Id).LastAsync(Stop)).Id, null, sample.Ani.Id, default)));
        Assert.Contains("'Use one' by Ani", (await UndoAsync(store, sample.Budi)).Problem?.Message, StringComparison.Ordinal);
        await UndoAsync(store, sample.Ani);
        Assert.Null((await UndoAsync(store, sample.Budi)).Problem);
    }

    [Fact]
    public async Task A_bulk_step_that_fails_leaves_nothing()
    {
        var store = await Ground.NewStudyAsync();
        await EntityContract.AddAllAsync(store, sample);
        var before = await Ground.DumpAsync(store);
        await using var db = store.NewDb();
        var e = await Record.ExceptionAsync(() => BulkRows.AddAsync(db, [new Coder("C1"), new Coder(sample.Ani.Name)], "Add coders", null, Ground.Clock, Stop));
        Assert.Equal("study/duplicate", StorageProblems.From(e!)?.Code);
        Assert.Equal(before, await Ground.DumpAsync(store));
    }

    [Fact]
    public async Task Long_fields_are_journalled_by_the_hash_of_a_blob_kept_once()
    {
        var store = await Ground.NewStudyAsync();
        await EntityContract.AddAllAsync(store, sample);
        await using var db = store.NewDb();
        Assert.All(await db.Changes.ToListAsync(Stop), c => Assert.True(c.Payload.Length < 20_000, c.Entity));
        var blobs = await db.Blobs.CountAsync(Stop);
        await ActAsync(store, sample.Ani, "Shorten", async d => (await d.Notes.SingleAsync(Stop)).Write("pendek"));
        await ActAsync(store, sample.Ani, "Lengthen", async d => (await d.Notes.SingleAsync(Stop)).Write(Sample.Long));
        Assert.Equal(blobs, await db.Blobs.CountAsync(Stop));
        await UndoAsync(store, sample.Ani);
        await UndoAsync(store, sample.Ani);
        Assert.Equal(Sample.Long, (await db.Notes.SingleAsync(Stop)).Text);
    }

    private async Task BulkAsync(StudyStore store, int count)
    {
        var (parent, child) = (new Code("P", new CodeRules(Bilingual.Empty), null, 0), new Code("Q", new CodeRules(Bilingual.Empty), null, 0));
        child.Move(parent.Id);
        var codings = Enumerable.Range(0, count).Select(i => Coding.Of(sample.Revision, new TextSelection(i, i + 1, "k 🌾", "b", "a"), child.Id, sample.Budi.Id, new CodingMarks(0, Basis.Knowledge), Ground.Clock.GetUtcNow()));
        await using var db = store.NewDb();
        await BulkRows.AddAsync<IEntity>(db, [parent, child, .. codings], "Import codings", sample.Budi.Id, Ground.Clock, Stop);
    }

    private async Task<StudyStore> WithNotesAsync(params (Coder By, string Text)[] notes)
    {
        var store = await Ground.NewStudyAsync();
        await ActAsync(store, null, "Begin", db =>
        {
            db.AddRange(sample.Ani, sample.Budi);
            return Task.CompletedTask;
        });
        foreach (var (by, text) in notes) await NoteAsync(store, by, text);
        return store;
    }

    private Task NoteAsync(StudyStore store, Coder by, string text) =>
        ActAsync(store, by, text, db => Task.FromResult(db.Add(new Note("study", Guid.Empty, text, by.Id, Ground.Clock.GetUtcNow()))));

    private Task MarkAsync(StudyStore store, Coder by, int stance) =>
        ActAsync(store, by, $"Mark {stance}", async db => (await db.Codings.SingleAsync(Stop)).Mark(new CodingMarks(stance, Basis.Observation, sample.Strategy.Id)));

    private static async Task ActAsync(StudyStore store, Coder? by, string label, Func<JembatanDb, Task> act)
    {
        await using var db = store.NewDb();
        await act(db);
        await db.CommitAsync(label, by?.Id, Stop);
    }

    private static async Task<List<string>> NotesAsync(StudyStore store)
    {
        await using var db = store.NewDb();
        return await db.Notes.OrderBy(n => n.Text).Select(n => n.Text).ToListAsync(Stop);
    }

    private async Task<Result<ChangeSet>> UndoAsync(StudyStore store, Coder by)
    {
        await using var db = store.NewDb();
        return await UndoRedo.UndoAsync(db, by.Id, Ground.Clock, Stop);
    }

    private async Task<Result<ChangeSet>> RedoAsync(StudyStore store, Coder by)
    {
        await using var db = store.NewDb();
        return await UndoRedo.RedoAsync(db, by.Id, Ground.Clock, Stop);
    }
}

public sealed class FileUndoTests() : UndoContract(new FileGround());

public sealed class DatabaseUndoTests(PostgresServer server) : UndoContract(new DatabaseGround(server));
