using Jembatan.App.Lookups;
using Jembatan.Core;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Traces;

/// <summary>Finds the trace id that a person means.</summary>
internal static class TraceLookup
{
    public static Problem NotFound(string asked) => new(
        "trace/not-found", $"Nothing in this study opens as '{asked}'. Use an id as the lists and the report print it, such as 'coding:…', 'fit:STRATEGY/SE' or a code.", asked);

    public static async Task<Result<string>> ResolveAsync(string asked, TraceGraph graph, CancellationToken cancellationToken)
    {
        var text = asked.Trim();
        if (text.Split(':', 2) is [var kind, { Length: > 0 } key])
        {
            return kind switch
            {
                "coding" or "evidence" or "rating" or "recommendation" or "performance" => await EndingAsync(key, kind, graph, cancellationToken),
                "misfit" when !key.Contains('/', StringComparison.Ordinal) => await EndingAsync(key, kind, graph, cancellationToken),
                "misfit" => graph.Ratings.Misfit(key) is { } misfit ? misfit.Node.Id : NotFound(asked),
                "source" => (await graph.Db.SourceAsync(key, cancellationToken)) is { IsOk: true, Value: var s } ? TraceId.Source(s.Name) : NotFound(asked),
                "code" or "cause" => (await graph.Db.CodeAsync(key, cancellationToken)) is { IsOk: true, Value: var c } ? $"{kind}:{c.Label}" : NotFound(asked),
                "strategy" => graph.Ratings.Strategy(key)?.Node.Id is { } id ? id : NotFound(asked),
                "verdict" => graph.Ratings.Verdict(key)?.Node.Id is { } id ? id
                    : graph.Ratings.Strategy(key) is null ? NotFound(asked)
                    : new Problem("trace/no-verdict", $"No analyst has given a verdict on '{key}' yet. Open 'strategy:{key}', or give one with 'jembatan verdict'.", asked),
                "fit" => graph.Ratings.Fit(key)?.Node.Id is { } id ? id : NotFound(asked),
                "criterion" => graph.Ratings.Criterion(key)?.Node.Id is { } id ? id : NotFound(asked),
                "series" or "gap" or "narrative" or "projection" or "parameter" or "lever" or "shock" => text,
                _ => NotFound(asked),
            };
        }

        return Named(text, graph) is { } named ? named : await EndingAsync(text, null, graph, cancellationToken);
    }

    // A label before an ending: FACADE could be both, and labels are what people type.
    private static string? Named(string text, TraceGraph graph)
    {
        var code = graph.Material.Codes.Values.FirstOrDefault(c => string.Equals(c.Label, text, StringComparison.OrdinalIgnoreCase));
        return code is not null ? code.IsCause ? TraceId.Cause(code.Label) : TraceId.Code(code.Label)
            : graph.Ratings.Strategy(text)?.Node.Id ?? graph.Ratings.Misfit(text)?.Node.Id ?? graph.Ratings.Criterion(text)?.Node.Id ?? graph.Ratings.Fit(text)?.Node.Id;
    }

    private static async Task<Result<string>> EndingAsync(string text, string? kind, TraceGraph graph, CancellationToken cancellationToken)
    {
        var hex = text.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();
        if (hex.Length < Lookup.ShortestSuffix || !hex.All(char.IsAsciiHexDigit)) return await SourceAsync(text, kind, graph, cancellationToken);
        var m = graph.Material;
        var things = new List<(string Kind, Guid Id, string Trace)>();
        things.AddRange(m.Evidence.Keys.Select(id => ("evidence", id.Value, TraceId.Of(id))));
        things.AddRange(m.Ratings.Select(r => ("rating", r.Id.Value, TraceId.Of(r.Id))));
        things.AddRange(m.Misfits.Select(r => ("misfit", r.Id.Value, TraceId.Of(r.Id))));
        things.AddRange(m.Recommendations.Select(r => ("recommendation", r.Id.Value, TraceId.Of(r.Id))));
        things.AddRange(m.Performances.Select(p => ("performance", p.Id.Value, TraceId.Of(p.Id))));
        things.AddRange(m.Verdicts.Select(v => ("verdict", v.Id.Value, TraceId.Verdict(m.Strategies.First(s => s.Id == v.StrategyId).Label))));
        things.AddRange(m.Strategies.Select(s => ("strategy", s.Id.Value, TraceId.Strategy(s.Label))));
        things.AddRange(m.Criteria.Select(c => ("criterion", c.Id.Value, TraceId.Criterion(c.Label))));
        things.AddRange(m.Codes.Values.Select(c => ("code", c.Id.Value, TraceId.Code(c.Label))));
        var found = things.Where(t => (kind is null || t.Kind == kind) && t.Id.ToString("N").EndsWith(hex, StringComparison.Ordinal)).Select(t => t.Trace).Distinct().ToList();
        if (kind is null or "coding")
        {
            var coding = await graph.Db.CodingAsync(text, cancellationToken);
            if (coding is { Problem: { Code: "coding/ambiguous" } }) found.AddRange(["coding", "coding again"]);
            else if (coding.IsOk) found.Add(TraceId.Of(coding.Value.Id));
        }

        return found.Count switch
        {
            1 => found[0],
            0 => await SourceAsync(text, kind, graph, cancellationToken),
            _ => new Problem("trace/ambiguous", $"'{text}' is the end of {found.Count} identities. Write more of it, or begin with what it is, such as 'coding:'.", text),
        };
    }

    // An informant's identity opens what the informant says first.
    private static async Task<Result<string>> SourceAsync(string text, string? kind, TraceGraph graph, CancellationToken cancellationToken)
    {
        if (kind is not null) return NotFound(text);
        if (await graph.Db.SourceAsync(text, cancellationToken) is { IsOk: true, Value: var source }) return TraceId.Source(source.Name);
        if (await graph.Db.InformantAsync(text, cancellationToken) is not { IsOk: true, Value: { Id: var who } }) return NotFound(text);
        var spoken = await graph.Db.Sources.AsNoTracking().Where(s => s.InformantId == who).OrderBy(s => s.Name).FirstOrDefaultAsync(cancellationToken);
        return spoken is null ? NotFound(text) : TraceId.Source(spoken.Name);
    }
}
