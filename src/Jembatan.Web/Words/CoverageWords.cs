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
    public static readonly Bilingual Band80 = new("selang 80%", "80% interval");
    public static readonly Bilingual Band50 = new("selang 50%", "50% interval");
    public static readonly Bilingual OfPersons = new("Pita: galat contoh saja. Ketidakpastian parameter belum termasuk.", "Band: sampling error alone. Uncertainty of the parameters is not in it.");
    public static readonly Bilingual OfDraws = new("Pita: {0} tarikan parameter dari sebaran awalnya, masing-masing {1} orang contoh.", "Band: {0} draws of the parameters from their priors, {1} sampled persons each.");
    public static readonly Bilingual ComputeBand = new("Hitung pita dari {0} tarikan parameter", "Work out the band from {0} draws of the parameters");
    public static readonly Bilingual CostFollows = new("Biaya dihitung bersama pita.", "The cost is worked out together with the band.");
    public static readonly Bilingual Computing = new("Menghitung pita dari {0} tarikan …", "Working out the band from {0} draws …");
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
    public static readonly Bilingual Deadweight = new("Bobot mati: Rp{0} miliar dari subsidi Rp{1} miliar", "Deadweight: Rp {0} billion of a subsidy of Rp {1} billion");
    public static readonly Bilingual DeadweightShare = new("Bagian subsidi yang menjadi bobot mati", "Share of the subsidy that is deadweight");
    public static readonly Bilingual DeadweightHint = new(
        "Bobot mati: subsidi untuk bulan yang juga dibayar orang yang sama, dengan nasib yang sama, tanpa pengungkit.", "Deadweight: subsidy for months that the same person, with the same luck, pays without the levers too.");
    public static readonly Bilingual Parameters = new("Parameter dan sebab yang dibawanya", "Parameters and the causes they carry");
    public static readonly Bilingual ParametersHint = new("Dari angka proyeksi ke parameter, ke sebab, ke kata narasumber; dan sebaliknya.", "From a projected number to the parameter, to the cause, to informants' words; and back.");
    public static readonly Bilingual Parameter = new("Parameter", "Parameter");
    public static readonly Bilingual Value = new("Nilai", "Value");
    public static readonly Bilingual Grade = new("Kelas bukti {0}", "Evidence grade {0}");
    public static readonly Bilingual Source = new("Sumber", "Source");
    public static readonly Bilingual Causes = new("Sebab (narasumber yang menyebut)", "Causes (informants who name them)");
    public static readonly Bilingual Claims = new("Menyasar sebab:", "Claims to remove:");
    public static readonly Bilingual Export = new("Ekspor", "Export");
    public static readonly Bilingual ChartAs = new("Grafik:", "Chart:");
    public static readonly Bilingual NumbersAs = new("Angka:", "Numbers:");
    public static readonly Bilingual Groups = new("Menurut kelompok", "By group");
    public static readonly Bilingual GroupsHint = new(
        "Skenario pada bulan terakhir. Kurang dari 30 orang contoh, kepesertaan, atau kejadian: tidak ditampilkan (–). SDG 1.3.1: iuran bulan ini dibayar atau menerima JHT dalam 12 bulan. Bulan sampai putus iuran: median dari masuk stok sampai gugur oleh aturan. JHT: saldo saat berusia 56 dibagi penghasilan sendiri sebulan.",
        "The scenario in the last month. Fewer than 30 sampled persons, spells or cases: not shown (–). SDG 1.3.1: contribution of the month paid, or old-age savings received within 12 months. Months to lapse: median from joining the stock to its end by the rule. Savings: balance on turning 56 over own income of a month.");

    public static readonly Bilingual Group = new("Kelompok", "Group");
    public static readonly Bilingual Sampled = new("Orang contoh", "Sampled");
    public static readonly Bilingual Kinds = new("Bagian halaman cakupan", "Parts of the coverage page");
    public static readonly Bilingual Projection = new("Proyeksi", "Projection");
    public static readonly Bilingual BackTest = new("Uji balik", "Back-test");
    public static readonly Bilingual Sensitivity = new("Kepekaan", "Sensitivity");
    public static readonly Bilingual Again = new("Muat hasilnya", "Load the result");
    public static readonly Bilingual Compute = new("Hitung", "Work it out");
    public static readonly Bilingual BackTestTitle = new("Uji balik: turunnya peserta Februari–Mei 2025", "Back-test: the fall of February–May 2025");
    public static readonly Bilingual BackTestLead = new(
        "Model stok peserta dicocokkan dengan angka 2020–2023 saja, lalu meramal 2025: dengan penanggung iuran dan tanpa, di samping ramalan naif. Model kepesertaan orang per orang diuji dengan perintah coverage backtest MODEL.yaml.",
        "The model of the member stock is fitted to 2020–2023 alone and then predicts 2025: with sponsors and without, beside naive forecasts. The person-by-person model is tested with the command coverage backtest MODEL.yaml.");

    public static readonly Bilingual BackTestRuns = new("Mencocokkan model dan meramal …", "Fitting the models and predicting …");
    public static readonly Bilingual BackTestName = new("Ramalan dengan selang 80% di samping yang terjadi, juta peserta: {0}. Angka ramalan ada pada tabel di bawah.", "Forecasts with 80% intervals beside what happened, million members: {0}. The forecasts stand in the table below.");
    public static readonly Bilingual FallOf = new("Ramalan (selang 80%) dan yang terjadi, juta peserta", "Forecasts (80% interval) and what happened, million members");
    public static readonly Bilingual Points4 = new("Titik demi titik", "Point by point");
    public static readonly Bilingual MillionsOf = new("juta peserta BPU aktif; kecil: selang 80%", "million active BPU members; small: 80% interval");
    public static readonly Bilingual Forecast = new("Ramalan", "Forecast");
    public static readonly Bilingual Happened = new("Yang terjadi", "What happened");
    public static readonly Bilingual Naive = new("naif", "naive");
    public static readonly Bilingual AbsoluteError = new("Galat mutlak", "Absolute error");
    public static readonly Bilingual Skill = new("Keunggulan", "Skill");
    public static readonly Bilingual Inside = new("{0}, {1} dan {2} titik jatuh di dalam selang 50, 80 dan 95%", "{0}, {1} and {2} of the points fall inside the 50, 80 and 95% intervals");
    public static readonly Bilingual Calendars = new("Kalender penanggung iuran", "Sponsor calendars");
    public static readonly Bilingual CalendarsHint = new("Kalender 2024 dan 2025 adalah asumsi; yang kedua ialah alternatifnya.", "The calendar of 2024 and 2025 is assumed; the second is its alternative.");
    public static readonly Bilingual Calendar = new("Kalender", "Calendar");
    public static readonly Bilingual Contracts = new("Kontrak", "Contracts");
    public static readonly Bilingual Assumed = new("diasumsikan", "assumed");
    public static readonly Bilingual Alternative = new("alternatif", "alternative");
    public static readonly Bilingual Contract = new("{0} tempat: mulai {1}, {2} bulan", "{0} of places: from {1}, {2} months");
    public static readonly Bilingual SensitivityTitle = new("Kepekaan: parameter mana yang menentukan", "Sensitivity: which parameters matter");
    public static readonly Bilingual SensitivityLead = new(
        "Indeks Sobol' stok peserta: {0} orang contoh dengan nasib yang sama pada tiap hitungan, {1} bulan, {2} titik dasar, parameter dalam paling banyak sepuluh kelompok, ditarik dari sebaran awalnya.",
        "Sobol' indices of the member stock: {0} sampled persons with the same luck in every run, {1} months, {2} base points, parameters in at most ten groups, drawn from their priors.");

    public static readonly Bilingual SensitivityHint = new(
        "Sendiri (S): bagian ragam yang hilang bila kelompok itu diketahui pasti; di sanalah data baru paling berguna. Bersama (ST): termasuk pengaruhnya lewat kelompok lain. Batang gelap S, terang ST, garis selang 95% dari ST (bootstrap). Nilai S sedikit di bawah nol berarti nol.",
        "By itself (S): the share of variance that would go if the group were known for sure; there new data help most. With others (ST): with its effect through other groups. Dark bar S, light bar ST, line the 95% interval of ST (bootstrap). S slightly below zero means zero.");

    public static readonly Bilingual SensitivityAsk = new("Perhitungannya menjalankan model ratusan kali dan memakan waktu beberapa detik.", "The model is run hundreds of times; this takes some seconds.");
    public static readonly Bilingual SensitivityRuns = new("Menjalankan model ratusan kali …", "Running the model hundreds of times …");
    public static readonly Bilingual ParameterGroup = new("Kelompok parameter", "Group of parameters");
    public static readonly Bilingual First = new("Sendiri (S)", "By itself (S)");
    public static readonly Bilingual Total = new("Bersama (ST)", "With others (ST)");
    public static readonly Bilingual Drawn = new("Gambar", "Drawing");

    /// <summary>A group of parameters that are varied together.</summary>
    public static Bilingual GroupOfParameters(string id) => id switch
    {
        "awareness" => new("Mengetahui program", "Becoming aware"),
        "registration" => new("Mendaftar", "Registration"),
        "first-payment" => new("Pembayaran pertama", "First payment"),
        "missed-payment" => new("Melewatkan iuran", "Missing a payment"),
        "catch-up" => new("Melunasi tunggakan", "Catching up"),
        "return and savings" => new("Masuk kembali dan JHT", "Re-entry and savings"),
        "frailty and formal work" => new("Perbedaan orang dan kerja formal", "Differences between persons and formal work"),
        "income" => new("Penghasilan", "Income"),
        "liquidity" => new("Penyangga uang", "Cash buffer"),
        "cost" => new("Biaya transaksi", "Cost of paying"),
        _ => Bilingual.Same(id),
    };

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
