using Jembatan.Core;

namespace Jembatan.App.Reports;

/// <summary>What the parts of the report are called, in the report and where the workspace speaks of them.</summary>
public static class SectionTitles
{
    /// <summary>The title of a section; an unknown name stands for itself.</summary>
    /// <param name="name">As <c>--sections</c> takes it.</param>
    public static Bilingual Of(string name) => name switch
    {
        "answer" => new("Jawaban dalam satu halaman", "The answer on one page"),
        "gap" => new("Kesenjangan", "The gap"),
        "corpus" => new("Korpus dan narasumber", "Corpus and informants"),
        "method" => new("Metode", "Method"),
        "agreement" => new("Kesepakatan antarpengode", "Intercoder reliability"),
        "saturation" => new("Kejenuhan", "Saturation"),
        "themes" => new("Tema dan kategori", "Themes and categories"),
        "unforeseen" => new("Yang tidak diduga buku kode", "What the codebook did not foresee"),
        "causes" => new("Penyebab lewat kesesuaian strategi", "Causes through strategy fit"),
        "tables" => new("Kode menurut kelompok, dan kode yang muncul bersama", "Codes by group, and codes that occur together"),
        "macro" => new("Ekonomi makro", "The macro-economy"),
        "servo" => new("Matriks SERVO per strategi", "SERVO matrix per strategy"),
        "misfits" => new("Ketidaksesuaian dan rekomendasi", "Misfits and recommendations"),
        "coverage" => new("Cakupan: dari guncangan ke putus iuran", "Coverage: from shocks to lapse"),
        "limits" => new("Keterbatasan", "Limits"),
        "checklists" => new("Daftar periksa COREQ dan SRQR", "COREQ and SRQR checklists"),
        "trace" => new("Lampiran jejak", "Trace appendix"),
        "sources" => new("Sumber", "Sources"),
        _ => Bilingual.Same(name),
    };
}
