using System.Text.Json;

namespace Jembatan.Cli.Tests.Hostile;

/// <summary>Models, scenarios, paths, parts and targets that cannot be used: the problem names file, line and field.</summary>
public sealed class BadCoverageTests
{
    private const string Chain = """
        kind: chain
        states: [uncovered, covered]
        covered: [covered]
        start: [1, 0]
        monthly:
          - [0.995, 0.005]
          - [0.040, 0.960]
        """;

    private const string Small = """
        kind: membership
        start: 2023-12
        population:
          - {count: 40000, sector: trade, status: own-account, province: DKI Jakarta}
          - {count: 60000, sector: agriculture, status: own-account, province: Aceh}
        persons: 4000
        months: 12
        states: {unaware: 0.5, aware: 0.3, attempted: 0, registered: 0, active: 0.1, grace: 0, ended: 0.1, claimed: 0, formal: 0, gone: 0}
        """;

    private static async Task ToldAsync(string code, IEnumerable<string> words, params string[] arguments)
    {
        var problem = await Run.FailsAsync(code, ["coverage", .. arguments]);
        var said = problem.GetProperty("message").GetString() + " " + problem.GetProperty("at").GetString();
        Assert.All(words, word => Assert.Contains(word, said, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("0.995, 0.005", "0.990, 0.005", "chain/row-sum", "line 6", "monthly[0]")]
    [InlineData("0.040, 0.960", "-0.040, 1.040", "chain/probability", "line 7", "monthly[1][0]")]
    [InlineData("0.995, 0.005", "1.005, -0.005", "chain/probability", "line 6", "monthly[0][0]")]
    [InlineData("start: [1, 0]", "start: [0.9, 0]", "chain/start-sum", "line 4", "start")]
    public async Task A_chain_with_wrong_numbers(string from, string to, string code, string line, string field)
    {
        using var place = new Place();
        await ToldAsync(code, ["rantai.yaml", line, field], "run", place.Write("rantai.yaml", Chain.Replace(from, to, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("run")]
    [InlineData("sensitivity")]
    public async Task A_model_that_is_no_text(string verb)
    {
        using var place = new Place();
        await File.WriteAllBytesAsync(place["biner.yaml"], [.. "kind: chain\nname: "u8, 0xC3, 0x28, 0xFF, .. "\n"u8], TestContext.Current.CancellationToken);
        await ToldAsync("coverage/encoding", ["biner.yaml", "UTF-8"], verb, place["biner.yaml"]);
    }

    [Theory]
    [InlineData("count: 40000, sector: trade", "count: 40000, sector: ", "model/empty", "line 4", "population[0].sector")]
    [InlineData("count: 40000", "count: ", "model/empty", "line 4", "population[0].count")]
    [InlineData("count: 60000", "count: -5", "model/out-of-range", "line 5", "population[1].count")]
    [InlineData("unaware: 0.5", "unaware: 0.4", "model/start-sum", "line 8", "states")]
    public async Task A_population_with_an_empty_cell_or_a_wrong_weight(string from, string to, string code, string line, string field)
    {
        using var place = new Place();
        await ToldAsync(code, ["model.yaml", line, field], "run", place.Write("model.yaml", Small.Replace(from, to, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("registration.success: 1.2", "registration.success", "0 to 1")]
    [InlineData("formal-job.probability: {value: -0.1, grade: C, source: own}", "formal-job.probability.value", "0 to 1")]
    [InlineData("income.rho: 1", "income.rho", "0 to 0.9999")]
    [InlineData("income.median: 0", "income.median", "1 to ")]
    [InlineData("missed-payment.intercept: 1000", "missed-payment.intercept", "-30 to 30")]
    public async Task A_parameter_that_is_no_probability_or_out_of_its_scale(string line, string field, string bounds)
    {
        using var place = new Place();
        await ToldAsync("model/out-of-range", ["model.yaml", "line 10", $"parameters.{field}", bounds], "run", place.Write("model.yaml", $"{Small}\nparameters:\n  {line}\n"));
    }

    [Theory]
    [InlineData("count: 40000", "count: 40000.5", "line 4", "population[0].count")]
    [InlineData("persons: 4000", "persons: 4000.5", "line 6", "persons")]
    public async Task Half_a_person(string from, string to, string line, string field)
    {
        using var place = new Place();
        await ToldAsync("model/bad-value", ["model.yaml", line, field, "whole number"], "run", place.Write("model.yaml", Small.Replace(from, to, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_part_for_a_folder_that_is_not_there_is_told_before_the_run()
    {
        using var place = new Place();
        var model = place.Write("model.yaml", Small);
        await ToldAsync("coverage/no-folder", ["hilang", "--out"], "run", model, "--shard", "1/2", "--out", Path.Combine(place["hilang"], "a.json"));
        Assert.False(Directory.Exists(place["hilang"]));
    }

    [Theory]
    [InlineData("--persons", "banyak", "no whole number")]
    [InlineData("--seed", "-1", "no whole number of 0 or more")]
    public async Task An_option_without_a_number_is_told_in_words(string option, string value, string words)
    {
        using var place = new Place();
        var run = await Run.OfAsync("coverage", "run", place.Write("model.yaml", Small), option, value);
        Assert.Equal(2, run.Code);
        Assert.Contains(words, run.Error, StringComparison.Ordinal);
        Assert.Contains("jembatan coverage run --help", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Weights_of_zero()
    {
        using var place = new Place();
        await ToldAsync("model/population", ["model.yaml", "line 3", "population"], "run", place.Write("model.yaml", Small.Replace("40000", "0", StringComparison.Ordinal).Replace("60000", "0", StringComparison.Ordinal)));
        var map = place.Write("peta.json", """{"columns":[{"field":"weight","column":"w"},{"field":"sector","column":"s"},{"field":"status","column":"st"}]}""");
        await ToldAsync("population/nobody", ["survei.csv", "weight"], "population", "--survey", place.Write("survei.csv", "w,s,st\n0,trade,own-account\n0,trade,own-account\n"), "--map", map);
        await ToldAsync("population/bad-cell", ["kosong.csv", "line 2", "column s"], "population", "--survey", place.Write("kosong.csv", "w,s,st\n10,,own-account\n"), "--map", map);
    }

    [Fact]
    public async Task Margins_that_contradict_each_other()
    {
        using var place = new Place();
        var map = place.Write("peta.json", """
            {"columns":[{"field":"weight","column":"w"},{"field":"sector","column":"s"},{"field":"status","column":"st"}],
             "margins":[{"field":"sector","is":"trade","persons":100},
                        {"field":"status","is":"own-account","persons":90}]}
            """);
        await ToldAsync("population/contradicting-margins", ["peta.json", "line 3", "field persons"], "population", "--survey", place.Write("survei.csv", "w,s,st\n10,trade,own-account\n"), "--map", map);
    }

    [Fact]
    public async Task A_path_of_the_economy_with_a_gap_too_short_or_without_numbers()
    {
        using var place = new Place();
        var model = place.Write("model.yaml", Small);
        const string Header = "month,growth_gap\n2023-12,0\n";
        await ToldAsync("macro/missing-month", ["sela.csv", "line 3", "column month", "2024-01"], "run", model, "--months", "2", "--macro", place.Write("sela.csv", Header + "2024-02,-0.01\n"));
        await ToldAsync("macro/too-short", ["pendek.csv", "line 3", "column month", "--months"], "run", model, "--months", "6", "--macro", place.Write("pendek.csv", Header + "2024-01,-0.01\n"));
        await ToldAsync("macro/not-a-number", ["kata.csv", "line 3", "growth_gap"], "run", model, "--months", "1", "--macro", place.Write("kata.csv", Header + "2024-01,banyak\n"));
    }

    [Fact]
    public async Task A_file_that_is_read_or_a_study_is_not_written_over()
    {
        using var place = new Place();
        var model = place.Write("model.yaml", Small);
        await ToldAsync("coverage/would-overwrite", ["model.yaml", "--out"], "run", model, "--shard", "1/2", "--out", Path.Combine(place.Path, ".", "model.yaml"));
        var study = await place.StudyAsync();
        await ToldAsync("coverage/would-overwrite", ["--out"], "run", model, "--shard", "1/2", "--out", study);
        Assert.Equal(Small, await File.ReadAllTextAsync(model, TestContext.Current.CancellationToken));
        await Run.JsonAsync("sources", study);
    }

    [Fact]
    public async Task A_number_with_a_comma_is_refused_and_never_ten_times_as_much()
    {
        using var place = new Place();
        foreach (var locale in (string[])["C.UTF-8", "id_ID.UTF-8"])
        {
            var run = await Run.WithAsync(null, ["coverage", "sensitivity", place.Write("rantai.yaml", Chain), "--deviation", "0,5"], ("LC_ALL", locale));
            Assert.Equal(2, run.Code);
            Assert.Contains("with a point", run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_lever_that_is_none_on_the_line_and_in_a_scenario_file()
    {
        using var place = new Place();
        var model = place.Write("model.yaml", Small);
        await ToldAsync("lever/unknown", ["magic", "subsidy"], "run", model, "--lever", "magic.wand=1");
        await ToldAsync("lever/unknown", ["skenario.yaml", "line 2", "levers[1]"], "run", model, "--scenario", place.Write("skenario.yaml", "levers: [subsidy.share=0.5,\n  magic.wand=1]\n"));
        await ToldAsync("lever/value", ["share", "0 to 1"], "run", model, "--lever", "subsidy.share=2");
        await ToldAsync("lever/together", ["channel-density"], "run", model, "--lever", "subsidy.through-price=1", "--lever", "channel-density.cash-cost=0", "--lever", "channel-density.province=Aceh");
    }

    [Fact]
    public async Task A_part_of_another_run_given_to_merge()
    {
        using var place = new Place();
        var model = place.Write("model.yaml", Small);
        foreach (var (name, part, seed) in new[] { ("a.json", "1/2", "42"), ("b.json", "2/2", "42"), ("lain.json", "2/2", "7") })
            await Run.JsonAsync("coverage", "run", model, "--shard", part, "--seed", seed, "--out", place[name]);
        await ToldAsync("coverage/other-run", ["lain.json", "a.json"], "merge", place["a.json"], place["lain.json"]);
        await ToldAsync("coverage/shards-missing", ["2"], "merge", place["a.json"]);
        await ToldAsync("coverage/not-a-shard", ["model.yaml"], "merge", place["a.json"], model);
        var whole = await Run.JsonAsync("coverage", "run", model);
        Assert.Equal(whole.GetProperty("hash").GetString(), (await Run.JsonAsync("coverage", "merge", place["b.json"], place["a.json"])).GetProperty("hash").GetString());
    }

    [Fact]
    public async Task A_target_that_no_run_comes_near()
    {
        using var place = new Place();
        var targets = place.Write("sasaran.json", "{\"targets\":[\n" + string.Join(",\n", new[] { ("2020-12", "2490000"), ("2021-12", "3550000"), ("2022-12", "6000000000"), ("2023-12", "9190000") }.Select(t =>
            $$"""{"id":"stock-{{t.Item1}}","name":{"id":"x","en":"x"},"month":"{{t.Item1}}","value":{{t.Item2}},"tolerance":0.1,"measure":"member-stock","use":"fit","mark":"B","source":"x"}""")) + "\n]}\n");
        await ToldAsync("calibration/unreachable-target", ["sasaran.json", "line 4", "field value", "stock-2022-12"], "calibrate", "--targets", targets, "--particles", "50");
    }

    [Fact]
    public async Task Options_that_do_not_go_together_and_folders_for_files_are_told()
    {
        using var place = new Place();
        var (model, chain) = (place.Write("model.yaml", Small), place.Write("rantai.yaml", Chain));
        var folder = Directory.CreateDirectory(place["map"]).FullName;
        await ToldAsync("usage/out-needs-shard", ["--out", "--shard"], "run", model, "--out", place["a.json"]);
        await ToldAsync("coverage/is-folder", ["map", "--out"], "run", model, "--shard", "1/2", "--out", folder);
        await ToldAsync("coverage/is-folder", ["map", "--out"], "population", "--survey", model, "--map", model, "--out", folder);
        await ToldAsync("coverage/is-folder", ["map", "folder"], "run", folder);
        await ToldAsync("coverage/option", ["--by", "groups of persons"], "run", chain, "--by", "sex");
        await ToldAsync("coverage/option", ["--months", "--month"], "sensitivity", "--months", "12");
    }

    [Fact]
    public async Task A_run_is_told_in_Indonesian_throughout()
    {
        using var place = new Place();
        var run = await Run.OfAsync("coverage", "run", place.Write("model.yaml", Small), "--language", "id");
        Assert.Equal(0, run.Code);
        Assert.DoesNotContain("(persons)", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("income-decile ", run.Out, StringComparison.Ordinal);
        Assert.Matches(@"\d,\d juta orang-bulan per detik", run.Out);
        Assert.Contains("Laki-laki", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Groups_of_parameters_and_the_raking_are_told_in_the_language_asked_for()
    {
        using var place = new Place();
        var indices = await Run.OfAsync("coverage", "sensitivity", "--base", "8", "--language", "id");
        Assert.Contains("perpanjangan penanggung iuran", indices.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("sponsor", indices.Out, StringComparison.Ordinal);
        var map = place.Write("peta.json", """
            { "columns": [ { "field": "weight", "column": "bobot" }, { "field": "status", "column": "status" }, { "field": "sector", "column": "sektor" } ],
              "margins": [ { "field": "sector", "is": "trade", "persons": 400 }, { "field": "sector", "is": "agriculture", "persons": 600 } ] }
            """);
        string[] asked = ["coverage", "population", "--survey", place.Write("survei.csv", "bobot,status,sektor\n10,own-account,G\n30,casual-agriculture,A\n"), "--map", map];
        var said = await Run.OfAsync([.. asked, "--language", "id"]);
        Assert.Contains("ukuran efektif 2 baris", said.Out, StringComparison.Ordinal);
        Assert.Contains("Raking: 1 putaran, galat terbesar 0, perubahan bobot terbesar ÷ terkecil 2,00", said.Out, StringComparison.Ordinal);
        Assert.Equal(2, (await Run.JsonAsync(asked)).GetProperty("raking").GetProperty("weightChangeRatio").GetDouble(), 1e-9);
    }
}
