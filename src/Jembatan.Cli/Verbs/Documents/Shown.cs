using System.Globalization;
using Jembatan.App.Servo;
using Jembatan.Cli.Frame;
using Jembatan.Core;
using Jembatan.Core.Strategies;

namespace Jembatan.Cli.Verbs.Documents;

/// <summary>Numbers as people read them in a language, with a true minus.</summary>
internal static class Shown
{
    /// <summary>Two decimals with a sign, as fits are shown; a dot when there is none.</summary>
    public static string Fit(Sheet sheet, double? value) => value is { } v ? Signed(v.ToString("+0.00;-0.00;0.00", Culture(sheet))) : "·";

    public static string Number(Sheet sheet, double? value) => value is { } v ? Signed(v.ToString("#,0.##", Culture(sheet))) : "·";

    /// <summary>Three decimals, as coefficients are shown.</summary>
    public static string Decimals(Sheet sheet, double value) => Signed(value.ToString("0.000;-0.000;0.000", Culture(sheet)));

    public static string Percent(Sheet sheet, double? share) => share is { } s ? Signed((100 * s).ToString("0.0", Culture(sheet))) + "%" : "·";

    /// <summary>A shipped unit in the language of the sheet; a unit of one's own stays as typed.</summary>
    public static string Unit(Sheet sheet, string unit) => sheet.Say(App.Data.UnitWords.Of(unit));

    public static string Status(Sheet sheet, BoardMisfitStatus status) => status switch
    {
        BoardMisfitStatus.Proposed => sheet.Say("diusulkan", "proposed"),
        BoardMisfitStatus.Confirmed => sheet.Say("dipastikan", "confirmed"),
        _ => sheet.Say("dikesampingkan", "dismissed"),
    };

    public static string Of(Sheet sheet, Disposition disposition) => disposition switch
    {
        Disposition.LiveWith => sheet.Say("terima", "live with"),
        Disposition.Mitigate => sheet.Say("mitigasi", "mitigate"),
        Disposition.ChangeStrategy => sheet.Say("ubah strategi", "change strategy"),
        Disposition.ChangeElement => sheet.Say("ubah unsur", "change element"),
        _ => sheet.Say("belum diputuskan", "undecided"),
    };

    public static string In(this Bilingual words, Sheet sheet) => words.In(sheet.Language);

    private static CultureInfo Culture(Sheet sheet) => sheet.Language == Language.Indonesian ? CultureInfo.GetCultureInfo("id-ID") : CultureInfo.InvariantCulture;

    private static string Signed(string text) => text.Replace('-', '\u2212');
}
