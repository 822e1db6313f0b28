using Jembatan.App.Data;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;
using Jembatan.Storage;

namespace Jembatan.App.Samples;

/// <summary>What the building of the sample has made so far, by the names that its files use.</summary>
internal sealed class SampleLedger(StudyStore store, TimeProvider clock)
{
    private readonly Dictionary<(string Source, string Code, string Quote), Id<Coding>> codings = [];
    private readonly Dictionary<(string Source, string Quote), Id<Coding>> words = [];
    private readonly Dictionary<string, Id<Evidence>> evidence = [];
    private readonly Lazy<Dictionary<string, string>> citations = new(Citations);

    public TimeProvider Clock { get; } = clock;

    /// <summary>A unit of work for one act.</summary>
    public JembatanDb NewDb() => store.NewDb();

    /// <summary>Notes a coding; the first of equal ones stays.</summary>
    public void Note(string source, string code, string quote, Id<Coding> id)
    {
        codings.TryAdd((source, code, quote), id);
        words.TryAdd((source, quote), id);
    }

    /// <summary>The coding of these words by this code.</summary>
    public Id<Coding>? Coding(string source, string code, string quote) => codings.TryGetValue((source, code, quote), out var id) ? id : null;

    /// <summary>Any coding of these words.</summary>
    public Id<Coding>? Words(string source, string quote) => words.TryGetValue((source, quote), out var id) ? id : null;

    /// <summary>Notes evidence under <c>STRATEGY/KEY</c>.</summary>
    public void Note(string key, Id<Evidence> id) => evidence.TryAdd(key, id);

    /// <summary>Evidence under <c>STRATEGY/KEY</c>.</summary>
    public Id<Evidence>? Evidence(string key) => evidence.TryGetValue(key, out var id) ? id : null;

    /// <summary>Tags and mark as a citation; null when a tag is not among the shipped sources.</summary>
    public string? Cite(IReadOnlyList<string>? tags, string? mark)
    {
        if (tags is null || tags.Any(t => !citations.Value.ContainsKey(t))) return null;
        return string.Join("; ", tags.Select(t => citations.Value[t])) + (mark is null ? "" : $" ({mark})");
    }

    private static Dictionary<string, string> Citations()
    {
        ShippedFile[] files = [ShippedData.Causes(), ShippedData.Strategies(), ShippedData.Macro(), ShippedData.Gap(), ShippedData.Facts(), ShippedData.ServoCodes()];
        return files.SelectMany(f => f.Sources.Keys.Select(tag => (tag, Text: $"[{tag}] {f.Cite(tag)}"))).DistinctBy(s => s.tag).ToDictionary(s => s.tag, s => s.Text);
    }
}
