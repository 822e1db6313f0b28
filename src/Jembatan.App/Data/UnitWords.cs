using Jembatan.Core;

namespace Jembatan.App.Data;

/// <summary>Units of shipped figures in both languages.</summary>
public static class UnitWords
{
    /// <summary>A unit such as <c>million persons</c>; one of an analyst's own stays as it was typed.</summary>
    public static Bilingual Of(string? unit) => unit switch
    {
        "persons" => new("orang", "persons"),
        "million persons" => new("juta orang", "million persons"),
        "agents" => new("agen", "agents"),
        "branches" => new("cabang", "branches"),
        "months" => new("bulan", "months"),
        "years" => new("tahun", "years"),
        "times wage" => new("kali upah", "times the wage"),
        "%/month" => new("%/bulan", "%/month"),
        "Rp/month" => new("Rp/bulan", "Rp/month"),
        "Rp million/month" => new("Rp juta/bulan", "Rp million/month"),
        _ => Bilingual.Same(unit ?? ""),
    };
}
