using System.Collections.Frozen;
using Jembatan.Core;

namespace Jembatan.App.Coverage;

/// <summary>What the shipped numbers of the coverage model rest on, in both languages: notes in words; names of studies, authors and rules stay as published.</summary>
public static class SourceWords
{
    private static readonly FrozenDictionary<string, string> Indonesian = new Dictionary<string, string>
    {
        ["[assumption]"] = "[asumsi]",
        ["1.0 % a month [assumption]"] = "1,0% sebulan [asumsi]",
        ["2 % a month [assumption]"] = "2% sebulan [asumsi]",
        ["10 % a month [assumption]"] = "10% sebulan [asumsi]",
        ["25 % a month [assumption]"] = "25% sebulan [asumsi]",
        ["40 % a month [assumption]"] = "40% sebulan [asumsi]",
        ["Share of a price elasticity of -0.5 +/- 0.3: Vietnam -0.46, Philippines -0.58"] = "Bagian dari elastisitas harga −0,5 ± 0,3: Vietnam −0,46, Filipina −0,58",
        ["Banerjee et al. 2021: over one half of attempted registrations failed"] = "Banerjee dkk. 2021: lebih dari separuh upaya pendaftaran gagal",
        ["[assumption]; claiming is allowed once membership has ended"] = "[asumsi]; klaim boleh diajukan setelah kepesertaan berakhir",
        ["[assumption]; replace by the national life table"] = "[asumsi]; ganti dengan tabel mortalitas nasional",
        ["Monthly exit of at least .175 once support ends: fewer than 10 % still enrolled after a year in Nicaragua, 1 - 0.1^(1/12) (Thornton et al. 2010, doi 10.1002/hec.1635); .413 missed x .75^3 not caught up; .413 against .10 at the intercept"] =
            "Keluar sedikitnya 0,175 sebulan setelah bantuan berhenti: di Nikaragua kurang dari 10% masih terdaftar setelah setahun, 1 − 0,1^(1/12) (Thornton dkk. 2010, doi 10.1002/hec.1635); 0,413 menunggak × 0,75³ tidak melunasi; 0,413 dibanding 0,10 pada intersep",
        ["Named by informants, no trial found; works only with peers switched on: ten points more members nearby than at the start add .2 [assumption]"] =
            "Disebut narasumber, uji coba tidak ditemukan; hanya berlaku bila pengaruh sebaya dinyalakan: peserta di sekitar sepuluh poin lebih banyak daripada pada awal menambah 0,2 [asumsi]",
        ["Members who claim become non-active; return is less likely [assumption]"] = "Peserta yang mengajukan klaim menjadi nonaktif; kecil kemungkinan aktif kembali [asumsi]",
        ["Enrolment is refused over 65 (West Bandung: 594 planned, 557 enrolled); reference population 15-64"] = "Pendaftaran ditolak di atas 65 tahun (Bandung Barat: 594 direncanakan, 557 didaftarkan); penduduk acuan 15–64 tahun",
        ["Perdir 22/PERDIR.02/072022"] = "Perdir 22/PERDIR.02/072022",
        ["Rural Indonesia: 30 % of a shock remains after four years, .30^(1/48) (Newhouse)"] = "Perdesaan Indonesia: 30% guncangan masih terasa setelah empat tahun, 0,30^(1/48) (Newhouse)",
        ["CV .39 to .55 of monthly income in the US Financial Diaries (Hannagan and Morduch 2015); no Indonesian figure found"] =
            "KV penghasilan bulanan 0,39 sampai 0,55 dalam US Financial Diaries (Hannagan dan Morduch 2015); angka Indonesia tidak ditemukan",
        ["Residual, so that the cross-section fits [assumption]"] = "Sisa, agar sebaran lintas orang cocok [asumsi]",
        ["Derived: .754^2 = .61^2 + .06^2/(1 - .975^2) + .35^2; .754 measured for own-account workers"] = "Diturunkan: 0,754² = 0,61² + 0,06²/(1 − 0,975²) + 0,35²; 0,754 terukur pada pekerja yang berusaha sendiri",
        ["Mean of informal workers 2022 Rp1,862,958 (BPS) times exp(-.754^2/2)"] = "Rata-rata pekerja informal 2022 Rp1.862.958 (BPS) dikali exp(−0,754²/2)",
        ["Half the swing between harvest (peak in April) and lean months [assumption]"] = "Separuh ayunan antara panen (puncaknya April) dan bulan paceklik [asumsi]",
        ["Share of surprising inflation that informal income follows; the rest fades by 3 % a month [assumption]"] = "Bagian inflasi tak terduga yang diikuti penghasilan informal; sisanya memudar 3% sebulan [asumsi]",
        ["Chosen so that without shocks the mean buffer over ten years stays near where it starts, .73 months [assumption]"] =
            "Dipilih agar tanpa guncangan rata-rata cadangan selama sepuluh tahun tetap di dekat awalnya, 0,73 bulan [asumsi]",
        ["Point of reference of ln(a/ā); no effect of its own"] = "Titik acuan ln(a/ā); tidak berpengaruh sendiri",
        ["Turns costs of later months into present value; no effect on anybody [assumption]"] = "Mengubah biaya bulan-bulan kemudian menjadi nilai kini; tidak memengaruhi siapa pun [asumsi]",
        ["Share of members who add old-age savings [assumption]"] = "Bagian peserta yang menambah JHT [asumsi]",

        ["Kenya Mbao: short-term effect on saving, none at 24 months; Mexico 400,000 accounts: no effect; Colombia BEPS: amounts, not entry"] =
            "Kenya Mbao: berpengaruh jangka pendek pada tabungan, hilang pada bulan ke-24; Meksiko 400.000 rekening: tanpa pengaruh; Kolombia BEPS: pada besar setoran, bukan pada masuknya peserta",
        ["Kenya: 12 % through existing informal groups, 7 % after a year, against about 5 % without (Chemin 2018; the 5 % is read off [assumption]); ln[ln(1-.12)/ln(1-.05)] = .91"] =
            "Kenya: 12% lewat kelompok informal yang sudah ada, 7% setelah setahun, dibanding kira-kira 5% tanpanya (Chemin 2018; angka 5% dibaca dari grafik [asumsi]); ln[ln(1 − 0,12)/ln(1 − 0,05)] = 0,91",
        ["Afghanistan: default enrolment +40 points among salaried (Blumenstock et al.); informal pending AEARCTR-0015911 (BPJS Ketenagakerjaan, 7,500 persons); until then N(0.8, 0.6)"] =
            "Afganistan: pendaftaran otomatis +40 poin di antara pekerja bergaji (Blumenstock dkk.); untuk pekerja informal menunggu AEARCTR-0015911 (BPJS Ketenagakerjaan, 7.500 orang); sampai saat itu N(0,8; 0,6)",
        ["Conflicting: no effect of information in the JKN trial (Banerjee et al. 2021); +14.7 points in a Ghana thesis"] =
            "Bertentangan: informasi tidak berpengaruh dalam uji coba JKN (Banerjee dkk. 2021); +14,7 poin dalam sebuah tesis di Ghana",
        ["Named by informants and by analysts; no trial found"] = "Disebut narasumber dan analis; uji coba tidak ditemukan",
        ["Over one half of attempts failed in the JKN trial (Banerjee et al. 2021), so that .45 is where it starts; .7 is a choice [assumption]"] =
            "Lebih dari separuh upaya gagal dalam uji coba JKN (Banerjee dkk. 2021), sehingga awalnya 0,45; 0,7 adalah pilihan [asumsi]",
        ["Philippines: form filled and delivered, 39.7 % against 3.4 %, +2.92 (2.25-3.59) among refusers (Capuno et al.), an upper bound; JKN: +3.5 points for assisted internet registration (Banerjee et al. 2021); default between the two"] =
            "Filipina: formulir diisikan dan diantarkan, 39,7% dibanding 3,4%, +2,92 (2,25–3,59) di antara yang semula menolak (Capuno dkk.), batas atas; JKN: +3,5 poin untuk pendaftaran daring yang didampingi (Banerjee dkk. 2021); nilai bawaan di antara keduanya",
        ["[assumption]; MFI as place of sign-up slightly negative in Nicaragua (Thornton et al. 2010)"] = "[asumsi]; lembaga keuangan mikro sebagai tempat mendaftar sedikit negatif di Nikaragua (Thornton dkk. 2010)",
        ["Mechanism, no trial found: pay ahead when income is high"] = "Mekanisme, uji coba tidak ditemukan: membayar di muka saat penghasilan tinggi",
        ["Named by informants (wants sickness, cash or credit, pension); no trial found"] = "Disebut narasumber (menginginkan santunan sakit, uang tunai atau kredit, pensiun); uji coba tidak ditemukan",
        ["Officials lay the fall of early 2025 to budget-paid members who are paid once or twice a year and not monthly; the mechanism is the rule of arrears"] =
            "Pejabat mengaitkan penurunan awal 2025 dengan peserta yang iurannya dibayar anggaran sekali atau dua kali setahun, bukan tiap bulan; mekanismenya ialah aturan tunggakan",
        ["Perisai 2018: 10-13 joiners per active agent-month; quasi-experiment with JKN agents: best in Semarang, no effect in Balikpapan; size [assumption]"] =
            "Perisai 2018: 10–13 peserta baru per agen aktif per bulan; kuasi-eksperimen dengan kader JKN: terbaik di Semarang, tanpa pengaruh di Balikpapan; besarnya [asumsi]",
        ["Indonesia, JKN trial, some 6,000 households: full subsidy +18.6 points on 8 % in a year, ln[ln(1-.266)/ln(1-.08)] = 1.31 (Banerjee et al. 2021, AER 111(9):3035)"] =
            "Indonesia, uji coba JKN, sekitar 6.000 rumah tangga: subsidi penuh +18,6 poin di atas 8% dalam setahun, ln[ln(1 − 0,266)/ln(1 − 0,08)] = 1,31 (Banerjee dkk. 2021, AER 111(9):3035)",
        ["GDP -13 % over the year (sources say about 12 % and almost 14 %) against a normal growth of 5 % [assumption]; CPI 58.45 % year average (World Bank FP.CPI.TOTL.ZG) less 3 % normal, (ln 1.5845 - ln 1.03)/12 a month; onset, length and half-life [assumption]; unemployment and exchange rate of the year before were not read and stay 0"] =
            "PDB −13% setahun (sumber menyebut sekitar 12% dan hampir 14%) dibanding pertumbuhan normal 5% [asumsi]; IHK rata-rata tahun 58,45% (World Bank FP.CPI.TOTL.ZG) dikurangi 3% normal, (ln 1,5845 − ln 1,03)/12 sebulan; awal, lama, dan waktu paruh [asumsi]; pengangguran dan kurs tahun sebelumnya tidak dibaca dan tetap 0",
        ["Growth -1.5 points for four quarters [assumption]; CPI 10.23 % year average 2008 (World Bank FP.CPI.TOTL.ZG) less 3 % normal, (ln 1.1023 - ln 1.03)/12 a month; exchange rate ln(10,389.94/9,698.96), 2009 over 2008 (World Bank PA.NUS.FCRF); onset and half-life [assumption]"] =
            "Pertumbuhan −1,5 poin selama empat triwulan [asumsi]; IHK rata-rata 2008 10,23% (World Bank FP.CPI.TOTL.ZG) dikurangi 3% normal, (ln 1,1023 − ln 1,03)/12 sebulan; kurs ln(10.389,94/9.698,96), 2009 terhadap 2008 (World Bank PA.NUS.FCRF); awal dan waktu paruh [asumsi]",
        ["Growth -3.49 % in the third quarter of 2020 against a normal growth of 5 % [assumption]; CPI 1.92 % year average (World Bank FP.CPI.TOTL.ZG) less 3 % normal, (ln 1.0192 - ln 1.03)/12 a month; exchange rate ln(14,582.20/14,147.67), 2020 over 2019 (World Bank PA.NUS.FCRF); onset, length and half-life [assumption]; the unemployment rate of 2020 was not read in a source and stays 0"] =
            "Pertumbuhan −3,49% pada triwulan III 2020 dibanding pertumbuhan normal 5% [asumsi]; IHK rata-rata tahun 1,92% (World Bank FP.CPI.TOTL.ZG) dikurangi 3% normal, (ln 1,0192 − ln 1,03)/12 sebulan; kurs ln(14.582,20/14.147,67), 2020 terhadap 2019 (World Bank PA.NUS.FCRF); awal, lama, dan waktu paruh [asumsi]; tingkat pengangguran 2020 tidak dibaca dari sumber dan tetap 0",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>A source of a parameter, lever or shock; one of a reader's own model file stays as it was typed.</summary>
    /// <param name="source">As the model has it.</param>
    public static Bilingual Of(string source) => Indonesian.TryGetValue(source, out var words) ? new(words, source) : Bilingual.Same(source);
}
