using Jembatan.Core;
using Jembatan.Storage.Merge;

namespace Jembatan.Web.Words;

/// <summary>Conflicts between merged copies.</summary>
internal static class ConflictWords
{
    public static readonly Bilingual Title = new("Pertentangan antarsalinan", "Conflicts between copies");
    public static readonly Bilingual Lead = new(
        "Yang diisi berbeda di dua salinan sejak keduanya terakhir sama. Nilai yang berlaku ditandai; pilih yang lain bila perlu. Setiap pilihan tercatat dan dapat diurungkan.",
        "What two copies say differently since they last agreed. The value that stands is marked; choose the other where you must. Each choice is on record and can be taken back.");

    public static readonly Bilingual Open = new("Belum dipilih ({0})", "Open ({0})");
    public static readonly Bilingual All = new("Semua ({0})", "All ({0})");
    public static readonly Bilingual None = new("Tidak ada pertentangan. Bila Anda menggabungkan salinan dengan 'jembatan merge', yang bertentangan muncul di sini.", "There are no conflicts. When you merge copies with 'jembatan merge', what disagrees appears here.");
    public static readonly Bilingual Thing = new("Hal", "Thing");
    public static readonly Bilingual Ours = new("Di salinan ini", "In this copy");
    public static readonly Bilingual Theirs = new("Di salinan lain", "In the other copy");
    public static readonly Bilingual Stands = new("berlaku", "stands");
    public static readonly Bilingual Choose = new("Pilih ini", "Choose this");
    public static readonly Bilingual ChosenBy = new("Dipilih oleh {0}", "Chosen by {0}");
    public static readonly Bilingual Removed = new("dihapus", "removed");
    public static readonly Bilingual OutOfUse = new("tidak dipakai lagi", "out of use");
    public static readonly Bilingual Nothing = new("kosong", "empty");
    public static readonly Bilingual Settled = new("Pilihan tersimpan: {0}", "Choice saved: {0}");

    /// <summary>How the copies differ.</summary>
    public static Bilingual Of(ConflictKind kind) => kind switch
    {
        ConflictKind.Field => new("keduanya mengubah bidang yang sama", "both changed the same field"),
        ConflictKind.RemovedAndChanged => new("satu menghapus, yang lain mengubah", "one removed it, the other changed it"),
        ConflictKind.RemovedAndUsed => new("satu menghapus, yang lain masih memakai", "one removed it, the other still uses it"),
        ConflictKind.Circle => new("kedua pemindahan membentuk lingkaran", "the two moves would close a circle"),
        ConflictKind.RetiredAndUsed => new("satu tidak memakai kode ini lagi atau menggabungkannya, yang lain mengode dengannya", "one took the code out of use or merged it into another, the other coded with it"),
        _ => new("nama yang sama untuk dua hal", "the same name for two things"),
    };
}
