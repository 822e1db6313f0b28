using System.Globalization;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;

namespace Jembatan.App.Traces;

/// <summary>Where a thing stands in the workspace, from its root.</summary>
public static class TraceHref
{
    public static string Source(string name) => $"/sources/{Escape(name)}";

    /// <summary>A place in a transcript.</summary>
    public static string Coding(string source, int start, int end, Id<Coding> id) =>
        string.Create(CultureInfo.InvariantCulture, $"/sources/{Escape(source)}?at={start}-{end}&coding={id}#at");

    public static string Code(string label) => $"/codes/{Escape(label)}";

    public static string Cause(string label) => $"/causes?cause={Escape(label)}#cause";

    public static string Strategy(string label) => $"/strategies/{Escape(label)}";

    public static string Cell(string strategy, Pair pair) => $"/servo?cell={Escape(strategy)}.{pair}#cell";

    public static string Criterion(string strategy, Pair pair, string criterion) => $"/servo?cell={Escape(strategy)}.{pair}&criterion={Escape(criterion)}#cell";

    /// <summary>The page of a trace, which every id has.</summary>
    public static string Trace(string id) => $"/trace/{Escape(id)}";

    private static string Escape(string part) => Uri.EscapeDataString(part);
}
