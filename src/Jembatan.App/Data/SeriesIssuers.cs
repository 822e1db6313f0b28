namespace Jembatan.App.Data;

/// <summary>Who issues the series that are shipped, for evidence that rests on a point of one.</summary>
internal static class SeriesIssuers
{
    private static readonly Lazy<(Dictionary<string, string?> Issuers, HashSet<string> Titles)> Known = new(() =>
    {
        var macro = ShippedData.Macro();
        return (macro.Series.ToDictionary(s => s.Key, s => s.Issuer), [.. macro.Sources.Values.Select(s => s.Title)]);
    });

    /// <summary>The body that issues a series, unless an analyst wrote another; the title of a publication, which studies made earlier hold in its place, is none.</summary>
    public static string? Of(string series, string? written) =>
        string.IsNullOrWhiteSpace(written) || Known.Value.Titles.Contains(written) ? Known.Value.Issuers.GetValueOrDefault(series) ?? written : written;
}
