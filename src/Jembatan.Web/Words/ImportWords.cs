using Jembatan.Core;

namespace Jembatan.Web.Words;

/// <summary>Bringing files in: the drop area, the case table and what became of each file.</summary>
internal static class ImportWords
{
    public static readonly Bilingual Title = new("Impor berkas", "Import files");
    public static readonly Bilingual Lead = new(
        "Setiap berkas masuk utuh atau tidak sama sekali, dan sesudahnya tertulis apa yang tidak terbawa. Berkas dibaca di komputer ini dan tidak dikirim ke mana pun.",
        "Each file comes in whole or not at all, and what was left out of it is listed afterwards. Files are read on this computer and sent nowhere.");

    public static readonly Bilingual Drop = new("Seret berkas ke sini, atau pilih dari komputer", "Drop files here, or choose them");
    public static readonly Bilingual Files = new("Berkas", "Files");
    public static readonly Bilingual Formats = new("Yang dapat dibaca: {0}", "Formats that can be read: {0}");
    public static readonly Bilingual Turns = new(
        "Giliran bicara dikenali dari awalan seperti “Pewawancara:”, “Narasumber:”, “P:”, “N:”, nama, tabel, atau penanda waktu. Ucapan pewawancara tidak ikut dihitung.",
        "Speaker turns are recognised from labels such as “Interviewer:”, “Informant:”, “P:”, “N:”, names, tables or time stamps. The interviewer's words are left out of counts.");

    public static readonly Bilingual Kind = new("Berkas ini", "These files are");
    public static readonly Bilingual Interviews = new("wawancara", "interviews");
    public static readonly Bilingual Documents = new("dokumen", "documents");
    public static readonly Bilingual Survey = new("survei: satu baris satu responden (.csv, .xlsx)", "a survey: one row per respondent (.csv, .xlsx)");
    public static readonly Bilingual Revise = new("Berkas bernama sama dengan teks lain menjadi revisi berikutnya", "A file of the same name with another text becomes the next revision");
    public static readonly Bilingual Cases = new("Tabel narasumber (boleh menyusul)", "Case table (may come later)");
    public static readonly Bilingual CasesHint = new(
        "Satu baris satu narasumber (.csv, .xlsx). Baris dicocokkan menurut nama; kolom menjadi variabel, kolom kelompok menjadi kelompok narasumber.",
        "One row per informant (.csv, .xlsx). Rows are matched by name; columns become variables, a group column the informants' group.");

    public static readonly Bilingual Preview = new("Lihat kecocokannya dulu", "See the matching first");
    public static readonly Bilingual Import = new("Impor", "Import");
    public static readonly Bilingual Working = new("Mengimpor {0} dari {1}: {2}", "Importing {0} of {1}: {2}");
    public static readonly Bilingual Finished = new("Selesai: {0} berkas masuk, {1} dilewati, {2} ditolak.", "Done: {0} files came in, {1} passed over, {2} refused.");
    public static readonly Bilingual Stop = new("Hentikan", "Stop");
    public static readonly Bilingual Outcome = new("Hasil impor", "What came in");
    public static readonly Bilingual Came = new("{0} karakter, {1} giliran bicara", "{0} characters, {1} speaker turns");
    public static readonly Bilingual CameMany = new("{0} teks, {1} karakter", "{0} texts, {1} characters");
    public static readonly Bilingual NoTurns = new("Giliran bicara tidak ditemukan. Beri awalan pada barisnya (P:, N:, atau nama), lalu impor lagi sebagai revisi.", "No speaker turns found. Label the lines (P:, N:, or names) and import it again as a revision.");
    public static readonly Bilingual Imported = new("masuk", "imported");
    public static readonly Bilingual Skipped = new("dilewati", "passed over");
    public static readonly Bilingual Refused = new("ditolak", "refused");
    public static readonly Bilingual Losses = new("Tidak terbawa:", "Left out:");
    public static readonly Bilingual NoLosses = new("Tidak ada yang tertinggal.", "Nothing was left out.");
    public static readonly Bilingual NoFiles = new("Pilih sedikitnya satu berkas.", "Choose at least one file.");
    public static readonly Bilingual Matching = new("Kecocokan tabel narasumber", "How the case table matches");
    public static readonly Bilingual MatchLead = new(
        "Kolom “{0}”: {1} baris cocok, {2} tidak cocok, {3} ganda, {4} nama tanpa baris.",
        "Column “{0}”: {1} rows matched, {2} not matched, {3} duplicate, {4} names without a row.");

    public static readonly Bilingual OnlyPreview = new("Belum ada yang diubah. Tekan Impor untuk menerapkannya.", "Nothing is changed yet. Press Import to apply it.");
    public static readonly Bilingual Row = new("Baris", "Row");
    public static readonly Bilingual Written = new("Tertulis", "As written");
    public static readonly Bilingual InStudy = new("Di studi", "In the study");
    public static readonly Bilingual Nobody = new("tidak ada", "none");
    public static readonly Bilingual Twice = new("ganda, tidak dipakai", "duplicate, not used");
    public static readonly Bilingual Without = new("Tanpa baris: {0}", "Without a row: {0}");
    public static readonly Bilingual UnknownGroups = new("Bukan kelompok yang dikenal, disimpan sebagai variabel: {0}", "Not known as groups, kept as a variable: {0}");
    public static readonly Bilingual Variables = new("Variabel: {0}", "Variables: {0}");
}
