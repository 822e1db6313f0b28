using System.Globalization;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Microsoft.AspNetCore.Http;

namespace Jembatan.Web.Frame;

/// <summary>What a page needs to know of its reader and its study: language, theme, coder, title, and how to write words and numbers.</summary>
public sealed class Look(HttpContext context, Study? study, Language fallback, string coder, TimeProvider clock, IReadOnlyList<string>? blindOn = null)
{
    public const string LanguageCookie = "jembatan-language";
    public const string ThemeCookie = "jembatan-theme";

    private static readonly NumberFormatInfo Indonesian = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };
    private static readonly NumberFormatInfo English = new() { NumberDecimalSeparator = ".", NumberGroupSeparator = "," };
    private static readonly IReadOnlyList<string> MonthsId =
        ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"];

    private static readonly IReadOnlyList<string> MonthsEn =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    public Study? Study => study;

    /// <summary>Who codes, rates and judges here.</summary>
    public string Coder => coder;

    /// <summary>Sources that the coder works on blind and that not all have finished, by name.</summary>
    public IReadOnlyList<string> BlindOn => blindOn ?? [];

    public Language Language { get; } = context.Request.Cookies[LanguageCookie] switch
    {
        "id" => Language.Indonesian,
        "en" => Language.English,
        _ => fallback,
    };

    /// <summary>The theme chosen, or null to follow the system.</summary>
    public string? Theme { get; } = context.Request.Cookies[ThemeCookie] switch { "light" => "light", "dark" => "dark", _ => null };

    public string LanguageTag => IsEnglish ? "en" : "id";

    public bool IsEnglish => Language == Language.English;

    private NumberFormatInfo Numbers => IsEnglish ? English : Indonesian;

    /// <summary>The words in the page's language.</summary>
    public string Say(Bilingual? words) => words?.In(Language) ?? "";

    /// <summary>The words with {0}, {1} … filled; numbers come already written.</summary>
    public string Say(Bilingual words, params object?[] parts) => string.Format(Numbers, words.In(Language), parts);

    public string Count(long value) => value.ToString("N0", Numbers);

    /// <summary>A number with fixed decimals and a true minus.</summary>
    public string Number(double value, int decimals = 2) => True(Written(value, "N" + decimals.ToString(CultureInfo.InvariantCulture)));

    /// <summary>A number with as many decimals as it needs, up to four.</summary>
    public string Plain(double value) => True(value.ToString("#,##0.####", Numbers));

    /// <summary>A fit or rating: sign always, two decimals; zero has no sign.</summary>
    public string Signed(double value, int decimals = 2)
    {
        var text = Number(Math.Abs(value), decimals);
        return Math.Round(value, decimals) switch { > 0 => "+" + text, < 0 => "\u2212" + text, _ => text };
    }

    public string Percent(double share, int decimals = 1) => Number(share * 100, decimals) + "%";

    /// <summary>A range; with a negative end in words, since a dash beside a minus misleads.</summary>
    public string Range(double low, double high, int decimals = 2) => IsEnglish || low < 0
        ? $"{Number(low, decimals)} {(IsEnglish ? "to" : "sampai")} {Number(high, decimals)}"
        : $"{Number(low, decimals)}\u2013{Number(high, decimals)}";

    public string Ranks(int low, int high) => low == high ? Count(low) : $"{Count(low)}\u2013{Count(high)}";

    public string Day(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, clock.LocalTimeZone);
        return $"{local.Day.ToString(CultureInfo.InvariantCulture)} {Month(local.Month)} {local.Year.ToString(CultureInfo.InvariantCulture)}";
    }

    public string ShortDay(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, clock.LocalTimeZone);
        return $"{local.Day.ToString(CultureInfo.InvariantCulture)} {Month(local.Month)[..3]}";
    }

    public string Time(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, clock.LocalTimeZone).ToString(IsEnglish ? "HH:mm" : "HH.mm", CultureInfo.InvariantCulture);

    /// <summary>Time for today, day for earlier.</summary>
    public string When(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, clock.LocalTimeZone).Date == TimeZoneInfo.ConvertTime(clock.GetUtcNow(), clock.LocalTimeZone).Date ? Time(at) : ShortDay(at);

    /// <summary>A date as data print it (<c>2025</c>, <c>2025-08</c>, <c>2025-08-17</c>) in words; anything else as it is.</summary>
    public string Printed(string? date)
    {
        var parts = date?.Split('-') ?? [];
        if (parts.Length is < 2 or > 3 || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var month) || month is < 1 or > 12) return date ?? "";
        var day = parts.Length == 3 ? parts[2].TrimStart('0') + " " : "";
        return $"{day}{Month(month)} {parts[0]}";
    }

    /// <summary>This page in another language or theme, by an address that works without script.</summary>
    public string Here(string name, string value)
    {
        var query = context.Request.QueryString.Value;
        var back = context.Request.Path.StartsWithSegments("/doors") ? "/" : context.Request.Path.ToUriComponent();    // a door opens to forms alone
        return $"{(HttpMethods.IsGet(context.Request.Method) && context.Response.StatusCode == 200 ? back + query : back)}{(string.IsNullOrEmpty(query) || context.Response.StatusCode != 200 || !HttpMethods.IsGet(context.Request.Method) ? "?" : "&")}{name}={value}";
    }

    public string Path => context.Request.Path.Value ?? "/";

    private string Month(int month) => (IsEnglish ? MonthsEn : MonthsId)[month - 1];

    // By way of a decimal, which drops the noise past fifteen digits: half of a last place rounds as the command line and the trace round it.
    private string Written(double value, string format) => Math.Abs(value) < 1e15 ? ((decimal)value).ToString(format, Numbers) : value.ToString(format, Numbers);

    private static string True(string number) => number.Replace('-', '\u2212');
}
