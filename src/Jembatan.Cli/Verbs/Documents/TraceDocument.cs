using Jembatan.App.Traces;
using Jembatan.Cli.Frame;
using Jembatan.Core;

namespace Jembatan.Cli.Verbs.Documents;

/// <summary>A trace as JSON and as an indented tree.</summary>
internal static class TraceDocument
{
    public static object Of(Trace.Response trace, Language language) => new { trace.Id, node = Node(trace.Node, language) };

    public static void Print(Sheet sheet, TraceNode node)
    {
        Line(sheet, node, 0, "");
        if (node.Down.Count > 0)
        {
            sheet.Heading(sheet.Say("Ke bawah, sampai kata-katanya", "Down to the words"));
            foreach (var below in node.Down) Walk(sheet, below, 1, n => n.Down);
        }

        if (node.Up.Count == 0) return;
        sheet.Heading(sheet.Say("Ke atas, dipakai oleh", "Up to what uses it"));
        foreach (var above in node.Up) Walk(sheet, above, 1, n => n.Up);
    }

    private static void Walk(Sheet sheet, TraceNode node, int depth, Func<TraceNode, IReadOnlyList<TraceNode>> next)
    {
        Line(sheet, node, depth, "");
        foreach (var n in next(node)) Walk(sheet, n, depth + 1, next);
        if (node.Hidden > 0) sheet.Line(new string(' ', (depth + 1) * 2) + sheet.Say($"dan {node.Hidden} lagi", $"and {node.Hidden} more"));
    }

    private static void Line(Sheet sheet, TraceNode node, int depth, string prefix)
    {
        var indent = new string(' ', depth * 2) + prefix;
        sheet.Line($"{indent}{node.Label.In(sheet)}{(node.Value is { IsEmpty: false } v ? ": " + v.In(sheet) : "")}  [{node.Id}]");
        if (node.Words is { } w)
            sheet.Line($"{indent}  \"{w.Text.ReplaceLineEndings(" ")}\" ({w.Source}, {sheet.Say("revisi", "revision")} {w.Revision}, {w.Start}–{w.End})");
        else if (node.Text is { Length: > 0 } text) sheet.Line($"{indent}  {Sheet.Clip(text, 160)}");
    }

    private static object Node(TraceNode n, Language language) => new
    {
        n.Id,
        n.Kind,
        label = n.Label.In(language),
        value = n.Value?.In(language),
        n.Text,
        n.Href,
        words = n.Words,
        down = n.Down.Select(d => Node(d, language)),
        up = n.Up.Select(u => Node(u, language)),
        n.Hidden,
    };
}
