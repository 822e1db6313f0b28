using Jembatan.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Jembatan.Web.Tests.Hosting;

public sealed class GatesTests
{
    [Theory]
    [InlineData("http://127.0.0.1:0", "127.0.0.1", true)]
    [InlineData("http://127.0.0.1:0", "localhost", true)]
    [InlineData("http://127.0.0.1:0", "[::1]", true)]
    [InlineData("http://127.0.0.1:0", "192.168.1.4", false)]
    [InlineData("http://127.0.0.1:0", "localhost.attacker.example", false)]
    [InlineData("http://127.0.0.1:0", "", false)]
    [InlineData("http://server.kantor:5080", "server.kantor", true)]
    [InlineData("http://server.kantor:5080", "attacker.example", false)]
    [InlineData("http://0.0.0.0:5080", "192.168.1.4", true)]
    [InlineData("http://0.0.0.0:5080", "attacker.example", false)]
    public async Task Only_hosts_that_are_this_machine_pass(string urls, string host, bool passes)
    {
        var context = Context("GET", "/servo");
        context.Request.Host = new HostString(host);
        Assert.Equal(passes, await PassesAsync(Gates.Host(urls), context));
        if (!passes) Assert.Equal(StatusCodes.Status421MisdirectedRequest, context.Response.StatusCode);
    }

    [Fact]
    public async Task The_token_in_the_address_becomes_a_cookie_and_leaves_the_address()
    {
        var secret = new Secret();
        var context = Context("GET", "/servo", $"?token={secret.Token}&cell=perisai.SE");
        Assert.False(await PassesAsync(Gates.Token(secret), context));
        Assert.Equal("/servo?cell=perisai.SE", context.Response.Headers.Location.ToString());
        Assert.Contains(secret.Token, context.Response.Headers.SetCookie.ToString(), StringComparison.Ordinal);

        var next = Context("GET", "/servo");
        next.Request.Headers.Cookie = $"{secret.TokenCookie}={secret.Token}";
        Assert.True(await PassesAsync(Gates.Token(secret), next));
    }

    [Theory]
    [InlineData("GET", "?token=wrong")]
    [InlineData("GET", "")]
    [InlineData("POST", "")]
    [InlineData("HEAD", "")]
    public async Task Without_the_token_every_method_is_refused(string method, string query)
    {
        var context = Context(method, "/", query);
        Assert.False(await PassesAsync(Gates.Token(new Secret()), context));
        Assert.Equal(StatusCodes.Status401Unauthorized, context.Response.StatusCode);
        Assert.Empty(context.Response.Headers.SetCookie.ToString());
    }

    [Fact]
    public async Task A_token_in_the_address_of_a_write_opens_nothing()
    {
        var secret = new Secret();
        Assert.False(await PassesAsync(Gates.Token(secret), Context("POST", "/doors/undo", $"?token={secret.Token}")));
    }

    [Theory]
    [InlineData("//attacker.example", "?lang=en")]
    [InlineData("/\\attacker.example", "?theme=dark")]
    public async Task Keeping_a_preference_never_leads_away(string path, string query)
    {
        var context = Context("GET", path, query);
        Assert.False(await PassesAsync(Gates.PreferencesAsync, context));
        Assert.Matches("^/[^/\\\\]", context.Response.Headers.Location.ToString());
    }

    [Fact]
    public void Two_starts_have_two_tokens_and_two_cookies()
    {
        var (one, other) = (new Secret(), new Secret());
        Assert.NotEqual(one.Token, other.Token);
        Assert.NotEqual(one.TokenCookie, other.TokenCookie);
        Assert.True(one.Matches(one.Token));
        Assert.False(one.Matches(other.Token));
        Assert.False(one.Matches(null));
        Assert.False(one.Matches(one.Token + " "));
        Assert.True(one.Token.Length >= 32);
    }

    private static DefaultHttpContext Context(string method, string path, string query = "")
    {
        var context = new DefaultHttpContext { Response = { Body = new MemoryStream() } };
        context.Request.Method = method;
        context.Request.Path = path;
        context.Request.QueryString = new QueryString(query);
        return context;
    }

    private static async Task<bool> PassesAsync(Func<HttpContext, RequestDelegate, Task> gate, HttpContext context)
    {
        var passed = false;
        await gate(context, _ => { passed = true; return Task.CompletedTask; });
        return passed;
    }
}
