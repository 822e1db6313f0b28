using Jembatan.Core;

namespace Jembatan.Web.Words;

/// <summary>Crosstabs, co-occurrence and saturation.</summary>
internal static class TableWords
{
    public static readonly Bilingual Nav = new("Tabel", "Tables");
    public static readonly Bilingual Kind = new("Jenis tabel", "Kind of table");
    public static readonly Bilingual Crosstab = new("Kode menurut kelompok", "Codes by group");
    public static readonly Bilingual Together = new("Kode yang muncul bersama", "Codes that occur together");
    public static readonly Bilingual CurveAs = new("Kurva sebagai", "Curve as");
    public static readonly Bilingual Saturation = new("Kejenuhan", "Saturation");
    public static readonly Bilingual CrosstabLead = new(
        "Berapa narasumber tiap kelompok yang punya kode itu atau kode di bawahnya, tidak menyanggahnya, dan di luar giliran pewawancara. {0} narasumber dibandingkan; {1} tanpa nilai tidak ikut.",
        "How many informants of each group have the code or one below it, without contradicting it, outside interviewer turns. {0} informants are compared; {1} without a value are left out.");
    public static readonly Bilingual Variable = new("Variabel", "Variable");
    public static readonly Bilingual Show = new("Tampilkan", "Show");
    public static readonly Bilingual Code = new("Kode", "Code");
    public static readonly Bilingual All = new("Semua", "All");
    public static readonly Bilingual Fisher = new("p eksak (Fisher)", "Exact p (Fisher)");
    public static readonly Bilingual Adjusted = new("p disesuaikan (BH)", "Adjusted p (BH)");
    public static readonly Bilingual Cramer = new("V Cramér", "Cramér's V");
    public static readonly Bilingual CellName = new("{0} dari {1} narasumber {2}, {3} kutipan, {4} teksnya", "{0} of {1} informants {2}, {3} passages, {4} of their words");
    public static readonly Bilingual More = new("lebih banyak daripada yang diharapkan", "more than expected");
    public static readonly Bilingual Fewer = new("lebih sedikit daripada yang diharapkan", "fewer than expected");
    public static readonly Bilingual CrosstabNote = new(
        "▲ dan ▼: sisaan yang disesuaikan, p di bawah 0,05 setelah koreksi Benjamini–Hochberg atas semua sel. Warna: bagian narasumber kelompok itu. Uji eksak Fisher dipakai karena jumlahnya kecil.",
        "▲ and ▼: adjusted residuals, p below 0.05 after Benjamini–Hochberg over all cells. Shade: share of that group's informants. Fisher's exact test is used since numbers are small.");
    public static readonly Bilingual TogetherLead = new("Dua kode muncul bersama bila {0}. Tiap pasangan membuka kutipannya.", "Two codes occur together when {0}. Each pair opens its passages.");
    public static readonly Bilingual Overlap = new("kutipannya bertumpang tindih", "their passages overlap");
    public static readonly Bilingual Paragraph = new("keduanya ada dalam satu paragraf", "both stand in one paragraph");
    public static readonly Bilingual Turn = new("keduanya ada dalam satu giliran bicara", "both stand in one turn");
    public static readonly Bilingual Source = new("keduanya ada dalam satu sumber", "both stand in one source");
    public static readonly Bilingual OverlapShort = new("Tumpang tindih", "Overlap");
    public static readonly Bilingual ParagraphShort = new("Paragraf", "Paragraph");
    public static readonly Bilingual TurnShort = new("Giliran", "Turn");
    public static readonly Bilingual SourceShort = new("Sumber", "Source");
    public static readonly Bilingual Pair = new("Pasangan", "Pair");
    public static readonly Bilingual Both = new("Bersama", "Together");
    public static readonly Bilingual Coefficient = new("Koefisien c", "c-coefficient");
    public static readonly Bilingual Distorted = new("satu kutipan mendominasi", "one passage dominates");
    public static readonly Bilingual Matrix = new("Matriks, diurutkan menurut klaster", "Matrix, ordered by cluster");
    public static readonly Bilingual MatrixNote = new(
        "Jarak 1 − Jaccard, klaster rata-rata (UPGMA). {0} kode yang paling sering.", "Distance 1 − Jaccard, average linkage (UPGMA). The {0} most frequent codes.");
    public static readonly Bilingual PairsShown = new("{0} dari {1} pasangan", "{0} of {1} pairs");
    public static readonly Bilingual NoPairs = new("Belum ada dua kode yang muncul bersama.", "No two codes occur together yet.");
    public static readonly Bilingual Passages = new("Kutipan {0} dan {1}", "Passages of {0} and {1}");
    public static readonly Bilingual SaturationLead = new(
        "Apakah wawancara berikutnya masih membawa kode baru? Basis {0} wawancara, putaran {1}, ambang {2} (Guest, Namey dan Chen 2020). Pita: {3} urutan acak, 5–95%.",
        "Do further interviews still bring new codes? Base {0} interviews, run {1}, threshold {2} (Guest, Namey and Chen 2020). Band: {3} random orders, 5–95%.");
    public static readonly Bilingual AllInformants = new("Semua narasumber", "All informants");
    public static readonly Bilingual Enough = new("Jenuh pada {0}+{1}: {0} wawancara cukup, {1} lagi memastikannya.", "Saturated at {0}+{1}: {0} interviews were enough, {1} more confirmed it.");
    public static readonly Bilingual NotSaturated = new("Belum dapat disebut jenuh: {0}.", "Cannot be called saturated: {0}.");
    public static readonly Bilingual Orders = new("Dalam urutan lain: {0} dari {1} urutan mencapai kejenuhan, median pada wawancara ke-{2}.", "In other orders: {0} of {1} orders reach saturation, the median at interview {2}.");
    public static readonly Bilingual Never = new("Tidak satu pun dari {0} urutan acak mencapai kejenuhan.", "None of {0} random orders reaches saturation.");
    public static readonly Bilingual CurveName = new("{0}: {1} kode pada {2} wawancara; kurva kode berbeda menurut jumlah wawancara, dengan pita 5–95%", "{0}: {1} codes in {2} interviews; curve of different codes by number of interviews, with a 5–95% band");
    public static readonly Bilingual Interviews = new("Wawancara", "Interviews");
    public static readonly Bilingual Informant = new("Narasumber", "Informant");
    public static readonly Bilingual NewCodes = new("Kode baru", "New codes");
    public static readonly Bilingual CodesSoFar = new("Kode sejauh ini", "Codes so far");
    public static readonly Bilingual RunShare = new("Putaran ÷ basis", "Run ÷ base");
    public static readonly Bilingual Table = new("Angkanya", "The figures");
    public static readonly Bilingual MeaningTitle = new("Kejenuhan makna (Hennink dkk. 2017)", "Meaning saturation (Hennink et al. 2017)");
    public static readonly Bilingual MeaningNote = new(
        "Wawancara terakhir yang menambah kode di bawahnya atau sikap yang belum tampak. Menilai makna tetap pekerjaan pembaca.",
        "The last interview that added a code below it or a stance not yet shown. To judge meaning stays the reader's work.");
    public static readonly Bilingual FirstAt = new("Muncul", "First");
    public static readonly Bilingual LastNewAt = new("Terakhir bertambah", "Last added to");
    public static readonly Bilingual Empty = new("Belum ada kode pada ucapan narasumber.", "No code on informants' words yet.");
}
