using System.CommandLine;
using System.Diagnostics;
using Jembatan.Cli.Frame;
using Jembatan.Core;
using Jembatan.Storage;
using Jembatan.Web.Hosting;

namespace Jembatan.Cli.Verbs;

/// <summary>Serves the workspace of a study until Ctrl-C.</summary>
internal static class ServeVerb
{
    public static Verb Verb { get; } = new("serve", "Serves the workspace in the browser, on this machine.", TakesStudy: true, Build);

    private static void Build(Command command)
    {
        var study = Globals.Study();
        var urls = new Option<string>("--urls") { Description = "Address to listen on; default a free port on loopback.", HelpName = "URL", DefaultValueFactory = _ => "http://127.0.0.1:0" };
        var open = new Option<bool>("--open") { Description = "Open the address in the browser." };
        var noToken = new Option<bool>("--no-token") { Description = "Let every user of this machine in." };
        var coder = Globals.Coder();
        command.Add(study);
        command.Add(urls);
        command.Add(open);
        command.Add(noToken);
        command.Add(coder);
        command.SetAction(async (parse, cancel) =>
        {
            var session = new Session(parse, cancel);
            var location = session.Locate(session.Get(study));
            if (location.Problem is { } unclear) return await Host.SayAsync(session, unclear);
            var options = new WorkspaceOptions { Urls = session.Get(urls)!, RequireToken = !session.Get(noToken), Coder = session.Coder(coder), Language = session.Has(Globals.Language) ? session.Language : null };
            return await ServeAsync(session, location.Value, options, session.Get(open), address => new { address });
        });
    }

    /// <summary>Serves until Ctrl-C and says with which code to end; <c>demo</c> ends with this too.</summary>
    /// <param name="document">The JSON document that tells the address.</param>
    public static async Task<int> ServeAsync(Session session, StudyLocation location, WorkspaceOptions options, bool open, Func<string, object> document)
    {
        var built = await WorkspaceHost.BuildAsync(location, options with { OnFault = fault => Console.Error.WriteLine($"internal/unexpected: {fault}") }, session.Clock, session.Cancel);
        if (built.Problem is { } problem) return await Host.SayAsync(session, problem);
        await using var host = built.Value;
        if ((await host.StartAsync(session.Cancel)).Problem is { } refused) return await Host.SayAsync(session, refused);
        if (host.IsOpenToNetwork) await Console.Error.WriteLineAsync(OpenNotice(session.Language, options.RequireToken));
        if (session.Json) await JsonOutput.WriteAsync(document(host.Address.ToString()), session.Cancel);
        else await Console.Out.WriteLineAsync(host.Address.ToString());
        await Console.Out.FlushAsync(CancellationToken.None);
        if (open) Open(host.Address);
        await host.ServeAsync(session.Cancel);
        return Host.DoneCode;
    }

    private static string OpenNotice(Language language, bool locked) => language == Language.Indonesian
        ? $"Studi ini terbuka bagi jaringan, tanpa enkripsi: {(locked ? "siapa pun yang mendapat alamat dengan tokennya" : "siapa pun yang mencapai komputer ini")} dapat membaca dan mengubahnya. Tanpa --urls hanya komputer ini yang dapat membukanya."
        : $"The study is open to the network, unencrypted: {(locked ? "whoever gets hold of the address with its token" : "whoever reaches this machine")} can read and change it. Leave --urls out to keep it to this machine.";

    private static void Open(Uri address)
    {
        try
        {
            using var browser = Process.Start(new ProcessStartInfo(address.ToString()) { UseShellExecute = true });
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Console.Error.WriteLine("There is no browser to open here. Copy the address above.");
        }
    }
}
