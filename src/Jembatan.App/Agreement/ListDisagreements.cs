using Jembatan.App.Lookups;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Agreement;

/// <summary>Lists where coders disagree about one code, worst first: passages that one coded and another did not, then passages coded to different extents.</summary>
public static class ListDisagreements
{
    /// <summary>Characters of context shown on each side.</summary>
    private const int Context = 120;

    /// <param name="Code">Only this code with those below it.</param>
    /// <param name="Source">Only this source.</param>
    /// <param name="Coders">Only these coders; empty for all but the consensus.</param>
    /// <param name="Offset">How many to pass over.</param>
    /// <param name="Limit">How many at most.</param>
    public sealed record Request(string? Code = null, string? Source = null, IReadOnlyList<string>? Coders = null, int Offset = 0, int? Limit = null);

    /// <param name="Coder">Who.</param>
    /// <param name="Passages">What the coder marked with the code here; empty when nothing.</param>
    /// <param name="Instead">Labels of other codes that the coder put here.</param>
    public sealed record Side(string Coder, IReadOnlyList<Passage> Passages, IReadOnlyList<string> Instead);

    public sealed record Passage(Id<Coding> Coding, int Start, int End, string Text);

    /// <param name="Overlap">Characters that all marked with the code ÷ characters that any did; 0 when one found nothing.</param>
    /// <param name="Characters">Characters on which two coders differ.</param>
    /// <param name="Before">Words before the passage.</param>
    /// <param name="After">Words after it.</param>
    /// <param name="Sides">One for each coder who finished the source.</param>
    /// <param name="Settled">Whether it was adjudicated.</param>
    public sealed record Item(
        string Source, string Code, Bilingual Name, int Start, int End, double Overlap, int Characters, string Before, string Text, string After, IReadOnlyList<Side> Sides, bool Settled);

    public sealed record Response(IReadOnlyList<Item> Items, int Total, int Settled);

    /// <returns>The disagreements, or <c>agreement/no-double-coding</c>, <c>code/not-found</c>, <c>source/not-found</c>, <c>source/no-text</c>, <c>coder/not-found</c>.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, JembatanDb db, CancellationToken cancellationToken)
    {
        Id<Source>? only = null;
        if (request.Source is not null)
        {
            var source = await db.SourceAsync(request.Source, cancellationToken);
            if (source.Problem is { } noSource) return noSource;
            only = source.Value.Id;
        }

        var universe = await CodedSources.ReadAsync(db, request.Coders ?? [], only, cancellationToken);
        if (universe.Problem is { } problem) return problem;
        HashSet<Id<Code>>? wanted = null;
        if (request.Code is not null)
        {
            var code = await db.CodeAsync(request.Code, cancellationToken);
            if (code.Problem is { } noCode) return noCode;
            wanted = universe.Value.Tree.Within(code.Value.Id);
        }

        var settled = await Settlements.ReadAsync(db, cancellationToken);
        var found = Disagreement.All(universe.Value).Where(d => wanted?.Contains(d.Code) != false).OrderBy(d => d.Overlap).ThenByDescending(d => d.Characters)
            .ThenBy(d => d.Source.Source.Name, StringComparer.Ordinal).ThenBy(d => d.Start).ToList();
        var (page, texts) = (new List<Item>(), new Dictionary<Id<Source>, CanonicalText>());
        foreach (var d in found.Skip(request.Offset).Take(request.Limit ?? int.MaxValue))
        {
            if (!texts.TryGetValue(d.Source.Source.Id, out var text))
            {
                var read = await d.Source.TextAsync(db, cancellationToken);
                if (read.Problem is { } noText) return noText;
                texts.Add(d.Source.Source.Id, text = read.Value);
            }

            page.Add(ItemOf(d, text, universe.Value, settled));
        }

        return new Response(page, found.Count, found.Count(settled.Knows));
    }

    private static Item ItemOf(Disagreement d, CanonicalText text, CodedSources universe, Settlements settled)
    {
        var code = universe.Tree.Find(d.Code)!;
        var sides = universe.Coders.Index().Where(c => d.Source.Done[c.Index]).Select(c => new Side(
            c.Item.Name,
            [.. d.Marks.Where(m => m.Coder == c.Index).Select(m => new Passage(m.Coding, m.Start, m.End, text.Slice(m.Start, m.End)))],
            [.. d.Source.Marks.Where(m => m.Coder == c.Index && m.Code != d.Code && m.Start < d.End && m.End > d.Start).Select(m => universe.Tree.Find(m.Code)?.Label).OfType<string>().Distinct()])).ToList();
        return new(
            d.Source.Source.Name, code.Label, code.Name, d.Start, d.End, d.Overlap, d.Characters,
            text.Slice(Math.Max(0, d.Start - Context), d.Start), text.Slice(d.Start, d.End), text.Slice(d.End, Math.Min(text.Length, d.End + Context)), sides, settled.Knows(d));
    }
}
