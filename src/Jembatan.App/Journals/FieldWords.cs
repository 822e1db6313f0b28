using System.Collections.Frozen;
using Jembatan.Core;

namespace Jembatan.App.Journals;

/// <summary>Fields of things as people call them, for the audit trail and for conflicts between copies.</summary>
public static class FieldWords
{
    private static readonly FrozenDictionary<string, Bilingual> Words = new Dictionary<string, Bilingual>
    {
        ["Abstraction"] = new("catatan abstraksi", "abstraction note"), ["Achieved"] = new("capaian", "achieved"), ["After"] = new("kata sesudahnya", "words after"), ["AnalystId"] = new("analis", "analyst"),
        ["AnchorExample"] = new("contoh utama", "anchor example"), ["Anticipated"] = new("diperkirakan", "anticipated"), ["Approaches"] = new("pendekatan", "approaches"), ["Assumptions"] = new("anggapan", "assumptions"),
        ["At"] = new("waktu", "time"), ["AuthorId"] = new("penulis", "author"), ["Basis"] = new("dasar", "basis"), ["Because"] = new("alasan", "reasons"), ["Before"] = new("kata sebelumnya", "words before"),
        ["Blind"] = new("tanpa saling melihat", "blind"), ["BusinessModel"] = new("cara kerja", "business model"), ["Chosen"] = new("pilihan", "choice"), ["Citation"] = new("rujukan", "citation"), ["Citations"] = new("rujukan", "citations"),
        ["CodeId"] = new("kode", "code"), ["CodebookFrozen"] = new("buku kode dibekukan", "codebook frozen"), ["CodebookVersion"] = new("versi buku kode", "codebook version"), ["CoderId"] = new("pengode", "coder"),
        ["CodingId"] = new("pengodean", "coding"), ["Color"] = new("warna", "colour"), ["ConflictId"] = new("pertentangan", "conflict"), ["Consent"] = new("persetujuan", "consent"),
        ["ConsentWithdrawn"] = new("persetujuan ditarik", "consent withdrawn"), ["CreatedAt"] = new("dibuat", "created"), ["CriterionId"] = new("kriteria", "criterion"), ["Date"] = new("tanggal", "date"),
        ["Definition"] = new("definisi", "definition"), ["Details"] = new("rincian", "details"), ["Element"] = new("unsur", "element"), ["End"] = new("akhir", "end"), ["Evidence"] = new("bukti", "evidence"),
        ["Exclude"] = new("tidak termasuk", "exclude rule"), ["Facts"] = new("fakta", "facts"), ["From"] = new("mulai", "from"), ["Goal"] = new("tujuan", "goal"), ["Group"] = new("kelompok", "group"),
        ["Horizon"] = new("cakrawala waktu", "horizon"), ["Id"] = new("identitas", "identity"), ["ImportedAt"] = new("diimpor", "imported"), ["ImportedFrom"] = new("berkas asal", "file imported"), ["Include"] = new("termasuk", "include rule"),
        ["Indicator"] = new("penanda", "indicator"), ["InformantId"] = new("narasumber", "informant"), ["Interview"] = new("keterangan wawancara", "interview record"), ["Is"] = new("putusan", "verdict"),
        ["IsCause"] = new("sebab", "cause"), ["Issuer"] = new("penerbit", "issuer"), ["Kind"] = new("jenis", "kind"), ["Label"] = new("label", "label"), ["Language"] = new("bahasa", "language"),
        ["LegalBasis"] = new("dasar hukum", "legal basis"), ["Length"] = new("panjang", "length"), ["Level"] = new("tingkat", "level"), ["Losses"] = new("yang tidak terbawa", "left out"), ["Mark"] = new("tanda mutu", "mark"),
        ["Mechanism"] = new("sebab yang disasar", "causes aimed at"), ["MergedInto"] = new("dilebur ke", "merged into"), ["Metric"] = new("ukuran", "metric"), ["Name"] = new("nama", "name"), ["Note"] = new("catatan", "note"),
        ["Number"] = new("nomor", "number"), ["Observed"] = new("yang teramati", "observed"), ["Order"] = new("urutan", "order"), ["Origin"] = new("asal", "origin"), ["Orphaned"] = new("lepas dari teks", "orphaned"),
        ["Owner"] = new("pemilik", "owner"), ["Pair"] = new("pasangan", "pair"), ["ParentId"] = new("kode di atasnya", "parent"), ["Particulars"] = new("keterangan studi", "particulars"), ["Purged"] = new("isi dihapus", "purged"),
        ["Question"] = new("pertanyaan", "question"), ["Quote"] = new("kutipan", "quote"), ["RaterId"] = new("penilai", "rater"), ["Rationale"] = new("alasan", "rationale"), ["ReopenedBecause"] = new("dibuka lagi karena", "reopened because"),
        ["Required"] = new("yang dibutuhkan", "required"), ["Retired"] = new("tidak dipakai lagi", "out of use"), ["Revision"] = new("revisi", "revision"), ["SampleNotice"] = new("keterangan contoh", "sample notice"),
        ["Scope"] = new("cakupan", "scope"), ["Section"] = new("bagian", "section"), ["SeriesPoint"] = new("titik deret", "point of a series"), ["Snapshot"] = new("salinan buku kode", "snapshot"), ["Source"] = new("sumber", "source"),
        ["SourceId"] = new("sumber", "source"), ["Stance"] = new("sikap", "stance"), ["StandsFor"] = new("mewakili", "stands for"), ["Start"] = new("awal", "start"), ["State"] = new("keadaan", "state"),
        ["Statement"] = new("pernyataan", "statement"), ["Status"] = new("status", "status"), ["StrategyId"] = new("strategi", "strategy"), ["Sub"] = new("bagian unsur", "part of the element"), ["Summary"] = new("ringkasan", "summary"),
        ["Target"] = new("target", "target"), ["TargetId"] = new("hal yang dicatat", "thing noted"), ["TargetKind"] = new("jenis hal", "kind of thing"), ["Template"] = new("templat", "template"), ["Text"] = new("teks", "text"),
        ["TextHash"] = new("teks", "text"), ["Title"] = new("judul", "title"), ["To"] = new("sampai", "to"), ["TookOurs"] = new("pilihan di sini", "ours taken"), ["TurnCount"] = new("jumlah giliran", "number of turns"),
        ["Turns"] = new("giliran bicara", "speaker turns"), ["Type"] = new("tipe", "type"), ["Unit"] = new("satuan", "unit"), ["UnitOfAnalysis"] = new("satuan analisis", "unit of analysis"), ["Value"] = new("nilai", "value"),
        ["Rules"] = new("aturan pemakaian", "rules of use"), ["VariableId"] = new("variabel", "variable"), ["Voice"] = new("siapa yang bicara", "voice"), ["Weight"] = new("bobot", "weight"),
    }.ToFrozenDictionary();

    /// <summary>A field in both languages; the name that the journal gives it when it is not known.</summary>
    /// <param name="field">The name of the field; of one inside another, the last part counts.</param>
    public static Bilingual Of(string field) => Words.TryGetValue(field[(field.LastIndexOf('.') + 1)..], out var words) ? words : Bilingual.Same(field);

    /// <summary>Whether a field has words.</summary>
    public static bool Knows(string field) => Words.ContainsKey(field);
}
