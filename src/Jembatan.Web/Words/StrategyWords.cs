using Jembatan.Core;

namespace Jembatan.Web.Words;

/// <summary>A strategy, its ratings, its verdict, and the forms that change them.</summary>
internal static class StrategyWords
{
    public static readonly Bilingual ListTitle = new("Strategi", "Strategies");
    public static readonly Bilingual ListLead = new("Strategi yang dinilai dalam studi ini.", "The strategies judged in this study.");
    public static readonly Bilingual NewTitle = new("Strategi baru", "A new strategy");
    public static readonly Bilingual Label = new("Kunci pendek", "Short key");
    public static readonly Bilingual LabelHint = new("Tanpa spasi, misalnya ekosistem-desa. Dipakai dalam alamat dan nomor jejak.", "Without spaces, such as village-ecosystem. Used in addresses and trace ids.");
    public static readonly Bilingual TitleField = new("Nama strategi", "Name of the strategy");
    public static readonly Bilingual Summary = new("Ringkasan", "Summary");
    public static readonly Bilingual Claims = new("Sebab yang hendak dihilangkan", "Causes it claims to remove");
    public static readonly Bilingual ClaimsHint = new("Kunci kode, dipisah koma, misalnya FI03, AD05.", "Keys of codes, separated by commas, such as FI03, AD05.");
    public static readonly Bilingual Owner = new("Pemilik", "Owner");
    public static readonly Bilingual Add = new("Tambah strategi", "Add the strategy");
    public static readonly Bilingual Edit = new("Ubah keterangan strategi", "Change what is known of it");
    public static readonly Bilingual Status = new("Tahap", "Status");
    public static readonly Bilingual SaveChange = new("Simpan perubahan", "Save the change");
    public static readonly Bilingual Remove = new("Hapus strategi", "Delete the strategy");
    public static readonly Bilingual RemoveHint = new(
        "Hanya strategi tanpa penilaian, bukti, pengodean, dan teks yang dapat dihapus. Yang lain ditandai selesai. Keduanya dapat diurungkan dari jejak audit.",
        "Only a strategy without ratings, evidence, codings and texts can be deleted. Mark any other as ended. Both can be taken back from the audit trail.");

    public static readonly Bilingual Planned = new("direncanakan", "planned");
    public static readonly Bilingual Pilot = new("uji coba", "pilot");
    public static readonly Bilingual Running = new("berjalan", "running");
    public static readonly Bilingual Ended = new("selesai", "ended");
    public static readonly Bilingual Since = new("sejak {0}", "since {0}");
    public static readonly Bilingual Goal = new("Tujuan", "Goal");
    public static readonly Bilingual Basis = new("Mengapa pekerja akan ikut", "Why a worker would choose it");
    public static readonly Bilingual Payer = new("Siapa yang membayar", "Who pays");
    public static readonly Bilingual LegalBasis = new("Dasar hukum", "Legal basis");
    public static readonly Bilingual Assumptions = new("Asumsi", "Assumptions");
    public static readonly Bilingual Facts = new("Yang tercetak tentang strategi ini", "What is printed of it");
    public static readonly Bilingual Performance = new("Target dan capaian", "Target and achievement");
    public static readonly Bilingual NoPerformance = new("Belum ada capaian yang dicatat.", "No performance is recorded yet.");

    public static readonly Bilingual Verdict = new("Putusan", "Verdict");
    public static readonly Bilingual VerdictLead = new("Putusan analis dengan alasannya berdiri lebih dahulu. Hitungan dari penilaian memeriksanya, tidak menggantikannya.", "The analyst's verdict with its rationale stands first. What the ratings come to checks it and never replaces it.");
    public static readonly Bilingual By = new("{0}, {1}", "{0}, {1}");
    public static readonly Bilingual ComputedIs = new("Hitungan dari penilaian: {0}", "Computed from the ratings: {0}");
    public static readonly Bilingual DisagreeHead = new("Berbeda dari hitungan", "Differs from computed");
    public static readonly Bilingual DisagreeText = new("Putusan analis berbeda dari hitungan. Baca sel terlemah dan alasan di atas, lalu biarkan berbeda atau ubah salah satunya.", "The analyst's verdict differs from the computed one. Read the weakest cell and the rationale, then let them differ or change one.");
    public static readonly Bilingual GiveVerdict = new("Tetapkan putusan", "Give the verdict");
    public static readonly Bilingual Is = new("Strategi ini", "This strategy");
    public static readonly Bilingual Because = new("Alasan", "Rationale");
    public static readonly Bilingual BecauseHint = new("Tulis apa yang menentukan putusan ini, dengan merujuk sel dan kutipan.", "Say what decides this verdict, naming cells and quotes.");
    public static readonly Bilingual Congruence = new("Kesesuaian E, V, R", "Congruence of E, V, R");
    public static readonly Bilingual Change = new("Sekarang dan nanti", "Now and later");
    public static readonly Bilingual Cells = new("Kesesuaian per pasangan", "Fit by pair");
    public static readonly Bilingual Pair = new("Pasangan", "Pair");
    public static readonly Bilingual Criterion = new("Kriteria", "Criterion");
    public static readonly Bilingual Rating = new("Penilaian", "Rating");
    public static readonly Bilingual RateIt = new("Nilai", "Rate");
    public static readonly Bilingual OnBoard = new("Lihat di papan SERVO", "See it on the SERVO board");

    public static readonly Bilingual RateTitle = new("Nilai {0}", "Rate {0}");
    public static readonly Bilingual Value = new("Nilai", "Rating");
    public static readonly Bilingual ValueM2 = new("−2 menghambat", "−2 works against");
    public static readonly Bilingual ValueM1 = new("−1 agak menghambat", "−1 weakly against");
    public static readonly Bilingual Value0 = new("0 tidak berkaitan", "0 no relation");
    public static readonly Bilingual ValueP1 = new("+1 mendukung", "+1 supports");
    public static readonly Bilingual ValueP2 = new("+2 sangat mendukung", "+2 strongly supports");
    public static readonly Bilingual ValueNa = new("Tidak berlaku", "Not applicable");
    public static readonly Bilingual ValueInsufficient = new("Bukti belum cukup", "Not enough evidence");
    public static readonly Bilingual Required = new("Dibutuhkan", "Required");
    public static readonly Bilingual Observed = new("Teramati", "Observed");
    public static readonly Bilingual Rationale = new("Alasan", "Rationale");
    public static readonly Bilingual RationaleHint = new("Wajib untuk nilai tidak berlaku dan bukti belum cukup.", "Needed for not applicable and not enough evidence.");
    public static readonly Bilingual Horizon = new("Waktu", "Time");
    public static readonly Bilingual HorizonHint = new("Kosongkan untuk sekarang, atau tulis tahun seperti 2030.", "Leave empty for now, or write a year such as 2030.");
    public static readonly Bilingual Evidence = new("Bukti", "Evidence");
    public static readonly Bilingual EvidenceHint = new("Nilai berangka perlu sedikitnya satu bukti. Kutipan yang dipilih menjadi bukti untuk strategi ini.", "A number needs at least one item of evidence. A chosen quote becomes evidence on this strategy.");
    public static readonly Bilingual ShowQuotesOf = new("Tampilkan kutipan berkode", "Show quotes coded");
    public static readonly Bilingual Show = new("Tampilkan", "Show");
    public static readonly Bilingual AboutStrategy = new("Kutipan tentang strategi ini dan sebab yang disasarnya", "Quotes about this strategy and the causes it aims at");
    public static readonly Bilingual NoQuotes = new("Tidak ada kutipan di sini. Kode dahulu transkripnya, atau pilih kode lain di atas.", "No quotes here. Code a transcript first, or choose another code above.");
    public static readonly Bilingual NewEvidence = new("Bukti selain kutipan", "Evidence other than a quote");
    public static readonly Bilingual EvidenceKind = new("Jenis", "Kind");
    public static readonly Bilingual EvidenceText = new("Isinya", "What it says");
    public static readonly Bilingual EvidenceIssuer = new("Diterbitkan oleh", "Issued by");
    public static readonly Bilingual EvidenceCitation = new("Dibaca di", "Read in");
    public static readonly Bilingual SaveRating = new("Simpan penilaian", "Save the rating");
    public static readonly Bilingual None = new("tidak ada", "none");

    public static readonly Bilingual MisfitTitle = new("Ketidaksesuaian", "Misfit");
    public static readonly Bilingual Statement = new("Apa yang tidak sesuai", "What does not fit");
    public static readonly Bilingual Disposition = new("Tindak lanjut", "Disposition");
    public static readonly Bilingual Severity = new("Berat, 1 sampai 5", "Severity, 1 to 5");
    public static readonly Bilingual Effort = new("Upaya, 1 sampai 5", "Effort, 1 to 5");
    public static readonly Bilingual Affected = new("Orang terdampak: paling sedikit, tengah, paling banyak", "Persons affected: least, middle, most");
    public static readonly Bilingual AffectedHint = new("Tiga angka dipisah titik koma, misalnya 10.000; 50.000; 1,5 juta. Tanpa ini peringkat tidak dapat dihitung.", "Three numbers separated by semicolons, such as 10,000; 50,000; 1.5 million. Without them there is no rank.");
    public static readonly Bilingual Due = new("Tenggat", "Due");
    public static readonly Bilingual Causes = new("Sebab yang dibiarkan", "Causes that it lets stand");
    public static readonly Bilingual Confirm = new("Catat ketidaksesuaian", "Record the misfit");
    public static readonly Bilingual Dismiss = new("Abaikan usulan ini", "Dismiss the proposal");
    public static readonly Bilingual RecommendTitle = new("Rekomendasi untuk ketidaksesuaian ini", "Recommendation for this misfit");
    public static readonly Bilingual ChangeProposed = new("Perubahan yang diusulkan", "Change proposed");
    public static readonly Bilingual Recommend = new("Tulis rekomendasi", "Write the recommendation");
    public static readonly Bilingual MisfitMissing = new("Ketidaksesuaian ini tidak ada. Pilih dari papan SERVO.", "There is no such misfit. Choose one from the SERVO board.");
    public static readonly Bilingual RecommendAfter = new("Catat ketidaksesuaian ini lebih dahulu, lalu tulis rekomendasinya.", "Record the misfit first, then write its recommendation.");
    public static readonly Bilingual MeanRating = new("rata-rata penilaian {0}", "mean rating {0}");
    public static readonly Bilingual Evidence2 = new("Bukti di bawahnya", "The evidence under it");
}
