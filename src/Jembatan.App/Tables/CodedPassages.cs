using Jembatan.App.Causes;
using Jembatan.App.Lookups;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Tables;

/// <summary>One code on one passage, by numbers of <see cref="CodedPassages"/>.</summary>
internal readonly record struct Passage(int Source, int Code, int Start, int End, int Stance);

/// <summary>A source with the one who speaks in it.</summary>
/// <param name="Witness">The informant; an interview or survey answer without a matched informant stands for one unknown informant; null for a document without one.</param>
internal sealed record PassageSource(Id<Source> Id, string Name, int Revision, Id<Informant>? Witness, string? Informant, InformantGroup? Group, DateOnly? Date, DateTimeOffset ImportedAt);

/// <summary>The codings of a study as columns of numbers: what every table, curve and map is counted from.</summary>
/// <remarks>Orphaned codings and those in interviewer turns are left out; the same code on the same words by several coders counts once.</remarks>
internal sealed class CodedPassages
{
    private CodedPassages(IReadOnlyList<PassageSource> sources, IReadOnlyList<Code> codes, CodeTree tree, Passage[] passages, string coders, int pooled) =>
        (Sources, Codes, Tree, Passages, Coders, Pooled) = (sources, codes, tree, passages, coders, pooled);

    /// <summary>Every source, by name; a passage names its place here.</summary>
    public IReadOnlyList<PassageSource> Sources { get; }

    /// <summary>Every code in use, by order and label; a passage names its place here.</summary>
    public IReadOnlyList<Code> Codes { get; }

    public CodeTree Tree { get; }

    /// <summary>Passages by source, start, end and code.</summary>
    public Passage[] Passages { get; }

    /// <summary>Whose codings count, as asked.</summary>
    public string Coders { get; }

    /// <summary>How many coders' passages stand beside each other here.</summary>
    public int Pooled { get; }

    /// <returns>The passages, or <c>coder/not-found</c>.</returns>
    public static async Task<Result<CodedPassages>> ReadAsync(JembatanDb db, string coders, bool withInterviewer, CancellationToken cancellationToken)
    {
        Id<Coder>? only = null;
        if (coders is not ("any" or "all"))
        {
            var named = await db.CoderNamedAsync(coders, cancellationToken);
            if (named.Problem is { } problem) return problem;
            only = named.Value.Id;
        }

        var informants = await db.Informants.AsNoTracking().ToDictionaryAsync(i => i.Id, cancellationToken);
        var sources = (await db.Sources.AsNoTracking().ToListAsync(cancellationToken)).OrderBy(s => s.Name, StringComparer.Ordinal)
            .Select(s => s.InformantId is { } id && informants.TryGetValue(id, out var known)
                ? new PassageSource(s.Id, s.Name, s.Revision, id, known.Name, known.Group, s.Interview?.Date, s.ImportedAt)
                : new PassageSource(s.Id, s.Name, s.Revision, s.Kind == SourceKind.Document ? null : new(s.Id.Value), null, null, s.Interview?.Date, s.ImportedAt))
            .ToList();
        var all = await db.Codes.AsNoTracking().ToListAsync(cancellationToken);
        Code[] codes = [.. all.Where(c => !c.Retired).OrderBy(c => c.Order).ThenBy(c => c.Label, StringComparer.Ordinal)];
        var sourceAt = sources.Index().ToDictionary(s => s.Item.Id, s => s.Index);
        var codeAt = codes.Index().ToDictionary(c => c.Item.Id, c => c.Index);
        var coderAt = new Dictionary<Id<Coder>, int>();
        var read = new List<(Passage Passage, int Coder)>();
        var except = only is null ? await CodeUses.CopiedAsync(db, cancellationToken) : null;
        await foreach (var c in CodeUses.Counting(db, only, withInterviewer, except)
            .Select(c => new { c.SourceId, c.CodeId, c.CoderId, c.Start, c.End, c.Stance }).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (!sourceAt.TryGetValue(c.SourceId, out var source) || !codeAt.TryGetValue(c.CodeId, out var code) || c.End <= c.Start) continue;
            if (!coderAt.TryGetValue(c.CoderId, out var coder)) coderAt[c.CoderId] = coder = coderAt.Count;
            read.Add((new(source, code, c.Start, c.End, c.Stance), coder));
        }

        var passages = coders == "all" ? SharedPassages.Of(read) : [.. read.Select(r => r.Passage)];
        Array.Sort(passages, Compare);
        return new CodedPassages(sources, codes, new CodeTree(all), Once(passages), coders, coders == "all" ? 1 : coderAt.Count);
    }

    // The same words under the same code count once; of several stances the strongest agreement stays.
    private static Passage[] Once(Passage[] sorted)
    {
        var kept = 0;
        for (var i = 0; i < sorted.Length; i++)
        {
            if (kept > 0 && sorted[i] with { Stance = sorted[kept - 1].Stance } == sorted[kept - 1]) continue;
            sorted[kept++] = sorted[i];
        }

        return sorted[..kept];
    }

    private static int Compare(Passage a, Passage b)
    {
        var c = a.Source.CompareTo(b.Source);
        if (c == 0) c = a.Start.CompareTo(b.Start);
        if (c == 0) c = a.End.CompareTo(b.End);
        if (c == 0) c = a.Code.CompareTo(b.Code);
        return c == 0 ? b.Stance.CompareTo(a.Stance) : c;
    }
}
