using Jembatan.Core.Qualitative;
using Jembatan.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.Storage.Tests.Contract;

/// <summary>A text that is remembered must be the one that a fresh reading would give, whoever changed it.</summary>
public abstract class KnownTextsContract(Ground ground) : GroundContract(ground)
{
    private readonly Sample sample = new();

    [Fact]
    public async Task A_text_read_twice_is_decoded_once()
    {
        var store = await StudyAsync();
        var first = await ReadAsync(store);
        Assert.Equal(Sample.Text.Value, first!.Text.Value);
        Assert.Equal(Ground.Fields(sample.Revision), Ground.Fields(first.Revision));
        Assert.Same(first, await ReadAsync(store));
        await using var db = store.NewDb();
        Assert.Null(await db.RevisionTextAsync(sample.Source.Id, 2, Stop));
    }

    [Fact]
    public async Task Turns_marked_through_another_opening_are_seen()
    {
        var store = await StudyAsync();
        await ReadAsync(store);
        var other = await Ground.OpenAsync(store.Location);
        await using (var db = other.NewDb())
        {
            (await db.Revisions.SingleAsync(Stop)).SetTurns([]);
            await db.CommitAsync("Mark turns", null, Stop);
        }

        Assert.Empty((await ReadAsync(store))!.Revision.Turns);
    }

    [Fact]
    public async Task A_text_purged_here_or_through_another_opening_is_not_given_again()
    {
        var store = await StudyAsync();
        var before = (await ReadAsync(store))!.Text.Value;
        var other = await Ground.OpenAsync(store.Location);
        Assert.True((await Purge.RunAsync(other, [sample.Source.Id], null, null, Stop)).IsOk);
        foreach (var reader in new[] { store, other })
        {
            var after = (await ReadAsync(reader))!;
            Assert.NotEqual(before, after.Text.Value);
            Assert.StartsWith("[purged", after.Text.Value, StringComparison.Ordinal);
        }
    }

    private async Task<StudyStore> StudyAsync()
    {
        var store = await Ground.NewStudyAsync();
        await EntityContract.AddAllAsync(store, sample);
        await using var db = store.NewDb();
        db.Keep(Sample.Text.Value);
        db.Add(new Coder("Citra"));
        await db.CommitAsync("Keep the text", null, Stop);
        return store;
    }

    private async Task<RevisionText?> ReadAsync(StudyStore store)
    {
        await using var db = store.NewDb();
        return await db.RevisionTextAsync(sample.Source.Id, 1, Stop);
    }
}

public sealed class FileKnownTextsTests() : KnownTextsContract(new FileGround());

public sealed class DatabaseKnownTextsTests(PostgresServer server) : KnownTextsContract(new DatabaseGround(server));
