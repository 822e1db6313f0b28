using Jembatan.App.Agreement;
using Jembatan.Core;
using Jembatan.Statistics.Agreement;

namespace Jembatan.Web.Words;

/// <summary>Agreement between coders: coefficients, disagreements and how they are settled.</summary>
internal static class AgreementWords
{
    public static readonly Bilingual Title = new("Kesepakatan antarpengode", "Intercoder reliability");
    public static readonly Bilingual Lead = new(
        "α Krippendorff, nominal (ada atau tidak ada kode), {0} satuan dari {1} sumber yang ditandai selesai oleh dua pengode. Ucapan pewawancara tidak dihitung. Selang 95% dari mengambil ulang {2} 1.000 kali, benih 1.",
        "Krippendorff's α, nominal (code present or absent), {0} units of {1} sources that two coders marked finished. What the interviewer says is left out. 95% intervals from resampling {2} 1,000 times, seed 1.");
    public static readonly Bilingual Unit = new("Satuan", "Unit");
    public static readonly Bilingual Resample = new("Selang dari mengambil ulang", "Intervals from resampling");
    public static readonly Bilingual Safer = new(
        "Satuan dalam satu sumber saling terkait. Untuk berbicara tentang sumber lain, ambil ulang sumber: selangnya lebih lebar dan lebih aman.",
        "Units of one source hang together. To speak of other sources, resample sources: the interval is wider and safer.");

    public static readonly Bilingual Codes = new("α per kode, terendah di atas", "α by code, lowest first");
    public static readonly Bilingual Domains = new("α per unsur SERVO", "α by SERVO element");
    public static readonly Bilingual Overall = new("Semua kode", "All codes");
    public static readonly Bilingual Interval = new("Selang 95%", "95% interval");
    public static readonly Bilingual Marks = new("Pengodean", "Codings");
    public static readonly Bilingual Code = new("Kode", "Code");
    public static readonly Bilingual Lines = new("Garis pada 0,667 (hanya kesimpulan sementara) dan 0,800 (dapat diandalkan), menurut Krippendorff.", "Lines at .667 (tentative conclusions only) and .800 (reliable), after Krippendorff.");
    public static readonly Bilingual Disagreements = new("Tidak sepakat", "Disagreements");
    public static readonly Bilingual Counter = new("{0} dari {1}, {2} sudah diputus", "{0} of {1}, {2} settled");
    public static readonly Bilingual OnlyOne = new("Hanya ditandai {0}", "Marked by {0} only");
    public static readonly Bilingual Extent = new("Rentangnya berbeda: {0} dari {1} karakter yang ditandai sama", "Extents differ: {0} of {1} marked characters are the same");
    public static readonly Bilingual NotMarked = new("Tidak menandai kode ini di sini", "Did not mark this code here");
    public static readonly Bilingual Instead = new("Di sini memakai:", "Used here:");
    public static readonly Bilingual Take = new("Ikut {0}", "Take {0}");
    public static readonly Bilingual Both = new("Keduanya", "Both");
    public static readonly Bilingual Neither = new("Tidak satu pun", "Neither");
    public static readonly Bilingual NewExtent = new("Ubah rentang", "Change the extent");
    public static readonly Bilingual From = new("Dari", "From");
    public static readonly Bilingual To = new("Sampai", "To");
    public static readonly Bilingual Definition = new("Ubah definisi", "Change the definition");
    public static readonly Bilingual Later = new("Tunda", "Later");
    public static readonly Bilingual Settled = new("Sudah diputus", "Settled");
    public static readonly Bilingual Decide = new("Putusan masuk ke pengode “consensus” dan tercatat di jejak audit; tanda kedua pengode tetap, sehingga α sebelum diskusi tidak berubah.", "What is decided goes to the coder “consensus” and into the audit trail; both coders' marks stay, so that α from before the discussion does not change.");
    public static readonly Bilingual None = new("Tidak ada perbedaan.", "There is no difference.");
    public static readonly Bilingual OneCoder = new("Belum ada sumber yang selesai dikode dua orang. Minta orang kedua mengode sumber yang sama, lalu keduanya menandainya selesai.", "No source has been finished by two coders yet. Let a second person code the same source, then let both mark it as done.");
    public static readonly Bilingual Before = new("Sebelum dan sesudah", "Before and after");
    public static readonly Bilingual BeforeText = new("Sebelum: antara para pengode. Sesudah: tiap pengode dengan konsensus, pada sumber yang seluruh perbedaannya sudah diputus.", "Before: between the coders. After: each coder with the consensus, on sources whose differences are all settled.");
    public static readonly Bilingual OnlyCode = new("Hanya kode {0}", "Only code {0}");
    public static readonly Bilingual AllCodes = new("Semua kode", "All codes");
    public static readonly Bilingual Place = new("Buka di transkrip", "Open in the transcript");

    public static Bilingual Of(AgreementResampling resampling) => resampling == AgreementResampling.Source ? new("sumber utuh", "whole sources") : new("satuan dengan semua kodenya", "units with all their codes");

    public static Bilingual Of(AgreementUnit unit) => unit switch
    {
        AgreementUnit.Character => new("karakter", "character"),
        AgreementUnit.Token => new("kata", "word"),
        AgreementUnit.Sentence => new("kalimat", "sentence"),
        AgreementUnit.Paragraph => new("paragraf", "paragraph"),
        AgreementUnit.Turn => new("giliran bicara", "turn"),
        _ => new("sumber", "source"),
    };

    /// <summary>Why there is no coefficient.</summary>
    public static Bilingual Of(Undefined reason) => reason switch
    {
        Undefined.NoVariation => new("tanpa variasi", "no variation"),
        Undefined.NoPairableUnit => new("tidak ada satuan berpasangan", "no pairable unit"),
        Undefined.OneCoder => new("hanya satu pengode", "one coder only"),
        _ => new("tidak terdefinisi", "undefined"),
    };
}
