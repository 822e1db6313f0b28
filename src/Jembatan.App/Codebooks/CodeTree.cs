using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;

namespace Jembatan.App.Codebooks;

/// <summary>The codes of a study as a tree.</summary>
public sealed class CodeTree
{
    private readonly Dictionary<Id<Code>, Code> codes;
    private readonly ILookup<Id<Code>?, Code> children;

    private CodeTree(IReadOnlyList<Code> all)
    {
        codes = all.ToDictionary(c => c.Id);
        children = all.OrderBy(c => c.Order).ThenBy(c => c.Label, StringComparer.Ordinal).ToLookup(c => c.ParentId is { } p && codes.ContainsKey(p) ? c.ParentId : null);
    }

    public static CodeTree Of(IReadOnlyList<Code> codes) => new(codes);

    /// <summary>A code by identity; null when there is none.</summary>
    public Code? Find(Id<Code>? id) => id is { } known ? codes.GetValueOrDefault(known) : null;

    /// <summary>A code and every code below it.</summary>
    public HashSet<Id<Code>> Within(Id<Code> id)
    {
        var found = new HashSet<Id<Code>>();
        var open = new Stack<Id<Code>>([id]);
        while (open.TryPop(out var next))
        {
            if (!found.Add(next)) continue;
            foreach (var child in children[next]) open.Push(child.Id);
        }

        return found;
    }

    /// <summary>Every code with its depth, each parent before its children; a ring of parents, which only damage can make, comes last.</summary>
    public IEnumerable<(Code Code, int Depth)> InOrder()
    {
        var seen = new HashSet<Id<Code>>();
        var open = new Stack<(Code Code, int Depth)>(children[null].Reverse().Select(c => (c, 0)));
        while (open.TryPop(out var next))
        {
            if (!seen.Add(next.Code.Id)) continue;
            yield return next;
            foreach (var child in children[next.Code.Id].Reverse()) open.Push((child, next.Depth + 1));
        }

        foreach (var code in codes.Values.Where(c => !seen.Contains(c.Id)).OrderBy(c => c.Order)) yield return (code, 0);
    }

    /// <summary>The element of a code: its own, else that of the nearest code above it.</summary>
    public Element? ElementOf(Code code)
    {
        var at = code;
        for (var steps = 0; at is not null && steps <= codes.Count; steps++)
        {
            if (at.Element is { } element) return element;
            at = Find(at.ParentId);
        }

        return null;
    }
}
