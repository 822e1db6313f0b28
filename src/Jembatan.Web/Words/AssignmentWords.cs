using Jembatan.App.Agreement;
using Jembatan.Core;

namespace Jembatan.Web.Words;

/// <summary>Who is to code what, blind or openly.</summary>
internal static class AssignmentWords
{
    public static readonly Bilingual Title = new("Penugasan pengode", "Assignments");
    public static readonly Bilingual Link = new("Atur penugasan", "Manage assignments");
    public static readonly Bilingual Lead = new(
        "Siapa mengode sumber mana, dan apakah mereka saling melihat. Yang ditugasi tertutup baru melihat pengodean yang lain setelah semuanya menandai sumber itu selesai dikode.",
        "Who codes which source, and whether they see each other's work. Those assigned blind see what the others coded only once all have marked the source as coded to the end.");

    public static readonly Bilingual Summary = new("{0} dari {1} sumber ditugaskan; {2} tertutup, {3} di antaranya sudah terbuka", "{0} of {1} sources assigned; {2} blind, {3} of them opened");
    public static readonly Bilingual Sources = new("Sumber dan pengodenya", "Sources and their coders");
    public static readonly Bilingual Choose = new("Pilih", "Choose");
    public static readonly Bilingual ChooseOne = new("Pilih {0}", "Choose {0}");
    public static readonly Bilingual Assigned = new("Pengode", "Coders");
    public static readonly Bilingual Way = new("Cara", "Way");
    public static readonly Bilingual Yours = new("Tanda Anda", "Your mark");
    public static readonly Bilingual Finished = new("selesai", "finished");
    public static readonly Bilingual NotFinished = new("belum selesai", "not finished");
    public static readonly Bilingual Openly = new("terbuka", "open");
    public static readonly Bilingual Unassigned = new("belum ditugaskan", "not assigned");
    public static readonly Bilingual Closed = new("tertutup, menunggu {0}", "blind, waiting for {0}");
    public static readonly Bilingual Opened = new("tertutup, sudah terbuka: semua selesai", "blind, opened: all have finished");
    public static readonly Bilingual OthersDone = new("Juga selesai: {0}", "Also finished: {0}");
    public static readonly Bilingual DoneHere = new("Tandai selesai: {0}", "Mark finished: {0}");
    public static readonly Bilingual AgainHere = new("Buka lagi untuk dikode: {0}", "Open for coding again: {0}");
    public static readonly Bilingual DoneShort = new("Tandai selesai", "Mark finished");
    public static readonly Bilingual AgainShort = new("Buka lagi", "Open again");
    public static readonly Bilingual FormTitle = new("Tugaskan", "Assign");
    public static readonly Bilingual Which = new("Sumber", "Sources");
    public static readonly Bilingual Chosen = new("Yang dipilih dalam daftar", "Those chosen in the list");
    public static readonly Bilingual All = new("Semua sumber ({0})", "All sources ({0})");
    public static readonly Bilingual OfGroup = new("Semua dari kelompok", "All of a group");
    public static readonly Bilingual Group = new("Kelompok narasumber", "Group of informants");
    public static readonly Bilingual NoCoders = new("Belum ada pengode dalam studi ini. Tulis nama dua orang di bawah; mereka dibuat saat ditugaskan.", "There are no coders in this study yet. Write two names below; they are made when you assign them.");
    public static readonly Bilingual OneCoder = new("Baru ada satu pengode dalam studi ini. Penugasan tertutup perlu dua; tulis nama yang kedua di bawah.", "There is only one coder in this study yet. A blind assignment needs two; write the second name below.");
    public static readonly Bilingual Others = new("Nama lain", "Other names");
    public static readonly Bilingual OthersHint = new("Dipisahkan koma, misalnya Ratna, Bima. Nama harus sama dengan yang mereka pakai saat membuka ruang kerja.", "Separated by commas, such as Ratna, Bima. Write each as they name themselves when they open the workspace.");
    public static readonly Bilingual Blind = new("Tertutup: tidak saling melihat sampai semua selesai", "Blind: none sees the others' work until all have finished");
    public static readonly Bilingual Open = new("Terbuka: boleh saling melihat", "Open: they may see each other's work");
    public static readonly Bilingual Withdrawn = new("Cabut penugasan; pengodean mereka tetap ada", "Take them off; what they coded stays");
    public static readonly Bilingual Submit = new("Simpan penugasan", "Save the assignment");
    public static readonly Bilingual Note = new(
        "Penugasan menambah pengode pada yang sudah ada dan tercatat di jejak audit; satu langkah dapat diurungkan di sana. Penugasan tertutup menjaga orang jujur tetap terpisah; ia bukan gembok.",
        "An assignment adds coders to those already there and stands in the audit trail, where it can be taken back as one step. Blindness keeps honest people apart; it is no lock.");

    public static readonly Bilingual Saved = new("Tersimpan untuk {0} sumber.", "Saved for {0} sources.");

    /// <summary>The choice of the form in words.</summary>
    public static Bilingual Of(AssignmentKind kind) => kind switch { AssignmentKind.Blind => Blind, AssignmentKind.Open => Open, _ => Withdrawn };
}
