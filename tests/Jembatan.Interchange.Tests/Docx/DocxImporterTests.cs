using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Jembatan.Core.Qualitative;
using Jembatan.Interchange.Docx;

namespace Jembatan.Interchange.Tests.Docx;

public sealed class DocxImporterTests
{
    private static async Task<ImportedText> Read(string body, params (string, string)[] more) => (await Samples.ImportAsync("a.docx", Samples.Docx(body, more))).Value;

    [Fact]
    public async Task Breaks_tabs_and_special_hyphens_are_kept()
    {
        var read = await Read("""<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t xml:space="preserve"> b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/><w:cr/></w:r></w:p><w:p/><w:p><w:r><w:t>e</w:t></w:r></w:p>""");
        Assert.Equal("a\t b\nc\u2011d\u00AD\n\n\ne", read.Text.Value);
        Assert.Empty(read.Losses);
    }

    [Fact]
    public async Task Insertions_stay_deletions_and_old_places_go_and_are_counted()
    {
        var read = await Read("""
            <w:p><w:ins><w:r><w:t>baru </w:t></w:r></w:ins><w:del><w:r><w:delText>lama</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>pindah</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>pindah</w:t></w:r></w:moveTo></w:p>
            """);
        Assert.Equal("baru pindah", read.Text.Value);
        Assert.Equal(["Left out: 1 old places of moved text.", "Left out: 1 tracked deletions."], read.Losses);
    }

    [Fact]
    public async Task A_deleted_paragraph_mark_joins_two_paragraphs()
    {
        var read = await Read("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>satu </w:t></w:r></w:p><w:p><w:r><w:t>dua</w:t></w:r></w:p><w:p><w:r><w:t>tiga</w:t></w:r></w:p>");
        Assert.Equal("satu dua\ntiga", read.Text.Value);
    }

    [Fact]
    public async Task Content_controls_links_and_fields_keep_their_words()
    {
        var read = await Read("""<w:sdt><w:sdtPr/><w:sdtContent><w:p><w:hyperlink><w:r><w:t>tautan</w:t></w:r></w:hyperlink><w:r><w:instrText>PAGE</w:instrText></w:r><w:sdt><w:sdtContent><w:r><w:t> isi</w:t></w:r></w:sdtContent></w:sdt><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath></w:p></w:sdtContent></w:sdt>""");
        Assert.Equal("tautan isix=1", read.Text.Value);
    }

    [Fact]
    public async Task Text_boxes_are_left_out_once_though_they_are_stored_twice()
    {
        var read = await Read("""
            <w:p><w:r><w:t>isi</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent><w:p><w:r><w:t>kotak</w:t></w:r></w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>kotak</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:drawing/></w:r></w:p>
            """);
        Assert.Equal("isi", read.Text.Value);
        Assert.Equal(["Left out: 1 pictures.", "Left out: 1 text boxes."], read.Losses);
    }

    [Fact]
    public async Task Other_parts_are_counted()
    {
        const string Ns = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
        var read = await Read("<w:p><w:r><w:t>isi</w:t></w:r></w:p>",
            ("word/comments.xml", $"<w:comments {Ns}><w:comment/><w:comment/></w:comments>"),
            ("word/footnotes.xml", $"<w:footnotes {Ns}><w:footnote w:type=\"separator\"/><w:footnote/></w:footnotes>"),
            ("word/header1.xml", $"<w:hdr {Ns}><w:p><w:r><w:t>Rahasia</w:t></w:r></w:p></w:hdr>"), ("word/header2.xml", $"<w:hdr {Ns}><w:p/></w:hdr>"));
        Assert.Equal(["Left out: 2 comments.", "Left out: 1 footnotes.", "Left out: 1 page headers."], read.Losses);
    }

    private static string Row(params string[] cells) => "<w:tr>" + string.Concat(cells.Select(c => "<w:tc>" + string.Concat(c.Split('|').Select(p => $"<w:p><w:r><w:t>{p}</w:t></w:r></w:p>")) + "</w:tc>")) + "</w:tr>";

    [Fact]
    public async Task A_speaker_table_with_heading_time_and_continued_cells_becomes_turns()
    {
        var read = await Read("<w:p><w:r><w:t>Judul</w:t></w:r></w:p><w:tbl>" + Row("Waktu", "Pembicara", "Isi") + Row("00:01", "Pewawancara", "Apa yang dirasakan?") + Row("00:05", "Bu Sari", "Susah.|Uang tidak ada.")
            + Row("", "", "Masih saya.") + Row("01:00:07", "Pewawancara", "Lalu?") + Row("", "Bu Sari", "Ya begitu.") + "</w:tbl>");
        Assert.Equal("Judul\nWaktu\tPembicara\tIsi\n00:01\tPewawancara\tApa yang dirasakan?\n00:05\tBu Sari\tSusah.\nUang tidak ada.\n\t\tMasih saya.\n01:00:07\tPewawancara\tLalu?\n\tBu Sari\tYa begitu.", read.Text.Value);
        Assert.Equal([Voice.Interviewer, Voice.Informant, Voice.Informant, Voice.Interviewer, Voice.Informant], read.Turns.Select(t => t.Voice));
        Assert.Equal([1.0, 5.0, null, 3607.0, (double?)null], read.Turns.Select(t => t.AtSeconds));
        Assert.Equal("Susah.\nUang tidak ada.", read.Text.Slice(read.Turns[1].SpeechStart, read.Turns[1].End));
    }

    [Fact]
    public async Task Another_table_becomes_lines_with_tabs()
    {
        var read = await Read("<w:tbl>" + Row("Tahun", "Iuran") + Row("2025", "16.800|per bulan") + "</w:tbl><w:p/>");
        Assert.Equal("Tahun\tIuran\n2025\t16.800 per bulan\n", read.Text.Value);
        Assert.Empty(read.Turns);
    }

    [Fact]
    public async Task Positions_count_code_points()
    {
        var read = await Read("<w:p><w:r><w:t>P: 😀 apa?</w:t></w:r></w:p><w:p><w:r><w:t>N: 👩‍🌾 tidak.</w:t></w:r></w:p><w:p><w:r><w:t>P: ya?</w:t></w:r></w:p><w:p><w:r><w:t>N: ya.</w:t></w:r></w:p>");
        Assert.Equal((3, 9, 10), (read.Turns[0].SpeechStart, read.Turns[0].End, read.Turns[1].Start));
        Assert.Equal("👩‍🌾 tidak.", read.Text.Slice(read.Turns[1].SpeechStart, read.Turns[1].End));
    }

    [Theory]
    [InlineData(TranscriptLayout.Paragraphs)]
    [InlineData(TranscriptLayout.Table)]
    public async Task A_written_transcript_is_valid_and_comes_back_with_its_turns(TranscriptLayout layout)
    {
        (string, string)[] turns = [("Pewawancara", "Apa?\nBagaimana?"), ("N07", "Tidak <ikut> & \"takut\"\t😀 \u0001"), ("Pewawancara", "Lalu?"), ("N07", "Ya.")];
        using var held = new MemoryStream();
        DocxWriter.WriteTranscript(held, ["Wawancara rekaan"], turns, layout);

        using (var document = WordprocessingDocument.Open(new MemoryStream(held.ToArray()), false))
            Assert.Empty(new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken));
        var read = (await Samples.ImportAsync("a.docx", held.ToArray())).Value;
        Assert.Equal(turns.Select(t => t.Item1), read.Turns.Select(t => t.Speaker));
        Assert.Equal(turns.Select(t => t.Item2.Replace('\u0001', '\uFFFD')), read.Turns.Select(t => read.Text.Slice(t.SpeechStart, t.End)));
    }
}
