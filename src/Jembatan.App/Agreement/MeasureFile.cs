using System.Collections.Frozen;
using Jembatan.Core;
using Jembatan.Interchange.Tables;
using Jembatan.Statistics.Agreement;
using Jembatan.Statistics.Unitizing;

namespace Jembatan.App.Agreement;

/// <summary>What a file of reliability data holds.</summary>
public enum ReliabilityFileKind
{
    /// <summary>One row a unit, one column a coder.</summary>
    Data,

    /// <summary>The contingency table of two coders.</summary>
    Table,

    /// <summary>Sections that coders marked.</summary>
    Units,
}

/// <summary>Measures agreement in a file of reliability data, without a study.</summary>
public static class MeasureFile
{
    private static readonly FrozenSet<string> WordsForMissing = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "NA", "N/A", "NaN", "NULL", "<NA>", ".");

    /// <param name="Kind">What the file holds.</param>
    /// <param name="Name">Its name, for messages.</param>
    /// <param name="Content">The file, from its beginning.</param>
    /// <param name="Choice">Measures and settings.</param>
    /// <param name="Coders">For sections: only these coders, those who marked nothing too; null or empty for all that the file names.</param>
    public sealed record Request(ReliabilityFileKind Kind, string Name, Stream Content, AgreementChoice Choice, IReadOnlyList<string>? Coders = null);

    /// <returns>The estimates, a problem of the file (<c>csv/…</c>, <c>agreement/…</c>, <c>units/…</c>) or of the choice (<c>agreement/…</c>).</returns>
    public static async Task<Result<AgreementAnswer>> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        var settings = request.Choice.Settings();
        if (settings.Problem is { } unclear) return unclear;
        var rows = await TableReader.ReadRowsAsync(request.Name, request.Content, null, cancellationToken);
        if (rows.Problem is { } unread) return unread;
        if (request.Kind == ReliabilityFileKind.Units) return Sections(request, rows.Value, settings.Value, cancellationToken);
        var data = request.Kind == ReliabilityFileKind.Data ? ReliabilityRows.Read(request.Name, rows.Value) : ContingencyRows.Read(request.Name, rows.Value);
        if (data.Problem is { } bad) return bad;
        var measures = request.Choice.OfUnits(data.Value.Coders.Count, request.Kind == ReliabilityFileKind.Data ? "--data" : "--table");
        if (measures.Problem is { } unknown) return unknown;
        if (AgreementChoice.Unfit(data.Value, measures.Value, settings.Value) is { } unfit) return unfit;
        return new AgreementAnswer(AgreementData.Of(data.Value), Reliability.Estimate(data.Value, measures.Value, settings.Value, cancellationToken), [.. Notices(data.Value)]);
    }

    // Other programs write a word where nothing was coded; here only an empty cell is missing.
    private static IEnumerable<Bilingual> Notices(ReliabilityData data)
    {
        string[] words = [.. data.Categories.Where(c => WordsForMissing.Contains(c))];
        if (words.Length == 0) yield break;
        var named = string.Join(", ", words.Select(w => $"'{w}'"));
        yield return new(
            $"{named} dihitung sebagai kategori, bukan sebagai nilai kosong. Bila yang dimaksud belum dikode, kosongkan selnya (di R: write.csv(…, na = \"\")).",
            $"{named} is counted as a category, not as a missing value. If it stands for not coded, leave the cell empty (in R: write.csv(…, na = \"\")).");
    }

    private static Result<AgreementAnswer> Sections(Request request, IReadOnlyList<IReadOnlyList<string>> rows, AgreementSettings settings, CancellationToken cancellationToken)
    {
        var measures = request.Choice.OfSections();
        if (measures.Problem is { } unknown) return unknown;
        var data = SectionRows.Read(request.Name, rows, request.Coders ?? []);
        if (data.Problem is { } bad) return bad;
        if (settings.Level is { Kind: not LevelKind.Nominal } level && measures.Value.Any(m => m.TakesLevel))
        {
            var categories = ReliabilityData.OfRows(["category"], [.. data.Value.Categories.Select(c => (IReadOnlyList<string?>)[c])]);
            if (categories.Numbers is null)
                return new Problem("agreement/not-numeric", $"For the level {level} every category must be a number. Give numbers, or use the level nominal.", "category");
            if (AgreementChoice.Unfit(ReliabilityData.OfRows(["a", "b"], [.. data.Value.Categories.Select(c => (IReadOnlyList<string?>)[c, c])]), [new KrippendorffAlpha()], settings) is { } unfit) return unfit;
        }

        return new AgreementAnswer(
            new(data.Value.Sections, data.Value.Coders.Count, data.Value.Sections, 0, 0), UnitizingReliability.Estimate(data.Value, measures.Value, settings, cancellationToken), []);
    }
}
