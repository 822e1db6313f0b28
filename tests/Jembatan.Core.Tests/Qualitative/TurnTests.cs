using Jembatan.Core.Qualitative;

namespace Jembatan.Core.Tests.Qualitative;

public sealed class TurnTests
{
    private static readonly Turn[] Talk =
    [
        new(10, 20, 12, "P", Voice.Interviewer), new(20, 30, 22, "N", Voice.Informant), new(30, 35, 30, "", Voice.None), new(40, 50, 42, "P", Voice.Interviewer),
    ];

    [Theory]
    [InlineData(0, 5, Voice.None)]
    [InlineData(10, 20, Voice.Interviewer)]
    [InlineData(10, 21, Voice.Informant)]
    [InlineData(19, 21, Voice.Informant)]
    [InlineData(29, 31, Voice.Informant)]
    [InlineData(30, 35, Voice.None)]
    [InlineData(30, 45, Voice.Interviewer)]
    [InlineData(35, 40, Voice.None)]
    [InlineData(50, 60, Voice.None)]
    public void A_selection_is_the_interviewers_only_when_no_informant_speaks_in_it(int start, int end, Voice voice) => Assert.Equal(voice, Turn.Of(Talk, start, end));

    [Fact]
    public void A_text_without_turns_is_the_informants() => Assert.Equal(Voice.Informant, Turn.Of([], 3, 9));

    // The same question asked of every position one by one.
    [Fact]
    public void The_search_finds_what_a_walk_over_all_turns_finds() =>
        Gen.Select(Gen.Int[0, 4].Array[1, 30], Gen.Int[0, 150], Gen.Int[1, 40]).Sample((kinds, start, length) =>
        {
            var at = 0;
            var turns = kinds.Select(k => new Turn(at, at += k + 1, at, "x", (Voice)(k % 3))).ToList();
            var touched = turns.Where(t => t.Start < start + length && t.End > start).Select(t => t.Voice).ToList();
            var expected = touched.Contains(Voice.Informant) ? Voice.Informant : touched.Contains(Voice.Interviewer) ? Voice.Interviewer : Voice.None;
            Assert.Equal(expected, Turn.Of(turns, start, start + length));
        }, iter: 3_000);
}
