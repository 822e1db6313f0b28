using System.IO.Compression;
using System.Text.Json;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;
using Jembatan.Storage.Bulk;
using Jembatan.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.Storage.Tests.Journal;

/// <summary>One random act: who, what, and a number that picks on what.</summary>
public readonly record struct Act(int Coder, int What, int Pick)
{
    /// <summary>Acts that only tests of merging do: moving codes, removing a code with its codings, marking a source done, revising it.</summary>
    public static readonly Gen<Act[]> Wider = Gen.Select(Gen.Int[0, 1], Gen.Int[0, 20], Gen.Int[0, 100_000], (coder, what, pick) => new Act(coder, what, pick)).Array[2, 14];

    public static readonly Gen<Act[]> Histories = Gen.Select(Gen.Int[0, 1], Gen.Int[0, 15], Gen.Int[0, 100_000], (coder, what, pick) => new Act(coder, what, pick)).Array[4, 30];
}

/// <summary>Does random acts in a study, as two coders would.</summary>
internal sealed class History(StudyStore store, FixedClock clock, Coder[] coders, Source source, SourceRevision first)
{
    private SourceRevision revision = first;

    private static CancellationToken Stop => Ground.Stop;

    public StudyStore Store => store;

    /// <summary>A study with two coders and one source, made by the program itself.</summary>
    public static async Task<History> StartAsync(Ground ground)
    {
        var store = await ground.NewStudyAsync();
        await using var db = store.NewDb();
        Coder[] coders = [new("Ani"), new("Budi")];
        var source = new Source("Wawancara", SourceKind.Interview, null, ground.Clock.GetUtcNow());
        var revision = source.Revise(Sample.Text, [], [], ground.Clock.GetUtcNow());
        db.Keep(Sample.Text.Value);
        db.AddRange(coders);
        db.AddRange(source, revision);
        await db.CommitAsync("Begin", null, Stop);
        return new History(store, ground.Clock, coders, source, revision);
    }

    /// <summary>The same people and source in a copy of the study, whose clock may be wrong.</summary>
    public History In(StudyStore copy, FixedClock itsClock) => new(copy, itsClock, coders, source, revision);

    public Id<Coder> CoderOf(int index) => coders[index].Id;

    /// <summary>Does one act; one that the study refuses leaves it as it was.</summary>
    public async Task DoAsync(Act act)
    {
        clock.Advance(TimeSpan.FromMilliseconds(act.Pick % 3));     // now and then two acts fall on one millisecond
        var coder = CoderOf(act.Coder);
        await using var db = store.NewDb();
        revision = await db.Revisions.AsNoTracking().OrderByDescending(r => r.Number).FirstAsync(r => r.SourceId == source.Id, Stop);
        if (act.What == 0) await UndoRedo.RedoAsync(db, coder, clock, Stop);
        else if (act.What <= 3) await UndoRedo.UndoAsync(db, coder, clock, Stop);
        else if (act.What == 4) await BulkRows.AddAsync(db, Many(act), "Import codings", coder, clock, Stop);
        else await ChangeAsync(db, act, coder);
    }

    private async Task ChangeAsync(JembatanDb db, Act act, Id<Coder> coder)
    {
        var codings = await db.Codings.OrderBy(c => c.Id).ToListAsync(Stop);
        var codes = await db.Codes.OrderBy(c => c.Id).ToListAsync(Stop);
        T? Pick<T>(List<T> from) where T : class => from.Count == 0 ? null : from[act.Pick % from.Count];
        switch (act.What)
        {
            case 5 or 6 when Pick(codes) is { } code:
                db.Add(NewCoding(act.Pick, code.Id, coder));
                break;
            case 7 when Pick(codings) is { } coding:
                coding.Mark(new CodingMarks((act.Pick % 3) - 1, (Basis)(act.Pick % 2)));
                break;
            case 8 when Pick(codings) is { } coding:
                db.Remove(coding);
                break;
            case 9:
                db.Add(new Code($"K{act.Pick % 12}", new CodeRules(Bilingual.Same(act.Pick % 5 == 0 ? Sample.Long + act.Pick : $"Kode {act.Pick}")), Pick(codes)?.Id, 0));
                break;
            case 10 when Pick(codes) is { } code:
                if (act.Pick % 2 == 0) code.Relabel($"K{act.Pick % 13}");
                else db.Remove(code);
                break;
            case 11 when Pick(codings) is { } coding:
                db.Add(new Note("coding", coding.Id.Value, $"memo {act.Pick}", coder, clock.GetUtcNow()));
                break;
            case 12 when Pick(await db.Notes.OrderBy(n => n.Id).ToListAsync(Stop)) is { } note:
                if (act.Pick % 2 == 0) note.Write(Sample.Long + act.Pick);
                else db.Remove(note);
                break;
            case 13 when Pick(codings) is { } coding:
                var evidence = new Evidence(EvidenceKind.Quote, new EvidenceDetails(""), coding.Id, null, coder, clock.GetUtcNow());
                db.Add(evidence);
                if (act.Pick % 2 == 0) db.Add(new Factor(Element.Environment, "economic", Bilingual.Empty, false, null, [evidence.Id]));
                break;
            case 14 when Pick(await db.Evidence.OrderBy(e => e.Id).ToListAsync(Stop)) is { } item:
                if (await db.Factors.AsAsyncEnumerable().AnyAsync(f => f.Evidence.Contains(item.Id), Stop)) db.Add(new Factor(Element.Values, "s", Bilingual.Empty, false, null, [item.Id]));
                else db.Remove(item);
                break;
            case 15 when Pick(await db.Factors.OrderBy(f => f.Id).ToListAsync(Stop)) is { } factor:
                factor.Revise(Bilingual.Same($"pernyataan {act.Pick}"), act.Pick % 2 == 0 ? [] : factor.Evidence);
                break;
            case 16 when Pick(codes) is { } code:
                var above = codes[act.Pick / 7 % codes.Count];
                for (var up = above; up is not null; up = codes.Find(c => c.Id == up.ParentId)) if (up == code) return;
                code.Move(above.Id);
                break;
            case 17 when Pick(codes) is { } code:
                db.RemoveRange(codings.Where(c => c.CodeId == code.Id));
                db.Remove(code);
                break;
            case 18 when act.Pick % 3 == 0:
                if (await db.Assignments.FirstOrDefaultAsync(a => a.CoderId == coder, Stop) is not { } assigned) db.Add(new Assignment(source.Id, coder, act.Pick % 2 == 0, clock.GetUtcNow()));
                else if (act.Pick % 4 == 1) db.Remove(assigned);
                else assigned.Work(act.Pick % 2 == 0);
                break;
            case 18:
                if (await db.DoneMarks.FirstOrDefaultAsync(d => d.CoderId == coder, Stop) is { } mark) db.Remove(mark);
                else db.Add(new DoneMark(source.Id, coder, clock.GetUtcNow()));
                break;
            case 19:
                var study = await db.Studies.SingleAsync(Stop);
                study.Set($"k{act.Pick % 3}", $"{act.Pick}");
                study.Describe(title: $"Judul {act.Pick % 4}");
                break;
            case 20:
                await ReviseAsync(db, act, codings);
                break;
        }

        // As the program does: what notes and examples hang on is not removed from under them.
        foreach (var gone in db.ChangeTracker.Entries<Coding>().Where(e => e.State == EntityState.Deleted).ToList())
            if (await db.Notes.AnyAsync(n => n.TargetId == gone.Entity.Id.Value, Stop)) return;
        try
        {
            await db.CommitAsync($"Act {act.What}", coder, Stop);
        }
        catch (DbUpdateException e) when (StorageProblems.From(e)?.Code is "study/duplicate" or "study/still-used")
        {
            // refused, and nothing of it stays: the properties below would tell
        }
    }

    private async Task ReviseAsync(JembatanDb db, Act act, List<Coding> codings)
    {
        var text = CanonicalText.From($"{act.Pick}\n{Sample.Text.Value}");
        var (shift, revised) = ($"{act.Pick}\n".Length, await db.Sources.SingleAsync(Stop));
        var next = revised.Revise(text, [], [], clock.GetUtcNow());
        await db.KeepAsync(text.Value, Stop);
        db.Add(next);
        foreach (var coding in codings)
        {
            if (act.Pick % 5 == 0) coding.Orphan();
            else coding.Reanchor(next, text.Select(coding.Start % 50 + shift, coding.Start % 50 + shift + (coding.End - coding.Start)).Value);
        }
    }

    private Coding NewCoding(int pick, Id<Code> code, Id<Coder> coder)
    {
        var start = pick % 50;
        return Coding.Of(revision, Sample.Text.Select(start, start + 1 + (pick % 9)).Value, code, coder, new CodingMarks(), clock.GetUtcNow());
    }

    private IEnumerable<IEntity> Many(Act act)
    {
        var (parent, child) = (new Code($"B{act.Pick}", new CodeRules(Bilingual.Empty), null, 0), new Code($"C{act.Pick}", new CodeRules(Bilingual.Empty), null, 0));
        child.Move(parent.Id);
        return [parent, child, .. Enumerable.Range(0, act.Pick % 5).Select(i => NewCoding(act.Pick + (i * 3), child.Id, CoderOf(act.Coder)))];
    }

    /// <summary>The source's current state, so that nobody forgets it.</summary>
    public Source Source => source;
}

/// <summary>The journal read by the test's own code: an oracle that shares nothing with the program but the format.</summary>
internal sealed class JournalReader(List<ChangeSet> sets, List<Change> changes)
{
    public static async Task<JournalReader> OfAsync(JembatanDb db) => new(
        await db.ChangeSets.AsNoTracking().OrderBy(s => s.Clock).ToListAsync(Ground.Stop), await db.Changes.AsNoTracking().ToListAsync(Ground.Stop));

    /// <summary>Every row as text, to see that none is ever changed or removed.</summary>
    public HashSet<string> Rows() =>
    [
        .. sets.Select(s => $"{s.Id} {s.Label} {s.CoderId} {s.ReplicaId} {s.Clock} {s.At:O} {s.Kind} {s.Target}"),
        .. changes.Select(c => $"{c.ChangeSetId} {c.Ordinal} {c.Entity} {c.EntityId} {c.Operation} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(c.Payload))}"),
    ];

    /// <summary>All that was done, undone and done again, in its order.</summary>
    public SortedDictionary<string, string> All() => Fold(sets);

    /// <summary>Only acts that stand, as if those taken back had never been.</summary>
    public SortedDictionary<string, string> Standing()
    {
        var undone = sets.Where(s => s.Target is not null).GroupBy(s => s.Target!.Value).Where(g => g.Last().Kind == ChangeSetKind.Undo).Select(g => g.Key).ToHashSet();
        return Fold(sets.Where(s => s.Target is null && !undone.Contains(s.Id)));
    }

    /// <summary>Identities of a kind that some step removed.</summary>
    public HashSet<Guid> Removed(string kind)
    {
        var found = new HashSet<Guid>();
        foreach (var change in changes.Where(c => c.Entity == kind && c.Operation is ChangeOperation.Remove or ChangeOperation.RemoveMany))
        {
            if (change.EntityId != Guid.Empty) found.Add(change.EntityId);
            else foreach (var row in Open(change).RootElement.EnumerateArray()) found.Add(row.GetProperty("Id").GetGuid());
        }

        return found;
    }

    private SortedDictionary<string, string> Fold(IEnumerable<ChangeSet> chosen)
    {
        var bySet = changes.ToLookup(c => c.ChangeSetId);
        var fields = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var change in chosen.SelectMany(s => bySet[s.Id].OrderBy(c => c.Ordinal)))
        {
            using var document = Open(change);
            if (change.EntityId != Guid.Empty) Apply(fields, change, change.EntityId, document.RootElement);
            else foreach (var row in document.RootElement.EnumerateArray()) Apply(fields, change, row.GetProperty("Id").GetGuid(), row);
        }

        return fields;
    }

    private static void Apply(SortedDictionary<string, string> fields, Change change, Guid id, JsonElement payload)
    {
        foreach (var field in payload.EnumerateObject().Where(f => !f.Name.StartsWith('$')))
        {
            var key = $"{change.Entity} {id} {field.Name}";
            var value = change.Operation == ChangeOperation.Set ? field.Value[1] : field.Value;
            if (change.Operation is ChangeOperation.Remove or ChangeOperation.RemoveMany || value.ValueKind == JsonValueKind.Null) fields.Remove(key);
            else fields[key] = value.GetRawText();
        }
    }

    private static JsonDocument Open(Change change) => change.EntityId == Guid.Empty
        ? JsonDocument.Parse(new BrotliStream(new MemoryStream(change.Payload), CompressionMode.Decompress))
        : JsonDocument.Parse(change.Payload);
}
