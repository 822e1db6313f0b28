using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Jembatan.Web.Hosting;

/// <summary>Style sheets, scripts and the mark, kept in the assembly and served under a name that changes with their content.</summary>
internal sealed class Assets
{
    private readonly FrozenDictionary<string, Asset> byName;

    public Assets()
    {
        var assembly = typeof(Assets).Assembly;
        byName = assembly.GetManifestResourceNames().Where(n => n.StartsWith("assets/", StringComparison.Ordinal))
            .Select(n => Read(assembly.GetManifestResourceStream(n)!, n["assets/".Length..].Replace('\\', '/')))
            .ToFrozenDictionary(a => a.Name, StringComparer.Ordinal);
        Version = Convert.ToHexStringLower(SHA256.HashData([.. byName.Values.OrderBy(a => a.Name, StringComparer.Ordinal).SelectMany(a => SHA256.HashData(a.Content))]))[..10];
    }

    /// <summary>Changes when any of them changes; modules that import each other share it.</summary>
    public string Version { get; }

    public IEnumerable<string> Names => byName.Keys;

    public string PathOf(string name) => $"/assets/{Version}/{name}";

    public void Map(IEndpointRouteBuilder app) => app.MapGet("/assets/{version}/{**name}", (string version, string name, HttpContext context) =>
    {
        if (!byName.TryGetValue(name, out var asset)) return Results.NotFound();
        if (version == Version) context.Response.Headers.CacheControl = "private, max-age=31536000, immutable";
        return Results.Bytes(asset.Content, asset.Type);
    });

    private static Asset Read(Stream stream, string name)
    {
        using var content = new MemoryStream();
        using (stream) stream.CopyTo(content);
        return new(name, content.ToArray(), Path.GetExtension(name) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".svg" => "image/svg+xml",
            _ => "application/octet-stream",
        });
    }

    private sealed record Asset(string Name, byte[] Content, string Type);
}
