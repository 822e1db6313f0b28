using Jembatan.Core;

namespace Jembatan.Web.Words;

/// <summary>The causes of non-coverage.</summary>
internal static class CausesWords
{
    public static readonly Bilingual Title = new("Sebab belum menjadi peserta", "Causes of non-coverage");
    public static readonly Bilingual Lead = new(
        "Satu kotak adalah {1}, bukan satu kutipan. {0} narasumber punya transkrip yang sudah dikode.",
        "One square is {1}, not one quote. Informants with a coded transcript: {0}.");

    public static readonly Bilingual NotPrevalence = new("Bukan prevalensi.", "Not prevalences.");
    public static readonly Bilingual Sort = new("Urutkan", "Sort");
    public static readonly Bilingual ByNamed = new("Disebut", "Named");
    public static readonly Bilingual ByContradicted = new("Disanggah", "Contradicted");
    public static readonly Bilingual ByStatus = new("Belum tertangani", "Not dealt with");
    public static readonly Bilingual Contradicting = new("menyanggah", "contradicting");
    public static readonly Bilingual Naming = new("menyebut", "naming");
    public static readonly Bilingual Rank = new("No.", "No.");
    public static readonly Bilingual Cause = new("Sebab", "Cause");
    public static readonly Bilingual Status = new("Lewat strategi", "Through strategies");
    public static readonly Bilingual RowName = new("{0} dari {1} narasumber menyebut, {2} menyanggah", "{0} of {1} informants name it, {2} contradict it");
    public static readonly Bilingual Head = new("Disebut {0} dari {1} narasumber, disanggah {2}; {3} pengodean.", "Named by {0} of {1} informants, contradicted by {2}; {3} codings.");
    public static readonly Bilingual RankNote = new(
        "Urut menurut narasumber yang menyebut, lalu banyaknya kelompok, lalu kode. Sebab dengan angka yang sama berbagi peringkat.",
        "By informants who name it, then groups reached, then code. Causes with equal figures share a rank.");

    public static readonly Bilingual NamingWord = new("menyebut", "names it");
    public static readonly Bilingual ContradictingWord = new("menyanggah", "contradicts it");
    public static readonly Bilingual MentionsWord = new("menyinggung", "mentions it");
    public static readonly Bilingual AllQuotes = new("Semua kutipan {0}", "All quotes of {0}");
    public static readonly Bilingual Group = new("Kelompok", "Group");
    public static readonly Bilingual OfSize = new("dari {0}", "of {0}");
    public static readonly Bilingual GroupCaption = new("Narasumber yang menyebut dan menyanggah menurut kelompok", "Informants naming and contradicting by group");
    public static readonly Bilingual Basis = new("Dasar pernyataan", "Basis of the statements");
    public static readonly Bilingual Together = new("Disebut bersama", "Named together with");
    public static readonly Bilingual TogetherCount = new("{0} narasumber", "{0} informants");
    public static readonly Bilingual Strategies = new("Strategi yang menyasar sebab ini", "Strategies that claim to remove it");
    public static readonly Bilingual NoStrategy = new("Tidak ada strategi yang menyasar sebab ini.", "No strategy claims to remove it.");
    public static readonly Bilingual Quotes = new("Kutipan", "Quotes");
    public static readonly Bilingual NoQuotes = new("Belum ada kutipan untuk sebab ini.", "No quote for this cause yet.");
    public static readonly Bilingual Unnamed = new("Strategi untuk sebab yang tidak disebut siapa pun", "Strategies aimed at causes that nobody names");
    public static readonly Bilingual UnnamedContradicted = new("disanggah {0}", "contradicted by {0}");
    public static readonly Bilingual Categories = new("Kategori dan tema", "Categories and themes");
    public static readonly Bilingual Open = new("Sebab yang dibuka", "The open cause");
    public static readonly Bilingual EmptyTitle = new("Belum ada sebab yang dikode", "No cause is coded yet");
    public static readonly Bilingual EmptyText = new("Buka transkrip, pilih beberapa kata, lalu tekan C untuk memberi kode. Peringkat muncul dari pengodean itu.", "Open a transcript, select a few words and press C to code them. The ranking follows from that.");
    public static readonly Bilingual ChooseOne = new("Pilih satu sebab untuk membaca definisi, kutipan, dan strateginya.", "Choose a cause to read its definition, quotes and strategies.");

    /// <summary>How many informants one square stands for.</summary>
    public static Bilingual Square(int informants) => new($"{informants} narasumber", informants == 1 ? "1 informant" : $"{informants} informants");
}
