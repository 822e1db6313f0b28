using System.Net;
using System.Text.RegularExpressions;

namespace Jembatan.EndToEnd.Tests.Stage;

/// <summary>A caller without a browser: sends what it is told, follows no redirect, and keeps the cookies it was given.</summary>
public sealed class Caller : IDisposable
{
    private readonly HttpClient client;

    private Caller(HttpClient client) => this.client = client;

    /// <summary>A caller without token.</summary>
    public static Caller Outside(Served served) =>
        new(new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(served.Root), Timeout = TimeSpan.FromMinutes(5) });

    /// <summary>A caller who came in by the printed address.</summary>
    public static async Task<Caller> EnterAsync(Served served)
    {
        var caller = Outside(served);
        using var answer = await caller.client.GetAsync(served.Address);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return caller;
    }

    public Task<HttpResponseMessage> GetAsync(string path) => client.GetAsync(path);

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => client.SendAsync(request);

    /// <summary>A page that must be there.</summary>
    public async Task<string> ReadAsync(string path)
    {
        using var answer = await GetAsync(path);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{(int)answer.StatusCode} {path}");
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>The token that forms of a page carry.</summary>
    public async Task<string> FormTokenAsync() => Regex.Match(await ReadAsync("/journal"), "name=\"request-token\" content=\"([^\"]+)\"").Groups[1].Value;

    /// <summary>The addresses inside the workspace that a page links to; one that is only a place on the page is given with the page's path.</summary>
    public static IEnumerable<string> LinksOf(string html, string page) =>
        Regex.Matches(html, "<a [^>]*?href=\"([^\"]*)\"").Select(m => WebUtility.HtmlDecode(m.Groups[1].Value))
            .Where(h => h.StartsWith('/') || h.StartsWith('#')).Select(h => h.StartsWith('#') ? page + h : h);

    public void Dispose() => client.Dispose();
}
