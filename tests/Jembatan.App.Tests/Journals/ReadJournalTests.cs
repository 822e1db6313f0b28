using Jembatan.App.Codebooks;
using Jembatan.App.Codings;
using Jembatan.App.Journals;
using Jembatan.App.Tests.Fit;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;
using Jembatan.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Tests.Journals;

public sealed class ReadJournalTests
{
    [Fact]
    public async Task Every_step_names_what_it_changed()
    {
        await using var study = await SmallStudy.NewAsync();
        await study.CodeAsync("X1", Element.Environment);
        await study.InterviewAsync("I1", null, null, "P: kenapa berhenti", "N: tidak ada uang");
        var coding = await study.CodingAsync("I1", "tidak ada uang", "X1");
        await study.AskAsync(db => RetireCode.HandleAsync(new("X1"), "A", db, SmallStudy.Clock, SmallStudy.Token));
        await study.AskAsync(db => MarkDone.HandleAsync(new("I1"), "A", db, SmallStudy.Clock, SmallStudy.Token));
        await study.AskAsync(db => MarkDone.HandleAsync(new("I1", false), "A", db, SmallStudy.Clock, SmallStudy.Token));
        await using (var db = study.Db())
        {
            var marked = await db.Codings.SingleAsync(c => c.Id == coding, SmallStudy.Token);
            marked.Mark(new CodingMarks(-1));
            await db.CommitAsync("Mark coding", marked.CoderId, SmallStudy.Token);
            db.Remove(marked);
            await db.CommitAsync("Remove coding", marked.CoderId, SmallStudy.Token);
        }

        var entries = (await study.AskAsync(db => ReadJournal.HandleAsync(new(), db, SmallStudy.Token))).Entries;
        JournalChange Of(string label) => Assert.Single(entries.Single(e => e.Label == label).Changes);
        var retired = Of("Retire code");
        Assert.Equal((ChangeOperation.Set, "X1", "Retired"), (retired.Operation, retired.Name, Assert.Single(retired.Fields).Field));
        Assert.Equal("I1", Of("Mark source done").Name);
        Assert.Equal("I1", Of("Mark source not done").Name);
        Assert.Equal("tidak ada uang", Of("Mark coding").Name);      // gone since: named as it was
        foreach (var label in (string[])["Apply code", "Mark coding", "Remove coding"]) Assert.Equal("X1 · I1", Assert.Single(entries.Single(e => e.Label == label).Changes, c => c.Entity == nameof(Coding)).Place);
        Assert.Null(retired.Place);
    }
}
