using Jembatan.Core;

namespace Jembatan.Web.Words;

/// <summary>The frame around every page.</summary>
internal static class FrameWords
{
    public static readonly Bilingual Overview = new("Ringkasan", "Overview");
    public static readonly Bilingual Read = new("Baca & kode", "Read & code");
    public static readonly Bilingual Codebook = new("Buku kode", "Codebook");
    public static readonly Bilingual Causes = new("Penyebab", "Causes");
    public static readonly Bilingual Servo = new("SERVO", "SERVO");
    public static readonly Bilingual Gap = new("Kesenjangan", "Gap");
    public static readonly Bilingual Macro = new("Ekonomi makro", "Macro-economy");
    public static readonly Bilingual Coverage = new("Cakupan", "Coverage");
    public static readonly Bilingual Report = new("Laporan", "Report");
    public static readonly Bilingual Journal = new("Jejak audit", "Audit trail");
    public static readonly Bilingual About = new("Metode", "Methods");
    public static readonly Bilingual Themes = new("Teks analis", "Analyst's text");
    public static readonly Bilingual Import = new("Impor berkas", "Import files");
    public static readonly Bilingual Sample = new("Data contoh, rekaan", "Sample data, invented");
    public static readonly Bilingual Skip = new("Langsung ke isi", "Skip to content");
    public static readonly Bilingual Working = new("Sedang dihitung …", "Working …");
    public static readonly Bilingual Pages = new("Halaman studi", "Pages of the study");
    public static readonly Bilingual More = new("Halaman lain", "More pages");
    public static readonly Bilingual LanguageName = new("Bahasa", "Language");
    public static readonly Bilingual Theme = new("Ganti tema terang atau gelap", "Switch between light and dark");
    public static readonly Bilingual You = new("Anda bekerja sebagai {0}", "You work as {0}");
    public static readonly Bilingual Local = new("Semua tersimpan di komputer ini; tidak ada yang dikirim keluar.", "Everything stays on this computer; nothing is sent out.");
    public static readonly Bilingual MissingTitle = new("Halaman ini tidak ada", "There is no such page");
    public static readonly Bilingual MissingText = new(
        "Mungkin alamatnya salah tulis, atau yang dituju sudah diambil kembali. Mulai lagi dari ringkasan, atau cari di daftar transkrip.",
        "The address may be mistyped, or what it led to was taken back. Start again from the overview, or look in the list of transcripts.");

    public static readonly Bilingual FaultTitle = new("Halaman ini gagal dibuat", "This page could not be made");
    public static readonly Bilingual FaultText = new(
        "Ada kesalahan dalam program, bukan pada data Anda. Yang sudah tersimpan tetap aman. Kembali ke halaman sebelumnya, atau jalankan 'jembatan doctor' bila ini berulang.",
        "Something went wrong in the program, not in your data. What was saved is safe. Go back to the page before, or run 'jembatan doctor' if it happens again.");

    public static readonly Bilingual ToOverview = new("Ke ringkasan", "To the overview");
    public static readonly Bilingual GoBack = new("Kembali ke halaman tadi", "Back to the page before");
    public static readonly Bilingual TroubleTitle = new("Belum bisa", "Not possible yet");
    public static readonly Bilingual Close = new("Tutup", "Close");
    public static readonly Bilingual Save = new("Simpan", "Save");
    public static readonly Bilingual Cancel = new("Batal", "Cancel");
    public static readonly Bilingual Undo = new("Urungkan", "Undo");
    public static readonly Bilingual Redo = new("Ulangi", "Redo");
    public static readonly Bilingual Trace = new("Jejak", "Trace");
    public static readonly Bilingual Keys = new("Pintasan", "Keys");
    public static readonly Bilingual Previous = new("Sebelumnya", "Previous");
    public static readonly Bilingual Next = new("Berikutnya", "Next");
    public static readonly Bilingual PageOf = new("Halaman {0} dari {1}", "Page {0} of {1}");
    public static readonly Bilingual And = new("dan", "and");
    public static readonly Bilingual OnlyHere = new("Pada layar sesempit ini halaman hanya untuk dibaca.", "On a screen this narrow the page is for reading only.");
}
