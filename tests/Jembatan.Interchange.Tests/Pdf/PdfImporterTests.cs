using System.Text;

namespace Jembatan.Interchange.Tests.Pdf;

public sealed class PdfImporterTests
{
    [Fact]
    public async Task Lines_come_from_top_to_bottom_with_a_gap_between_pages()
    {
        var read = (await Samples.ImportAsync("a.pdf", Samples.Pdf(["Baris satu kata", "Baris dua"], [], ["Halaman tiga"]))).Value;
        Assert.Equal("Baris satu kata\nBaris dua\n\nHalaman tiga", read.Text.Value);
        Assert.Equal("1 of 3 pages hold no text: 2. They may be pictures of text.", read.Losses.Single());
    }

    [Fact]
    public async Task Pages_without_text_are_told() => Assert.Equal("pdf/no-text", (await Samples.ImportAsync("a.pdf", Samples.Pdf([], []))).Problem?.Code);

    [Fact]
    public async Task Another_file_under_its_name_is_told() => Assert.Equal("pdf/not-a-pdf", (await Samples.ImportAsync("a.pdf", "halo")).Problem?.Code);

    [Fact]
    public async Task A_head_without_a_body_is_damaged() => Assert.Equal("pdf/damaged", (await Samples.ImportAsync("a.pdf", "%PDF-1.7\nhalo")).Problem?.Code);

    [Fact]
    public async Task A_password_is_told()
    {
        const string Body = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n"
            + "4 0 obj<</Filter/Standard/V 1/R 2/O(01234567890123456789012345678901)/U(01234567890123456789012345678901)/P -4>>endobj\n";
        var offsets = Enumerable.Range(1, 4).Select(i => Body.IndexOf($"{i} 0 obj", StringComparison.Ordinal));
        var xref = "xref\n0 5\n0000000000 65535 f \n" + string.Concat(offsets.Select(o => $"{o:D10} 00000 n \n"));
        var pdf = Body + xref + $"trailer<</Size 5/Root 1 0 R/Encrypt 4 0 R/ID[(0123456789012345)(0123456789012345)]>>\nstartxref\n{Body.Length}\n%%EOF";
        Assert.Equal("pdf/encrypted", (await Samples.ImportAsync("a.pdf", Encoding.ASCII.GetBytes(pdf))).Problem?.Code);
    }
}
