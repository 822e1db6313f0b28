using System.Text.RegularExpressions;
using Jembatan.App.Agreement;
using Jembatan.App.Codings;
using Jembatan.EndToEnd.Tests.Stage;
using Jembatan.Storage;

namespace Jembatan.EndToEnd.Tests.Journeys;

public sealed class BlindCodingTests(Theatre theatre)
{
    private static readonly TimeProvider Clock = TimeProvider.System;

    [Fact]
    public async Task The_workspace_of_a_blind_coder_shows_the_others_work_only_when_all_have_finished()
    {
        var file = theatre.FileFor("buta");
        File.Copy(theatre.Sample.File, file);
        var (source, ratna) = await ActAsync(file, async db =>
        {
            var coding = (await ListCodings.HandleAsync(new(Coder: "Ratna", Limit: 1), db, CancellationToken.None)).Value.Codings[0];
            foreach (var coder in (string[])["Ratna", "Bima"]) await MarkDone.HandleAsync(new(coding.Source, Done: false), coder, db, Clock, CancellationToken.None);
            Assert.True((await AssignSources.HandleAsync(new(["Ratna", "Bima"], [coding.Source]), "Sari", db, Clock, CancellationToken.None)).IsOk);
            return (coding.Source, coding.Id.ToString());
        });

        Assert.DoesNotContain(ratna, await TranscriptAsync(file, "Bima", source, "tanpa melihat pekerjaan Ratna", "Yang belum: Bima, Ratna"), StringComparison.Ordinal);
        Assert.Contains(ratna, await TranscriptAsync(file, "Ratna", source, "tanpa melihat pekerjaan Bima"), StringComparison.Ordinal);
        Assert.Contains(ratna, await TranscriptAsync(file, "Sari", source), StringComparison.Ordinal);
        await ActAsync(file, async db =>
        {
            foreach (var coder in (string[])["Ratna", "Bima"]) Assert.True((await MarkDone.HandleAsync(new(source), coder, db, Clock, CancellationToken.None)).IsOk);
            return true;
        });
        Assert.Contains(ratna, await TranscriptAsync(file, "Bima", source), StringComparison.Ordinal);
    }

    // The transcript as this coder's workspace shows it; the notice is there with these words, or is not there at all.
    private static async Task<string> TranscriptAsync(string file, string coder, string source, params string[] notice)
    {
        await using var served = await Served.StartAsync(file, coder);
        using var caller = await Caller.EnterAsync(served);
        var page = await caller.ReadAsync($"/sources/{Uri.EscapeDataString(source)}");
        var told = Regex.Match(page, "<p class=\"note blind\">(.*?)</p>", RegexOptions.Singleline);
        Assert.Equal(notice.Length > 0, told.Success);
        foreach (var words in notice) Assert.Contains(words, told.Value, StringComparison.Ordinal);
        Assert.Equal(notice.Length > 0, (await caller.ReadAsync("/codebook")).Contains("note blind", StringComparison.Ordinal));
        Assert.Empty(served.Faults);
        return page;
    }

    private static async Task<T> ActAsync<T>(string file, Func<JembatanDb, Task<T>> act)
    {
        var opened = await StudyStore.OpenAsync(new StudyLocation.File(file), StudyAccess.Write, Clock, CancellationToken.None);
        Assert.True(opened.IsOk, opened.Problem?.Message);
        await using var store = opened.Value;
        await using var db = store.NewDb();
        return await act(db);
    }
}
