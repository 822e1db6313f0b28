using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;

namespace Jembatan.App.Traces;

/// <summary>The ids by which every number of page, report and JSON can be opened.</summary>
public static class TraceId
{
    public static string Of(Id<Coding> id) => $"coding:{id}";

    public static string Of(Id<Evidence> id) => $"evidence:{id}";

    public static string Of(Id<Rating> id) => $"rating:{id}";

    public static string Of(Id<Misfit> id) => $"misfit:{id}";

    public static string Of(Id<Recommendation> id) => $"recommendation:{id}";

    public static string Of(Id<Performance> id) => $"performance:{id}";

    public static string Verdict(string strategy) => $"verdict:{strategy}";

    public static string Strategy(string strategy) => $"strategy:{strategy}";

    /// <summary>A fit now, or at a horizon: <c>fit:perisai/SE@2030</c>.</summary>
    public static string Fit(string strategy, Pair pair, string? horizon = null) => $"fit:{strategy}/{pair}{At(horizon)}";

    public static string Criterion(string criterion) => $"criterion:{criterion}";

    /// <summary>A criterion on a strategy now, or at a horizon.</summary>
    public static string Criterion(string criterion, string strategy, string? horizon) => $"criterion:{criterion}/{strategy}{At(horizon)}";

    /// <summary>A code as a cause: who names it and what is done about it.</summary>
    public static string Cause(string code) => $"cause:{code}";

    /// <summary>A code with its codings.</summary>
    public static string Code(string code) => $"code:{code}";

    public static string Source(string name) => $"source:{name}";

    /// <summary>A figure of the gap, such as <c>gap:bpu-active/2025-05</c>.</summary>
    public static string Gap(string key) => $"gap:{key}";

    /// <summary>A point of a macro series, such as <c>series:informal-share/2025-08</c>.</summary>
    public static string Point(string series, string date) => $"series:{series}/{date}";

    /// <summary>A projected number, such as <c>projection:2020-like/memberStock/120</c> or <c>projection:2020-like/lapseShare@transport/120</c>.</summary>
    public static string Projection(Coverage.ScenarioKey scenario, string indicator, int month, string? sector = null) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"projection:{scenario}/{indicator}{(sector is null ? "" : "@" + sector)}/{month}");

    private static string At(string? horizon) => horizon is null ? "" : "@" + horizon;
}
