namespace Jembatan.Statistics.Agreement;

/// <summary>Finds the pattern of a row: by its key Σ over coders of (code + 1) · (q + 1)^g where such keys are few, else by its values.</summary>
internal sealed class PatternPlaces
{
    private const long DenseKeys = 1 << 16;
    private readonly int worth;
    private readonly int[]? byKey;
    private readonly Dictionary<string, int>? byValues;

    public PatternPlaces(Patterns patterns)
    {
        worth = patterns.Categories + 1;
        var keys = 1L;
        for (var g = 0; g < patterns.Coders && keys <= DenseKeys; g++) keys *= worth;
        if (keys <= DenseKeys) byKey = new int[keys];
        else byValues = new(patterns.Length, StringComparer.Ordinal);
        var row = new char[patterns.Coders];
        for (var p = 0; p < patterns.Length; p++)
        {
            var codes = patterns[p];
            int key = 0, step = 1;
            for (var g = 0; g < codes.Length; g++)
            {
                row[g] = (char)(codes[g] + 1);
                if (byKey is not null) (key, step) = (key + ((codes[g] + 1) * step), step * worth);
            }

            if (byKey is not null) byKey[key] = p;
            else byValues![new string(row)] = p;
        }
    }

    /// <param name="codes">Coders × rows, 255 missing.</param>
    /// <param name="row">Which row.</param>
    public int Of(IReadOnlyList<byte[]> codes, int row)
    {
        if (byKey is not null)
        {
            int key = 0, step = 1;
            for (var g = 0; g < codes.Count; g++)
            {
                key += unchecked((byte)(codes[g][row] + 1)) * step;
                step *= worth;
            }

            return byKey[key];
        }

        return byValues![string.Create(codes.Count, (codes, row), static (span, from) =>
        {
            for (var g = 0; g < span.Length; g++) span[g] = (char)unchecked((byte)(from.codes[g][from.row] + 1));
        })];
    }
}
