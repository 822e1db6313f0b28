using System.Collections.Concurrent;
using Jembatan.Storage;
using Jembatan.Web.Hosting;

namespace Jembatan.EndToEnd.Tests.Stage;

/// <summary>A study served by the real host on a free port of loopback.</summary>
public sealed class Served : IAsyncDisposable
{
    private readonly WorkspaceHost host;

    private Served(WorkspaceHost host, string file, ConcurrentQueue<string> faults) => (this.host, File, Faults) = (host, file, faults);

    /// <summary>The study file.</summary>
    public string File { get; }

    /// <summary>Faults of the program while it served; a journey expects none.</summary>
    public ConcurrentQueue<string> Faults { get; }

    /// <summary>The address as it is printed, with the token.</summary>
    public Uri Address => host.Address;

    /// <summary>The address without path and token.</summary>
    public string Root => Address.GetLeftPart(UriPartial.Authority);

    /// <summary>Opens the file and listens.</summary>
    public static async Task<Served> StartAsync(string file, string coder = "Sari")
    {
        var faults = new ConcurrentQueue<string>();
        var built = await WorkspaceHost.BuildAsync(new StudyLocation.File(file), new WorkspaceOptions { Coder = coder, OnFault = faults.Enqueue }, TimeProvider.System, CancellationToken.None);
        Assert.True(built.IsOk, built.Problem?.Message);
        var started = await built.Value.StartAsync(CancellationToken.None);
        Assert.True(started.IsOk, started.Problem?.Message);
        return new(built.Value, file, faults);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => host.DisposeAsync();
}
