using System.Net;
using System.Net.NetworkInformation;
using Jembatan.EndToEnd.Tests.Stage;

namespace Jembatan.EndToEnd.Tests.Journeys;

public sealed class GateTests(Theatre theatre)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/?token=")]
    [InlineData("/?token=0123456789abcdef0123456789abcdef0123456789abcdef")]
    [InlineData("/servo")]
    [InlineData("/report/file.html")]
    [InlineData("/assets/x/jembatan.css")]
    public async Task Without_the_token_of_this_start_nothing_is_shown(string path)
    {
        using var caller = Caller.Outside(theatre.Sample);
        using var answer = await caller.GetAsync(path);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.DoesNotContain("Perisai", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("attacker.example")]
    [InlineData("attacker.example:80")]
    [InlineData("127.0.0.1.attacker.example")]
    [InlineData("10.0.0.7")]
    public async Task A_foreign_host_name_is_refused_even_with_the_token(string host)
    {
        using var caller = await Caller.EnterAsync(theatre.Sample);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/servo") { Headers = { Host = host } };
        using var answer = await caller.SendAsync(request);
        Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("https://attacker.example", null)]
    [InlineData("null", null)]
    [InlineData(null, "cross-site")]
    [InlineData(null, "same-site")]
    public async Task A_write_from_another_page_is_refused_even_with_token_and_form_token(string? origin, string? site)
    {
        using var caller = await Caller.EnterAsync(theatre.Sample);
        using var answer = await PostAsync(caller, await caller.FormTokenAsync(), origin, site);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("CfDJ8Invented")]
    public async Task A_write_without_the_token_of_a_form_is_refused(string token)
    {
        using var caller = await Caller.EnterAsync(theatre.Sample);
        using var answer = await PostAsync(caller, token, null, null);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task The_form_token_of_one_visitor_does_not_serve_another()
    {
        using var one = await Caller.EnterAsync(theatre.Sample);
        using var other = await Caller.EnterAsync(theatre.Sample);
        await other.FormTokenAsync();
        using var answer = await PostAsync(other, await one.FormTokenAsync(), null, null);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public void It_listens_on_loopback_only()
    {
        var port = theatre.Sample.Address.Port;
        var here = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(l => l.Port == port).ToList();
        Assert.NotEmpty(here);
        Assert.All(here, l => Assert.True(IPAddress.IsLoopback(l.Address), l.ToString()));
    }

    [Fact]
    public async Task Pages_forbid_frames_foreign_content_and_caching_and_the_cookie_is_hidden_from_scripts()
    {
        using var caller = Caller.Outside(theatre.Sample);
        using var entered = await caller.GetAsync(theatre.Sample.Address.PathAndQuery);
        var cookie = Assert.Single(entered.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("token=", entered.Headers.Location!.ToString(), StringComparison.Ordinal);
        using var answer = await caller.GetAsync("/servo");
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task No_page_asks_anything_of_elsewhere()
    {
        await using var visitor = await Visitor.EnterAsync(theatre, theatre.Sample);
        foreach (var path in Places.Fixed) await visitor.OpenAsync(path);
        Assert.NotEmpty(visitor.Requests);
        Assert.All(visitor.Requests, r => Assert.True(r.StartsWith(visitor.Served.Root + "/", StringComparison.Ordinal) || r.StartsWith("data:", StringComparison.Ordinal), r));
        visitor.ExpectQuiet();
    }

    private static async Task<HttpResponseMessage> PostAsync(Caller caller, string token, string? origin, string? site)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/doors/undo")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = token, ["back"] = "/" }),
        };
        if (origin is not null) request.Headers.TryAddWithoutValidation("Origin", origin);
        if (site is not null) request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", site);
        return await caller.SendAsync(request);
    }
}
