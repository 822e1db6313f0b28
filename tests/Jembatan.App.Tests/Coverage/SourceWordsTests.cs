using Jembatan.App.Coverage;
using Jembatan.App.Data;
using Jembatan.App.Tests.Fit;
using Jembatan.App.Traces;
using Jembatan.Core;
using Jembatan.Core.Strategies;
using Jembatan.Simulation.Levers;
using Jembatan.Simulation.Macro;

namespace Jembatan.App.Tests.Coverage;

/// <summary>What the numbers of the coverage model are measured in and rest on is said in the reader's language.</summary>
public sealed class SourceWordsTests
{
    // A rule by its number, and a unit without another word.
    private static readonly string[] Same = ["Perdir 22/PERDIR.02/072022", "log-odds"];

    [Fact]
    public void Every_parameter_lever_and_shock_has_its_unit_and_its_note_in_indonesian()
    {
        var model = ((MembershipFile)CoverageModel.Shipped()).Membership;
        var parameters = model.Parameters.All.Values.Concat(AllLevers.All.Select(l => l.Effect)).ToList();
        foreach (var unit in parameters.Select(p => p.Unit).Distinct().Except(Same)) Assert.True(UnitWords.Of(unit).Id != unit && UnitWords.Of(unit).En.Length > 0, unit);
        foreach (var source in parameters.Select(p => p.Source).Concat(MacroPresets.Shipped().Select(p => p.Source)).Distinct().Except(Same))
        {
            var words = SourceWords.Of(source);
            Assert.True(words.Id != source && words.En == source, source);
            Assert.DoesNotContain("assumption", words.Id, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_source_of_a_readers_own_model_stays_as_it_was_typed() => Assert.Equal(Bilingual.Same("own flows 2024"), SourceWords.Of("own flows 2024"));

    [Fact]
    public async Task The_trace_of_a_parameter_speaks_the_readers_language()
    {
        await using var study = await SmallStudy.NewAsync();
        await study.CodeAsync("FI02", Element.Environment);
        var (id, en) = (await StepAsync(study, Language.Indonesian), await StepAsync(study, Language.English));
        Assert.Contains("0,975 bagian yang tersisa per bulan", id.Value!.Id, StringComparison.Ordinal);
        Assert.StartsWith("Perdesaan Indonesia: 30% guncangan", id.Text, StringComparison.Ordinal);
        Assert.StartsWith("Rural Indonesia: 30 % of a shock", en.Text, StringComparison.Ordinal);
    }

    private static async Task<TraceNode> StepAsync(SmallStudy study, Language language) =>
        (await study.AskAsync(db => Trace.HandleAsync(new("parameter:income.rho", Depth: 1, Language: language), db, SmallStudy.Token))).Node;
}
