using System.Text.RegularExpressions;
using Jembatan.Core;

namespace Jembatan.App.Agreement;

/// <summary>What an estimate of agreement says of itself, in both languages. The estimates carry English sentences, which is what JSON holds.</summary>
public static class AgreementNotes
{
    // In an English sentence {n} stands for a number and {w} for the word of what was drawn; in the Indonesian one $1 and $2 for what was found.
    private static readonly (Regex English, string Indonesian)[] Sentences = [.. ((IEnumerable<(string English, string Indonesian)>)
    [
        ("Undefined: agreement needs at least two coders.", "Tidak terdefinisi: kesepakatan memerlukan sedikitnya dua pengode."),
        ("Undefined: no unit has values of two coders.", "Tidak terdefinisi: tidak ada satuan yang bernilai dari dua pengode."),
        ("Undefined: no variation. Every value is the same, so that chance alone would agree everywhere.", "Tidak terdefinisi: tanpa variasi. Semua nilai sama, sehingga kebetulan saja pun selalu sepakat."),
        ("Undefined: only one category is known, and the chance term needs two.", "Tidak terdefinisi: hanya satu kategori yang dikenal, sedangkan suku kebetulan memerlukan dua."),
        ("Undefined: this coefficient is for two coders. Use conger-kappa, light-kappa, fleiss-kappa or krippendorff-alpha.", "Tidak terdefinisi: koefisien ini untuk dua pengode. Pakai conger-kappa, light-kappa, fleiss-kappa, atau krippendorff-alpha."),
        ("Undefined: a coder gave no value at all, so that the coder's own distribution is unknown.", "Tidak terdefinisi: seorang pengode tidak memberi nilai sama sekali, sehingga sebarannya tidak diketahui."),
        ("Undefined: the level or the weights need numbers, and some values are words.", "Tidak terdefinisi: tingkat atau bobotnya memerlukan angka, sedangkan sebagian nilai berupa kata."),
        ("Undefined: the level or the weights need values in an order, and words have none.", "Tidak terdefinisi: tingkat atau bobotnya memerlukan nilai yang berurutan, sedangkan kata tidak punya urutan."),
        ("Undefined: a ratio needs values from 0, and some are negative.", "Tidak terdefinisi: tingkat rasio memerlukan nilai mulai 0, sedangkan sebagian negatif."),
        ("Undefined: a value lies outside the poles of the bipolar level.", "Tidak terdefinisi: ada nilai di luar kutub tingkat bipolar."),
        ("Undefined: the continuum has no length.", "Tidak terdefinisi: kontinuum tidak punya panjang."),
        ("Undefined: no units of two coders intersect.", "Tidak terdefinisi: tidak ada satuan dua pengode yang beririsan."),
        ("No interval: one unit has no spread. Code more units.", "Tanpa selang: satu satuan tidak punya sebaran. Kode lebih banyak satuan."),
        ("No interval: krippendorff-bootstrap is for krippendorff-alpha only. Use units-bootstrap.", "Tanpa selang: krippendorff-bootstrap hanya untuk krippendorff-alpha. Pakai units-bootstrap."),
        ("No interval: without one of the {w} the coefficient is undefined. Code more units.", "Tanpa selang: tanpa salah satu dari $1 koefisien tidak terdefinisi. Kode lebih banyak satuan."),
        ("No interval: there are fewer than two {w} to vary. Code more of them.", "Tanpa selang: kurang dari dua $1 yang dapat divariasikan. Kode lebih banyak."),
        ("No interval: in most resamples the coefficient is undefined, because there are too few units that differ. Code more units.", "Tanpa selang: pada kebanyakan ulangan koefisien tidak terdefinisi, karena terlalu sedikit satuan yang berbeda. Kode lebih banyak satuan."),
        ("{n} of {n} resamples had no variation and are left out of the interval.", "$1 dari $2 ulangan tanpa variasi dan tidak masuk selang."),
        ("Only {n} {w} vary, so the interval is rough and tends to be too narrow.", "Hanya $1 $2 yang divariasikan, sehingga selangnya kasar dan cenderung terlalu sempit."),
        ("Krippendorff's bootstrap takes pairs of values as independent and is narrower than resampling units; use units-bootstrap for inference.", "Bootstrap Krippendorff menganggap pasangan nilai saling bebas dan lebih sempit daripada penarikan ulang satuan; pakai units-bootstrap untuk penyimpulan."),
    ]).Select(s => (Pattern(s.English), s.Indonesian))];

    private static readonly (string English, string Indonesian)[] Drawn = [("units", "satuan"), ("sources", "sumber"), ("coders", "pengode")];

    /// <summary>Sentences in both languages; one that is not known stands in English in both.</summary>
    public static Bilingual Of(string note)
    {
        ArgumentNullException.ThrowIfNull(note);
        var indonesian = note;
        foreach (var (english, words) in Sentences) indonesian = english.Replace(indonesian, m => m.Result(words.Replace("$1", Word(m, 1), StringComparison.Ordinal).Replace("$2", Word(m, 2), StringComparison.Ordinal)));
        return new(indonesian, note);
    }

    /// <summary>What a warning says beside the resamples that are left out, which a summary may tell once.</summary>
    public static string BesideResamples(string warning) => Sentences.Single(s => s.Indonesian.Contains("tidak masuk selang", StringComparison.Ordinal)).English.Replace(warning, "").Trim();

    private static string Word(Match match, int group) => Drawn.FirstOrDefault(d => d.English == match.Groups[group].Value) is { Indonesian: { } word } ? word : match.Groups[group].Value;

    private static Regex Pattern(string sentence) =>
        new(Regex.Escape(sentence).Replace(@"\{n}", "([0-9]+)", StringComparison.Ordinal).Replace(@"\{w}", "([a-z]+)", StringComparison.Ordinal), RegexOptions.CultureInvariant);
}
