using Jembatan.App.Coverage;
using Jembatan.App.Servo;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage;

namespace Jembatan.App.Traces;

/// <summary>Opens any number down to the words under it, and any words up to what rests on them.</summary>
public static class Trace
{
    /// <param name="Id">A trace id (<see cref="TraceId"/>), a bare GUID, a unique ending of one, or the label of a code, strategy or criterion.</param>
    /// <param name="Direction">Down to the words, up to what uses them, or both.</param>
    /// <param name="Depth">How many levels each way; 0 for the thing alone.</param>
    /// <param name="Language">Of texts that stand in one language; null for the study's.</param>
    public sealed record Request(string Id, TraceDirection Direction = TraceDirection.Both, int Depth = 8, Language? Language = null);

    /// <param name="Id">The trace id in full.</param>
    public sealed record Response(string Id, TraceNode Node);

    /// <param name="request">What is asked.</param>
    /// <param name="db">The study.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <param name="kept">Where runs of the coverage model are kept for the next question; null to keep none.</param>
    /// <returns>The tree, or <c>trace/not-found</c>, or <c>trace/ambiguous</c> when an ending fits more than one thing.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, JembatanDb db, CancellationToken cancellationToken, KeptRuns? kept = null)
    {
        var material = await ServoMaterial.ReadAsync(db, cancellationToken);
        if (material.Problem is { } unread) return unread;
        var graph = new TraceGraph(material.Value, db, request.Language, kept);
        var id = await TraceLookup.ResolveAsync(request.Id, graph, cancellationToken);
        if (id.Problem is { } missing) return missing;
        var node = await graph.TreeAsync(id.Value, request.Direction, request.Depth, cancellationToken);
        return node is null ? TraceLookup.NotFound(request.Id) : new Response(node.Id, node);
    }
}

/// <summary>Which way a trace goes.</summary>
public enum TraceDirection
{
    /// <summary>Both ways.</summary>
    Both,

    /// <summary>Towards what uses it.</summary>
    Up,

    /// <summary>Towards the words.</summary>
    Down,
}

/// <summary>One step of a trace.</summary>
/// <param name="Id">Its trace id, such as <c>rating:0193…</c>.</param>
/// <param name="Kind">The part before the colon.</param>
/// <param name="Label">What it is, short.</param>
/// <param name="Value">Its number or verdict; null when it has none.</param>
/// <param name="Text">Its words; null when it has none.</param>
/// <param name="Href">Its page in the workspace, from the root.</param>
/// <param name="Words">The words in their source; only for codings.</param>
/// <param name="Down">What it rests on.</param>
/// <param name="Up">What rests on it.</param>
/// <param name="Hidden">How many more there are that are not listed.</param>
public sealed record TraceNode(
    string Id, string Kind, Bilingual Label, Bilingual? Value, string? Text, string? Href, TraceWords? Words, IReadOnlyList<TraceNode> Down, IReadOnlyList<TraceNode> Up, int Hidden = 0);

/// <summary>Words of a source with what stands around them.</summary>
/// <param name="Start">Code points, zero-based.</param>
/// <param name="End">Code points, exclusive.</param>
/// <param name="Before">Up to 200 code points before.</param>
/// <param name="After">Up to 200 code points after.</param>
public sealed record TraceWords(string Source, int Revision, int Start, int End, string Text, string Before, string After, string? Informant, InformantGroup? Group);
