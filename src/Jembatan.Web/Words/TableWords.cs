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
    public static readonly Bilingual WordsShort = new("Jarak kata", "Words apart");
    public static readonly Bilingual NearBy = new("kutipannya berjarak paling banyak {0} kata", "their passages are at most {0} words apart");
    public static readonly Bilingual MostWords = new("Paling banyak berapa kata", "At most how many words");
    public static readonly Bilingual TableAs = new("Tabel sebagai", "Table as");
    public static readonly Bilingual TakeAway = new("Bawa ke R, SPSS, atau lembar sebar", "Take to R, SPSS or a spreadsheet");
    public static readonly Bilingual ThisTable = new("Tabel ini dengan semua uji", "This table with every test");
    public static readonly Bilingual InformantsByCodes = new("Narasumber × kode, dengan variabelnya", "Informants × codes, with their variables");
    public static readonly Bilingual YesOrNo = new("ada atau tidak (1/0)", "present or not (1/0)");
    public static readonly Bilingual CountOfPassages = new("jumlah kutipan", "count of passages");
    public static readonly Bilingual ShareOfText = new("bagian dari ucapannya", "share of their words");
    public static readonly Bilingual Correspondence = new("Peta kode dan kelompok (analisis korespondensi)", "Map of codes and groups (correspondence analysis)");
    public static readonly Bilingual CorrespondenceName = new("Peta {0} kode (bulatan) dan {1} nilai (kotak); angkanya ada di bawahnya", "Map of {0} codes (dots) and {1} values (squares); the figures stand below it");
    public static readonly Bilingual CorrespondenceNote = new(
        "Kode yang berdekatan dipunyai kelompok yang mirip, kelompok yang berdekatan punya kode yang mirip; jarak antara bulatan dan kotak tidak dapat dibaca sebagai jarak, hanya arahnya. Kedua sumbu memuat {0} dari inersia. Hanya kode tanpa kode terhitung di bawahnya.",
        "Codes close together are held by similar groups, groups close together have similar codes; between a dot and a square only the direction can be read, not the distance. The two axes carry {0} of the inertia. Only codes without a counted code below them.");
    public static readonly Bilingual Axis = new("Sumbu {0} ({1})", "Axis {0} ({1})");
    public static readonly Bilingual Unlabelled = new("{0} titik yang berimpit tidak diberi nama; letaknya ada di tabel.", "{0} points that lie on others have no name; the table has their places.");
    public static readonly Bilingual Group = new("kelompok", "group");
    public static readonly Bilingual PlainAxis = new("Sumbu {0}", "Axis {0}");
    public static readonly Bilingual Point = new("Titik", "Point");
    public static readonly Bilingual Tree = new("Pohon klaster kode", "Tree of code clusters");
    public static readonly Bilingual TreeName = new("Pohon klaster {0} kode; langkahnya ada di bawahnya", "Tree of clusters of {0} codes; its steps stand below it");
    public static readonly Bilingual TreeNote = new(
        "Dua cabang bertemu pada jaraknya, 1 − Jaccard: 0 bila selalu bersama, 1 bila tidak pernah. Klaster rata-rata (UPGMA); aturan lain dengan cooccur --linkage.",
        "Two branches meet at their distance, 1 − Jaccard: 0 when always together, 1 when never. Average linkage (UPGMA); other rules with cooccur --linkage.");
    public static readonly Bilingual Alone = new("{0} kode yang tidak pernah muncul bersama kode lain tidak digambar.", "{0} codes that never occur with another are not drawn.");
    public static readonly Bilingual Step = new("Langkah", "Step");
    public static readonly Bilingual Joined = new("Bergabung", "Joined");
    public static readonly Bilingual Distance = new("Jarak", "Distance");
    public static readonly Bilingual Map = new("Peta kode (penskalaan multidimensi)", "Map of codes (multidimensional scaling)");
    public static readonly Bilingual MapName = new("Peta {0} kode menurut seberapa sering muncul bersama", "Map of {0} codes by how much they occur together");
    public static readonly Bilingual MapNote = new(
        "Kode yang banyak berbagi berdekatan (Kruskal, ordinal); sumbu dan arahnya tidak berarti apa-apa. Tegangan-1 {0}: di bawah 0,1 baik, di atas 0,2 peta menyesatkan.",
        "Codes that share much stand close (Kruskal, ordinal); axes and directions mean nothing. Stress-1 {0}: below 0.1 is good, above 0.2 the map misleads.");
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
