using System.Globalization;
using Jembatan.Core.Strategies;

namespace Jembatan.Web.Marks;

/// <summary>Addresses of the workspace's pages; every one of them can be shared inside the session.</summary>
internal static class Links
{
    public static string Source(string name) => $"/sources/{Escape(name)}";

    /// <summary>A place in a transcript: the page scrolls to it and marks it.</summary>
    public static string Place(string name, int start, int end) =>
        string.Create(CultureInfo.InvariantCulture, $"/sources/{Escape(name)}?at={start}-{end}#at");

    public static string Coding(string name, int start, int end, object id) =>
        string.Create(CultureInfo.InvariantCulture, $"/sources/{Escape(name)}?at={start}-{end}&coding={id}#at");

    /// <summary>The page that says what a coding carries before it is taken back.</summary>
    public static string TakeBack(object id, string back) => $"/codings/{id}/take-back" + (back.Length > 0 ? $"?back={Escape(back)}" : "");

    public static string Code(string label) => $"/codes/{Escape(label)}";

    public static string Cause(string label) => Causes(null, "any", label);

    /// <summary>The causes in an order, by whose codings, with one of them open.</summary>
    public static string Causes(string? sort, string coders, string? cause = null)
    {
        string?[] asked = [sort is null ? null : $"sort={Escape(sort)}", coders == "any" ? null : $"coders={Escape(coders)}", cause is null ? null : $"cause={Escape(cause)}"];
        var given = string.Join('&', asked.OfType<string>());
        return "/causes" + (given.Length > 0 ? "?" + given : "") + (cause is null ? "" : "#cause");
    }

    public static string Strategy(string label) => $"/strategies/{Escape(label)}";

    public static string Cell(string strategy, Pair pair) => $"/servo?cell={Escape(strategy)}.{pair}#cell";

    public static string Criterion(string strategy, Pair pair, string criterion) => $"/servo?cell={Escape(strategy)}.{pair}&criterion={Escape(criterion)}#cell";

    public static string Rate(string strategy, string criterion) => $"/strategies/{Escape(strategy)}/rate/{Escape(criterion)}";

    /// <summary>The coverage page with a scenario, and a band from draws of the parameters when they are asked for.</summary>
    public static string CoverageFile(App.Coverage.ScenarioKey scenario, int draws, string format) => $"/coverage/file.{format}{Coverage(scenario, draws)["/coverage".Length..]}";

    /// <summary>The saturation curve of all informants, or of those with a value of a variable.</summary>
    public static string SaturationFile(string variable, string? value, string format) => $"/tables/saturation/file.{format}?group={Escape(variable)}" + (value is null ? "" : $"&of={Escape(value)}");

    /// <summary>The pairs of codes that share something, by whose codings.</summary>
    public static string Together(App.Tables.CooccurrenceUnit within, int words, string coders) => "/tables/together" + Sharing(within, words, coders);

    /// <summary>Those pairs as a file.</summary>
    public static string PairsFile(App.Tables.CooccurrenceUnit within, int words, string coders, string format) => $"/tables/together/file.{format}" + Sharing(within, words, coders);

    /// <summary>A crosstab by a variable, or informants × codes, as a file.</summary>
    public static string TableFile(string table, string? by, string coders, string format) =>
        $"/tables/file.{format}?table={table}" + (by is null ? "" : $"&by={Escape(by)}") + (coders == "any" ? "" : $"&coders={Escape(coders)}");

    private static string Sharing(App.Tables.CooccurrenceUnit within, int words, string coders) =>
        string.Create(CultureInfo.InvariantCulture, $"?within={within.ToString().ToLowerInvariant()}")
        + (within == App.Tables.CooccurrenceUnit.Words ? string.Create(CultureInfo.InvariantCulture, $"&words={words}") : "") + (coders == "any" ? "" : $"&coders={Escape(coders)}");

    public static string Coverage(App.Coverage.ScenarioKey scenario, int draws = 0) => "/coverage?" + string.Join('&',
        (scenario.Shock is { } shock ? [$"shock={Escape(shock)}"] : Array.Empty<string>()).Concat(scenario.Levers.Select(l => $"lever={Escape(l)}"))
            .Concat(draws > 0 ? [string.Create(CultureInfo.InvariantCulture, $"draws={draws}")] : []));

    public static string Trace(string id) => $"/trace/{Uri.EscapeDataString(id)}";

    public static string Escape(string part) => Uri.EscapeDataString(part);
}
