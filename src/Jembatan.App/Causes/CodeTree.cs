using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;

namespace Jembatan.App.Causes;

/// <summary>The codebook as a tree: what stands above and below a code.</summary>
internal sealed class CodeTree
{
    private readonly Dictionary<Id<Code>, Code> byId;
    private readonly Dictionary<Id<Code>, List<Id<Code>>> above = [];
    private readonly Dictionary<Id<Code>, List<Id<Code>>> below = [];

    public CodeTree(IEnumerable<Code> codes)
    {
        byId = codes.ToDictionary(c => c.Id);
        foreach (var code in byId.Values)
        {
            var line = new List<Id<Code>> { code.Id };
            while (byId[line[^1]].ParentId is { } parent && byId.ContainsKey(parent) && !line.Contains(parent)) line.Add(parent);
            above[code.Id] = line;
            foreach (var up in line) (below.TryGetValue(up, out var known) ? known : below[up] = []).Add(code.Id);
        }
    }

    public Code? this[Id<Code> id] => byId.GetValueOrDefault(id);

    /// <summary>The code itself and all above it, nearest first.</summary>
    public IReadOnlyList<Id<Code>> Above(Id<Code> id) => above.GetValueOrDefault(id) ?? [];

    /// <summary>The code itself and all below it.</summary>
    public IReadOnlyList<Id<Code>> Below(Id<Code> id) => below.GetValueOrDefault(id) ?? [];

    /// <summary>The element of a code: its own, else that of the nearest code above that has one.</summary>
    public Element? ElementOf(Id<Code> id) => Above(id).Select(a => byId[a].Element).FirstOrDefault(e => e is not null);

    /// <summary>The code that a merged one went into, else the code itself.</summary>
    public Id<Code> Merged(Id<Code> id)
    {
        var at = id;
        for (var steps = 0; steps < byId.Count && byId.TryGetValue(at, out var code) && code.MergedInto is { } into; steps++) at = into;
        return at;
    }
}
