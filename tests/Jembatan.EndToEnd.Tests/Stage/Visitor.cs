using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Jembatan.EndToEnd.Tests.Stage;

/// <summary>How a visitor's browser is set.</summary>
public sealed record Setting
{
    public string Language { get; init; } = "id";

    public ColorScheme Scheme { get; init; } = ColorScheme.Light;

    public int Width { get; init; } = 1280;

    public int Height { get; init; } = 900;

    public bool Script { get; init; } = true;
}

/// <summary>Somebody at a browser of their own, let in by the printed address; hears of errors of scripts and of every request.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private readonly IBrowserContext context;

    private Visitor(IBrowserContext context, IPage page, Served served) => (this.context, Page, Served) = (context, page, served);

    public IPage Page { get; }

    public Served Served { get; }

    /// <summary>What scripts complained of and what the server failed to answer.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>Every address that the browser asked for.</summary>
    public List<string> Requests { get; } = [];

    public static async Task<Visitor> EnterAsync(Theatre theatre, Served served, Setting? setting = null)
    {
        var visitor = await BeginAsync(theatre, served, setting ?? new());
        await visitor.Page.GotoAsync(served.Address.ToString());
        return visitor;
    }

    /// <summary>Somebody without network who opens a file, in a browser that never was in the workspace: late requests of another page, such as for its icon, are not taken for the file's.</summary>
    public static async Task<Visitor> OpenFileAsync(Theatre theatre, Served served, string file, Setting? setting = null)
    {
        var visitor = await BeginAsync(theatre, served, setting ?? new());
        await visitor.context.SetOfflineAsync(true);
        await visitor.Page.GotoAsync(new Uri(file).AbsoluteUri);
        return visitor;
    }

    private static async Task<Visitor> BeginAsync(Theatre theatre, Served served, Setting setting)
    {
        var context = await theatre.Browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = setting.Width, Height = setting.Height },
            ColorScheme = setting.Scheme, ReducedMotion = ReducedMotion.Reduce, JavaScriptEnabled = setting.Script, BypassCSP = false, Locale = "id-ID",
        });
        context.SetDefaultTimeout(Theatre.PatienceMs);
        await context.AddCookiesAsync([new() { Name = "jembatan-language", Value = setting.Language, Url = served.Root }]);
        var page = await context.NewPageAsync();
        var visitor = new Visitor(context, page, served);
        page.Console += (_, message) => { if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)) visitor.Complaints.Add($"{message.Text} {message.Location}"); };
        page.PageError += (_, error) => visitor.Complaints.Add(error);
        page.Response += (_, answer) => { if (answer.Status >= 500 || (answer.Status >= 400 && answer.Request.ResourceType != "document")) visitor.Complaints.Add($"{answer.Status} {answer.Url}"); };
        page.Request += (_, request) => visitor.Requests.Add(request.Url);
        return visitor;
    }

    /// <summary>Opens a path of the workspace.</summary>
    public async Task<IResponse> OpenAsync(string path)
    {
        var answer = await Page.GotoAsync(Served.Root + path);
        return answer ?? throw new InvalidOperationException($"No answer for {path}.");
    }

    /// <summary>What axe finds on the page as it stands, in words; by the rules named, or by all of WCAG 2.2 AA and good practice.</summary>
    public async Task<IReadOnlyList<string>> ViolationsAsync(string where, params string[] rules)
    {
        var found = await Page.RunAxe(new AxeRunOptions
        {
            RunOnly = rules.Length > 0 ? new() { Type = "rule", Values = [.. rules] } : new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        });
        return [.. found.Violations.Select(v => $"{where}: {v.Id} ({v.Impact}), {v.Help}\n" + string.Join("\n", v.Nodes.Take(4).Select(n => $"    {Short(n.Html)}\n        {string.Join("; ", n.Any.Concat(n.All).Concat(n.None).Select(c => c.Message))}")))];
    }

    /// <summary>Fails with what axe finds on the page as it stands.</summary>
    public async Task ExpectNoViolationAsync(string where)
    {
        var found = await ViolationsAsync(where);
        Assert.True(found.Count == 0, string.Join("\n", found));
    }

    private static string Short(string html) => html.Length > 220 ? html[..220] + "…" : html;

    /// <summary>Fails when a script or the server complained since the visit began.</summary>
    public void ExpectQuiet()
    {
        Assert.Empty(Complaints);
        Assert.Empty(Served.Faults);
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();
}
