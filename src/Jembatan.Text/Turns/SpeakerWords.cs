using System.Collections.Frozen;

namespace Jembatan.Text.Turns;

/// <summary>Words that stand in front of a colon in transcripts, Indonesian and English, all lower case.</summary>
internal static class SpeakerWords
{
    internal static readonly FrozenSet<string> Interviewer = FrozenSet.ToFrozenSet(
    [
        "pewawancara", "pewawancera", "peneliti", "penanya", "pencacah", "fasilitator", "enumerator", "surveyor", "moderator", "tanya", "pwcr",
        "interviewer", "interviewers", "researcher", "facilitator", "investigator", "int", "intv", "interv", "question", "pertanyaan",
    ]);

    internal static readonly FrozenSet<string> Informant = FrozenSet.ToFrozenSet(
    [
        "narasumber", "narsum", "informan", "responden", "partisipan", "jawab", "jawaban", "interviewee", "informant", "respondent", "participant",
        "subjek", "resp", "inf", "ptp", "answer",
    ]);

    internal static readonly FrozenSet<string> Other = FrozenSet.ToFrozenSet(
        ["penerjemah", "penterjemah", "juru bahasa", "notulis", "pengamat", "translator", "interpreter", "observer", "notetaker", "note taker", "note-taker"]);

    /// <summary>Single letters that may stand for a role; which one depends on the letters beside them.</summary>
    internal static readonly FrozenSet<string> Letters = FrozenSet.ToFrozenSet(["p", "n", "i", "q", "a", "r", "j", "t", "m"]);

    /// <summary>Keys of a header: one of them near the top shows that the lines around it are not speech.</summary>
    internal static readonly FrozenSet<string> Header = FrozenSet.ToFrozenSet(
    [
        "tanggal", "tgl", "hari", "waktu", "jam", "pukul", "tempat", "lokasi", "durasi", "lama", "nama", "usia", "umur", "alamat", "pekerjaan", "jabatan", "jenis",
        "pendidikan", "instansi", "topik", "tema", "judul", "kode", "no", "nomor", "sumber", "lampiran", "transkrip", "transkriptor", "transkripsi", "rekaman", "moda",
        "metode", "status", "agama", "suku", "bahasa", "kelompok", "persetujuan", "provinsi", "kabupaten", "kecamatan", "desa", "studi", "proyek", "nik", "telepon", "hp",
        "date", "time", "place", "location", "duration", "length", "name", "age", "address", "occupation", "gender", "sex", "education", "topic", "title", "source",
        "transcript", "transcriber", "transcribed", "recording", "recorded", "file", "audio", "video", "project", "study", "email", "mode", "language", "group", "consent",
        "version", "url", "doi",
    ]);

    /// <summary>Words that introduce a remark in running text, never a speaker.</summary>
    internal static readonly FrozenSet<string> Remark = FrozenSet.ToFrozenSet(
    [
        "catatan", "keterangan", "ket", "misalnya", "misal", "contoh", "contohnya", "artinya", "maksudnya", "yaitu", "yakni", "jadi", "intinya", "pertama", "kedua", "ketiga",
        "kesimpulan", "simpulan", "peringatan", "perhatian", "penting", "tambahan", "lalu", "terus", "katanya", "kata", "begini", "note", "notes", "nb", "ps", "example",
        "first", "second", "third", "summary", "conclusion", "warning", "important", "http", "https", "ftp", "mailto", "that", "this", "so", "and", "comment", "figure",
        "table", "gambar", "tabel", "grafik", "bab", "chapter", "section", "bagian",
    ]);

    private static readonly FrozenSet<string> Indonesian = FrozenSet.ToFrozenSet(
        ["yang", "dan", "di", "itu", "saya", "tidak", "ini", "ya", "ada", "apa", "bisa", "kalau", "untuk", "dari", "nggak", "gitu", "juga", "ke", "sudah", "bapak", "ibu"]);

    private static readonly FrozenSet<string> English = FrozenSet.ToFrozenSet(
        ["the", "and", "to", "of", "is", "you", "that", "it", "we", "was", "in", "so", "what", "do", "have", "for", "not", "are", "with", "my"]);

    /// <summary>Whether a text reads as Indonesian rather than English, by its commonest words; its first 20,000 characters decide.</summary>
    internal static bool IsIndonesian(string text)
    {
        int id = 0, en = 0;
        foreach (var word in text[..Math.Min(text.Length, 20_000)].Split([' ', '\n', '\t', '\r', ',', '.', '?'], StringSplitOptions.RemoveEmptyEntries))
        {
            var lower = word.ToLowerInvariant();
            if (Indonesian.Contains(lower)) id++;
            else if (English.Contains(lower)) en++;
        }

        return id >= en;
    }
}
