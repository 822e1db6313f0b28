using Jembatan.App.Tables;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Statistics.Saturation;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Saturation;

/// <summary>When a code was understood.</summary>
/// <param name="FirstAt">The informant who brought it, by place from 1.</param>
/// <param name="LastNewAt">The last informant who added a code below it or a stance that it had not shown.</param>
/// <param name="Facets">Codes below it and stances that it showed.</param>
public sealed record CodeMeaning(string Code, Bilingual Name, int FirstAt, int LastNewAt, int Facets, int Informants);

/// <summary>Saturation among the informants of one group.</summary>
/// <param name="Group">A value of the variable; null for all informants.</param>
/// <param name="Informants">Names in the order of the interviews.</param>
/// <param name="Codes">Different codes of all of them.</param>
/// <param name="Measured">Base and runs in that order.</param>
/// <param name="Orders">The same over many orders; null without informants.</param>
public sealed record GroupSaturation(
    string? Group, IReadOnlyList<string> Informants, int Codes, SaturationResult Measured, SaturationOrders? Orders, IReadOnlyList<CodeSaturationStep> CodeSteps, IReadOnlyList<CodeMeaning> Meaning);

/// <summary>Asks whether further interviews still bring new codes: for all informants and for each group.</summary>
public static class MeasureSaturation
{
    /// <summary>Fewest orders that a band is drawn from.</summary>
    public const int FewestPermutations = 500;

    /// <param name="Base">Interviews that make the base.</param>
    /// <param name="Run">Interviews in a run.</param>
    /// <param name="Threshold">Share of new codes at which it is saturated, 0 to below 1.</param>
    /// <param name="Group">The variable whose values are the groups.</param>
    /// <param name="Permutations">Orders to draw.</param>
    public sealed record Request(int Base = 4, int Run = 2, double Threshold = .05, string Group = "group", int Permutations = 1000, ulong Seed = 1, string Coders = "any", bool WithInterviewer = false);

    /// <param name="Order">What the order of interviews goes by: <c>interview-date</c>, else <c>import</c>.</param>
    /// <param name="Groups">All informants first, then each value of the variable.</param>
    public sealed record Response(
        int Base, int Run, double Threshold, string Variable, string Order, string Coders, bool WithInterviewer, int WithoutValue, IReadOnlyList<GroupSaturation> Groups);

    /// <returns>The curves, or <c>saturation/base</c>, <c>saturation/run</c>, <c>saturation/threshold</c>, <c>saturation/permutations</c>, <c>variable/not-found</c>, <c>coder/not-found</c>.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, JembatanDb db, CancellationToken cancellationToken)
    {
        if (request.Base is < 1 or > 10_000) return new Problem("saturation/base", "The base has 1 to 10,000 interviews; 4 to 6 are usual. Choose another.");
        if (request.Run is < 1 or > 10_000) return new Problem("saturation/run", "A run has 1 to 10,000 interviews; 2 or 3 are usual. Choose another.");
        if (!(request.Threshold is >= 0 and < 1)) return new Problem("saturation/threshold", "The threshold is a share from 0 to below 1; .05 and 0 are usual. Choose another.");
        if (request.Permutations is < FewestPermutations or > 100_000)
            return new Problem("saturation/permutations", $"A band needs {FewestPermutations} to 100,000 permutations. Choose another number.");
        var values = await CaseValues.ReadAsync(request.Group, db, cancellationToken);
        if (values.Problem is { } unknown) return unknown;
        var read = await CodedPassages.ReadAsync(db, request.Coders, request.WithInterviewer, cancellationToken);
        if (read.Problem is { } unread) return unread;
        var events = Events(read.Value, await FinishedAsync(request.Coders, db, cancellationToken), out var order);

        var groups = new List<GroupSaturation> { Measure(null, events, read.Value, request, cancellationToken) };
        for (var v = 0; v < values.Value.Values.Count; v++)
        {
            var members = events.Where(e => values.Value.Of.TryGetValue(e.Witness, out var at) && at == v).ToList();
            if (members.Count > 0) groups.Add(Measure(values.Value.Values[v], members, read.Value, request, cancellationToken));
        }

        return new Response(
            request.Base, request.Run, request.Threshold, values.Value.Name, order, request.Coders, request.WithInterviewer,
            events.Count(e => !values.Value.Of.ContainsKey(e.Witness)), groups);
    }

    // Sources that were coded to their end, without those whose words are withdrawn or that the reader may not look into yet.
    private static async Task<HashSet<Id<Source>>> FinishedAsync(string coders, JembatanDb db, CancellationToken cancellationToken)
    {
        var finished = await (from d in db.DoneMarks.AsNoTracking() join c in db.Coders on d.CoderId equals c.Id join s in db.Sources on d.SourceId equals s.Id where !s.Purged select new { s.Id, c.Name }).ToListAsync(cancellationToken);
        return [.. finished.Where(f => (coders is "any" or "all" || f.Name == coders) && db.Blindfold?.Sources.Contains(f.Id) != true).Select(f => f.Id)];
    }

    private sealed record Event(Id<Informant> Witness, string Name, IReadOnlyCollection<(int Code, int Stance)> Codes);

    // An informant stands where the first of the informant's interviews stands. An interview that was coded to its end and brought no code is an event too: leaving it out would make the last codes look nearer.
    private static List<Event> Events(CodedPassages passages, HashSet<Id<Source>> done, out string order)
    {
        var bySource = passages.Passages.ToLookup(p => p.Source, p => (p.Code, p.Stance));
        var spoken = passages.Sources.Index().Where(s => s.Item.Witness is not null && (bySource.Contains(s.Index) || done.Contains(s.Item.Id))).ToList();
        var dated = spoken.Count > 0 && spoken.All(s => s.Item.Date is not null);
        order = dated ? "interview-date" : "import";
        return [.. spoken.GroupBy(s => s.Item.Witness!.Value)
            .Select(g => (First: g.Min(s => (Date: dated ? s.Item.Date!.Value : DateOnly.MinValue, s.Item.ImportedAt, s.Item.Name)),
                Event: new Event(g.Key, g.First().Item.Informant ?? g.First().Item.Name, [.. g.SelectMany(s => bySource[s.Index]).Distinct()])))
            .OrderBy(e => e.First.Date).ThenBy(e => dated ? default : e.First.ImportedAt).ThenBy(e => e.First.Name, StringComparer.Ordinal).Select(e => e.Event)];
    }

    private static GroupSaturation Measure(string? group, List<Event> events, CodedPassages passages, Request request, CancellationToken cancellationToken)
    {
        var options = new SaturationOptions(request.Base, request.Run, request.Threshold);
        IReadOnlyList<IReadOnlyCollection<int>> codes = [.. events.Select(e => (IReadOnlyCollection<int>)[.. e.Codes.Select(c => c.Code).Distinct()])];
        var at = passages.Codes.Index().ToDictionary(c => c.Item.Id, c => c.Index);
        int[][] above = [.. passages.Codes.Select(c => passages.Tree.Above(c.Id).Where(at.ContainsKey).Select(a => at[a]).ToArray())];
        var facets = CodeSaturation.Meaning([.. events.Select(e => (IReadOnlyCollection<CodeFacet>)
            [.. e.Codes.SelectMany(c => above[c.Code].Select(up => new CodeFacet(up, (c.Code * 3) + c.Stance + 1)))])]);
        return new(
            group, [.. events.Select(e => e.Name)], codes.SelectMany(c => c).Distinct().Count(), SaturationRun.Measure(codes, options),
            events.Count == 0 ? null : SaturationBand.Draw(codes, options, request.Permutations, request.Seed, cancellationToken), CodeSaturation.Codes(codes),
            [.. facets.Select(f => new CodeMeaning(passages.Codes[f.Code].Label, passages.Codes[f.Code].Name, f.FirstAt, f.LastNewAt, f.Facets, f.Events))]);
    }
}
