using System.Collections.Frozen;
using Jembatan.Core;

namespace Jembatan.App.Journals;

/// <summary>What steps of the journal are called: their labels, which are stored in English, and the kinds of things they change.</summary>
public static class StepWords
{
    private static readonly FrozenDictionary<string, string> Indonesian = new Dictionary<string, string>
    {
        ["Create study"] = "membuat studi", ["Load template"] = "memuat templat", ["Describe study"] = "mengubah keterangan studi",
        ["Apply code"] = "menerapkan kode", ["Mark coding"] = "menandai pengodean", ["Remove coding"] = "mengambil kembali pengodean",
        ["Write note"] = "menulis memo", ["Remove note"] = "menghapus memo",
        ["Assign source"] = "menugaskan pengode", ["Assign sources"] = "menugaskan pengode pada beberapa sumber", ["Withdraw coders"] = "mencabut penugasan pengode", ["Adjudicate"] = "memutuskan ketidaksepakatan", ["Mark source done"] = "menandai sumber selesai dikode", ["Mark source not done"] = "membuka lagi sumber untuk dikode",
        ["Add code"] = "menambah kode", ["Revise code"] = "mengubah kode", ["Rename code"] = "mengganti nama kode", ["Move code"] = "memindah kode", ["Retire code"] = "mengistirahatkan kode",
        ["Restore code"] = "memakai lagi kode", ["Merge codes"] = "menggabung kode", ["Choose in conflict"] = "memilih dalam pertentangan", ["Carry codings over"] = "membawa pengodean ke revisi yang berlaku", ["Freeze codebook"] = "membekukan buku kode", ["Begin codebook version"] = "memulai versi buku kode",
        ["Import sources"] = "mengimpor sumber", ["Import source"] = "mengimpor sumber", ["Import files"] = "mengimpor berkas", ["Import cases"] = "mengimpor data narasumber", ["Import codings"] = "mengimpor pengodean",
        ["Add strategy"] = "menambah strategi", ["Revise strategy"] = "mengubah strategi", ["Remove strategy"] = "menghapus strategi", ["Add criterion"] = "menambah kriteria", ["Revise criterion"] = "mengubah kriteria",
        ["Add evidence"] = "menambah bukti", ["Add factor"] = "menambah faktor", ["Rate criterion"] = "menilai kriteria", ["Give verdict"] = "memberi putusan",
        ["Rename source"] = "mengganti nama sumber", ["Revise source"] = "merevisi sumber", ["Describe interviews"] = "mencatat keterangan wawancara", ["Match cases"] = "mencocokkan data narasumber", ["Purge"] = "menghapus isi",
        ["Record misfit"] = "mencatat ketidaksesuaian", ["Record misfits"] = "mencatat ketidaksesuaian", ["Confirm misfit"] = "memastikan ketidaksesuaian", ["Dismiss misfit"] = "mengabaikan ketidaksesuaian", ["Recommend"] = "menulis rekomendasi", ["Add recommendation"] = "menulis rekomendasi", ["Record performance"] = "mencatat capaian", ["Write narrative"] = "menulis teks analis", ["Set thresholds"] = "mengubah ambang putusan",
    }.ToFrozenDictionary();

    // Labels that go on with a name.
    private static readonly IReadOnlyList<(string Start, string Verb)> Named =
        [("Import ", "mengimpor "), ("Code ", "mengode "), ("Rate ", "menilai "), ("Add evidence on ", "menambah bukti tentang ")];

    private static readonly FrozenDictionary<string, Bilingual> Entities = new Dictionary<string, Bilingual>
    {
        ["Study"] = new("studi", "study"), ["Source"] = new("sumber", "source"), ["SourceRevision"] = new("revisi", "revision"), ["Informant"] = new("narasumber", "informant"), ["Coder"] = new("pengode", "coder"),
        ["Code"] = new("kode", "code"), ["CodebookVersion"] = new("versi buku kode", "codebook version"), ["Coding"] = new("pengodean", "coding"), ["Note"] = new("memo", "memo"), ["Assignment"] = new("penugasan", "assignment"), ["DoneMark"] = new("tanda selesai", "mark of being done"),
        ["Variable"] = new("variabel", "variable"), ["VariableValue"] = new("nilai variabel", "value of a variable"), ["Strategy"] = new("strategi", "strategy"), ["Factor"] = new("faktor", "factor"),
        ["Criterion"] = new("kriteria", "criterion"), ["Evidence"] = new("bukti", "evidence"), ["Rating"] = new("penilaian", "rating"), ["Verdict"] = new("putusan", "verdict"), ["Misfit"] = new("ketidaksesuaian", "misfit"),
        ["Recommendation"] = new("rekomendasi", "recommendation"), ["Performance"] = new("capaian", "performance"), ["Narrative"] = new("teks analis", "analyst's text"), ["Threshold"] = new("ambang", "threshold"), ["MergeChoice"] = new("pilihan penggabungan", "choice in a merge"),
    }.ToFrozenDictionary();

    /// <summary>A step's label in both languages; one that is not known keeps its English words.</summary>
    public static Bilingual Of(string label)
    {
        if (Indonesian.TryGetValue(label, out var words)) return new(words, label);
        var (start, verb) = Named.FirstOrDefault(n => label.StartsWith(n.Start, StringComparison.Ordinal));
        return start is null ? Bilingual.Same(label) : new(verb + label[start.Length..], label);
    }

    /// <summary>Whether a label has Indonesian words.</summary>
    public static bool Knows(string label) => Indonesian.ContainsKey(label) || Named.Any(n => label.StartsWith(n.Start, StringComparison.Ordinal));

    /// <summary>What kind of thing changed; the name that the journal gives it when it is not known.</summary>
    public static Bilingual OfEntity(string entity) => Entities.TryGetValue(entity, out var words) ? words : Bilingual.Same(entity);
}
