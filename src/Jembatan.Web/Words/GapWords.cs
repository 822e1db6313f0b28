using Jembatan.Core;

namespace Jembatan.Web.Words;

/// <summary>The observed gap of coverage, performance against targets, and the macro-economy.</summary>
internal static class GapWords
{
    public static readonly Bilingual Title = new("Kesenjangan kepesertaan", "The coverage gap");
    public static readonly Bilingual Lead = new("Nilai tercetak dengan tanggal, definisi, dan sumbernya. Tidak ada model di halaman ini.", "Printed values with their dates, definitions and sources. No model on this page.");
    public static readonly Bilingual Share = new("Bagian pekerja informal di antara penduduk bekerja", "Share of informal work among the employed");
    public static readonly Bilingual Ratios = new("Peserta aktif dibagi pekerja informal", "Active members divided by informal workers");
    public static readonly Bilingual Members = new("Peserta menurut definisi", "Members by definition");
    public static readonly Bilingual Targets = new("Target dan capaian", "Targets and what was achieved");
    public static readonly Bilingual Strategies = new("Target dan capaian per strategi", "Target and achievement per strategy");
    public static readonly Bilingual Conflicts = new("Angka atau definisi yang bertentangan", "Figures or definitions in conflict");
    public static readonly Bilingual Date = new("Tanggal", "Date");
    public static readonly Bilingual Value = new("Nilai", "Value");
    public static readonly Bilingual Metric = new("Ukuran", "Metric");
    public static readonly Bilingual Target = new("Target", "Target");
    public static readonly Bilingual Achieved = new("Capaian", "Achieved");
    public static readonly Bilingual ShareOfTarget = new("Capaian ÷ target", "Achieved ÷ target");
    public static readonly Bilingual Definition = new("Definisi", "Definition");
    public static readonly Bilingual Numerator = new("Pembilang", "Numerator");
    public static readonly Bilingual Denominator = new("Penyebut", "Denominator");
    public static readonly Bilingual Ratio = new("Rasio", "Ratio");
    public static readonly Bilingual Grade = new("Kelas", "Grade");
    public static readonly Bilingual Sources = new("Sumber", "Sources");
    public static readonly Bilingual OtherDates = new("tanggal berbeda", "dates differ");
    public static readonly Bilingual Due = new("Tenggat", "Due");
    public static readonly Bilingual None = new("tidak tercetak", "not printed");
    public static readonly Bilingual NoStrategies = new("Belum ada capaian strategi yang dicatat.", "No performance of a strategy is recorded yet.");
    public static readonly Bilingual MacroTitle = new("Ekonomi makro dan kata narasumber", "The macro-economy and the informants' words");
    public static readonly Bilingual MacroLead = new("Deret resmi di sebelah apa yang dikatakan {0} narasumber tentang harga, permintaan, musim, PHK, dan pendapatan.", "Official series beside what {0} informants say of prices, demand, season, layoffs and income.");
    public static readonly Bilingual Descriptive = new("Deskriptif.", "Descriptive.");
    public static readonly Bilingual Voices = new("Kata narasumber", "What informants say");
    public static readonly Bilingual VoiceCount = new("{0} narasumber, {1} pengodean, {2} menyanggah", "{0} informants, {1} codings, {2} contradicting");
    public static readonly Bilingual NoVoices = new("Belum ada narasumber yang menyinggung ini.", "No informant speaks of this yet.");
    public static readonly Bilingual Ratings = new("Penilaian S–E yang bersandar pada deret ini", "S–E ratings that rest on this series");
    public static readonly Bilingual NoRatings = new("Tidak ada penilaian S–E yang bersandar pada deret ini.", "No S–E rating rests on this series.");
    public static readonly Bilingual Points = new("Semua titik", "All points");
    public static readonly Bilingual Unlinked = new("Disebut narasumber, tanpa deret", "Named by informants, without a series");
    public static readonly Bilingual ChartName = new("{0}: dari {1} ({2}) ke {3} ({4})", "{0}: from {1} ({2}) to {3} ({4})");
    public static readonly Bilingual Caution = new("Hati-hati", "Caution");
}
