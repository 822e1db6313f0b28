using System.CommandLine;
using Jembatan.App.Tables;
using Jembatan.Core;
using Jembatan.Statistics.Tables;

namespace Jembatan.Cli.Verbs.Tables;

/// <summary>What the verbs of tables share.</summary>
internal static class TableOptions
{
    public static Option<string> Coders() => new("--coders") { Description = "any (default), all, or the name of one coder such as consensus.", HelpName = "any|all|NAME", DefaultValueFactory = _ => "any" };

    public static Option<bool> WithInterviewer() => new("--with-interviewer") { Description = "Count codings in interviewer turns too." };

    public static Option<long> Seed() => new("--seed") { Description = "Seed of random draws.", DefaultValueFactory = _ => 1 };

    /// <summary>A number and the reason when there is none, beside each other as the contract has it.</summary>
    public static object Of(Estimate estimate, Language language) => new { estimate.Value, estimate.Reason, reasonText = Words(estimate.Reason, language) };

    public static string? Words(string? reason, Language language) => reason is null ? null : TableReasons.Words(reason).In(language);

    /// <summary>A p-value as people read it.</summary>
    public static string P(Frame.Sheet sheet, double? p) => p switch
    {
        null => "·",
        < .001 => sheet.Say("<0,001", "<0.001"),
        { } v => v.ToString("0.000", sheet.Language == Language.Indonesian ? System.Globalization.CultureInfo.GetCultureInfo("id-ID") : System.Globalization.CultureInfo.InvariantCulture),
    };
}
