using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Statistics.Agreement;
using Jembatan.Storage;

namespace Jembatan.App.Agreement;

/// <summary>The units of a universe, and who put something on which of them; units are never written out, only where what is on them changes.</summary>
internal sealed class UnitMatrix
{
    private const byte Absent = 0, Present = 1;
    private static readonly string[] Values = ["absent", "present"];
    private readonly CodedSources universe;
    private readonly AgreementUnit unit;
    private readonly AgreementResampling resampling;
    private readonly bool withInterviewer;
    private readonly string words;
    private readonly string[] coders;
    private readonly Dictionary<Id<Code>, int> places;
    private readonly IReadOnlyDictionary<Id<Source>, IReadOnlyList<Stretch>> units;
    private readonly List<Part> parts = [];

    private UnitMatrix(CodedSources universe, AgreementUnit unit, bool withInterviewer, AgreementResampling resampling, IReadOnlyDictionary<Id<Source>, IReadOnlyList<Stretch>> units)
    {
        (this.withInterviewer, this.units) = (withInterviewer, units);
        (this.universe, this.unit, this.resampling) = (universe, unit, resampling);
        coders = [.. universe.Coders.Select(c => c.Name)];
        places = universe.Codes.Index().ToDictionary(c => c.Item.Id, c => c.Index);
        foreach (var source in universe.Sources) parts.Add(PartOf(source));
        words = $"units: {unit.ToString().ToLowerInvariant()}, of {universe.Sources.Count} sources that at least two coders marked done, " + (withInterviewer ? "interviewer turns included" : "interviewer turns left out");
    }

    /// <returns>The matrix, or <c>source/no-text</c>.</returns>
    public static async Task<Result<UnitMatrix>> ReadAsync(
        CodedSources universe, AgreementUnit unit, bool withInterviewer, AgreementResampling resampling, JembatanDb db, CancellationToken cancellationToken)
    {
        var units = new Dictionary<Id<Source>, IReadOnlyList<Stretch>>();
        foreach (var source in universe.Sources)
        {
            var own = await Stretches.UnitsAsync(source, unit, withInterviewer, db, cancellationToken);
            if (own.Problem is { } problem) return problem;
            units.Add(source.Source.Id, own.Value);
        }

        return new UnitMatrix(universe, unit, withInterviewer, resampling, units);
    }

    /// <summary>The same units of fewer sources or coders.</summary>
    public UnitMatrix Among(CodedSources fewer) => new(fewer, unit, withInterviewer, resampling, units);

    /// <summary>Present and absent for some codes taken together.</summary>
    /// <param name="codes">The codes.</param>
    /// <param name="only">Only this source; null for all.</param>
    public ReliabilityData Of(IReadOnlySet<Id<Code>> codes, CodedSource? only = null) => Stacked([codes], only);

    /// <summary>Present and absent for each of several codes or sets of codes, one under the other.</summary>
    public ReliabilityData Stacked(IReadOnlyList<IReadOnlySet<Id<Code>>> codes, CodedSource? only = null)
    {
        var bySource = resampling == AgreementResampling.Source && unit != AgreementUnit.Source;
        var isPlain = !bySource && codes.Count < 2;
        var stackOf = new int?[universe.Codes.Count];
        foreach (var (stack, set) in codes.Index())
            foreach (var code in set) if (places.TryGetValue(code, out var place)) stackOf[place] = stack;
        int[] chosen = [.. Enumerable.Range(0, stackOf.Length).Where(c => stackOf[c] is not null)];
        var builder = new ReliabilityBuilder(coders, Values);
        var sweep = new Sweep(builder, codes.Count, coders.Length);
        foreach (var part in parts)
        {
            if (only is not null && part.Source != only) continue;
            sweep.Through(part.Source, part.Units, part.Of(chosen).Select(s => (s.From, s.To, s.Coder, stackOf[s.Code]!.Value)), endsClusters: !isPlain && !bySource);
            if (bySource) builder.EndCluster();
        }

        if (isPlain) builder.EndCluster();
        // The cells of one unit hang together, and so do those of one source; an interval varies them together.
        return builder.Build(words, isPlain ? null : bySource ? "sources" : $"{unit.ToString().ToLowerInvariant()}s, each with all its codes");
    }

    /// <summary>Codings of some codes, by coder.</summary>
    /// <param name="codes">The codes.</param>
    /// <param name="only">Only in this source; null for all.</param>
    public IReadOnlyList<int> Marks(IReadOnlySet<Id<Code>> codes, CodedSource? only = null)
    {
        int[] chosen = [.. codes.Where(places.ContainsKey).Select(c => places[c]).Order()];
        var marks = new int[coders.Length];
        foreach (var part in parts)
        {
            if (only is not null && part.Source != only) continue;
            foreach (var span in part.Of(chosen)) marks[span.Coder]++;
        }

        return marks;
    }

    private Part PartOf(CodedSource source)
    {
        var own = units[source.Source.Id];
        // Between the first and the last words of informants the interviewer speaks too: of a whole source only marks count that touch what counts.
        var counting = unit == AgreementUnit.Source ? Stretches.Counting(source, withInterviewer) : null;
        Span[] spans = [.. source.Marks.Select(m => Touches(counting, m) ? new Span(places[m.Code], m.Coder, FirstEndingAfter(own, m.Start), FirstStartingFrom(own, m.End)) : new(places[m.Code], m.Coder, 0, 0))];
        Array.Sort(spans, (a, b) => a.Code.CompareTo(b.Code));
        return new(source, own.Count, spans);
    }

    private static bool Touches(IReadOnlyList<Stretch>? counting, Mark mark) => counting is null || (FirstEndingAfter(counting, mark.Start) is var first && first < counting.Count && counting[first].Start < mark.End);

    private static int FirstEndingAfter(IReadOnlyList<Stretch> units, int position) => First(units, position, (u, p) => u.End > p);

    private static int FirstStartingFrom(IReadOnlyList<Stretch> units, int position) => First(units, position, (u, p) => u.Start >= p);

    private static int First(IReadOnlyList<Stretch> units, int position, Func<Stretch, int, bool> isThere)
    {
        int low = 0, high = units.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (isThere(units[middle], position)) high = middle;
            else low = middle + 1;
        }

        return low;
    }

    // A coding as the units that it touches, half-open.
    private readonly record struct Span(int Code, int Coder, int From, int To);

    private sealed record Part(CodedSource Source, int Units, Span[] Spans)
    {
        /// <summary>Spans of some codes, given by their places, rising.</summary>
        public IEnumerable<Span> Of(IReadOnlyList<int> codes)
        {
            if (codes.Count * 4 > Spans.Length)
            {
                var wanted = codes.ToHashSet();
                return Spans.Where(s => wanted.Contains(s.Code));
            }

            return codes.SelectMany(OfOne);
        }

        private IEnumerable<Span> OfOne(int code)
        {
            int low = 0, high = Spans.Length;
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (Spans[middle].Code < code) low = middle + 1;
                else high = middle;
            }

            for (; low < Spans.Length && Spans[low].Code == code; low++) yield return Spans[low];
        }
    }

    // Goes through the units of one source after the other and adds each run of units that have the same on them.
    private sealed class Sweep(ReliabilityBuilder builder, int stacks, int coders)
    {
        private readonly List<(int At, bool IsEnd, int Stack, int Coder)> events = [];
        private readonly Dictionary<int, int[]> open = []; // of each stack with something on it, how often for each coder
        private readonly byte[] none = new byte[coders];
        private readonly byte[] row = new byte[coders];

        public void Through(CodedSource source, int units, IEnumerable<(int From, int To, int Coder, int Stack)> spans, bool endsClusters)
        {
            for (var g = 0; g < coders; g++) none[g] = source.Done[g] ? Absent : ReliabilityData.Missing;
            var empty = builder.Place(none);
            events.Clear();
            foreach (var (from, to, coder, stack) in spans)
            {
                if (from >= to) continue;
                events.Add((from, false, stack, coder));
                events.Add((to, true, stack, coder));
            }

            events.Sort((a, b) => a.At.CompareTo(b.At));
            var at = 0;
            foreach (var (next, isEnd, stack, coder) in events)
            {
                Run(next - at, empty, endsClusters);
                at = next;
                if (!open.TryGetValue(stack, out var marks)) open.Add(stack, marks = new int[coders]);
                marks[coder] += isEnd ? -1 : 1;
                if (isEnd && Array.TrueForAll(marks, m => m == 0)) open.Remove(stack);
            }

            Run(units - at, empty, endsClusters);
        }

        private void Run(int units, int empty, bool endsClusters)
        {
            if (units == 0) return;
            var times = endsClusters ? 1 : units;
            foreach (var marks in open.Values)
            {
                for (var g = 0; g < coders; g++) row[g] = marks[g] > 0 ? Present : none[g];
                builder.Add(builder.Place(row), times);
            }

            builder.Add(empty, (long)(stacks - open.Count) * times);
            if (endsClusters) builder.EndCluster(units);
        }
    }
}
