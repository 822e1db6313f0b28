using System.Globalization;
using System.Text.RegularExpressions;
using Jembatan.Core;

namespace Jembatan.App.Sources;

/// <summary>What an importer says it left out, in both languages. Importers write one English sentence each, which is what a study keeps.</summary>
public static class LossWords
{
    // In an English pattern {n} stands for a number and {w} for any words; in the Indonesian one each stands for what was found, in the same order.
    private static readonly (Regex English, string Indonesian)[] Sentences = [.. ((IEnumerable<(string English, string Indonesian)>)
    [
        ("Left out: {n} further sheets; only '{w}' was read.", "{0} lembar lain; hanya '{1}' yang dibaca."),
        ("Left out: the columns {w}.", "Kolom {0}."),
        ("Left out: the sheet '{w}', which the template does not have.", "Lembar '{0}', yang tidak ada dalam templat."),
        ("Left out: the column '{w}' of the sheet '{w}', which the template does not have.", "Kolom '{0}' pada lembar '{1}', yang tidak ada dalam templat."),
        ("{n} cells hold an error such as #N/A and were read as empty.", "{0} sel berisi galat seperti #N/A dan dibaca sebagai kosong."),
        ("{n} characters that no text may hold (NUL or half a surrogate pair) were replaced by U+FFFD.", "{0} karakter yang tidak boleh ada dalam teks (NUL atau setengah pasangan pengganti) diganti dengan U+FFFD."),
        ("The file ends in the middle; what was there has come in. Check whether it was copied whole.", "Berkas berakhir di tengah; yang ada sudah masuk. Periksa apakah berkas tersalin utuh."),
        ("The file holds more brackets and stars than a text has; it was read as plain text, marks and all.", "Berkas memuat lebih banyak kurung dan bintang daripada teks biasa; ia dibaca sebagai teks polos beserta tanda-tandanya."),
        ("{n} of {n} pages hold no text: {w}. They may be pictures of text.", "{0} dari {1} halaman tidak memuat teks: {2}. Mungkin berupa gambar teks."),
        ("{n} open answers are empty and make no text.", "{0} jawaban terbuka kosong dan tidak menjadi teks."),
        ("{n} respondents share a name with an earlier row and were numbered, such as 'R1 (2)'.", "{0} responden bernama sama dengan baris sebelumnya dan diberi nomor, misalnya 'R1 (2)'."),
        ("{n} codings are orphaned: their words are not found in the new text.", "{0} pengodean lepas: kata-katanya tidak ditemukan dalam teks baru."),
        ("The last byte of the file is half a UTF-16 character and was left out; check whether the file was cut off.", "Bita terakhir berkas adalah setengah karakter UTF-16 dan tidak dibawa; periksa apakah berkas terpotong."),
        ("The file has no byte-order mark; it was read as {w}, which its pattern of zero bytes shows.", "Berkas tidak bertanda urutan bita; ia dibaca sebagai {0}, sesuai dengan pola bita nolnya."),
        ("The file is not UTF-8; it was read as Windows-1252. Check letters with accents and quotation marks.", "Berkas bukan UTF-8; ia dibaca sebagai Windows-1252. Periksa huruf beraksen dan tanda kutip."),
        ("The file mixes encodings: {n} of {n} lines are not UTF-8 and were read as Windows-1252, the first of them line {n}. Check their accents.", "Berkas mencampur penyandian: {0} dari {1} baris bukan UTF-8 dan dibaca sebagai Windows-1252, yang pertama baris {2}. Periksa huruf beraksennya."),
        ("The source '{w}' holds the same text. If they are one interview, take this import back with undo, or it counts twice.", "Sumber '{0}' memuat teks yang sama. Bila keduanya satu wawancara, batalkan impor ini dengan undo; jika tidak, ia terhitung dua kali."),
        ("Left out: {n} {w}.", "{0} {1}."),
    ]).Select(s => (Pattern(s.English), s.Indonesian))];

    private static readonly IReadOnlyDictionary<string, string> Things = new Dictionary<string, string>
    {
        ["addresses of links"] = "alamat tautan", ["automatic list numbers or bullets"] = "nomor atau butir daftar otomatis", ["blocks without a time"] = "blok tanpa waktu",
        ["comments"] = "komentar", ["definitions of link addresses"] = "definisi alamat tautan", ["embedded documents"] = "dokumen sisipan", ["embedded objects"] = "objek sisipan",
        ["embedded pages or media"] = "halaman atau media sisipan", ["end times of cues"] = "waktu akhir takarir", ["endnotes"] = "catatan akhir",
        ["fonts of symbols (their characters were kept by number)"] = "fon simbol (karakternya disimpan menurut nomornya)", ["footnotes"] = "catatan kaki", ["form fields"] = "isian formulir",
        ["notes of the subtitle file"] = "catatan berkas takarir", ["old places of moved text"] = "tempat lama teks yang dipindahkan", ["page footers"] = "kaki halaman", ["page headers"] = "kepala halaman",
        ["pictures"] = "gambar", ["scripts"] = "skrip", ["stretches marked as deleted"] = "bagian bertanda dihapus", ["styles of the subtitle file"] = "gaya berkas takarir", ["text boxes"] = "kotak teks",
        ["tracked deletions"] = "penghapusan terlacak",
    };

    /// <summary>The English sentence as it is kept, beside the Indonesian one; a sentence that is not known stands in English in both.</summary>
    public static Bilingual Of(string loss)
    {
        foreach (var (english, indonesian) in Sentences)
        {
            if (english.Match(loss) is { Success: true } match)
                return new(string.Format(CultureInfo.InvariantCulture, indonesian, [.. match.Groups.Values.Skip(1).Select(g => Things.GetValueOrDefault(g.Value, g.Value))]), loss);
        }

        return Bilingual.Same(loss);
    }

    private static Regex Pattern(string sentence) => new(
        "^" + Regex.Escape(sentence).Replace(@"\{n}", "([0-9]+)", StringComparison.Ordinal).Replace(@"\{w}", "(.+)", StringComparison.Ordinal) + "$",
        RegexOptions.CultureInvariant | RegexOptions.Singleline);
}
