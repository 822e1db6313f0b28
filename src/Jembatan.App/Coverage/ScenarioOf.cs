using Jembatan.Core;
using Jembatan.Simulation.Levers;
using Jembatan.Simulation.Membership;
using Jembatan.Simulation.Parameters;
using Jembatan.Statistics.Random;

namespace Jembatan.App.Coverage;

/// <summary>The scenario that a request asks for.</summary>
internal static class ScenarioOf
{
    /// <summary>Model, scenario file and levers together, with parameters drawn when a draw is named.</summary>
    public static Result<Scenario> Request(RunRequest request, (ulong Seed, int Draw)? draw)
    {
        var file = (MembershipFile)request.Model;
        var (model, levers) = (file.Membership, request.Levers);
        if (request.Scenario is { } text)
        {
            var opened = YamlFields.Open(text, request.ScenarioName);
            if (opened.Problem is { } unread) return unread;
            var fields = opened.Value;
            var listed = fields.Words("levers");
            foreach (var (i, lever) in listed.Index())
                if (AllLevers.Apply(new(model), [lever]) is { Problem: { } unknown }) fields.Wrong(unknown.Code, $"is wrong. {unknown.Message}", $"levers[{i}]");
            levers = [.. listed, .. levers];
            var macro = MembershipFile.Macro(fields.Map("macro"), model.Start, request.Months ?? file.Months, out var ends);
            fields.NothingElse();
            if ((fields.Problem ?? ends) is { } problem) return problem;
            if (macro is not null) model = model with { Macro = macro };
        }

        var months = request.Months ?? file.Months;
        if (model.Macro is { Id: "own path" } own && own.Path.Months <= months)
            return request.Months is null && file.PathEnds is { } told ? told : new Problem("macro/too-short", FormattableString.Invariant($"The macro path has {own.Path.Months} months, but the run needs {months + 1}, from {model.Start} to {model.Start.Plus(months)}. Add the months, or shorten the run with --months."), file.PathEnds?.At ?? "macro.csv");
        if (draw is not { } d) return AllLevers.Apply(new(model), levers);
        model = model with { Parameters = model.Parameters.Drawn(d.Seed, d.Draw) };
        return AllLevers.Apply(new(model), levers, p => ParameterSet.Of([p]).Drawn(d.Seed, d.Draw)[p.Id]);
    }

    /// <summary>The seed of a draw's luck: draws have luck of their own, scenarios of one draw share it.</summary>
    public static ulong SeedOf(ulong seed, int draw)
    {
        var block = Philox.Block(new((uint)draw, 0, 0, 0), seed);
        return ((ulong)block.W1 << 32) | block.W0;
    }

    /// <summary>Parameters of the model, and levers of the request or its scenario file, whose size of effect rests on interviews alone.</summary>
    public static IEnumerable<string> NotEvidenced(RunRequest request) => Request(request, null) is not { IsOk: true, Value: var scenario } ? []
        : scenario.Model.Parameters.All.Values.Where(p => p.IsNotEvidenced && (p.Id != "awareness.peers" || scenario.Model.Switches.Peers)).Select(p => p.Id)
            .Concat(AllLevers.All.Where(l => l.Effect.IsNotEvidenced && scenario.Applied.Contains(l.Id)).Select(l => l.Id));
}
