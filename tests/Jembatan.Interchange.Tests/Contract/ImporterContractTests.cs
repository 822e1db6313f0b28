using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Interchange.Tests.Hostile;

namespace Jembatan.Interchange.Tests.Contract;

/// <summary>What every importer keeps to.</summary>
public sealed class ImporterContractTests
{
    public static TheoryData<string> Ids => [.. Importers.All.Select(i => i.Format.Id)];

    private static ISourceImporter Importer(string id) => Importers.All.Single(i => i.Format.Id == id);

    private static Task<Result<ImportedText>> Read(string id, byte[] bytes) =>
        Importer(id).ImportAsync("berkas" + Importer(id).Format.Extensions[0], new MemoryStream(bytes, writable: false), CancellationToken.None);

    [Fact]
    public void Ids_and_extensions_are_unique_and_lower_case()
    {
        var ids = Importers.All.Select(i => i.Format.Id).ToList();
        var extensions = Importers.All.SelectMany(i => i.Format.Extensions).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Equal(extensions.Count, extensions.Distinct().Count());
        Assert.All(ids, id => Assert.Matches("^[a-z]+$", id));
        Assert.All(extensions, e => Assert.Matches(@"^\.[a-z]+$", e));
        Assert.All(Importers.All, i => Assert.NotEmpty(i.Format.Name));
    }

    [Theory, MemberData(nameof(Ids))]
    public void It_is_found_by_its_extensions_in_any_case(string id) =>
        Assert.All(Importer(id).Format.Extensions, e => Assert.Equal(id, Importers.For("WAWANCARA" + e.ToUpperInvariant())?.Format.Id));

    [Theory, MemberData(nameof(Ids))]
    public void It_has_a_row_on_the_formats_page(string id)
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "formats", "README.md"));
        Assert.Contains($"| `{id}` |", page, StringComparison.Ordinal);
        Assert.All(Importer(id).Format.Extensions, e => Assert.Contains($"`{e}`", page, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Ids))]
    public async Task It_reads_the_same_talk_with_its_turns(string id)
    {
        var imported = (await Read(id, Samples.Of(id))).Value;
        Assert.Equal([Voice.Interviewer, Voice.Informant, Voice.Interviewer, Voice.Informant], imported.Turns.Select(t => t.Voice));
        Assert.Equal([Samples.Ask1, Samples.Answer1, Samples.Ask2, Samples.Answer2], imported.Turns.Select(t => imported.Text.Slice(t.SpeechStart, t.End)));
        Assert.Equal(id is "vtt" or "srt" ? [1.0, 3.0, 5.0, 7.0] : [null, null, null, (double?)null], imported.Turns.Select(t => t.AtSeconds));
    }

    [Theory, MemberData(nameof(Ids))]
    public async Task The_same_file_gives_the_same_text_turns_and_losses(string id)
    {
        var (first, second) = ((await Read(id, Samples.Of(id))).Value, (await Read(id, Samples.Of(id))).Value);
        Assert.Equal(first.Text.Hash, second.Text.Hash);
        Assert.Equal(first.Turns, second.Turns);
        Assert.Equal(first.Losses, second.Losses);
    }

    [Theory, MemberData(nameof(Ids))]
    public async Task An_empty_file_is_told(string id) => Assert.Equal("import/empty", (await Read(id, [])).Problem?.Code);

    [Theory, MemberData(nameof(Ids))]
    public async Task Two_hundred_megabytes_are_refused_without_reading_them(string id)
    {
        using var known = new LongStream(200L << 20, canSeek: true);
        Assert.Equal("import/too-large", (await Importer(id).ImportAsync("besar", known, CancellationToken.None)).Problem?.Code);
        Assert.Equal(0, known.Taken);

        using var unknown = new LongStream(200L << 20, canSeek: false);
        Assert.Equal("import/too-large", (await Importer(id).ImportAsync("besar", unknown, CancellationToken.None)).Problem?.Code);
        Assert.InRange(unknown.Taken, 0, ImportLimits.Default.MaxFileBytes + (1 << 20));
    }

    [Theory, MemberData(nameof(Ids))]
    public async Task A_file_that_goes_away_throws_for_the_caller_to_map(string id)
    {
        using var stream = new VanishingStream(Samples.Of(id), after: 40);
        await Assert.ThrowsAsync<IOException>(() => Importer(id).ImportAsync("hilang", stream, CancellationToken.None));
    }

    [Theory, MemberData(nameof(Ids))]
    public async Task It_stops_when_asked(string id) =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Importer(id).ImportAsync("batal", new MemoryStream(Samples.Of(id)), new CancellationToken(canceled: true)));

    [Theory, MemberData(nameof(Ids))]
    public Task Random_bytes_end_in_text_or_a_problem(string id) =>
        Gen.Byte.Array[1, 2000].SampleAsync(async bytes => Sound(await Read(id, bytes)), iter: 150);

    [Theory, MemberData(nameof(Ids))]
    public async Task A_truncated_file_ends_in_text_or_a_problem(string id)
    {
        var whole = Samples.Of(id);
        for (var length = 1; length < whole.Length; length += Math.Max(1, whole.Length / 60))
            Assert.True(Sound(await Read(id, whole[..length])), $"cut at {length}");
    }

    [Theory, MemberData(nameof(Ids))]
    public Task A_file_with_spoilt_bytes_ends_in_text_or_a_problem(string id)
    {
        var whole = Samples.Of(id);
        return Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte).Array[1, 6].SampleAsync(async spoils =>
        {
            var bytes = (byte[])whole.Clone();
            foreach (var (at, value) in spoils) bytes[at] = value;
            return Sound(await Read(id, bytes));
        }, iter: 150);
    }

    // A problem has a code and a next step; a text has turns in order inside it.
    private static bool Sound(Result<ImportedText> result)
    {
        if (result.Problem is { } problem) return problem.Code.Contains('/', StringComparison.Ordinal) && problem.Message.TrimEnd().EndsWith('.') && (problem.Message.Contains(". ", StringComparison.Ordinal) || problem.Message.Contains(": ", StringComparison.Ordinal));
        var at = 0;
        foreach (var turn in result.Value.Turns)
        {
            if (turn.Start < at || turn.SpeechStart < turn.Start || turn.End < turn.SpeechStart || turn.End > result.Value.Text.Length) return false;
            at = turn.End;
        }

        return true;
    }
}
