using Jembatan.Core;

namespace Jembatan.Web.Words;

/// <summary>The SERVO board, its drawer, misfits and recommendations.</summary>
internal static class ServoWords
{
    public static readonly Bilingual Title = new("Kesesuaian strategi", "Fit of the strategies");
    public static readonly Bilingual Lead = new(
        "Putusan analis berdiri lebih dahulu, hitungan di sampingnya sebagai pemeriksa. Baca sel terlemah, lalu buka sel itu sampai ke kata narasumber.",
        "The analyst's verdict stands first, the computed one beside it as a check. Read the weakest cell, then open it down to the informants' words.");

    public static readonly Bilingual Strategy = new("Strategi", "Strategy");
    public static readonly Bilingual Verdict = new("Putusan analis", "Analyst's verdict");
    public static readonly Bilingual Computed = new("hitungan: {0}", "computed: {0}");
    public static readonly Bilingual Disagrees = new("berbeda dari hitungan", "differs from computed");
    public static readonly Bilingual NoVerdict = new("Belum diputuskan", "Not given yet");
    public static readonly Bilingual Provisional = new("sementara", "provisional");
    public static readonly Bilingual Now = new("Sekarang", "Now");
    public static readonly Bilingual Time = new("Waktu", "Time");
    public static readonly Bilingual Weakest = new("terlemah", "weakest");
    public static readonly Bilingual EvidenceCount = new("{0} bukti", "evidence: {0}");
    public static readonly Bilingual StrengthOf = new("Kekuatan bukti {0} dari 5", "Evidence strength {0} of 5");
    public static readonly Bilingual StrengthValue = new("Kekuatan bukti {0}", "Evidence strength {0}");
    public static readonly Bilingual CellIs = new("{0}, {1} {2}:", "{0}, {1} {2}:");
    public static readonly Bilingual CellRange = new("rentang kepekaan {0}", "sensitivity range {0}");
    public static readonly Bilingual NoRange = new("tanpa rentang kepekaan", "no sensitivity range");
    public static readonly Bilingual Rated = new("{0} dari {1} kriteria", "{0} of {1} criteria");
    public static readonly Bilingual LegendBar = new("−1 tidak sesuai (berarsir) sampai +1 sesuai", "−1 no fit (hatched) to +1 fit");
    public static readonly Bilingual LegendRange = new("nilai dan rentang kepekaan", "value and sensitivity range");
    public static readonly Bilingual LegendStrength = new("kekuatan bukti", "evidence strength");
    public static readonly Bilingual LegendKeys = new("pindah sel", "move between cells");
    public static readonly Bilingual Thresholds = new(
        "Sesuai mulai {0}; cukup sesuai mulai {1}; tidak sesuai sampai {2}; bukti belum cukup bila cakupan kriteria di bawah {3} atau kekuatan bukti di bawah {4}.",
        "Fit from {0}; fairly fit from {1}; no fit up to {2}; not enough evidence below coverage {3} or evidence strength {4}.");

    public static readonly Bilingual Cell = new("Sel yang dibuka", "The open cell");
    public static readonly Bilingual PathVerdict = new("Putusan", "Verdict");
    public static readonly Bilingual PathRating = new("Penilaian", "Rating");
    public static readonly Bilingual PathEvidence = new("Bukti", "Evidence");
    public static readonly Bilingual PathCoding = new("Pengodean", "Coding");
    public static readonly Bilingual PathWords = new("Kata", "Words");
    public static readonly Bilingual Range = new("rentang kepekaan {0}", "sensitivity range {0}");
    public static readonly Bilingual RangeOnce = new("rentang kepekaan tidak dapat dihitung dari satu sumber dan satu penilai", "a sensitivity range needs more than one source or rater");
    public static readonly Bilingual Sums = new(
        "Kekuatan bukti {0}: {1} mendukung, {2} menyanggah, dari {3} narasumber; {4} kelompok narasumber atau penerbit. Kriteria dinilai {5}.",
        "Evidence strength {0}: {1} supporting, {2} contradicting, from {3} informants; {4} groups of informants or publishers. Criteria rated {5}.");

    public static readonly Bilingual Criteria = new("Kriteria", "Criteria");
    public static readonly Bilingual Required = new("Dibutuhkan", "Required");
    public static readonly Bilingual Observed = new("Teramati", "Observed");
    public static readonly Bilingual Raters = new("Penilai", "Raters");
    public static readonly Bilingual Rationale = new("Alasan", "Rationale");
    public static readonly Bilingual Unrated = new("Belum dinilai", "Not rated yet");
    public static readonly Bilingual NotApplicable = new("Tidak berlaku", "Not applicable");
    public static readonly Bilingual RatingNotEnough = new("Bukti belum cukup", "Not enough evidence");
    public static readonly Bilingual Reopened = new("Terbuka kembali", "Reopened");
    public static readonly Bilingual RatingSays = new("nilai {0}", "rating {0}");
    public static readonly Bilingual Rate = new("Nilai kriteria ini", "Rate this criterion");
    public static readonly Bilingual RateAgain = new("Nilai ulang kriteria ini", "Rate this criterion again");
    public static readonly Bilingual Influences = new("Bila satu sumber disisihkan", "With one source left out");
    public static readonly Bilingual Influence = new("Tanpa {0}: {1}", "Without {0}: {1}");
    public static readonly Bilingual Finalise = new("Tetapkan putusan", "Give the verdict");
    public static readonly Bilingual ReviseVerdict = new("Tinjau putusan", "Review the verdict");
    public static readonly Bilingual WaitReopened = new("{0} penilaian terbuka kembali; nilai ulang lebih dahulu.", "{0} ratings are open again; rate them first.");
    public static readonly Bilingual Drift = new("berisiko hanyut", "risk of drift");
    public static readonly Bilingual NoEvidence = new("Belum ada bukti.", "No evidence yet.");

    public static readonly Bilingual Misfits = new("Ketidaksesuaian dan tindak lanjut", "Misfits and what to do");
    public static readonly Bilingual MisfitsOrder = new("urut prioritas; selang peringkat", "by priority; interval of ranks");
    public static readonly Bilingual Misfit = new("Ketidaksesuaian", "Misfit");
    public static readonly Bilingual Disposition = new("Tindak lanjut", "Disposition");
    public static readonly Bilingual Rank = new("Peringkat", "Rank");
    public static readonly Bilingual Owner = new("Pemilik", "Owner");
    public static readonly Bilingual Due = new("Tenggat", "Due");
    public static readonly Bilingual NotSet = new("belum", "not set");
    public static readonly Bilingual Proposed = new("diusulkan hitungan", "proposed by the ratings");
    public static readonly Bilingual NoMisfits = new("Belum ada ketidaksesuaian. Ia muncul bila rata-rata penilaian sebuah kriteria −1 atau kurang.", "No misfit yet. One appears when the mean rating of a criterion is −1 or less.");
    public static readonly Bilingual Leverage = new("Pengungkit dihitung 1 untuk semua selama model cakupan belum ditautkan.", "Leverage counts 1 for all until a coverage model is linked.");
    public static readonly Bilingual Recommendations = new("Rekomendasi", "Recommendations");
    public static readonly Bilingual NoRecommendations = new("Belum ada rekomendasi. Buka satu ketidaksesuaian untuk menulisnya.", "No recommendation yet. Open a misfit to write one.");
    public static readonly Bilingual AddStrategy = new("Tambah strategi", "Add a strategy");
    public static readonly Bilingual EmptyTitle = new("Belum ada strategi di studi ini", "There is no strategy in this study yet");
    public static readonly Bilingual EmptyText = new(
        "Tulis strategi yang hendak dinilai, lalu nilai kriterianya dengan bukti. Putusan baru muncul bila keempat pasangan punya penilaian.",
        "Write the strategy to be judged, then rate its criteria with evidence. A verdict appears when all four pairs are rated.");

    public static readonly Bilingual Mechanism = new("Menyasar sebab", "Aims at the causes");
    public static readonly Bilingual BoardCaption = new("Kesesuaian setiap strategi dengan lingkungan, sumber daya, nilai, dan organisasi", "Fit of each strategy with environment, resources, values and organization");
}
