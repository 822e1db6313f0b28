using Jembatan.Core;
using Jembatan.Statistics.Saturation;
using Jembatan.Statistics.Tables;

namespace Jembatan.App.Tables;

/// <summary>Why a number of a table does not exist, in both languages.</summary>
public static class TableReasons
{
    private static readonly IReadOnlyList<(string Id, Bilingual Words)> Known =
    [
        (Undefined.Empty, new("tabel kosong", "the table is empty")),
        (Undefined.OneRow, new("semua atau tak seorang pun menyebutnya, jadi tidak ada pembanding", "everybody or nobody names it, so there is nothing to compare")),
        (Undefined.OneColumn, new("hanya satu kelompok, jadi tidak ada pembanding", "there is one group only, so there is nothing to compare")),
        (Undefined.NotTwoByTwo, new("hanya untuk dua kelompok", "for two groups only")),
        (Undefined.TooSmall, new("terlalu sedikit narasumber untuk koreksi ini", "too few informants for this correction")),
        (Undefined.NoSpread, new("semua atau tidak ada, jadi tidak ada sisaan", "all or none, so there is no residual")),
        (Undefined.Infinite, new("tak terhingga: salah satu sel kosong", "infinite: a cell is empty")),
        (Undefined.TooLarge, new("tabel terlalu besar untuk uji eksak; minta simulasi", "the table is too large for the exact test; ask for a simulation")),
        (Undefined.NeitherOccurs, new("kedua kode tidak muncul", "neither code occurs")),
        (Undefined.OneNeverOccurs, new("salah satu kode tidak muncul", "one of the codes does not occur")),
        (Undefined.NothingBelowLine, new("kutipan bersama sebanyak kutipan keduanya; tidak ada angka", "as many joint passages as passages of both; no number")),
        (Undefined.NoUnits, new("lift hanya untuk satuan yang dapat dihitung", "lift needs units that can be counted")),
        (Undefined.NoDistances, new("tidak ada jarak untuk dipetakan", "there are no distances to map")),
        (SaturationRun.NoEvents, new("belum ada narasumber yang dikode", "no informant is coded yet")),
        (SaturationRun.TooFewEvents, new("narasumber kurang dari basis ditambah satu putaran", "fewer informants than base and one run")),
        (SaturationRun.NoBaseCodes, new("narasumber pada basis belum punya kode", "the informants of the base have no code")),
        (SaturationRun.NotReached, new("belum jenuh pada ambang ini", "not saturated at this threshold")),
    ];

    /// <summary>The reason in words; the id itself when it is not known here.</summary>
    /// <param name="reason">Id of the reason.</param>
    public static Bilingual Words(string reason) => Known.FirstOrDefault(k => k.Id == reason).Words ?? Bilingual.Same(reason);
}
