using System.Text;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;
using Jembatan.Storage.Bulk;
using Jembatan.Storage.Journal;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Jembatan.Storage.Tests.Journal;

/// <summary>After a purge no word of the informant is left anywhere.</summary>
public abstract class PurgeContract(Ground ground) : GroundContract(ground)
{
    private const string Word = "xylofonmerah", Person = "Bu Sitikomariah";

    private static readonly string Interview = string.Concat(Enumerable.Range(0, 300).Select(i => $"N: Saya {Word}{i} berhenti membayar 🌾.\n"));

    protected abstract Task<bool> HoldsAsync(StudyStore store, string word);

    [Fact]
    public async Task No_word_of_a_purged_informant_is_left_and_undo_brings_none_back()
    {
        var store = await Ground.NewStudyAsync();
        var (informant, source, other, ani, budi) = await LiveAsync(store);
        Assert.True(await HoldsAsync(store, Word));
        var others = (await Ground.DumpAsync(store)).Where(l => l.Contains(other.Id.ToString(), StringComparison.Ordinal)).ToList();

        var outcome = (await Purge.RunAsync(store, [], informant.Id, ani.Id, Stop)).Value;
        Assert.Equal((1, 302, 2), (outcome.Sources, outcome.Codings, outcome.Notes));
        foreach (var word in (string[])[Word, Person, "Sitikomariah", "rahasia", "balai desa"]) Assert.False(await HoldsAsync(store, word), word);
        Assert.Equal(others, (await Ground.DumpAsync(store)).Where(l => l.Contains(other.Id.ToString(), StringComparison.Ordinal)));
        await AssertConsistentAsync(store);

        await using (var db = store.NewDb())
        {
            Assert.Equal(ChangeSetKind.Purge, (await db.ChangeSets.OrderBy(s => s.Clock).LastAsync(Stop)).Kind);
            var codings = await db.Codings.Where(c => c.SourceId == source.Id).ToListAsync(Stop);
            Assert.Equal(302, codings.Count);
            Assert.All(codings, c => Assert.Matches("^\\[purged sha256:[0-9a-f]{12}\\]$", c.Quote));
            Assert.True((await db.Sources.SingleAsync(s => s.Id == source.Id, Stop)).Purged);
            var revision = await db.Revisions.FirstAsync(r => r.SourceId == source.Id, Stop);
            Assert.Equal(codings[0].Quote, await db.ReadTextAsync(revision.TextHash, Stop));
            Assert.Equal("journal/purged", (await UndoRedo.UndoAsync(db, ani.Id, Ground.Clock, Stop)).Problem?.Code);
        }

        for (var refused = false; !refused;)
        {
            await using var db = store.NewDb();
            refused = !(await UndoRedo.UndoAsync(db, budi.Id, Ground.Clock, Stop)).IsOk;
        }

        await store.VacuumAsync(Stop);
        Assert.False(await HoldsAsync(store, Word));
        await AssertConsistentAsync(store);
    }

    [Fact]
    public async Task Purging_a_source_keeps_its_informant_and_its_name()
    {
        var store = await Ground.NewStudyAsync();
        var (_, source, _, ani, _) = await LiveAsync(store);
        Assert.Null((await Purge.RunAsync(store, [source.Id], null, ani.Id, Stop)).Problem);
        Assert.False(await HoldsAsync(store, Word));
        Assert.True(await HoldsAsync(store, Person));
        await AssertConsistentAsync(store);
        var again = (await Purge.RunAsync(store, [source.Id], null, ani.Id, Stop)).Value;
        Assert.Equal(0, again.Codings);
        await AssertConsistentAsync(store);
    }

    [Fact]
    public async Task The_same_text_can_be_imported_again_and_a_twin_keeps_it()
    {
        var store = await Ground.NewStudyAsync();
        var (_, source, _, ani, _) = await LiveAsync(store);
        await ImportAsync(store, "twin", ani);
        var outcome = (await Purge.RunAsync(store, [source.Id], null, ani.Id, Stop)).Value;
        Assert.Equal(["twin"], outcome.SameTextIn);
        await using var db = store.NewDb();
        var twin = await db.Revisions.SingleAsync(r => r.SourceId == db.Sources.Single(s => s.Name == "twin").Id, Stop);
        Assert.Equal(Interview, await db.ReadTextAsync(twin.TextHash, Stop));
        await Purge.RunAsync(store, [twin.SourceId], null, ani.Id, Stop);
        Assert.False(await HoldsAsync(store, Word));
        await ImportAsync(store, "again", ani);
        Assert.Equal(Interview, await db.ReadTextAsync(twin.TextHash, Stop));
    }

    [Fact]
    public async Task An_analysts_text_that_still_quotes_the_words_is_named()
    {
        var store = await Ground.NewStudyAsync();
        var (_, source, _, ani, _) = await LiveAsync(store);
        var narrative = new Narrative("answer", Bilingual.Same($"Kata narasumber: \"{Interview[..40]}\""), ani.Id, default);
        await using (var db = store.NewDb())
        {
            var coding = await db.Codings.FirstAsync(c => c.SourceId == source.Id, Stop);
            db.AddRange(narrative, new Evidence(EvidenceKind.Quote, new EvidenceDetails(Interview[..40]), coding.Id, null, ani.Id, default));
            await db.CommitAsync("Write", ani.Id, Stop);
        }

        var outcome = (await Purge.RunAsync(store, [source.Id], null, ani.Id, Stop)).Value;
        Assert.Equal([("Narrative", narrative.Id.Value)], outcome.StillQuotedIn);
    }

    [Fact]
    public async Task Words_are_found_again_in_other_case_form_and_white_space_also_when_nobody_coded_them()
    {
        const string Asked = "Menurut Ibu apa sebab orang berhenti membayar iuran itu?", Said = "Cafénya sepi, jadi iuran itu mahal sekali bagi saya sekeluarga.";
        var store = await Ground.NewStudyAsync();
        var (ani, source) = (new Coder("Ani"), new Source("N01", SourceKind.Interview, null, default));
        (string Text, bool Holds)[] texts =
        [
            ("Ia berkata: IURAN ITU MAHAL SEKALI BAGI SAYA.", true), (Said.Normalize(NormalizationForm.FormD)[..36], true), ("jadi\u00A0 iuran\nitu \"mahal\" sekali,\tbagi", true), ("«Bagi saya sekeluarga, jadi iuran itu mahal»", false),
            (Asked, false), ("Iuran itu mahal.", false), ("", false),
        ];
        var narratives = texts.Select((t, i) => new Narrative($"s{i}", new Bilingual("", t.Text), ani.Id, default)).ToList();
        await using (var db = store.NewDb())
        {
            var text = CanonicalText.From($"P: {Asked}\nN: {Said}");
            db.Keep(text.Value);
            var turns = new[] { new Turn(0, 3 + Asked.Length, 3, "P", Voice.Interviewer), new Turn(4 + Asked.Length, text.Length, 7 + Asked.Length, "N", Voice.Informant) };
            db.AddRange([ani, source, source.Revise(text, turns, [], default), .. narratives]);
            await db.CommitAsync("Begin", ani.Id, Stop);
        }

        var outcome = (await Purge.RunAsync(store, [source.Id], null, ani.Id, Stop)).Value;
        Assert.Equal(narratives.Where((_, i) => texts[i].Holds).Select(n => ("Narrative", n.Id.Value)).ToHashSet(), outcome.StillQuotedIn.ToHashSet());
    }

    [Fact]
    public async Task What_is_not_there_cannot_be_purged()
    {
        var store = await Ground.NewStudyAsync();
        Assert.Equal("source/not-found", (await Purge.RunAsync(store, [Id<Source>.New()], null, null, Stop)).Problem?.Code);
        Assert.Equal("informant/not-found", (await Purge.RunAsync(store, [], Id<Informant>.New(), null, Stop)).Problem?.Code);
    }

    // A lived-in study: codings set, removed, added in bulk and taken back; notes long and short; a second revision; a renamed informant.
    private async Task<(Informant Informant, Source Source, Source Other, Coder Ani, Coder Budi)> LiveAsync(StudyStore store)
    {
        var (ani, budi, code) = (new Coder("Ani"), new Coder("Budi"), new Code("FI01", new CodeRules(Bilingual.Empty), null, 0));
        var informant = new Informant(Person, InformantGroup.Worker);
        informant.Describe(consent: "boleh, rahasia");
        var other = new Source("Wawancara lain", SourceKind.Interview, null, default);
        await using (var db = store.NewDb())
        {
            var variable = new Variable("pekerjaan", VariableType.Text);
            var text = CanonicalText.From("N: Tidak apa-apa.");
            db.Keep(text.Value);
            db.AddRange(ani, budi, code, informant, variable, new VariableValue(informant.Id, variable.Id, "pedagang rahasia"), other, other.Revise(text, [], [], default));
            await db.CommitAsync("Begin", ani.Id, Stop);
        }

        var source = await ImportAsync(store, Person, ani, informant);
        await using (var db = store.NewDb())
        {
            var revision = await db.Revisions.SingleAsync(r => r.SourceId == source.Id, Stop);
            var text = CanonicalText.From(Interview);
            Coding At(int start, int length) => Coding.Of(revision, text.Select(start, start + length).Value, code.Id, budi.Id, new CodingMarks(), default);
            var (kept, removed) = (At(0, 40), At(5, 6_000));
            db.AddRange(kept, removed, At(50, 30), new Note("coding", kept.Id.Value, $"memo {Word}", budi.Id, default), new Note("source", source.Id.Value, $"{Word} {Sample.Long}", budi.Id, default));
            db.Add(new Evidence(EvidenceKind.Quote, new EvidenceDetails($"kata {Word}"), kept.Id, null, budi.Id, default));
            await db.CommitAsync("Apply codes", budi.Id, Stop);
            db.Remove(removed);
            await db.CommitAsync("Remove coding", budi.Id, Stop);
            var longer = CanonicalText.From(Interview + $"N: {Word} lagi.\n");
            db.Keep(longer.Value);
            var next = (await db.Sources.SingleAsync(s => s.Id == source.Id, Stop)).Revise(longer, [new Turn(0, 9, 3, Word, Voice.Informant)], [$"gambar {Word}"], default);
            db.Add(next);
            kept.Reanchor(next, longer.Select(0, 40).Value);
            (await db.Informants.SingleAsync(Stop)).Describe(name: Person + " baru");
            (await db.Notes.FirstAsync(n => n.TargetKind == "coding", Stop)).Write($"{Word} lain {Sample.Long}");
            await db.CommitAsync("Revise", budi.Id, Stop);
            await BulkRows.AddAsync(db, Enumerable.Range(0, 300).Select(i => At(100 + i, 25)), "Import codings", budi.Id, Ground.Clock, Stop);
            await BulkRows.AddAsync(db, Enumerable.Range(0, 50).Select(i => At(1000 + i, 25)), "Import codings", budi.Id, Ground.Clock, Stop);
            await UndoRedo.UndoAsync(db, budi.Id, Ground.Clock, Stop);
        }

        return (informant, source, other, ani, budi);
    }

    private static async Task<Source> ImportAsync(StudyStore store, string name, Coder coder, Informant? informant = null)
    {
        await using var db = store.NewDb();
        var text = CanonicalText.From(Interview);
        var source = new Source(name, SourceKind.Interview, $"{name}.docx", default);
        source.Match(informant?.Id);
        source.Describe(new InterviewRecord(Place: "balai desa"));
        db.Keep(text.Value);
        db.AddRange(source, source.Revise(text, [.. Enumerable.Range(0, 300).Select(i => new Turn(i * 5, (i * 5) + 5, i * 5, Word, Voice.Informant))], [], default));
        await db.CommitAsync($"Import {name}", coder.Id, Stop);
        return source;
    }

    private static async Task AssertConsistentAsync(StudyStore store)
    {
        Assert.Empty(await store.CheckAsync(Stop));
        await using var db = store.NewDb();
        Assert.Equal(await Ground.DumpAsync(store), await JournalReplay.LinesAsync(db, Stop));
    }
}

public sealed class FilePurgeTests() : PurgeContract(new FileGround())
{
    protected override async Task<bool> HoldsAsync(StudyStore store, string word)
    {
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(((StudyLocation.File)store.Location).Path)!))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[stream.Length];
            await stream.ReadExactlyAsync(bytes, Stop);
            if (bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) >= 0) return true;
        }

        return await HoldsPackedAsync(store, word);
    }

    /// <summary>Whether a compressed row holds it, which no search of bytes would find.</summary>
    internal static async Task<bool> HoldsPackedAsync(StudyStore store, string word)
    {
        await using var db = store.NewDb();
        foreach (var many in await db.Changes.AsNoTracking().Where(c => c.EntityId == Guid.Empty).ToListAsync(Stop))
        {
            using var text = new StreamReader(new System.IO.Compression.BrotliStream(new MemoryStream(many.Payload), System.IO.Compression.CompressionMode.Decompress));
            if ((await text.ReadToEndAsync(Stop)).Contains(word, StringComparison.Ordinal)) return true;
        }

        return false;
    }
}

public sealed class DatabasePurgeTests(PostgresServer server) : PurgeContract(new DatabaseGround(server))
{
    protected override async Task<bool> HoldsAsync(StudyStore store, string word)
    {
        await using var db = store.NewDb();
        foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()!))
        {
            await using var connection = new NpgsqlConnection(db.Database.GetConnectionString());
            await connection.OpenAsync(Stop);
            await using var rows = connection.CreateCommand();
            rows.CommandText = $"SELECT t::text FROM \"{table}\" t";
            await using var reader = await rows.ExecuteReaderAsync(Stop);
            while (await reader.ReadAsync(Stop))
            {
                var row = reader.GetString(0);
                if (row.Contains(word, StringComparison.Ordinal) || row.Contains(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(word)), StringComparison.Ordinal)) return true;
            }
        }

        return await FilePurgeTests.HoldsPackedAsync(store, word);
    }
}
