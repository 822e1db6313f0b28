using Jembatan.App.Lookups;
using Jembatan.App.Traces;
using Jembatan.Core;
using Jembatan.Core.Strategies;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Narratives;

/// <summary>Keeps the analyst's text of a section of the report; it is written by people, never generated.</summary>
public static class WriteNarrative
{
    /// <summary>Sections without a part of their own.</summary>
    public static IReadOnlyList<string> Sections { get; } = ["answer", "unforeseen", "limits", "method", "corpus", "gap", "macro"];

    /// <param name="Section">One of <see cref="Sections"/>, or <c>theme:CODE</c>, <c>cause:CODE</c>, <c>strategy:LABEL</c>, <c>element:S</c> to <c>element:O</c>.</param>
    /// <param name="Text">The text, with traces embedded as <c>[[coding:ID]]</c>; empty in both languages takes the text away.</param>
    public sealed record Request(string Section, Bilingual Text);

    /// <param name="Traces">The trace ids embedded in it, in full.</param>
    public sealed record Response(string Section, Bilingual Text, IReadOnlyList<string> Traces);

    /// <returns>The text, or <c>narrative/unknown-section</c>, <c>narrative/broken-trace</c>.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, string author, JembatanDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var section = await SectionAsync(request.Section.Trim(), db, cancellationToken);
        if (section.Problem is { } unknown) return unknown;
        var traces = await TracesAsync(request.Text, db, cancellationToken);
        if (traces.Problem is { } broken) return broken;

        var coder = await db.CoderAsync(author, cancellationToken);
        var known = await db.Narratives.FirstOrDefaultAsync(n => n.Section == section.Value, cancellationToken);
        if (request.Text.IsEmpty)
        {
            if (known is not null) db.Narratives.Remove(known);
        }
        else if (known is not null)
        {
            known.Write(request.Text, coder.Id, clock.GetUtcNow());
        }
        else
        {
            db.Narratives.Add(new Narrative(section.Value, request.Text, coder.Id, clock.GetUtcNow()));
        }

        await db.CommitAsync("Write narrative", coder.Id, cancellationToken);
        return new Response(section.Value, request.Text, traces.Value);
    }

    private static async Task<Result<string>> SectionAsync(string section, JembatanDb db, CancellationToken cancellationToken)
    {
        if (Sections.Contains(section)) return section;
        if (section.Split(':', 2) is [var kind, { Length: > 0 } rest])
        {
            if (kind is "theme" or "cause")
            {
                var code = await db.CodeAsync(rest, cancellationToken);
                return code.Problem is { } missing ? missing : $"{kind}:{code.Value.Label}";
            }

            if (kind == "strategy")
            {
                var strategy = await db.StrategyAsync(rest, cancellationToken);
                return strategy.Problem is { } missing ? missing : $"strategy:{strategy.Value.Label}";
            }

            if (kind == "element" && Elements.Parse(rest) is { } element) return $"element:{element.Letter()}";
        }

        return new Problem(
            "narrative/unknown-section",
            $"There is no section '{section}'. Choose {string.Join(", ", Sections)}, theme:CODE, cause:CODE, strategy:LABEL, or element:S, E, R, V or O.", section);
    }

    private static async Task<Result<IReadOnlyList<string>>> TracesAsync(Bilingual text, JembatanDb db, CancellationToken cancellationToken)
    {
        var found = new List<string>();
        foreach (var id in EmbeddedTraces.In(text.Id).Concat(EmbeddedTraces.In(text.En)).Distinct())
        {
            var trace = await Trace.HandleAsync(new(id, Depth: 0), db, cancellationToken);
            if (trace.Problem is { } problem)
                return new Problem("narrative/broken-trace", $"The text points to [[{id}]], which opens nothing: {problem.Message}", id);
            if (!found.Contains(trace.Value.Id)) found.Add(trace.Value.Id);
        }

        return found;
    }
}
