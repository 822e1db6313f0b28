using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Statistics.Agreement;

namespace Jembatan.App.Agreement;

/// <summary>The units of a universe, and who put something on which of them.</summary>
internal sealed class UnitMatrix
{
    private static readonly string[] Values = ["absent", "present"];
    private readonly CodedSources universe;
    private readonly AgreementUnit unit;
    private readonly AgreementResampling resampling;
    private readonly string words;
    private readonly List<Part> parts = [];

    public UnitMatrix(CodedSources universe, AgreementUnit unit, bool withInterviewer, AgreementResampling resampling)
    {
        (this.universe, this.unit, this.resampling) = (universe, unit, resampling);
        foreach (var source in universe.Sources) parts.Add(new(source, Stretches.Units(source.Text, source.Turns, unit, withInterviewer), Marks(source, withInterviewer)));
        words = $"units: {unit.ToString().ToLowerInvariant()}, of {universe.Sources.Count} sources that at least two coders marked done, " + (withInterviewer ? "interviewer turns included" : "interviewer turns left out");
    }

    /// <summary>Present and absent for some codes taken together.</summary>
    /// <param name="codes">The codes.</param>
    /// <param name="only">Only this source; null for all.</param>
    public ReliabilityData Of(IReadOnlySet<Id<Code>> codes, CodedSource? only = null) => Data([Rows(codes, only)], only);

    /// <summary>Present and absent for each of several codes, one under the other.</summary>
    public ReliabilityData Stacked(IEnumerable<IReadOnlySet<Id<Code>>> codes, CodedSource? only = null) => Data([.. codes.Select(c => Rows(c, only))], only);

    private ReliabilityData Data(IReadOnlyList<byte[][]> stacks, CodedSource? only)
    {
        var coders = universe.Coders.Select(c => c.Name).ToList();
        List<byte[]> columns = [.. coders.Select((_, g) => stacks.SelectMany(s => s[g]).ToArray())];
        var bySource = resampling == AgreementResampling.Source && unit != AgreementUnit.Source;
        if (!bySource && stacks.Count < 2) return ReliabilityData.OfCodes(coders, Values, columns, words);
        // The cells of one unit stand a stack apart; an interval varies them together, since they hang together.
        int[] one = bySource ? [.. Used(only).Index().SelectMany(p => Enumerable.Repeat(p.Index, p.Item.Units.Count))] : [.. Enumerable.Range(0, stacks.Count == 0 ? 0 : stacks[0][0].Length)];
        int[] places = [.. stacks.SelectMany(_ => one)];
        return ReliabilityData.OfCodes(coders, Values, columns, words, Dense(places), bySource ? "sources" : $"{unit.ToString().ToLowerInvariant()}s, each with all its codes");
    }

    // Between the first and the last words of informants the interviewer speaks too: of a whole source only marks count that touch what counts.
    private IReadOnlyList<Mark> Marks(CodedSource source, bool withInterviewer)
    {
        if (unit != AgreementUnit.Source) return source.Marks;
        var counting = Stretches.Counting(source.Text, source.Turns, withInterviewer);
        return [.. source.Marks.Where(m => FirstEndingAfter(counting, m.Start) is var first && first < counting.Count && counting[first].Start < m.End)];
    }

    // A source without a unit leaves no gap in the numbers.
    private static int[] Dense(int[] places)
    {
        var number = places.Distinct().Order().Index().ToDictionary(p => p.Item, p => p.Index);
        return Array.ConvertAll(places, p => number[p]);
    }

    private List<Part> Used(CodedSource? only) => [.. parts.Where(p => only is null || p.Source == only)];

    private byte[][] Rows(IReadOnlySet<Id<Code>> codes, CodedSource? only)
    {
        var used = Used(only);
        var length = used.Sum(p => p.Units.Count);
        var rows = universe.Coders.Select(_ => new byte[length]).ToArray();
        var from = 0;
        foreach (var (source, units, marks) in used)
        {
            for (var g = 0; g < rows.Length; g++) if (!source.Done[g]) rows[g].AsSpan(from, units.Count).Fill(ReliabilityData.Missing);
            foreach (var mark in marks)
            {
                if (!codes.Contains(mark.Code)) continue;
                for (var u = FirstEndingAfter(units, mark.Start); u < units.Count && units[u].Start < mark.End; u++) rows[mark.Coder][from + u] = 1;
            }

            from += units.Count;
        }

        return rows;
    }

    private sealed record Part(CodedSource Source, IReadOnlyList<Stretch> Units, IReadOnlyList<Mark> Marks);

    private static int FirstEndingAfter(IReadOnlyList<Stretch> units, int position)
    {
        int low = 0, high = units.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (units[middle].End <= position) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
