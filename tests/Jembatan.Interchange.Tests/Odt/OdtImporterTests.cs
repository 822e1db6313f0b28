namespace Jembatan.Interchange.Tests.Odt;

public sealed class OdtImporterTests
{
    private static async Task<ImportedText> Read(string body) => (await Samples.ImportAsync("a.odt", Samples.Odt(body))).Value;

    [Fact]
    public async Task Blanks_tabs_and_breaks_are_kept_and_markup_space_is_one_blank()
    {
        var read = await Read("<text:h>Judul</text:h><text:p>  satu\n   dua<text:s text:c=\"3\"/>tiga<text:tab/>empat<text:line-break/><text:span>lima <text:a>enam</text:a></text:span></text:p><text:list><text:list-item><text:p>butir</text:p></text:list-item></text:list>");
        Assert.Equal("Judul\nsatu dua   tiga\tempat\nlima enam\nbutir", read.Text.Value);
        Assert.Equal(["Left out: 1 automatic list numbers or bullets."], read.Losses);
    }

    [Fact]
    public async Task Notes_comments_frames_and_deletions_are_left_out_and_counted()
    {
        var read = await Read("<text:tracked-changes><text:changed-region><text:deletion><text:p>dibuang</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>isi<text:note text:note-class=\"footnote\"><text:note-body><text:p>kaki</text:p></text:note-body></text:note><office:annotation><text:p>komentar</text:p></office:annotation><draw:frame><draw:text-box><text:p>kotak</text:p></draw:text-box></draw:frame></text:p>");
        Assert.Equal("isi", read.Text.Value);
        Assert.Equal(["Left out: 1 comments.", "Left out: 1 footnotes.", "Left out: 1 text boxes.", "Left out: 1 tracked deletions."], read.Losses);
    }

    [Fact]
    public async Task A_speaker_table_becomes_turns()
    {
        static string Row(string a, string b) => $"<table:table-row><table:table-cell><text:p>{a}</text:p></table:table-cell><table:table-cell><text:p>{b}</text:p></table:table-cell></table:table-row>";
        var read = await Read("<table:table><table:table-header-rows>" + Row("Penutur", "Ucapan") + "</table:table-header-rows>" + Row("P", "Kenapa?") + Row("N", "Mahal sekali.") + Row("P", "Lalu?") + Row("N", "Berhenti.") + "</table:table>");
        Assert.Equal(["P", "N", "P", "N"], read.Turns.Select(t => t.Speaker));
    }

    [Fact]
    public async Task A_spreadsheet_is_no_text() =>
        Assert.Equal("odt/no-body", (await Samples.ImportAsync("a.odt", Samples.Zip([("content.xml", "<x/>")]))).Problem?.Code);
}
