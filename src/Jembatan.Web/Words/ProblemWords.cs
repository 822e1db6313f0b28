using System.Collections.Frozen;
using Jembatan.Core;
using Jembatan.Web.Frame;

namespace Jembatan.Web.Words;

/// <summary>Problems in Indonesian by their code; a code that is not here keeps the message it came with.</summary>
internal static class ProblemWords
{
    private static readonly FrozenDictionary<string, string> Indonesian = new Dictionary<string, string>
    {
        ["source/not-found"] = "Transkrip ini tidak ada dalam studi. Pilih dari daftar transkrip.",
        ["code/not-found"] = "Kode ini tidak ada dalam buku kode. Periksa ejaannya, atau buat kode baru.",
        ["coding/not-found"] = "Pengodean ini tidak ada; mungkin sudah diambil kembali. Muat ulang halaman.",
        ["strategy/not-found"] = "Strategi ini tidak ada dalam studi. Pilih dari papan SERVO.",
        ["criterion/not-found"] = "Kriteria ini tidak ada. Pilih dari papan SERVO.",
        ["evidence/not-found"] = "Bukti ini tidak ada; mungkin sudah ditarik. Pilih bukti lain.",
        ["coder/not-found"] = "Pengode ini tidak ada dalam studi. Konsensus baru ada setelah perbedaan pengodean diselesaikan.",
        ["trace/not-found"] = "Tidak ada yang bernomor begitu dalam studi. Salin nomor jejaknya sekali lagi.",
        ["trace/ambiguous"] = "Nomor ini cocok dengan lebih dari satu hal. Tulis lebih panjang.",
        ["selection/outside"] = "Pilihan berada di luar teks. Pilih kata-kata di dalam transkrip.",
        ["selection/empty"] = "Pilihan tidak memuat satu huruf pun. Pilih beberapa kata dahulu.",
        ["rating/no-evidence"] = "Penilaian berangka belum punya bukti. Pilih satu kutipan atau dokumen, atau nilai sebagai bukti belum cukup.",
        ["rating/no-rationale"] = "Nilai ini perlu alasan. Tulis mengapa kriteria tidak berlaku atau apa yang masih kurang.",
        ["journal/nothing-to-undo"] = "Tidak ada langkah Anda yang dapat diurungkan lagi.",
        ["journal/nothing-to-redo"] = "Tidak ada langkah yang dapat diulangi: belum ada yang diurungkan, atau sudah ada langkah baru.",
        ["journal/changed-since"] = "Langkah ini tidak dapat diurungkan karena langkah lain sesudahnya memakai hal yang sama. Urungkan langkah itu dahulu.",
        ["journal/purged"] = "Langkah terakhir menghapus teks atas penarikan persetujuan. Itu tidak dapat diurungkan.",
        ["study/read-only"] = "Studi ini terbuka hanya untuk dibaca. Buka berkasnya di tempat yang boleh ditulisi.",
        ["study/busy"] = "Studi ini sedang ditulisi program lain. Tunggu sebentar, lalu coba lagi.",
        ["conflict/not-found"] = "Pertentangan ini tidak ada. Muat ulang halaman.",
        ["conflict/gone"] = "Hal ini sudah tidak ada dalam studi. Tidak ada yang perlu dipilih; biarkan saja.",
        ["conflict/circle"] = "Kode tidak dapat diletakkan di bawah dirinya sendiri. Pindahkan dahulu kode yang menghalangi, lalu pilih lagi.",
        ["conflict/still-used"] = "Hal yang dirujuknya sudah tidak ada dalam studi. Pilih dahulu dalam pertentangan hal itu.",
        ["study/duplicate"] = "Nama ini sudah dipakai. Ganti dahulu nama yang lain, lalu pilih lagi.",
        ["report/blind"] = "Anda masih mengode beberapa sumber tanpa melihat pekerjaan orang lain, jadi laporan Anda akan meninggalkan pengodean mereka. Selesaikan dahulu, atau minta pemimpin pengodean menulisnya.",
        ["agreement/blind"] = "Sumber yang dapat dibandingkan masih Anda kode tanpa melihat pekerjaan orang lain. Tunggu sampai semua pengodenya menandai selesai.",
        ["assignment/coders"] = "Pengodenya belum pas. Sebut nama orangnya, satu baris tiap nama; tertutup perlu paling sedikit dua orang, dan “consensus” bukan orang.",
        ["assignment/sources"] = "Belum ada sumber yang terpilih. Centang sumber dalam daftar, atau pilih semua atau kelompok yang punya sumber.",
        ["assignment/own"] = "Anda sendiri masih mengode salah satu sumber itu secara tertutup, jadi Anda tidak dapat membukanya. Selesaikan dahulu, atau minta pemimpin pengodean melakukannya.",
        ["assignment/opened"] = "Semua pengode sumber ini sudah selesai dan dapat melihat pekerjaan satu sama lain, jadi tanda selesai tidak dapat ditarik lagi. Selesaikan perbedaan di halaman kesepakatan.",
        ["codebook/frozen"] = "Buku kode versi ini dibekukan. Mulai versi baru untuk mengubah definisi.",
    }.ToFrozenDictionary();

    public static string Of(Problem problem, Look look) =>
        !look.IsEnglish && Indonesian.TryGetValue(problem.Code, out var words) ? words : problem.Message;
}
