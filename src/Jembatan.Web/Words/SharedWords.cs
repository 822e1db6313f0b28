using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;

namespace Jembatan.Web.Words;

/// <summary>Words of the field that many pages use.</summary>
internal static class SharedWords
{
    public static readonly Bilingual CountedOf = new("Pengodean", "Codings of");
    public static readonly Bilingual AnyCoder = new("semua pengode, digabung", "all coders, pooled");
    public static readonly Bilingual EveryCoder = new("hanya yang sama pada semua pengode", "only what every coder has");
    public static readonly Bilingual HeadOffice = new("Kantor pusat", "Head office");
    public static readonly Bilingual Branch = new("Kantor cabang", "Branch office");
    public static readonly Bilingual Agent = new("Agen Perisai", "Perisai agent");
    public static readonly Bilingual LocalGovernment = new("Pemerintah daerah", "Local government");
    public static readonly Bilingual Expert = new("Ahli", "Expert");
    public static readonly Bilingual Worker = new("Pekerja", "Worker");
    public static readonly Bilingual NoGroup = new("Tanpa kelompok", "No group");

    public static readonly Bilingual Supports = new("mendukung", "supports");
    public static readonly Bilingual Contradicts = new("menyanggah", "contradicts");
    public static readonly Bilingual Neutral = new("netral", "neutral");
    public static readonly Bilingual Experience = new("pengalaman", "experience");
    public static readonly Bilingual Knowledge = new("pengetahuan", "knowledge");
    public static readonly Bilingual Observation = new("pengamatan", "observation");
    public static readonly Bilingual NoBasis = new("belum ditandai", "not marked");

    public static readonly Bilingual Strategy = new("Strategi", "Strategy");
    public static readonly Bilingual Environment = new("Lingkungan", "Environment");
    public static readonly Bilingual Resources = new("Sumber daya", "Resources");
    public static readonly Bilingual Values = new("Nilai", "Values");
    public static readonly Bilingual Organization = new("Organisasi", "Organisation");

    public static readonly Bilingual Fit = new("Sesuai", "Fit");
    public static readonly Bilingual FairlyFit = new("Cukup sesuai", "Fairly fit");
    public static readonly Bilingual Unclear = new("Belum jelas", "Unclear");
    public static readonly Bilingual Misfit = new("Tidak sesuai", "No fit");
    public static readonly Bilingual Insufficient = new("Bukti belum cukup", "Not enough evidence");

    public static readonly Bilingual QuoteKind = new("kutipan", "quote");
    public static readonly Bilingual DocumentKind = new("dokumen", "document");
    public static readonly Bilingual StatisticKind = new("statistik", "statistic");
    public static readonly Bilingual ObservationKind = new("pengamatan", "observation");

    public static readonly Bilingual Undecided = new("Belum diputuskan", "Undecided");
    public static readonly Bilingual LiveWith = new("Terima", "Live with");
    public static readonly Bilingual Mitigate = new("Mitigasi", "Mitigate");
    public static readonly Bilingual ChangeElement = new("Ubah unsur", "Change the element");
    public static readonly Bilingual ChangeStrategy = new("Ubah strategi", "Change the strategy");

    public static readonly Bilingual InterviewKind = new("wawancara", "interview");
    public static readonly Bilingual DocumentSource = new("dokumen", "document");
    public static readonly Bilingual SurveyKind = new("survei", "survey");

    public static readonly Bilingual MarkA = new("A: teks resmi", "A: official text");
    public static readonly Bilingual MarkB = new("B: pers atau sumber kedua", "B: press or secondary");
    public static readonly Bilingual MarkC = new("C: dihitung dari A dan B", "C: calculated from A and B");

    public static Bilingual Of(VerdictKind kind) => kind switch
    {
        VerdictKind.Fit => Fit,
        VerdictKind.FairlyFit => FairlyFit,
        VerdictKind.Unclear => Unclear,
        VerdictKind.Misfit => Misfit,
        _ => Insufficient,
    };

    public static Bilingual Of(Basis? basis) => basis switch
    {
        Basis.Experience => Experience,
        Basis.Knowledge => Knowledge,
        Basis.Observation => Observation,
        _ => NoBasis,
    };

    public static Bilingual Of(Element element) => element switch
    {
        Element.Environment => Environment,
        Element.Resources => Resources,
        Element.Values => Values,
        Element.Organization => Organization,
        _ => Strategy,
    };

    public static Bilingual OfStance(int stance) => stance switch { > 0 => Supports, < 0 => Contradicts, _ => Neutral };

    public static string SignOfStance(int stance) => stance switch { > 0 => "▲", < 0 => "▼", _ => "◆" };

    public static Bilingual Of(EvidenceKind kind) => kind switch
    {
        EvidenceKind.Quote => QuoteKind,
        EvidenceKind.Document => DocumentKind,
        EvidenceKind.Statistic => StatisticKind,
        _ => ObservationKind,
    };

    public static Bilingual Of(Disposition disposition) => disposition switch
    {
        Disposition.LiveWith => LiveWith,
        Disposition.Mitigate => Mitigate,
        Disposition.ChangeElement => ChangeElement,
        Disposition.ChangeStrategy => ChangeStrategy,
        _ => Undecided,
    };

    public static Bilingual Of(SourceKind kind) => kind switch
    {
        SourceKind.Interview => InterviewKind,
        SourceKind.Document => DocumentSource,
        _ => SurveyKind,
    };

    public static Bilingual OfMark(string? mark) => mark switch { "A" => MarkA, "B" => MarkB, _ => MarkC };

    /// <summary>A shipped unit in the page's language; a unit of one's own stays as it was typed.</summary>
    public static Bilingual OfUnit(string? unit) => Jembatan.App.Data.UnitWords.Of(unit);

    /// <summary>A pair as it is printed: <c>S–R</c>.</summary>
    public static string Short(Pair pair) => string.Join('\u2013', pair.ToString().ToCharArray());
}
