using Jembatan.Core;

namespace Jembatan.App.ServoWorkbooks;

/// <summary>The sheets and columns of the SERVO workbook: the template is written from this list, and the import reads by it.</summary>
public static class ServoSheets
{
    /// <summary>In the order in which they are read: what others name comes first.</summary>
    public static IReadOnlyList<ServoSheet> All { get; } =
    [
        new("strategies", new("Strategi; label yang sudah ada diperbarui.", "Strategies; a label that is there is brought up to date."),
        [
            Must("label", "Kunci pendek, misalnya koperasi", "Short key, such as koperasi"),
            Must("title", "Judul", "Title"),
            May("title-en", "Judul dalam bahasa Inggris", "Title in English"),
            May("summary", "Isinya", "What it is"),
            May("claims", "Kode sebab yang diklaim dihilangkan, dipisah koma", "Codes of the causes that it claims to remove, separated by commas"),
            May("approach", "acquire, retain, price, subsidy, product, channel, remind, comms, enforce, data, partner, funding", "acquire, retain, price, subsidy, product, channel, remind, comms, enforce, data, partner, funding"),
            May("status", "planned, pilot, running, ended", "planned, pilot, running, ended"),
            May("goal", "Apa yang dihitung", "What is counted"),
            May("baseline", "Nilai awal", "Value at the start"),
            May("target", "Nilai yang dituju", "Value wanted"),
            May("unit", "Satuan", "Unit"),
            May("due", "Tenggat: tahun, bulan, atau hari", "By when: year, month or day"),
            May("owner", "Penanggung jawab", "Who owns it"),
        ]),
        new("criteria", new("Kriteria; label yang sudah ada diperbarui.", "Criteria; a label that is there is brought up to date."),
        [
            Must("label", "Misalnya SE9", "Such as SE9"),
            Must("pair", "SE, SR, SV, SO", "SE, SR, SV, SO"),
            Must("question", "Pertanyaan", "The question"),
            May("required", "Apa yang dituntut dari strategi yang sesuai", "What a strategy that fits would need"),
            May("weight", "Bobot, bila bukan 1", "Weight, if not 1"),
        ]),
        new("performance", new("Sasaran dan capaian per tanggal.", "Target and achievement by date."),
        [
            Must("strategy", "Label strategi", "Label of the strategy"),
            Must("date", "Tahun, bulan, atau hari", "Year, month or day"),
            Must("metric", "Apa yang dihitung", "What is counted"),
            May("target", "Sasaran", "Target"),
            May("achieved", "Capaian", "Achieved"),
            May("unit", "Satuan", "Unit"),
            Must("source", "Di mana angkanya dibaca", "Where the figures were read"),
            May("mark", "A resmi, B pers atau sekunder, C hitungan", "A official, B press or secondary, C calculated"),
        ]),
        new("evidence", new("Bukti; kuncinya dipakai di lembar lain.", "Evidence; its key is used on other sheets."),
        [
            Must("key", "Nama pendek di buku kerja ini", "A short name in this workbook"),
            Must("kind", "quote, document, statistic, observation", "quote, document, statistic, observation"),
            May("text", "Apa yang ditunjukkan", "What it shows"),
            May("coding", "Untuk quote: pengodean", "For a quote: the coding"),
            May("strategy", "Label strategi", "Label of the strategy"),
            May("stance", "1 mendukung, -1 menyanggah, 0 netral; bila kosong 1", "1 for it, -1 against it, 0 neither; 1 when empty"),
            May("issuer", "Yang menerbitkan", "Who issued it"),
            May("source", "Di mana dibaca", "Where it was read"),
            May("date", "Tanggal", "Date"),
            May("point", "Titik deret, misalnya informal-share/2025-08", "Point of a series, such as informal-share/2025-08"),
        ]),
        new("factors", new("Pernyataan tentang lingkungan, sumber daya, nilai, dan organisasi.", "Statements about environment, resources, values and organisation."),
        [
            Must("element", "E, R, V, O", "E, R, V, O"),
            May("sub", "Bagian unsur", "Part of the element"),
            Must("statement", "Pernyataan", "The statement"),
            May("anticipated", "yes bila baru diperkirakan", "yes when expected rather than seen"),
            May("horizon", "Kapan", "By when"),
            May("evidence", "Kunci bukti, dipisah koma", "Keys of evidence, separated by commas"),
        ]),
        new("ratings", new("Penilaian; angka selalu perlu bukti.", "Ratings; a number always needs evidence."),
        [
            Must("strategy", "Label strategi", "Label of the strategy"),
            Must("criterion", "Label kriteria", "Label of the criterion"),
            Must("value", "-2 sampai 2, NA, atau INSUFFICIENT", "-2 to 2, NA or INSUFFICIENT"),
            May("required", "Yang dituntut; bila kosong kata-kata kriteria", "What is needed; the criterion's words when empty"),
            May("observed", "Yang diamati", "What is seen"),
            May("evidence", "Kunci bukti, pengodean, atau series:DERET/TANGGAL, dipisah koma", "Keys of evidence, codings or series:KEY/DATE, separated by commas"),
            May("rationale", "Alasan; wajib untuk NA dan INSUFFICIENT", "Why; needed for NA and INSUFFICIENT"),
            May("rater", "Penilai; bila kosong yang mengimpor", "Who rates; the importer when empty"),
            May("horizon", "Misalnya 2030; kosong untuk sekarang", "Such as 2030; empty for now"),
        ]),
        new("verdicts", new("Putusan analis.", "Verdicts of the analyst."),
        [
            Must("strategy", "Label strategi", "Label of the strategy"),
            Must("is", "fit, fairly-fit, unclear, misfit", "fit, fairly-fit, unclear, misfit"),
            Must("because", "Alasannya", "The reasons"),
            May("analyst", "Analis; bila kosong yang mengimpor", "The analyst; the importer when empty"),
        ]),
        new("misfits", new("Ketidaksesuaian; strategi dan kriteria yang sama diperbarui.", "Misfits; the same strategy and criterion is brought up to date."),
        [
            Must("strategy", "Label strategi", "Label of the strategy"),
            May("criterion", "Label kriteria; atau pasangan saja", "Label of the criterion; or the pair alone"),
            May("pair", "SE, SR, SV, SO", "SE, SR, SV, SO"),
            Must("statement", "Apa yang tidak sesuai", "What does not fit"),
            May("type", "gap, conflict, missing, obsolete, timing, over-reach", "gap, conflict, missing, obsolete, timing, over-reach"),
            May("required", "Yang dituntut; bila kosong, kata penilaian terendah yang mengusulkannya", "What is needed; when empty, what the lowest rating that proposes it says"),
            May("observed", "Yang diamati; bila kosong, kata penilaian itu", "What is seen; when empty, what that rating says"),
            May("causes", "Kode sebab, dipisah koma", "Codes of causes, separated by commas"),
            May("disposition", "live-with, mitigate, change-strategy, change-element", "live-with, mitigate, change-strategy, change-element"),
            May("severity", "1 sampai 5", "1 to 5"),
            May("effort", "1 sampai 5", "1 to 5"),
            May("owner", "Penanggung jawab", "Who sees to it"),
            May("due", "Tenggat", "By when"),
        ]),
        new("recommendations", new("Perubahan yang diusulkan.", "Changes proposed."),
        [
            Must("change", "Apa yang harus berubah", "What should change"),
            May("misfits", "Ketidaksesuaian sebagai STRATEGI/KRITERIA, dipisah koma", "Misfits as STRATEGY/CRITERION, separated by commas"),
            May("strategy", "Label strategi", "Label of the strategy"),
            May("causes", "Kode sebab, dipisah koma", "Codes of causes, separated by commas"),
            May("evidence", "Kunci bukti, dipisah koma", "Keys of evidence, separated by commas"),
            May("owner", "Penanggung jawab", "Who sees to it"),
            May("due", "Tenggat", "By when"),
        ]),
    ];

    private static ServoColumn Must(string name, string indonesian, string english) => new(name, Required: true, new(indonesian, english));

    private static ServoColumn May(string name, string indonesian, string english) => new(name, Required: false, new(indonesian, english));
}

/// <summary>A sheet of the workbook.</summary>
public sealed record ServoSheet(string Name, Bilingual About, IReadOnlyList<ServoColumn> Columns);

/// <summary>A column of a sheet.</summary>
/// <param name="Required">Whether a row without it is refused.</param>
public sealed record ServoColumn(string Name, bool Required, Bilingual About);
