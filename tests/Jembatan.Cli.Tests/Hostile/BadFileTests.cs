using System.Text;
using System.Text.Json;
using Jembatan.Cli.Tests.Contract;

namespace Jembatan.Cli.Tests.Hostile;

/// <summary>One import of a folder of bad files with a good one among them: each bad one is told, and the good one is there.</summary>
public sealed class BadFiles : IAsyncLifetime
{
    private readonly Place place = new();

    public string Study { get; private set; } = "";

    public JsonElement Report { get; private set; }

    public int Code { get; private set; }

    public string Error { get; private set; } = "";

    /// <summary>What became of a file.</summary>
    public JsonElement this[string file] => Report.Items("files").Single(f => f.Text("file") == file);

    public async ValueTask InitializeAsync()
    {
        Study = await place.StudyAsync();
        var folder = Directory.CreateDirectory(place["berkas"]).FullName;
        void Add(string name, byte[] bytes) => File.WriteAllBytes(Path.Combine(folder, name), bytes);
        Add("baik.docx", Zips.Talk());
        Add("bukan-zip.docx", "Pewawancara: ini teks biasa"u8.ToArray());
        Add("bom.docx", Zips.Of(("word/document.xml", new byte[40 << 20])));
        Add("naik.docx", Zips.Docx(Zips.Body("<w:p/>"), ("../../keluar.txt", "x"u8.ToArray())));
        Add("dtd.docx", Zips.Docx("<!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><x>&f;</x>"));
        Add("tawa.docx", Zips.Docx("<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><x>&b;</x>"));
        Add("terkunci.docx", Zips.Encrypted());
        Add("rusak.docx", Zips.Talk()[..^200]);
        Add("terkunci.pdf", Zips.EncryptedPdf());
        Add("rusak.pdf", "%PDF-1.7\n1 0 obj\n<</Type/Cat"u8.ToArray());
        Add("bukan.pdf", "ini bukan pdf"u8.ToArray());
        Add("kosong.txt", []);
        Add("gambar.txt", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 1, 2, 3, 0, 0, 0, 4]);
        Add("campur.txt", [.. "satu “kutip” dan café\n"u8, .. "kafe caf"u8, 0xE9, (byte)'\n']);
        Add("pasangan.txt", [.. "a"u8, 0xED, 0xA0, 0x80, .. "b\0c\n"u8]);
        await using (var large = File.Create(Path.Combine(folder, "besar.txt")))
        {
            var line = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("kata demi kata tanpa akhir ", 40_000)));
            for (var written = 0L; written < 200L << 20; written += line.Length) await large.WriteAsync(line);
        }

        await FormTests.ShellAsync("mkfifo", place["antre.txt"]);
        Directory.CreateDirectory(place["lenyap"]);
        File.WriteAllText(place["lenyap/hilang.txt"], "Narasumber: sebentar lagi hilang.\n");
        using var process = Run.Start(["import", Study, place["antre.txt"], place["lenyap"], folder, "--json"]);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        // Opening the queue waits until the import reads it: by then the folders are listed.
        await using (var queue = new FileStream(place["antre.txt"], FileMode.Open, FileAccess.Write))
        {
            File.Delete(place["lenyap/hilang.txt"]);
            await queue.WriteAsync("Pewawancara: Kenapa?\nNarasumber: Ya begitu.\n"u8.ToArray());
        }

        await process.WaitForExitAsync();
        (Code, Error, Report) = (process.ExitCode, await error, JsonElement.Parse(await output));
    }

    public ValueTask DisposeAsync()
    {
        place.Dispose();
        return ValueTask.CompletedTask;
    }
}

/// <summary>Bad input ends in a clear problem, and nothing is lost.</summary>
public sealed class BadFileTests(BadFiles files) : IClassFixture<BadFiles>
{
    private void Fails(string file, params string[] codes)
    {
        var outcome = files[file];
        Assert.Equal("failed", outcome.Text("status"));
        Assert.Empty(outcome.GetProperty("sources").EnumerateArray());
        var problem = outcome.GetProperty("problem");
        Assert.Contains(problem.Text("code"), codes);
        Assert.Contains(file, problem.Text("message"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_zip_is_told() => Fails("bukan-zip.docx", "docx/not-a-zip");

    [Fact]
    public void A_zip_bomb_is_refused() => Fails("bom.docx", "docx/zip-bomb");

    [Fact]
    public void Entries_that_climb_out_are_refused() => Fails("naik.docx", "docx/unsafe-part");

    [Fact]
    public void Entities_that_read_files_are_refused() => Fails("dtd.docx", "docx/bad-xml");

    [Fact]
    public void Entities_that_grow_are_refused() => Fails("tawa.docx", "docx/bad-xml");

    [Fact]
    public void An_encrypted_document_is_told() => Fails("terkunci.docx", "docx/encrypted");

    [Fact]
    public void A_damaged_document_is_told() => Fails("rusak.docx", "docx/not-a-zip", "docx/damaged");

    [Fact]
    public void An_encrypted_PDF_is_told() => Fails("terkunci.pdf", "pdf/encrypted");

    [Fact]
    public void A_damaged_PDF_is_told() => Fails("rusak.pdf", "pdf/damaged");

    [Fact]
    public void What_is_no_PDF_is_told() => Fails("bukan.pdf", "pdf/not-a-pdf");

    [Fact]
    public void An_empty_file_is_told() => Fails("kosong.txt", "import/empty");

    [Fact]
    public void A_text_of_200_MB_is_refused() => Fails("besar.txt", "import/too-large");

    [Fact]
    public void A_binary_named_txt_is_told() => Fails("gambar.txt", "text/binary");

    [Fact]
    public void A_file_that_disappears_during_the_import_is_told() => Fails("hilang.txt", "import/not-found");

    [Fact]
    public void Mixed_encodings_come_in_and_are_told()
    {
        Assert.Equal("imported", files["campur.txt"].Text("status"));
        Assert.Contains("mixes encodings", files["campur.txt"].Items("losses")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lone_surrogates_and_zero_characters_become_marks_one_for_one_and_are_counted()
    {
        Assert.Equal("imported", files["pasangan.txt"].Text("status"));
        Assert.NotEmpty(files["pasangan.txt"].Items("losses"));
        var text = (await Run.JsonAsync("show", files.Study, "pasangan")).GetProperty("source").Text("text");
        Assert.DoesNotContain('\0', text);
        Assert.StartsWith("a", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_others_are_there_and_the_run_ends_with_1_in_one_line()
    {
        Assert.Equal(1, files.Code);
        Assert.StartsWith("import/some-failed: ", Assert.Single(files.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Equal(["antre", "baik", "campur", "pasangan"], (await Run.JsonAsync("sources", files.Study)).Items("sources").Select(s => s.Text("name")).Order(StringComparer.Ordinal));
        Assert.True((await Run.JsonAsync("doctor", files.Study)).GetProperty("healthy").GetBoolean());
    }

    [Fact]
    public async Task A_selection_outside_the_text_or_without_a_character_is_refused()
    {
        await Run.JsonAsync("codebook", files.Study, "--add", "X1", "--name", "Kode");
        await Run.FailsAsync("selection/outside", "code", files.Study, "baik", "0", "100000", "X1");
        await Run.FailsAsync("selection/empty", "code", files.Study, "baik", "5", "5", "X1");
        await Run.FailsAsync("code/not-found", "code", files.Study, "baik", "0", "5", "TIDAK-ADA");
        await Run.FailsAsync("source/not-found", "code", files.Study, "tidak-ada", "0", "5", "X1");
    }
}
