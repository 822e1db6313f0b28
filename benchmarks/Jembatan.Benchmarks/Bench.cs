using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage;
using Jembatan.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.Benchmarks;

/// <summary>The study that is measured, open, with a few things of it to ask about.</summary>
internal sealed class Bench : IAsyncDisposable
{
    private WorkspaceHost? host;
    private HttpClient? client;

    private Bench(StudyStore store, Disk disk, Options options, string busiest) => (Store, Disk, Options, Busiest) = (store, disk, options, busiest);

    /// <summary>The open study.</summary>
    public StudyStore Store { get; }

    /// <summary>The disk under it.</summary>
    public Disk Disk { get; }

    public Options Options { get; }

    /// <summary>Label of the code with the most codings.</summary>
    public string Busiest { get; }

    /// <summary>A coder of this run, so that a study can be measured again.</summary>
    public string Coder { get; } = $"run {Id<Bench>.New()}";

    public static async Task<Bench> OpenAsync(StudyLocation location, Disk disk, Options options, CancellationToken cancellationToken)
    {
        var opened = await StudyStore.OpenAsync(location, StudyAccess.Write, TimeProvider.System, cancellationToken);
        if (opened.Problem is { } problem) throw new InvalidOperationException($"{problem.Code}: {problem.Message}");
        await using var db = opened.Value.NewDb();
        var busiest = await db.Codings.GroupBy(c => c.CodeId).OrderByDescending(g => g.Count()).Select(g => g.Key).FirstAsync(cancellationToken);
        return new(opened.Value, disk, options, (await db.Codes.AsNoTracking().SingleAsync(c => c.Id == busiest, cancellationToken)).Label);
    }

    /// <summary>A browser's place: a client of the workspace on this study, let in.</summary>
    public async Task<HttpClient> ClientAsync(CancellationToken cancellationToken)
    {
        if (client is not null) return client;
        var built = await WorkspaceHost.BuildAsync(Store.Location, new WorkspaceOptions { Coder = Coder }, TimeProvider.System, cancellationToken);
        if (built.Problem is { } problem) throw new InvalidOperationException($"{problem.Code}: {problem.Message}");
        host = built.Value;
        await host.StartAsync(cancellationToken);
        client = new HttpClient(new SocketsHttpHandler { UseCookies = true }) { BaseAddress = new Uri(host.Address, "/") };
        (await client.GetAsync(host.Address, cancellationToken)).EnsureSuccessStatusCode();
        return client;
    }

    /// <summary>What it holds, in one line.</summary>
    public async Task<string> DescribeAsync(CancellationToken cancellationToken)
    {
        await using var db = Store.NewDb();
        var place = Store.Location is StudyLocation.File file ? FormattableString.Invariant($"one file of {new FileInfo(file.Path).Length / 1048576.0:F0} MB") : "a schema of PostgreSQL";
        return $"{await db.Sources.CountAsync(cancellationToken):N0} sources, {await db.Codings.CountAsync(cancellationToken):N0} codings, {await db.Codes.CountAsync(cancellationToken):N0} codes, "
            + $"{await db.Coders.CountAsync(cancellationToken):N0} coders, {await db.Ratings.CountAsync(cancellationToken):N0} ratings, {await db.Evidence.CountAsync(cancellationToken):N0} items of evidence; {place}";
    }

    public async ValueTask DisposeAsync()
    {
        client?.Dispose();
        if (host is not null) await host.DisposeAsync();
        await Store.DisposeAsync();
    }
}
