using System.Net;
using Jembatan.Web.Words;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Jembatan.Web.Hosting;

/// <summary>What a request must show before it reaches a page: a known host, the token, and for writes the page's own origin and form token.</summary>
internal static class Gates
{
    internal static readonly IReadOnlyList<string> Wildcards = ["*", "+", "0.0.0.0", "[::]"];

    /// <summary>Says on every answer what the browser may do with it.</summary>
    public static Task HeadersAsync(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";    // "no-referrer" would send forms of our own pages with the origin "null"
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        headers.CacheControl = "no-store";
        return next(context);
    }

    /// <summary>Refuses hosts that are not this machine's, which stops rebinding of names.</summary>
    public static Func<HttpContext, RequestDelegate, Task> Host(string urls)
    {
        var bound = HostsOf(urls).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var anywhere = bound.Overlaps(Wildcards);
        return (context, next) =>
        {
            var host = context.Request.Host.Host;
            var isAddress = IPAddress.TryParse(host.Trim('[', ']'), out _);
            var known = IsLoopback(host) || bound.Contains(host)
                || (anywhere && (isAddress || host.Equals(Environment.MachineName, StringComparison.OrdinalIgnoreCase)));
            return known ? next(context) : Plain.WriteAsync(context, StatusCodes.Status421MisdirectedRequest, GateWords.HostTitle, GateWords.HostText);
        };
    }

    /// <summary>Takes the token from the address once, keeps it in a cookie, and refuses everybody else.</summary>
    public static Func<HttpContext, RequestDelegate, Task> Token(Secret secret) => (context, next) =>
    {
        if (HttpMethods.IsGet(context.Request.Method) && context.Request.Query.TryGetValue("token", out var token))
        {
            if (!secret.Matches(token)) return Plain.WriteAsync(context, StatusCodes.Status401Unauthorized, GateWords.TokenTitle, GateWords.TokenText);
            context.Response.Cookies.Append(secret.TokenCookie, secret.Token, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/", IsEssential = true });
            context.Response.Redirect(Without(context.Request, "token"));
            return Task.CompletedTask;
        }

        return secret.Matches(context.Request.Cookies[secret.TokenCookie])
            ? next(context)
            : Plain.WriteAsync(context, StatusCodes.Status401Unauthorized, GateWords.TokenTitle, GateWords.TokenText);
    };

    /// <summary>Lets a write pass only from a page of this workspace: same origin, and with the form's token.</summary>
    public static Func<HttpContext, RequestDelegate, Task> Writes(IAntiforgery antiforgery) => async (context, next) =>
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            await next(context);
            return;
        }

        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var origin = request.Headers.Origin.ToString();
        var ours = (site.Length == 0 || site == "same-origin") && (origin.Length == 0 || origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase));
        if (!ours) await Plain.WriteAsync(context, StatusCodes.Status403Forbidden, GateWords.OriginTitle, GateWords.OriginText);
        else if (!await antiforgery.IsRequestValidAsync(context)) await Plain.WriteAsync(context, StatusCodes.Status400BadRequest, GateWords.FormTitle, GateWords.FormText);
        else await next(context);
    };

    /// <summary>Keeps language and theme when an address names them, and goes on to the same page without them.</summary>
    public static Task PreferencesAsync(HttpContext context, RequestDelegate next)
    {
        var query = context.Request.Query;
        var language = query["lang"].ToString();
        var theme = query["theme"].ToString();
        if (!HttpMethods.IsGet(context.Request.Method) || (language is not ("id" or "en") && theme is not ("light" or "dark"))) return next(context);
        var kept = new CookieOptions { SameSite = SameSiteMode.Strict, Path = "/", MaxAge = TimeSpan.FromDays(365) };
        if (language is "id" or "en") context.Response.Cookies.Append(Frame.Look.LanguageCookie, language, kept);
        if (theme is "light" or "dark") context.Response.Cookies.Append(Frame.Look.ThemeCookie, theme, kept);
        context.Response.Redirect(Without(context.Request, "lang", "theme"));
        return Task.CompletedTask;
    }

    // The path starts with one slash only: "//elsewhere" would lead away from this machine.
    private static string Without(HttpRequest request, params string[] names)
    {
        var rest = request.Query.Where(q => !names.Contains(q.Key, StringComparer.OrdinalIgnoreCase)).SelectMany(q => q.Value, (q, v) => KeyValuePair.Create(q.Key, v ?? ""));
        return $"/{request.Path.ToUriComponent().TrimStart('/', '\\')}{new QueryBuilder(rest).ToQueryString()}";
    }

    /// <summary>The hosts of the addresses to listen on.</summary>
    public static IEnumerable<string> HostsOf(string urls) => urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(HostOf);

    /// <summary>Whether a host means this machine alone.</summary>
    public static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static string HostOf(string url)
    {
        var rest = url[(url.IndexOf("://", StringComparison.Ordinal) is var at and >= 0 ? at + 3 : 0)..];
        return new HostString(rest.TrimEnd('/')).Host;
    }
}
