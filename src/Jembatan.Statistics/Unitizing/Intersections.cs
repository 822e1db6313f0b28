namespace Jembatan.Statistics.Unitizing;

/// <summary>Lengths of intersections of one continuum, or sums of several: all that the coefficients need, in memory that depends on categories and not on length.</summary>
/// <remarks>Each ordered pair of m coders counts 1/(m − 1), so that a coder's sections weigh as much as they are long.</remarks>
internal sealed class Intersections
{
    public Intersections(int categories) =>
        (Lengths, Same, WithGap, Squares, IntersectedSquares) = (new double[categories], new double[categories], new double[categories], new double[categories], new double[categories]);

    /// <summary>l_c: length of the sections of each category.</summary>
    public double[] Lengths { get; }

    /// <summary>l_cc: where two coders gave the same category.</summary>
    public double[] Same { get; }

    /// <summary>l_c0: where one gave the category and another nothing.</summary>
    public double[] WithGap { get; }

    /// <summary>S_c: squared lengths of the sections, which are never paired with themselves.</summary>
    public double[] Squares { get; }

    /// <summary>Squared lengths of what of a section another coder valued, divided by m − 1.</summary>
    public double[] IntersectedSquares { get; }

    /// <summary>l_0: length of the gaps; also S_0, since every position of a gap stands alone.</summary>
    public double Gaps { get; private set; }

    /// <summary>Positions of continua that at least two coders read.</summary>
    public double Positions { get; private set; }

    /// <summary>Lengths by pairs of categories, c below k, each once; filled only when asked for.</summary>
    public Dictionary<(int, int), double> Different { get; } = [];

    /// <summary>l: length of all sections and gaps.</summary>
    public double Total => Lengths.Sum() + Gaps;

    public double ValuedOf(int category) => Lengths[category] - WithGap[category];

    /// <summary>Adds another, so many times.</summary>
    public void Add(Intersections other, double times)
    {
        for (var c = 0; c < Lengths.Length; c++)
        {
            Lengths[c] += times * other.Lengths[c];
            Same[c] += times * other.Same[c];
            WithGap[c] += times * other.WithGap[c];
            Squares[c] += times * other.Squares[c];
            IntersectedSquares[c] += times * other.IntersectedSquares[c];
        }

        Gaps += times * other.Gaps;
        Positions += times * other.Positions;
        foreach (var (pair, length) in other.Different) Different[pair] = Different.GetValueOrDefault(pair) + (times * length);
    }

    /// <summary>Sweeps each pair of coders once along the continuum.</summary>
    public static Intersections Of(Continuum continuum, int categories, bool withPairs)
    {
        var sums = new Intersections(categories);
        var coders = continuum.ByCoder.Where(s => s is not null).Select(s => s as Section[] ?? [.. s!]).ToList();
        if (coders.Count < 2) return sums;
        sums.Positions = continuum.Length;
        foreach (var sections in coders)
        {
            double valued = 0;
            foreach (var section in sections)
            {
                valued += section.Length;
                sums.Lengths[section.Category] += section.Length;
                sums.Squares[section.Category] += (double)section.Length * section.Length;
            }

            sums.Gaps += continuum.Length - valued;
        }

        for (var g = 0; g < coders.Count; g++)
            for (var h = g + 1; h < coders.Count; h++) sums.Sweep(coders[g], coders[h], 1.0 / (coders.Count - 1), withPairs);
        return sums;
    }

    private void Sweep(Section[] first, Section[] second, double worth, bool withPairs)
    {
        var (left, right) = (new Met(first, this, worth), new Met(second, this, worth));
        for (int i = 0, j = 0; i < first.Length && j < second.Length;)
        {
            var (a, b) = (first[i], second[j]);
            var shared = Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start);
            if (shared > 0)
            {
                left.Meet(i, shared);
                right.Meet(j, shared);
                if (a.Category == b.Category) Same[a.Category] += 2 * worth * shared;
                else if (withPairs)
                {
                    var pair = (Math.Min(a.Category, b.Category), Math.Max(a.Category, b.Category));
                    Different[pair] = Different.GetValueOrDefault(pair) + (worth * shared);
                }
            }

            if (a.End < b.End) i++;
            else if (b.End < a.End) j++;
            else (i, j) = (i + 1, j + 1);
        }

        left.Finish();
        right.Finish();
    }

    // How much of each section of one coder the other valued, section by section.
    private struct Met(Section[] sections, Intersections sums, double worth)
    {
        private int at;
        private long met;

        public void Meet(int section, long shared)
        {
            if (section != at) Pass(section);
            met += shared;
        }

        public void Finish() => Pass(sections.Length);

        private void Pass(int to)
        {
            for (; at < to; at++, met = 0)
            {
                var section = sections[at];
                sums.WithGap[section.Category] += worth * (section.Length - met);
                sums.IntersectedSquares[section.Category] += worth * met * met;
            }
        }
    }
}
