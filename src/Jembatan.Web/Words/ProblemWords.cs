using System.Collections.Frozen;
using System.Globalization;
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
        ["journal/not-here"] = "Langkah terakhir Anda adalah {0}, bukan pekerjaan mengode. Urungkan lewat jejak audit, atau lanjutkan mengode.",
        ["journal/other-source"] = "Langkah terakhir Anda ada di {0}. Buka sumber itu untuk mengurungkannya, atau lanjutkan mengode di sini.",
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
        ["import/empty"] = "Berkas ini tidak memuat kata. Periksa apakah berkas tersalin utuh; bila kata-katanya ada dalam gambar atau kotak teks, salin ke dalam teks, lalu impor lagi.",
        ["import/already-there"] = "Teks yang sama sudah ada dalam studi.",
        ["import/name-taken"] = "Studi sudah memuat transkrip bernama sama dengan teks lain. Ganti nama berkas atau responden, atau impor sebagai revisi.",
        ["import/nothing"] = "Tidak ada berkas untuk diimpor. Pilih berkas dahulu.",
        ["import/too-large"] = "Berkas ini lebih besar daripada yang dapat dibaca. Bagi menjadi beberapa berkas, lalu impor satu per satu.",
        ["import/unreadable"] = "Berkas ini tidak dapat dibaca sampai akhir. Periksa berkasnya, lalu impor lagi.",
        ["import/some-failed"] = "Sebagian berkas tidak masuk; alasannya ada pada tiap berkas.",
        ["html/entities"] = "Halaman ini mendeklarasikan entitas sendiri dalam jenis dokumennya. Buka di peramban, salin kata-katanya ke berkas .docx atau .txt, lalu impor.",
        ["text/binary"] = "Berkas ini bukan teks, apa pun namanya. Cari tahu program pembuatnya, simpan sebagai .docx atau .txt, lalu impor.",
        ["pdf/not-a-pdf"] = "Berkas ini bukan PDF, apa pun namanya. Cari tahu program pembuatnya, simpan sebagai .pdf atau .docx, lalu impor.",
        ["pdf/damaged"] = "PDF ini rusak. Buka di penampil PDF, cetak ke PDF baru, lalu impor yang baru itu.",
        ["pdf/encrypted"] = "PDF ini dilindungi kata sandi. Simpan tanpa kata sandi, lalu impor.",
        ["pdf/no-text"] = "PDF ini tidak memuat teks; halamannya berupa gambar. Jalankan pengenalan teks (OCR) dengan program lain, lalu impor hasilnya.",
        ["pdf/too-many-pages"] = "PDF ini punya terlalu banyak halaman. Bagi menjadi beberapa berkas, lalu impor satu per satu.",
        ["rtf/not-rtf"] = "Berkas ini bukan RTF, apa pun namanya. Buka dengan program pembuatnya, simpan sebagai .rtf atau .docx, lalu impor.",
        ["table/unknown-format"] = "Jenis tabel ini tidak dikenal. Simpan sebagai .csv atau .xlsx.",
        ["table/no-rows"] = "Tabel ini tidak memuat baris di bawah judul kolom. Isi sedikitnya satu baris.",
        ["table/too-large"] = "Tabel ini lebih besar daripada yang dapat dibaca. Bagi menjadi beberapa berkas.",
        ["csv/bad-quotes"] = "Ada tanda kutip yang tidak ditutup dalam berkas CSV ini. Simpan lagi dari program lembar kerja, lalu impor.",
        ["cases/no-column"] = "Tabel kasus tidak punya kolom itu. Pilih kolom yang memuat nama transkrip atau narasumber.",
        ["cases/no-match"] = "Tidak ada kolom tabel kasus yang memuat nama narasumber atau transkrip. Tulis nama seperti dalam studi.",
        ["survey/no-open-question"] = "Tabel ini tidak punya kolom yang tampak seperti pertanyaan terbuka. Bila ini tabel kasus, pilih sebagai tabel kasus.",
        ["case/unreadable"] = "Syarat ini tidak terbaca. Tulis VARIABEL=NILAI, misalnya group=worker.",
        ["variable/not-found"] = "Variabel ini tidak ada dalam studi. Periksa ejaannya.",
        ["code/bad-label"] = "Kunci kode berupa 1 sampai 80 karakter dalam satu baris, misalnya FI02. Pilih kunci lain.",
        ["code/label-taken"] = "Sudah ada kode dengan kunci ini. Pakai kode itu, atau pilih kunci lain.",
        ["code/no-name"] = "Kode ini perlu nama. Tulis beberapa kata yang menjelaskan maknanya.",
        ["code/long-name"] = "Nama kode paling banyak 200 karakter. Pendekkan, dan tulis selebihnya dalam definisi.",
        ["code/cycle"] = "Kode tidak dapat diletakkan di bawah dirinya sendiri. Pindahkan dahulu kode di atasnya.",
        ["source/bad-name"] = "Nama transkrip sedikitnya satu karakter dan berada dalam satu baris. Pilih nama lain.",
        ["source/name-taken"] = "Sudah ada transkrip dengan nama ini. Pilih nama lain.",
        ["source/purged"] = "Teks transkrip ini sudah dihapus karena persetujuan ditarik. Kerjakan transkrip lain.",
        ["source/same-text"] = "Teksnya sudah sama. Tidak ada yang perlu direvisi.",
        ["strategy/exists"] = "Sudah ada strategi dengan kunci pendek ini. Pilih kunci lain, atau ubah strategi itu.",
        ["strategy/in-use"] = "Penilaian, bukti, pengodean, atau teks bertumpu pada strategi ini. Tandai sebagai sudah selesai, jangan dihapus.",
        ["strategy/bad-label"] = "Kunci pendek ini tidak dapat dipakai. Gunakan huruf, angka, tanda hubung, titik, atau garis bawah, paling banyak 60, misalnya 'ekosistem-desa'.",
        ["strategy/no-title"] = "Strategi perlu nama. Tulis beberapa kata yang menyebut strategi apa ini.",
        ["strategy/long-title"] = "Nama strategi paling banyak 200 karakter. Pendekkan, dan tulis selebihnya dalam ringkasan.",
        ["criterion/long-question"] = "Pertanyaan paling banyak 200 karakter. Pendekkan, dan tulis selebihnya dalam yang disyaratkan.",
        ["criterion/no-question"] = "Kriteria perlu pertanyaan. Tulis pertanyaan yang dijawab oleh penilaian.",
        ["evidence/no-text"] = "Tulis apa yang ditunjukkan bukti ini.",
        ["evidence/no-source"] = "Tulis dari mana bukti ini: kutipan pustaka, atau lembaga yang menerbitkannya.",
        ["evidence/no-coding"] = "Bukti berupa kutipan bertumpu pada satu pengodean. Pilih pengodeannya, atau pilih jenis bukti lain.",
        ["evidence/orphaned"] = "Kata-kata pengodean ini sudah tidak ada dalam transkripnya. Pilih kutipan lain.",
        ["rating/bad-value"] = "Ini bukan nilai. Pilih −2, −1, 0, 1, atau 2, tidak berlaku, atau bukti belum cukup.",
        ["rating/bad-horizon"] = "Ini bukan waktu. Tulis tahun, bulan, atau hari, misalnya 2030, atau kosongkan.",
        ["verdict/no-rationale"] = "Putusan perlu alasan. Tulis mengapa.",
        ["verdict/unknown"] = "Ini bukan putusan. Pilih sesuai, cukup sesuai, belum jelas, atau tidak sesuai.",
        ["misfit/no-statement"] = "Tulis dalam satu kalimat apa yang tidak sesuai.",
        ["misfit/out-of-range"] = "Keparahan dan upaya bernilai 1 sampai 5; orang terdampak berupa tiga angka berurutan: paling sedikit, paling mungkin, paling banyak.",
        ["misfit/bad-affected"] = "Jumlah orang terdampak tidak terbaca. Tulis tiga angka dipisah titik koma: paling sedikit, paling mungkin, paling banyak, misalnya 10.000; 50.000; 200.000 atau 1,5 juta; 2 juta; 3 juta.",
        ["misfit/not-confirmed"] = "Ketidaksesuaian ini baru diusulkan. Pastikan dahulu, lalu buat rekomendasi.",
        ["misfit/not-found"] = "Ketidaksesuaian ini tidak ada dalam studi. Pilih dari papan SERVO.",
        ["recommendation/no-change"] = "Tulis dalam satu kalimat apa yang harus berubah.",
        ["narrative/broken-trace"] = "Teks ini menunjuk ke jejak yang tidak ada. Periksa tulisan di antara [[ dan ]].",
        ["agreement/no-double-coding"] = "Belum ada transkrip yang selesai dikode oleh dua pengode. Minta dua orang mengode transkrip yang sama, lalu masing-masing menandai selesai.",
        ["agreement/no-disagreement"] = "Para pengode tidak berbeda pada bagian ini. Pilih dari daftar perbedaan.",
        ["agreement/decision"] = "Pilih apa yang diterima: nama seorang pengode, keduanya, tidak satu pun, atau batas baru.",
        ["note/not-found"] = "Catatan ini tidak ada; mungkin sudah dihapus. Muat ulang halaman.",
        ["study/damaged"] = "Berkas studi ini rusak. Simpan apa adanya, lalu lanjutkan dari salinan terakhir yang utuh.",
        ["study/disk-full"] = "Cakram penuh; tidak ada yang tersimpan dari langkah ini. Kosongkan ruang, lalu ulangi.",
        ["study/changed-meanwhile"] = "Studi berubah sementara langkah ini dikerjakan. Muat ulang halaman, lalu ulangi.",
    }.ToFrozenDictionary();

    // Formats share what can be wrong with a file; the code begins with the format.
    private static readonly FrozenDictionary<string, string> OfAnyFormat = new Dictionary<string, string>
    {
        ["not-a-zip"] = "Berkas ini tidak utuh: rusak atau dari jenis lain. Buka dengan programnya, simpan lagi, lalu impor.",
        ["old-format"] = "Berkas ini dari versi Office lama dengan nama baru. Buka dengan programnya, simpan dalam bentuk baru, lalu impor.",
        ["no-body"] = "Berkas ini tidak punya isi seperti jenisnya. Mungkin berkas jenis lain yang diganti namanya; simpan lagi dengan programnya, lalu impor.",
        ["zip-bomb"] = "Berkas ini mengembang tanpa batas, seperti berkas yang dibuat untuk merusak. Minta lagi berkasnya kepada pembuatnya.",
        ["too-large"] = "Isi berkas ini lebih besar daripada yang dapat dibaca. Bagi menjadi beberapa berkas, lalu impor satu per satu.",
        ["damaged"] = "Berkas ini rusak. Buka dengan programnya, biarkan diperbaiki, simpan, lalu impor.",
        ["encrypted"] = "Berkas ini dilindungi kata sandi. Buka dengan programnya, simpan tanpa kata sandi, lalu impor.",
        ["bad-xml"] = "Berkas ini rusak atau dibuat untuk merusak: isinya tidak terbaca. Buka dengan programnya, simpan lagi, lalu impor.",
        ["no-cues"] = "Berkas ini tidak memuat takarir seperti 00:00:01.000 --> 00:00:04.000. Bila ini transkrip biasa, ganti namanya menjadi .txt, lalu impor.",
        ["too-deep"] = "Isi berkas ini bersarang terlalu dalam, seperti berkas yang dibuat untuk merusak. Salin kata-katanya ke berkas .txt, lalu impor.",
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> Formats = FrozenSet.Create("docx", "html", "markdown", "odt", "pdf", "rtf", "srt", "vtt", "xlsx");

    private const string Ambiguous = "Ini cocok dengan lebih dari satu hal. Tulis lebih panjang.";

    /// <summary>The problem's message in the reader's language.</summary>
    public static string Of(Problem problem, Look look) =>
        look.IsEnglish ? problem.Message
        : problem is { Code: "journal/not-here", At: { } label } ? string.Format(CultureInfo.InvariantCulture, Indonesian[problem.Code], JournalWords.Of(label, look))
        : problem is { Code: "journal/other-source", At: { } elsewhere } ? string.Format(CultureInfo.InvariantCulture, Indonesian[problem.Code], elsewhere)
        : Indonesian.GetValueOrDefault(problem.Code) ?? OfKind(problem.Code) ?? problem.Message;

    private static string? OfKind(string code) => code.Split('/', 2) switch
    {
        [_, "ambiguous"] => Ambiguous,
        [var format, var what] when Formats.Contains(format) => OfAnyFormat.GetValueOrDefault(what),
        _ => null,
    };
}
