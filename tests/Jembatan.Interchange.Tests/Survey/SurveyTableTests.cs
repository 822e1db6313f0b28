using System.Text;
using Jembatan.Core;
using Jembatan.Interchange.Survey;

namespace Jembatan.Interchange.Tests.Survey;

public sealed class SurveyTableTests
{
    private const string Csv = "Kode,Umur,Kelompok,Mengapa berhenti?,Singkat,Saran\n"
        + "R1,40,nelayan,\"Uangnya tidak tentu, kalau musim barat tidak melaut sama sekali.\",ya saya ikut,\n"
        + "R2,35,petani,Menunggu panen dulu baru bisa bayar iuran untuk tiga bulan sekaligus.,tidak mau lagi,lebih dekat\n"
        + "R3,,nelayan,Tidak pernah ada petugas yang datang ke desa kami sejak tahun lalu.,sudah lama sekali,\n"
        + "R1,29,petani,\"Lupa, lalu sudah menunggak dan malu untuk datang ke kantor lagi.\",belum tahu caranya,dekat\n"
        + ",51,buruh,Kartu dipegang juragan jadi saya tidak tahu masih aktif atau tidak.,kata teman mahal,dekat\n";

    private static async Task<Result<SurveyTable>> Read(string csv, params (string Column, SurveyColumnKind Kind)[] mapping) => await SurveyTable.ReadAsync(
        "survei.csv", new MemoryStream(Encoding.UTF8.GetBytes(csv)), mapping.Length == 0 ? null : new(mapping.ToDictionary(m => m.Column, m => m.Kind)), TestContext.Current.CancellationToken);

    [Fact]
    public async Task Kinds_of_columns_are_guessed_from_their_answers()
    {
        var survey = (await Read(Csv.Replace("R1,29", "R4,29", StringComparison.Ordinal).Replace("\n,51", "\nR5,51", StringComparison.Ordinal))).Value;
        Assert.Equal([SurveyColumnKind.Id, SurveyColumnKind.Closed, SurveyColumnKind.Closed, SurveyColumnKind.Open, SurveyColumnKind.Open, SurveyColumnKind.Closed], survey.Columns.Select(c => c.Kind));
        Assert.Equal(["R1", "R2", "R3", "R4", "R5"], survey.Respondents.Select(r => r.Name));
        Assert.Equal("35", survey.Respondents[1].Values["Umur"]);
        Assert.False(survey.Respondents[2].Values.ContainsKey("Umur"));
        Assert.Equal("Mengapa berhenti?", survey.Respondents[0].Answers[0].Question);
        Assert.StartsWith("Uangnya tidak tentu, kalau", survey.Respondents[0].Answers[0].Text.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mapping_overrides_the_guess_and_doubles_are_numbered()
    {
        var survey = (await Read(Csv, ("kode", SurveyColumnKind.Id), ("Saran", SurveyColumnKind.Open), ("Singkat", SurveyColumnKind.Ignored))).Value;
        Assert.Equal(["R1", "R2", "R3", "R1 (2)", "R005"], survey.Respondents.Select(r => r.Name));
        Assert.Equal([1, 2, 1, 2, 2], survey.Respondents.Select(r => r.Answers.Count));
        Assert.Equal(["Left out: the columns Singkat.", "2 open answers are empty and make no text.", "1 respondents share a name with an earlier row and were numbered, such as 'R1 (2)'."], survey.Losses);
    }

    [Fact]
    public async Task Mistakes_in_the_mapping_and_tables_without_questions_are_told()
    {
        Assert.Equal("survey/no-column", (await Read(Csv, ("Tidak ada", SurveyColumnKind.Open))).Problem?.Code);
        Assert.Equal("survey/two-ids", (await Read(Csv, ("Kode", SurveyColumnKind.Id), ("Umur", SurveyColumnKind.Id))).Problem?.Code);
        Assert.Equal("survey/no-open-question", (await Read("Kode,Umur\nR1,40\nR2,41\n")).Problem?.Code);
    }

    [Fact]
    public async Task A_mapping_is_read_from_a_table()
    {
        async Task<Result<SurveyMapping>> Map(string csv) => await SurveyMapping.ReadAsync("peta.csv", new MemoryStream(Encoding.UTF8.GetBytes(csv)), TestContext.Current.CancellationToken);
        Assert.Equal(SurveyColumnKind.Ignored, (await Map("column,kind\nUmur,closed\nSaran,abaikan\n")).Value.Kinds["saran"]);
        Assert.Equal("survey/bad-mapping", (await Map("column,kind\nUmur,apa\n")).Problem?.Code);
        Assert.Equal("survey/bad-mapping", (await Map("kolom,jenis\nUmur,closed\n")).Problem?.Code);
    }
}
