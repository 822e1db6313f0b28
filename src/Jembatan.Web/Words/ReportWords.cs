using Jembatan.Core;

namespace Jembatan.Web.Words;

/// <summary>The report, the analyst's text and methods.</summary>
internal static class ReportWords
{
    public static readonly Bilingual Title = new("Laporan", "Report");
    public static readonly Bilingual Lead = new("Laporan utuh dalam satu berkas: setiap angka di dalamnya dapat dibuka sampai ke kata narasumber.", "The whole report in one file: every number in it opens down to the informants' words.");
    public static readonly Bilingual Html = new("Unduh HTML", "Download HTML");
    public static readonly Bilingual Docx = new("Unduh Word (.docx)", "Download Word (.docx)");
    public static readonly Bilingual Read = new("Baca di sini", "Read it here");
    public static readonly Bilingual Preview = new("Laporan ini, seperti dicetak", "This report, as printed");
    public static readonly Bilingual OpenReport = new("Buka laporan di halaman sendiri", "Open the report on a page of its own");

    public static readonly Bilingual ThemesTitle = new("Teks analis", "The analyst's text");
    public static readonly Bilingual ThemesLead = new(
        "Teks ini ditulis orang, tidak pernah dibuat program. Sisipkan jejak sebagai [[coding:NOMOR]] atau [[fit:STRATEGI/SE]]; di laporan ia menjadi tautan.",
        "This text is written by people and never generated. Embed a trace as [[coding:ID]] or [[fit:STRATEGY/SE]]; in the report it becomes a link.");

    public static readonly Bilingual Section = new("Bagian", "Section");
    public static readonly Bilingual TextId = new("Teks Indonesia", "Text in Indonesian");
    public static readonly Bilingual TextEn = new("Teks Inggris", "Text in English");
    public static readonly Bilingual Written = new("ditulis {0}, {1}", "written by {0}, {1}");
    public static readonly Bilingual NotWritten = new("belum ditulis", "not written yet");
    public static readonly Bilingual ThemeSections = new("Tema dan kategori", "Themes and categories");
    public static readonly Bilingual CauseSections = new("Sebab yang paling banyak disebut", "Causes named most");
    public static readonly Bilingual OtherSections = new("Bagian laporan", "Sections of the report");
    public static readonly Bilingual ElementSections = new("Unsur SERVO", "SERVO elements");
    public static readonly Bilingual Answer = new("Jawaban dalam satu halaman", "The answer on one page");
    public static readonly Bilingual Unforeseen = new("Yang tidak diduga buku kode", "What the codebook did not foresee");
    public static readonly Bilingual Limits = new("Keterbatasan", "Limits");
    public static readonly Bilingual Method = new("Metode", "Method");
    public static readonly Bilingual Corpus = new("Korpus dan narasumber", "Corpus and informants");
    public static readonly Bilingual GapSection = new("Kesenjangan", "The gap");
    public static readonly Bilingual TableSection = new("Kode menurut kelompok, dan kode yang muncul bersama", "Codes by group, and codes that occur together");
    public static readonly Bilingual MacroSection = new("Ekonomi makro", "The macro-economy");

    public static readonly Bilingual AboutTitle = new("Metode dan cara membaca", "Methods and how to read");
    public static readonly Bilingual AboutTrace = new("Jejak", "Trace");
    public static readonly Bilingual AboutTraceText = new(
        "Setiap angka adalah tautan satu tingkat ke bawah: putusan, penilaian, bukti, pengodean, kata. Setiap kutipan menyebut ke atas apa yang memakainya.",
        "Every number is a link one level down: verdict, rating, evidence, coding, words. Every quote names upward what uses it.");

    public static readonly Bilingual AboutFit = new("Kesesuaian", "Fit");
    public static readonly Bilingual AboutFitText = new(
        "F = Σ w·r ÷ (2·Σ w) atas kriteria yang dinilai, dari −1 sampai +1. Rentang kepekaan menyisihkan satu sumber tiap kali dan mengambil ulang penilai; itu bukan selang kepercayaan. Putusan hitungan mengikuti pasangan terendah.",
        "F = Σ w·r ÷ (2·Σ w) over the rated criteria, from −1 to +1. The sensitivity range leaves one source out at a time and resamples raters; it is not a confidence interval. The computed verdict follows the lowest pair.");

    public static readonly Bilingual AboutCauses = new("Sebab", "Causes");
    public static readonly Bilingual AboutCausesText = new(
        "Sebab diurutkan menurut jumlah narasumber, bukan jumlah kutipan. Ucapan pewawancara tidak dihitung. Narasumber dipilih dengan sengaja, jadi bagian di antara mereka bukan prevalensi.",
        "Causes are ranked by informants, not by quotes. The interviewer's words do not count. Informants were chosen on purpose, so a share among them is not a prevalence.");

    public static readonly Bilingual AboutPrivacy = new("Kerahasiaan", "Confidentiality");
    public static readonly Bilingual AboutPrivacyText = new(
        "Ruang kerja hanya menjawab pada komputer ini, dengan token yang berganti setiap dijalankan. Tidak ada permintaan yang keluar dari komputer, dan isi wawancara tidak pernah ditulis ke log.",
        "The workspace answers on this computer only, with a token that changes with every start. No request leaves the computer, and what interviews say is never written to a log.");

    public static readonly Bilingual AboutKeys = new("Pintasan", "Keys");
    public static readonly Bilingual KeyCode = new("beri kode pada kata yang dipilih", "code the selected words");
    public static readonly Bilingual KeyLines = new("baris berikut dan sebelumnya di transkrip", "next and previous line of a transcript");
    public static readonly Bilingual KeyWords = new("pilih kata pada baris itu, perluas pilihan", "choose a word of that line, choose more");
    public static readonly Bilingual KeyFind = new("cari kode", "find a code");
    public static readonly Bilingual KeyQuotes = new("kutipan sebelum dan sesudah", "previous and next quote");
    public static readonly Bilingual KeyRecent = new("terapkan kode yang terakhir dipakai", "apply a code used last");
    public static readonly Bilingual KeyUndo = new("urungkan dan ulangi", "undo and redo");
    public static readonly Bilingual KeyCells = new("pindah sel di papan SERVO", "move between cells of the board");
    public static readonly Bilingual KeyStations = new("buka stasiun di ringkasan", "open a station of the overview");
    public static readonly Bilingual KeyEsc = new("tutup lapisan teratas", "close the top layer");

    public static readonly Bilingual Causes = new("Penyebab lewat kesesuaian strategi", "Causes through strategy fit");
    public static readonly Bilingual Matrix = new("Matriks SERVO per strategi", "SERVO matrix per strategy");
    public static readonly Bilingual Misfits = new("Ketidaksesuaian dan rekomendasi", "Misfits and recommendations");
    public static readonly Bilingual Checklists = new("Daftar periksa COREQ dan SRQR", "COREQ and SRQR checklists");
    public static readonly Bilingual TraceAppendix = new("Lampiran jejak", "Trace appendix");
    public static readonly Bilingual SourceList = new("Sumber", "Sources");

    /// <summary>What a text of the analyst is about, by the key under which it is stored.</summary>
    public static Bilingual OfText(string key) => key.Split(':') switch
    {
        ["theme", var code] => new($"tema {code}", $"theme {code}"),
        ["cause", var code] => new($"sebab {code}", $"cause {code}"),
        ["element", var letter] => new($"unsur {letter}", $"element {letter}"),
        ["strategy", var label] => new($"strategi {label}", $"strategy {label}"),
        _ => OfSection(key),
    };

    /// <summary>A section's title by its name; an unknown one keeps its name.</summary>
    public static Bilingual OfSection(string name) => name switch
    {
        "answer" => Answer,
        "gap" => GapSection,
        "corpus" => Corpus,
        "method" => Method,
        "agreement" => AgreementWords.Title,
        "saturation" => TableWords.Saturation,
        "tables" => TableSection,
        "themes" => ThemeSections,
        "unforeseen" => Unforeseen,
        "causes" => Causes,
        "macro" => MacroSection,
        "servo" => Matrix,
        "misfits" => Misfits,
        "coverage" => CoverageWords.Title,
        "limits" => Limits,
        "checklists" => Checklists,
        "trace" => TraceAppendix,
        "sources" => SourceList,
        _ => Bilingual.Same(name),
    };
}
