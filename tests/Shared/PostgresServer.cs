using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Jembatan.Tests.Shared;

/// <summary>A PostgreSQL of the test run's own: started at the first question, on loopback, in a temporary folder that goes at the end.</summary>
/// <remarks>A test class takes it as a constructor parameter. Where PostgreSQL is missing the test fails; it is never skipped.</remarks>
public sealed class PostgresServer : IAsyncDisposable
{
    private readonly SemaphoreSlim starting = new(1);
    private string? folder;
    private int port;
    private int databases;

    /// <summary>Whether it flushes to disk as in earnest; tests of durability ask for it.</summary>
    public bool Durable { get; init; }

    /// <summary>The connection string of a new, empty database.</summary>
    public async Task<string> NewDatabaseAsync()
    {
        await StartAsync();
        var name = string.Create(CultureInfo.InvariantCulture, $"test{Interlocked.Increment(ref databases)}");
        await RunAsync(Program("createdb"), "-h", "127.0.0.1", "-p", Port, "-U", "app", name);
        return $"Host=127.0.0.1;Port={Port};Username=app;Database={name};{(Durable ? "Pooling=false" : "Connection Idle Lifetime=2;Connection Pruning Interval=1")}";
    }

    /// <summary>Ends the server at once, as a power cut would, and starts it again.</summary>
    public async Task CrashAndRestartAsync()
    {
        await StartAsync();
        await RunAsync(Program("pg_ctl"), "-D", Data, "-m", "immediate", "-w", "stop");
        await LaunchAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (folder is not null)
        {
            await RunAsync(Program("pg_ctl"), "-D", Data, "-m", "immediate", "-w", "stop");
            Directory.Delete(folder, recursive: true);
        }

        starting.Dispose();
    }

    private string Data => Path.Combine(folder!, "data");

    private string Port => port.ToString(CultureInfo.InvariantCulture);

    private async Task StartAsync()
    {
        await starting.WaitAsync();
        try
        {
            if (folder is not null) return;
            var initdb = Program("initdb");
            var made = Directory.CreateTempSubdirectory("jembatan-pg-").FullName;
            if (Environment.IsPrivilegedProcess) await ExecuteAsync("chown", "postgres", made);
            await RunAsync(initdb, "-D", Path.Combine(made, "data"), "-U", "app", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
            folder = made;
            port = FreePort();
            await LaunchAsync();
        }
        finally
        {
            starting.Release();
        }
    }

    private Task LaunchAsync() => RunAsync(
        Program("pg_ctl"), "-D", Data, "-l", Path.Combine(folder!, "log"), "-w",
        "-o", $"-p {Port} -c listen_addresses=127.0.0.1 -c max_connections=300 -c unix_socket_directories={folder} -c fsync={(Durable ? "on" : "off")}", "start");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Program(string name)
    {
        const string Installed = "/usr/lib/postgresql";
        string[] folders = Environment.GetEnvironmentVariable("PGBIN") is { Length: > 0 } named ? [named]
            : Directory.Exists(Installed) ? [.. Directory.GetDirectories(Installed).OrderByDescending(VersionOf).Select(v => Path.Combine(v, "bin"))]
            : [];
        return folders.Select(f => Path.Combine(f, name)).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException($"There is no PostgreSQL program '{name}'. Run 'dotnet run build.cs -- tools', or let PGBIN name the folder of initdb.");
    }

    private static int VersionOf(string folder) => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var version) ? version : 0;

    // PostgreSQL refuses to run as root.
    private static Task RunAsync(string program, params string[] arguments) => Environment.IsPrivilegedProcess
        ? ExecuteAsync("runuser", ["-u", "postgres", "--", program, .. arguments])
        : ExecuteAsync(program, arguments);

    // Output goes to a file: the server inherits it and would hold a pipe open.
    private static async Task ExecuteAsync(string program, params string[] arguments)
    {
        var log = Path.GetTempFileName();
        try
        {
            string[] quoted = [.. arguments.Prepend(program).Select(a => $"'{a.Replace("'", "'\\''", StringComparison.Ordinal)}'")];
            using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", $"exec {string.Join(' ', quoted)} >'{log}' 2>&1 </dev/null"]) { WorkingDirectory = Path.GetTempPath() })!;
            await process.WaitForExitAsync();
            if (process.ExitCode != 0)
                throw new InvalidOperationException($"{Path.GetFileName(program)} ended with {process.ExitCode}: {await File.ReadAllTextAsync(log)}");
        }
        finally
        {
            File.Delete(log);
        }
    }
}
