using Jembatan.Core;

namespace Jembatan.Web.Words;

/// <summary>A trace: what a number rests on, and what rests on it.</summary>
internal static class OpeningWords
{
    public static readonly Bilingual Title = new("Jejak {0}", "Trace of {0}");
    public static readonly Bilingual Down = new("Bersandar pada", "Rests on");
    public static readonly Bilingual Up = new("Dipakai oleh", "Used by");
    public static readonly Bilingual NothingDown = new("Tidak ada yang lebih dalam: inilah kata-katanya.", "Nothing lies deeper: these are the words.");
    public static readonly Bilingual NothingUp = new("Belum ada yang memakainya.", "Nothing uses it yet.");
    public static readonly Bilingual Open = new("Buka halamannya", "Open its page");
    public static readonly Bilingual Words = new("Kata dalam konteks", "The words in context");
    public static readonly Bilingual Id = new("nomor jejak", "trace id");
    public static readonly Bilingual More = new("{0} langkah lagi", "{0} more steps");

    /// <summary>What a trace leads to, by the kind that its id begins with.</summary>
    public static Bilingual OfKind(string kind) => kind switch
    {
        "study" => new("studi", "study"),
        "coding" => new("kutipan", "quote"),
        "evidence" => new("bukti", "evidence"),
        "rating" => new("penilaian", "rating"),
        "criterion" => new("kriteria", "criterion"),
        "fit" => new("kesesuaian", "fit"),
        "verdict" => new("putusan", "verdict"),
        "strategy" => new("strategi", "strategy"),
        "misfit" => new("ketidaksesuaian", "misfit"),
        "projection" => new("proyeksi", "projection"),
        "parameter" => new("parameter", "parameter"),
        "lever" => new("pengungkit", "lever"),
        "shock" => new("guncangan", "shock"),
        "recommendation" => new("rekomendasi", "recommendation"),
        "cause" => new("sebab", "cause"),
        "code" => new("kode", "code"),
        "source" => new("sumber", "source"),
        "informant" => new("narasumber", "informant"),
        "series" => new("data", "series"),
        "gap" => new("kesenjangan", "gap"),
        "performance" => new("capaian", "performance"),
        "narrative" => new("teks analis", "analyst's text"),
        "factor" => new("faktor", "factor"),
        _ => Bilingual.Same(kind),
    };
}
