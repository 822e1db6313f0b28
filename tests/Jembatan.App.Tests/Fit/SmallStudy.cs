using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Tests.Fit;

/// <summary>A study made by hand in a file of its own, small enough to count in one's head.</summary>
internal sealed class SmallStudy : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("jembatan-").FullName;

    private SmallStudy() { }

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TimeProvider Clock => TimeProvider.System;

    public StudyStore Store { get; private set; } = null!;

    public static async Task<SmallStudy> NewAsync()
    {
        var study = new SmallStudy();
        var location = new StudyLocation.File(Path.Combine(study.folder, "small.jembatan"));
        study.Store = (await StudyStore.CreateAsync(location, new Study("Kecil", Language.Indonesian, "blank", Clock.GetUtcNow()), Clock, Token)).Value;
        return study;
    }

    public JembatanDb Db() => Store.NewDb();

    public async Task<T> AskAsync<T>(Func<JembatanDb, Task<Result<T>>> ask)
    {
        await using var db = Db();
        var answer = await ask(db);
        Assert.True(answer.IsOk, answer.Problem?.ToString());
        return answer.Value;
    }

    public async Task<Problem> RefusalAsync<T>(Func<JembatanDb, Task<Result<T>>> ask)
    {
        await using var db = Db();
        return Assert.IsType<Problem>((await ask(db)).Problem);
    }

    /// <summary>An interview of turns "P:" and "N:", one a line; the informant is made when it is not there.</summary>
    public async Task InterviewAsync(string name, string? informant, InformantGroup? group, params string[] lines)
    {
        await using var db = Db();
        var source = new Source(name, SourceKind.Interview, null, Clock.GetUtcNow());
        if (informant is not null)
        {
            var known = await db.Informants.FirstOrDefaultAsync(i => i.Name == informant, Token);
            if (known is null) db.Informants.Add(known = new Informant(informant, group));
            source.Match(known.Id);
        }

        var text = string.Join('\n', lines);
        var turns = new List<Turn>();
        var at = 0;
        foreach (var line in lines)
        {
            turns.Add(new Turn(at, at + line.Length, at + 3, line[..1], line.StartsWith('P') ? Voice.Interviewer : Voice.Informant));
            at += line.Length + 1;
        }

        var canonical = CanonicalText.From(text);
        await db.KeepAsync(canonical.Value, Token);
        db.Sources.Add(source);
        db.Revisions.Add(source.Revise(canonical, turns, [], Clock.GetUtcNow()));
        await db.CommitAsync("Import", null, Token);
    }

    public async Task CodeAsync(string label, Element? element, string? parent = null, bool cause = true, CodeLevel level = CodeLevel.Code)
    {
        await using var db = Db();
        var above = parent is null ? null : await db.Codes.SingleAsync(c => c.Label == parent, Token);
        db.Codes.Add(new Code(label, new CodeRules(Bilingual.Same(label)) { Element = element, IsCause = cause, Level = level }, above?.Id, 0));
        await db.CommitAsync("Add code", null, Token);
    }

    /// <summary>Puts a code on the first place of the words in a source.</summary>
    public async Task<Id<Coding>> CodingAsync(string source, string words, string code, string coder = "A", int stance = 1, Basis? basis = null)
    {
        await using var db = Db();
        var found = await db.Sources.SingleAsync(s => s.Name == source, Token);
        var revision = await db.Revisions.SingleAsync(r => r.SourceId == found.Id && r.Number == found.Revision, Token);
        var text = CanonicalText.From(await db.ReadTextAsync(revision.TextHash, Token));
        var start = text.Value.IndexOf(words, StringComparison.Ordinal);
        var coding = Coding.Of(
            revision, text.Select(start, start + words.Length).Value, (await db.Codes.SingleAsync(c => c.Label == code, Token)).Id, (await db.CoderAsync(coder, Token)).Id,
            new CodingMarks(stance, basis), Clock.GetUtcNow());
        db.Codings.Add(coding);
        await db.CommitAsync("Apply code", coding.CoderId, Token);
        return coding.Id;
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
