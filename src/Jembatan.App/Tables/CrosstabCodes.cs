using Jembatan.App.Causes;
using Jembatan.App.Lookups;
using Jembatan.App.Sources;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;
using Jembatan.Statistics.Tables;
using Jembatan.Storage;

namespace Jembatan.App.Tables;

/// <summary>A value of the variable.</summary>
/// <param name="Informants">Informants with this value and a coded source.</param>
/// <param name="Positions">Code points that they speak.</param>
public sealed record CrosstabColumn(string Value, int Informants, long Positions);

/// <summary>A code among the informants of one value.</summary>
/// <param name="Informants">Informants who have the code or one below it, stance 0 or 1.</param>
/// <param name="Codings">Their passages with it.</param>
/// <param name="TextShare">Share of what they say that carries it; null with a reason when they say nothing.</param>
/// <param name="Residual">Adjusted residual of the informants.</param>
/// <param name="ResidualP">Two-sided, corrected over all codes and values.</param>
public sealed record CrosstabCell(int Informants, int Codings, double? TextShare, Estimate Residual, double? ResidualP);

/// <summary>A code across the values.</summary>
/// <param name="Informants">Informants who have it, over all values.</param>
/// <param name="Fisher">Fisher's exact p.</param>
/// <param name="FisherAdjusted">The same after Benjamini–Hochberg over all codes; null without p.</param>
/// <param name="IsLargeEnough">Whether χ² may be read (Cochran).</param>
/// <param name="OddsRatio">Conditional odds ratio with exact interval, for two values; otherwise without a number and with the reason.</param>
public sealed record CrosstabRow(
    Id<Code> Id, string Code, Bilingual Name, Element? Element, CodeLevel Level, int Informants, int Codings, IReadOnlyList<CrosstabCell> Cells,
    IndependenceTest ChiSquared, IndependenceTest LikelihoodRatio, int? DegreesOfFreedom, bool IsLargeEnough, FisherResult Fisher, double? FisherAdjusted,
    Estimate CramersV, Estimate CramersVCorrected, OddsRatioResult OddsRatio);

/// <summary>Crosses codes with a variable of the informants: who has a code, how often, and how much of their words carries it.</summary>
public static class CrosstabCodes
{
    /// <param name="By">The variable; <c>group</c> is the informant group.</param>
    /// <param name="Code">Only this code and those below it.</param>
    /// <param name="Coders"><c>any</c>, <c>all</c> or the name of one coder, <c>consensus</c> among them.</param>
    /// <param name="WithInterviewer">Count codings in interviewer turns too.</param>
    /// <param name="Simulations">Tables to draw for Fisher's test; null for the exact one.</param>
    public sealed record Request(string By, string? Code = null, string Coders = "any", bool WithInterviewer = false, int? Simulations = null, ulong Seed = 1);

    /// <param name="OfInformants">Informants with a value and a coded source: those who are crossed.</param>
    /// <param name="WithoutValue">Informants with a coded source and no value; they are left out.</param>
    /// <param name="Map">Correspondence analysis of codes × values, by informants; of codes without a counted code below them.</param>
    /// <param name="MapCodes">The code of each mapped row.</param>
    /// <param name="Variables">Every variable that could be asked for.</param>
    public sealed record Response(
        string Variable, IReadOnlyList<CrosstabColumn> Columns, IReadOnlyList<CrosstabRow> Rows, int OfInformants, int WithoutValue, string Coders, bool WithInterviewer,
        string Correction, Bilingual Notice, CorrespondenceMap Map, IReadOnlyList<string> MapCodes, IReadOnlyList<string> Variables);

    /// <summary>How the counts here differ from those of the list of causes.</summary>
    public static Bilingual Counting { get; } = new(
        "Penyebut di sini: narasumber dengan sedikitnya satu pengodean yang ikut dihitung. Pengodean: tanpa yang menyanggah, dan kata yang sama di bawah satu kode dari beberapa pengode dihitung sekali. Daftar sebab (causes) memakai semua narasumber yang sumbernya dikode dan menghitung setiap pengodean, yang menyanggah juga, sehingga angkanya dapat lebih besar.",
        "Informants here are out of those with at least one coding that counts. Codings leave contradicting ones out, and the same words under one code by several coders count once. The list of causes takes all informants with a coded source and counts every coding, contradicting ones too, so its figures may be greater.");

    /// <returns>The table, or <c>variable/not-found</c>, <c>code/not-found</c>, <c>coder/not-found</c>, <c>crosstab/simulations</c>.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, JembatanDb db, CancellationToken cancellationToken)
    {
        if (request.Simulations is < 1 or > 1_000_000)
            return new Problem("crosstab/simulations", "Fisher's test can draw 1 to 1,000,000 tables. Leave the option out for the exact test.");
        var values = await CaseValues.ReadAsync(request.By, db, cancellationToken);
        if (values.Problem is { } unknown) return unknown;
        var read = await CodedPassages.ReadAsync(db, request.Coders, request.WithInterviewer, cancellationToken);
        if (read.Problem is { } unread) return unread;
        var passages = read.Value;
        HashSet<Id<Code>>? only = null;
        if (request.Code is { } code)
        {
            var found = await db.CodeAsync(code, cancellationToken);
            if (found.Problem is { } missing) return missing;
            only = [.. passages.Tree.Below(found.Value.Id)];
        }

        var spoken = await SpokenText.ReadAsync(db, passages, request.WithInterviewer, cancellationToken);
        var counts = CrosstabCounts.Of(passages, values.Value, spoken);
        int[] asked = [.. Enumerable.Range(0, passages.Codes.Count).Where(c => counts.Codings[c].Sum() > 0 && only?.Contains(passages.Codes[c].Id) != false)];
        var rows = Tests(asked, passages, counts, request, cancellationToken);
        // A code with codes below it would count their informants once more in masses and axes.
        var above = asked.SelectMany(c => passages.Tree.Above(passages.Codes[c].Id).Where(a => a != passages.Codes[c].Id)).ToHashSet();
        int[] mapped = [.. asked.Where(c => !above.Contains(passages.Codes[c].Id))];
        var map = CorrespondenceAnalysis.Map(ContingencyTable.Of([.. mapped.Select(c => counts.Informants[c])]));
        return new Response(
            values.Value.Name,
            [.. values.Value.Values.Select((v, i) => new CrosstabColumn(v, counts.Columns[i], counts.Positions[i]))],
            rows, counts.Columns.Sum(), counts.WithoutValue, request.Coders, request.WithInterviewer, MultipleTests.BenjaminiHochberg.Id, RankCauses.Notice,
            map, [.. map.Rows.Select(r => passages.Codes[mapped[r]].Label)], await CaseValues.NamesAsync(db, cancellationToken));
    }

    private static List<CrosstabRow> Tests(int[] asked, CodedPassages passages, CrosstabCounts counts, Request request, CancellationToken cancellationToken)
    {
        var tables = asked.Select(c => ContingencyTable.Of([counts.Informants[c], [.. counts.Columns.Zip(counts.Informants[c], (all, have) => all - have)]])).ToList();
        var independence = tables.Select(Independence.Measure).ToList();
        var fisher = tables.AsParallel().AsOrdered().WithCancellation(cancellationToken)
            .Select(t => request.Simulations is { } draws ? FisherExact.Simulate(t, draws, request.Seed, cancellationToken) : FisherExact.Test(t, cancellationToken: cancellationToken)).ToList();
        var fisherAdjusted = Corrected(fisher.Select(f => f.P.Value));
        var residualP = Corrected(independence.SelectMany(i => i.AdjustedResiduals[0].Select(r => r.Value is { } z ? NormalTail.TwoSided(z) : (double?)null)));
        var rows = new List<CrosstabRow>(asked.Length);
        foreach (var (i, c) in asked.Index())
        {
            var code = passages.Codes[c];
            var columns = counts.Columns.Length;
            rows.Add(new(
                code.Id, code.Label, code.Name, passages.Tree.ElementOf(code.Id), code.Level, counts.Informants[c].Sum(), counts.Codings[c].Sum(),
                [.. Enumerable.Range(0, columns).Select(v => new CrosstabCell(
                    counts.Informants[c][v], counts.Codings[c][v], counts.Positions[v] == 0 ? null : (double)counts.Covered[c][v] / counts.Positions[v],
                    independence[i].AdjustedResiduals[0][v], residualP[(i * columns) + v]))],
                independence[i].ChiSquared, independence[i].LikelihoodRatio, independence[i].DegreesOfFreedom, independence[i].IsLargeEnough, fisher[i], fisherAdjusted[i],
                Association("cramers-v", tables[i]), Association("cramers-v-corrected", tables[i]), OddsRatio.Estimate(tables[i])));
        }

        return rows;
    }

    private static Estimate Association(string id, ContingencyTable table) => AssociationMeasures.All.Single(m => m.Id == id).Measure(table);

    // Tests that do not exist are no members of the family.
    private static double?[] Corrected(IEnumerable<double?> p)
    {
        var all = p.ToArray();
        var corrected = new Queue<double>(MultipleTests.BenjaminiHochberg.Correct([.. all.OfType<double>()]));
        return [.. all.Select(v => v is null ? (double?)null : corrected.Dequeue())];
    }
}
