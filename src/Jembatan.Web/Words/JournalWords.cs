using Jembatan.App.Journals;
using Jembatan.Core;
using Jembatan.Web.Frame;

namespace Jembatan.Web.Words;

/// <summary>The page of the journal.</summary>
internal static class JournalWords
{
    public static readonly Bilingual Title = new("Jejak audit", "Audit trail");
    public static readonly Bilingual Lead = new("Setiap perubahan pada studi, terbaru di atas. {0} langkah tercatat; tidak ada yang dihapus dari daftar ini.", "Every change to the study, newest first. {0} steps on record; nothing is ever removed from this list.");
    public static readonly Bilingual When = new("Waktu", "When");
    public static readonly Bilingual Who = new("Siapa", "Who");
    public static readonly Bilingual What = new("Perbuatan", "What");
    public static readonly Bilingual Things = new("Yang berubah", "What changed");
    public static readonly Bilingual Program = new("program", "the program");
    public static readonly Bilingual Undone = new("diurungkan", "taken back");
    public static readonly Bilingual WasUndo = new("mengurungkan: {0}", "took back: {0}");
    public static readonly Bilingual WasRedo = new("mengulangi: {0}", "did again: {0}");
    public static readonly Bilingual WasPurge = new("menghapus teks: {0}", "overwrote text: {0}");
    public static readonly Bilingual MoreThings = new("dan {0} lagi", "and {0} more");
    public static readonly Bilingual Empty = new("Belum ada langkah yang tercatat.", "No step is on record yet.");
    public static readonly Bilingual Everybody = new("Semua orang", "Everybody");
    public static readonly Bilingual Mine = new("Saya", "Mine");
    public static readonly Bilingual UndoMine = new("Urungkan langkah terakhir saya", "Take back my last step");
    public static readonly Bilingual RedoMine = new("Ulangi yang diurungkan", "Do it again");

    /// <summary>A step's label in the page's language.</summary>
    public static string Of(string label, Look look) => look.Say(StepWords.Of(label));

    /// <summary>What kind of thing changed.</summary>
    public static Bilingual OfEntity(string entity) => StepWords.OfEntity(entity);

    /// <summary>The name of a thing in the journal; sections of the analyst's text are stored by key.</summary>
    public static string NameOf(string entity, string? name, Look look) => entity == "Narrative" && name is not null ? look.Say(ReportWords.OfText(name)) : name ?? "";
}
