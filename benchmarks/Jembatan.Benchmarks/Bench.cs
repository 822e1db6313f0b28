using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.Benchmarks;

/// <summary>The study that is measured, open, with a few things of it to ask about.</summary>
internal sealed class Bench : IAsyncDisposable
{
    private Bench(StudyStore store, Source longest, Code busiest, Coder coder) => (Store, Longest, Busiest, Coder) = (store, longest, busiest, coder);

    /// <summary>The open study.</summary>
    public StudyStore Store { get; }

    /// <summary>Its longest source.</summary>
    public Source Longest { get; }

    /// <summary>The code with the most codings.</summary>
    public Code Busiest { get; }

    /// <summary>A coder of this run, so that a study can be measured again.</summary>
    public Coder Coder { get; }

    public static async Task<Bench> OpenAsync(string path, CancellationToken cancellationToken)
    {
        var opened = await StudyStore.OpenAsync(new StudyLocation.File(path), StudyAccess.Write, TimeProvider.System, cancellationToken);
        if (opened.Problem is { } problem) throw new InvalidOperationException($"{problem.Code}: {problem.Message}");
        await using var db = opened.Value.NewDb();
        var longest = await db.Revisions.OrderByDescending(r => r.Length).Select(r => r.SourceId).FirstAsync(cancellationToken);
        var busiest = await db.Codings.GroupBy(c => c.CodeId).OrderByDescending(g => g.Count()).Select(g => g.Key).FirstAsync(cancellationToken);
        var coder = new Coder($"run {Id<Bench>.New()}");
        db.Add(coder);
        await db.CommitAsync("Add coder", null, cancellationToken);
        return new(
            opened.Value,
            await db.Sources.AsNoTracking().SingleAsync(s => s.Id == longest, cancellationToken),
            await db.Codes.AsNoTracking().SingleAsync(c => c.Id == busiest, cancellationToken),
            coder);
    }

    /// <summary>What it holds, in one line.</summary>
    public async Task<string> DescribeAsync(CancellationToken cancellationToken)
    {
        await using var db = Store.NewDb();
        var path = ((StudyLocation.File)Store.Location).Path;
        return $"{await db.Sources.CountAsync(cancellationToken):N0} sources, {await db.Codings.CountAsync(cancellationToken):N0} codings, {await db.Codes.CountAsync(cancellationToken):N0} codes, "
            + $"{await db.Coders.CountAsync(cancellationToken):N0} coders; {new FileInfo(path).Length / 1048576.0:F0} MB";
    }

    public ValueTask DisposeAsync() => Store.DisposeAsync();
}
