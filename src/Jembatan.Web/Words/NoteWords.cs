using Jembatan.Core;

namespace Jembatan.Web.Words;

/// <summary>Memos: on one thing, and all of them.</summary>
internal static class NoteWords
{
    public static readonly Bilingual Title = new("Memo", "Memos");
    public static readonly Bilingual TitleCount = new("Memo ({0})", "Memos ({0})");
    public static readonly Bilingual Write = new("Tulis memo", "Write a memo");
    public static readonly Bilingual Mine = new("Memo Anda", "Your memo");
    public static readonly Bilingual Remove = new("Hapus memo", "Delete the memo");
    public static readonly Bilingual Kept = new("Memo tersimpan", "The memo is saved");
    public static readonly Bilingual Removed = new("Memo dihapus", "The memo is deleted");
    public static readonly Bilingual AllOfThem = new("Semua memo", "All memos");
    public static readonly Bilingual ListLead = new("{0} memo dalam studi ini, terbaru di atas.", "{0} memos in this study, newest first.");
    public static readonly Bilingual OnSource = new("Memo pada sumber ini", "Memos on this source");
    public static readonly Bilingual On = new("Pada", "On");
    public static readonly Bilingual Memo = new("Memo", "Memo");
    public static readonly Bilingual Who = new("Siapa", "Who");
    public static readonly Bilingual When = new("Waktu", "When");
    public static readonly Bilingual Act = new("Tindakan", "Action");
    public static readonly Bilingual EmptyTitle = new("Belum ada memo", "There is no memo yet");
    public static readonly Bilingual EmptyText = new(
        "Memo mencatat gagasan dan keraguan saat menganalisis. Tulis pada transkrip, kutipan, kode, atau strategi, di halamannya masing-masing.",
        "A memo keeps ideas and doubts of the analysis. Write one on a transcript, a quote, a code or a strategy, on its own page.");
}
