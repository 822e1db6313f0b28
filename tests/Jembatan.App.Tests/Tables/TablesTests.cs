using Jembatan.App.Codings;
using Jembatan.App.Saturation;
using Jembatan.App.Tables;
using Jembatan.App.Tests.Fit;
using Jembatan.Core.Qualitative;
using Jembatan.Statistics.Saturation;
using Jembatan.Statistics.Tables;

namespace Jembatan.App.Tests.Tables;

/// <summary>Tables of a study that can be counted in one's head: eight informants, half of them workers, half agents.</summary>
public sealed class TablesTests
{
    private static CancellationToken Token => SmallStudy.Token;

    // Tea tasting: the code "low" with three of four workers and one of four agents. "sub" stands below "low" and is said by one of the workers.
    private static async Task<SmallStudy> TeaAsync()
    {
        var study = await SmallStudy.NewAsync();
        await study.CodeAsync("low", null);
        await study.CodeAsync("sub", null, parent: "low");
        await study.CodeAsync("other", null);
        for (var i = 1; i <= 8; i++)
        {
            await study.InterviewAsync($"N{i}", $"N{i}", i <= 4 ? InformantGroup.Worker : InformantGroup.Agent, "P: how is it?", "N: income is low and uncertain", "P: low?", "N: yes and more");
            await study.CodingAsync($"N{i}", "yes and more", "other");
        }

        await study.CodingAsync("N1", "income is low", "low");
        await study.CodingAsync("N1", "income is low", "low", coder: "B");
        await study.CodingAsync("N2", "low and uncertain", "sub");
        await study.CodingAsync("N3", "income is low", "low");
        await study.CodingAsync("N5", "income is low", "low");
        await study.CodingAsync("N6", "income is low", "low", stance: -1);
        await study.CodingAsync("N7", "how is it?", "low");
        return study;
    }

    [Fact]
    public async Task A_crosstab_counts_informants_with_the_code_or_one_below_it_and_tests_them()
    {
        await using var study = await TeaAsync();
        var table = await study.AskAsync(db => CrosstabCodes.HandleAsync(new("group"), db, Token));
        Assert.Equal([("agent", 4), ("worker", 4)], table.Columns.Select(c => (c.Value, c.Informants)));
        var low = table.Rows.Single(r => r.Code == "low");
        Assert.Equal([1, 3], low.Cells.Select(c => c.Informants)); // the contradiction and the interviewer's question do not count
        Assert.Equal([1, 3], low.Cells.Select(c => c.Codings)); // two coders on the same words are one passage
        Assert.Equal(34.0 / 70, low.Fisher.P.Value!.Value, 1e-12);
        Assert.Equal(2, low.ChiSquared.Statistic.Value!.Value, 1e-12);
        Assert.Equal(.5, low.CramersV.Value!.Value, 1e-12);
        Assert.Equal(1 / 6.408319658199674, low.OddsRatio!.Conditional.Value!.Value, 1e-12);
        Assert.Equal([-Math.Sqrt(2), Math.Sqrt(2)], low.Cells.Select(c => c.Residual.Value!.Value), (a, b) => Math.Abs(a - b) < 1e-12);

        // Words of workers in four interviews, without the labels and the line ends.
        var spoken = 4 * ("income is low and uncertain".Length + "yes and more".Length);
        Assert.Equal(spoken, table.Columns[1].Positions);
        Assert.Equal((double)(("income is low".Length * 2) + "low and uncertain".Length) / spoken, low.Cells[1].TextShare!.Value, 1e-12);

        var other = table.Rows.Single(r => r.Code == "other");
        Assert.Equal(Undefined.OneRow, other.Fisher.P.Reason);
        Assert.Null(other.FisherAdjusted);
        Assert.Equal(2 * low.Fisher.P.Value!.Value, low.FisherAdjusted!.Value, 1e-12); // of the two tests that exist ("sub" has p = 1) the lesser doubles
    }

    [Fact]
    public async Task Lift_goes_by_what_is_spoken_and_pooled_coders_are_told()
    {
        await using var study = await TeaAsync();
        await study.CodingAsync("N4", "low and uncertain", "other", coder: "B");
        await study.CodingAsync("N4", "income is low", "low");
        var spoken = 8 * ("income is low and uncertain".Length + "yes and more".Length);
        var (low, other) = (5 * "income is low".Length, (8 * "yes and more".Length) + "low and uncertain".Length);
        // Whatever the stance, a passage is one.
        foreach (var (interviewer, all, lows) in (((bool, int, int)[])[(false, spoken, low), (true, spoken + (8 * ("how is it?".Length + "low?".Length)), low + "how is it?".Length)]))
        {
            var told = await study.AskAsync(db => CooccurCodes.HandleAsync(new(WithInterviewer: interviewer), db, Token));
            var pair = told.Pairs.Single(p => (p.A, p.B) is ("low", "other"));
            Assert.Equal((double)"low".Length * all / lows / other, pair.Measures["lift"].Value!.Value, 1e-12);
            Assert.Contains(told.Notices, n => n.En.StartsWith("Codings of 2 coders are pooled", StringComparison.Ordinal));
        }

        var one = await study.AskAsync(db => CooccurCodes.HandleAsync(new(Coders: "B"), db, Token));
        Assert.DoesNotContain(one.Notices, n => n.En.Contains("pooled", StringComparison.Ordinal));
        Assert.Contains(one.Notices, n => n.En.StartsWith("1 of 1 pairs of codes share nothing", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_code_above_others_stands_in_the_table_and_not_on_the_map()
    {
        await using var study = await TeaAsync();
        var table = await study.AskAsync(db => CrosstabCodes.HandleAsync(new("group"), db, Token));
        Assert.Equal(["low", "other", "sub"], table.Rows.Select(r => r.Code).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("low", table.MapCodes);
    }

    [Theory]
    [InlineData(false, "income is low and uncertain" + "yes and more", "")]
    [InlineData(true, "income is low and uncertain" + "yes and more", "how is it?" + "low?")]
    public async Task Of_a_passage_over_several_turns_only_what_is_said_has_a_share(bool withInterviewer, string informant, string interviewer)
    {
        await using var study = await TeaAsync();
        await study.CodingAsync("N8", "how is it?\nN: income is low and uncertain\nP: low?\nN: yes and more", "sub");       // all that is said
        var table = await study.AskAsync(db => CrosstabCodes.HandleAsync(new("group", "sub", WithInterviewer: withInterviewer), db, Token));
        var said = informant.Length + interviewer.Length;
        Assert.Equal(4 * said, table.Columns[0].Positions);
        Assert.Equal(.25, table.Rows.Single().Cells[0].TextShare!.Value, 1e-12);       // one of four agents, and not more than that
    }

    [Fact]
    public async Task All_coders_keep_what_they_agree_on_and_one_coder_is_alone()
    {
        await using var study = await TeaAsync();
        async Task<int[]> LowAsync(string coders) => [.. (await study.AskAsync(db => CrosstabCodes.HandleAsync(new("group", Coders: coders), db, Token))).Rows.Where(r => r.Code == "low").SelectMany(r => r.Cells.Select(c => c.Informants))];
        Assert.Equal(new[] { 1, 3 }, await LowAsync("all"));
        await study.CodingAsync("N3", "uncertain", "other", coder: "B"); // B read N3 too, and did not see "low"
        Assert.Equal(new[] { 1, 2 }, await LowAsync("all"));
        var b = await study.AskAsync(db => CrosstabCodes.HandleAsync(new("group", Coders: "B"), db, Token));
        Assert.Equal(["worker"], b.Columns.Where(c => c.Informants > 0).Select(c => c.Value));
        Assert.Equal("coder/not-found", (await study.RefusalAsync(db => CrosstabCodes.HandleAsync(new("group", Coders: "Z"), db, Token))).Code);
        Assert.Equal("variable/not-found", (await study.RefusalAsync(db => CrosstabCodes.HandleAsync(new("nothing"), db, Token))).Code);
        Assert.Equal("crosstab/simulations", (await study.RefusalAsync(db => CrosstabCodes.HandleAsync(new("group", Simulations: 0), db, Token))).Code);
    }

    [Theory]
    [InlineData(CooccurrenceUnit.Overlap, 0, 1)]
    [InlineData(CooccurrenceUnit.Words, 0, 1)]
    [InlineData(CooccurrenceUnit.Words, 3, 2)]
    [InlineData(CooccurrenceUnit.Turn, 0, 2)]
    [InlineData(CooccurrenceUnit.Paragraph, 0, 2)]
    [InlineData(CooccurrenceUnit.Source, 0, 3)]
    public async Task Codes_occur_together_by_what_they_are_asked_to_share(CooccurrenceUnit unit, int words, int together)
    {
        await using var study = await SmallStudy.NewAsync();
        await study.CodeAsync("a", null);
        await study.CodeAsync("b", null);
        foreach (var name in new[] { "I1", "I2", "I3" }) await study.InterviewAsync(name, name, InformantGroup.Worker, "N: one two three four five six", "P: seven?", "N: eight nine");
        await study.CodingAsync("I1", "one two", "a");
        await study.CodingAsync("I1", "two three", "b");
        await study.CodingAsync("I2", "one two", "a");
        await study.CodingAsync("I2", "six", "b"); // three, four, five lie between
        await study.CodingAsync("I3", "one", "a");
        await study.CodingAsync("I3", "nine", "b");
        var result = await study.AskAsync(db => CooccurCodes.HandleAsync(new(unit, words), db, Token));
        var pair = Assert.Single(result.Pairs);
        Assert.Equal((("a", "b"), together, false), ((pair.A, pair.B), (int)pair.Both, pair.Distorted));
        Assert.Equal((double)together / (6 - together), pair.Measures["c-coefficient"].Value!.Value, 1e-12);
        if (unit == CooccurrenceUnit.Overlap) Assert.Equal("two".Length / (double)("one two".Length + "one two".Length + 3 + "two three".Length + 3 + 4 - "two".Length), pair.Measures["jaccard"].Value!.Value, 1e-12);
        var places = await study.AskAsync(db => ListPairPassages.HandleAsync(new("a", "b", unit, words), db, Token));
        Assert.Equal(together, places.Total);
        Assert.Contains(places.Passages, p => p is { Source: "I1", Text: "one two three" });
    }

    [Fact]
    public async Task Codes_that_share_nothing_can_be_left_out_of_tree_and_map()
    {
        await using var study = await SmallStudy.NewAsync();
        foreach (var code in new[] { "a", "b", "c", "d" }) await study.CodeAsync(code, null);
        await study.InterviewAsync("I1", "I1", InformantGroup.Worker, "N: one two three four five six");
        foreach (var (words, code) in new[] { ("one two", "a"), ("two three", "b"), ("three four", "c"), ("six", "d") }) await study.CodingAsync("I1", words, code);
        var all = await study.AskAsync(db => CooccurCodes.HandleAsync(new(), db, Token));
        var sharing = await study.AskAsync(db => CooccurCodes.HandleAsync(new(WithAlone: false), db, Token));
        Assert.Equal(["a", "b", "c", "d"], all.Arranged);
        Assert.Equal(["a", "b", "c"], sharing.Arranged);
        Assert.Equal((3, 2, 3), (sharing.Tree.Items, sharing.Tree.Fusions.Count, sharing.Points!.Points.Rows));
        Assert.Equal(all.Pairs.Select(p => (p.A, p.B)), sharing.Pairs.Select(p => (p.A, p.B)));
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    [InlineData("parquet")]
    public async Task Every_table_leaves_the_workspace_with_the_figures_that_are_shown(string format)
    {
        await using var study = await TeaAsync();
        foreach (var table in Enum.GetValues<ExportedTable>())
        {
            var file = await study.AskAsync(db => ExportTable.HandleAsync(new(table, format, Coders: "A", Within: CooccurrenceUnit.Source), db, Token));
            Assert.Equal($"jembatan-{table.ToString().ToLowerInvariant()}.{format}", file.Name);
            Assert.True(file.Content.Length > 50);
            if (format != "csv") continue;
            var lines = System.Text.Encoding.UTF8.GetString(file.Content).TrimStart('\uFEFF').Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.TrimEnd('\r').Split(',')).ToList();
            string Of(string row, string column) => lines.Single(l => l[0] == row)[Array.IndexOf(lines[0], column)];
            if (table == ExportedTable.Crosstab)
            {
                Assert.Equal(("1", "3"), (Of("low", "informants_agent"), Of("low", "informants_worker")));
                Assert.Equal(34.0 / 70, double.Parse(Of("low", "fisher_p"), System.Globalization.CultureInfo.InvariantCulture), 1e-12);
            }
            else if (table == ExportedTable.Pairs)
            {
                Assert.Contains(lines, l => l[0] == "low" && l[1] == "other");
            }
            else
            {
                Assert.Equal(8, lines.Count - 1);
                Assert.Equal(table == ExportedTable.Share ? ("income is low".Length / (double)("income is low and uncertain".Length + "yes and more".Length)) : 1,
                    double.Parse(Of("N1", "code_low"), System.Globalization.CultureInfo.InvariantCulture), 1e-12);
            }
        }

        Assert.Equal("matrix/format", (await study.RefusalAsync(db => ExportTable.HandleAsync(new(ExportedTable.Pairs, "html"), db, Token))).Code);
        Assert.Equal("coder/not-found", (await study.RefusalAsync(db => ExportTable.HandleAsync(new(ExportedTable.Presence, format, Coders: "Z"), db, Token))).Code);
        Assert.Equal("variable/not-found", (await study.RefusalAsync(db => ExportTable.HandleAsync(new(ExportedTable.Crosstab, format, By: "nothing"), db, Token))).Code);
    }

    [Fact]
    public async Task Bad_questions_about_co_occurrence_are_refused()
    {
        await using var study = await TeaAsync();
        Assert.Equal("cooccur/words", (await study.RefusalAsync(db => CooccurCodes.HandleAsync(new(CooccurrenceUnit.Words, -1), db, Token))).Code);
        Assert.Equal("cooccur/linkage", (await study.RefusalAsync(db => CooccurCodes.HandleAsync(new(Linkage: "ward"), db, Token))).Code);
        Assert.Equal("code/not-found", (await study.RefusalAsync(db => CooccurCodes.HandleAsync(new(Code: "zzz"), db, Token))).Code);
    }

    [Fact]
    public async Task Saturation_is_measured_for_all_and_for_each_group()
    {
        await using var study = await SmallStudy.NewAsync();
        for (var i = 0; i < 6; i++) await study.CodeAsync($"c{i}", null);
        int[][] codes = [[0, 1], [1, 2], [0], [2], [3], [1]];
        for (var i = 0; i < codes.Length; i++)
        {
            await study.InterviewAsync($"N{i}", $"N{i}", i < 4 ? InformantGroup.Worker : InformantGroup.Agent, "P: and?", "N: c0 c1 c2 c3 c4 c5");
            foreach (var c in codes[i]) await study.CodingAsync($"N{i}", $"c{c}", $"c{c}");
        }

        var result = await study.AskAsync(db => MeasureSaturation.HandleAsync(new(2, 2, 0, Permutations: 500), db, Token));
        Assert.Equal([null, "agent", "worker"], result.Groups.Select(g => g.Group));
        var all = result.Groups[0];
        Assert.Equal([2, 1, 0, 0, 1, 0], all.Measured.NewPerEvent);
        Assert.Equal((3, 4), (all.Measured.BaseCodes, all.Measured.SaturatedAt));
        Assert.Equal(SaturationRun.TooFewEvents, result.Groups[1].Measured.Reason);
        Assert.Equal(4, result.Groups[2].Measured.SaturatedAt);
        Assert.Equal(4, all.Orders!.Curve[^1].Median);
        Assert.Equal(1, all.CodeSteps[^1].Share);
        Assert.Equal((1, 6, 1), all.Meaning.Where(m => m.Code == "c1").Select(m => (m.FirstAt, m.Informants * 2, m.Facets)).Single());
        // Read to its end without a code it counts; not read yet it does not.
        foreach (var name in (string[])["N6", "N7"]) await study.InterviewAsync(name, name, InformantGroup.Agent, "N: ya");
        await study.AskAsync(db => MarkDone.HandleAsync(new("N6"), "A", db, SmallStudy.Clock, Token));
        var more = (await study.AskAsync(db => MeasureSaturation.HandleAsync(new(2, 2, 0, Permutations: 500), db, Token))).Groups[0];
        Assert.Equal([.. all.Informants, "N6"], more.Informants);
        Assert.Equal([2, 1, 0, 0, 1, 0, 0], more.Measured.NewPerEvent);
        Assert.Equal("saturation/permutations", (await study.RefusalAsync(db => MeasureSaturation.HandleAsync(new(Permutations: 100), db, Token))).Code);
        Assert.Equal("saturation/threshold", (await study.RefusalAsync(db => MeasureSaturation.HandleAsync(new(Threshold: double.NaN), db, Token))).Code);
        Assert.Equal("saturation/base", (await study.RefusalAsync(db => MeasureSaturation.HandleAsync(new(0), db, Token))).Code);
    }

    [Fact]
    public async Task An_empty_study_has_empty_tables_with_reasons()
    {
        await using var study = await SmallStudy.NewAsync();
        Assert.Empty((await study.AskAsync(db => CrosstabCodes.HandleAsync(new("group"), db, Token))).Rows);
        Assert.Empty((await study.AskAsync(db => CooccurCodes.HandleAsync(new(), db, Token))).Pairs);
        var saturation = await study.AskAsync(db => MeasureSaturation.HandleAsync(new(), db, Token));
        Assert.Equal(SaturationRun.NoEvents, Assert.Single(saturation.Groups).Measured.Reason);
    }

    [Theory]
    [InlineData(".csv")]
    [InlineData(".xlsx")]
    [InlineData(".parquet")]
    public async Task The_matrix_is_written_for_other_programs(string ending)
    {
        await using var study = await TeaAsync();
        var folder = Directory.CreateTempSubdirectory("jembatan-matrix-").FullName;
        var path = Path.Combine(folder, "m" + ending);
        var written = await study.AskAsync(db => WriteCodeMatrix.HandleAsync(new(path), db, Token));
        Assert.Equal((8, 3), (written.Rows, written.Codes));
        var content = await File.ReadAllBytesAsync(path, Token);
        if (ending == ".csv") Assert.Contains("N2,worker,1,1,1", System.Text.Encoding.UTF8.GetString(content), StringComparison.Ordinal);
        Assert.Equal(ending switch { ".xlsx" => "PK", ".parquet" => "PA", _ => "\u00ef\u00bb" }, System.Text.Encoding.Latin1.GetString(content, 0, 2));
        Assert.Equal("matrix/format", (await study.RefusalAsync(db => WriteCodeMatrix.HandleAsync(new(path + ".sav"), db, Token))).Code);
        Assert.Equal("matrix/no-folder", (await study.RefusalAsync(db => WriteCodeMatrix.HandleAsync(new(Path.Combine(folder, "none", "m.csv")), db, Token))).Code);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Every_reason_has_words_in_both_languages()
    {
        foreach (var reason in Undefined.All.Concat(SaturationRun.Reasons))
        {
            var words = TableReasons.Words(reason);
            Assert.NotEqual(reason, words.Id);
            Assert.NotEqual(words.Id, words.En);
        }
    }
}
