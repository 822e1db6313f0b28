using Jembatan.App.Agreement;
using Jembatan.App.Codings;
using Jembatan.App.Tests.Fit;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;

namespace Jembatan.App.Tests.Agreement;

/// <summary>What an interval over several codes varies in a study.</summary>
public sealed class ResamplingTests
{
    private static readonly string[] Words = ["satu dua", "tiga empat", "lima enam", "tujuh delapan", "sembilan nol"];

    [Fact]
    public async Task With_one_code_the_interval_over_all_codes_is_that_of_the_code()
    {
        await using var study = await CodedAsync("X1");
        foreach (var interval in (string[])["units-bootstrap", "jackknife", "analytic"])
        {
            foreach (var resampling in Enum.GetValues<AgreementResampling>())
            {
                var items = (await MeasureAsync(study, new(["krippendorff-alpha", "percent"], Interval: interval), resampling)).Items;
                var (code, overall) = (items.Where(i => i.Scope == AgreementScope.Code).ToList(), items.Where(i => i.Scope == AgreementScope.Overall).ToList());
                Assert.Equal(2, overall.Count);
                Assert.Equal(code.Select(i => (i.Estimate.Value, i.Estimate.Low, i.Estimate.High, i.Estimate.StandardError)), overall.Select(i => (i.Estimate.Value, i.Estimate.Low, i.Estimate.High, i.Estimate.StandardError)));
            }
        }
    }

    [Fact]
    public async Task A_second_code_on_the_same_words_makes_no_interval_narrower()
    {
        await using var one = await CodedAsync("X1");
        await using var two = await CodedAsync("X1", "X2");
        foreach (var interval in (string[])["units-bootstrap", "jackknife", "analytic"])
        {
            foreach (var resampling in Enum.GetValues<AgreementResampling>())
            {
                var (once, twice) = (Overall(await MeasureAsync(one, new(["percent"], Interval: interval), resampling)), Overall(await MeasureAsync(two, new(["percent"], Interval: interval), resampling)));
                Assert.Equal(once.Low!.Value, twice.Low!.Value, 1e-12);
                Assert.Equal(once.High!.Value, twice.High!.Value, 1e-12);
                Assert.Equal(once.StandardError!.Value, twice.StandardError!.Value, 1e-12);
            }
        }
    }

    [Fact]
    public async Task The_result_says_what_was_drawn()
    {
        await using var study = await CodedAsync("X1", "X2");
        AgreementChoice choice = new(["percent"]);
        Assert.Equal("15 sentences, each with all its codes", Overall(await MeasureAsync(study, choice, AgreementResampling.Unit)).Resampled);
        var bySource = Overall(await MeasureAsync(study, choice, AgreementResampling.Source));
        Assert.Equal("3 sources", bySource.Resampled);
        Assert.Contains("Only 3 sources vary", bySource.Warning, StringComparison.Ordinal);
        var each = await study.AskAsync(db => MeasureStudy.HandleAsync(new(choice, By: [AgreementScope.Source], Resampling: AgreementResampling.Source), db, SmallStudy.Token));
        Assert.All(each.Items, i => Assert.Contains("fewer than two sources", i.Estimate.Reason, StringComparison.Ordinal));
        var code = (await MeasureAsync(study, choice, AgreementResampling.Unit)).Items.First(i => i.Scope == AgreementScope.Code);
        Assert.Equal("15 units", code.Estimate.Resampled);
    }

    private static Task<MeasureStudy.Response> MeasureAsync(SmallStudy study, AgreementChoice choice, AgreementResampling resampling) =>
        study.AskAsync(db => MeasureStudy.HandleAsync(new(choice, Resampling: resampling), db, SmallStudy.Token));

    private static Jembatan.Statistics.Agreement.AgreementEstimate Overall(MeasureStudy.Response answer) => answer.Items.Single(i => i.Scope == AgreementScope.Overall).Estimate;

    // Three interviews of five sentences; A marks the first three of each, B as many as the number of the interview, always from the first.
    private static async Task<SmallStudy> CodedAsync(params string[] codes)
    {
        var study = await SmallStudy.NewAsync();
        foreach (var code in codes) await study.CodeAsync(code, Element.Environment);
        for (var i = 1; i <= 3; i++)
        {
            await study.InterviewAsync($"I{i}", $"N{i}", InformantGroup.Worker, [.. Words.Select(w => $"N: {w}.")]);
            foreach (var code in codes)
                foreach (var (coder, marked) in ((string, int)[])[("A", 3), ("B", i)])
                    foreach (var words in Words[..marked]) await study.CodingAsync($"I{i}", words, code, coder);
            foreach (var coder in (string[])["A", "B"]) await study.AskAsync(db => MarkDone.HandleAsync(new($"I{i}"), coder, db, SmallStudy.Clock, SmallStudy.Token));
        }

        return study;
    }
}
