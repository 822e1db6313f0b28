using System.Globalization;
using System.Text.Json;
using Jembatan.Cli.Tests.Contract;
using Jembatan.Interchange.Tables;
using Parquet;

namespace Jembatan.Cli.Tests.Journeys;

/// <summary>Tables of codes and words from the command line, on a study small enough to count by hand; every figure is worked out here anew.</summary>
public sealed class TablesTests(TablesTests.Studies studies) : IClassFixture<TablesTests.Studies>
{
    private static readonly IReadOnlyDictionary<string, (string Group, string Said)> Interviews = new Dictionary<string, (string, string)>
    {
        ["n01"] = ("worker", "iuran berat. kantor jauh."), ["n02"] = ("worker", "iuran berat sekali."), ["n03"] = ("agent", "kantor dekat."), ["n04"] = ("agent", "kantor ramai. iuran murah."),
    };

    // Code, source, words: A1 on workers' and one agent's payment, B1 on the office.
    private static readonly (string Code, string Source, string Words)[] Codings =
        [("A1", "n01", "iuran berat"), ("A1", "n02", "iuran berat"), ("A1", "n04", "iuran"), ("B1", "n01", "kantor"), ("B1", "n03", "kantor"), ("B1", "n04", "kantor")];

    [Fact]
    public async Task Words_and_keyness_are_counted_as_by_hand()
    {
        var study = await studies.CodedAsync();
        var spoken = Interviews.ToDictionary(i => i.Key, i => i.Value.Said.Replace(".", "", StringComparison.Ordinal).Split(' '));
        var words = await Run.JsonAsync("words", study);
        Assert.Equal((13, 8), (words.Number("total"), words.Number("different")));
        foreach (var w in words.Items("words"))
        {
            var count = spoken.Values.Sum(s => s.Count(x => x == w.Text("word")));
            Assert.Equal((count, spoken.Values.Count(s => s.Contains(w.Text("word")))), (w.Number("count"), w.Number("sources")));
            Assert.Equal(1000.0 * count / 13, w.GetProperty("perThousand").GetDouble(), 1e-9);
        }

        var keyness = await Run.JsonAsync("keyness", study, "--target", "group=worker");
        Assert.Equal((7, 6), (keyness.Number("targetWords"), keyness.Number("referenceWords")));
        foreach (var w in keyness.Items("words"))
        {
            double a = spoken.Where(s => Interviews[s.Key].Group == "worker").Sum(s => s.Value.Count(x => x == w.Text("word"))), b = spoken.Where(s => Interviews[s.Key].Group == "agent").Sum(s => s.Value.Count(x => x == w.Text("word")));
            Assert.Equal((a, b), (w.Number("target"), w.Number("reference")));
            double c = 7 - a, d = 6 - b, over = a / 7 >= b / 6 ? 1 : -1;
            Near(over * 2 * (Term(a, 7 * (a + b) / 13) + Term(b, 6 * (a + b) / 13) + Term(c, 7 * (c + d) / 13) + Term(d, 6 * (c + d) / 13)), w, "g2FourCell");
            Near(over * 2 * (Term(a, 7 * (a + b) / 13) + Term(b, 6 * (a + b) / 13)), w, "g2TwoTerm");
            if (b == 0 || a == 0) Assert.Equal("keyness/missing-on-one-side", w.Text("reason"));
            if (b == 0 || a == 0) continue;
            Near(Math.Log2(a / 7 / (b / 6)), w, "logRatio");
            Near(100 * ((a / 7) - (b / 6)) / (b / 6), w, "percentDifference");
            Near(a * d / (b * c), w, "oddsRatio");
        }
    }

    [Fact]
    public async Task A_crosstab_is_that_of_four_informants_and_its_matrix_reads_back_to_the_same_figures()
    {
        using var place = new Place();
        var study = await studies.CodedAsync();
        foreach (var kind in (string[])["presence", "codings", "share"])
        {
            foreach (var ending in (string[])["csv", "xlsx", "parquet"])
            {
                var file = place[$"matriks-{kind}.{ending}"];
                var table = await Run.JsonAsync("crosstab", study, "--by", "group", "--values", kind, "--out", file);
                Assert.Equal((4, 0, file), (table.Number("ofInformants"), table.Number("withoutValue"), table.Text("written")));
                if (kind == "presence" && ending == "csv") CheckTests(table);
                var rows = await RowsAsync(file);
                Assert.Equal(["n01", "n02", "n03", "n04"], rows.Select(r => r["informant"]));
                foreach (var row in table.Items("rows"))
                {
                    foreach (var cell in row.Items("cells"))
                    {
                        var own = rows.Where(r => r["group"] == cell.Text("value")).ToList();
                        double Sum() => own.Sum(r => double.Parse(r["code_" + row.Text("code")], CultureInfo.InvariantCulture));
                        if (kind == "presence") Assert.Equal(cell.Number("informants"), Sum());
                        if (kind == "codings") Assert.Equal(cell.Number("codings"), Sum());
                        if (kind != "share") continue;
                        // The printed share is of all that the group says: shares of informants weighted by how much each says.
                        var said = own.Sum(r => Spoken(r["informant"]));
                        Assert.Equal(cell.GetProperty("textShare").GetDouble(), own.Sum(r => double.Parse(r["code_" + row.Text("code")], CultureInfo.InvariantCulture) * Spoken(r["informant"])) / said, 1e-9);
                    }
                }
            }
        }
    }

    [Fact]
    public async Task Codes_that_occur_together_are_counted_by_turn_and_written_as_they_are_printed()
    {
        using var place = new Place();
        var study = await studies.CodedAsync();
        foreach (var ending in (string[])["csv", "xlsx", "parquet"])
        {
            var file = place["pasangan." + ending];
            var answer = await Run.JsonAsync("cooccur", study, "--within", "turn", "--out", file);
            Assert.Equal((4, file), (answer.Number("units"), answer.Text("written")));
            var pair = Assert.Single(answer.Items("pairs"));
            // Turns: A1 and B1 in n01 and n04, A1 alone in n02, B1 alone in n03.
            const double Both = 2, A = 3, B = 3, All = 4;
            Assert.Equal(("A1", "B1", 2), (pair.Text("a"), pair.Text("b"), pair.Number("both")));
            Near(Both / (A + B - Both), pair, "cCoefficient");
            Near(Both / (A + B - Both), pair, "jaccard");
            Near(2 * Both / (A + B), pair, "dice");
            Near(Both / Math.Sqrt(A * B), pair, "cosine");
            Near(Both / Math.Min(A, B), pair, "overlap");
            Near(Both * All / (A * B), pair, "lift");
            var row = Assert.Single(await RowsAsync(file));
            Assert.Equal((pair.Text("a"), pair.Text("b"), "2"), (row["a"], row["b"], row["both"]));
            foreach (var name in (string[])["c-coefficient", "jaccard", "dice", "cosine", "overlap", "lift"])
                Near(double.Parse(row[name], CultureInfo.InvariantCulture), pair, name == "c-coefficient" ? "cCoefficient" : name);
        }

        await Run.FailsAsync("matrix/format", "cooccur", study, "--out", place["pasangan.docx"]);
        await Run.FailsAsync("matrix/no-folder", "cooccur", study, "--out", place["tidak-ada/pasangan.csv"]);
    }

    [Theory]
    [InlineData("character", 44, 5, 6)]
    [InlineData("token", 7, 1, 1)]
    [InlineData("sentence", 3, 1, 0)]
    [InlineData("paragraph", 2, 1, 0)]
    [InlineData("turn", 2, 1, 0)]
    [InlineData("source", 2, 1, 0)]
    public async Task Agreement_of_a_study_is_that_of_its_units_counted_by_hand(string unit, int units, int both, int apart)
    {
        var study = await studies.DoublyCodedAsync();
        var answer = await Run.JsonAsync("agreement", study, "--unit", unit, "--interval", "none");
        Assert.Equal((units, 2, 2 * units), (answer.GetProperty("data").Number("units"), answer.GetProperty("data").Number("coders"), answer.GetProperty("data").Number("values")));
        var estimates = answer.Items("estimates").Where(e => e.Text("scope") == "code").ToDictionary(e => e.Text("category"), e => e.GetProperty("value").GetDouble());

        // α of two values by whole numbers: 1 − (n − 1) · 2 apart / (2 n₁ n₀), n = 2 units, n₁ = 2 both + apart.
        double n = 2 * units, one = (2 * both) + apart;
        Assert.Equal(1 - ((n - 1) * 2 * apart / (2 * one * (n - one))), estimates["A1"], 1e-12);
        // B1 stands in n02 by one coder alone: at every unit longer than a character one unit is apart and none alike, which is chance exactly.
        if (unit != "character") Assert.Equal(0.0, estimates["B1"]);
    }

    private static void CheckTests(JsonElement table)
    {
        // A1: two of two workers and one of two agents.
        var a = table.Items("rows").Single(r => r.Text("code") == "A1");
        Assert.Equal([(2, 2), (1, 1)], new[] { "worker", "agent" }.Select(g => a.Items("cells").Single(c => c.Text("value") == g)).Select(c => (c.Number("informants"), c.Number("codings"))));
        const double N = 4, P = 2, Q = 1, R = 0, S = 1;                     // P workers with it, Q agents with it, R and S without
        const double Chi = N * ((P * S) - (Q * R)) * ((P * S) - (Q * R)) / ((P + Q) * (R + S) * (P + R) * (Q + S));
        Near(Chi, a.GetProperty("chiSquared"), "statistic");
        Near(2 * (Term(P, 1.5) + Term(Q, 1.5) + Term(R, .5) + Term(S, .5)), a.GetProperty("likelihoodRatio"), "statistic");
        Near(1, a.GetProperty("fisher"), "p");                              // both tables with these margins are equally likely, 2/4 each
        Near(Math.Sqrt(Chi / N), a.GetProperty("cramersV"), "value");
        Near((P - 1.5) / Math.Sqrt(1.5 * (1 - (3 / N)) * (1 - (2 / N))), a.Items("cells").Single(c => c.Text("value") == "worker"), "adjustedResidual");
        Near(22.0 / (Spoken("n01") + Spoken("n02")), a.Items("cells").Single(c => c.Text("value") == "worker"), "textShare");        // twice "iuran berat", 11 letters
    }

    private static double Term(double observed, double expected) => observed == 0 ? 0 : observed * Math.Log(observed / expected);

    private static void Near(double expected, JsonElement element, string name) => Assert.Equal(expected, element.GetProperty(name).GetDouble(), 1e-9);

    // Every row of a file that was written, each cell as text.
    private static async Task<IReadOnlyList<IReadOnlyDictionary<string, string>>> RowsAsync(string file)
    {
        await using var stream = File.OpenRead(file);
        if (file.EndsWith(".xlsx", StringComparison.Ordinal))
        {
            var sheet = Assert.Single((await TableReader.ReadSheetsAsync(Path.GetFileName(file), stream, null, CancellationToken.None)).Value.Values);
            return [.. sheet.Rows.Select(r => sheet.Header.Zip(r).ToDictionary(c => c.First, c => c.Second))];
        }

        if (file.EndsWith(".csv", StringComparison.Ordinal))
        {
            var rows = (await TableReader.ReadRowsAsync(Path.GetFileName(file), stream, null, CancellationToken.None)).Value;
            return [.. rows.Skip(1).Select(r => rows[0].Zip(r).ToDictionary(c => c.First, c => c.Second))];
        }

        await using var reader = await ParquetReader.CreateAsync(stream, cancellationToken: CancellationToken.None);
        using var group = reader.OpenRowGroupReader(0);
        var length = (int)group.RowCount;
        var columns = new Dictionary<string, string[]>();
        foreach (var field in reader.Schema.GetDataFields())
        {
            if (field.ClrType == typeof(int)) columns[field.Name] = await NumbersAsync<int>();
            else if (field.ClrType == typeof(long)) columns[field.Name] = await NumbersAsync<long>();
            else if (field.ClrType == typeof(double)) columns[field.Name] = await NumbersAsync<double>();
            else if (field.ClrType == typeof(bool)) columns[field.Name] = await NumbersAsync<bool>();
            else
            {
                var texts = new string?[length];
                await group.ReadAsync(field, texts.AsMemory()!);
                columns[field.Name] = [.. texts.Select(t => t ?? "")];
            }

            async Task<string[]> NumbersAsync<T>() where T : struct
            {
                var values = new T?[length];
                await group.ReadAsync<T>(field, values.AsMemory());
                return [.. values.Select(v => Convert.ToString(v, CultureInfo.InvariantCulture) ?? "")];
            }
        }

        return [.. Enumerable.Range(0, length).Select(i => columns.ToDictionary(c => c.Key, c => c.Value[i]))];
    }

    /// <summary>The studies, each made once by the program; to be read only.</summary>
    public sealed class Studies : IDisposable
    {
        private readonly Place once = new(), twice = new();
        private readonly Lazy<Task<string>> coded, doublyCoded;

        public Studies()
        {
            coded = new(() => StudyAsync(once, Codings));
            doublyCoded = new(async () =>
            {
                var study = await StudyAsync(twice, [("A1", "n01", "iuran berat"), ("B1", "n02", "iuran")]);
                await CodeAsync(study, "A1", "n01", "iuran", "Budi");
                foreach (var source in (string[])["n01", "n02"]) foreach (var coder in (string[])["Ana", "Budi"]) await Run.JsonAsync("done", study, source, "--coder", coder);
                return study;
            });
        }

        /// <summary>Coded by Ana alone.</summary>
        public Task<string> CodedAsync() => coded.Value;

        /// <summary>Two of its sources coded by Ana and Budi, and done.</summary>
        public Task<string> DoublyCodedAsync() => doublyCoded.Value;

        public void Dispose()
        {
            once.Dispose();
            twice.Dispose();
        }
    }

    private static async Task<string> StudyAsync(Place place, (string Code, string Source, string Words)[] codings)
    {
        var study = await place.StudyAsync();
        foreach (var code in (string[])["A1", "B1"]) await Run.JsonAsync("codebook", study, "--add", code, "--name", code, "--element", "E");
        Directory.CreateDirectory(place["transkrip"]);
        foreach (var (name, (_, said)) in Interviews) place.Write($"transkrip/{name}.txt", TextOf(said));
        place.Write("lembar.csv", "nama,kelompok\n" + string.Concat(Interviews.Select(i => $"{i.Key},{i.Value.Group}\n")));
        await Run.JsonAsync("import", study, place["transkrip"], "--cases", place["lembar.csv"]);
        foreach (var (code, source, words) in codings) await CodeAsync(study, code, source, words, "Ana");
        return study;
    }

    // Code points that the informant says: no label, no line break, no question.
    private static double Spoken(string source) => Interviews[source].Said.Length;

    private static string TextOf(string said) => $"Pewawancara: Apa?\nNarasumber: {said}\n";

    private static Task<JsonElement> CodeAsync(string study, string code, string source, string words, string coder)
    {
        var start = TextOf(Interviews[source].Said).IndexOf(words, StringComparison.Ordinal);
        return Run.JsonAsync("code", study, source, start.ToString(CultureInfo.InvariantCulture), (start + words.Length).ToString(CultureInfo.InvariantCulture), code, "--coder", coder);
    }
}
