using Jembatan.Core;

namespace Jembatan.Web.Words;

/// <summary>The coverage model: shocks, levers, projections.</summary>
internal static class CoverageWords
{
    public static readonly Bilingual Title = new("Cakupan: dari guncangan ke putus iuran", "Coverage: from shocks to lapse");
    public static readonly Bilingual Lead = new(
        "Model orang per orang, bulan per bulan: {0} orang contoh mewakili {1} juta pekerja informal, mulai {2}, benih acak 42.",
        "A model person by person and month by month: {0} sampled persons stand for {1} million informal workers, from {2}, random seed 42.");

    public static readonly Bilingual Uncalibrated = new("Belum dikalibrasi.", "Not calibrated.");
    public static readonly Bilingual UncalibratedText = new(
        "Laju masuk dan putus iuran adalah nilai awal, belum dicocokkan dengan jumlah peserta mana pun, dan jumlah peserta saja tidak dapat memisahkan keduanya. Baca selisih antarskenario, bukan tinggi garisnya.",
        "Entry and lapse are starting values, fitted to no observed member stock, and stocks alone cannot tell the two apart. Read the differences between scenarios, not the height of a line.");

    public static readonly Bilingual FromWords = new(
        "Kata narasumber menunjukkan mekanisme mana yang ada. Besarnya tidak pernah diambil dari banyaknya kode.",
        "Informants' words say which mechanisms exist. Their size is never taken from counts of codes.");

    public static readonly Bilingual NotEvidenced = new("Besar pengaruh belum terbukti (kelas E): {0}", "Effect size not evidenced (grade E): {0}");
    public static readonly Bilingual Choose = new("Skenario", "Scenario");
    public static readonly Bilingual Shock = new("Guncangan makro", "Macro shock");
    public static readonly Bilingual NoShock = new("Tanpa guncangan", "No shock");
    public static readonly Bilingual Levers = new("Pengungkit", "Levers");
    public static readonly Bilingual GradeHint = new("Huruf = kelas bukti, A terkuat. E digambar berarsir.", "Letter = evidence grade, A strongest. E is drawn hatched.");
    public static readonly Bilingual Run = new("Jalankan", "Run");
    public static readonly Bilingual Reset = new("Kembali ke dasar", "Back to the baseline");
    public static readonly Bilingual Chart = new("Stok peserta, bagian dari pekerja informal 15–64", "Member stock, share of informal workers 15–64");
    public static readonly Bilingual ChartName = new(
        "Proyeksi stok peserta sampai {0}: skenario {1}, dasar {2} pekerja informal.", "Projected member stock to {0}: scenario {1}, baseline {2} of informal workers.");

    public static readonly Bilingual Baseline = new("dasar, tanpa guncangan dan pengungkit", "baseline, no shock and no lever");
    public static readonly Bilingual Scenario = new("skenario", "scenario");
    public static readonly Bilingual RecordedPoint = new("tercetak (BPU aktif), tidak dipakai mencocokkan", "printed (active BPU), not fitted to");
    public static readonly Bilingual Band90 = new("selang 90%", "90% interval");
    public static readonly Bilingual Band50 = new("selang 50%", "50% interval");
    public static readonly Bilingual OfPersons = new("Pita: galat contoh saja. Ketidakpastian parameter belum termasuk.", "Band: sampling error alone. Uncertainty of the parameters is not in it.");
    public static readonly Bilingual OfDraws = new("Pita: {0} tarikan parameter dari sebaran awalnya.", "Band: {0} draws of the parameters from their priors.");
    public static readonly Bilingual ComputeBand = new("Hitung pita dari 64 tarikan parameter", "Work out the band from 64 draws of the parameters");
    public static readonly Bilingual Computing = new("Menghitung pita …", "Working out the band …");
    public static readonly Bilingual AtEnd = new("Pada {0}", "In {0}");
    public static readonly Bilingual AgainstBaseline = new("dasar {0}, selisih {1} poin", "baseline {0}, difference {1} points");
    public static readonly Bilingual Points = new("poin", "points");
    public static readonly Bilingual Indicator = new("Ukuran", "Indicator");
    public static readonly Bilingual Difference = new("Selisih", "Difference");
    public static readonly Bilingual Interval90 = new("Selang 90%", "90% interval");
    public static readonly Bilingual Sectors = new("Menurut sektor", "By sector");
    public static readonly Bilingual SectorsHint = new("Rata-rata selama proyeksi untuk penghasilan dan putus iuran; stok peserta pada bulan terakhir.", "Means over the projection for income and lapse; member stock in the last month.");
    public static readonly Bilingual Sector = new("Sektor", "Sector");
    public static readonly Bilingual Income = new("Penghasilan, Rp/bulan", "Income, Rp a month");
    public static readonly Bilingual Lapse = new("Putus iuran per bulan", "Lapse a month");
    public static readonly Bilingual Stock = new("Stok peserta", "Member stock");
    public static readonly Bilingual Suppressed = new("kurang dari 30 orang contoh", "fewer than 30 sampled persons");
    public static readonly Bilingual Payers = new("Siapa yang membayar", "Who pays");
    public static readonly Bilingual PayersName = new("Peserta yang membayar: pada {0} {1} pekerja informal, {2} di antaranya ditanggung.", "Paying members: in {0} {1} of informal workers, {2} of them sponsored.");
    public static readonly Bilingual Sponsored = new("ditanggung", "sponsored");
    public static readonly Bilingual SelfPaid = new("mandiri", "self-paid");
    public static readonly Bilingual Flows = new("Aliran per bulan, tahun kedua", "Flows a month, second year");
    public static readonly Bilingual FlowsName = new("Aliran bulanan antara keadaan kepesertaan, ribu orang. Angka ada pada tabel di bawah.", "Monthly flows between states of membership, thousand persons. Figures stand in the table below.");
    public static readonly Bilingual From = new("Dari", "From");
    public static readonly Bilingual To = new("Ke", "To");
    public static readonly Bilingual Thousands = new("Ribu orang sebulan", "Thousand persons a month");
    public static readonly Bilingual AsTable = new("Tampilkan sebagai tabel", "Show as a table");
    public static readonly Bilingual Cost = new("Biaya per tambahan orang-tahun terlindungi", "Cost per added covered person-year");
    public static readonly Bilingual NoCost = new("Geser satu pengungkit untuk melihat apa yang ditambahnya dan berapa biayanya.", "Move a lever to see what it adds and what it costs.");
    public static readonly Bilingual NotEstimable = new("tidak dapat ditaksir", "not estimable");
    public static readonly Bilingual CostReason = new(
        "Selang tambahan peserta memuat nol, atau biaya pengungkit belum diketahui. Tambah data aliran, atau isi biayanya.",
        "The interval of added members includes zero, or the lever's cost is not known. Add flow data, or give its cost.");

    public static readonly Bilingual Added = new("Tambahan orang-tahun terlindungi: {0} juta", "Added covered person-years: {0} million");
    public static readonly Bilingual AddedCost = new("Tambahan biaya: Rp{0} miliar selama {1} tahun", "Added cost: Rp {0} billion over {1} years");
    public static readonly Bilingual Parameters = new("Parameter dan sebab yang dibawanya", "Parameters and the causes they carry");
    public static readonly Bilingual ParametersHint = new("Dari angka proyeksi ke parameter, ke sebab, ke kata narasumber; dan sebaliknya.", "From a projected number to the parameter, to the cause, to informants' words; and back.");
    public static readonly Bilingual Parameter = new("Parameter", "Parameter");
    public static readonly Bilingual Value = new("Nilai", "Value");
    public static readonly Bilingual Grade = new("Kelas bukti {0}", "Evidence grade {0}");
    public static readonly Bilingual Source = new("Sumber", "Source");
    public static readonly Bilingual Causes = new("Sebab (narasumber yang menyebut)", "Causes (informants who name them)");
    public static readonly Bilingual Claims = new("Mengaku menghapus:", "Claims to remove:");
    public static readonly Bilingual Export = new("Ekspor:", "Export:");

    public static Bilingual State(string id) => id switch
    {
        "unaware" => new("Belum tahu", "Unaware"),
        "aware" => new("Tahu", "Aware"),
        "attempted" => new("Gagal mendaftar", "Attempt failed"),
        "registered" => new("Terdaftar, belum bayar", "Registered, never paid"),
        "active" => new("Aktif", "Active"),
        "grace" => new("Menunggak", "In arrears"),
        "ended" => new("Gugur oleh aturan", "Ended by the rule"),
        "claimed" => new("Klaim JHT lalu keluar", "Left after claiming"),
        "formal" => new("Kerja formal", "Formal job"),
        _ => new("Keluar untuk seterusnya", "Left for good"),
    };
}
