using Jembatan.Core;

namespace Jembatan.Web.Words;

/// <summary>The overview: the bridge of five piers, what is missing, what is new, and the public context.</summary>
internal static class OverviewWords
{
    public static readonly Bilingual Question = new("Pertanyaan studi", "Question of the study");
    public static readonly Bilingual OpenReport = new("Buka laporan", "Open the report");
    public static readonly Bilingual Continue = new("Lanjutkan penilaian", "Go on rating");
    public static readonly Bilingual From = new("Kata narasumber", "Informants' words");
    public static readonly Bilingual To = new("Keputusan kebijakan", "Policy decisions");
    public static readonly Bilingual BridgeName = new("Jembatan lima stasiun. Bagian lantai yang utuh adalah bagian yang selesai: {0}.", "A bridge of five stations. The whole part of the deck is what is done: {0}.");
    public static readonly Bilingual Interviews = new("Wawancara", "Interviews");
    public static readonly Bilingual Coding = new("Pengodean", "Coding");
    public static readonly Bilingual Agreement = new("Kesepakatan", "Agreement");
    public static readonly Bilingual Fit = new("Kesesuaian", "Fit");
    public static readonly Bilingual Verdicts = new("Putusan", "Verdicts");
    public static readonly Bilingual Here = new("Anda di sini", "You are here");
    public static readonly Bilingual Sources = new("sumber", "sources");
    public static readonly Bilingual InterviewEmpty = new("Belum ada transkrip. Mulai dengan mengimpor satu.", "No transcript yet. Begin by importing one.");
    public static readonly Bilingual OfSources = new("dari {0} sumber dikode", "of {0} sources coded");
    public static readonly Bilingual CodingState = new("{0} pengodean dengan {1} kode.", "{0} codings with {1} codes.");
    public static readonly Bilingual NextSource = new("Lanjutkan {0}", "Go on with {0}");
    public static readonly Bilingual ReadSources = new("Baca transkrip", "Read transcripts");
    public static readonly Bilingual DoneByTwo = new("dari {0} dikode dua orang", "of {0} coded by two");
    public static readonly Bilingual AgreementState = new("Sumber yang ditandai selesai oleh dua pengode; di sana kesepakatan dapat dihitung.", "Sources marked finished by two coders; agreement can be computed there.");
    public static readonly Bilingual AgreementOne = new("Kesepakatan perlu dua pengode. Undang satu orang atau kode ulang 10% sendiri.", "Agreement needs two coders. Invite one, or recode 10% yourself.");
    public static readonly Bilingual SeeSources = new("Lihat siapa selesai apa", "See who finished what");
    public static readonly Bilingual OfCells = new("dari {0} sel diputuskan", "of {0} cells decided");
    public static readonly Bilingual FitEmpty = new("Belum ada strategi. Tambahkan yang hendak dinilai.", "No strategy yet. Add those to be judged.");
    public static readonly Bilingual OpenBoard = new("Buka papan SERVO", "Open the SERVO board");
    public static readonly Bilingual Times = new("({0} kali)", "({0} times)");
    public static readonly Bilingual OfVerdicts = new("dari {0} strategi", "of {0} strategies");
    public static readonly Bilingual AddStrategy = new("Tambah strategi", "Add a strategy");

    public static readonly Bilingual Missing = new("Yang kurang sebelum putusan ditetapkan", "What is missing before a verdict");
    public static readonly Bilingual Blocking = new("{0} menghalangi", "{0} blocking");
    public static readonly Bilingual Noted = new("{0} dicatat", "{0} noted");
    public static readonly Bilingual BlocksWord = new("Menghalangi.", "Blocking.");
    public static readonly Bilingual NotedWord = new("Dicatat.", "Noted.");
    public static readonly Bilingual Nothing = new("Tidak ada yang kurang. Baca laporannya.", "Nothing is missing. Read the report.");
    public static readonly Bilingual Reopened = new("Ada penilaian yang terbuka kembali.", "A rating is open again.");
    public static readonly Bilingual RateAgain = new("Nilai ulang", "Rate again");
    public static readonly Bilingual AddEvidence = new("Tambah bukti", "Add evidence");
    public static readonly Bilingual NoVerdict = new("Hitungan sudah ada, putusan analis belum.", "Computed, but no analyst's verdict yet.");
    public static readonly Bilingual Give = new("Tetapkan", "Give it");
    public static readonly Bilingual Disagrees = new("Putusan analis berbeda dari hitungan.", "The analyst's verdict differs from the computed one.");
    public static readonly Bilingual Review = new("Tinjau", "Review");
    public static readonly Bilingual Undecided = new("Tindak lanjutnya belum diputuskan.", "What to do about it is undecided.");
    public static readonly Bilingual Decide = new("Putuskan", "Decide");
    public static readonly Bilingual MoreMissing = new("dan {0} lagi di papan SERVO", "and {0} more on the SERVO board");

    public static readonly Bilingual New = new("Yang baru", "What is new");
    public static readonly Bilingual Trail = new("Jejak audit", "Audit trail");
    public static readonly Bilingual Look = new("Lihat", "See");
    public static readonly Bilingual Context = new("Konteks umum", "Public context");
    public static readonly Bilingual ContextSource = new("Sumber dan hitungan", "Sources and arithmetic");
    public static readonly Bilingual StationKeys = new("buka stasiun", "open a station");
    public static readonly Bilingual DeckLegend = new("Lantai jembatan yang utuh = bagian yang selesai", "Whole deck = what is done");
    public static readonly Bilingual EmptyTitle = new("Studi ini masih kosong", "This study is still empty");

    public static Bilingual InterviewState(int informants, int groups) =>
        new($"{informants} narasumber dari {groups} kelompok.", $"{Counted(informants, "informant", "informants")} of {Counted(groups, "group", "groups")}.");

    public static Bilingual FitState(int misfits, int lacking) =>
        new($"{misfits} sel tidak sesuai, {lacking} sel belum cukup bukti.", $"{Counted(misfits, "cell does", "cells do")} not fit, {Counted(lacking, "cell lacks", "cells lack")} evidence.");

    public static Bilingual VerdictState(int misfits, int recommendations) =>
        new($"{misfits} ketidaksesuaian, {recommendations} rekomendasi.", $"{Counted(misfits, "misfit", "misfits")}, {Counted(recommendations, "recommendation", "recommendations")}.");

    private static string Counted(int count, string one, string more) => $"{count} {(count == 1 ? one : more)}";
}
