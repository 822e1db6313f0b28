using Jembatan.App.Agreement;
using Jembatan.App.Journals;
using Jembatan.App.Notes;
using Jembatan.App.Tests.Fit;
using Jembatan.Core;

namespace Jembatan.App.Tests.Notes;

public sealed class ListNotesTests
{
    [Fact]
    public async Task Memos_on_a_source_a_code_a_coding_and_a_strategy_say_what_they_are_on_and_go_and_come_back()
    {
        await using var study = await RatedStudy.NewAsync();
        await WriteAsync(study, "source:satu", "rekaman putus", "A");
        await WriteAsync(study, "code:FI02", "beda dari FI03", "A");
        await WriteAsync(study, $"coding:{study.First}", "nada ragu", "B");
        await WriteAsync(study, "strategy:perisai", "cek lagi", "A");
        var all = (await ListAsync(study)).Notes;
        Assert.Equal(["code", "coding", "source", "strategy"], all.Select(n => n.Kind).Order());
        var coding = all.Single(n => n.Kind == "coding");
        Assert.Equal(("FI02 · satu", "satu", "tidak ada sama sekali", "B", "nada ragu"), (coding.Thing.Name.Id, coding.Thing.Key, coding.Thing.Quote, coding.Coder, coding.Text));
        Assert.Equal("Perisai agents", all.Single(n => n.Kind == "strategy").Thing.Name.En);

        // One thing alone; its target leads back to it.
        var one = Assert.Single((await ListAsync(study, all.Single(n => n.Kind == "code").On)).Notes);
        Assert.Equal("FI02", one.Thing.Key);
        await WriteAsync(study, one.Target, "", "A");
        Assert.Empty((await ListAsync(study, one.On)).Notes);
        await study.AskAsync(db => Undo.HandleAsync(new(), "A", db, SmallStudy.Clock, SmallStudy.Token));
        Assert.Equal("beda dari FI03", Assert.Single((await ListAsync(study, one.On)).Notes).Text);
    }

    [Fact]
    public async Task Whoever_codes_blind_does_not_read_the_memos_of_others_there()
    {
        await using var study = await RatedStudy.NewAsync();
        await WriteAsync(study, "source:satu", "kata B", "B");
        await WriteAsync(study, $"coding:{study.Second}", "lain sumber", "B");
        await study.AskAsync(db => AssignSources.HandleAsync(new(["A", "B"], ["satu"]), "Dewi", db, SmallStudy.Clock, SmallStudy.Token));
        await using var db = study.Small.Db();
        await Blinds.PutOnAsync(db, "A", SmallStudy.Token);
        Assert.Equal("lain sumber", Assert.Single((await ListNotes.HandleAsync(new(), db, SmallStudy.Token)).Value.Notes).Text);
    }

    private static Task<WriteNote.Response> WriteAsync(RatedStudy study, string target, string text, string coder) =>
        study.AskAsync(db => WriteNote.HandleAsync(new(target, text), coder, db, SmallStudy.Clock, SmallStudy.Token));

    private static Task<ListNotes.Response> ListAsync(RatedStudy study, params Guid[] on) =>
        study.AskAsync(db => ListNotes.HandleAsync(new(on.Length == 0 ? null : on), db, SmallStudy.Token));
}
