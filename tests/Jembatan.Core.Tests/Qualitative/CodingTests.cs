using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;

namespace Jembatan.Core.Tests.Qualitative;

public sealed class CodingTests
{
    private static readonly CanonicalText Text = CanonicalText.From("P: Kenapa?\nN: Uangnya 🐟 tidak tentu.\n");
    private static readonly DateTimeOffset At = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private static SourceRevision Revision(params Turn[] turns)
    {
        var source = new Source("n01", SourceKind.Interview, "n01.txt", At);
        return source.Revise(Text, turns, [], At);
    }

    [Fact]
    public void A_coding_takes_place_words_and_voice_from_its_selection()
    {
        var revision = Revision(new(0, 11, 3, "P", Voice.Interviewer), new(11, 37, 14, "N", Voice.Informant));
        var (code, coder, strategy) = (Id<Code>.New(), Id<Coder>.New(), Id<Strategy>.New());
        var coding = Coding.Of(revision, Text.Select(14, 23).Value, code, coder, new CodingMarks(-1, Basis.Observation, strategy), At);
        Assert.Equal((14, 23, "Uangnya 🐟"), (coding.Start, coding.End, coding.Quote));
        Assert.Equal(("P: Kenapa?\nN: ", " tidak tentu.\n"), (coding.Before, coding.After));
        Assert.Equal((Voice.Informant, -1, Basis.Observation, strategy), (coding.Voice, coding.Stance, coding.Basis!.Value, coding.StrategyId!.Value));
        Assert.Equal((revision.SourceId, 1, code, coder, At), (coding.SourceId, coding.Revision, coding.CodeId, coding.CoderId, coding.CreatedAt));
        Assert.Equal(Voice.Interviewer, Coding.Of(revision, Text.Select(3, 9).Value, code, coder, new(), At).Voice);
    }

    [Fact]
    public void Anchored_anew_it_is_an_orphan_no_longer()
    {
        var coding = Coding.Of(Revision(), Text.Select(0, 2).Value, Id<Code>.New(), Id<Coder>.New(), new(), At);
        coding.Orphan();
        Assert.True(coding.Orphaned);
        coding.Reanchor(Revision(), Text.Select(3, 9).Value);
        Assert.Equal((false, 3, 9, "Kenapa"), (coding.Orphaned, coding.Start, coding.End, coding.Quote));
    }

    [Fact]
    public void A_purge_takes_the_words_and_leaves_place_and_marks()
    {
        var coding = Coding.Of(Revision(), Text.Select(3, 9).Value, Id<Code>.New(), Id<Coder>.New(), new(-1, Basis.Knowledge), At);
        coding.Purge("[purged]");
        Assert.Equal(("[purged]", "", ""), (coding.Quote, coding.Before, coding.After));
        Assert.Equal((3, 9, -1, Basis.Knowledge), (coding.Start, coding.End, coding.Stance, coding.Basis!.Value));
    }

    [Fact]
    public void A_source_counts_its_revisions_and_each_keeps_hash_length_and_turns()
    {
        var source = new Source("n01", SourceKind.Interview, "n01.txt", At);
        var first = source.Revise(Text, [], ["satu gambar"], At);
        var second = source.Revise(CanonicalText.From("lain"), [new(0, 4, 0, "N", Voice.Informant)], [], At);
        Assert.Equal((1, 2, 2), (first.Number, second.Number, source.Revision));
        Assert.Equal((Text.Hash, Text.Length, 0), (first.TextHash, first.Length, first.TurnCount));
        Assert.Equal((4, 1), (second.Length, second.TurnCount));
    }

    [Theory]
    [InlineData(VariableType.Integer, "1", "-20", "")]
    [InlineData(VariableType.Integer, "0", "-0", "10")]
    [InlineData(VariableType.Float, "1", "2.5")]
    [InlineData(VariableType.Float, "0.5", "-0.5", "1e5")]
    [InlineData(VariableType.Text, "08123456789", "12")]
    [InlineData(VariableType.Text, "+6281")]
    [InlineData(VariableType.Text, "1.5", "00.5")]
    [InlineData(VariableType.Boolean, "true", "False")]
    [InlineData(VariableType.Date, "2026-01-31", "2024-02-29")]
    [InlineData(VariableType.Text, "1", "dua")]
    [InlineData(VariableType.Text, "2026-02-30")]
    [InlineData(VariableType.Text, "NaN")]
    [InlineData(VariableType.Text, "", " ")]
    public void A_variable_has_the_narrowest_type_that_holds_its_values(VariableType type, params string[] values) => Assert.Equal(type, Variable.TypeOf(values));
}
