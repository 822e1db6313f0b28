using Jembatan.Core;

namespace Jembatan.App.Coverage;

/// <summary>Runs of the shipped model on its keyed sample, kept while somebody looks at them: page, chart, export and report ask for the same ones again and again.</summary>
/// <remarks>A run depends on its scenario alone, so that one that is kept never grows old.</remarks>
public sealed class KeptRuns
{
    private const int Most = 32;
    private readonly Lock gate = new();
    private readonly Dictionary<(string Key, Type Kind), object> runs = [];

    /// <summary>What was made under this key, or makes it; what failed or was stopped is not kept.</summary>
    internal async Task<Result<T>> TakeAsync<T>(string key, Func<Task<Result<T>>> make)
        where T : class
    {
        lock (gate)
        {
            if (runs.TryGetValue((key, typeof(T)), out var kept)) return (T)kept;
        }

        var made = await make();
        if (!made.IsOk) return made;
        lock (gate)
        {
            if (runs.Count >= Most) runs.Clear();
            runs[(key, typeof(T))] = made.Value;
        }

        return made;
    }
}
