using Jembatan.Core;

namespace Jembatan.App.Data;

/// <summary>Units of shipped figures and of the parameters of the coverage model in both languages.</summary>
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
        "log-odds" => new("log-odds", "log-odds"),
        "log-odds per share" => new("log-odds per bagian", "log-odds per share"),
        "log hazard per year" => new("log laju kejadian per tahun", "log hazard per year"),
        "log hazard per year of age" => new("log laju kejadian per tahun umur", "log hazard per year of age"),
        "log income" => new("log penghasilan", "log income"),
        "log months" => new("log bulan", "log months"),
        "months of income" => new("bulan penghasilan", "months of income"),
        "months of income per month" => new("bulan penghasilan per bulan", "months of income per month"),
        "per year" => new("per tahun", "per year"),
        "probability" => new("peluang", "probability"),
        "probability per month" => new("peluang per bulan", "probability per month"),
        "rupiah per month" => new("rupiah per bulan", "rupiah per month"),
        "rupiah per payment" => new("rupiah per pembayaran", "rupiah per payment"),
        "share" => new("bagian", "share"),
        "share kept per month" => new("bagian yang tersisa per bulan", "share kept per month"),
        "share of income" => new("bagian dari penghasilan", "share of income"),
        _ => Bilingual.Same(unit ?? ""),
    };
}
