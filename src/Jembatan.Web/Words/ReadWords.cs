using Jembatan.Core;

namespace Jembatan.Web.Words;

/// <summary>Sources, the transcript and coding in it.</summary>
internal static class ReadWords
{
    public static readonly Bilingual ListTitle = new("Transkrip dan dokumen", "Transcripts and documents");
    public static readonly Bilingual ListLead = new("{0} sumber, {1} pengodean. Buka satu untuk membaca dan mengode.", "{0} sources, {1} codings. Open one to read and code.");
    public static readonly Bilingual Source = new("Sumber", "Source");
    public static readonly Bilingual Informant = new("Narasumber", "Informant");
    public static readonly Bilingual Group = new("Kelompok", "Group");
    public static readonly Bilingual Kind = new("Jenis", "Kind");
    public static readonly Bilingual Length = new("Panjang", "Length");
    public static readonly Bilingual Characters = new("{0} karakter", "{0} characters");
    public static readonly Bilingual Turns = new("Giliran bicara", "Speaker turns");
    public static readonly Bilingual Codings = new("Pengodean", "Codings");
    public static readonly Bilingual DoneBy = new("Selesai oleh", "Finished by");
    public static readonly Bilingual NotDone = new("belum", "nobody yet");
    public static readonly Bilingual Purged = new("teks dihapus atas penarikan persetujuan", "text overwritten on withdrawn consent");
    public static readonly Bilingual EmptyTitle = new("Belum ada transkrip di studi ini", "There is no transcript in this study yet");
    public static readonly Bilingual EmptyText = new(
        "Pilih berkas dari komputer ini. Giliran bicara dikenali dari awalan seperti “P:” dan “N:”. Tidak ada berkas yang dikirim ke luar komputer atau server lembaga Anda.",
        "Choose files from this computer. Speaker turns are recognised by beginnings such as “Int:” and “P:”. No file leaves this computer or your institution's server.");

    public static readonly Bilingual ImportFirst = new("Impor transkrip pertama", "Import the first transcript");
    public static readonly Bilingual Codebook = new("Buku kode", "Codebook");
    public static readonly Bilingual CodebookVersion = new("{0} kode, versi {1}", "{0} codes, version {1}");
    public static readonly Bilingual FindCode = new("Cari kode atau definisi", "Find a code or definition");
    public static readonly Bilingual HereCount = new("{0} di transkrip ini", "{0} in this transcript");
    public static readonly Bilingual Transcript = new("Transkrip", "Transcript");
    public static readonly Bilingual Whose = new("Tampilkan pengodean", "Show codings of");
    public static readonly Bilingual Everybody = new("Semua", "Everybody");
    public static readonly Bilingual Line = new("Baris {0}", "Line {0}");
    public static readonly Bilingual Lines = new("baris {0}", "line {0}");
    public static readonly Bilingual CodeLine = new("Baris {0}: pilih untuk mengode", "Line {0}: select to code");
    public static readonly Bilingual Quote = new("Kutipan", "Quote");
    public static readonly Bilingual Nothing = new("Pilih beberapa kata, lalu tekan C.", "Select a few words, then press C.");
    public static readonly Bilingual NothingMore = new(
        "Tanpa tetikus: pindah ke nomor baris dengan Tab atau J dan K. Tombol → memilih kata, Shift → memperluasnya, Enter mengambil seluruh baris.",
        "Without a mouse: move to a line number with Tab, or J and K. The → key chooses a word, Shift → more of them, Enter takes the whole line.");

    public static readonly Bilingual CodesHere = new("Kode pada kutipan ini", "Codes on this quote");
    public static readonly Bilingual NoCodesHere = new("Belum ada kode pada kata-kata ini.", "No code on these words yet.");
    public static readonly Bilingual Stance = new("Arah", "Stance");
    public static readonly Bilingual Basis = new("Dasar", "Basis");
    public static readonly Bilingual Coder = new("Pengode", "Coder");
    public static readonly Bilingual About = new("Tentang", "About");
    public static readonly Bilingual TakeBack = new("Ambil kembali", "Take back");
    public static readonly Bilingual TakeBackTitle = new("Ambil kembali pengodean", "Take back a coding");
    public static readonly Bilingual TakeBackLead = new(
        "{0} penilaian memakai kutipan ini sebagai bukti. Bila pengodean diambil kembali, buktinya ikut hilang dan penilaian itu terbuka lagi sampai dinilai ulang.",
        "{0} ratings use this quote as evidence. If the coding is taken back, the evidence goes with it and those ratings are open again until rated anew.");

    public static readonly Bilingual TakeBackNothing = new("Tidak ada penilaian yang memakai kutipan ini.", "No rating uses this quote.");
    public static readonly Bilingual TakeBackRatings = new("Penilaian yang terbuka lagi", "Ratings that will be open again");
    public static readonly Bilingual TakeBackMentioned = new("Kutipan ini juga disebut dalam teks analis: {0}.", "The analyst's text names this quote too: {0}.");
    public static readonly Bilingual TakeBackSure = new("Ambil kembali dan buka lagi penilaiannya", "Take back and open the ratings again");
    public static readonly Bilingual ApplyCode = new("Beri kode", "Apply a code");
    public static readonly Bilingual CodeName = new("Nama kode, yang ada atau baru", "Name of a code, known or new");
    public static readonly Bilingual Apply = new("Terapkan", "Apply");
    public static readonly Bilingual NewCode = new("Buat kode baru “{0}”", "Make the new code “{0}”");
    public static readonly Bilingual UsedBy = new("Dipakai oleh", "Used by");
    public static readonly Bilingual NotUsed = new("Belum dipakai penilaian mana pun.", "No rating uses it yet.");
    public static readonly Bilingual History = new("Riwayat", "History");
    public static readonly Bilingual Saved = new("Tersimpan {0}", "Saved {0}");
    public static readonly Bilingual Saving = new("Menyimpan", "Saving");
    public static readonly Bilingual NotSaved = new("Belum tersimpan.", "Not saved.");
    public static readonly Bilingual TryAgain = new("Coba lagi", "Try again");
    public static readonly Bilingual Applied = new("{0} diterapkan", "{0} applied");
    public static readonly Bilingual SelectFirst = new("Pilih beberapa kata dahulu.", "Select a few words first.");
    public static readonly Bilingual Done = new("Tandai selesai dikode", "Mark as coded to the end");
    public static readonly Bilingual NotYetDone = new("Buka lagi untuk dikode", "Open for coding again");
    public static readonly Bilingual KeyLine = new("kutipan lain", "other quotes");
    public static readonly Bilingual KeyCode = new("kode", "code");
    public static readonly Bilingual KeyUndo = new("urungkan", "undo");
    public static readonly Bilingual KeyRedo = new("ulangi", "redo");
    public static readonly Bilingual KeyExtend = new("perluas pilihan", "extend the selection");
    public static readonly Bilingual KeyCancel = new("batal", "cancel");
    public static readonly Bilingual KeyChoose = new("pilih", "choose");
    public static readonly Bilingual KeyRecent = new("kode terakhir", "recent codes");
    public static readonly Bilingual Recent = new("Terakhir dipakai", "Used last");
    public static readonly Bilingual BlindHere = new(
        "Anda mengode sumber ini tanpa melihat pekerjaan {0}. Pengodean mereka tampak setelah semuanya menandai sumber ini selesai dikode. Yang belum: {1}.",
        "You code this source blind, without seeing the work of {0}. Their codings show once all have marked it as coded to the end. Still to finish: {1}.");

    public static readonly Bilingual BlindElsewhere = new(
        "Anda masih mengode {0} tanpa melihat pekerjaan orang lain. Pengodean mereka di situ belum tampak dan belum masuk hitungan pengodean sampai semua pengodenya selesai.",
        "You still code {0} blind. What others coded there is not shown, nor among the codings counted, until all its coders have finished.");

    public static readonly Bilingual OtherRevision = new("{0} pengodean menunggu tempatnya di revisi baru", "{0} codings wait for their place in the new revision");
}
