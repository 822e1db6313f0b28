using Jembatan.App.Lookups;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;
using Jembatan.Statistics.Agreement;
using Jembatan.Statistics.Unitizing;
using Jembatan.Storage;

namespace Jembatan.App.Agreement;

/// <summary>What an estimate of a study is about.</summary>
public enum AgreementScope
{
    /// <summary>One code by itself, present or absent, without those below it.</summary>
    Code,

    /// <summary>A code with all codes below it.</summary>
    Family,

    /// <summary>Codes of one SERVO element; when unitizing, split so that no coder's codes overlap.</summary>
    Domain,

    /// <summary>All codes in one source.</summary>
    Source,

    /// <summary>All codes, two coders.</summary>
    Pair,

    /// <summary>All codes.</summary>
    Overall,
}

/// <summary>Measures agreement in a study: over the sources that at least two coders have finished.</summary>
public static class MeasureStudy
{
    /// <param name="Choice">Measures and settings.</param>
    /// <param name="Unit">What agreement is measured over; unitizing always goes by characters.</param>
    /// <param name="Code">Only this code with those below it, taken together as a family unless <paramref name="By"/> asks for a breakdown; null for every code.</param>
    /// <param name="Source">Only this source; null for all.</param>
    /// <param name="Coders">Only these coders; empty for all but the consensus.</param>
    /// <param name="By">What to break down by; empty for codes, domains and overall.</param>
    /// <param name="WithInterviewer">Also what the interviewer says.</param>
    /// <param name="Resampling">What intervals vary; unitizing always varies sources.</param>
    public sealed record Request(
        AgreementChoice Choice, AgreementUnit Unit = AgreementUnit.Sentence, string? Code = null, string? Source = null, IReadOnlyList<string>? Coders = null, IReadOnlyList<AgreementScope>? By = null, bool WithInterviewer = false,
        AgreementResampling Resampling = AgreementResampling.Unit);

    /// <param name="Scope">What it is about.</param>
    /// <param name="Name">Label of the code, letter of the domain, name of the source or of the pair; null overall.</param>
    /// <param name="Title">The same in words.</param>
    /// <param name="Marks">How many codings of how many coders are in it, the fewest first.</param>
    public sealed record Item(AgreementScope Scope, string? Name, Bilingual? Title, AgreementEstimate Estimate, IReadOnlyList<int> Marks);

    /// <param name="Data">Units of the universe.</param>
    /// <param name="Coders">Names of the coders.</param>
    /// <param name="Sources">Names of the sources.</param>
    public sealed record Response(AgreementData Data, AgreementUnit Unit, IReadOnlyList<string> Coders, IReadOnlyList<string> Sources, IReadOnlyList<Item> Items);

    /// <returns>The estimates, or <c>agreement/…</c>, <c>code/not-found</c>, <c>source/not-found</c>, <c>source/no-text</c>, <c>coder/not-found</c>.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, JembatanDb db, CancellationToken cancellationToken)
    {
        var settings = request.Choice.Settings();
        if (settings.Problem is { } unclear) return unclear;
        Id<Source>? only = null;
        if (request.Source is not null)
        {
            var source = await db.SourceAsync(request.Source, cancellationToken);
            if (source.Problem is { } noSource) return noSource;
            only = source.Value.Id;
        }

        var universe = await CodedSources.ReadAsync(db, request.Coders ?? [], only, cancellationToken);
        if (universe.Problem is { } problem) return problem;
        Code? code = null;
        if (request.Code is not null)
        {
            var found = await db.CodeAsync(request.Code, cancellationToken);
            if (found.Problem is { } noCode) return noCode;
            code = found.Value;
        }

        var measures = Measures(request.Choice);
        if (measures.Problem is { } unknown) return unknown;
        var matrix = await UnitMatrix.ReadAsync(universe.Value, request.Unit, request.WithInterviewer, request.Resampling, db, cancellationToken);
        if (matrix.Problem is { } noText) return noText;
        return Answer(request, universe.Value, matrix.Value, code, measures.Value.Units, measures.Value.Sections, settings.Value, cancellationToken);
    }

    private static Result<(IReadOnlyList<AgreementMeasure> Units, IReadOnlyList<UnitizingMeasure> Sections)> Measures(AgreementChoice choice)
    {
        if (choice.Measures.Count == 0) return ((IReadOnlyList<AgreementMeasure>)[new KrippendorffAlpha()], (IReadOnlyList<UnitizingMeasure>)[]);
        foreach (var id in choice.Measures)
            if (AgreementMeasures.Find(id) is null && UnitizingMeasures.Find(id) is null) return AgreementChoice.Not(id, false, "");
        return ((IReadOnlyList<AgreementMeasure>)[.. choice.Measures.Select(AgreementMeasures.Find).OfType<AgreementMeasure>()],
            (IReadOnlyList<UnitizingMeasure>)[.. choice.Measures.Select(UnitizingMeasures.Find).OfType<UnitizingMeasure>()]);
    }

    private static Response Answer(
        Request request, CodedSources universe, UnitMatrix matrix, Code? code, IReadOnlyList<AgreementMeasure> units, IReadOnlyList<UnitizingMeasure> sections, AgreementSettings settings,
        CancellationToken cancellationToken)
    {
        var items = new List<Item>();
        var used = universe.Used();
        var within = code is null ? null : universe.Tree.Within(code.Id);
        if (within is not null) used = [.. used.Where(c => within.Contains(c.Id))];
        var isBrokenDown = request.By is { Count: > 0 };
        // A code that is asked for stands with those below it, and its scope says so.
        var asked = within is { Count: > 1 } ? AgreementScope.Family : AgreementScope.Code;
        var scopes = isBrokenDown ? request.By! : code is not null ? [asked] : (AgreementScope[])[AgreementScope.Code, AgreementScope.Domain, AgreementScope.Overall];
        foreach (var scope in scopes)
        {
            foreach (var part in Parts(scope, universe, used, isBrokenDown ? null : code, within))
            {
                cancellationToken.ThrowIfCancellationRequested();
                var among = part.Universe ?? universe;
                var own = part.Universe is null ? matrix : matrix.Among(among);
                IReadOnlyList<int> marks = [.. own.Marks(part.All, part.Source).Order()];
                if (units.Count > 0)
                {
                    var data = part.Stacks is null ? own.Of(part.All, part.Source) : own.Stacked(part.Stacks, part.Source);
                    items.AddRange(Reliability.Estimate(data, units, settings, cancellationToken).Select(e => new Item(scope, part.Name, part.Title, e with { Category = part.Name }, marks)));
                }

                if (sections.Count > 0) items.AddRange(Sections(scope, part, among, used, request, sections, settings, marks, cancellationToken));
            }
        }

        var all = matrix.Of(within ?? used.Select(c => c.Id).ToHashSet());
        return new(AgreementData.Of(all), request.Unit, [.. universe.Coders.Select(c => c.Name)], [.. universe.Sources.Select(s => s.Source.Name)], items);
    }

    private sealed record Part(
        string? Name, Bilingual? Title, HashSet<Id<Code>> All, IReadOnlyList<IReadOnlySet<Id<Code>>>? Stacks = null, CodedSource? Source = null, CodedSources? Universe = null);

    private static IEnumerable<Part> Parts(AgreementScope scope, CodedSources universe, IReadOnlyList<Code> used, Code? code, HashSet<Id<Code>>? only)
    {
        IReadOnlyList<IReadOnlySet<Id<Code>>> each = [.. used.Select(c => new HashSet<Id<Code>> { c.Id })];
        HashSet<Id<Code>> all = [.. used.Select(c => c.Id)];
        return scope switch
        {
            AgreementScope.Code or AgreementScope.Family when code is not null => [new(code.Label, code.Name, only!)],
            AgreementScope.Code => universe.Leaves(used).Where(c => only?.Contains(c.Id) != false).Select(c => new Part(c.Label, c.Name, [c.Id])),
            AgreementScope.Family => universe.Codes.Where(c => only?.Contains(c.Id) != false).Select(c => (Code: c, Within: universe.Tree.Within(c.Id))).Where(f => f.Within.Count > 1 && f.Within.Overlaps(all))
                .OrderBy(f => f.Code.Label, StringComparer.Ordinal).Select(f => new Part(f.Code.Label, f.Code.Name, f.Within)),
            AgreementScope.Domain => used.Where(c => universe.Tree.ElementOf(c) is not null).GroupBy(c => universe.Tree.ElementOf(c)!.Value).OrderBy(g => g.Key)
                .Select(g => new Part(g.Key.Letter(), Bilingual.Same(g.Key.Letter()), [.. g.Select(c => c.Id)])),
            AgreementScope.Source => universe.Sources.Select(s => new Part(s.Source.Name, Bilingual.Same(s.Source.Name), all, each, s)),
            AgreementScope.Pair => Pairs(universe).Select(p => new Part($"{p.Coders[0].Name} – {p.Coders[1].Name}", null, all, each, Universe: p)),
            _ => [new(null, null, all, each)],
        };
    }

    // Two coders at a time, on the sources that both have finished.
    private static IEnumerable<CodedSources> Pairs(CodedSources universe)
    {
        for (var g = 0; g < universe.Coders.Count; g++)
        {
            for (var h = g + 1; h < universe.Coders.Count; h++)
            {
                var (first, second) = (g, h);
                yield return universe with
                {
                    Coders = [universe.Coders[g], universe.Coders[h]],
                    Sources = [.. universe.Sources.Where(s => s.Done[first] && s.Done[second]).Select(s => s with
                    {
                        Done = [true, true], Marks = [.. s.Marks.Where(m => m.Coder == first || m.Coder == second).Select(m => m with { Coder = m.Coder == first ? 0 : 1 })],
                    })],
                };
            }
        }
    }

    private static IEnumerable<Item> Sections(
        AgreementScope scope, Part part, CodedSources universe, IReadOnlyList<Code> used, Request request, IReadOnlyList<UnitizingMeasure> measures, AgreementSettings settings, IReadOnlyList<int> marks,
        CancellationToken cancellationToken)
    {
        // One category taken whole, or codes that never overlap within a coder.
        IReadOnlyList<IReadOnlyList<(string, IReadOnlySet<Id<Code>>)>> domains = scope is AgreementScope.Code or AgreementScope.Family
            ? [[(part.Name!, part.All)]]
            : [.. StudySections.Domains(universe, [.. used.Where(c => part.All.Contains(c.Id))]).Select(d => (IReadOnlyList<(string, IReadOnlySet<Id<Code>>)>)[.. d.Select(c => (c.Label, (IReadOnlySet<Id<Code>>)new HashSet<Id<Code>> { c.Id }))])];
        foreach (var (i, categories) in domains.Index())
        {
            var name = domains.Count == 1 ? part.Name : $"{part.Name ?? "domain"} {i + 1}";
            var data = StudySections.Of(universe, categories, request.WithInterviewer, part.Source);
            foreach (var estimate in UnitizingReliability.Estimate(data, measures, settings, cancellationToken))
                yield return new(scope, name, part.Title, estimate with { Category = estimate.Category ?? name }, marks);
        }
    }
}
