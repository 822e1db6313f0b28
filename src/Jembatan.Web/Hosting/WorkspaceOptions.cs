using Jembatan.Core;

namespace Jembatan.Web.Hosting;

/// <summary>How the workspace is served.</summary>
public sealed record WorkspaceOptions
{
    /// <summary>Address to listen on; a free port on loopback unless told otherwise.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:0";

    /// <summary>Whether a visitor must bring the token; without it every user of the machine may enter.</summary>
    public bool RequireToken { get; init; } = true;

    /// <summary>Who codes, rates and judges in the pages.</summary>
    public string Coder { get; init; } = "analis";

    /// <summary>Language of the pages until a visitor chooses; null takes the study's.</summary>
    public Language? Language { get; init; }

    /// <summary>Hears of faults of the program: type and stack, never content of the study.</summary>
    public Action<string>? OnFault { get; init; }
}
