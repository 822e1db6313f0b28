using Jembatan.Cli.Tests.Contract;

namespace Jembatan.Cli.Tests.Journeys;

/// <summary>The same verbs on a study in PostgreSQL.</summary>
public sealed class DatabaseTests(PostgresServer server)
{
    [Fact]
    public async Task A_study_in_a_database_goes_from_nothing_to_a_verdict_too()
    {
        using var place = new Place();
        var connection = await server.NewDatabaseAsync();
        string[] At(string verb, params string[] rest) => [verb, .. rest, "--database", connection, "--study", "nelayan"];
        await Run.FailsAsync("study/not-found", At("sources"));
        await Run.JsonAsync(At("new", "--title", "Nelayan", "--template", "servo"));
        await Run.FailsAsync("study/exists", At("new", "--title", "Nelayan"));
        const string Text = "Pewawancara: Kenapa?\nNarasumber: Musim barat tidak melaut 🐟.\n";
        await Run.JsonAsync(At("import", place.Write("n01.txt", Text)));
        await Run.JsonAsync(At("codebook", "--add", "FI02", "--name", "Pendapatan tidak menentu", "--element", "E"));
        var coding = (await Run.JsonAsync(At("code", "n01", "33", "58", "FI02", "--basis", "experience"))).GetProperty("coding");
        Assert.Equal("Musim barat tidak melaut 🐟"[..coding.Text("text").Length], coding.Text("text"));
        await Run.JsonAsync(At("strategy", "--add", "koperasi", "--title", "Koperasi", "--claims", "FI02"));
        await Run.JsonAsync(At("criterion", "--add", "SE9", "--pair", "SE", "--question", "Musim barat?"));
        await Run.JsonAsync(At("rate", "koperasi", "SE9", "-1", "--observed", "bulanan", "--evidence", coding.Text("id"), "--rater", "Ana"));
        await Run.JsonAsync(At("verdict", "koperasi", "--is", "misfit", "--because", "Tidak ikut musim"));
        Assert.Equal(-0.5, (await Run.JsonAsync(At("servo"))).Items("strategies").Single(s => s.Text("id") == "koperasi").Items("pairs")[0].GetProperty("fit").GetDouble(), 12);
        Assert.Equal("FI02", (await Run.JsonAsync(At("causes"))).Items("causes")[0].Text("code"));
        await Run.JsonAsync(At("trace", "fit:koperasi/SE", "--down"));
        await Run.JsonAsync(At("report", place["laporan.html"]));
        var copy = place["salinan.jembatan"];
        await Run.JsonAsync(At("copy", copy));
        await Run.JsonAsync("code", copy, "n01", "33", "38", "FI02", "--coder", "Bima");
        await Run.JsonAsync(At("merge", copy));
        Assert.Equal(2, (await Run.JsonAsync(At("codings"))).Items("codings").Count);
        Assert.Equal("Give verdict", (await Run.JsonAsync(At("undo"))).Items("undone")[0].Text("label"));
        Assert.True((await Run.JsonAsync(At("doctor"))).GetProperty("healthy").GetBoolean());
        await Run.JsonAsync(At("purge", "n01", "--yes"));
        Assert.True((await Run.JsonAsync(At("doctor"))).GetProperty("healthy").GetBoolean());
    }

    [Fact]
    public async Task A_database_that_does_not_answer_or_half_an_address_is_told()
    {
        await Run.FailsAsync("database/unreachable", "sources", "--database", "Host=127.0.0.1;Port=1;Username=app;Database=x;Timeout=3", "--study", "x");
        await Run.FailsAsync("database/bad-connection", "sources", "--database", "ini bukan alamat", "--study", "x");
        await Run.FailsAsync("usage/database", "sources", "--database", "Host=127.0.0.1");
    }
}
