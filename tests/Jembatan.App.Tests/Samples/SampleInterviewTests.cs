using Jembatan.App.Samples;
using Jembatan.Core.Qualitative;
using Jembatan.Interchange;

namespace Jembatan.App.Tests.Samples;

/// <summary>The invented interviews as they are read by the importers that read real ones.</summary>
public sealed class SampleInterviewTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Names => [.. SampleFiles.Interviews];

    [Fact]
    public void There_are_eighteen_interviews_of_six_groups()
    {
        var interviews = SampleFiles.Interviews.Select(n => SampleFiles.Codings(n).Value).ToList();
        Assert.Equal(18, interviews.Count);
        Assert.Equal(18, interviews.Select(i => i.Informant.Name).Distinct().Count());
        Assert.Equal(["agent", "branch", "expert", "head-office", "local-government", "worker"], interviews.Select(i => i.Informant.Group).Distinct().Order());
        Assert.Equal(["covered", "lapsed", "never"], interviews.Where(i => i.Informant.Group == "worker").Select(i => i.Informant.Variables["kepesertaan"].GetString()).Distinct().Order());
    }

    [Theory, MemberData(nameof(Names))]
    public void An_interview_says_that_it_is_invented_and_has_a_fair_length(string name)
    {
        var text = SampleFiles.Transcript(name);
        Assert.StartsWith(SampleTranscript.Notice + "\n", text, StringComparison.Ordinal);
        Assert.InRange(text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Length, 900, 1600);
        Assert.Equal(name, SampleFiles.Codings(name).Value.Source);
    }

    [Fact]
    public async Task Every_quote_stands_once_in_a_turn_of_the_informant_however_the_interview_was_written()
    {
        var folder = Directory.CreateTempSubdirectory("jembatan-sample-").FullName;
        var interviews = SampleFiles.Interviews.Select(n => SampleFiles.Codings(n).Value).ToList();
        var files = await WriteSampleFiles.HandleAsync(folder, interviews, Token);
        Assert.True(files.IsOk, files.Problem?.Message);
        Assert.Equal([".docx", ".txt"], files.Value.Interviews.Select(Path.GetExtension).Distinct().Order());
        foreach (var (path, interview) in files.Value.Interviews.Zip(interviews))
        {
            await using var stream = File.OpenRead(path);
            var read = (await Importers.ImportAsync(Path.GetFileName(path), stream, Token)).Value;
            Assert.True(read.Turns.Count(t => t.Voice == Voice.Interviewer) >= 10, $"{interview.Source}: the interviewer's turns are not recognised");
            Assert.True(read.Turns.Count(t => t.Voice == Voice.Informant) >= 10, $"{interview.Source}: the informant's turns are not recognised");
            foreach (var coding in interview.Codings)
            {
                var place = CodeSample.Place(coding.Quote, read.Text, read.Turns);
                Assert.True(place.IsOk, $"{interview.Source} '{coding.Quote}': {place.Problem?.Message}");
                Assert.Equal(coding.Quote, place.Value.Quote);
            }
        }

        Directory.Delete(folder, recursive: true);
    }

    [Theory, MemberData(nameof(Names))]
    public void Both_coders_coded_and_contradictions_were_noted(string name)
    {
        var codings = SampleFiles.Codings(name).Value.Codings;
        Assert.All(new[] { "Ratna", "Bima" }, coder => Assert.InRange(codings.Count(c => c.Coder == coder), 12, 30));
        Assert.Contains(codings, c => c.Stance == -1);
    }

    [Fact]
    public void The_coders_agree_as_people_do()
    {
        var (units, unequal, ones) = (0, 0, 0);
        foreach (var name in SampleFiles.Interviews)
        {
            var turns = SampleTranscript.Of(name).Value.Turns.Where(t => t.Speaker is not ("P" or "Pewawancara")).Select(t => t.Words).ToList();
            var codings = SampleFiles.Codings(name).Value.Codings;
            foreach (var code in codings.Select(c => c.Code).Distinct())
            {
                foreach (var words in turns)
                {
                    bool By(string coder) => codings.Any(c => c.Coder == coder && c.Code == code && words.Contains(c.Quote, StringComparison.Ordinal));
                    var (first, second) = (By("Ratna"), By("Bima"));
                    units++;
                    ones += (first ? 1 : 0) + (second ? 1 : 0);
                    if (first != second) unequal++;
                }
            }
        }

        // Nominal alpha of two coders without missing values: 1 − (n − 1)·o01 / (n0·n1), Krippendorff (2019), ch. 12.
        double n = 2.0 * units, zeros = n - ones;
        var alpha = 1 - ((n - 1) * unequal / (zeros * ones));
        Assert.InRange(alpha, .6, .9);
    }

    [Fact]
    public void Shocks_of_the_economy_and_codes_born_from_the_data_can_be_found()
    {
        var coded = SampleFiles.Interviews.SelectMany(n => SampleFiles.Codings(n).Value.Codings).Select(c => c.Code).ToHashSet();
        Assert.All(["MX01", "MX02", "MX03", "MX04", "MX05", "FI02"], code => Assert.Contains(code, coded));
        Assert.All(["ND01", "ND02", "ND03", "ND04", "ND05", "ND06"], code => Assert.Contains(code, coded));
        Assert.All(["SX", "EX", "RX", "VX", "OX", "FX"], family => Assert.Contains(coded, c => c.StartsWith(family, StringComparison.Ordinal)));
    }
}
