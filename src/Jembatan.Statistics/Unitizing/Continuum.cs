namespace Jembatan.Statistics.Unitizing;

/// <summary>A stretch of a continuum that one coder gave one category.</summary>
/// <param name="Start">First position, zero-based.</param>
/// <param name="End">Position after the last.</param>
/// <param name="Category">Place of the category in <see cref="UnitizingData.Categories"/>.</param>
public readonly record struct Section(long Start, long End, int Category)
{
    /// <summary>Number of positions.</summary>
    public long Length => End - Start;
}

/// <summary>A text or recording that coders cut into sections.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Length">Number of positions.</param>
/// <param name="ByCoder">One list for each coder, in the order of <see cref="UnitizingData.Coders"/>: the coder's sections by rising start, none overlapping. An empty list is a coder who found nothing;
/// null is one who did not read this continuum.</param>
public sealed record Continuum(string Name, long Length, IReadOnlyList<IReadOnlyList<Section>?> ByCoder);

/// <summary>What several coders unitized.</summary>
public sealed class UnitizingData
{
    /// <summary>Takes continua with their sections.</summary>
    /// <param name="coders">Names of the coders, length m.</param>
    /// <param name="categories">The categories, length q.</param>
    /// <param name="continua">The continua.</param>
    /// <param name="universe">What was looked at, in English.</param>
    /// <exception cref="ArgumentException">A section is empty, outside its continuum, out of order or overlaps the one before; a category is not listed; a list of a coder is missing.</exception>
    public UnitizingData(IReadOnlyList<string> coders, IReadOnlyList<string> categories, IReadOnlyList<Continuum> continua, string universe = "all continua")
    {
        ArgumentNullException.ThrowIfNull(coders);
        ArgumentNullException.ThrowIfNull(categories);
        ArgumentNullException.ThrowIfNull(continua);
        foreach (var continuum in continua)
        {
            if (continuum.ByCoder.Count != coders.Count) throw new ArgumentException("Each continuum has one list for each coder.", nameof(continua));
            foreach (var sections in continuum.ByCoder)
            {
                var from = 0L;
                foreach (var section in sections ?? [])
                {
                    if (section.Start < from || section.End <= section.Start || section.End > continuum.Length || section.Category < 0 || section.Category >= categories.Count)
                        throw new ArgumentException("Sections stand in order inside their continuum, do not overlap, and have a listed category.", nameof(continua));
                    from = section.End;
                }
            }
        }

        (Coders, Categories, Continua, Universe) = (coders, categories, continua, universe);
    }

    /// <summary>Names of the coders.</summary>
    public IReadOnlyList<string> Coders { get; }

    /// <summary>The categories.</summary>
    public IReadOnlyList<string> Categories { get; }

    /// <summary>The continua.</summary>
    public IReadOnlyList<Continuum> Continua { get; }

    /// <summary>What was looked at, in English.</summary>
    public string Universe { get; }

    /// <summary>Number of sections of all coders.</summary>
    public long Sections => Continua.Sum(c => c.ByCoder.Sum(s => (long)(s?.Count ?? 0)));
}
