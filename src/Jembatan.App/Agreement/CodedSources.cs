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
/// <param name="Done">Whether each coder has finished it.</param>
/// <param name="Marks">Codings of those who have, by start.</param>
internal sealed record CodedSource(Source Source, CanonicalText Text, IReadOnlyList<Turn> Turns, IReadOnlyList<bool> Done, IReadOnlyList<Mark> Marks);

/// <summary>The universe of agreement: sources that at least two coders have finished, with their codings.</summary>
internal sealed record CodedSources(IReadOnlyList<Coder> Coders, IReadOnlyList<CodedSource> Sources, IReadOnlyList<Code> Codes, CodeTree Tree)
{
    /// <summary>Name of the coder who holds what was agreed on.</summary>
    public const string Consensus = "consensus";

    /// <param name="coders">Names of the coders to compare; empty for all but the consensus.</param>
    /// <param name="source">Only this source; null for all.</param>
    /// <returns>The universe, or <c>coder/not-found</c>, <c>agreement/no-double-coding</c>, <c>agreement/blind</c>.</returns>
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
        var codings = await db.SeenCodings.AsNoTracking().Where(c => !c.Orphaned)
            .Select(c => new { c.Id, c.SourceId, c.Revision, c.CodeId, c.CoderId, c.Start, c.End }).ToListAsync(cancellationToken);
        var marksOf = codings
            .Where(c => byId.TryGetValue(c.SourceId, out var s) && s.Revision == c.Revision && place.ContainsKey(c.CoderId) && finished[c.SourceId].Contains(c.CoderId))
            .ToLookup(c => c.SourceId, c => new Mark(place[c.CoderId], c.CodeId, c.Start, c.End, c.Id));
        var read = new List<CodedSource>();
        foreach (var s in sources)
        {
            var text = await CurrentText.OfAsync(s, db, cancellationToken);
            if (text.Problem is { } problem) return problem;
            read.Add(new(s, text.Value.Text, text.Value.Revision.Turns, [.. who.Select(c => finished[s.Id].Contains(c.Id))], [.. marksOf[s.Id].OrderBy(m => m.Start).ThenBy(m => m.End)]));
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
}
