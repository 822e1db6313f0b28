using System.Security.Cryptography;
using System.Text;

namespace Jembatan.Web.Hosting;

/// <summary>The token of one start of the workspace, and the names of its cookies.</summary>
internal sealed class Secret
{
    private readonly byte[] digest;

    public Secret()
    {
        Token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        digest = DigestOf(Token);
        var suffix = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
        (TokenCookie, FormCookie) = ($"jembatan-{suffix}", $"jembatan-form-{suffix}");   // two workspaces on one machine share a host, so cookies must not share names
    }

    public string Token { get; }

    public string TokenCookie { get; }

    public string FormCookie { get; }

    /// <summary>Compares digests in constant time, so that neither content nor length shows in the time taken.</summary>
    public bool Matches(string? candidate) => candidate is not null && CryptographicOperations.FixedTimeEquals(digest, DigestOf(candidate));

    private static byte[] DigestOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
