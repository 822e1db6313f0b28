using Jembatan.Core;
using Jembatan.Core.Qualitative;

namespace Jembatan.Web.Words;

/// <summary>The codebook and the page of one code.</summary>
internal static class CodebookWords
{
    public static readonly Bilingual Title = new("Buku kode", "Codebook");
    public static readonly Bilingual Lead = new("Versi {0}, {1} kode, {2} pengodean.", "Version {0}, {1} codes, {2} codings.");
    public static readonly Bilingual Frozen = new("Versi ini dibekukan: definisi tidak berubah sampai versi baru dimulai. Kode baru dari data tetap boleh.", "This version is frozen: definitions stay as they are until a new one is begun. New codes from the data are still welcome.");
    public static readonly Bilingual Code = new("Kode", "Code");
    public static readonly Bilingual Element = new("Unsur", "Element");
    public static readonly Bilingual Origin = new("Asal", "Origin");
    public static readonly Bilingual Level = new("Tingkat", "Level");
    public static readonly Bilingual Codings = new("Pengodean", "Codings");
    public static readonly Bilingual Informants = new("Narasumber", "Informants");
    public static readonly Bilingual Definition = new("Definisi", "Definition");
    public static readonly Bilingual Include = new("Pakai bila", "Use when");
    public static readonly Bilingual Exclude = new("Jangan pakai bila", "Do not use when");
    public static readonly Bilingual Indicator = new("Penunjuk", "Indicator");
    public static readonly Bilingual Abstraction = new("Mengapa dikumpulkan", "Why gathered");
    public static readonly Bilingual Citations = new("Sumber", "Sources");
    public static readonly Bilingual Theory = new("teori", "theory");
    public static readonly Bilingual Data = new("data", "data");
    public static readonly Bilingual Keyword = new("kata kunci", "keyword");
    public static readonly Bilingual LevelCode = new("kode", "code");
    public static readonly Bilingual Category = new("kategori", "category");
    public static readonly Bilingual Theme = new("tema", "theme");
    public static readonly Bilingual Retired = new("diistirahatkan", "retired");
    public static readonly Bilingual Merged = new("digabung ke {0}", "merged into {0}");
    public static readonly Bilingual NewTitle = new("Kode baru", "A new code");
    public static readonly Bilingual Label = new("Kunci", "Key");
    public static readonly Bilingual Name = new("Nama", "Name");
    public static readonly Bilingual Parent = new("Di bawah", "Below");
    public static readonly Bilingual IsCause = new("Menamai sebab belum menjadi peserta", "Names a cause of non-coverage");
    public static readonly Bilingual Add = new("Tambah kode", "Add the code");
    public static readonly Bilingual Edit = new("Ubah aturan kode ini", "Change the rules of this code");
    public static readonly Bilingual Arrange = new("Pindahkan, gabungkan, atau istirahatkan kode ini", "Move, merge or retire this code");
    public static readonly Bilingual ArrangeHint = new("Setiap langkah di sini dapat diurungkan dari jejak audit.", "Each step here can be taken back from the audit trail.");
    public static readonly Bilingual ParentHint = new("Kosongkan untuk meletakkannya di tingkat teratas. Kode di bawahnya ikut pindah.", "Leave empty for the top level. Codes below it move along.");
    public static readonly Bilingual Move = new("Pindahkan", "Move");
    public static readonly Bilingual Into = new("Gabungkan ke kode", "Merge into the code");
    public static readonly Bilingual IntoHint = new("Semua pengodean {0} beralih ke kode itu, dan {0} tidak dipakai lagi.", "All codings of {0} go over to that code, and {0} is retired.");
    public static readonly Bilingual Merge = new("Gabungkan", "Merge");
    public static readonly Bilingual RetireHint = new("Kode yang diistirahatkan tidak ditawarkan lagi saat mengode; pengodeannya tetap ada.", "A retired code is no longer offered for coding; its codings stay.");
    public static readonly Bilingual Retire = new("Istirahatkan kode", "Retire the code");
    public static readonly Bilingual Restore = new("Pakai lagi kode ini", "Use the code again");
    public static readonly Bilingual NoElement = new("ikut kode di atasnya", "as the code above");
    public static readonly Bilingual EmptyTitle = new("Buku kode masih kosong", "The codebook is empty");
    public static readonly Bilingual EmptyText = new("Tambah kode di bawah ini, atau beri kode langsung di transkrip.", "Add a code below, or code straight in a transcript.");
    public static readonly Bilingual Quotes = new("Kutipan", "Quotes");
    public static readonly Bilingual QuoteCount = new("{0} kutipan dari {1} narasumber", "{0} quotes from {1} informants");
    public static readonly Bilingual NoQuotes = new("Tidak ada kutipan dengan saringan ini. Longgarkan saringan, atau kode transkripnya.", "No quotes with this filter. Loosen it, or code a transcript.");
    public static readonly Bilingual Filter = new("Saring", "Filter");
    public static readonly Bilingual Group = new("Kelompok", "Group");
    public static readonly Bilingual Stance = new("Arah", "Stance");
    public static readonly Bilingual Coder = new("Pengode", "Coder");
    public static readonly Bilingual All = new("semua", "all");
    public static readonly Bilingual AsCause = new("Lihat sebagai sebab", "See it as a cause");
    public static readonly Bilingual Below = new("Kode di bawahnya", "Codes below it");

    public static Bilingual Of(CodeOrigin origin) => origin switch { CodeOrigin.Data => Data, CodeOrigin.Keyword => Keyword, _ => Theory };

    public static Bilingual Of(CodeLevel level) => level switch { CodeLevel.Category => Category, CodeLevel.Theme => Theme, _ => LevelCode };
}
