using System.Collections.Immutable;
using Jembatan.Core;

namespace Jembatan.App.Coverage;

/// <summary>Notes and reasons of runs, which documents carry in English, in the language of a reader.</summary>
public static class RunWords
{
    private static readonly ImmutableArray<(string English, string Indonesian)> Known =
    [
        (RunCoverage.Uncalibrated, "belum dikalibrasi (uncalibrated): peluang masuk dan putus iuran masih nilai awal, belum disesuaikan dengan stok peserta yang teramati."),
        ("calibrated to ", "dikalibrasi dengan "),
        (": effect size not evidenced (grade E)", ": besar pengaruh belum terbukti (kelas E)"),
        ("Fewer than 20 draws: the interval shows sampling of persons alone.", "Kurang dari 20 penarikan parameter: selang hanya memuat galat contoh orang."),
        ("the interval of added covered person-years includes zero.", "selang tambahan orang-tahun terlindungi memuat nol."),
        ("no cost of this lever is known; set its field 'cost'.", "biaya tuas ini tidak diketahui; isi 'cost' pada tuas itu."),
        ("in some resamples or draws the scenario subsidises nobody's own contribution.", "pada sebagian penarikan ulang, skenario ini tidak menyubsidi iuran mandiri siapa pun."),
        ("the scenario subsidises nobody's own contribution.", "skenario ini tidak menyubsidi iuran mandiri siapa pun."),
        ("not estimable: ", "tidak dapat ditaksir: "),
        ("No spell of membership began in the run.", "Tidak ada kepesertaan yang mulai selama proyeksi."),
        ("More than half of the spells last longer than they are watched (60 months at most).", "Lebih dari separuh kepesertaan berlangsung lebih lama daripada masa pengamatannya (paling lama 60 bulan)."),
        ("No member with old-age savings turned 56 after the first year of the run.", "Tidak ada peserta JHT yang genap 56 tahun setelah tahun pertama proyeksi."),
        ("Nobody's contribution was paid by the state or a sponsor.", "Tidak ada iuran yang dibayar negara atau penanggung."),
        ("how density is spread over persons needs persons one by one; use --engine micro.", "sebaran kepadatan iuran antarorang memerlukan orang satu per satu; pakai --engine micro."),
        ("Counted at the end of each quarter and in the last month.", "Dihitung pada akhir tiap triwulan dan pada bulan terakhir."),
        ("Counted from month 1 on.", "Dihitung mulai bulan 1."),
        ("There was no member in the month before.", "Tidak ada peserta pada bulan sebelumnya."),
        ("There is no active member in this month.", "Tidak ada peserta aktif pada bulan ini."),
        ("There is no informal worker in this month.", "Tidak ada pekerja informal pada bulan ini."),
        ("Nobody was registered in the run.", "Tidak ada orang yang terdaftar selama proyeksi."),
        ("Nobody of the group counts towards it: nothing to divide by.", "Tidak ada orang dalam kelompok ini yang masuk hitungannya: pembaginya nol."),
        (RunCoverage.JoinedReason, "Bagian-bagiannya dijalankan terpisah: waktu dan kecepatan bersama tidak diukur."),
        (RunCoverage.ComparedReason, "Dasar dan skenario dijalankan bersama: waktu dan kecepatan masing-masing tidak diukur."),
        ("One of the two has no value in this month.", "Salah satu dari keduanya tidak punya nilai pada bulan ini."),
    ];

    /// <summary>The note or reason in a language.</summary>
    /// <param name="text">As the document has it.</param>
    /// <param name="language">The reader's.</param>
    public static string In(string text, Language language)
    {
        ArgumentNullException.ThrowIfNull(text);
        return language == Language.Indonesian ? Known.Aggregate(text, (said, pair) => said.Replace(pair.English, pair.Indonesian, StringComparison.Ordinal)) : text;
    }
}
