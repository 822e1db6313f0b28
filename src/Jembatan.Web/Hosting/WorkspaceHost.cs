using System.Diagnostics;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.App.Agreement;
using Jembatan.App.Lookups;
using Jembatan.Storage;
using Jembatan.Web.Coverage;
using Jembatan.Web.Frame;
using Jembatan.Web.Words;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Jembatan.Web.Hosting;

/// <summary>A served study: an open store behind Kestrel, with its gates, pages and doors for scripts.</summary>
public sealed class WorkspaceHost : IAsyncDisposable
{
    /// <summary>Largest upload, in bytes: the largest text that importers are tested with, and room for a form.</summary>
    public const long MaxUploadBytes = 256L * 1024 * 1024;

    private readonly WebApplication app;
    private readonly StudyStore store;
    private readonly Secret secret;
    private readonly WorkspaceOptions options;

    private WorkspaceHost(WebApplication app, StudyStore store, Secret secret, WorkspaceOptions options) =>
        (this.app, this.store, this.secret, this.options) = (app, store, secret, options);

    /// <summary>Opens the study and builds the host; it listens once started.</summary>
    /// <returns>The host, or the problem of opening the study.</returns>
    public static async Task<Result<WorkspaceHost>> BuildAsync(StudyLocation location, WorkspaceOptions options, TimeProvider clock, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var opened = await StudyStore.OpenAsync(location, StudyAccess.Write, clock, cancellationToken);
        if (opened.Problem is { } problem) return problem;
        var secret = new Secret();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = typeof(WorkspaceHost).Assembly.GetName().Name });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k =>
        {
            k.AddServerHeader = false;
            k.Limits.MaxRequestBodySize = MaxUploadBytes;
        }).UseUrls(options.Urls);
        AddTo(builder.Services, opened.Value, options, secret, clock);
        var app = builder.Build();
        Gate(app, options, secret, clock);
        Doors.Map(app);
        return new WorkspaceHost(app, opened.Value, secret, options);
    }

    /// <summary>The address to open, with the token in it; there once started.</summary>
    public Uri Address
    {
        get
        {
            var bound = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
            var root = new UriBuilder(bound.Replace("//*", "//0.0.0.0", StringComparison.Ordinal).Replace("//+", "//0.0.0.0", StringComparison.Ordinal)) { Path = "/" };
            if (Gates.Wildcards.Contains(root.Host)) root.Host = HostToPrint(Gates.HostsOf(options.Urls).First());
            if (options.RequireToken) root.Query = $"token={secret.Token}";
            return root.Uri;
        }
    }

    /// <summary>Whether others than this machine can reach it.</summary>
    public bool IsOpenToNetwork => !Gates.HostsOf(options.Urls).All(Gates.IsLoopback);

    // A name that was asked for is the one that others know; of every address of this machine the first on a network.
    private static string HostToPrint(string asked) => !Gates.Wildcards.Contains(asked) ? asked : NetworkInterface.GetAllNetworkInterfaces()
        .Where(n => n.OperationalStatus == OperationalStatus.Up && n.NetworkInterfaceType != NetworkInterfaceType.Loopback)
        .SelectMany(n => n.GetIPProperties().UnicastAddresses).Select(a => a.Address).FirstOrDefault(a => a.AddressFamily == AddressFamily.InterNetwork)?.ToString() ?? "127.0.0.1";

    /// <summary>Starts to listen.</summary>
    /// <returns>Nothing to say, or <c>serve/address</c>.</returns>
    public async Task<Result<Done>> StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
            return default(Done);
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or FormatException or SocketException)
        {
            return new Problem("serve/address", $"The workspace cannot listen on {options.Urls}: {e.Message} Leave --urls out, or choose a free port such as http://127.0.0.1:5080.", options.Urls);
        }
    }

    /// <summary>Serves until cancelled, then lets running requests end.</summary>
    public async Task ServeAsync(CancellationToken cancellationToken)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (cancellationToken.Register(stopped.SetResult)) await stopped.Task;
        await app.StopAsync(CancellationToken.None);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await store.DisposeAsync();
    }

    private static void AddTo(IServiceCollection services, StudyStore store, WorkspaceOptions options, Secret secret, TimeProvider clock)
    {
        services.AddRouting();
        services.AddRazorComponents();
        services.AddHttpContextAccessor();
        services.AddDataProtection().UseEphemeralDataProtectionProvider();    // keys live as long as the token: nothing is written beside the study
        services.AddAntiforgery(a =>
        {
            a.Cookie.Name = secret.FormCookie;
            a.Cookie.SameSite = SameSiteMode.Strict;
            a.SuppressXFrameOptionsHeader = true;
        });
        services.Configure<FormOptions>(f => f.MultipartBodyLengthLimit = MaxUploadBytes);
        services.Configure<HostOptions>(h => h.ShutdownTimeout = TimeSpan.FromSeconds(3));
        services.AddSingleton(clock).AddSingleton(store).AddSingleton(options).AddSingleton<Assets>().AddSingleton<CoverageWork>();
        services.AddScoped(s => s.GetRequiredService<StudyStore>().NewDb());
        services.AddScoped(s => s.GetRequiredService<IHttpContextAccessor>().HttpContext!.Features.Get<Look>()!);
    }

    private static void Gate(WebApplication app, WorkspaceOptions options, Secret secret, TimeProvider clock)
    {
        app.Use(Gates.HeadersAsync);
        app.Use(Gates.Host(options.Urls));
        if (options.RequireToken) app.Use(Gates.Token(secret));
        app.Use((context, next) => FaultAsync(context, next, options));
        app.Use(Gates.PreferencesAsync);
        app.Use(Gates.Writes(app.Services.GetRequiredService<IAntiforgery>()));
        app.Use((context, next) => LookAsync(context, next, options, clock));
        app.UseRouting();
        app.UseAntiforgery();
        app.UseStatusCodePages(async status => await Missing404Async(status.HttpContext));
    }

    // The one catch of everything: a fault is told by type and stack, since a message could hold an informant's words.
    private static async Task FaultAsync(HttpContext context, RequestDelegate next, WorkspaceOptions options)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            context.Abort();
        }
        catch (Exception fault)
        {
            options.OnFault?.Invoke($"{fault.GetType().FullName} {new StackTrace(fault, false)}");
            if (context.Response.HasStarted) throw;
            context.Response.Clear();
            await Gates.HeadersAsync(context, c => Plain.WriteAsync(c, StatusCodes.Status500InternalServerError, FrameWords.FaultTitle, FrameWords.FaultText));
        }
    }

    private static async Task LookAsync(HttpContext context, RequestDelegate next, WorkspaceOptions options, TimeProvider clock)
    {
        if (!context.Request.Path.StartsWithSegments("/assets"))
        {
            var db = context.RequestServices.GetRequiredService<JembatanDb>();
            var blindOn = await Blinds.PutOnAsync(db, options.Coder, context.RequestAborted);
            var study = await db.StudyAsync(context.RequestAborted);
            var opened = study.IsOk ? study.Value : null;
            context.Features.Set(new Look(context, opened, options.Language ?? opened?.Language ?? Language.Indonesian, options.Coder, clock, blindOn));
        }

        await next(context);
    }

    private static Task Missing404Async(HttpContext context) => Plain.WriteAsync(context, context.Response.StatusCode, FrameWords.MissingTitle, FrameWords.MissingText);
}
