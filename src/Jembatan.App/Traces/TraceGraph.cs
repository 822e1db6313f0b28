using Jembatan.App.Coverage;
using Jembatan.App.Servo;
using Jembatan.Core;
using Jembatan.Storage;

namespace Jembatan.App.Traces;

/// <summary>A thing with the ids of what it rests on and of what rests on it.</summary>
/// <param name="Hidden">How many more it rests on that are not listed.</param>
internal sealed record TraceStep(TraceNode Node, IReadOnlyList<string> Down, IReadOnlyList<string> Up, int Hidden = 0)
{
    public static TraceStep Of(
        string id, Bilingual label, Bilingual? value, string? text, string? href, IEnumerable<string> down, IEnumerable<string> up, TraceWords? words = null, int hidden = 0) =>
        new(new TraceNode(id, id.Split(':', 2)[0], label, value, text, href, words, [], [], hidden), [.. down.Distinct()], [.. up.Distinct()], hidden);
}

/// <summary>Walks from a thing along its links, each way on its own.</summary>
internal sealed class TraceGraph(ServoMaterial material, JembatanDb db, Language? language = null, KeptRuns? kept = null)
{
    private const int MostNodes = 4000;
    private readonly Dictionary<string, TraceStep?> steps = [];
    private int nodes;

    public ServoMaterial Material { get; } = material;

    /// <summary>Language of texts that stand in one: the reader's, else the study's.</summary>
    public Language Language { get; } = language ?? material.Study.Language;

    public JembatanDb Db { get; } = db;

    /// <summary>Runs of the coverage model that are already made.</summary>
    public KeptRuns Runs { get; } = kept ?? new();

    public TracesOfWords Words => field ??= new TracesOfWords(this);

    public TracesOfRatings Ratings => field ??= new TracesOfRatings(this);

    public TracesOfFigures Figures => field ??= new TracesOfFigures(this);

    public TracesOfModel Model => field ??= new TracesOfModel(this);

    /// <summary>What was asked for; only its number is worked out when that takes a run of the model.</summary>
    public string? Root { get; private set; }

    /// <summary>The tree from a thing; null when there is no such thing.</summary>
    public async Task<TraceNode?> TreeAsync(string id, TraceDirection direction, int depth, CancellationToken cancellationToken)
    {
        Root = id;
        if (await StepAsync(id, cancellationToken) is not { } step) return null;
        var path = new HashSet<string>(StringComparer.Ordinal) { id };
        return step.Node with
        {
            Down = direction == TraceDirection.Up ? [] : await FollowAsync(step.Down, down: true, depth, path, cancellationToken),
            Up = direction == TraceDirection.Down ? [] : await FollowAsync(step.Up, down: false, depth, path, cancellationToken),
        };
    }

    private async Task<IReadOnlyList<TraceNode>> FollowAsync(IReadOnlyList<string> ids, bool down, int depth, HashSet<string> path, CancellationToken cancellationToken)
    {
        var list = new List<TraceNode>();
        if (depth <= 0) return list;
        foreach (var id in ids)
        {
            if (nodes >= MostNodes || !path.Add(id)) continue;
            if (await StepAsync(id, cancellationToken) is { } step)
            {
                nodes++;
                var next = await FollowAsync(down ? step.Down : step.Up, down, depth - 1, path, cancellationToken);
                list.Add(down ? step.Node with { Down = next } : step.Node with { Up = next });
            }

            path.Remove(id);
        }

        return list;
    }

    private async Task<TraceStep?> StepAsync(string id, CancellationToken cancellationToken)
    {
        if (steps.TryGetValue(id, out var known)) return known;
        var key = id[(id.IndexOf(':', StringComparison.Ordinal) + 1)..];
        var step = id.Split(':', 2)[0] switch
        {
            "coding" => await Words.CodingAsync(key, cancellationToken),
            "source" => await Words.SourceAsync(key, cancellationToken),
            "code" => await Words.CodeAsync(key, cancellationToken),
            "cause" => await Words.CauseAsync(key, cancellationToken),
            "evidence" => Ratings.Evidence(key),
            "rating" => Ratings.Rating(key),
            "criterion" => Ratings.Criterion(key),
            "fit" => Ratings.Fit(key),
            "verdict" => Ratings.Verdict(key),
            "strategy" => Ratings.Strategy(key),
            "misfit" => Ratings.Misfit(key),
            "recommendation" => Ratings.Recommendation(key),
            "narrative" => await Words.NarrativeAsync(key, cancellationToken),
            "performance" => Figures.Performance(key),
            "series" => Figures.Point(key),
            "gap" => Figures.Gap(key),
            "projection" => await Model.ProjectionAsync(key, cancellationToken),
            "parameter" => Model.Parameter(key),
            "lever" => Model.Lever(key),
            "shock" => Model.Shock(key),
            _ => null,
        };
        return steps[id] = step;
    }
}
