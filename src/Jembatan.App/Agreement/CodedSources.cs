using Jembatan.App.Codebooks;
using Jembatan.App.Lookups;
using Jembatan.App.Sources;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Agreement;

/// <summary>One coding as agreement sees it.</summary>
internal readonly record struct Mark(int Coder, Id<Code> Code, int Start, int End, Id<Coding> Coding);

/// <summary>A source that at least two coders have finished.</summary>
/// <param name="Revision">Its current revision, for reading only.</param>
/// <param name="Done">Whether each coder has finished it.</param>
/// <param name="Marks">Codings of those who have, by start.</param>
internal sealed record CodedSource(Source Source, SourceRevision Revision, IReadOnlyList<bool> Done, IReadOnlyList<Mark> Marks)
{
    public IReadOnlyList<Turn> Turns => Revision.Turns;

    /// <summary>Length of its text, code points.</summary>
    public int Length => Revision.Length;

    /// <summary>Its text, read when it is needed: those of a large study would fill the memory.</summary>
    /// <returns>The text, or <c>source/no-text</c>.</returns>
    public async Task<Result<CanonicalText>> TextAsync(JembatanDb db, CancellationToken cancellationToken) =>
        (await CurrentText.OfAsync(Source, db, cancellationToken)) is var read && read.Problem is { } problem ? problem : read.Value.Text;
}

/// <summary>The universe of agreement: sources that at least two coders have finished, with their codings.</summary>
internal sealed record CodedSources(IReadOnlyList<Coder> Coders, IReadOnlyList<CodedSource> Sources, IReadOnlyList<Code> Codes, CodeTree Tree)
{
    /// <summary>Name of the coder who holds what was agreed on.</summary>
    public const string Consensus = "consensus";

    /// <param name="coders">Names of the coders to compare; empty for all but the consensus.</param>
    /// <param name="source">Only this source; null for all.</param>
    /// <returns>The universe, or <c>coder/not-found</c>, <c>agreement/no-double-coding</c>, <c>agreement/blind</c>, <c>source/no-text</c>.</returns>
    public static async Task<Result<CodedSources>> ReadAsync(JembatanDb db, IReadOnlyList<string> coders, Id<Source>? source, CancellationToken cancellationToken)
    {
        var everyone = await db.Coders.AsNoTracking().OrderBy(c => c.Name).ToListAsync(cancellationToken);
        if (coders.FirstOrDefault(n => everyone.All(c => c.Name != n)) is { } unknown) return Lookup.NoCoder(unknown);
        var chosen = everyone.Where(c => coders.Count == 0 ? c.Name != Consensus : coders.Contains(c.Name)).ToList();
        var marks = (await db.DoneMarks.AsNoTracking().ToListAsync(cancellationToken)).Where(d => chosen.Any(c => c.Id == d.CoderId) && (source is null || d.SourceId == source)).ToList();
        var withheld = marks.RemoveAll(d => db.Blindfold?.Sources.Contains(d.SourceId) == true) > 0;
        var finished = marks.GroupBy(d => d.SourceId).Where(g => g.Select(d => d.CoderId).Distinct().Count() >= 2).ToDictionary(g => g.Key, g => g.Select(d => d.CoderId).ToHashSet());
        var sources = (await db.Sources.AsNoTracking().OrderBy(s => s.Name).ToListAsync(cancellationToken)).Where(s => finished.ContainsKey(s.Id) && !s.Purged).ToList();
        if (sources.Count == 0 && withheld)
            return new Problem("agreement/blind", "What could be compared is coded blind by you and not all have finished it. Wait until all have marked it with 'jembatan done', or let who leads the coding measure.");
        if (sources.Count == 0)
            return new Problem("agreement/no-double-coding", "No source was finished by two of these coders. Let two coders code the same source and say so with 'jembatan done STUDY SOURCE --coder NAME'.");
        var who = chosen.Where(c => finished.Values.Any(f => f.Contains(c.Id))).ToList();
        var place = who.Index().ToDictionary(c => c.Item.Id, c => c.Index);
        var byId = sources.ToDictionary(s => s.Id);
        var marksOf = sources.ToDictionary(s => s.Id, _ => new List<Mark>());
        var codings = db.SeenCodings.AsNoTracking().Where(c => !c.Orphaned);
        if (source is { } one) codings = codings.Where(c => c.SourceId == one);
        await foreach (var c in codings.Select(c => new { c.Id, c.SourceId, c.Revision, c.CodeId, c.CoderId, c.Start, c.End }).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (byId.TryGetValue(c.SourceId, out var s) && s.Revision == c.Revision && place.TryGetValue(c.CoderId, out var coder) && finished[c.SourceId].Contains(c.CoderId))
                marksOf[c.SourceId].Add(new(coder, c.CodeId, c.Start, c.End, c.Id));
        }

        var revisions = await (from r in db.Revisions.AsNoTracking() join s in db.Sources on r.SourceId equals s.Id where r.Number == s.Revision select r).ToDictionaryAsync(r => r.SourceId, cancellationToken);
        var read = new List<CodedSource>();
        foreach (var s in sources)
        {
            if (!revisions.TryGetValue(s.Id, out var revision)) return (await CurrentText.OfAsync(s, db, cancellationToken)).Problem!;
            var own = marksOf[s.Id];
            own.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.End != b.End ? a.End.CompareTo(b.End) : a.Coding.CompareTo(b.Coding));     // alike ones as they were made
            read.Add(new(s, revision, [.. who.Select(c => finished[s.Id].Contains(c.Id))], own));
        }

        var codes = await db.Codes.AsNoTracking().ToListAsync(cancellationToken);
        return new CodedSources(who, read, codes, CodeTree.Of(codes));
    }

    /// <summary>Codes that were used, in the order of the codebook.</summary>
    public IReadOnlyList<Code> Used()
    {
        var used = Sources.SelectMany(s => s.Marks).Select(m => m.Code).ToHashSet();
        return [.. Tree.InOrder().Select(c => c.Code).Where(c => used.Contains(c.Id))];
    }

    /// <summary>Codes that coders could have used, in the order of the codebook: those that were, and those in use that have no code below them; of the latter nobody's agreement is known, and that is said.</summary>
    /// <param name="used">Codes that were used.</param>
    public IEnumerable<Code> Leaves(IReadOnlyList<Code> used)
    {
        var marked = used.Select(c => c.Id).ToHashSet();
        var above = Codes.Select(c => c.ParentId).OfType<Id<Code>>().ToHashSet();
        return Tree.InOrder().Select(c => c.Code).Where(c => marked.Contains(c.Id) || (!c.Retired && !above.Contains(c.Id)));
    }
}
