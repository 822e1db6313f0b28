namespace Jembatan.Benchmarks.Cases;

/// <summary>Pages of the workspace: from the request to the last byte, through gates, slice and rendering, over loopback.</summary>
internal static class PageCases
{
    private const double LimitMs = 300;

    public static IReadOnlyList<Case> All { get; } =
    [
        Page("read a transcript of 300 KB with 2,000 codings", LimitMs, _ => $"/sources/{Uri.EscapeDataString(SyntheticStudy.TranscriptName)}"),
        Page("the same, a coding open", LimitMs, _ => $"/sources/{Uri.EscapeDataString(SyntheticStudy.TranscriptName)}?at=1000-1200"),
        Page("overview", LimitMs, _ => "/"),
        Page("sources", LimitMs, _ => "/sources"),
        Page("codebook", LimitMs, _ => "/codebook"),
        Page("a code's page", LimitMs, bench => $"/codes/{bench.Busiest}"),
        Page("causes", LimitMs, _ => "/causes"),
        Page("SERVO board", LimitMs, _ => "/servo"),
        Page("macro-economy", LimitMs, _ => "/macro"),
        Page("journal", LimitMs, _ => "/journal"),
    ];

    private static Case Page(string name, double? limitMs, Func<Bench, string> path) => new("page", name, limitMs, 10, async (bench, _, cancellationToken) =>
    {
        var client = await bench.ClientAsync(cancellationToken);
        return new Prepared(async running =>
        {
            using var answer = await client.GetAsync(new Uri(path(bench), UriKind.Relative), running);
            if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{path(bench)} answered {(int)answer.StatusCode}.");
            var body = await answer.Content.ReadAsByteArrayAsync(running);
            return new(FormattableString.Invariant($"{(int)answer.StatusCode}, {body.Length / 1024.0:F0} KB"));
        });
    });
}
