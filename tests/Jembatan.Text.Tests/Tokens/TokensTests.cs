using System.Text.Json;
using Jembatan.Text.Tokens;

namespace Jembatan.Text.Tests.Tokens;

public sealed class TokensTests
{
    [Fact]
    public void Words_are_runs_of_letters_with_positions_in_code_points()
    {
        var words = Tokenizer.Words("Saya😀 bayar, sehari-hari don’t! 12.5%");
        Assert.Equal(["saya", "bayar", "sehari-hari", "don't", "12", "5"], words.Select(w => w.Form));
        Assert.Equal([(0, 4), (6, 11), (13, 24), (25, 30), (32, 34), (35, 36)], words.Select(w => (w.Start, w.End)));
        Assert.Empty(Tokenizer.Words(" -- ' \ud800 "));
    }

    [Fact]
    public void Marks_that_nobody_sees_do_not_part_a_word_and_are_not_in_its_form()
    {
        var words = Tokenizer.Words("per\u00ADlindungan so\u00ADsial\u00AD, a\u200Db");
        Assert.Equal(["perlindungan", "sosial", "ab"], words.Select(w => w.Form));
        Assert.Equal([(0, 13), (14, 21), (24, 27)], words.Select(w => (w.Start, w.End)));
    }

    [Fact]
    public void Every_word_stands_where_it_says() => Gen.String.Sample(text =>
    {
        var points = text.EnumerateRunes().ToArray();
        var last = 0;
        foreach (var word in Tokenizer.Words(text))
        {
            Assert.True(word.Start >= last && word.End > word.Start && word.End <= points.Length);
            Assert.Equal(word.Form, Tokenizer.Form(string.Concat(points[word.Start..word.End].Select(r => r.ToString()))));
            last = word.End;
        }
    });

    [Theory]
    [InlineData("kepesertaan", "serta")]
    [InlineData("ketenagakerjaan", "tenagakerja")]
    public void Indonesian_words_have_the_stems_that_Lucene_prints(string word, string stem) => Assert.Equal(stem, Stemmer.Stem(word, StemLanguage.Indonesian));

    [Fact]
    public void Forms_of_a_word_meet_in_its_stem()
    {
        Assert.Equal(Stemmer.Stem("membayar", StemLanguage.Indonesian), Stemmer.Stem("pembayaran", StemLanguage.Indonesian));
        Assert.Equal("bayar", Stemmer.Stem("membayar", StemLanguage.Indonesian));
        Assert.Equal("buku", Stemmer.Stem("buku-buku", StemLanguage.Indonesian));
        Assert.Equal(Stemmer.Stem("workers", StemLanguage.English), Stemmer.Stem("worker", StemLanguage.English));
    }

    [Fact]
    public void Any_word_has_a_stem() => Gen.String.Sample(text =>
    {
        foreach (var word in Tokenizer.Words(text))
            Assert.All(Enum.GetValues<StemLanguage>(), language => Assert.NotEmpty(Stemmer.Stem(word.Form, language)));
    });

    [Theory]
    [InlineData("bayar iuran", null, "0-1")]
    [InlineData("BAYAR", null, "0-0")]
    [InlineData("*bayar*", null, "0-0 3-3")]
    [InlineData("pemb*", null, "3-3")]
    [InlineData("* iuran", null, "0-1 3-4")]
    [InlineData("bayar iuran", StemLanguage.Indonesian, "0-1 3-4")]
    [InlineData("tidak", null, "")]
    public void A_query_finds_words_in_a_row(string query, StemLanguage? stems, string expected) =>
        Assert.Equal(expected, string.Join(' ', WordQuery.Of(query, stems)!.Find(Tokenizer.Words("bayar iuran itu pembayaran iuran")).Select(m => $"{m.First}-{m.Last}")));

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("...")]
    [InlineData("* *")]
    public void A_query_without_a_word_is_none(string query) => Assert.Null(WordQuery.Of(query, null));

    [Theory]
    [InlineData("keyness_120_60_100000_100000")]
    [InlineData("keyness_5_0_1000_2000")]
    [InlineData("keyness_1000_1000_50000_50000")]
    public void Keyness_is_that_of_independent_programs(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "tests", "oracles", "keyness.json")));
        var oracle = document.RootElement.GetProperty("cases").EnumerateArray().Single(c => c.GetProperty("name").GetString() == name);
        var (data, expected) = (oracle.GetProperty("data"), oracle.GetProperty("expected"));
        var result = Keyness.Measure(data.GetProperty("a").GetInt32(), data.GetProperty("b").GetInt32(), data.GetProperty("target_total").GetInt64(), data.GetProperty("reference_total").GetInt64());
        Near("G2_full4", result.G2);
        Near("LL_rayson_2term", result.G2TwoTerm);
        Near("chi2", result.ChiSquared);
        Near("log_ratio", result.LogRatio);
        Near("pct_diff", result.PercentDifference);
        Near("odds_ratio", result.OddsRatio);
        Near("BIC", result.Bic);

        void Near(string property, double? actual)
        {
            var e = expected.GetProperty(property);
            Assert.Equal(e.ValueKind == JsonValueKind.Null, actual is null);
            if (actual is { } v) Assert.Equal(0, (v - e.GetDouble()) / Math.Max(1, Math.Abs(e.GetDouble())), 1e-9);
        }
    }

    [Fact]
    public void Keyness_changes_its_sign_when_the_sides_change() => Gen.Select(Gen.Int[0, 50], Gen.Int[0, 50]).Sample((a, b) =>
    {
        var (one, two) = (Keyness.Measure(a, b, 100, 300), Keyness.Measure(b, a, 300, 100));
        Assert.Equal(Math.Abs(one.G2), Math.Abs(two.G2), 1e-9);
        if (a * 300 != b * 100) Assert.Equal(-Math.Sign(one.G2), Math.Sign(two.G2));
        Assert.Equal(one.ChiSquared, two.ChiSquared, 1e-9);
        Assert.True(Math.Abs(one.G2TwoTerm) <= Math.Abs(one.G2) + 1e-9);
    });
}
